// Package opening is where an article is chosen: those that are open, those that were read last, the library's and the
// built-in ones, a line each with what is known of it, and a preview beside the list where there is room. Every letter
// that is typed finds; what is typed or pasted may also be the name of a file or a folder, or an address.
//
// It promises that no letter is a command, that the list fits the cells it is drawn in, and that it opens nothing by
// itself: what is to be opened is told.
package opening

import (
	"strings"
	"time"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"hearsay/articles/export/told"
	"hearsay/ui/reader/asking"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/find"
	"hearsay/ui/reader/layout"
)

// Facts are what is known of an article before it is read.
type Facts struct {
	Outlet string
	Date   time.Time
	// Found is set where it is known how many quotes and speakers it has, and who says most, the first most of all.
	Found            bool
	Quotes, Speakers int
	Top              []string
	// Stored is set for an article of the library, Read where somebody has opened it, and Reviewed where somebody has
	// decided about it; Tags are its tags.
	Stored, Read, Reviewed bool
	Tags                   []string
	// About is a line on what it is, or where it stands.
	About string
}

// Row is an article of the list.
type Row struct {
	Facts
	// Section is the heading under which it stands.
	Section string
	Title   string
	// Also are further words by which it is found, such as its file's.
	Also string
	// Item is the article's number, whatever whoever made the row counts by.
	Item int
	// Counted is set for an article, which has quotes and speakers.
	Counted bool
	// Preview is its beginning, a paragraph each; nil while it is not known.
	Preview []string
}

// Asked are what the list needs of whoever shows it.
type Asked struct {
	// Rows are the articles as they are known now, those of one section beside each other.
	Rows func() []Row
	// Open opens one of them.
	Open func(item int)
	// Named says what could be opened by a name that is typed: "the folder ~/news"; empty where there is none. Find
	// opens it, and Complete is the name with more of it, as far as files are called so.
	Named    func(name string) string
	Find     func(name string)
	Complete func(name string) string
	// Search looks for what is typed in the library, and hands what it finds to Found when it is there; nil where there is
	// no library.
	Search func(typed string)
	// OpenAll opens several articles, the first of them now. Remove takes articles out of the library, Undo brings back
	// what was taken out last, Tag asks for tags of articles, Refresh asks the feeds for what is new, and Keep adds to the
	// library what is typed, else an article.
	OpenAll, Remove, Tag func(items []int)
	Undo, Refresh        func()
	Keep                 func(typed string, item int)
	// First is the article that is current to begin with.
	First int
	// Stays is set where nothing is behind the list: leaving it is the end.
	Stays bool
	// Now is the time, by which a date of this year is told without it.
	Now time.Time
}

// Opening is the list, open.
type Opening struct {
	asked Asked
	input textinput.Model
	rows  []Row
	found Found
	by    order
	marks map[int]bool // of articles
	shown []line
	at    int // index of the current line in shown
	top   int
	seen  [3]int
}

// Found is what was found in the library for what was typed.
type Found struct {
	Typed string
	// Hits are the places, and Articles how many articles they are in, or more than that.
	Hits     []Hit
	Articles int
	// Asked is set where what was typed says more than words: then nothing else is shown.
	Asked bool
	// Problem is why it cannot be looked for; empty where it can.
	Problem string
}

// Hit is a place in an article of the library.
type Hit struct {
	Facts
	// Words are those that were found, Who says them, empty where nobody does, and Title is that of the article.
	Words, Who, Title string
	// Open opens the article there.
	Open func()
}

// line is a line of the list: a row, a heading, a hit, or what was typed as a name.
type line struct {
	row     int // index in rows, or below zero
	heading string
	named   string
	hit     *Hit
}

func (l line) chosen() bool { return l.row >= 0 || l.named != "" || l.hit != nil }

// New makes the list.
func New(a Asked) *Opening { return &Opening{asked: a, marks: map[int]bool{}} }

// Open begins to ask. The command has the cursor blink.
func (o *Opening) Open() tea.Cmd {
	o.input = asking.NewInput()
	cmd := o.input.Focus()
	o.narrow()
	for i, l := range o.shown {
		if l.row >= 0 && o.rows[l.row].Item == o.asked.First {
			o.at = i
		}
	}
	return cmd
}

// Current is the article of the current line; false where that is none.
func (o *Opening) Current() (item int, ok bool) {
	if o.at < len(o.shown) && o.shown[o.at].row >= 0 {
		return o.rows[o.shown[o.at].row].Item, true
	}
	return 0, false
}

// Typed is what was typed.
func (o *Opening) Typed() string { return o.input.Value() }

