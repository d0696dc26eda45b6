package markdown

import (
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"

	"hearsay/articles/export/told"
)

// FuzzEscaped writes any text as a paragraph and among other words: what is shown is the text, and nothing but text.
func FuzzEscaped(f *testing.F) {
	for _, s := range []string{"a", "**b** _c_ `d`", "<i>&amp;&#65;&x", "[x](y)", "# a", "1) b", "- [ ] c", "=== ",
		"a\\", "a_b_ _", "|a|", "~~a~~", "$a$", "{{a}}", "&", "a\u00ad&\u00adamp;",
		"[^1]: x", ": d", "\t\tcode", "é&eacute;", "http://a_b_", "!", "+", "12345678901.", "---", "\u00a0- a"} {
		f.Add(s)
	}
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList,
		extension.Footnote, extension.DefinitionList))
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\uFFFD")
		want := told.Clean(s)
		if want == "" {
			return
		}
		for lead, line := range map[string]string{"": escaped(s), "x ": "x " + inner(s), "x": "*x*" + inner(s) + "y"} {
			var b strings.Builder
			if err := md.Convert([]byte("before\n\n"+line+"\n\nafter\n"), &b); err != nil {
				t.Fatal(err)
			}
			_, shown, _ := strings.Cut(b.String(), "<p>before</p>\n")
			shown = strings.TrimSuffix(shown, "<p>after</p>\n")
			body, ok := strings.CutPrefix(strings.TrimSuffix(shown, "</p>\n"), "<p>")
			if lead == "x" {
				body = strings.TrimSuffix(strings.TrimPrefix(body, "<em>x</em>"), "y")
			} else if ok {
				body = strings.TrimPrefix(body, lead)
			}
			if got := html.UnescapeString(body); !ok || strings.Contains(body, "<") ||
				got != want && got != strings.TrimSpace(want) {
				t.Errorf("%q became %q, shown as %q", s, line, shown)
			}
		}
	})
}
