package opening

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"hearsay/articles/export/told"
	"hearsay/ui/reader/asking"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/theme"
)

// column is a column of the list beside the title.
type column struct {
	name  string
	cells int
	from  int // the width of the list from which on there is room for it
	right bool
	of    func(r Row, now time.Time) string
}

// lastColumn is that of the names, by which nothing is listed.
const lastColumn = "who says most"

// columns are those of the list, the widest lists having all.
func columns() []column {
	return []column{
		{"outlet", 13, 64, false, func(r Row, _ time.Time) string { return r.Outlet }},
		{"date", 9, 50, false, Row.day},
		{"quotes", 6, 40, true, func(r Row, _ time.Time) string { return r.count(r.Quotes) }},
		{"speakers", 8, 78, true, func(r Row, _ time.Time) string { return r.count(r.Speakers) }},
		{lastColumn, 20, 104, false, func(r Row, _ time.Time) string { return strings.Join(r.Top, ", ") }},
	}
}

// day is a row's date: without the year where it is this one.
func (r Row) day(now time.Time) string {
	switch {
	case r.Date.IsZero():
		return ""
	case now.IsZero():
		return r.Date.Format("2 January 2006")
	case r.Date.Year() == now.Year():
		return r.Date.Format("2 Jan")
	}
	return r.Date.Format("2 Jan 06")
}

// count is a figure of a row; a dash where it is not known yet.
func (r Row) count(n int) string {
	switch {
	case !r.Counted:
		return ""
	case !r.Found:
		return "–"
	}
	return strconv.Itoa(n)
}

// Over draws the list on top of the lines of a screen of w by h cells.
func (o *Opening) Over(th *theme.Theme, dumb bool, w, h int, lines []string) {
	r, room := frame(w, h), o.room(w, h)
	in := r.W - 2
	typed := draw.Plain(asking.Visible(o.input, max(in-5, 1)))
	if o.input.Value() == "" {
		typed = draw.Dim(o.invites())
	}
	body := []string{draw.Line(th, in, draw.Plain(" › "), typed)}
	var left []string
	if headed(h) {
		body = append(body, draw.Line(th, in, draw.Dim(strings.Repeat("─", in))))
		left = append(left, o.head(th, room.W))
	}
	for i := range room.H {
		left = append(left, o.line(th, dumb, o.top+i, room.W))
	}
	if in > room.W {
		o.putBeside(th, left, in-room.W-2)
	}
	body = append(body, left...)
	foot := ""
	if in == room.W && o.at < len(o.shown) && o.shown[o.at].row >= 0 { // else the preview tells
		foot = o.rows[o.shown[o.at].row].About
	}
	if len(o.marks) > 0 {
		foot = joined(foot, fmt.Sprintf("%d marked", len(o.marks)))
	}
	if len(o.shown) > room.H {
		foot = joined(foot, fmt.Sprintf("%d–%d of %d", o.top+1, min(o.top+room.H, len(o.shown)), len(o.shown)))
	}
	title := []draw.Seg{draw.Strong(" Who said what? Choose an article ")}
	for i, l := range draw.Frame(th, r, title, foot, true, body, nil) {
		if y := r.Y + i; y < len(lines) {
			lines[y] = draw.Overlay(lines[y], l, r.X, r.X+r.W, w)
		}
	}
}

// stocked reports whether there are articles of the library.
func (o *Opening) stocked() bool {
	return slices.ContainsFunc(o.rows, func(r Row) bool { return r.Stored })
}

// invites tells what can be typed.
func (o *Opening) invites() string {
	if o.asked.Search == nil || !o.stocked() {
		return "words of a title, a file, a folder, an address"
	}
	return "words, speaker:name, said:words, unread, since:7d · a file, a folder, an address"
}

// putBeside puts the preview, of w cells, beside the lines of the list.
func (o *Opening) putBeside(th *theme.Theme, left []string, w int) {
	beside := o.preview(th, w, len(left))
	for i := range left {
		piece := strings.Repeat(" ", w)
		if i < len(beside) {
			piece = beside[i]
		}
		left[i] += th.Paint(theme.Look{Part: theme.Dim}, "│ ") + piece
	}
}

// head names the columns.
func (o *Opening) head(th *theme.Theme, w int) string {
	named := func(c column) string { return c.name + o.by.mark(c.name) }
	return draw.Line(th, w, draw.Dim(laid(columns(), w, "article"+o.by.mark("article"), named)))
}

// hitColumns are those beside what was found: where that stands, and of when.
func hitColumns() []column { return columns()[:2] }

// laid is a line of w cells: a title, and what stands in the columns that have room.
func laid(columns []column, w int, title string, of func(column) string) string {
	var right strings.Builder
	for _, c := range columns {
		if w < c.from {
			continue
		}
		s := cells.Clean(of(c))
		if c.right && cells.Width(s) == c.cells+1 { // it may reach into the gap
			right.WriteString(" " + s)
			continue
		}
		if cells.Width(s) > c.cells {
			s = cells.Truncate(s, c.cells)
		}
		fill := strings.Repeat(" ", c.cells-cells.Width(s))
		if c.right {
			right.WriteString("  " + fill + s)
		} else {
			right.WriteString("  " + s + fill)
		}
	}
	rest := max(w-2-cells.Width(right.String()), 1)
	return " " + cells.Fit(cells.Clean(title), rest) + right.String() + " "
}

