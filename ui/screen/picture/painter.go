package picture

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"unicode/utf8"

	uv "github.com/charmbracelet/ultraviolet"
	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/gomonobold"
	"golang.org/x/image/font/gofont/gomonobolditalic"
	"golang.org/x/image/font/gofont/gomonoitalic"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
	"golang.org/x/text/unicode/norm"
)

// painter draws cells.
type painter struct {
	o   Options
	img *image.RGBA

	regular      *sfnt.Font
	faces        [4]font.Face // regular, bold, italic, both
	w, h         int          // of a cell
	ascent       int          // from the top of a cell to the base line
	light, heavy int          // the widths of lines
}

func newPainter(o Options) (*painter, error) {
	p := &painter{o: o}
	for i, ttf := range [][]byte{gomono.TTF, gomonobold.TTF, gomonoitalic.TTF, gomonobolditalic.TTF} {
		f, err := opentype.Parse(ttf)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			p.regular = f
		}
		if p.faces[i], err = opentype.NewFace(f, &opentype.FaceOptions{Size: o.Size, DPI: 72,
			Hinting: font.HintingFull}); err != nil {
			return nil, err
		}
	}
	advance, _ := p.faces[0].GlyphAdvance('M')
	m := p.faces[0].Metrics()
	p.w, p.ascent = max(advance.Round(), 2), m.Ascent.Ceil()
	p.h = max(m.Ascent.Ceil()+m.Descent.Ceil()+int(o.Size/14), 4)
	p.light = max(int(math.Round(o.Size/14)), 1)
	p.heavy = 2 * p.light
	return p, nil
}

func (p *painter) close() {
	for _, f := range p.faces {
		f.Close()
	}
}

// fill draws a rectangle.
func (p *painter) fill(x0, y0, x1, y1 int, c color.Color) {
	draw.Draw(p.img, image.Rect(x0, y0, x1, y1), image.NewUniform(c), image.Point{}, draw.Over)
}

// point is a place in pixels.
type point struct{ x, y float64 }

// polygon draws a shape with smooth edges.
func (p *painter) polygon(points []point, c color.Color) {
	bounds := p.img.Bounds()
	r := vector.NewRasterizer(bounds.Dx(), bounds.Dy())
	left, top := math.Inf(1), math.Inf(1)
	right, bottom := math.Inf(-1), math.Inf(-1)
	for _, q := range points {
		left, right, top, bottom = min(left, q.x), max(right, q.x), min(top, q.y), max(bottom, q.y)
	}
	area := image.Rect(int(left)-1, int(top)-1, int(right)+2, int(bottom)+2).Intersect(bounds)
	if area.Empty() {
		return
	}
	r.Reset(area.Dx(), area.Dy())
	for i, q := range points {
		x, y := float32(q.x)-float32(area.Min.X), float32(q.y)-float32(area.Min.Y)
		if i == 0 {
			r.MoveTo(x, y)
		} else {
			r.LineTo(x, y)
		}
	}
	r.ClosePath()
	r.Draw(p.img, area, image.NewUniform(c), image.Point{})
}

// stroke draws a line of the given width along points that stand close together.
func (p *painter) stroke(points []point, width float64, c color.Color) {
	outline := make([]point, 2*len(points))
	for i, q := range points {
		a, b := points[max(i-1, 0)], points[min(i+1, len(points)-1)]
		dx, dy := b.x-a.x, b.y-a.y
		length := max(math.Hypot(dx, dy), 1e-9)
		nx, ny := -dy/length*width/2, dx/length*width/2
		outline[i], outline[len(outline)-1-i] = point{q.x + nx, q.y + ny}, point{q.x - nx, q.y - ny}
	}
	p.polygon(outline, c)
}

// sign draws what stands in a cell: frames, bars and small shapes by ourselves, all else in the font.
func (p *painter) sign(b box, content string, attrs uint8, c color.Color) {
	content = norm.NFC.String(content)
	r, n := utf8.DecodeRuneInString(content)
	if n == len(content) && (p.frame(b, r, c) || p.block(b, r, c) || p.shape(b, r, c)) {
		return
	}
	face := 0
	if attrs&uv.AttrBold != 0 {
		face++
	}
	if attrs&uv.AttrItalic != 0 {
		face += 2
	}
	var known []rune
	for _, r := range content {
		if p.has(r) {
			known = append(known, r)
		}
	}
	if len(known) == 0 {
		p.missing(b, c)
		return
	}
	d := font.Drawer{Dst: p.img, Src: image.NewUniform(c), Face: p.faces[face], Dot: fixed.P(b.x, b.y+p.ascent)}
	d.DrawString(string(known))
}

// has reports whether the font has a sign.
func (p *painter) has(r rune) bool {
	var buf sfnt.Buffer
	i, err := p.regular.GlyphIndex(&buf, r)
	return err == nil && i != 0
}

// missing draws an empty frame for a sign that the font lacks.
func (p *painter) missing(b box, c color.Color) {
	x0, y0, x1, y1 := b.x+p.w/6, b.y+p.h/5, b.x+b.w-p.w/6, b.y+p.ascent
	for _, side := range [][4]int{{x0, y0, x1, y0 + p.light}, {x0, y1 - p.light, x1, y1}, {x0, y0, x0 + p.light, y1},
		{x1 - p.light, y0, x1, y1}} {
		p.fill(side[0], side[1], side[2], side[3], c)
	}
}