// narrow shows the rows that hold what was typed, and the file of that name before them.
func (o *Opening) narrow() {
	typed := o.input.Value()
	o.rows, o.shown, o.at, o.top = o.by.sorted(o.asked.Rows()), nil, 0, 0
	if o.asked.Named != nil && typed != "" {
		if what := o.asked.Named(typed); what != "" {
			o.shown = append(o.shown, line{row: -1, named: what})
		}
	}
	fits, section := find.Filter(typed), ""
	fresh := o.found.Typed == typed && typed != ""
	for i, r := range o.rows {
		if fresh && o.found.Asked || !fits(r.words()) {
			continue
		}
		if r.Section != section {
			section = r.Section
			o.shown = append(o.shown, line{row: -1, heading: section})
		}
		o.shown = append(o.shown, line{row: i})
	}
	if fresh {
		o.showFound()
	}
	o.Step(0)
	if o.asked.Search != nil && typed != "" && !fresh {
		o.asked.Search(typed)
	}
}

// problemCells is how wide the lines are in which it is told what is wrong with a query: as the narrowest list.
const problemCells = 36

// showFound shows what was found in the library below all else.
func (o *Opening) showFound() {
	switch f := &o.found; {
	case f.Problem != "":
		for _, l := range cells.Wrap(f.Problem, problemCells) {
			o.shown = append(o.shown, line{row: -1, heading: l})
		}
	case len(f.Hits) > 0:
		o.shown = append(o.shown, line{row: -1, heading: "Found in the library · " + told.Count(f.Articles, "article")})
	case f.Asked:
		o.shown = append(o.shown, line{row: -1, heading: "nothing in the library is so"})
	}
	for i := range o.found.Hits {
		o.shown = append(o.shown, line{row: -1, hit: &o.found.Hits[i]})
	}
}

// Found takes what was found, if it is what is typed now. The current line stays.
func (o *Opening) Found(f Found) {
	if f.Typed != o.input.Value() {
		return
	}
	at, top := o.at, o.top
	o.found = f
	o.narrow()
	if at < len(o.shown) && o.shown[at].chosen() {
		o.at, o.top = at, top
	}
}

func (r Row) words() string {
	return strings.Join([]string{r.Title, r.Outlet, r.day(time.Time{}), r.About, r.Also, strings.Join(r.Top, " ")}, " ")
}

// Step moves the current line, over headings.
func (o *Opening) Step(by int) {
	dir := 1
	if by < 0 {
		dir = -1
	}
	i := o.at + by
	for i >= 0 && i < len(o.shown) && !o.shown[i].chosen() {
		i += dir
	}
	switch {
	case i >= 0 && i < len(o.shown):
		o.at = i
	case dir < 0:
		o.top = 0 // the heading above the first
	}
}

// Settle takes over what is known by now, and brings the current line into sight of a screen of w by h cells.
func (o *Opening) Settle(w, h int) {
	if rows := o.asked.Rows(); len(rows) == len(o.rows) {
		o.rows = o.by.sorted(rows)
	}
	in := o.room(w, h).H
	if now := [3]int{o.at, in, len(o.shown)}; now != o.seen {
		o.seen = now
		o.top = min(max(o.top, o.at-in+1), o.at)
		for o.top > 0 && o.shown[o.top-1].heading != "" {
			o.top--
		}
	}
	o.top = min(max(o.top, 0), max(len(o.shown)-in, 0))
}

// Press answers a key on a screen of w by h cells.
func (o *Opening) Press(k tea.KeyPressMsg, _ string, w, h int) (asking.Outcome, tea.Cmd) {
	atEnd := o.input.Position() == len([]rune(o.input.Value()))
	switch k.String() {
	case "esc":
		return o.leave(), nil
	case "enter":
		return o.choose(), nil
	case "tab":
		o.complete()
	case "ctrl+o":
		o.order(o.by.next())
	case "ctrl+@", "ctrl+space", "insert":
		o.mark()
	case "ctrl+x", "ctrl+t", "ctrl+z", "ctrl+r", "alt+enter":
		return asking.Outcome{Do: o.change(k.String())}, nil
	case "down", "ctrl+n":
		o.Step(1)
	case "up", "ctrl+p", "shift+tab":
		o.Step(-1)
	case "pgdown", "ctrl+d":
		o.page(o.room(w, h).H)
	case "pgup":
		o.page(-o.room(w, h).H)
	case "home":
		if o.input.Position() > 0 {
			o.input.CursorStart()
			return asking.Outcome{}, nil
		}
		o.page(-len(o.shown))
	case "end":
		if !atEnd {
			o.input.CursorEnd()
			return asking.Outcome{}, nil
		}
		o.page(len(o.shown))
	default:
		return asking.Outcome{}, o.Type(k)
	}
	return asking.Outcome{}, nil
}

// page moves by so many lines, as far as there are any.
func (o *Opening) page(by int) {
	step := 1
	if by < 0 {
		step = -1
	}
	for range by * step {
		o.Step(step)
	}
}

// leave takes back what was typed; then it closes the list or, where nothing is behind it, it is the end.
func (o *Opening) leave() asking.Outcome {
	switch {
	case o.input.Value() != "":
		o.input.SetValue("")
		o.narrow()
		return asking.Outcome{}
	case o.asked.Stays:
		return asking.Outcome{Quit: true}
	}
	return asking.Outcome{Closed: true}
}

