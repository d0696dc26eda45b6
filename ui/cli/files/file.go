// Package files writes files of a name that anything may have made up. It promises that whoever is stopped halfway
// keeps what was there, and that a file's name leads nowhere but into its folder.
package files

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// File is a file in the making, which takes the place of the one of its name when it is whole: whoever is stopped
// halfway keeps what was there.
type File struct {
	*os.File
	path string // of the file whose place it takes, empty where it is written in place
}

// Create begins a file. What is no file of the disk, such as a pipe, is written in place.
func Create(path string) (*File, error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	mode := os.FileMode(0o666)
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		return &File{File: f}, err
	} else if err == nil {
		mode = info.Mode().Perm()
	}
	folder, name := filepath.Split(path)
	for {
		f, err := os.OpenFile(filepath.Join(folder, fmt.Sprintf(".%.40s.%08x", name, rand.Uint32())),
			os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if err == nil {
			return &File{f, path}, nil
		}
		if !os.IsExist(err) {
			return nil, err
		}
	}
}

// Append writes words behind what a file of this path holds; where there is none it is begun.
func Append(path, words string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o666)
	if err != nil {
		return err
	}
	_, err = f.WriteString(words)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}

// Keep puts the file where it belongs.
func (f *File) Keep() error {
	err := f.Close()
	if err == nil && f.path != "" {
		err = os.Rename(f.Name(), f.path)
	}
	if err != nil && f.path != "" {
		os.Remove(f.Name())
	}
	return err
}

// Drop leaves everything as it was.
func (f *File) Drop() {
	f.Close()
	if f.path != "" {
		os.Remove(f.Name())
	}
}

// Write writes a whole file.
func Write(path string, text []byte) error {
	f, err := Create(path)
	if err != nil {
		return err
	}
	if _, err := f.Write(text); err != nil {
		f.Drop()
		return err
	}
	return f.Keep()
}

// WriteOwn writes a whole file that is nobody's but the person's whose programs keep it, in a folder that is begun
// where it is missing.
func WriteOwn(path string, text []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := Create(path)
	if err != nil {
		return err
	}
	if err := f.Chmod(0o600); err != nil {
		f.Drop()
		return err
	}
	if _, err := f.Write(text); err != nil {
		f.Drop()
		return err
	}
	return f.Keep()
}
