package query

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestQueriesAreReadAsTheyAreMeant(t *testing.T) {
	for _, c := range []struct{ story, query, want string }{
		{"nothing is everything", "  ", ""},
		{"words side by side", "flood  wall", "flood wall"},
		{"a phrase", `"flood wall"`, `"flood wall"`},
		{"a phrase in the marks of print", `said:“no tax”`, `said:"no tax"`},
		{"a field in any case", "Speaker:Marsh", "speaker:Marsh"},
		{"a phrase of a field", `speaker:"Ann Marsh" kind:Direct`, `speaker:"Ann Marsh" kind:direct`},
		{"not", "-unread -tag:done", "-unread -tag:done"},
		{"or binds less than and", "a b or c d", "a b or c d"},
		{"brackets", "a (b or c)", "a (b or c)"},
		{"brackets that say nothing", "((a) (b))", "a b"},
		{"or within and within or", "(a or b) c or d", "(a or b) c or d"},
		{"the sign of arithmetic", "−unread", "-unread"},
		{"not of brackets", "-(a or b)", "-(a or b)"},
		{"a saved query", "@week unread", "@week unread"},
		{"the word or", `"or" b`, `"or" b`},
		{"the word unread", `"unread"`, `"unread"`},
		{"a word with a mark in it", `"say \"no\""`, `"say \"no\""`},
		{"a colon in a value", "title:12:30", "title:12:30"},
		{"a colon in words", `"12:30"`, `"12:30"`},
		{"days", "since:2026-01 before:7d", "since:2026-01 before:7d"},
	} {
		e, err := Parse(c.query)
		if err != nil || String(e) != c.want {
			t.Errorf("%s: %q is %v, %v", c.story, c.query, e, err)
		}
	}
}

func TestWhatCannotBeReadIsToldAtItsPlace(t *testing.T) {
	for _, c := range []struct{ query, at, problem string }{
		{`a said:"no`, `"no`, "quotation mark"}, {"a (b", "(", "closes this bracket"}, {"a) b", ")", "opens this bracket"},
		{"speeker:x", "speeker:", "no field"}, {"kind:loud", "kind:loud", "“kind:”"},
		{"a since:soon", "since:soon", "no day"},
		{"speaker:", "speaker:", "stands alone"}, {"- a", "-", "stands alone"}, {"or a", "or", "stands alone"},
		{"a or", "", "stands alone"}, {"@", "@", "stands alone"}, {`""`, `""`, "nothing in"}, {"-()", "-()", "before nothing"},
		{strings.Repeat("(", 60), "(", "too many"},
	} {
		_, err := Parse(c.query)
		var e *Error
		if !errors.As(err, &e) || !strings.Contains(e.Problem, c.problem) || e.Hint == "" {
			t.Errorf("%q: %v", c.query, err)
			continue
		}
		if got := c.query[e.From:e.To]; got != c.at {
			t.Errorf("%q: the fault is at %q, not %q", c.query, got, c.at)
		}
	}
}

