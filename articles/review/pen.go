package review

import (
	"time"

	"hearsay/analysis"
	"hearsay/analysis/score"
)

// Pen writes one reviewer's entries about one article.
type Pen struct {
	Reviewer string
	// Article is the article's id, Text its text.
	Article, Text string
	// Now tells the time.
	Now func() time.Time

	last time.Time
}

// write makes an entry. No two are of the same time, however coarse the clock, so that none has the name of another.
func (p *Pen) write(e Entry) Entry {
	now := p.Now().UTC().Round(0)
	if !now.After(p.last) {
		now = p.last.Add(1)
	}
	p.last = now
	e.Version, e.Reviewer, e.Article, e.At = Version, p.Reviewer, p.Article, now
	return e.named()
}

func (p *Pen) change(act Act, of Subject, to Change) Entry {
	return p.write(Entry{Act: act, Of: &of, To: &to})
}

// Accept says that a quote or a position is right as it stands on the screen.
func (p *Pen) Accept(of Subject) Entry { return p.write(Entry{Act: Accept, Of: &of}) }

// Reject says that it is no quote, or no position.
func (p *Pen) Reject(of Subject) Entry { return p.write(Entry{Act: Reject, Of: &of}) }

// Speakers says who said it; nobody where the article does not tell. Of a position the first counts.
func (p *Pen) Speakers(of Subject, who ...Who) Entry {
	return p.change(SetSpeakers, of, Change{Speakers: who})
}

// Content says which words are a quote's content. The kind follows from where they stand.
func (p *Pen) Content(of Subject, content []analysis.Span) Entry {
	return p.change(SetContent, of, Change{Content: WordsAt(p.Text, content), Kind: p.kindOf(content)})
}

// Kind says of which kind a quote is.
func (p *Pen) Kind(of Subject, kind analysis.Kind) Entry {
	return p.change(SetKind, of, Change{Kind: kindWord(kind)})
}

// Source says which words tell who, or that none do.
func (p *Pen) Source(of Subject, source []analysis.Span) Entry {
	return p.change(SetSource, of, Change{Source: WordsAt(p.Text, source)})
}

// Cue says which words attribute, or that none do.
func (p *Pen) Cue(of Subject, cue []analysis.Span) Entry {
	return p.change(SetCue, of, Change{Cue: WordsAt(p.Text, cue)})
}

// Split makes two quotes of one, as Item.Now tells it: the first keeps what was decided, the second has the same cue, source and
// speakers until a further entry on it says otherwise.
func (p *Pen) Split(of Subject, now Quote, first, second []analysis.Span) Entry {
	now.Content, now.Kind = WordsAt(p.Text, second), p.kindOf(second)
	now.Confidence, now.SpeakerConfidence = 0, 0
	return p.change(Split, of, Change{Content: WordsAt(p.Text, first), Kind: p.kindOf(first), Quote: &now})
}

// Join makes one quote of two: with becomes part of the first, whose content is both.
func (p *Pen) Join(of, with Subject, content []analysis.Span) Entry {
	return p.change(Join, of, Change{Content: WordsAt(p.Text, content), Kind: p.kindOf(content), With: &with})
}

// Same says that a speaker is another, whose name stays: whatever is the one's is the other's. The engine is the one in whose
// document they are two.
func (p *Pen) Same(engine string, who, is Who) Entry {
	return p.change(Same, Subject{Engine: engine, Speaker: &who}, Change{Speakers: []Who{is}})
}

// Add adds a quote that was missed by the engine of this version. Its kind is worked out where it is not told.
func (p *Pen) Add(engine string, q Quote) Entry {
	if q.Kind == "" {
		q.Kind = p.kindOf(spansOf(q.Content))
	}
	return p.write(Entry{Act: AddQuote, Of: &Subject{Engine: engine, Quote: &q}})
}

// Stance says on which side a position is.
func (p *Pen) Stance(of Subject, stance analysis.Stance) Entry {
	return p.change(SetStance, of, Change{Stance: stanceWord(stance)})
}

// Target says towards what a position is.
func (p *Pen) Target(of Subject, target []analysis.Span) Entry {
	return p.change(SetTarget, of, Change{Target: WordsAt(p.Text, target)})
}

// AddPosition adds a position that was missed.
func (p *Pen) AddPosition(engine string, o Position) Entry {
	return p.write(Entry{Act: AddPosition, Of: &Subject{Engine: engine, Position: &o}})
}

// Skip leaves a quote or a position for later; nil is the article.
func (p *Pen) Skip(of *Subject) Entry { return p.write(Entry{Act: Skip, Of: of}) }

// Flag marks a quote or a position to be looked at again; nil is the article.
func (p *Pen) Flag(of *Subject) Entry { return p.write(Entry{Act: Flag, Of: of}) }

// Note remarks on a quote, a position, or, where of is nil, the article.
func (p *Pen) Note(of *Subject, text string) Entry {
	return p.write(Entry{Act: Note, Of: of, Note: text})
}

// Complete says that nothing is missed in the article.
func (p *Pen) Complete() Entry { return p.write(Entry{Act: Complete}) }

// Reopen says that something may be missed after all.
func (p *Pen) Reopen() Entry { return p.write(Entry{Act: Reopen}) }

// Sit says how what follows is reviewed. A sitting over several articles begins so in the log of each.
func (p *Pen) Sit(s Sitting) Entry { return p.write(Entry{Act: Sit, Sitting: &s}) }

// Undo takes back what was done last; false where nothing is left.
func (p *Pen) Undo(s *State) (Entry, bool) {
	last, ok := s.CanUndo()
	return p.TakeBack(last.ID), ok
}

// Redo restores what was taken back last; false where nothing is.
func (p *Pen) Redo(s *State) (Entry, bool) {
	last, ok := s.CanRedo()
	return p.write(Entry{Act: Redo, Names: last.ID}), ok
}

// TakeBack takes back any entry, also one that is not the last.
func (p *Pen) TakeBack(id string) Entry { return p.write(Entry{Act: Undo, Names: id}) }

func (p *Pen) kindOf(content []analysis.Span) string {
	words := spansOf(WordsAt(p.Text, content)) // what lies outside the text has no kind
	return kindWord(score.NewKinds(p.Text).Of(words))
}
