package format

import (
	"errors"
	"io"
)

// How much may come out of a packed file. Text is packed to a tenth, seldom to a fiftieth; what is made to fill a
// machine, to a thousandth and less.
const (
	roomForFree = 256 << 20 // bytes that any file may unpack to
	roomPerByte = 200       // bytes more for each byte of the file
	deepest     = 4         // packed files within each other
)

// ErrBomb is what is wrong with a packed file that would fill the machine.
var ErrBomb = errors.New("it unpacks to far more than any articles would")

// ErrDeep is what is wrong with a file that is packed in others beyond what anybody does.
var ErrDeep = errors.New("it is packed in too many others")

// Room is what may still come out of a packed file and of those packed in it: in proportion to the bytes that went in,
// so that no small file makes endless work.
type Room struct {
	in, out int64
	depth   int
	told    bool // that it is deeper than anybody packs
}

// Deeper goes into a packed file, and says whether that is deeper than anybody packs; Back goes out of it.
func (r *Room) Deeper() bool { r.depth++; return r.depth <= deepest }

// Tell reports whether that is to be told: once for all that is packed too deep, which may be thousands of files.
func (r *Room) Tell() bool {
	defer func() { r.told = true }()
	return !r.told
}

// Told reports whether it was told that something is packed too deep.
func (r *Room) Told() bool { return r.told }

// Back goes out of a packed file.
func (r *Room) Back() { r.depth-- }

// Full reports whether nothing more may come out.
func (r *Room) Full() bool { return r.out > roomForFree+roomPerByte*r.in }

// Packed counts the bytes of the outermost file.
func (r *Room) Packed(in io.Reader) io.Reader {
	if r.depth > 0 {
		return in
	}
	return counted{in, func(n int64) error { r.in += n; return nil }}
}

// Unpacked counts what comes out, and ends with ErrBomb where that is too much.
func (r *Room) Unpacked(out io.Reader) io.Reader {
	return counted{out, func(n int64) error {
		if r.out += n; r.Full() {
			return ErrBomb
		}
		return nil
	}}
}

// counted is a reader whose bytes are counted.
type counted struct {
	io.Reader
	count func(int64) error
}

func (c counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	if full := c.count(int64(n)); full != nil {
		return 0, full
	}
	return n, err
}