// some is a query made of chance, as deep at most as asked.
func some(r *rand.Rand, depth int) Expr {
	values := []string{"a", "Ann Bell", `"`, "or", "unread", "-x", "@y", "a:b", "(", `\`, "“q”", "été", "−x"}
	several := func() (of []Expr) {
		for range 2 + r.IntN(2) {
			of = append(of, some(r, depth-1))
		}
		return of
	}
	n := 7
	if depth == 0 {
		n = 4
	}
	switch r.IntN(n) {
	case 0:
		return Is{flags[r.IntN(len(flags))]}
	case 1:
		return View{"week"}
	case 2:
		return Term{Words, values[r.IntN(len(values))]}
	case 3:
		f := []Field{Speaker, Said, Tag, Outlet}[r.IntN(4)]
		return Term{f, values[r.IntN(len(values))]}
	case 4:
		return Not{some(r, depth-1)}
	case 5:
		of := several()
		for i := range of { // what stands side by side within what does is one row
			if inner, ok := of[i].(And); ok {
				of[i] = Not{inner}
			}
		}
		return And{of}
	}
	of := several()
	for i := range of {
		if inner, ok := of[i].(Or); ok {
			of[i] = Not{inner}
		}
	}
	return Or{of}
}

func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		e := some(r, 4)
		again, err := Parse(String(e))
		if err != nil || !reflect.DeepEqual(e, again) {
			t.Fatalf("%s is read as %#v, %v; it was %#v", String(e), again, err, e)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{`a or (b -c:"d e") @f unread`, "“", `\`, "((((", "-\xff", "since:0000-00-00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		e, err := Parse(s)
		if err != nil {
			var q *Error
			if !errors.As(err, &q) || q.From < 0 || q.To < q.From || q.To > len(s) {
				t.Fatalf("%q: %#v", s, err)
			}
			return
		}
		if again, err := Parse(String(e)); err != nil || String(again) != String(e) {
			t.Fatalf("%q is written %q, which is %v", s, String(e), err)
		}
		Complete(s, len(s)/2, func(Field, string) []string { return []string{"x"} })
	})
}

func TestDays(t *testing.T) {
	now := time.Date(2026, 3, 14, 15, 9, 0, 0, time.UTC)
	for s, want := range map[string]string{"2025": "2025-01-01", "2025-07": "2025-07-01", "2025-07-09": "2025-07-09",
		"today": "2026-03-14", "yesterday": "2026-03-13", "7d": "2026-03-07", "2w": "2026-02-28", "1m": "2026-02-14",
		"2y": "2024-03-14"} {
		if got, ok := Day(s, now); !ok || got.Format(time.DateOnly) != want {
			t.Errorf("%s is %v, %v, want %s", s, got, ok, want)
		}
	}
	for _, s := range []string{"", "d", "x7d", "7x", "2025-13", "99999d"} {
		if got, ok := Day(s, now); ok {
			t.Errorf("%s is %v", s, got)
		}
	}
}

func TestWhatIsTypedIsCompleted(t *testing.T) {
	values := func(f Field, prefix string) []string {
		return map[Field][]string{Speaker: {"Ann Bell", "Bell"}, "@": {"week"}}[f]
	}
	for _, c := range []struct {
		text string
		want []string
	}{
		{"flood sp", []string{"speaker:"}}, {"-un", []string{"unread", "unsure"}},
		{"kind:in", []string{"kind:indirect"}}, {"(speaker:be", []string{`speaker:"Ann Bell"`, "speaker:Bell"}},
		{"@w", []string{"@week"}}, {"flood ", nil},
	} {
		got := Complete(c.text, len(c.text), values)
		if !slices.Equal(got.Options, c.want) {
			t.Errorf("%q: %q", c.text, got.Options)
		}
		for _, o := range got.Options {
			whole := c.text[:got.From] + o + strings.Repeat(")", strings.Count(c.text, "("))
			if _, err := Parse(whole); err != nil && !strings.HasSuffix(o, ":") {
				t.Errorf("%q completed: %v", c.text, err)
			}
		}
	}
}

func TestSavedQueriesStandForWhatTheySay(t *testing.T) {
	saved := map[string]string{"week": "since:7d (unread or @mine)", "mine": "tag:mine", "self": "a @self", "bad": "("}
	lookup := func(n string) (string, bool) { s, ok := saved[n]; return s, ok }
	for query, want := range map[string]string{"-@week b": `-(since:7d (unread or tag:mine)) b`, "@mine or c": "tag:mine or c"} {
		e, _ := Parse(query)
		e, err := Expand(e, lookup)
		if err != nil || String(e) != want {
			t.Errorf("%s is %v, %v", query, e, err)
		}
	}
	for query, want := range map[string]string{"@self": "leads to itself", "@none": "@none", "@bad": "bracket"} {
		e, _ := Parse(query)
		if _, err := Expand(e, lookup); err == nil || !strings.Contains(fmt.Sprint(err), want) {
			t.Errorf("%s: %v", query, err)
		}
	}
}

func TestWhatIsWantedOfTheText(t *testing.T) {
	e, _ := Parse(`flood -rain (said:"no tax" or speaker:bell)`)
	if got := Wanted(e); !slices.Equal(got, []string{"flood", "no tax"}) {
		t.Errorf("%q", got)
	}
}

func TestPlainQueriesAreWordsAlone(t *testing.T) {
	for q, want := range map[string]bool{"": true, `flood "the wall"`: true, "a or b": false, "-a": false, "a unread": false,
		"a tag:b": false, "@week": false} {
		if e, err := Parse(q); err != nil || Plain(e) != want {
			t.Errorf("%q is plain: %v, %v", q, Plain(e), err)
		}
	}
}
