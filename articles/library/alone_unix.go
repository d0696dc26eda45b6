//go:build unix

package library

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
)

// The bytes that SQLite's programs lock: in the library's file while they have it open, in the file with -shm while
// they have the log open. See "How SQLite implements locking" in its source, os_unix.c.
const (
	lockedBytes, lockedLength       = 0x40000000, 512 // pending, reserved and shared
	sharedMemory, sharedMemoryBytes = 120, 9
)

// alone makes sure that no other program has a library open, and keeps all from opening it until release is called.
// Those are known too who have a library open whose file was replaced. Where the file system has no locks, nobody can
// know.
func alone(path string) (release func(), err error) {
	var held []*os.File
	release = func() {
		for _, f := range held {
			f.Close()
		}
	}
	for _, part := range []struct {
		name        string
		from, bytes int64
	}{{path, lockedBytes, lockedLength}, {path + "-shm", sharedMemory, sharedMemoryBytes}} {
		f, err := os.OpenFile(part.name, os.O_RDWR, 0)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			release()
			return nil, fault(path, err)
		}
		held = append(held, f)
		lock := syscall.Flock_t{Type: syscall.F_WRLCK, Whence: 0, Start: part.from, Len: part.bytes}
		err = syscall.FcntlFlock(f.Fd(), syscall.F_SETLK, &lock)
		if errors.Is(err, syscall.EAGAIN) || errors.Is(err, syscall.EACCES) {
			err = inUse(path, f, lock)
			release()
			return nil, err
		}
	}
	return release, nil
}

// inUse tells which program has the library open.
func inUse(path string, f *os.File, lock syscall.Flock_t) error {
	hint := "end that program first"
	err := syscall.FcntlFlock(f.Fd(), syscall.F_GETLK, &lock)
	if err == nil && lock.Type != syscall.F_UNLCK && lock.Pid > 0 {
		hint = fmt.Sprintf("end that program first, which has the number %d", lock.Pid)
	}
	return &Error{Name: path, Err: ErrLocked, Hint: hint}
}
