package page

import (
	"hearsay/analysis/text"
	"hearsay/ui/reader/cells"
)

// Ink is how a stretch of text is drawn. Where marks lie over each other their inks are joined.
type Ink struct {
	Speaker int // the speaker's colour, counted from 1; 0 for none
	Flags   Flags
}

// over is the ink that comes of putting top over k.
func (k Ink) over(top Ink) Ink {
	if top.Flags&(Direct|Mixed|Indirect) != 0 {
		k.Flags &^= Unsure // the inner quote tells by itself how sure it is
	}
	k.Flags |= top.Flags
	if top.Speaker != 0 {
		k.Speaker = top.Speaker
	}
	return k
}

// Flags are the things that can be true of a stretch of text.
type Flags uint16

// The flags.
const (
	Direct     Flags = 1 << iota // content of a direct quote
	Mixed                        // content of a mixed quote
	Indirect                     // content of an indirect quote
	Current                      // of the current quote
	Cue                          // the words that attribute it
	Source                       // the words that tell who
	Evidence                     // the sentence that proves a position
	Mention                      // words that refer to a speaker
	Hit                          // found by a search
	CurrentHit                   // the place of the search that is looked at
	Selected                     // selected to be copied
	Unsaid                       // content that was denied to have been said, or refused
	Unsure                       // content of a quote that is not sure
	Caret                        // where the edge of what is being chosen stands
)

// Run is a stretch of a line that is drawn in one ink.
type Run struct {
	text.Span        // the bytes it shows
	Draw      string // what is written: never a control code
	Width     int    // the cells that Draw takes
	Ink       Ink
}

// Runs cuts a line where the marks on it start and end, though never within a sign: a sign takes the ink of every mark
// that touches it. The marks of later layers lie over those of earlier ones, and within a layer in the order they were
// given. The indent is not part of the runs; together they show the whole line.
func (p *Page) Runs(line int, layers ...*Marks) []Run {
	var on []Mark
	span := p.Line(line).Span
	for _, m := range layers {
		for mark := range m.Touching(span) {
			on = append(on, mark)
		}
	}
	b := runs{text: p.text}
	for c := range p.clusters(line) {
		b.add(c, inkAt(on, text.Span{Start: c.Start, End: c.End}))
	}
	b.flush()
	return b.done
}

// inkAt is the ink of all marks that touch the span.
func inkAt(on []Mark, at text.Span) Ink {
	var k Ink
	for i := range on {
		if on[i].Overlaps(at) {
			k = k.over(on[i].Ink)
		}
	}
	return k
}

// runs joins signs of one ink.
type runs struct {
	text   string
	done   []Run
	run    Run
	drawn  []byte
	edited bool // whether what is drawn differs from the text
}

func (b *runs) add(c cells.Cluster, ink Ink) {
	if ink != b.run.Ink || b.run.Empty() {
		b.flush()
		b.run = Run{Span: text.Span{Start: c.Start, End: c.Start}, Ink: ink}
	}
	if !b.edited && c.Draw != b.text[c.Start:c.End] {
		b.drawn = append(b.drawn[:0], b.text[b.run.Start:b.run.End]...)
		b.edited = true
	}
	if b.edited {
		b.drawn = append(b.drawn, c.Draw...)
	}
	b.run.End = c.End
	b.run.Width += c.Width
}

func (b *runs) flush() {
	if b.run.Empty() {
		return
	}
	b.run.Draw = b.run.Of(b.text)
	if b.edited {
		b.run.Draw = string(b.drawn)
	}
	b.done = append(b.done, b.run)
	b.run, b.edited = Run{}, false
}
