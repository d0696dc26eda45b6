package phrases_test

import (
	"strings"
	"testing"

	"hearsay/analysis/annotated"
	"hearsay/analysis/annotated/annotatedtest"
	"hearsay/analysis/phrases"
)

// at is the token that a word is.
func at(t testing.TB, a *annotated.Text, word string) int {
	t.Helper()
	for i := range a.Tokens {
		if a.Word(i) == word {
			return i
		}
	}
	t.Fatalf("no %q in %q", word, a.String)
	return -1
}

func words(a *annotated.Text, from, to int) string {
	if from >= to {
		return ""
	}
	return a.Of(a.Span(from, to))
}

func TestAPhraseAndItsParts(t *testing.T) {
	a := annotatedtest.ReadWithoutStates(t, "The governor's bold plan for the harbour failed.")
	p, ok := phrases.At(a, at(t, a, "bold"))
	if !ok || a.Word(p.Head) != "plan" || words(a, p.From, p.CoreTo) != "The governor's bold plan" {
		t.Fatalf("the phrase is %q with the head %d, %v", words(a, p.From, p.CoreTo), p.Head, ok)
	}
	if owner, ok := p.Possessor(); !ok || a.Word(owner.Head) != "governor" {
		t.Errorf("the owner is %+v, %v", owner, ok)
	}
	if d := p.Determiner(); d >= 0 {
		t.Errorf("the determiner is %q, which is the governor's", a.Word(d))
	}
	if m := p.Modifiers(); len(m) != 1 || a.Word(m[0]) != "bold" {
		t.Errorf("the modifiers are %v", m)
	}
	behind := p.Attachments()
	if len(behind) != 1 || a.Word(behind[0].Preposition) != "for" || a.Word(behind[0].Object.Head) != "harbour" {
		t.Errorf("behind the head hang %+v", behind)
	}
	harbour, ok := phrases.At(a, at(t, a, "harbour"))
	if d := harbour.Determiner(); !ok || d < 0 || a.Word(d) != "the" {
		t.Errorf("the harbour's determiner is %d, %v", d, ok)
	}
}

func TestWhatIsJoinedAndWhatStandsInApposition(t *testing.T) {
	a := annotatedtest.ReadWithoutStates(t, "They opposed the port and the canal.")
	p, ok := phrases.At(a, at(t, a, "port"))
	if more := p.Conjuncts(); !ok || len(more) != 1 || a.Word(more[0].Head) != "canal" {
		t.Errorf("with the port stand %+v, %v", more, ok)
	}
	b := annotatedtest.ReadWithoutStates(t, "Ruth Haldane, the mayor, signed a bill.")
	haldane, ok := phrases.At(b, at(t, b, "Haldane"))
	if same := haldane.Appositions(); !ok || len(same) != 1 || b.Word(same[0].Head) != "mayor" {
		t.Errorf("Haldane is %+v, %v", same, ok)
	}
}

func TestWherePhrasesEnd(t *testing.T) {
	for _, c := range []struct{ story, text, from, want string }{
		{"the core and what hangs on it", "She backed the new plan for the port.", "the", "the new plan for the port"},
		{"no time", "She backed the plan last week.", "the", "the plan"},
		{"no day", "She backed the plan Monday.", "the", "the plan"},
		{"what a noun takes", "She praised the decision to close the port.", "the", "the decision to close the port"},
		{"a claim and its clause", "She denied the claim that he lied.", "the", "the claim that he lied"},
		{"a clause that a noun does not take", "She saw the boat that he bought.", "the", "the boat"},
		{"two that are joined", "She opposed taxes and tolls.", "taxes", "taxes and tolls"},
		{"the second begins a clause", "She opposed taxes and tolls rose.", "taxes", "taxes"},
		{"a pronoun", "She backed him in the vote.", "him", "him"},
		{"an adjective for people", "She helped the poor.", "the", "the poor"},
		{"what the tree sees further than the tags", "He wanted a more open process.", "a", "a more open process"},
		{"behind an adverb and a mark", "She backed only “the plan”.", "only", "the plan"},
	} {
		a := annotatedtest.ReadWithoutStates(t, c.text)
		from, to, _, ok := phrases.Read(a, at(t, a, c.from), len(a.Tokens))
		if got := words(a, from, to); !ok || got != c.want {
			t.Errorf("%s: %q, %v, want %q", c.story, got, ok, c.want)
		}
	}
	a := annotatedtest.ReadWithoutStates(t, "She quickly left.")
	if _, _, _, ok := phrases.Read(a, at(t, a, "quickly"), len(a.Tokens)); ok {
		t.Error("a verb is read as a noun phrase")
	}
}

func TestSubjectsStandBeforeTheirVerbs(t *testing.T) {
	for _, c := range []struct{ text, verb, want string }{
		{"The new mayor lied.", "lied", "The new mayor"},
		{"He is wrong.", "is", "He"},
		{"The friend of the mayor is wrong.", "is", ""},
		{"Bell and the mayor are wrong.", "are", ""},
		{"The plans is wrong.", "is", ""},
	} {
		a := annotatedtest.ReadWithoutStates(t, c.text)
		from, to, ok := phrases.Subject(a, at(t, a, c.verb), 0)
		if got := words(a, from, to); ok && got != c.want || ok != (c.want != "") {
			t.Errorf("%s: %q, %v, want %q", c.text, got, ok, c.want)
		}
	}
}

// Whatever a text is, its phrases lie within their sentences and hold their parts.
func TestAnyTextHasPhrasesThatHoldTogether(t *testing.T) {
	for _, s := range []string{
		"", "and", "The the the of of of.", strings.Repeat("Bell and Orr's plan for Ohio, which failed, ", 200),
		"\xff and \xfe's plan “of\x00 the” (harbour), a b c d, whose who which that.",
		"“Why?” she asked. He, the mayor, and all of those that she had met on Monday last week laughed at 3 p.m.",
	} {
		a := annotatedtest.ReadWithoutStates(t, s)
		for i := -2; i < len(a.Tokens)+2; i++ {
			if p, ok := phrases.At(a, i); ok {
				holds(t, a, p, 0)
			}
			if p, ok := phrases.Starting(a, i, len(a.Tokens)); ok && p.From != i {
				t.Fatalf("%q: the phrase that starts at %d begins at %d", s, i, p.From)
			}
			from, to, head, ok := phrases.Read(a, max(i, 0), len(a.Tokens))
			if ok && (from < i || head < from || to <= head || to > len(a.Tokens)) {
				t.Fatalf("%q: from %d to %d with the head %d", s, from, to, head)
			}
		}
	}
}

func holds(t *testing.T, a *annotated.Text, p phrases.Phrase, depth int) {
	t.Helper()
	s := a.SentenceOf(p.Head)
	if p.From > p.Head || p.CoreTo <= p.Head || p.To < p.CoreTo || p.From < s.From || p.To > s.To {
		t.Fatalf("%q: %d to %d, core to %d, head %d, in %d to %d", a.String, p.From, p.To,
			p.CoreTo, p.Head, s.From, s.To)
	}
	parts := append(p.Appositions(), p.Conjuncts()...)
	for _, x := range p.Attachments() {
		if x.Preposition < p.From || x.Preposition >= x.Object.Head {
			t.Fatalf("a preposition at %d before %d", x.Preposition, x.Object.Head)
		}
		parts = append(parts, x.Object)
	}
	for _, part := range parts {
		if depth < 3 {
			holds(t, a, part, depth+1)
		}
	}
}
