package tags

import (
	"unicode"
	"unicode/utf8"

	"hearsay/analysis/features"
	"hearsay/analysis/text"
)

// word is what the tagger sees of a token.
type word struct {
	form  uint64 // hash of the lower-cased form, digits made alike
	exact uint64 // hash of the form as it stands
	ends  [4]uint64
	shape uint64
}

// boundary stands for what lies beyond a sentence's ends.
var boundary = word{form: 1, exact: 1, shape: 1}

// newWord turns a token into what the tagger sees of it. Only a long token's first and last bytes count.
func newWord(w string) word {
	if len(w) > 40 {
		w = w[:20] + w[len(w)-20:]
	}
	form, exact := features.NoLetters, features.NoLetters
	v := word{}
	upper, digit, other, letters := 0, 0, 0, 0
	var lower [44]byte
	n := 0
	for i := 0; i < len(w); i++ {
		c := w[i]
		exact = exact.With(c)
		switch {
		case c >= 'A' && c <= 'Z':
			upper++
			letters++
		case c >= 'a' && c <= 'z' || c >= utf8.RuneSelf:
			letters++
		case c >= '0' && c <= '9':
			digit++
		default:
			other++
		}
		c = features.Alike(c)
		form = form.With(c)
		lower[n] = c
		n++
	}
	v.form, v.exact = uint64(form), uint64(exact)
	h := features.NoLetters
	for k := 0; k < 4 && k < n; k++ {
		h = h.With(lower[n-1-k])
		v.ends[k] = uint64(h)
	}
	v.shape = shape(w, upper, digit, other, letters)
	return v
}

// shape sums up capitals, digits, marks and length in a few bits.
func shape(w string, upper, digit, other, letters int) uint64 {
	r, _ := utf8.DecodeRuneInString(w)
	b := uint64(min(len(w), 4)) << 8
	for i, is := range [...]bool{unicode.IsUpper(r), upper > 1, upper == letters &&
		letters > 0, digit > 0, other > 0, letters == 0,
		len(w) > 0 && w[len(w)-1] == '.'} {
		if is {
			b |= 1 << i
		}
	}
	return b
}

// templates are the feature templates: the word's form and what of it is alike in many words, the words around it, and
// the tags of the two before it. Endings are the last bytes, shapes capitals, digits and marks.
type templates struct {
	Form, Exact, Ending1, Ending2, Ending3, Ending4,
	Shape, TagBefore, TagsBefore, FormTagBefore, FormBefore, FormBeforeForm,
	FormNext, FormFormNext, FormBefore2, FormNext2, Ending3Next, ShapeShapeNext,
	TagBeforeEnding3, FormBeforeFormNext, Ending3Shape, TagsBeforeFormNext, Ending2BeforeEnding2 features.Template
}

var template = features.New[templates](features.OfTags, 1)

// addFeatures adds to f the features of the token at i of words, which has two boundaries before it and two
// behind; t1 and t2 are the tags of the two tokens before.
func addFeatures(f *features.Vector, words []word, i int, t1, t2 Tag, first bool) {
	w, p1, p2, n1, n2 := &words[i], &words[i-1], &words[i-2], &words[i+1], &words[i+2]
	a, b := uint64(t1)+1, uint64(t2)+1
	start := features.Flag(first)
	f.Reset()
	f.Add(template.Form, w.form)
	f.Add(template.Exact, w.exact)
	f.Add(template.Ending1, w.ends[0])
	f.Add(template.Ending2, w.ends[1])
	f.Add(template.Ending3, w.ends[2])
	f.Add(template.Ending4, w.ends[3])
	f.Add(template.Shape, w.shape<<1|start)
	f.Add(template.TagBefore, a)
	f.Add(template.TagsBefore, a<<8|b)
	f.Add(template.FormTagBefore, w.form+a)
	f.Add(template.FormBefore, p1.form)
	f.Add(template.FormBeforeForm, p1.form+w.form*3)
	f.Add(template.FormNext, n1.form)
	f.Add(template.FormFormNext, n1.form+w.form*3)
	f.Add(template.FormBefore2, p2.form)
	f.Add(template.FormNext2, n2.form)
	f.Add(template.Ending3Next, n1.ends[2])
	f.Add(template.ShapeShapeNext, n1.shape<<16|w.shape<<1|start)
	f.Add(template.TagBeforeEnding3, a<<16|w.ends[2])
	f.Add(template.FormBeforeFormNext, p1.form+n1.form*3)
	f.Add(template.Ending3Shape, w.ends[2]+w.shape)
	f.Add(template.TagsBeforeFormNext, a<<8|b+n1.form<<16)
	f.Add(template.Ending2BeforeEnding2, p1.ends[1]+w.ends[1]*3)
}

// appendWords turns the tokens of a sentence into what the tagger sees, boundaries at both ends, using the memory of
// words.
func appendWords(words []word, s string, tokens []text.Token) []word {
	words = append(words[:0], boundary, boundary)
	for _, k := range tokens {
		words = append(words, newWord(k.Of(s)))
	}
	return append(words, boundary, boundary)
}
