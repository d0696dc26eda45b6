package positions

import (
	"math"
	"strings"

	"hearsay/analysis/positions/directed"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// finding is a side taken by a quote, before it is checked.
type finding struct {
	quote      int
	at         int      // the token that takes the side
	cue        bool     // it is one of the quote's cue
	neutral    bool     // it takes no side
	modality   Modality // where the words around the one that takes the side do not show it
	act        Act      // what the words of a content do, where they show it
	side       side
	from, to   int // tokens of the target
	statement  text.Span
	confidence float64
	reason     string
	learnt     bool // what words mean tells it, and no pattern
}

// sides gathers the positions of an article. The ways to find them share it.
type sides struct {
	*scene
	topics   *topics
	directed *directed.Model // nil where nothing was learnt
	odds     *odds
	seen     map[key]bool
	sided    map[key]bool // by quote in place of speaker: sentences of it in which a side is taken
	out      []Position
}

// key tells positions of one speaker in one sentence apart.
type key struct {
	speaker, sentence int
	topic             string
}

func newSides(a Article) *sides {
	s := newScene(a)
	return &sides{scene: s, topics: &topics{scene: s}, directed: a.Directed, odds: &odds{scene: s, model: a.Polarity},
		seen: map[key]bool{}, sided: map[key]bool{}}
}

// add makes positions of a finding: of each of those named, where the target is "Bell and Orr".
func (f *sides) add(x finding) {
	if k := f.joint(x.from, x.to); k > 0 {
		y := x
		x.to, y.from = k, k+1
		f.addOne(x)
		f.add(y)
		return
	}
	f.addOne(x)
}

// joint is where an "and" or a comma parts two persons or speakers that a target names; 0 where it names no two.
func (f *sides) joint(from, to int) int {
	if to-from < 3 || !f.isSomeone(to-1) || f.Tag(to) == tags.POS || f.marked(from, to-1) {
		return 0
	}
	for k := from + 1; k+1 < to; k++ {
		if f.partsNames(k) && f.isSomeone(k-1) {
			return k
		}
	}
	return 0
}

// partsNames reports whether token k is an "and" or a comma that stands in no name.
func (f reader) partsNames(k int) bool {
	if f.Lower(k) != "and" && f.Lower(k) != "," || f.InName(k) {
		return false
	}
	return !f.InName(k-1) || f.NameAt(k-1) != f.NameAt(k+1)
}

// addOne makes positions of a finding, one for each speaker, unless the target says nothing or is the speaker.
func (f *sides) addOne(x finding) {
	x.from, x.to = f.trim(x.from, x.to)
	if x.side == noSide && !x.neutral || x.from >= x.to {
		return
	}
	span := f.Text.Span(x.from, x.to)
	x.statement = f.bounded(f.within(x.statement, x.from))
	if !x.statement.Covers(span) {
		x.statement = text.Span{Start: min(x.statement.Start, span.Start), End: max(x.statement.End, span.End)}
	}
	topic, speaker, ok := f.topics.topic(x.from, x.to)
	if !ok || f.disproved(x) {
		return
	}
	q := &f.Quotes[x.quote]
	sure := x.confidence * math.Sqrt(q.Confidence)
	if sure < leastConfidence {
		return
	}
	var targets []int
	if speaker >= 0 {
		targets = []int{speaker}
	}
	act, modality, qualifiers := f.actOf(x), f.modalityOf(x), qualifying{f.reader}.of(x)
	for _, s := range q.Speakers {
		k := key{s, f.Text.Tokens[x.from].Sentence, topic}
		if s == speaker || f.faceless[s] || f.seen[k] {
			continue
		}
		f.seen[k] = true
		f.sided[key{x.quote, k.sentence, ""}] = f.sided[key{x.quote, k.sentence, ""}] || !x.neutral
		f.out = append(f.out, Position{Speaker: s, Stance: stanceOf(x.side), Act: act, Modality: modality,
			Target: []text.Span{span}, Topic: topic, Targets: targets, Qualifiers: qualifiers,
			Statement: []text.Span{x.statement}, Quotes: []int{x.quote}, Confidence: sure, Reason: x.reason})
	}
}

func stanceOf(s side) Stance {
	switch s {
	case pro:
		return Supports
	case con:
		return Opposes
	}
	return Neutral
}

// disproved reports whether the sense of the sentence is clearly the other side from that which a pattern finds in what
// is said.
func (f *sides) disproved(x finding) bool {
	if x.cue || x.side == noSide || !f.isSomeone(x.to-1) {
		return false // the sense is only known to be right of persons and parties
	}
	ill, well := f.odds.oddsOf(x.from, x.to)
	return x.side == pro && ill > leastDisproving || x.side == con && well > leastDisproving
}

// bounded lengthens a statement by the condition that follows it: a side taken under a condition is not told without
// it.
func (f reader) bounded(p text.Span) text.Span {
	_, i := f.Text.Range(p)
	for i < len(f.Tokens) && (f.Tag(i) == tags.Comma || f.Tag(i) == tags.CloseQuote) {
		i++
	}
	if i == 0 || i >= len(f.Tokens) || f.Text.Tokens[i].Sentence != f.Text.Tokens[i-1].Sentence {
		return p
	}
	if n := f.condition(i); n > 0 {
		p.End = f.Text.Tokens[f.conditionEnd(i+n, f.Text.Sentences[f.Text.Tokens[i].Sentence].To)-1].End
	}
	return p
}

// within cuts a statement to the sentence of token i.
func (f reader) within(p text.Span, i int) text.Span {
	s := f.Text.Sentences[f.Text.Tokens[i].Sentence].Span
	p.Start, p.End = max(p.Start, s.Start), min(p.End, s.End)
	if p.Empty() {
		return s
	}
	return p
}

// quoteHull is the stretch that a quote's source, cue and content take up together.
func (f *scene) quoteHull(q int) text.Span {
	out := text.Span{Start: -1}
	quote := &f.Quotes[q]
	for _, spans := range [][]text.Span{quote.Source, quote.Cue, quote.Content} {
		for _, p := range spans {
			if out.Start < 0 {
				out = p
				continue
			}
			out.Start, out.End = min(out.Start, p.Start), max(out.End, p.End)
		}
	}
	return out
}

func (f reader) quote(i, j int) string {
	return "“" + strings.Join(strings.Fields(f.Text.Of(f.Text.Span(i, j))), " ") + "”"
}
