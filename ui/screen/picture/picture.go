// Package picture draws a screen as an image, as a terminal shows it: letters in a font that comes with the program,
// and frames, bars and underlines as lines and rectangles that join without a gap. It needs no font of the system, so
// that the same screen gives the same picture on any machine.
package picture

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"hearsay/ui/screen"
)

// Options are the looks of the terminal that is drawn.
type Options struct {
	// Foreground and Background are its own colours; light on dark if not given.
	Foreground, Background color.Color
	// Palette are its first 16 colours; those of the first terminals where nil.
	Palette *[16]color.Color
	// Size is the height of a letter in pixels, 28 if not given.
	Size float64
	// Margin is the space around the cells in pixels.
	Margin int
	// Cursor is set where the cursor shall be seen.
	Cursor bool
}

// Write draws the screen as a PNG image.
func Write(w io.Writer, s *screen.Screen, o Options) error {
	img, err := Draw(s, o)
	if err != nil {
		return err
	}
	return (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(w, img)
}

// Draw draws the screen.
func Draw(s *screen.Screen, o Options) (*image.RGBA, error) {
	if o.Size <= 0 {
		o.Size = 28
	}
	if o.Foreground == nil || o.Background == nil {
		o.Foreground, o.Background = color.RGBA{0xe4, 0xe4, 0xe4, 0xff}, color.RGBA{0x16, 0x18, 0x1d, 0xff}
	}
	p, err := newPainter(o)
	if err != nil {
		return nil, err
	}
	defer p.close()
	width, height := s.Size()
	p.img = image.NewRGBA(image.Rect(0, 0, width*p.w+2*o.Margin, height*p.h+2*o.Margin))
	draw.Draw(p.img, p.img.Bounds(), image.NewUniform(o.Background), image.Point{}, draw.Src)
	cx, cy, shown := s.Cursor()
	for _, layer := range []func(box, *uv.Cell, inks){p.background, p.foreground} {
		for y := range height {
			for x := range width {
				cell := s.Cell(x, y)
				if cell == nil || cell.Width == 0 {
					continue
				}
				b := box{o.Margin + x*p.w, o.Margin + y*p.h, p.w * cell.Width, p.h}
				layer(b, cell, p.inks(cell.Style, o.Cursor && shown && x == cx && y == cy))
			}
		}
	}
	return p.img, nil
}

// box is where a cell is drawn, in pixels.
type box struct{ x, y, w, h int }

// inks are the colours of a cell.
type inks struct{ fg, bg, line color.Color }

// inks is the colours a cell of this style is drawn in.
func (p *painter) inks(style uv.Style, cursor bool) inks {
	k := inks{fg: p.color(style.Fg, p.o.Foreground), bg: p.color(style.Bg, p.o.Background)}
	if (style.Attrs&uv.AttrReverse != 0) != cursor {
		k.fg, k.bg = k.bg, k.fg
	}
	if style.Attrs&uv.AttrFaint != 0 {
		k.fg = mix(k.fg, k.bg)
	}
	k.line = p.color(style.UnderlineColor, k.fg)
	return k
}

// color is the colour that a terminal shows for c.
func (p *painter) color(c, otherwise color.Color) color.Color {
	basic, ok := c.(ansi.BasicColor)
	switch {
	case c == nil:
		return otherwise
	case ok && p.o.Palette != nil && int(basic) < len(p.o.Palette):
		return p.o.Palette[basic]
	}
	return c
}

// mix is the colour between two, nearer to a.
func mix(a, b color.Color) color.Color {
	part := func(x, y uint32) uint8 { return uint8((x*6 + y*4) / 10 >> 8) }
	ar, ag, ab, _ := a.RGBA()
	br, bg, bb, _ := b.RGBA()
	return color.RGBA{part(ar, br), part(ag, bg), part(ab, bb), 0xff}
}

func (p *painter) background(b box, _ *uv.Cell, k inks) {
	p.fill(b.x, b.y, b.x+b.w, b.y+b.h, k.bg)
}

func (p *painter) foreground(b box, cell *uv.Cell, k inks) {
	if cell.Style.Attrs&uv.AttrConceal != 0 {
		return
	}
	if cell.Content != "" && cell.Content != " " {
		p.sign(b, cell.Content, cell.Style.Attrs, k.fg)
	}
	p.underline(b, cell.Style.Underline, k.line)
	if cell.Style.Attrs&uv.AttrStrikethrough != 0 {
		y := b.y + p.ascent*2/3
		p.fill(b.x, y, b.x+b.w, y+p.light, k.fg)
	}
}
