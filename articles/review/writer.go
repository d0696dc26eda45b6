package review

import (
	"time"

	"hearsay/analysis"
	"hearsay/analysis/score"
)

// Writer writes one reviewer's entries about one article.
type Writer struct {
	Reviewer string
	// Article is the article's id, Text its text.
	Article, Text string
	// Now tells the time.
	Now func() time.Time

	last time.Time
}

// write makes an entry. No two are of the same time, however coarse the clock, so that none has the name of another.
func (p *Writer) write(e Entry) Entry {
	now := p.Now().UTC().Round(0)
	if !now.After(p.last) {
		now = p.last.Add(1)
	}
	p.last = now
	e.Version, e.Reviewer, e.Article, e.At = Version, p.Reviewer, p.Article, now
	return e.named()
}

// Change writes an entry that puts something of a subject right.
func (p *Writer) Change(act Act, of Subject, to Change) Entry {
	return p.write(Entry{Act: act, Of: &of, To: &to})
}

// Accept says that a quote or a position is right as it stands on the screen.
func (p *Writer) Accept(of Subject) Entry { return p.write(Entry{Act: Accept, Of: &of}) }

// Reject says that it is no quote, or no position.
func (p *Writer) Reject(of Subject) Entry { return p.write(Entry{Act: Reject, Of: &of}) }

// Speakers says who said it; nobody where the article does not tell. Of a position the first counts.
func (p *Writer) Speakers(of Subject, who ...Who) Entry {
	return p.Change(SetSpeakers, of, Change{Speakers: who})
}

// Content says which words are a quote's content. The kind follows from where they stand.
func (p *Writer) Content(of Subject, content []analysis.Span) Entry {
	return p.Change(SetContent, of, Change{Content: WordsAt(p.Text, content), Kind: p.kindOf(content)})
}

// Kind says of which kind a quote is.
func (p *Writer) Kind(of Subject, kind analysis.Kind) Entry {
	return p.Change(SetKind, of, Change{Kind: KindWord(kind)})
}

// Polarity says whether a quote was said, denied to have been said, or refused.
func (p *Writer) Polarity(of Subject, polarity analysis.Polarity) Entry {
	return p.Change(SetPolarity, of, Change{Polarity: polarity.String()})
}

// Source says which words tell who, or that none do.
func (p *Writer) Source(of Subject, source []analysis.Span) Entry {
	return p.Change(SetSource, of, Change{Source: WordsAt(p.Text, source)})
}

// Cue says which words attribute, or that none do.
func (p *Writer) Cue(of Subject, cue []analysis.Span) Entry {
	return p.Change(SetCue, of, Change{Cue: WordsAt(p.Text, cue)})
}

// Split makes two quotes of one, as Item.Now tells it: the first keeps what was decided, the second has the same cue,
// source and speakers until a further entry on it says otherwise.
func (p *Writer) Split(of Subject, now Quote, first, second []analysis.Span) Entry {
	now.Content, now.Kind = WordsAt(p.Text, second), p.kindOf(second)
	now.Confidence, now.SpeakerConfidence = 0, 0
	return p.Change(Split, of, Change{Content: WordsAt(p.Text, first), Kind: p.kindOf(first), Quote: &now})
}

// Join makes one quote of two: with becomes part of the first, whose content is both.
func (p *Writer) Join(of, with Subject, content []analysis.Span) Entry {
	return p.Change(Join, of, Change{Content: WordsAt(p.Text, content), Kind: p.kindOf(content), With: &with})
}

// Same says that a speaker is another, whose name stays: whatever is the one's is the other's. The engine is the one in
// whose document they are two.
func (p *Writer) Same(engine string, who, is Who) Entry {
	return p.Change(Same, Subject{Engine: engine, Speaker: &who}, Change{Speakers: []Who{is}})
}

// Add adds a quote that was missed by the engine of this version. Its kind is worked out where it is not told.
func (p *Writer) Add(engine string, q Quote) Entry {
	if q.Kind == "" {
		q.Kind = p.kindOf(SpansOf(q.Content))
	}
	return p.write(Entry{Act: AddQuote, Of: &Subject{Engine: engine, Quote: &q}})
}

