package format

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
)

// Zip opens a file that is a ZIP archive: where it lies on the disk without reading it, else read into memory, within
// the limit.
func (f *File) Zip() (*zip.Reader, error) {
	at, size := f.At, f.Size
	if at == nil {
		data, err := f.Bytes()
		if err != nil {
			return nil, err
		}
		at, size = bytes.NewReader(data), int64(len(data))
	} else {
		f.Room.in += size
	}
	archive, err := zip.NewReader(at, size)
	if err != nil {
		return nil, SystemError(f.Name, err)
	}
	return archive, nil
}

// Part is all of a file in a ZIP archive, within the limit and the room there is.
func (f *File) Part(z *zip.File) ([]byte, error) {
	in, err := z.Open()
	if err != nil {
		return nil, SystemError(f.Name, fmt.Errorf("%s: %w", z.Name, err))
	}
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(f.Room.Unpacked(in), f.Most()+1))
	switch {
	case err != nil:
		return nil, SystemError(f.Name, fmt.Errorf("%s: %w", z.Name, err))
	case int64(len(data)) > f.Most():
		return nil, TooBig(f.Name, 0, f.Most())
	}
	return data, nil
}
