package attribution

import (
	"hearsay/analysis/annotated"
	"hearsay/analysis/encoder"
	"unicode"
	"unicode/utf8"

	"hearsay/analysis/clusters"
	"hearsay/analysis/features"
	"hearsay/analysis/lexicon"
	"hearsay/analysis/parse"
	"hearsay/analysis/quotations"
	"hearsay/analysis/tags"
)

// token is what the models see of a token.
type token struct {
	form, lemma uint64 // hashes of the lower-cased form and of the base form
	ending      uint64 // hash of the last three bytes
	tag         tags.Tag
	class       lexicon.Class
	cluster     clusters.Class
	group       group
	quote       place
	capital     bool
	cue         uint8   // how likely the token is a cue's head, from 0 to 7
	logOdds     float32 // the logarithm of the odds for that
}

// group is the part a word plays in telling clauses apart.
type group uint8

const (
	plain group = iota
	finite
	verb
	noun
	comma
	mark   // a quotation mark
	breaks // a dash, colon, semicolon or bracket
	relative
	subordinator
	that
	to
	coordinator
	preposition
	be
	pronoun
)

// place tells where a token stands to the outermost quotation in double marks that holds it.
type place uint8

const (
	outside place = iota
	atOpening
	within
	atClosing
)

// view is a text as the models see it.
type view struct {
	text       *annotated.Text
	quotations *quotations.Found
	tags       []tags.Tag
	trees      *parse.Trees
	tokens     []token
	nodes      []node
	classes    *clusters.Classes
	states     *encoder.HiddenStates // the hidden states; nil where the linear models judge alone
}

// newView makes the view of a text.
func newView(t *annotated.Text, c *clusters.Classes) *view {
	v := &view{classes: c, text: t, quotations: t.Quotations, tags: t.Tags, trees: t.Trees,
		tokens: make([]token, len(t.Tokens)),
		nodes:  nodes(t.Trees)}
	cache := map[string]cached{}
	for i := range t.Tokens {
		v.tokens[i] = v.newToken(i, cache)
	}
	return v
}

// cached is what a form with its tag always is.
type cached struct {
	lemma   uint64
	class   lexicon.Class
	cluster clusters.Class
	group   group
}

// longestWord is how many bytes a word may have for it to be looked up.
const longestWord = 40

// newToken describes one token.
func (v *view) newToken(i int, cache map[string]cached) token {
	w, tag := v.text.Word(i), v.tags[i]
	r, _ := utf8.DecodeRuneInString(w)
	k := token{form: features.Fold(w), ending: features.Fold(w[max(0, len(w)-3):]), tag: tag, capital: unicode.IsUpper(r),
		quote: v.placeOf(i)}
	k.lemma, k.group = k.form, groupOf(w, tag)
	if k.quote == atOpening || k.quote == atClosing {
		return k.asMark()
	}
	if len(w) > longestWord || !tag.Content() {
		return k
	}
	key := w + tag.String()
	c, ok := cache[key]
	if !ok {
		lemma := tags.Lemma(w, tag)
		c = cached{features.Fold(lemma), lexicon.Of(lemma, tag), v.classes.Of(lemma, tag), k.group}
		if tag.Verb() && lemma == "be" {
			c.group = be
		}
		cache[key] = c
	}
	k.lemma, k.class, k.cluster, k.group = c.lemma, c.class, c.cluster, c.group
	return k
}

// asMark makes the quotation marks of all conventions look alike to the models.
func (k token) asMark() token {
	k.group, k.tag, k.form = mark, tags.OpenQuote, openingHash
	if k.quote == atClosing {
		k.tag, k.form = tags.CloseQuote, closingHash
	}
	k.lemma, k.ending = k.form, k.form
	return k
}

var openingHash, closingHash = features.Fold("“"), features.Fold("”")

// placeOf tells where a token stands in its quotation.
func (v *view) placeOf(i int) place {
	k := v.quotations.At[i]
	if k < 0 {
		return outside
	}
	switch q := &v.quotations.Quotations[k]; {
	case i == q.From:
		return atOpening
	case i == q.To-1 && q.Closed:
		return atClosing
	}
	return within
}

// groupOf sorts a word by form and tag.
func groupOf(w string, t tags.Tag) group {
	switch t {
	case tags.VBD, tags.VBP, tags.VBZ, tags.MD:
		return finite
	case tags.VB, tags.VBG, tags.VBN:
		return verb
	case tags.NN, tags.NNS, tags.NNP, tags.NNPS:
		return noun
	case tags.Comma:
		return comma
	case tags.OpenQuote, tags.CloseQuote:
		return mark
	case tags.Colon, tags.OpenBracket, tags.CloseBracket:
		return breaks
	case tags.WDT, tags.WP, tags.WPS, tags.WRB:
		return relative
	case tags.TO:
		return to
	case tags.CC:
		return coordinator
	case tags.PRP, tags.PRPS:
		return pronoun
	case tags.IN:
		return conjunction(w)
	}
	return plain
}

// conjunction tells prepositions from the words that begin a clause.
func conjunction(w string) group {
	switch w {
	case "that", "That":
		return that
	case "to", "To":
		return to
	case "because", "if", "while", "although", "though", "whether", "unless", "since", "after", "before", "until", "as",
		"when", "whereas",
		"Because", "If", "While", "Although", "Though", "Whether", "Since", "After", "Before", "Until", "As", "When":
		return subordinator
	}
	return preposition
}

// extractor makes of a text the features that the linear models weigh.
type extractor struct{ *view }

// assembly makes quotes of what the models found: it holds contents to quotation marks and clauses, joins what is
// interrupted or runs on, and has rival readings give way to each other.
type assembly struct{ *view }
