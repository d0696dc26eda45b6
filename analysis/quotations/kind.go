package quotations

import (
	"unicode"
	"unicode/utf8"

	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// What tells speech from a few words taken from it, and a title from either, by how many words there are.
const (
	fewWords     = 5  // fewer are speech only where something else says so
	longTitle    = 10 // no title has more
	longNickname = 3  // nor a nickname
	manyWords    = 40 // more are not looked at: it is speech
)

// makeUp tells what words a stretch is made of.
type makeUp struct {
	words, capitals, small, verbs int
	ends                          bool // with a mark that ends a sentence, or a comma that goes over to who says it
	stops                         bool // with a mark that ends a sentence
}

func makeUpOf(t *text.Text, of []tags.Tag, q *Quotation) (m makeUp) {
	from, to := q.From+1, q.To
	if q.Closed {
		to--
	}
	for i := from; i < to && m.words <= manyWords; i++ {
		w := t.Word(i)
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsLetter(r) && !unicode.IsNumber(r) {
			continue
		}
		m.words++
		switch {
		case unicode.IsUpper(r) || unicode.IsNumber(r):
			m.capitals++
		case len(w) > 3:
			m.small++
		}
		if of != nil && (of[i].Verb() || of[i] == tags.MD) {
			m.verbs++
		}
	}
	m.stops = sentenceMark(t.Word(to - 1))
	m.ends = m.stops || to-1 > from && t.Word(to-1) == ","
	return m
}

// kindOf tells what a stretch in quotation marks is, by its words and what stands around it.
func kindOf(t *text.Text, of []tags.Tag, q *Quotation) Kind {
	m := makeUpOf(t, of, q)
	switch {
	case m.words <= longNickname && nickname(t, of, q):
		return Nickname
	case m.titled() && !saidAround(t, q):
		return Title
	case m.spoken(of != nil):
		return Speech
	case m.words > 0 && m.ends && (saidAround(t, q) || spokenOn(t, of, q)):
		return Speech
	}
	return Words
}

// titled reports whether the words are capitals, as those of a title are, short ones between them aside.
func (m *makeUp) titled() bool {
	return m.words > 1 && m.words <= longTitle && !m.stops && m.capitalised()
}

// capitalised reports whether at least half of the words are capitals, and the others short.
func (m *makeUp) capitalised() bool { return m.small == 0 && 2*m.capitals >= m.words }

// spoken reports whether the words are speech whatever stands around them; where there are no tags, verbs are not
// known.
func (m *makeUp) spoken(tagged bool) bool {
	switch {
	case m.words > 2*fewWords:
		return true
	case m.words >= fewWords:
		return m.verbs > 0 || m.ends || !tagged
	}
	return m.words > 1 && m.ends
}

// spokenOn reports whether the sentence goes on behind the stretch with who says it: "Why?" she asked.
func spokenOn(t *text.Text, of []tags.Tag, q *Quotation) bool {
	if of == nil || q.To >= len(t.Tokens) || t.Tokens[q.To].Sentence != t.Tokens[q.To-1].Sentence {
		return false
	}
	return of[q.To] == tags.PRP || of[q.To] == tags.NNP || of[q.To].Finite()
}

// sentenceMark reports whether the mark ends a sentence.
func sentenceMark(w string) bool {
	switch w[0] {
	case '.', '!', '?':
		return true
	}
	return w == "…" || w == "。"
}

// nickname reports whether the stretch stands between two names: Jack "Lefty" Smith.
func nickname(t *text.Text, of []tags.Tag, q *Quotation) bool {
	if of == nil || q.From == 0 || q.To >= len(t.Tokens) || t.Tokens[q.From].Sentence != t.Tokens[q.To-1].Sentence {
		return false
	}
	r, _ := utf8.DecodeRuneInString(t.Word(q.From + 1))
	return of[q.From-1] == tags.NNP && of[q.To] == tags.NNP && unicode.IsUpper(r)
}

// saidAround reports whether a comma or colon binds the stretch to words that introduce or follow speech.
func saidAround(t *text.Text, q *Quotation) bool {
	if q.From > 0 && (t.Word(q.From-1) == "," || t.Word(q.From-1) == ":") {
		return true
	}
	if q.Closed && q.To-2 > q.From && t.Word(q.To-2) == "," {
		return true
	}
	return q.To < len(t.Tokens) && t.Word(q.To) == ","
}
