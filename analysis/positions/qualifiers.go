package positions

import (
	"slices"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/quotations"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// around is how far from what takes a side, in tokens, its qualifiers are looked for.
const around = 80

// qualifying finds the qualifiers of positions.
type qualifying struct{ reader }

// of finds the words of a statement that turn, weaken or bound the side taken in it, in reading order.
func (f qualifying) of(x finding) []Qualifier {
	from, to := f.Text.Range(x.statement)
	from, to = max(from, min(x.at, x.from)-around), min(to, max(x.at, x.to)+around)
	var out []Qualifier
	note := func(k QualifierKind, i, j int) {
		if i >= from && j <= to && i < j {
			out = append(out, Qualifier{k, f.Text.Span(i, j)})
		}
	}
	f.negations(x, note)
	f.hedges(x, note)
	f.conditions(from, to, x, note)
	f.ironies(from, to, x, note)
	slices.SortFunc(out, func(a, b Qualifier) int {
		if a.Span.Start != b.Span.Start {
			return a.Span.Start - b.Span.Start
		}
		return int(a.Kind) - int(b.Kind)
	})
	return slices.Compact(out)
}

// negations are the words that turn what takes the side: those right before it, or between it and its target.
func (f qualifying) negations(x finding, note func(QualifierKind, int, int)) {
	s := f.Text.Sentences[f.Text.Tokens[x.at].Sentence]
	last := x.at
	if x.from > x.at {
		last = min(x.from-1, x.at+6)
	}
	for i := last; i >= max(s.From, x.at-5); i-- {
		w := f.Lower(i)
		if i < x.at && (f.Tag(i) == tags.Comma || f.Tag(i) == tags.Colon || w == "and" || w == "but") {
			return
		}
		if negating[w] && (i < x.from || i >= x.to) {
			note(Negation, i, i+1)
		}
	}
}

var negating = lexicon.Words("stances/modalities", "negating")

// hedges are the words that weaken a side, near what takes it.
func (f qualifying) hedges(x finding, note func(QualifierKind, int, int)) {
	s := f.Text.Sentences[f.Text.Tokens[x.at].Sentence]
	for i := max(s.From, min(x.at, x.from)-6); i < min(s.To, max(x.at+1, x.to)+4); i++ {
		if i >= x.from && i < x.to {
			continue
		}
		switch w := f.Lower(i); {
		case hedging[w]:
			note(Hedge, i, i+1)
		case (w == "sort" || w == "kind") && f.Lower(i+1) == "of" && (f.Tag(i+2).Adjective() || f.Tag(i+2).Verb()),
			w == "a" && (f.Lower(i+1) == "bit" || f.Lower(i+1) == "little") && f.Tag(i+2).Adjective(),
			w == "i" && (f.Lower(i+1) == "think" || f.Lower(i+1) == "guess" || f.Lower(i+1) == "suppose"):
			note(Hedge, i, i+2)
		}
	}
}

var hedging = lexicon.Words("stances/modalities", "hedging")

// conditions are the clauses under which alone a side is taken: "if Congress agrees".
func (f qualifying) conditions(from, to int, x finding, note func(QualifierKind, int, int)) {
	for i := from; i < to; i++ {
		n := f.condition(i)
		if n == 0 {
			continue
		}
		end := f.conditionEnd(i+n, to)
		if x.at < i || x.at >= end {
			note(Condition, i, end)
		}
		i = end
	}
}

// conditionEnd is where a condition ends whose first words end at i.
func (f reader) conditionEnd(i, to int) int {
	end := i
	for end < to && end < i+longest+8 && f.Tag(end) != tags.Comma && f.Tag(end) < tags.Period && f.Tag(end) != tags.Colon {
		end++
	}
	return end
}

// condition is how many words begin a condition at token i.
func (f reader) condition(i int) int {
	next, third := f.Lower(i+1), f.Lower(i+2)
	switch w := f.Lower(i); {
	case (w == "if" || w == "even" && next == "if") && f.Lower(i-1) != "as" && f.Lower(i-1) != "asked" && next != "not" && f.Tag(i+1) != tags.Comma, w == "unless":
		return 1
	case w == "only" && next == "if", w == "provided" && (next == "that" || f.Tag(i+1).Pronoun() || f.Tag(i+1) == tags.DT) && f.Tag(i-1) == tags.Comma, w == "subject" && next == "to":
		return 2
	case w == "as" && next == "long" && third == "as", w == "so" && next == "long" && third == "as", w == "on" && next == "condition" && third == "that",
		w == "on" && next == "the" && third == "condition":
		return 3
	case w == "should" && f.Tag(i-1) == tags.Comma && (f.Tag(i+1) == tags.DT || f.Tag(i+1).Noun() || f.Tag(i+1) == tags.PRPS):
		return 1 // "should Congress agree"
	}
	return 0
}

// ironies are quotation marks around a few words within what is said already, and words after "so-called".
func (f qualifying) ironies(from, to int, x finding, note func(QualifierKind, int, int)) {
	for i := from; i < to; i++ {
		if f.Lower(i) == "so-called" && i+1 < to && i >= x.from-2 && i < x.to {
			note(Irony, i, i+1)
		}
	}
	span := text.Span{Start: f.Text.Tokens[from].Start, End: f.Text.Tokens[to-1].End}
	k, _ := slices.BinarySearchFunc(f.Quotations.Quotations, span.Start, func(q quotations.Quotation, at int) int { return q.Start - at })
	for ; k < len(f.Quotations.Quotations) && f.Quotations.Quotations[k].Start < span.End; k++ {
		if q := f.Quotations.Quotations[k]; q.Parent >= 0 && q.Kind == quotations.Words && q.Closed && q.To-q.From <= 6 {
			note(Irony, q.From, q.To)
		}
	}
}