// line draws a line of the list.
func (o *Opening) line(th *theme.Theme, dumb bool, i, w int) string {
	if i >= len(o.shown) {
		if i == 0 && len(o.shown) == 0 {
			return draw.Line(th, w, draw.Dim(" nothing of that name: a file, a folder or an address can be typed, too"))
		}
		return draw.Line(th, w)
	}
	l := o.shown[i]
	var segs []draw.Seg
	switch {
	case l.heading != "":
		return draw.Line(th, w, draw.Strong(" "+l.heading))
	case l.named != "":
		segs = []draw.Seg{draw.Plain(" "), draw.Plain("open " + l.named)}
	case l.hit != nil:
		r := Row{Facts: l.hit.Facts}
		of := func(c column) string { return c.of(r, o.asked.Now) }
		segs = []draw.Seg{draw.Plain(" "), draw.Plain(laid(hitColumns(), w, l.hit.line(), of)[1:])}
	default:
		r := o.rows[l.row]
		text := []rune(laid(columns(), w, o.state(r, dumb)+r.Title, func(c column) string { return c.of(r, o.asked.Now) }))
		segs = []draw.Seg{draw.Plain(" "), draw.Plain(string(text[1:]))}
	}
	if i == o.at {
		segs[0].Text = draw.Mark(dumb)
		segs = draw.Chosen(segs, true)
	}
	return draw.Line(th, w, segs...)
}

// line is a hit in a line: who says what, else the words, else the title.
func (h *Hit) line() string {
	switch {
	case h.Words == "":
		return h.Title
	case h.Who == "":
		return h.Words
	}
	return h.Who + ": " + h.Words
}

// state is what stands before the title of an article that is marked, and of the library's: a point where one was never
// opened, a check where somebody has decided about it.
func (o *Opening) state(r Row, dumb bool) string {
	switch {
	case o.marks[r.Item] && dumb:
		return "+ "
	case o.marks[r.Item]:
		return "◆ "
	case !r.Stored:
		return ""
	case r.Reviewed && dumb:
		return "v "
	case r.Reviewed:
		return "✓ "
	case r.Read:
		return "  "
	case dumb:
		return "* "
	}
	return "● "
}

// known says what the state of an article of the library is.
func (r Row) known() string {
	switch {
	case !r.Stored:
		return ""
	case r.Reviewed:
		return "reviewed"
	case r.Read:
		return "read"
	}
	return "not read yet"
}

// preview tells of the current row what is known, and how its text begins.
func (o *Opening) preview(th *theme.Theme, w, h int) (out []string) {
	if o.at >= len(o.shown) || o.shown[o.at].row < 0 && o.shown[o.at].hit == nil {
		return nil
	}
	r := o.previewed()
	add := func(part theme.Part, words string) {
		for _, l := range cells.Wrap(words, max(w-1, 1)) {
			if len(out) < h {
				out = append(out, draw.Line(th, w, draw.As(part, l)))
			}
		}
	}
	add(theme.Strong, r.Title)
	add(theme.Dim, joined(r.Outlet, r.day(time.Time{}), r.About))
	if r.Found {
		add(theme.Plain, told.Count(r.Quotes, "quote")+" · "+told.Count(r.Speakers, "speaker"))
		if len(r.Top) > 0 {
			add(theme.Plain, "most by "+strings.Join(r.Top, ", "))
		}
	}
	if known := joined(append([]string{r.known()}, hashed(r.Tags)...)...); known != "" {
		add(theme.Dim, known)
	}
	for _, p := range r.Preview {
		if len(out) < h {
			out = append(out, draw.Line(th, w))
		}
		add(theme.Plain, p)
	}
	return out
}

// previewed is the current row, or what a hit is of.
func (o *Opening) previewed() Row {
	l := o.shown[o.at]
	if l.hit == nil {
		return o.rows[l.row]
	}
	r := Row{Facts: l.hit.Facts, Title: l.hit.Title, Counted: true}
	if l.hit.Words != "" {
		r.Preview = []string{l.hit.line()}
	}
	return r
}

func hashed(tags []string) (out []string) {
	for _, t := range tags {
		out = append(out, "#"+t)
	}
	return out
}

// joined puts what there is beside each other.
func joined(parts ...string) string {
	var all []string
	for _, p := range parts {
		if p != "" {
			all = append(all, p)
		}
	}
	return strings.Join(all, " · ")
}

// Cursor is where the typed words end on a screen of w by h cells.
func (o *Opening) Cursor(w, h int) (x, y int) {
	r := frame(w, h)
	return min(r.X+4+asking.CursorCells(o.input), r.X+r.W-2), r.Y + 1
}
