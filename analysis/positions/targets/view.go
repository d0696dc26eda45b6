package targets

import (
	"hearsay/analysis/annotated"
	"hearsay/analysis/features"
	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/positions/valence"
	"hearsay/analysis/text"
)

// View is what the network sees of each token beside its hidden state.
type View struct {
	// Roles are what it is in quotes and names, as a set of bits.
	Roles []int32
	// Tags are the parts of speech.
	Tags []int32
	// Words are the classes of words that take sides.
	Words []int32
}

// The bits of the roles.
const (
	inContent = 1 << iota
	inCue
	inSource
	inMarks // of a quotation
	inName  // of a person or an organisation
	inPlace // or a people
	roles   = 1 << iota
)

// tagKinds is room for the tags of the Penn treebank.
const tagKinds = 64

// Read puts together what the network sees of a text.
func Read(t *annotated.Text, quotes []Quote) *View {
	n := len(t.Tokens)
	v := &View{Roles: make([]int32, n), Tags: make([]int32, n), Words: make([]int32, n)}
	for _, q := range quotes {
		v.mark(t, q.Content, inContent)
		v.mark(t, q.Cue, inCue)
		v.mark(t, q.Source, inSource)
	}
	marked := t.InQuotation()
	for i := range n {
		v.Roles[i] |= int32(features.Flag(marked[i])) * inMarks
		if k, _, ok := t.Name(i); ok {
			v.Roles[i] |= roleOfName(k.Type)
		}
		v.Tags[i], v.Words[i] = int32(t.Tag(i)), wordClass(t, i)
	}
	return v
}

func (v *View) mark(t *annotated.Text, spans []text.Span, role int32) {
	for _, p := range spans {
		from, to := t.Range(p)
		for i := from; i < min(to, from+longestPart); i++ {
			v.Roles[i] |= role
		}
	}
}

// longestPart is how many tokens of a part of a quote are looked at, so that the work stays in proportion to the text
// however parts lie over each other.
const longestPart = 1000

func roleOfName(t names.Type) int32 {
	switch t {
	case names.Person, names.Organization:
		return inName
	case names.Place, names.People:
		return inPlace
	}
	return 0
}

// wordClasses is how many classes of words there are: the lists, and those that speak well or ill by themselves.
const wordClasses = 16

// lists are the words that take sides, list by list: the number of a class is that of its list, counted from 1. Where a
// word stands in several, the first counts.
var lists = []map[string]bool{
	lexicon.Words("stances/sides", "verbs for"), lexicon.Words("stances/sides", "verbs against"),
	lexicon.Words("stances/sides", "demands"), lexicon.Words("stances/sides", "wills"),
	lexicon.Words("stances/sides", "refusals"), lexicon.Words("stances/sides", "nouns for"),
	lexicon.Words("stances/sides", "nouns against"), lexicon.Words("stances/sides", "helps"),
	lexicon.Words("stances/sides", "harms"), lexicon.Words("stances/modalities", "nots"),
	lexicon.Words("stances/judgements", "good"), lexicon.Words("stances/judgements", "bad"),
}

// wordClass is the class of token i; 0 for all that take no side.
func wordClass(t *annotated.Text, i int) int32 {
	lemma, lower := t.Lemma(i), t.Lower(i)
	for k, list := range lists {
		if list[lemma] || list[lower] {
			return int32(k + 1)
		}
	}
	switch valence.Of(lower) {
	case 1:
		return int32(len(lists) + 1)
	case -1:
		return int32(len(lists) + 2)
	}
	return 0
}
