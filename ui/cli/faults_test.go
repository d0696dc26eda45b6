package cli

import (
	"strings"
	"testing"
	"unicode/utf8"

	"hearsay/ui/cli/oneline"
)

func TestCleanSpellsOutWhatCouldSteerATerminal(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"call.txt", "call.txt"},
		{"café “Nachrichten” 新聞 👍", "café “Nachrichten” 新聞 👍"},
		{"a\x1b[2Jb", `a\x1b[2Jb`},
		{"two\nlines\r", `two\nlines\r`},
		{"\u009b31m", `\u009b31m`},
		{"\u202egnp.exe", `\u202egnp.exe`},
		{"bad \xff byte", `bad \xff byte`},
		{"line\u2028end", `line\u2028end`},
		{"it's", "it's"},
		{"it's\a", `it's\a`},
	} {
		if got := oneline.Clean(c.in); got != c.want {
			t.Errorf("clean(%q) = %q, want %q", c.in, got, c.want)
		}
	}
	if got := oneline.Clean(strings.Repeat("ä", 1_000_000)); utf8.RuneCountInString(got) != oneline.LongestLine+1 {
		t.Errorf("a long line keeps %d code points", utf8.RuneCountInString(got))
	}
}

func FuzzClean(f *testing.F) {
	f.Add("a\x1b[2Jb")
	f.Add("\xff\u202e\u0000'")
	f.Fuzz(func(t *testing.T, s string) {
		got := oneline.Clean(s)
		if strings.ContainsFunc(got, oneline.Unsafe) || !utf8.ValidString(got) {
			t.Errorf("clean(%q) = %q", s, got)
		}
		if oneline.Clean(got) != got && utf8.RuneCountInString(got) <= oneline.LongestLine {
			t.Errorf("clean is not done with %q", got)
		}
	})
}
