package format

import (
	"errors"
	"io"
	"testing"
)

// zeros are endless.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { return len(p), nil }

// What comes out of a packed file may be a multiple of what went in and no more, for all files within it together.
func TestNoSmallFileUnpacksToEndlessWork(t *testing.T) {
	var r Room
	n, err := io.Copy(io.Discard, r.Unpacked(zeros{}))
	if !errors.Is(err, ErrBomb) || n > roomForFree+1<<20 {
		t.Errorf("%d bytes, %v", n, err)
	}
	r = Room{}
	const packed = 1 << 20
	io.CopyN(io.Discard, r.Packed(zeros{}), packed)
	if n, err := io.Copy(io.Discard, io.LimitReader(r.Unpacked(zeros{}), packed*roomPerByte)); err != nil {
		t.Errorf("%d bytes, %v", n, err)
	}
	r.Deeper()
	if io.CopyN(io.Discard, r.Packed(zeros{}), packed); r.in != packed {
		t.Errorf("what is packed in another file counts as it")
	}
	for range deepest - 1 {
		if !r.Deeper() {
			t.Error("not as deep as files may be packed")
		}
	}
	if r.Deeper() {
		t.Error("deeper than files may be packed")
	}
}
