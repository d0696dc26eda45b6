package picture

import "image/color"

// quarters are the quarters of the cell that the signs from ▖ on fill: 1 the upper left, 2 the upper right, 4 the lower
// left, 8 the lower right.
var quarters = [...]int{4, 8, 1, 1 | 4 | 8, 1 | 8, 1 | 2 | 4, 1 | 2 | 8, 2, 2 | 4, 2 | 4 | 8}

// block draws a sign that fills a part of its cell, and reports whether r is one.
func (p *painter) block(b box, r rune, c color.Color) bool {
	part := func(x0, y0, x1, y1 int) { // in eighths
		p.fill(b.x+b.w*x0/8, b.y+b.h*y0/8, b.x+b.w*x1/8, b.y+b.h*y1/8, c)
	}
	switch {
	case r == '▀':
		part(0, 0, 8, 4)
	case r >= '▁' && r <= '█':
		part(0, 8-int(r-'▁'+1), 8, 8)
	case r >= '▉' && r <= '▏':
		part(0, 0, 7-int(r-'▉'), 8)
	case r == '▐':
		part(4, 0, 8, 8)
	case r >= '░' && r <= '▓':
		p.shade(b, int(r-'░')+1, c)
	case r == '▔':
		part(0, 0, 8, 1)
	case r == '▕':
		part(7, 0, 8, 8)
	case r >= '▖' && r <= '▟':
		for i := range 4 {
			if quarters[r-'▖']&(1<<i) != 0 {
				part(i%2*4, i/2*4, i%2*4+4, i/2*4+4)
			}
		}
	default:
		return false
	}
	return true
}

// shade fills a cell to so many quarters.
func (p *painter) shade(b box, quarters int, c color.Color) {
	r, g, bl, _ := c.RGBA()
	alpha := uint32(quarters) * 0xffff / 4
	part := func(v uint32) uint16 { return uint16(v * alpha / 0xffff) }
	p.fill(b.x, b.y, b.x+b.w, b.y+b.h, color.RGBA64{part(r), part(g), part(bl), uint16(alpha)})
}

// A shape is given in parts of the cell's width, across and down from the middle.
type shape struct {
	points []point
	stroke float64 // the width of the line along the points, 0 for a shape that is filled
}

var shapes = map[rune][]shape{
	'▸': {{points: []point{{-.25, -.35}, {.35, 0}, {-.25, .35}}}},
	'▶': {{points: []point{{-.4, -.5}, {.45, 0}, {-.4, .5}}}},
	'◂': {{points: []point{{.25, -.35}, {-.35, 0}, {.25, .35}}}},
	'◀': {{points: []point{{.4, -.5}, {-.45, 0}, {.4, .5}}}},
	'▴': {{points: []point{{-.35, .25}, {0, -.35}, {.35, .25}}}},
	'▾': {{points: []point{{-.35, -.25}, {0, .35}, {.35, -.25}}}},
	'◆': {{points: []point{{0, -.5}, {.45, 0}, {0, .5}, {-.45, 0}}}},
	'✓': {{points: []point{{-.4, .05}, {-.12, .38}, {.42, -.45}}, stroke: .13}},
	'✗': {{points: []point{{-.35, -.4}, {.35, .4}}, stroke: .13}, {points: []point{{.35, -.4}, {-.35, .4}}, stroke: .13}},
	'↵': {
		{points: []point{{.38, -.5}, {.38, .12}}, stroke: .11},
		{points: []point{{.435, .12}, {-.2, .12}}, stroke: .11},
		{points: []point{{-.46, .12}, {-.14, -.13}, {-.14, .37}}},
	},
}

// shape draws a small sign that the font lacks, and reports whether r is one.
func (p *painter) shape(b box, r rune, c color.Color) bool {
	parts := shapes[r]
	x, y, unit := float64(b.x)+float64(b.w)/2, float64(b.y)+float64(p.ascent)*.65, float64(p.w)
	for _, part := range parts {
		points := make([]point, len(part.points))
		for i, q := range part.points {
			points[i] = point{x + q.x*unit, y + q.y*unit}
		}
		if part.stroke > 0 {
			p.stroke(points, part.stroke*unit, c)
		} else {
			p.polygon(points, c)
		}
	}
	return len(parts) > 0
}
