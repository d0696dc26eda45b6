package reader

import (
	"strings"

	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
)

// seg is a stretch of a line in one look. Its text may come from an article: it is cleaned when it is drawn.
type seg struct {
	look theme.Look
	text string
}

func plain(s string) seg  { return seg{text: s} }
func strong(s string) seg { return seg{theme.Look{Part: theme.Strong}, s} }
func dim(s string) seg    { return seg{theme.Look{Part: theme.Dim}, s} }

// of is a stretch in a speaker's colour.
func of(speaker int, s string) seg { return seg{theme.Look{Speaker: speaker + 1}, s} }

// line draws segments as a line of exactly w cells: cut with an ellipsis, or filled up.
func line(th *theme.Theme, w int, segs ...seg) string {
	var b strings.Builder
	for i, s := range segs {
		if w <= 0 {
			break
		}
		text := cells.Clean(s.text)
		if width := cells.Width(text); width > w || (width == w && more(segs[i+1:])) {
			text = cells.Truncate(text+"…", w)
		}
		w -= cells.Width(text)
		b.WriteString(th.Paint(s.look, text))
	}
	if w > 0 {
		last := theme.Look{}
		if len(segs) > 0 {
			last.Part = segs[len(segs)-1].look.Part
		}
		if last.Part != theme.Row {
			last.Part = theme.Plain
		}
		b.WriteString(th.Paint(last, strings.Repeat(" ", w)))
	}
	return b.String()
}

func more(segs []seg) bool {
	for _, s := range segs {
		if s.text != "" {
			return true
		}
	}
	return false
}

// justified puts left and right at the two ends of a line; left is cut first.
func justified(th *theme.Theme, w int, left, right []seg) string {
	rw := 0
	for _, s := range right {
		rw += cells.Width(s.text)
	}
	if rw >= w {
		return line(th, w, left...)
	}
	return line(th, w-rw, left...) + line(th, rw, right...)
}

// chosen draws segments as the current row of a list.
func chosen(segs []seg, focused bool) []seg {
	part := theme.RowIdle
	if focused {
		part = theme.Row
	}
	out := make([]seg, len(segs))
	for i, s := range segs {
		s.look.Part = part
		out[i] = s
	}
	return out
}

// frame draws lines in a box with a title above and a foot below. The box in focus is heavy, others are thin. Its right
// edge may be given, a piece for each line.
func frame(th *theme.Theme, r layout.Rect, title []seg, foot string, focused bool, lines, right []string) []string {
	edge, look := "┌─┐│└┘", theme.Look{Part: theme.Dim}
	if focused {
		edge, look = "┏━┓┃┗┛", theme.Look{Part: theme.Strong}
	}
	e := []rune(edge)
	in := r.W - 2
	out := make([]string, 0, r.H)
	out = append(out, th.Paint(look, string(e[0]))+rule(th, look, string(e[1]), in, title, true)+th.Paint(look, string(e[2])))
	side := th.Paint(look, string(e[3]))
	for i := range r.H - 2 {
		text := strings.Repeat(" ", in)
		if i < len(lines) {
			text = lines[i]
		}
		end := side
		if i < len(right) {
			end = right[i]
		}
		out = append(out, side+text+end)
	}
	var footer []seg
	if foot != "" {
		footer = []seg{dim(" " + foot + " ")}
	}
	return append(out, th.Paint(look, string(e[4]))+rule(th, look, string(e[1]), in, footer, false)+th.Paint(look, string(e[5])))
}

// rule draws a horizontal edge with words in it, at its left or at its right end.
func rule(th *theme.Theme, look theme.Look, dash string, w int, words []seg, left bool) string {
	ww := 0
	for _, s := range words {
		ww += cells.Width(s.text)
	}
	ww = min(ww, w-1)
	if ww <= 0 {
		return th.Paint(look, strings.Repeat(dash, max(w, 0)))
	}
	text := line(th, ww, words...)
	if left {
		return text + th.Paint(look, strings.Repeat(dash, w-ww))
	}
	return th.Paint(look, strings.Repeat(dash, w-ww-1)) + text + th.Paint(look, dash)
}
