package speakers

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"hearsay/analysis/text"
)

// check holds for any article and any quotes.
func check(t *testing.T, a Article, r Result) {
	t.Helper()
	if len(r.Quotes) != len(a.Quotes) {
		t.Fatalf("%d attributions for %d quotes", len(r.Quotes), len(a.Quotes))
	}
	behind := make([]bool, len(r.Speakers))
	for _, q := range r.Quotes {
		checkQuote(t, a, q, len(r.Speakers))
		for _, s := range q.Speakers {
			behind[s] = true
		}
	}
	for k, s := range r.Speakers {
		if s.Name == "" || !behind[k] {
			t.Fatalf("speaker %d, %q, has no name or no quote", k, s.Name)
		}
		checkSpan(t, a, s.Description)
		for i, m := range s.Mentions {
			checkSpan(t, a, m)
			if i > 0 && m.Start < s.Mentions[i-1].End {
				t.Fatal("mentions overlap")
			}
		}
	}
}

// checkSpan tells that a span is a range of the text, and cuts no code point.
func checkSpan(t *testing.T, a Article, p text.Span) {
	t.Helper()
	s := a.Text.String
	if p.Start < 0 || p.End < p.Start || p.End > len(s) {
		t.Fatalf("span %v outside of a text of %d bytes", p, len(s))
	}
	if !p.Empty() && utf8.ValidString(s) && !utf8.ValidString(p.Of(s)) {
		t.Fatalf("span %v cuts a code point", p)
	}
}

// checkQuote tells that an attribution speaks of speakers that there are, with reasons and probabilities.
func checkQuote(t *testing.T, a Article, q Attribution, speakers int) {
	t.Helper()
	for _, s := range append(append([]int(nil), q.Speakers...), candidates(q)...) {
		if s < 0 || s >= speakers {
			t.Fatalf("no speaker %d", s)
		}
	}
	for _, l := range q.Chain {
		checkSpan(t, a, l.From)
		checkSpan(t, a, l.To)
		if l.Speaker < 0 || l.Speaker >= speakers || l.Reason == "" || !isProbability(l.Confidence) {
			t.Fatalf("bad link %+v", l)
		}
	}
	for i, c := range q.Candidates {
		checkSpan(t, a, c.Mention)
		ordered := i == 0 || c.Confidence <= q.Candidates[i-1].Confidence
		if !isProbability(c.Confidence) || c.Reason == "" || !ordered {
			t.Fatalf("bad candidates %+v", q.Candidates)
		}
	}
	if !isProbability(q.Confidence) || len(q.Speakers) == 0 && q.Unknown == "" {
		t.Fatalf("bad attribution %+v", q)
	}
}

func isProbability(p float64) bool { return p >= 0 && p <= 1 }

func FuzzResolve(f *testing.F) {
	f.Add("Ann Bell said “I am late,” and she left. The mayor, Carl Dorn, said they both did.", uint8(3), uint8(9))
	f.Add("“We,” he said. Both leaders, the two, who which it its", uint8(1), uint8(2))
	f.Add("\xff\x00 's 's and and , ( Mr. Mr. Smith and", uint8(0), uint8(255))
	f.Fuzz(func(t *testing.T, s string, step, width uint8) {
		tx := text.Split(s, nil)
		var quotes []Quote
		for i := 0; i+1 < len(tx.Tokens) && len(quotes) < 200; i += int(step) + 1 {
			j := min(len(tx.Tokens), i+1+int(width))
			source, content := []text.Span{tx.Span(i, j)}, []text.Span{tx.Span(i/2, j)}
			quotes = append(quotes, Quote{Source: source, Content: content, Continues: i%3 - 1})
			if i%4 == 0 {
				quotes[len(quotes)-1].Source = nil
			}
		}
		a := article(t, s, quotes)
		check(t, a, resolve(t, a))
	})
}

func BenchmarkResolve(b *testing.B) {
	for _, n := range []int{20, 2000} {
		b.Run(fmt.Sprint(n, " quotes"), func(b *testing.B) {
			var s strings.Builder
			for i := range n {
				const story = "‹Senator Ann%c Bell%d of Ohio› said {the plan was late}. ‹She› said {it would fail}.\n"
				fmt.Fprintf(&s, story, 'a'+rune(i%26), i%400)
			}
			a := marked(b, s.String())
			b.ResetTimer()
			for range b.N {
				resolve(b, a)
			}
		})
	}
}

// candidates are those of an attribution to whom quotes are given.
func candidates(a Attribution) (out []int) {
	for _, c := range a.Candidates {
		if c.Speaker >= 0 {
			out = append(out, c.Speaker)
		}
	}
	return out
}