// Stance says on which side a position is.
func (p *Writer) Stance(of Subject, stance analysis.Stance) Entry {
	return p.Change(SetStance, of, Change{Stance: stanceWord(stance)})
}

// Target says towards what a position is.
func (p *Writer) Target(of Subject, target []analysis.Span) Entry {
	return p.Change(SetTarget, of, Change{Target: WordsAt(p.Text, target)})
}

// AddPosition adds a position that was missed.
func (p *Writer) AddPosition(engine string, o Position) Entry {
	return p.write(Entry{Act: AddPosition, Of: &Subject{Engine: engine, Position: &o}})
}

// Skip leaves a quote or a position for later; nil is the article.
func (p *Writer) Skip(of *Subject) Entry { return p.write(Entry{Act: Skip, Of: of}) }

// Flag marks a quote or a position to be looked at again; nil is the article.
func (p *Writer) Flag(of *Subject) Entry { return p.write(Entry{Act: Flag, Of: of}) }

// Note remarks on a quote, a position, or, where of is nil, the article.
func (p *Writer) Note(of *Subject, text string) Entry {
	return p.write(Entry{Act: Note, Of: of, Note: text})
}

// Complete says that nothing is missed in the article.
func (p *Writer) Complete() Entry { return p.write(Entry{Act: Complete}) }

// Reopen says that something may be missed after all.
func (p *Writer) Reopen() Entry { return p.write(Entry{Act: Reopen}) }

// Sit says how what follows is reviewed. A sitting over several articles begins so in the log of each.
func (p *Writer) Sit(s Sitting) Entry { return p.write(Entry{Act: Sit, Sitting: &s}) }

// Undo takes back what was done last; false where nothing is left.
func (p *Writer) Undo(s *State) (Entry, bool) {
	last, ok := s.CanUndo()
	return p.TakeBack(last.ID), ok
}

// Redo restores what was taken back last; false where nothing is.
func (p *Writer) Redo(s *State) (Entry, bool) {
	last, ok := s.CanRedo()
	return p.write(Entry{Act: Redo, Names: last.ID}), ok
}

// TakeBack takes back any entry, also one that is not the last.
func (p *Writer) TakeBack(id string) Entry { return p.write(Entry{Act: Undo, Names: id}) }

func (p *Writer) kindOf(content []analysis.Span) string {
	words := SpansOf(WordsAt(p.Text, content)) // what lies outside the text has no kind
	return KindWord(score.NewKinds(p.Text).Of(words))
}

// Make are the entries by which a quote becomes what it ought to be: Accept where it is so already. Where another
// reviewer added it, it is added anew, since a log speaks of its own entries only.
// A quote without a polarity says nothing of it.
func (p *Writer) Make(of Subject, want Quote) []Entry {
	if of.Added != "" {
		want.Confidence, want.SpeakerConfidence = 0, 0
		return []Entry{p.Add(of.Engine, want)}
	}
	var out []Entry
	is := of.Quote
	change := func(same bool, act Act, to Change) {
		if !same {
			out = append(out, p.Change(act, of, to))
		}
	}
	sameContent := SameWords(is.Content, want.Content)
	change(sameContent, SetContent, Change{Content: want.Content, Kind: want.Kind})
	change(!sameContent || is.Kind == want.Kind, SetKind, Change{Kind: want.Kind})
	samePolarity := want.Polarity == "" || SamePolarity(is.Polarity, want.Polarity)
	change(samePolarity, SetPolarity, Change{Polarity: want.Polarity})
	change(SameWords(is.Cue, want.Cue), SetCue, Change{Cue: want.Cue})
	change(SameWords(is.Source, want.Source), SetSource, Change{Source: want.Source})
	change(SameNames(is.Speakers, want.Speakers), SetSpeakers, Change{Speakers: want.Speakers})
	if out == nil {
		out = append(out, p.Accept(of))
	}
	return out
}

// LeaveSpeakers leaves the speakers unjudged in entries that come from where nobody judged them.
func (p *Writer) LeaveSpeakers(entries []Entry, yes bool) []Entry {
	if yes {
		for i := range entries {
			entries[i].Unjudged = []string{theSpeakers}
			entries[i] = entries[i].named()
		}
	}
	return entries
}
