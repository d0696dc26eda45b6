package positions

import (
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"hearsay/analysis/positions/polarity"
	"hearsay/analysis/text"
)

// loadPolarity loads what was learnt once for all tests.
var loadPolarity = sync.OnceValues(polarity.Load)

// whole adds to an article what was learnt of how sentences speak of whom they name.
func whole(t testing.TB, a Article) Article {
	t.Helper()
	var err error
	if a.Polarity, err = loadPolarity(); err != nil {
		t.Fatal(err)
	}
	return a
}

// Whatever a text is, what is found from all that is known holds together.
func TestAnyTextIsRead(t *testing.T) {
	for _, s := range []string{
		strings.Repeat("‹Ruth Haldane› <said> {that Otto Brandt is a crooked liar who would sell the port if he could}.\n",
			40),
		strings.Repeat("‹Ruth Haldane› <said> {“Brandt “Brandt ‘Brandt and he and Brandt, if and if not unless so-called "+
			"“law” is awful}.\n", 40),
		"‹Ruth Haldane› <said> {" + strings.Repeat("Brandt and Haldane ", 2000) + "are awful}.\n",
		"‹Ruth Haldane› <said> {\xff“\xfeBrandt\x00 is \xff awful}.\n",
	} {
		a := whole(t, story(t, s))
		check(t, a, Find(a))
	}
}

// check holds for any article.
func check(t *testing.T, a Article, found []Position) {
	t.Helper()
	for _, p := range found {
		if p.Speaker < 0 || p.Speaker >= len(a.Speakers) || p.Topic == "" || p.Reason == "" || p.Stance < Neutral ||
			p.Stance > Opposes || p.Act < States || p.Act > Proposes || p.Modality < Plain || p.Modality > Intention ||
			len(p.Quotes) == 0 {
			t.Fatalf("bad position %+v", p)
		}
		if len(p.Target) != 1 || len(p.Statement) != 1 || !p.Statement[0].Covers(p.Target[0]) || p.Target[0].Empty() {
			t.Fatalf("target %v not within statement %v", p.Target, p.Statement)
		}
		if p.Statement[0].Start < 0 || p.Statement[0].End > len(a.Text.String) {
			t.Fatalf("statement %v outside of the text", p.Statement)
		}
		if s := a.Text.String; utf8.ValidString(s) && (!utf8.ValidString(p.Target[0].Of(s)) ||
			!utf8.ValidString(p.Statement[0].Of(s))) {
			t.Fatalf("a span cuts a code point: %+v", p)
		}
		checkFields(t, a, p)
		if p.Confidence < 0 || p.Confidence > 1 {
			t.Fatalf("confidence %v", p.Confidence)
		}
		if i, j := a.Text.Range(p.Statement[0]); a.Text.Tokens[i].Sentence != a.Text.Tokens[j-1].Sentence {
			t.Fatalf("statement crosses sentences: %q", a.Text.Of(p.Statement[0]))
		}
	}
}

// checkFields holds for the qualifiers and targets of any position.
func checkFields(t *testing.T, a Article, p Position) {
	t.Helper()
	last := 0
	for _, q := range p.Qualifiers {
		if q.Kind < Negation || q.Kind > Irony || q.Span.Empty() || !p.Statement[0].Covers(q.Span) || q.Span.Start < last {
			t.Fatalf("qualifiers %v of %v are not in order within the statement", p.Qualifiers, p.Statement)
		}
		if utf8.ValidString(a.Text.String) && !utf8.ValidString(q.Span.Of(a.Text.String)) {
			t.Fatalf("a qualifier cuts a code point: %+v", p)
		}
		last = q.Span.Start
	}
	for _, s := range p.Targets {
		if s < 0 || s >= len(a.Speakers) || s == p.Speaker || p.Topic != a.Speakers[s].Name {
			t.Fatalf("the target of %+v is not a speaker by that name", p)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Ruth Haldane backed the law. “We must not pass the bill,” she said. Otto called it a disaster.", uint8(2),
		uint8(8))
	f.Add("refused to to to the “ of and that should be but rather the , called for an end to", uint8(0), uint8(30))
	f.Add("\xffshould\x00must be the aim’s — is a liar?", uint8(1), uint8(3))
	f.Fuzz(func(t *testing.T, s string, step, width uint8) {
		tx := text.Split(s, nil)
		a := Article{Speakers: []Speaker{{Name: "Ann"}, {Name: "It", Thing: true}}}
		for i := 0; i+1 < len(tx.Tokens) && len(a.Quotes) < 100; i += int(step) + 1 {
			j := min(len(tx.Tokens), i+1+int(width))
			p := tx.Span(i, j)
			a.Quotes = append(a.Quotes, Quote{Content: []text.Span{p}, Cue: []text.Span{tx.Span(i, i+1), tx.Span(j-1, j)},
				Source:   []text.Span{tx.Span(i/2, i/2+1)},
				Speakers: []int{i % 2}, Confidence: 0.5})
		}
		a = finish(t, a, s)
		check(t, a, Find(a))
		a = whole(t, a)
		check(t, a, Find(a))
	})
}

func BenchmarkFind(b *testing.B) {
	a := story(b, strings.Repeat(
		"‹Ruth Haldane› <backed> {the new harbour law, which must not be repealed}.\n{“The goal should be a fair vote, "+
			"and the bill is a disaster,”} <said> ‹Otto Brandt›.\n", 500))
	b.SetBytes(int64(len(a.Text.String)))
	b.ResetTimer()
	for range b.N {
		Find(a)
	}
}
