// Package layout divides the screen among the reader's panes. One pure function turns size, preferences and focus into
// rectangles; drawing and the mouse both use them, so what is seen is what is clicked.
package layout

// Pane is one of the reader's panes.
type Pane int

// The panes, in the order of their numbers.
const (
	Article Pane = iota
	Quotes
	Speakers
	Positions
	Why
	Card
	Review
	Panes // how many there are
)

// IsPanel reports whether a pane explains one thing, rather than listing many.
func (p Pane) IsPanel() bool { return p == Why || p == Card || p == Review }

// Rect is a rectangle of cells; X and Y count from the screen's top left corner.
type Rect struct{ X, Y, W, H int }

// Holds reports whether the cell lies in the rectangle.
func (r Rect) Holds(x, y int) bool { return r.X <= x && x < r.X+r.W && r.Y <= y && y < r.Y+r.H }

// Empty reports whether the rectangle holds no cell.
func (r Rect) Empty() bool { return r.W <= 0 || r.H <= 0 }

// Inner is what is left inside a frame of one cell.
func (r Rect) Inner() Rect { return Rect{r.X + 1, r.Y + 1, max(r.W-2, 0), max(r.H-2, 0)} }

// Shape is how the panes are put together.
type Shape int

// The shapes, by width: side by side from 100 cells, article over list from 60, one pane below.
const (
	TooSmall Shape = iota
	Single
	Stacked
	Side
)

// The sizes at which the shape changes, and below which nothing is drawn.
const (
	sideWidth    = 100
	stackedWidth = 60
	stackedLines = 18
	minWidth     = 30
	minHeight    = 8
	threeLists   = 16 // the least height in which three lists can stand over each other
)

// Prefs are what a reader has chosen.
type Prefs struct {
	Focus Pane
	// List is the list that was looked at last, shown where there is room for one only.
	List Pane
	// Split is the article's share of the width, or of the height where panes are stacked, in percent.
	Split int
	// Shares are the first two lists' parts of the height in percent where three stand over each other; 0 is the usual.
	Shares [2]int
	// Wants are the lines that each list could fill, its frame not among them; those that could not fill their part leave
	// it to the others. 0 is not known.
	Wants [Panes]int
	// Zoom gives the whole screen to the pane in focus.
	Zoom bool
	// Panel is the panel that is open: Why, which explains the current quote, Card, which tells all of the current
	// speaker, or Review, which asks what is right; Article stands for none. It takes the place of two of the lists,
	// and leaves the one it belongs to.
	Panel Pane
}

// The limits of Prefs.Split, and where it starts.
const (
	MinSplit, MaxSplit, DefaultSplit = 30, 80, 60
)

// ListOf is the list that stays in sight beside a panel.
func ListOf(panel Pane) Pane {
	if panel == Card || panel == Review {
		return Speakers
	}
	return Quotes
}

// Layout is where everything stands. Panes that are not shown have an empty rectangle.
type Layout struct {
	Shape  Shape
	Header Rect // what is read
	Info   Rect // the current quote, or what is asked
	Hints  Rect // the keys that matter now
	Panes  [Panes]Rect
	// Framed is false where a pane has no room to lose to a frame: its title then stands in the header.
	Framed bool
	// Tabbed is true where one list stands for all: its title names the others too.
	Tabbed bool
}

// Of lays out a screen of w by h cells.
func Of(w, h int, p Prefs) Layout {
	if w < minWidth || h < minHeight {
		return Layout{Shape: TooSmall}
	}
	l := Layout{
		Header: Rect{0, 0, w, 1},
		Info:   Rect{0, h - 2, w, 1},
		Hints:  Rect{0, h - 1, w, 1},
		Framed: true,
	}
	body := Rect{0, 1, w, h - 3}
	switch {
	case w < stackedWidth || (w < sideWidth && h < stackedLines):
		l.Shape, l.Framed, l.Tabbed = Single, false, true
		l.Panes[p.Focus] = body
	case p.Zoom:
		l.Shape, l.Tabbed = Single, true
		l.Panes[p.Focus] = body
	case w < sideWidth:
		l.Shape, l.Tabbed = Stacked, true
		l.stack(body, p)
	default:
		l.Shape = Side
		l.sideBySide(body, p)
	}
	return l
}

// list is the list that is seen where only one is.
func (p Prefs) list() Pane {
	switch {
	case p.Focus != Article:
		return p.Focus
	case p.List != Article:
		return p.List
	}
	return Quotes
}

func (l *Layout) stack(body Rect, p Prefs) {
	top := clamp(body.H*p.split()/100, 5, body.H-5)
	l.Panes[Article] = Rect{body.X, body.Y, body.W, top}
	l.Panes[p.list()] = Rect{body.X, body.Y + top, body.W, body.H - top}
}

func (l *Layout) sideBySide(body Rect, p Prefs) {
	left := clamp(body.W*p.split()/100, 40, body.W-36)
	l.Panes[Article] = Rect{body.X, body.Y, left, body.H}
	right := Rect{body.X + left, body.Y, body.W - left, body.H}
	switch {
	case right.H < threeLists:
		l.Tabbed = true
		l.Panes[p.list()] = right
	case p.Panel != Article:
		l.column(right, []Pane{ListOf(p.Panel), p.Panel}, []int{38, 62})
	case p.Shares != [2]int{}:
		l.column(right, []Pane{Quotes, Speakers, Positions}, p.heights(right.H))
	default:
		l.column(right, []Pane{Quotes, Speakers, Positions}, fitting(right.H, []int{42, 26, 32},
			[]int{p.Wants[Quotes], p.Wants[Speakers], p.Wants[Positions]}))
	}
}

