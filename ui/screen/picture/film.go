package picture

import (
	"bytes"
	"cmp"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"io"
	"slices"
	"time"
)

// Film is a moving picture, frame after frame, all of one size. It is written as an animated PNG (APNG), which browsers
// play and whatever knows none shows as its first frame. Of each frame only what changed is stored.
type Film struct {
	frames []frame
	last   *image.RGBA
	uses   map[color.RGBA]int // how many pixels of what is stored are of a colour
}

// frame is what a frame changes.
type frame struct {
	at   image.Rectangle
	pix  []color.RGBA // of the rectangle, line by line; unchanged ones are the zero value
	hold time.Duration
}

// Add adds a picture that is seen for some time. One that changes nothing makes the one before last longer.
func (f *Film) Add(img *image.RGBA, hold time.Duration) error {
	if f.last != nil && f.last.Bounds() != img.Bounds() {
		return errors.New("the pictures of a film are of one size")
	}
	at := f.changed(img)
	if at.Empty() {
		f.frames[len(f.frames)-1].hold += hold
		return nil
	}
	if f.uses == nil {
		f.uses = map[color.RGBA]int{}
	}
	fr := frame{at: at, hold: hold, pix: make([]color.RGBA, 0, at.Dx()*at.Dy())}
	for y := at.Min.Y; y < at.Max.Y; y++ {
		for x := at.Min.X; x < at.Max.X; x++ {
			c := img.RGBAAt(x, y)
			if c.A = 0xff; f.last != nil && f.last.RGBAAt(x, y) == c {
				c = color.RGBA{}
			} else {
				f.uses[c]++
			}
			fr.pix = append(fr.pix, c)
		}
	}
	f.frames, f.last = append(f.frames, fr), img
	return nil
}

// changed is the smallest rectangle that holds all pixels which are not as they were; all of the first picture.
func (f *Film) changed(img *image.RGBA) image.Rectangle {
	if f.last == nil {
		return img.Bounds()
	}
	var out image.Rectangle
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		i, j := img.PixOffset(b.Min.X, y), img.PixOffset(b.Max.X, y)
		now, was := img.Pix[i:j], f.last.Pix[i:j]
		if bytes.Equal(now, was) {
			continue
		}
		first, end := 0, len(now)/4
		for bytes.Equal(now[4*first:4*first+4], was[4*first:4*first+4]) {
			first++
		}
		for bytes.Equal(now[4*end-4:4*end], was[4*end-4:4*end]) {
			end--
		}
		out = out.Union(image.Rect(b.Min.X+first, y, b.Min.X+end, y+1))
	}
	return out
}

// mostColours is how many an indexed PNG can have beside the one that leaves what is below it.
const mostColours = 255

// colours are those of the film's palette, those most used first, and of each colour the place there; the first place
// is that of what is unchanged. A colour beyond the last is drawn in the one next to it.
func (f *Film) colours() (palette []color.RGBA, place map[color.RGBA]byte) {
	for c := range f.uses {
		palette = append(palette, c)
	}
	slices.SortFunc(palette, func(a, b color.RGBA) int {
		return cmp.Or(f.uses[b]-f.uses[a], int(a.R)-int(b.R), int(a.G)-int(b.G), int(a.B)-int(b.B))
	})
	rest := palette[min(len(palette), mostColours):]
	palette = palette[:len(palette)-len(rest)]
	place = map[color.RGBA]byte{{}: 0}
	for i, c := range palette {
		place[c] = byte(i + 1)
	}
	for _, c := range rest {
		place[c] = nearest(palette, c)
	}
	return palette, place
}

// nearest is the place of the colour next to one, by the sum of squares.
func nearest(palette []color.RGBA, c color.RGBA) byte {
	best, least := 0, 1<<30
	for i, p := range palette {
		r, g, b := int(p.R)-int(c.R), int(p.G)-int(c.G), int(p.B)-int(c.B)
		if d := r*r + g*g + b*b; d < least {
			best, least = i, d
		}
	}
	return byte(best + 1)
}

// Write writes the film, which begins anew when it has ended.
func (f *Film) Write(w io.Writer) error {
	if len(f.frames) == 0 {
		return errors.New("a film without a picture")
	}
	palette, place := f.colours()
	c := &chunks{w: w}
	_, c.err = w.Write([]byte("\x89PNG\r\n\x1a\n"))
	b := f.frames[0].at
	c.put("IHDR", uint32(b.Dx()), uint32(b.Dy()), [5]byte{8, 3}) // a byte a pixel, of a palette
	table := []byte{0, 0, 0}
	for _, p := range palette {
		table = append(table, p.R, p.G, p.B)
	}
	c.put("PLTE", table)
	c.put("tRNS", []byte{0}) // the first colour leaves what is below it
	c.put("acTL", uint32(len(f.frames)), uint32(0))
	sequence := uint32(0)
	for i, fr := range f.frames {
		// Nothing is taken away again (0), and what is drawn lies over what is there (1).
		c.put("fcTL", sequence, uint32(fr.at.Dx()), uint32(fr.at.Dy()), uint32(fr.at.Min.X-b.Min.X),
			uint32(fr.at.Min.Y-b.Min.Y), uint16(min(fr.hold.Milliseconds(), 1<<16-1)), uint16(1000), [2]byte{0, 1})
		sequence++
		data, err := fr.packed(place)
		if err != nil {
			return err
		}
		if i == 0 {
			c.put("IDAT", data)
			continue
		}
		c.put("fdAT", sequence, data)
		sequence++
	}
	c.put("IEND")
	return c.err
}

// packed are the pixels of a frame by their places in the palette, as PNG holds them: each line begins with the filter
// that it went through, which is none.
func (fr frame) packed(place map[color.RGBA]byte) ([]byte, error) {
	var out bytes.Buffer
	z, err := zlib.NewWriterLevel(&out, zlib.BestCompression)
	if err != nil {
		return nil, err
	}
	line := make([]byte, 1+fr.at.Dx())
	for i := 0; i < len(fr.pix); i += fr.at.Dx() {
		for x, c := range fr.pix[i : i+fr.at.Dx()] {
			line[1+x] = place[c]
		}
		if _, err := z.Write(line); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// chunks writes the parts of a PNG: length, name, content and checksum. It remembers what failed first.
type chunks struct {
	w   io.Writer
	err error
}

func (c *chunks) put(name string, content ...any) {
	var b bytes.Buffer
	b.WriteString(name)
	for _, part := range content {
		if err := binary.Write(&b, binary.BigEndian, part); err != nil && c.err == nil {
			c.err = err
		}
	}
	for _, part := range []any{uint32(b.Len() - len(name)), b.Bytes(), crc32.ChecksumIEEE(b.Bytes())} {
		if c.err == nil {
			c.err = binary.Write(c.w, binary.BigEndian, part)
		}
	}
}
