package review

import "slices"

// Verdict is what a decision comes to.
type Verdict string

// The verdicts.
const (
	Undecided Verdict = ""          // only skipped, flagged or remarked on
	Right     Verdict = "right"     // as the machine has it
	Corrected Verdict = "corrected" // a quote, or a position, but something of it is wrong
	Wrong     Verdict = "wrong"     // no quote, or no position
	Joined    Verdict = "joined"    // part of another quote
	Missed    Verdict = "missed"    // the reviewer added it
)

// Decision is what all entries on one thing come to.
type Decision struct {
	// Of is what was decided on, as the machine had it then.
	Of Subject
	// Quote, or Position, is what it ought to be; where the verdict is Wrong, what it would be. Its speakers are as they
	// are one, whatever was decided first. Of a speaker, Speaker is who they are.
	Quote    *Quote
	Position *Position
	Speaker  *Who
	Skipped  bool
	Flagged  bool
	Notes    []string
	// Entries name the entries that stand, in their order.
	Entries []string
	// Sitting is the settings under which it was decided last.
	Sitting Sitting

	outcome  outcome
	key      string
	Last     int  // where the entry that decided last stands in the log
	Moved    bool // the reviewer said whose position it is
	complete bool
	// silent is true where nobody judged the speakers.
	silent bool
	// apart is true where the machine is wrong of the speakers only in that it took one for two.
	Apart bool
}

// outcome is what the last verdict was.
type outcome int

const (
	open outcome = iota
	kept
	dropped
	joined
)

// wholeArticle is the key of what is said of the article.
const wholeArticle = "article"

// speakerKey begins the key of a decision on a speaker.
const speakerKey = "s"

// key names what a decision is about.
func (of Subject) Key() string {
	switch {
	case of.Added != "":
		return addedKey(of.Added)
	case of.Quote != nil:
		return of.Quote.Key()
	case of.Position != nil:
		return of.Position.Key()
	case of.Speaker != nil:
		return speakerKey + KeyOf(SpansOf(of.Speaker.Mentions)) + of.Speaker.Name
	}
	return ""
}

func addedKey(entry string) string { return "+" + entry }

func (q *Quote) Key() string {
	return "q" + KeyOf(SpansOf(q.Content), SpansOf(q.Cue), SpansOf(q.Source))
}

func (p *Position) Key() string {
	return "p" + KeyOf(SpansOf(p.Statement), SpansOf(p.Target)) + p.Speaker.Name
}

// keysOf are the groups that an entry is about: none where it names nothing.
func keysOf(e *Entry) []string {
	var keys []string
	add := func(key string) {
		if key != "" && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	switch e.Act {
	case Complete, Reopen:
		return []string{wholeArticle}
	case AddQuote:
		if e.Of != nil && e.Of.Quote != nil {
			add(addedKey(e.ID))
		}
		return keys
	case AddPosition:
		if e.Of != nil && e.Of.Position != nil {
			add(addedKey(e.ID))
		}
		return keys
	}
	if e.Of == nil {
		if e.Act == Note || e.Act == Flag || e.Act == Skip {
			add(wholeArticle)
		}
		return keys
	}
	add(e.Of.Key())
	if e.Act == Split && e.To != nil && e.To.Quote != nil {
		add(addedKey(e.ID))
	}
	if e.Act == Join && e.To != nil && e.To.With != nil {
		add(e.To.With.Key())
	}
	return keys
}

// Verdict is what the decision comes to.
func (d *Decision) Verdict() Verdict {
	switch {
	case d.outcome == open:
		return Undecided
	case d.outcome == dropped:
		return Wrong
	case d.outcome == joined:
		return Joined
	case d.Of.Added != "":
		return Missed
	case d.Quote != nil && d.Of.Quote.same(d.Quote), d.Position != nil && d.Of.Position.same(d.Position):
		return Right
	}
	return Corrected
}

// Keeps reports whether what was decided on belongs into the corrected article.
func (d *Decision) Keeps() bool { return d.outcome == kept && d.identified() }

// identified reports whether it is known what was decided on.
func (d *Decision) identified() bool { return d.Quote != nil || d.Position != nil || d.Speaker != nil }

// JudgesSpeakers reports whether the reviewer decided who said it, as all do who see it on a screen.
func (d *Decision) JudgesSpeakers() bool { return !d.silent }

// Decided reports whether there is a verdict.
func (d *Decision) Decided() bool { return d.outcome != open }

// same reports whether two quotes say the same in every field that a reviewer decides.
func (q *Quote) same(r *Quote) bool {
	words := SameLetters(q.Content, r.Content) && SameLetters(q.Cue, r.Cue) && SameLetters(q.Source, r.Source)
	return words && q.Kind == r.Kind && SamePolarity(q.Polarity, r.Polarity) && SameNames(q.Speakers, r.Speakers)
}

func (p *Position) same(r *Position) bool {
	return p.Stance == r.Stance && SameLetters(p.Target, r.Target) && p.Speaker.Name == r.Speaker.Name
}

// SameNames reports whether two lists name the same speakers, in whatever order.
func SameNames(a, b []Who) bool { return slices.Equal(NamesOf(a), NamesOf(b)) }

// NamesOf are the names of speakers, in order, each once.
func NamesOf(all []Who) []string {
	var out []string
	for _, w := range all {
		out = append(out, w.Name)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
