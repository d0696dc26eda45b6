package assembly

import (
	"slices"
	"strings"
	"unicode"

	"hearsay/analysis/attribution"
	"hearsay/analysis/lexicon"
	"hearsay/analysis/nouns"
	"hearsay/analysis/parse"
	"hearsay/analysis/phrases"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// blockConfidence is how sure it is that what is set apart behind a colon is what the words before it attribute. It was
// set by hand: annotated news has none.
const blockConfidence = 0.8

// mostIntroduced is how many paragraphs what is introduced has at most: a longer list is a text of its own.
const mostIntroduced = 60

// introducers are verbs that hand over to what is set apart behind a colon, besides those of speech.
var introducers = lexicon.Words("quotations", "introduce")

// blocks gives what is set apart behind a colon to whom the words before it name: “In a letter, she wrote:” and a block
// quotation, “The statement read:” and a paragraph, “He also called for:” and a list.
func (s *scene) blocks() {
	for p := 0; p+1 < len(s.Paragraphs); p++ {
		in, ok := introduces(s, p)
		if !ok {
			continue
		}
		to, items := s.introduced(p + 1)
		if to == p+1 || in.listed && !items || s.isHeld(p+1, to) {
			continue
		}
		a := attribution.Attribution{Kind: attribution.Direct, Head: in.head, Continues: -1, Confidence: blockConfidence,
			Cue: []text.Span{in.cue}, Source: []text.Span{in.source},
			Found: "the words are set apart behind the colon"}
		for k := p + 1; k < to; k++ {
			a.Content = append(a.Content, s.body(k))
		}
		if items {
			a.Kind = attribution.KindOf(s.Text, a.Content)
		}
		s.replace(a)
		p = to - 1
	}
}

// handsOver reports whether a token is a verb that attributes what follows it.
func (s *scene) handsOver(i int) bool {
	if introducers[s.Lower(i)] && s.Word(i+1) == ":" { // "a note, signed by Ada Venn, read:", whatever its tag
		return true
	}
	if !s.Tags[i].Finite() && s.Tags[i] != tags.VBN && s.Tags[i] != tags.VBD {
		return false
	}
	lemma := s.Lemma(i)
	return lexicon.Of(lemma, s.Tags[i]).Speaks() || introducers[lemma]
}

// subject is the token that is the head of a verb's subject, or that of the verb it is joined to; -1 for none.
func (s *scene) subject(verb int) int {
	for range 3 {
		for k := int(s.Trees.From[verb]); k < verb; k++ {
			if int(s.Trees.Head[k]) == verb && s.Trees.Relation[k] == parse.Subject {
				return k
			}
		}
		h := int(s.Trees.Head[verb])
		if s.Trees.Relation[verb] != parse.Conjunct || h < 0 || h > verb {
			return -1
		}
		verb = h
	}
	return -1
}

// agent are the words for who does what a verb tells: its subject, up to the verb at most, or the name right before
// it, or the noun phrase between the beginning of the sentence and it. It is not ok where there is neither.
func (s *scene) agent(verb int) (p text.Span, ok bool) {
	if k := s.subject(verb); k >= 0 {
		from, to := int(s.Trees.From[k]), min(int(s.Trees.To[k]), verb)
		for to > from+1 && attribution.Loose(s.Text, to-1) {
			to--
		}
		return s.Span(from, to), true
	}
	before := verb - 1
	for before > s.SentenceOf(verb).From && (s.Tags[before].Adverb() || s.Word(before) == ",") {
		before--
	}
	if n, _, ok := s.Name(before); ok {
		return n.Span, true
	}
	if n, ok := phrases.At(s.Text, before); ok && s.starts(n.From) && n.To >= before {
		return s.Span(n.From, before+1), true
	}
	return documentBefore(s, verb)
}

// documentBefore is the document that a sentence begins with, or who wrote it: "A note in the case, signed by Ada Venn,
// a sailor, read:".
func documentBefore(s *scene, verb int) (p text.Span, ok bool) {
	ph, ok := phrases.Starting(s.Text, s.SentenceOf(verb).From, verb)
	if !ok || !nouns.IsDocument(s.Lemma(ph.Head)) {
		return p, false
	}
	for i := ph.CoreTo; i < verb; i++ {
		if n, _, ok := s.Name(i); ok && s.Lower(i-1) == "by" && n.From == i {
			return n.Span, true
		}
	}
	return s.Span(ph.From, ph.CoreTo), true
}

// cueBefore are the words of a verb with its auxiliaries, adverbs and particle.
func (s *scene) cueBefore(verb int) text.Span {
	from, to := verb, verb+1
	for from > 0 && (s.Tags[from-1].Adverb() || s.Trees.Relation[from-1] == parse.Auxiliary) {
		from--
	}
	if s.Word(to) != ":" && s.Word(to+1) == ":" && (s.Tags[to] == tags.IN || s.Tags[to] == tags.RP) {
		to++
	}
	return s.Span(from, to)
}

// introduced is how far what stands behind a colon goes, in paragraphs, and whether it is a list: what the text's
// format sets apart, else what hyphens, numbers or white space do, else one paragraph.
func (s *scene) introduced(p int) (to int, items bool) {
	for _, way := range []func(int) bool{s.isApart, s.isItem, s.isIndented} {
		if !way(p) {
			continue
		}
		for to = p; to < min(len(s.Paragraphs), p+mostIntroduced) && way(to); to++ {
			items = items || s.isItem(to) || to > p && !s.endsSentence(to-1)
		}
		return to, items || to > p && !s.endsSentence(to-1)
	}
	if s.Paragraphs[p].Aside || !s.endsSentence(p) || s.endsWith(p, ":") {
		return p, false
	}
	return p + 1, false
}

// isApart reports whether the text's format sets a paragraph apart.
func (s *scene) isApart(p int) bool {
	here := s.Paragraphs[p].Span
	k, _ := slices.BinarySearchFunc(s.apart, here.Start+1, func(a text.Span, at int) int { return a.End - at })
	return k < len(s.apart) && s.apart[k].Overlaps(here)
}

// isItem reports whether a paragraph begins as an item of a list does: "-", "•", "(a)", "2.".
func (s *scene) isItem(p int) bool {
	_, ok := s.marker(p)
	return ok && !s.Paragraphs[p].Aside
}

// marker is what numbers or marks a paragraph as an item of a list, as its length in bytes.
func (s *scene) marker(p int) (n int, ok bool) {
	w := s.Of(s.Paragraphs[p].Span)
	first, _, more := strings.Cut(w, " ")
	if !more {
		return 0, false
	}
	if strings.Contains("- – — * • · ‣ ◦ ▪ ■ ●", first) {
		return len(first), true
	}
	inner := strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(first, "("), "."), ")")
	if inner == first || inner == "" || len(inner) > 2 {
		return 0, false
	}
	for _, r := range inner {
		if !unicode.IsDigit(r) && (len(inner) > 1 || !unicode.IsLower(r)) {
			return 0, false
		}
	}
	return len(first), true
}

