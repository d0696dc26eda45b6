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
	inText := func(p text.Span) {
		if p.Start < 0 || p.End < p.Start || p.End > len(a.Text.String) {
			t.Fatalf("span %v outside of a text of %d bytes", p, len(a.Text.String))
		}
		if s := a.Text.String; !p.Empty() && utf8.ValidString(s) && !utf8.ValidString(p.Of(s)) {
			t.Fatalf("span %v cuts a code point", p)
		}
	}
	for _, s := range r.Speakers {
		if s.Name == "" {
			t.Fatal("a speaker without a name")
		}
		inText(s.Description)
		for i, m := range s.Mentions {
			inText(m)
			if i > 0 && m.Start < s.Mentions[i-1].End {
				t.Fatal("mentions overlap")
			}
		}
	}
	behind := make([]bool, len(r.Speakers))
	for _, q := range r.Quotes {
		for _, s := range append(append([]int(nil), q.Speakers...), candidates(q)...) {
			if s < 0 || s >= len(r.Speakers) {
				t.Fatalf("no speaker %d", s)
			}
		}
		for _, s := range q.Speakers {
			behind[s] = true
		}
		for _, l := range q.Chain {
			inText(l.From)
			inText(l.To)
			if !(l.Confidence >= 0 && l.Confidence <= 1) {
				t.Fatalf("the link %+v is surer than sure", l)
			}
			if l.Speaker < 0 || l.Speaker >= len(r.Speakers) || l.Reason == "" {
				t.Fatalf("bad link %+v", l)
			}
		}
		for i, c := range q.Candidates {
			inText(c.Mention)
			if !(c.Confidence >= 0 && c.Confidence <= 1) || c.Reason == "" || i > 0 && c.Confidence > q.Candidates[i-1].Confidence {
				t.Fatalf("bad candidates %+v", q.Candidates)
			}
		}
		if q.Confidence < 0 || q.Confidence > 1 || len(q.Speakers) == 0 && q.Unknown == "" {
			t.Fatalf("bad attribution %+v", q)
		}
	}
	for s, ok := range behind {
		if !ok {
			t.Fatalf("%q is behind no quote", r.Speakers[s].Name)
		}
	}
}

func FuzzResolve(f *testing.F) {
	f.Add("Ann Bell said “I am late,” and she left. The mayor, Carl Dorn, said they both did.", uint8(3), uint8(9))
	f.Add("“We,” he said. Both leaders, the two, who which it its", uint8(1), uint8(2))
	f.Add("\xff\x00 's 's and and , ( Mr. Mr. Smith and", uint8(0), uint8(255))
	f.Fuzz(func(t *testing.T, s string, step, width uint8) {
		tx := text.Split(s, nil)
		var quotes []Quote
		for i := 0; i+1 < len(tx.Tokens) && len(quotes) < 200; i += int(step) + 1 {
			j := min(len(tx.Tokens), i+1+int(width))
			quotes = append(quotes, Quote{Source: []text.Span{tx.Span(i, j)}, Content: []text.Span{tx.Span(i/2, j)}, Continues: i%3 - 1})
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
				fmt.Fprintf(&s, "‹Senator Ann%c Bell%d of Ohio› said {the plan was late}. ‹She› said {it would fail}.\n", 'a'+rune(i%26), i%400)
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