// least is the least height of a list with its frame, and emptied that of one with nothing but a word in it.
const least, emptied = 5, 3

// heights are the shares of three lists as a reader has set them, in percent of a height, with room left for all.
func (p Prefs) heights(h int) []int {
	first := clamp(h*p.Shares[0]/100, emptied, h-2*emptied)
	second := clamp(h*p.Shares[1]/100, emptied, h-first-emptied)
	return []int{(100*first + h - 1) / h, (100*second + h - 1) / h, 0}
}

// fitting are the shares of three lists in percent of a height: the usual ones, but that a list which cannot fill its
// part leaves the rest to those that could do with more.
func fitting(h int, shares, wants []int) []int {
	lines, spare, hungry, left := make([]int, len(shares)), 0, 0, h
	for i, share := range shares {
		if lines[i] = max(h*share/100, least); i == len(shares)-1 {
			lines[i] = left
		}
		left -= lines[i]
		need := max(wants[i]+2, emptied)
		switch {
		case wants[i] > 0 && need < lines[i]:
			spare += lines[i] - need
			lines[i] = need
		case wants[i] > 0 && need > lines[i]:
			hungry += need - lines[i]
		}
	}
	for i := range lines {
		if need := wants[i] + 2 - lines[i]; wants[i] > 0 && need > 0 {
			more := min((spare*need+hungry-1)/hungry, need)
			lines[i], spare, hungry = lines[i]+more, spare-more, hungry-need
		}
	}
	for i := range lines {
		lines[i] = (100*lines[i] + h - 1) / h
	}
	return lines
}

// column stacks panes over each other, each with its share of the height in percent; the last takes what is left.
func (l *Layout) column(r Rect, panes []Pane, shares []int) {
	y := r.Y
	for i, pane := range panes {
		h := clamp(r.H*shares[i]/100, emptied, r.Y+r.H-y-emptied*(len(panes)-1-i))
		if i == len(panes)-1 {
			h = r.Y + r.H - y
		}
		l.Panes[pane] = Rect{r.X, y, r.W, h}
		y += h
	}
}

// Border is an edge between panes that can be moved.
type Border int

// The borders: beside the article, or below it where panes are stacked, and below the first and the second of three
// lists.
const (
	NoBorder Border = iota
	BesideArticle
	BelowFirst
	BelowSecond
)

// BorderAt is the border at a cell. The edge beside the article is the lists' own; the article's shows where its quotes
// stand.
func (l Layout) BorderAt(x, y int) Border {
	article := l.Panes[Article]
	switch {
	case !l.Framed || article.Empty() || l.Shape == Single:
	case l.Shape == Stacked && y == article.Y+article.H-1:
		return BesideArticle
	case l.Shape == Side && x == article.X+article.W && y > article.Y:
		return BesideArticle
	case l.Shape != Side || x <= article.X+article.W || l.Panes[Positions].Empty() || l.Panes[Quotes].Empty():
	case y == l.Panes[Quotes].Y+l.Panes[Quotes].H-1:
		return BelowFirst
	case y == l.Panes[Speakers].Y+l.Panes[Speakers].H-1:
		return BelowSecond
	}
	return NoBorder
}

// Moved are the preferences after a border was moved to a cell of a screen of w by h cells.
func (l Layout) Moved(b Border, p Prefs, x, y int) Prefs {
	body := max(l.Info.Y-l.Header.H, 1)
	switch {
	case b == BesideArticle && l.Shape == Stacked:
		p.Split = clamp(100*(y+1-l.Header.H)/body, MinSplit, MaxSplit)
	case b == BesideArticle:
		p.Split = clamp((100*x+l.Header.W/2)/max(l.Header.W, 1), MinSplit, MaxSplit)
	case b == BelowFirst || b == BelowSecond:
		first, second := l.Panes[Quotes].H, l.Panes[Speakers].H
		if b == BelowFirst {
			at := clamp(y+1-l.Header.H, emptied, body-2*emptied)
			first, second = at, max(first+second-at, emptied) // what there is no room for pushes on
		} else {
			second = clamp(y+1-l.Header.H-first, emptied, body-first-emptied)
		}
		p.Shares = [2]int{(100*first + body - 1) / body, (100*second + body - 1) / body}
	}
	return p
}

func (p Prefs) split() int {
	if p.Split == 0 {
		return DefaultSplit
	}
	return clamp(p.Split, MinSplit, MaxSplit)
}

// At is the pane that shows the cell; ok is false where none does.
func (l Layout) At(x, y int) (pane Pane, ok bool) {
	for i, r := range l.Panes {
		if r.Holds(x, y) {
			return Pane(i), true
		}
	}
	return 0, false
}

// Inner is the part of a pane's rectangle that its content is drawn in.
func (l Layout) Inner(p Pane) Rect {
	if l.Framed {
		return l.Panes[p].Inner()
	}
	return l.Panes[p]
}

func clamp(v, low, high int) int { return min(max(v, low), high) }
