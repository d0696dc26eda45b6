package picture

import (
	"image/color"
	"math"
)

const (
	firstFrame = '\u2500'
	lastFrame  = '\u257f'
	firstArc   = '╭'
	lastArc    = '╰'
)

// arms are the lines that leave the middle of each sign for frames, in the order of their code points: to the left, to
// the right, up and down, 0 for none, 1 for a light one, 2 for a heavy one, 3 for a double one.
const arms = "1100 2200 0011 0022 1100 2200 0011 0022 1100 2200 0011 0022 0101 0201 0102 0202 " + // U+2500
	"1001 2001 1002 2002 0110 0210 0120 0220 1010 2010 1020 2020 0111 0211 0121 0112 " + // U+2510
	"0122 0221 0212 0222 1011 2011 1021 1012 1022 2021 2012 2022 1101 2101 1201 2201 " + // U+2520
	"1102 2102 1202 2202 1110 2110 1210 2210 1120 2120 1220 2220 1111 2111 1211 2211 " + // U+2530
	"1121 1112 1122 2121 1221 2112 1212 2221 2212 2122 1222 2222 1100 2200 0011 0022 " + // U+2540
	"3300 0033 0301 0103 0303 3001 1003 3003 0310 0130 0330 3010 1030 3030 0311 0133 " + // U+2550
	"0333 3011 1033 3033 3301 1103 3303 3310 1130 3330 3311 1133 3333 0101 1001 1010 " + // U+2560
	"0110 0000 0000 0000 1000 0010 0100 0001 2000 0020 0200 0002 1200 0012 2100 0021 " // U+2570

// frame draws a sign for frames, and reports whether r is one.
func (p *painter) frame(b box, r rune, c color.Color) bool {
	switch {
	case r < firstFrame || r > lastFrame:
		return false
	case r >= firstArc && r <= lastArc:
		p.arc(b, r, c)
		return true
	case r >= '╱' && r <= '╳':
		p.diagonals(b, r, c)
		return true
	}
	at := int(r-firstFrame) * len("1100 ")
	left, right, up, down := arms[at]-'0', arms[at+1]-'0', arms[at+2]-'0', arms[at+3]-'0'
	if n := dashes(r); n > 0 {
		p.dashed(b, left > 0, int(max(left, up)), n, c)
		return true
	}
	x, y := b.x+b.w/2, b.y+b.h/2
	across, along := p.reach(max(up, down)), p.reach(max(left, right))
	p.arm(b.x, x+across, y, left, false, c)
	p.arm(x-across, b.x+b.w, y, right, false, c)
	p.arm(b.y, y+along, x, up, true, c)
	p.arm(y-along, b.y+b.h, x, down, true, c)
	return true
}

// width is how wide a line is drawn.
func (p *painter) width(weight byte) int {
	if weight == 2 {
		return p.heavy
	}
	return p.light
}

// reach is how far a line must go beyond the middle to close the corner with lines that cross it.
func (p *painter) reach(weight byte) int {
	switch weight {
	case 0:
		return 0
	case 3:
		return p.light + (p.light+1)/2
	}
	return (p.width(weight) + 1) / 2
}

// arm draws a line from one place to another, along the given middle.
func (p *painter) arm(from, to, middle int, weight byte, upright bool, c color.Color) {
	line := func(middle, width int) {
		low := middle - width/2
		if upright {
			p.fill(low, from, low+width, to, c)
		} else {
			p.fill(from, low, to, low+width, c)
		}
	}
	switch weight {
	case 1, 2:
		line(middle, p.width(weight))
	case 3:
		line(middle-p.light, p.light)
		line(middle+p.light, p.light)
	}
}

// dashes is of how many dashes a sign is made, 0 for one of whole lines.
func dashes(r rune) int {
	switch {
	case r >= '┄' && r <= '┇':
		return 3
	case r >= '┈' && r <= '┋':
		return 4
	case r >= '╌' && r <= '╏':
		return 2
	}
	return 0
}

func (p *painter) dashed(b box, level bool, weight, n int, c color.Color) {
	width := p.width(byte(weight))
	for i := range n {
		if level {
			low := b.y + b.h/2 - width/2
			p.fill(b.x+b.w*i/n, low, b.x+b.w*i/n+max(b.w*3/5/n, 1), low+width, c)
		} else {
			low := b.x + b.w/2 - width/2
			p.fill(low, b.y+b.h*i/n, low+width, b.y+b.h*i/n+max(b.h*3/5/n, 1), c)
		}
	}
}

// arc draws a round corner: a quarter of a circle, and straight lines from its ends to the edges of the cell.
func (p *painter) arc(b box, r rune, c color.Color) {
	dx, dy := 1, 1 // where the arms lead
	if r == '╮' || r == '╯' {
		dx = -1
	}
	if r == '╯' || r == '╰' {
		dy = -1
	}
	mx, my := b.x+b.w/2, b.y+b.h/2
	radius := max(min(b.w, b.h)/2-p.light, 0)
	left, right, up, down := b.x, mx-radius, b.y, my-radius
	if dx > 0 {
		left, right = mx+radius, b.x+b.w
	}
	if dy > 0 {
		up, down = my+radius, b.y+b.h
	}
	p.arm(left, right, my, 1, false, c)
	p.arm(up, down, mx, 1, true, c)
	shift := float64(p.light)/2 - float64(p.light/2) // from where a line's pixels start to its middle
	var points []point
	for i := 0; i <= 16; i++ {
		angle := math.Pi / 2 * float64(i) / 16
		points = append(points, point{
			float64(mx) + shift + float64(dx*radius)*(1-math.Cos(angle)),
			float64(my) + shift + float64(dy*radius)*(1-math.Sin(angle)),
		})
	}
	p.stroke(points, float64(p.light), c)
}

func (p *painter) diagonals(b box, r rune, c color.Color) {
	x0, y0, x1, y1 := float64(b.x), float64(b.y), float64(b.x+b.w), float64(b.y+b.h)
	if r != '╲' {
		p.stroke([]point{{x0, y1}, {x1, y0}}, float64(p.light), c)
	}
	if r != '╱' {
		p.stroke([]point{{x0, y0}, {x1, y1}}, float64(p.light), c)
	}
}
