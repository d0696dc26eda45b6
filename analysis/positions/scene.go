package positions

import (
	"iter"
	"slices"
	"strings"

	"hearsay/analysis/annotated"
	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/phrases"
	"hearsay/analysis/quotations"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// reader reads the words, phrases and clauses of a text, whoever is meant by them.
type reader struct{ *annotated.Text }

// scene is an article with what is looked up in it all the time: who each word is, and whose words they are. It does
// not change once it is made.
type scene struct {
	reader
	Quotes   []Quote
	Speakers []Speaker
	who      []int32 // index+1 of the speaker that a token mentions
	content  []int32 // index+1 of the innermost quote in whose content a token stands
	isCalled []bool  // speakers who are called by a name
	faceless []bool  // speakers whose positions tell nothing
	retold   []bool  // tokens of a speech within a quotation: somebody else's words
}

func newScene(a Article) *scene {
	n := len(a.Tokens)
	f := &scene{reader: reader{a.Text}, Quotes: a.Quotes, Speakers: a.Speakers, who: make([]int32, n)}
	for s := range a.Speakers {
		for _, m := range a.Speakers[s].Mentions {
			from, to := a.Range(m)
			for i := from; i < to; i++ {
				f.who[i] = int32(s + 1)
			}
		}
	}
	contents := make([][]text.Span, len(a.Quotes))
	for q := range a.Quotes {
		contents[q] = a.Quotes[q].Content
	}
	f.content = a.Innermost(contents)
	f.findFaceless()
	f.findRetold()
	return f
}

// findFaceless notes the speakers who are nobody in particular: "some", "critics", and whoever is not named and speaks
// but once. A position of theirs would tell a reader nothing that could be followed up.
func (f *scene) findFaceless() {
	named := map[string]bool{}
	for _, n := range f.Names {
		named[n.Of(f.Text.String)] = true
	}
	quotes := make([]int, len(f.Speakers))
	for _, q := range f.Quotes {
		for _, s := range q.Speakers {
			quotes[s]++
		}
	}
	f.faceless, f.isCalled = make([]bool, len(f.Speakers)), make([]bool, len(f.Speakers))
	for s := range f.Speakers {
		x := &f.Speakers[s]
		words := strings.Fields(strings.ToLower(x.Name))
		f.isCalled[s] = named[x.Name]
		nobody := len(words) == 0 || nobodies[words[0]]
		f.faceless[s] = x.Thing || nobody || !named[x.Name] && quotes[s] < 2
	}
}

var nobodies = lexicon.Words("stances/targets", "nobodies")

// findRetold notes the words of others that speakers quote in turn.
func (f *scene) findRetold() {
	f.retold = make([]bool, len(f.Tokens))
	for _, q := range f.Quotations.Quotations {
		if q.Parent < 0 || q.Kind != quotations.Speech || q.From > 0 && f.retold[q.From] {
			continue
		}
		for i := q.From; i < q.To; i++ {
			f.retold[i] = true
		}
	}
}

func (f *scene) isRetold(i int) bool { return f.retold != nil && f.retold[i] }

// isSomeone reports whether a token ends the name of a person, or words for a speaker.
func (f *scene) isSomeone(i int) bool {
	k := f.NameAt(i)
	return k >= 0 && f.Names[k].Type == names.Person || f.who[i] != 0 && f.Tag(i).Proper()
}

// isNamed reports whether a subject is a name, with no more than titles before it, or words known to mean a speaker.
func (f *scene) isNamed(a, b int) bool {
	k := f.NameAt(b - 1)
	if k < 0 {
		return f.who[b-1] != 0 || b-a == 2 && among(f.Lower(a), "the", "this", "our") && offices[f.Lower(b-1)]
	}
	for i := a; i < f.Names[k].From; i++ {
		if _, title := names.Title(f.Lower(i)); !title && !f.Tag(i).Proper() && f.Lower(i) != "the" {
			return false
		}
	}
	return true
}

// knownPronoun reports whether a token is no pronoun, or one for somebody named: "they" is too often somebody else.
func (f *scene) knownPronoun(i int) bool {
	return f.Tag(i) != tags.PRP || f.who[i] != 0 && singular[f.Lower(i)] && f.isCalled[f.who[i]-1]
}

// said are the stretches of a quote's content, sentence by sentence, but for those that ask.
func (f *scene) said(q int) iter.Seq[clause] {
	return func(yield func(clause) bool) {
		if f.asks(q) {
			return
		}
		for _, p := range f.Quotes[q].Content {
			from, to := f.Text.Range(p)
			for from < to {
				end := min(to, f.Text.Sentences[f.Text.Tokens[from].Sentence].To)
				c := clause{quote: q, from: from, to: end, statement: f.Text.Span(from, end)}
				if !f.questioned(from) && !yield(c) {
					return
				}
				from = end
			}
		}
	}
}

// asks reports whether the quote's cue makes its content a question, a hypothesis, or what the speaker does not hold.
func (f *scene) asks(q int) bool {
	for _, c := range f.Quotes[q].Cue {
		from, to := f.Text.Range(c)
		for i := from; i < min(to, from+10); i++ {
			if lemma := f.Lemma(i); unheld[lemma] || conVerbs[lemma] && f.Tag(i).Verb() {
				return true // what is rejected is not what the speaker says
			}
		}
	}
	return false
}

// unheld are words of a cue that make its content nothing that the speaker holds.
var unheld = lexicon.Words("stances/modalities", "unheld")

// firstPerson reports whether the subject of the verb at i is the speaker.
func (f *scene) firstPerson(c clause, i int) bool {
	a, b, ok := phrases.Subject(f.Text, i, c.from)
	if !ok || b-a != 1 {
		return false
	}
	if w := f.Lower(a); w == "i" || w == "we" {
		return true
	}
	if f.who[a] == 0 || !f.Tag(a).Pronoun() {
		return false
	}
	for _, s := range f.Quotes[c.quote].Speakers {
		if int(f.who[a])-1 == s {
			return true
		}
	}
	return false
}

// othersView reports whether the clause of the verb at i is what someone else than the speaker is said to hold: "they
// say the bill is a disaster".
func (f *scene) othersView(c clause, i int) bool {
	for k := i - 1; k >= c.from && k > i-10; k-- {
		if f.Tag(k).Verb() && holds[f.Lemma(k)] {
			return !f.firstPerson(c, k)
		}
		if f.Lower(k) == "that" && k > 0 && phrases.TakesThat(f.Lower(k-1)) {
			return true
		}
	}
	return false
}

var holds = lexicon.Words("stances/targets", "holds")

// speakerOf is the speaker that the target as a whole mentions, -1 where none.
func (f *scene) speakerOf(from, to int) int {
	head := -1
	for i := from; i < to; i++ {
		t := f.Tag(i)
		if among(t, tags.IN, tags.TO, tags.WDT, tags.WP) {
			break
		}
		if t.Noun() || t.Pronoun() && to-from == 1 {
			head = i
		}
	}
	if head < 0 || f.who[head] == 0 || f.Tag(head+1) == tags.POS && head+1 < to {
		return -1
	}
	if k := f.NameAt(head); k >= 0 && f.Names[k].Type == names.Person && f.Names[k].To-1 != head {
		return -1
	}
	return int(f.who[head]) - 1
}

// someoneAt is the phrase at token i if it names a person or a speaker.
func (f *scene) someoneAt(c clause, i int) (from, to int, ok bool) {
	switch k := f.NameAt(i); {
	case f.content[i] != int32(c.quote+1):
		return i, i, false
	case f.Tag(i).Pronoun():
		return i, i + 1, f.who[i] != 0 && singular[f.Lower(i)] && f.isCalled[f.who[i]-1]
	case f.who[i] != 0:
		for to = i; to < c.to && f.who[to] == f.who[i]; to++ {
		}
		return i, to, true
	case k >= 0:
		n := f.Names[k]
		return i, min(n.To, c.to), n.Type == names.Person && n.From == i
	}
	return i, i, false
}

// singular are pronouns by which a quote means one other than its speaker. "They" is too often somebody else.
var singular = lexicon.Words("pronouns", "singular")

// among reports whether something, such as a word or a tag, is one of some.
func among[T comparable](x T, of ...T) bool { return slices.Contains(of, x) }
