package text

import "slices"

// Token is a word, a number or a mark. Words are cut as in the Penn treebank: "did|n't", "Putin|'s", but hyphenated
// words stay whole.
type Token struct {
	Span
	// Sentence is the index of the sentence the token stands in.
	Sentence int
	// Spaced is true where white space, or nothing at all, stands before the token.
	Spaced bool
}

// Sentence is a sentence and its tokens, Tokens[From:To] of the text.
type Sentence struct {
	Span
	From, To  int
	Paragraph int
}

// Paragraph is a paragraph and its sentences, Sentences[From:To] of the text.
type Paragraph struct {
	Span
	From, To int
	// Aside is true where the paragraph is not part of the running text.
	Aside bool
}

// Text is a text cut into paragraphs, sentences and tokens, each in reading order. Every byte that is no white space
// lies in exactly one token, every token in one sentence, every sentence in one paragraph.
type Text struct {
	String     string
	Paragraphs []Paragraph
	Sentences  []Sentence
	Tokens     []Token
}

// Split cuts a text. The stretches given as aside become paragraphs of their own; they may come in any order and
// overlap. Datelines are set aside, too.
func Split(s string, aside []Span) *Text {
	t := &Text{String: s, Tokens: make([]Token, 0, len(s)/5+4)}
	paragraphs := Paragraphs(s)
	for _, p := range cutAside(s, paragraphs, slices.Concat(aside, datelines(s, paragraphs))) {
		t.addParagraph(p)
	}
	return t
}

// addParagraph cuts one paragraph into tokens and those into sentences.
func (t *Text) addParagraph(p Paragraph) {
	first := len(t.Tokens)
	t.Tokens = appendTokens(t.Tokens, t.String, p.Span)
	p.From = len(t.Sentences)
	for from := first; from < len(t.Tokens); {
		to := sentenceEnd(t.String, t.Tokens, from)
		span := Span{t.Tokens[from].Start, t.Tokens[to-1].End}
		for i := from; i < to; i++ {
			t.Tokens[i].Sentence = len(t.Sentences)
		}
		t.Sentences = append(t.Sentences, Sentence{Span: span, From: from, To: to, Paragraph: len(t.Paragraphs)})
		from = to
	}
	p.To = len(t.Sentences)
	t.Paragraphs = append(t.Paragraphs, p)
}

// Word returns the words of token i.
func (t *Text) Word(i int) string { return t.Tokens[i].Of(t.String) }

// Of returns the words of a span of the text.
func (t *Text) Of(p Span) string { return p.Of(t.String) }

// At returns the index of the first token that ends after byte i, which is the token that holds it where one does; it
// is len(t.Tokens) where there is none.
func (t *Text) At(i int) int {
	lo, hi := 0, len(t.Tokens)
	for lo < hi {
		if mid := (lo + hi) / 2; t.Tokens[mid].End > i {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// Range returns the tokens that overlap the span, as a half-open range of indexes.
func (t *Text) Range(p Span) (from, to int) {
	from = t.At(p.Start)
	for to = from; to < len(t.Tokens) && t.Tokens[to].Start < p.End; to++ {
	}
	return from, to
}

// Span returns the stretch from the start of token from to the end of token to-1.
func (t *Text) Span(from, to int) Span { return Span{t.Tokens[from].Start, t.Tokens[to-1].End} }

// ParagraphOf returns the index of the paragraph that token i stands in.
func (t *Text) ParagraphOf(i int) int { return t.Sentences[t.Tokens[i].Sentence].Paragraph }
