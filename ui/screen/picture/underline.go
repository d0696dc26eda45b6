package picture

import (
	"image/color"
	"math"

	"github.com/charmbracelet/x/ansi"
)

// underline draws the line under a cell. Patterns run on from cell to cell.
func (p *painter) underline(b box, style ansi.Underline, c color.Color) {
	y := min(b.y+p.ascent+p.light+1, b.y+b.h-p.light)
	switch style {
	case ansi.UnderlineSingle:
		p.fill(b.x, y, b.x+b.w, y+p.light, c)
	case ansi.UnderlineDouble:
		p.fill(b.x, y-p.light, b.x+b.w, y, c)
		p.fill(b.x, y+p.light, b.x+b.w, y+2*p.light, c)
	case ansi.UnderlineDotted:
		p.pattern(b, y, 4, p.light, c)
	case ansi.UnderlineDashed:
		p.pattern(b, y, 2, p.w*3/10, c)
	case ansi.UnderlineCurly:
		p.wave(b, y, c)
	}
}

// pattern draws so many dashes in every cell.
func (p *painter) pattern(b box, y, n, length int, c color.Color) {
	n *= b.w / p.w
	for i := range n {
		x := b.x + b.w*i/n
		p.fill(x, y, min(x+max(length, 1), b.x+b.w), y+p.light, c)
	}
}

func (p *painter) wave(b box, y int, c color.Color) {
	var points []point
	middle, height := float64(y)+float64(p.light)/2, float64(p.light)
	for i := 0; i <= 24*b.w/p.w; i++ {
		part := float64(i) / 24
		points = append(points, point{float64(b.x) + part*float64(p.w), middle - height*math.Sin(2*math.Pi*part)})
	}
	p.stroke(points, float64(p.light), c)
}