// choose opens the current line. A name stays to be bettered until it was found.
func (o *Opening) choose() asking.Outcome {
	if o.at >= len(o.shown) {
		if typed := strings.TrimSpace(o.input.Value()); typed != "" && o.asked.Find != nil {
			return asking.Outcome{Do: func() { o.asked.Find(typed) }} // which tells why it cannot be opened
		}
		return asking.Outcome{}
	}
	l := o.shown[o.at]
	switch {
	case l.hit != nil:
		return asking.Outcome{Closed: true, Do: l.hit.Open}
	case l.named != "":
		typed := o.input.Value()
		return asking.Outcome{Do: func() { o.asked.Find(typed) }}
	case len(o.marks) > 0 && o.asked.OpenAll != nil:
		return asking.Outcome{Closed: true, Do: func() { o.asked.OpenAll(o.chosen()) }}
	case l.row >= 0:
		item := o.rows[l.row].Item
		return asking.Outcome{Closed: true, Do: func() { o.asked.Open(item) }}
	}
	return asking.Outcome{}
}

// complete types more of a file's name, or goes to the next line where there is no more of it.
func (o *Opening) complete() {
	typed := o.input.Value()
	if o.asked.Complete != nil && typed != "" {
		if more := o.asked.Complete(typed); more != typed {
			o.input.SetValue(more)
			o.input.CursorEnd()
			o.narrow()
			return
		}
	}
	o.Step(1)
}

// Type takes a key, what is pasted, or a message of the cursor's own.
func (o *Opening) Type(msg tea.Msg) tea.Cmd {
	if p, ok := msg.(tea.PasteMsg); ok {
		first, _, _ := strings.Cut(strings.TrimSpace(p.Content), "\n")
		msg = tea.PasteMsg{Content: strings.TrimSpace(first)}
	}
	before := o.input.Value()
	input, cmd := o.input.Update(msg)
	o.input = input
	if input.Value() != before {
		o.narrow()
	}
	return cmd
}

// Click makes the line under a cell current; a second click opens it, a click outside closes the list.
func (o *Opening) Click(x, y, w, h int, again bool) asking.Outcome {
	r := frame(w, h)
	if !r.Holds(x, y) {
		if o.asked.Stays {
			return asking.Outcome{}
		}
		return asking.Outcome{Closed: true}
	}
	in := o.room(w, h)
	if headed(h) && y == in.Y-1 {
		if c, ok := columnAt(x-r.X-1, in.W); ok {
			o.order(o.by.turned(c))
		}
		return asking.Outcome{}
	}
	i := o.top + y - in.Y
	if !in.Holds(x, y) || i >= len(o.shown) || !o.shown[i].chosen() {
		return asking.Outcome{}
	}
	o.at = i
	if again {
		return o.choose()
	}
	return asking.Outcome{}
}

// Lasting reports whether nothing is behind the list.
func (o *Opening) Lasting() bool { return o.asked.Stays }

// Hints are the keys that matter in it.
func (o *Opening) Hints(string) []draw.Hint {
	last := draw.Hint{Key: "esc", Word: "close"}
	switch {
	case o.input.Value() != "":
		last.Word = "clear"
	case o.asked.Stays:
		last.Word = "quit"
	}
	hints := []draw.Hint{{Key: "↑↓", Word: "choose"}, {Key: "↵", Word: "read"},
		{Key: "type", Word: "to find, or a file"}, {Key: "ctrl+o", Word: "order"}, last}
	add := draw.Hint{Key: "alt+enter", Word: "add to the library"}
	switch {
	case o.asked.Remove == nil:
		return hints
	case !o.stocked():
		return append(hints, add)
	}
	return append(hints, draw.Hint{Key: "ctrl+space", Word: "mark"}, draw.Hint{Key: "ctrl+t", Word: "tag"},
		draw.Hint{Key: "ctrl+x", Word: "remove"}, draw.Hint{Key: "ctrl+z", Word: "undo"}, add,
		draw.Hint{Key: "ctrl+r", Word: "refresh feeds"})
}

// frame is where the list stands on a screen of w by h cells: all of it but the lines above and below.
func frame(w, h int) layout.Rect {
	r := layout.Rect{W: min(w, widest), Y: 1, H: max(h-3, 0)}
	r.X = (w - r.W) / 2
	return r
}

// The widest the list gets, and from what width on there is a preview.
const widest, previewFrom = 168, 118

// headFrom is the height from which on a line and the names of the columns stand above the rows.
const headFrom = 9

// headed reports whether there is room for them within the frame.
func headed(h int) bool { return frame(1, h).H-2 >= headFrom }

// room is where its rows stand.
func (o *Opening) room(w, h int) layout.Rect {
	r, above := frame(w, h).Inner(), 1
	if headed(h) {
		above = 3
	}
	r.Y, r.H = r.Y+above, max(r.H-above, 0)
	if w >= previewFrom {
		r.W = r.W * 7 / 10
	}
	return r
}
