package cells

import (
	"slices"
	"strings"
	"testing"
	"unicode"
)

func TestTruncateAndFit(t *testing.T) {
	for _, c := range []struct {
		in       string
		w        int
		cut, fit string
	}{
		{"minister", 8, "minister", "minister"},
		{"minister", 10, "minister", "minister  "},
		{"minister", 7, "minist…", "minist…"},
		{"minister", 1, "…", "…"},
		{"minister", 0, "", ""},
		{"minister", -3, "", ""},
		{"", 3, "", "   "},
		{"北京的", 6, "北京的", "北京的"},
		{"北京的", 5, "北京…", "北京…"},
		{"北京的", 4, "北…", "北… "},
		{"北京的", 2, "…", "… "},
		{"é\u0301x", 2, "é\u0301x", "é\u0301x"},
		{"a\nb\x1b", 4, "a b␛", "a b␛"},
	} {
		if got := Truncate(c.in, c.w); got != c.cut {
			t.Errorf("%q cut to %d: %q, want %q", c.in, c.w, got, c.cut)
		}
		if got := Fit(c.in, c.w); got != c.fit {
			t.Errorf("%q fitted to %d: %q, want %q", c.in, c.w, got, c.fit)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		about, in string
		w         int
		lines     []string
	}{
		{"at words", "He said that no one was hurt.", 12, []string{"He said that", "no one was", "hurt."}},
		{"just fits", "one two", 7, []string{"one two"}},
		{"a long word is cut", "an incomprehensible word", 6, []string{"an", "incomp", "rehens", "ible", "word"}},
		{"line breaks stay", "a\n\nb  \n c", 9, []string{"a", "", "b", "c"}},
		{"after a hyphen", "a well-known man", 7, []string{"a well-", "known", "man"}},
		{"not in a number", "minus -50 or 10-12", 5, []string{"minus", "-50", "or", "10-12"}},
		{"after a dash", "the world—which", 11, []string{"the world—", "which"}},
		{"a dash stays with its word", "world—which", 9, []string{"world—", "which"}},
		{"between ideographs", "北京的天气，很好。", 6, []string{"北京的", "天气，", "很好。"}},
		{"no full stop at a start", "北京的。", 6, []string{"北京", "的。"}},
		{"no-break space", "10\u00a0000 men", 7, []string{"10\u00a0000", "men"}},
		{"a sign wider than the line", "北", 1, []string{"…"}},
		{"white space wider than the line", "a          b", 4, []string{"a", "b"}},
		{"a tab is one space", "a\tb", 4, []string{"a b"}},
		{"nothing", "", 4, nil},
		{"no width", "ab", 0, []string{"a", "b"}},
	} {
		if got := Wrap(c.in, c.w); !slices.Equal(got, c.lines) {
			t.Errorf("%s: %q, want %q", c.about, got, c.lines)
		}
	}
}

func FuzzCells(f *testing.F) {
	f.Add("He said, “We won’t.” \x1b[31m\u202e", 7)
	f.Add("👩\u200d👩\u200d👧 क्षि 北京 e\u0301\xff-", 2)
	f.Add("\u1100\u200b\u1161\ufeff\u0301 \u0600\u0d4e क\u094d\u00adष", 3)
	f.Fuzz(func(t *testing.T, s string, w int) {
		if len(s) > 4096 {
			return
		}
		check(t, s)
		w = max(w, -w, 0)%100 + 1
		if fit := Fit(s, w); Width(fit) != w {
			t.Errorf("%q fitted to %d: %q", s, w, fit)
		}
		if Width(s) <= w && Truncate(s, w) != Clean(s) {
			t.Errorf("%q was cut to %q, though it fits %d cells", s, Truncate(s, w), w)
		}
		checkLines(t, s, w)
	})
}

// checkLines tests what is promised of any text broken into lines.
func checkLines(t *testing.T, s string, w int) {
	t.Helper()
	end := 0
	for from, to := range Lines(s, w) {
		if from < end || to <= from {
			t.Errorf("%q in %d: the line %d..%d follows byte %d", s, w, from, to, end)
			return
		}
		if strings.TrimFunc(s[end:from], unicode.IsSpace) != "" {
			t.Errorf("%q in %d: %q is lost", s, w, s[end:from])
		}
		if line := draw(s, from, to, w); Width(line) > w {
			t.Errorf("%q in %d: the line %q", s, w, line)
		}
		end = to
	}
	if strings.TrimFunc(s[end:], unicode.IsSpace) != "" {
		t.Errorf("%q in %d: %q is lost at the end", s, w, s[end:])
	}
}

// TestLinesAreFull fills lines with words as long as they fit.
func TestLinesAreFull(t *testing.T) {
	words := strings.Fields(strings.Repeat("the minister of state said on Monday that a decision on it was near ", 20))
	for w := 8; w < 90; w++ {
		line := ""
		var want []string
		for _, word := range words {
			if line != "" && len(line)+1+len(word) > w {
				want, line = append(want, line), ""
			}
			line = strings.TrimPrefix(line+" "+word, " ")
		}
		if got := Wrap(strings.Join(words, " "), w); !slices.Equal(got, append(want, line)) {
			t.Errorf("at %d: %q", w, got)
		}
	}
}

// TestHostileLines bounds what a line may hold, so that it is drawn in no time whatever the article.
func TestHostileLines(t *testing.T) {
	for about, s := range map[string]string{
		"marks":          "a" + strings.Repeat("\u0301", 100_000),
		"directions":     strings.Repeat("\u202e", 100_000),
		"line breaks":    "a" + strings.Repeat("\n", 100_000) + "b",
		"spaces":         "a" + strings.Repeat(" ", 100_000) + "b",
		"no spaces":      strings.Repeat("a", 100_000),
		"hyphens":        strings.Repeat("a-", 100_000),
		"continuations":  strings.Repeat("\x80", 100_000),
		"joined emoji":   strings.Repeat("👩\u200d", 30_000),
		"joined letters": strings.Repeat("क\u094d", 30_000),
	} {
		longest := 0
		for from, to := range Lines(s, 40) {
			longest = max(longest, to-from)
		}
		if longest > 40*bytesPerCell+2*maxBytes {
			t.Errorf("%s: a line of %d bytes", about, longest)
		}
		checkLines(t, s, 40)
	}
}

func BenchmarkLines(b *testing.B) {
	s := strings.Repeat("“We’ll see,” the minister’s aide said — and left the room without a word. ", 14_000)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		for range Lines(s, 76) {
		}
	}
}

func BenchmarkFit(b *testing.B) {
	for b.Loop() {
		Fit("“We’ll see,” the minister’s aide said — and left the room without a word.", 40)
	}
}