// isIndented reports whether white space stands before a paragraph's first line, and none before the first paragraph
// of the text.
func (s *scene) isIndented(p int) bool {
	return s.indent(p) >= leastIndent && s.indent(0) == 0 && !s.Paragraphs[p].Aside
}

// leastIndent is how many blanks a paragraph that is set apart has before it.
const leastIndent = 2

func (s *scene) indent(p int) (n int) {
	for i := s.Paragraphs[p].Start - 1; i >= 0 && (s.String[i] == ' ' || s.String[i] == '\t'); i-- {
		if n++; s.String[i] == '\t' {
			n = leastIndent
		}
	}
	return n
}

// endsSentence reports whether a paragraph ends with a mark that ends a sentence.
func (s *scene) endsSentence(p int) bool {
	return s.endsWith(p, ".", "!", "?", "…", "...", ".”", "”", "\"", "’", "''")
}

func (s *scene) endsWith(p int, ends ...string) bool {
	w := s.Of(s.Paragraphs[p].Span)
	for _, e := range ends {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// body are the words of a paragraph without what marks it as an item of a list.
func (s *scene) body(p int) text.Span {
	span := s.Paragraphs[p].Span
	if n, ok := s.marker(p); ok {
		for span.Start += n; span.Start < span.End && s.String[span.Start] == ' '; span.Start++ {
		}
	}
	from, to := s.Range(span)
	return s.Span(from, to)
}

// isHeld reports whether quotes with sources outside of them hold most of some paragraphs already.
func (s *scene) isHeld(from, to int) bool {
	all := text.Span{Start: s.Paragraphs[from].Start, End: s.Paragraphs[to-1].End}
	held := 0
	for p := from; p < to; p++ {
		here, seen := s.Paragraphs[p].Span, map[int]bool{}
		for _, i := range s.near[p] {
			a := &s.list[i]
			if seen[i] || len(a.Source) == 0 || all.Overlaps(a.Source[0]) {
				continue
			}
			seen[i] = true
			for _, c := range a.Content {
				held += max(0, min(c.End, here.End)-max(c.Start, here.Start))
			}
		}
	}
	return 2*held >= all.Len()
}

// replace adds a quote in the place of those that its content takes in and nobody is named for, and of those that have
// its cue.
func (s *scene) replace(a attribution.Attribution) {
	n := len(s.list)
	for _, c := range append([]text.Span{s.Tokens[a.Head].Span}, a.Content...) {
		for _, i := range s.near[s.ParagraphOf(s.At(c.Start))] {
			b := &s.list[i]
			if _, gone := s.gone[i]; gone {
				continue
			}
			if b.Head == a.Head || len(b.Source) == 0 && covered(b.Content, a.Content) {
				s.gone[i] = n
			}
		}
	}
	s.list = append(s.list, a)
	s.note(n)
}

// covered reports whether each of some stretches lies in one of others.
func covered(parts, by []text.Span) bool {
	for _, p := range parts {
		in := false
		for _, q := range by {
			in = in || q.Covers(p)
		}
		if !in {
			return false
		}
	}
	return true
}
