package cli

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// newFile is a file in the making, which takes the place of the one of its name when it is whole: whoever is stopped halfway
// keeps what was there.
type newFile struct {
	*os.File
	path string // of the file whose place it takes, empty where it is written in place
}

// createFile begins a file. What is no file of the disk, such as a pipe, is written in place.
func createFile(path string) (*newFile, error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	mode := os.FileMode(0o666)
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		return &newFile{File: f}, err
	} else if err == nil {
		mode = info.Mode().Perm()
	}
	folder, name := filepath.Split(path)
	for {
		f, err := os.OpenFile(filepath.Join(folder, fmt.Sprintf(".%.40s.%08x", name, rand.Uint32())), os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if err == nil {
			return &newFile{f, path}, nil
		}
		if !os.IsExist(err) {
			return nil, err
		}
	}
}

// keep puts the file where it belongs.
func (f *newFile) keep() error {
	err := f.Close()
	if err == nil && f.path != "" {
		err = os.Rename(f.Name(), f.path)
	}
	if err != nil && f.path != "" {
		os.Remove(f.Name())
	}
	return err
}

// drop leaves everything as it was.
func (f *newFile) drop() {
	f.Close()
	if f.path != "" {
		os.Remove(f.Name())
	}
}

// writeFile writes a whole file.
func writeFile(path string, text []byte) error {
	f, err := createFile(path)
	if err != nil {
		return err
	}
	if _, err := f.Write(text); err != nil {
		f.drop()
		return err
	}
	return f.keep()
}
