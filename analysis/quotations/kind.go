package quotations

import (
	"unicode"
	"unicode/utf8"

	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// A stretch of fewer words than this is speech only where something else says so.
const fewWords = 5

// kindOf tells what a stretch in quotation marks is, by its words and what stands around it.
func kindOf(t *text.Text, of []tags.Tag, q *Quotation) Kind {
	from, to := q.From+1, q.To
	if q.Closed {
		to--
	}
	words, capitals, small, verbs := 0, 0, 0, 0
	for i := from; i < to && words <= 40; i++ {
		w := t.Word(i)
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsLetter(r) && !unicode.IsNumber(r) {
			continue
		}
		words++
		switch {
		case unicode.IsUpper(r) || unicode.IsNumber(r):
			capitals++
		case len(w) > 3:
			small++
		}
		if of != nil && (of[i].Verb() || of[i] == tags.MD) {
			verbs++
		}
	}
	ends := sentenceMark(t.Word(to-1)) || to-1 > from && t.Word(to-1) == ","
	switch {
	case words <= 3 && nickname(t, of, q):
		return Nickname
	case words > 1 && words <= 10 && small == 0 && capitals >= (words+1)/2 && !sentenceMark(t.Word(to-1)) && !saidAround(t, q):
		return Title
	case words >= fewWords && (verbs > 0 || ends || of == nil), words > 2*fewWords, words > 1 && ends:
		return Speech
	case words > 0 && ends && (saidAround(t, q) || of != nil && spokenOn(t, of, q)):
		return Speech
	}
	return Words
}

// spokenOn reports whether the sentence goes on behind the stretch with who says it: "Why?" she asked.
func spokenOn(t *text.Text, of []tags.Tag, q *Quotation) bool {
	if q.To >= len(t.Tokens) || t.Tokens[q.To].Sentence != t.Tokens[q.To-1].Sentence {
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
	return q.Closed && q.To-2 > q.From && t.Word(q.To-2) == "," || q.To < len(t.Tokens) && t.Word(q.To) == ","
}
