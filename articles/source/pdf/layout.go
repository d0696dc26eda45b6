package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// line is a line of a column: runs on one height, with no gap between them that parts columns.
type line struct {
	text      string
	x, end, y float64
	size      float64
	bold      bool
}

// What parts runs, in sizes of the letters.
const (
	sameLine  = 0.35 // of height: less is the same line, as an exponent is
	wordGap   = 0.14 // of width: more is a space
	columnGap = 1.6  // of width: more is another column
)

// lines puts runs together. They come mostly in the order in which they are read, but each line may come in any.
func lines(runs []run) []line {
	slices.SortStableFunc(runs, func(a, b run) int { return cmp.Compare(b.y, a.y) })
	var all []line
	for start := 0; start < len(runs); {
		end := start + 1
		for end < len(runs) && runs[start].y-runs[end].y < sameLine*max(runs[start].size, runs[end].size) {
			end++
		}
		row := runs[start:end]
		slices.SortStableFunc(row, func(a, b run) int { return cmp.Compare(a.x, b.x) })
		all = append(all, rowLines(row)...)
		start = end
	}
	return all
}

// rowLines cuts what stands on one height where a column ends.
func rowLines(row []run) (all []line) {
	var b strings.Builder
	var now line
	flush := func() {
		if now.text = strings.Join(strings.Fields(b.String()), " "); now.text != "" {
			all = append(all, now)
		}
		b.Reset()
	}
	bold := 0
	for i, r := range row {
		gap := r.x - now.end
		if i == 0 || gap > columnGap*r.size {
			flush()
			now, bold = line{x: r.x, y: r.y, size: r.size, end: r.end}, 0
		} else if gap > wordGap*r.size {
			b.WriteByte(' ')
		}
		b.WriteString(r.text)
		now.end = max(now.end, r.end)
		now.size = max(now.size, r.size)
		if r.bold {
			bold += len(r.text)
		}
		now.bold = bold*2 > b.Len()
	}
	flush()
	return all
}

// The fewest lines on either side of a gap that parts columns, the narrowest such gap in sizes of the letters, and how
// much of the page's width a line has that stands across columns.
const (
	fewestInColumn = 3
	gutter         = 0.7
	acrossColumns  = 0.62
	mostColumns    = 8
)

// columns puts the lines of a page in the order in which they are read: column after column, between lines that stand
// across them.
func columns(all []line, depth int) []line {
	slices.SortStableFunc(all, func(a, b line) int { return cmp.Compare(b.y, a.y) })
	at, ok := findGutter(all)
	if !ok || depth == mostColumns {
		return all
	}
	var out, left, right []line
	flush := func() {
		out = append(append(out, columns(left, depth+1)...), columns(right, depth+1)...)
		left, right = nil, nil
	}
	for _, l := range all {
		switch {
		case l.end <= at:
			left = append(left, l)
		case l.x >= at:
			right = append(right, l)
		default:
			flush()
			out = append(out, l)
		}
	}
	flush()
	return out
}

// findGutter finds a gap that goes down between lines on both sides of it.
func findGutter(all []line) (at float64, ok bool) {
	from, to := math.Inf(1), math.Inf(-1)
	for _, l := range all {
		from, to = min(from, l.x), max(to, l.end)
	}
	narrow := slices.DeleteFunc(slices.Clone(all), func(l line) bool { return l.end-l.x > acrossColumns*(to-from) })
	slices.SortFunc(narrow, func(a, b line) int { return cmp.Compare(a.x, b.x) })
	behind := make([]heights, len(narrow)+1) // of the lines from each on
	behind[len(narrow)] = none
	for i := len(narrow) - 1; i >= 0; i-- {
		behind[i] = behind[i+1].with(narrow[i])
	}
	right, before := math.Inf(-1), none
	for i, l := range narrow {
		apart := l.x-right > gutter*l.size && before.beside(behind[i])
		if apart && i >= fewestInColumn && len(narrow)-i >= fewestInColumn {
			return (l.x + right) / 2, true
		}
		right, before = max(right, l.end), before.with(l)
	}
	return 0, false
}

// heights are how high and how low some lines stand.
type heights struct{ top, bottom float64 }

// none are the heights of no lines.
var none = heights{math.Inf(-1), math.Inf(1)}

func (h heights) with(l line) heights { return heights{max(h.top, l.y), min(h.bottom, l.y)} }

// leastBeside is how much of the lower of two columns stands beside the other.
const leastBeside = 0.3

// beside reports whether two groups of lines stand beside and not above each other.
func (h heights) beside(o heights) bool {
	return min(h.top, o.top)-max(h.bottom, o.bottom) > leastBeside*min(h.top-h.bottom, o.top-o.bottom)
}

func spread(all []line) heights {
	h := none
	for _, l := range all {
		h = h.with(l)
	}
	return h
}
