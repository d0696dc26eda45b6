package brat_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"hearsay/analysis"
	"hearsay/analysis/score"
	"hearsay/articles/export"
	"hearsay/articles/export/brat"
	"hearsay/articles/export/controls"
	"hearsay/articles/export/exporttest"
	"hearsay/articles/gold"
)

func written(t *testing.T, write func(io.Writer, export.Item) error, i export.Item) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, i); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAQuoteIsAnEvent(t *testing.T) {
	i := exporttest.Call(t)
	got := strings.Split(written(t, brat.Annotations, i), "\n")
	want := []string{
		"T1\tContent 0 0\tthat the strait must remain open to every flag",
		"T2\tCue 0 0\ttold his counterpart",
		"T3\tSource 0 0\tReinholt",
		"T4\tAttribution 0 0\ttold his counterpart",
		"E1\tAttribution:T4 Content:T1 Cue:T2 Source:T3",
		"A1\tKind E1 indirect",
		"N1\tReference T3 Hearsay:s1\tTomas Reinholt",
		"#1\tAnnotatorNotes E1\tTomas Reinholt, indirect, in the reporter’s words, sure 0.85 (words 0.91, speaker " +
			"0.90). The reporting verb “told” comes before the content; “Reinholt” is the surname of Tomas Reinholt.",
	}
	// Where the words stand is counted here, and not taken from what was written.
	for n, line := range want[:4] {
		words := line[strings.LastIndex(line, "\t")+1:]
		before := i.Article.Text[:strings.Index(i.Article.Text, "Reinholt told his")]
		before += i.Article.Text[len(before):][:strings.Index(i.Article.Text[len(before):], words)]
		from := utf8.RuneCountInString(before)
		want[n] = strings.Replace(line, "0 0", fmt.Sprint(from, " ", from+utf8.RuneCountInString(words)), 1)
	}
	if !slices.Equal(got[:8], want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got[:8], "\n"), strings.Join(want, "\n"))
	}
	all := strings.Join(got, "\n")
	for _, words := range []string{"\tReference T7 Hearsay:s1\tTomas Reinholt\n",
		"\tReference T7 Hearsay:s2\tNadia Rahmani\n", "“The door is not closed,” “But a door",
		"Unknown speaker, mixed, partly in the reporter’s words, unsure 0.40."} {
		if !strings.Contains(all, words) {
			t.Errorf("no %q in\n%s", words, all)
		}
	}
}

// What goes out comes back the same: the words, the kinds and the speakers, of the built-in articles and of hostile
// ones.
func TestQuotesComeBackTheSame(t *testing.T) {
	for _, i := range append(exporttest.Samples(t), exporttest.Made(300)...) {
		folder := t.TempDir()
		for ending, write := range map[string]func(io.Writer, export.Item) error{".txt": brat.Text,
			".ann": brat.Annotations} {
			if err := os.WriteFile(filepath.Join(folder, i.Article.ID+ending), []byte(written(t, write, i)), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want := exporttest.Described(expected(i))
		var r gold.Reader
		for m, err := range r.Open(folder) {
			if len(want) == 0 {
				continue // an empty file of annotations is one that nobody has annotated
			}
			if err != nil {
				t.Fatal(err)
			}
			got, err := m.Attributions(m.Text)
			if err != nil || m.Text != strings.ReplaceAll(i.Article.Text, "\r\n", " \n") || m.ID != i.Article.ID {
				t.Fatalf("%s: %v, the text came back as %q", i.Article.ID, err, m.Text)
			}
			if told := exporttest.Described(got); !slices.Equal(told, want) {
				t.Fatalf("%s: %q came back as\n%s\nnot\n%s", i.Article.ID, i.Article.Text, strings.Join(told, "\n"),
					strings.Join(want, "\n"))
			}
		}
	}
}

var breaks = regexp.MustCompile(`[\p{Cc}\x{2028}\x{2029}\x{202a}-\x{202e}\x{2066}-\x{2069}\x{61c}]+`)

// expected are the quotes of an item, parted where brat parts words, with names as brat can hold them.
func expected(i export.Item) (out []score.Attribution) {
	parted := func(spans []analysis.Span) (parts []analysis.Span) {
		for _, s := range spans {
			from := s.Start
			for _, b := range append(breaks.FindAllStringIndex(s.Of(i.Article.Text), -1), []int{s.Len(), s.Len()}) {
				words := i.Article.Text[from : s.Start+b[0]]
				end := from + len(strings.TrimRightFunc(words, unicode.IsSpace))
				if start := from + len(words) - len(strings.TrimLeftFunc(words, unicode.IsSpace)); start < end {
					parts = append(parts, analysis.Span{Start: start, End: end})
				}
				from = s.Start + b[1]
			}
		}
		return parts
	}
	for _, a := range score.Found(i.Document) {
		a.Content, a.Cue, a.Source = parted(a.Content), parted(a.Cue), parted(a.Source)
		for n, name := range a.Speakers {
			a.Speakers[n] = strings.Join(strings.Fields(strings.Map(hidden, name)), " ")
		}
		if len(a.Content) > 0 {
			out = append(out, a)
		}
	}
	return out
}

func hidden(r rune) rune {
	if strings.ContainsRune("\u202e\u00ad\ufeff\u2028", r) || r >= 0xe0000 && r <= 0xe007f ||
		unicode.Is(unicode.Cc, r) && !unicode.IsSpace(r) {
		if r == '\u2028' {
			return ' '
		}
		return -1
	}
	return r
}

// A line of annotation is a line to every reader, and nothing of an article makes another one.
func TestLinesAreLines(t *testing.T) {
	line := regexp.MustCompile(`^(T\d+\t(Content|Cue|Source|Attribution) \d+ \d+(;\d+ \d+)*\t.+|E\d+\tAttribution:T\d+ ` +
		`Content:T\d+( Cue:T\d+)?( Source:T\d+)?|` +
		`A\d+\tKind E\d+ (direct|mixed|indirect)|N\d+\tReference [TE]\d+ Hearsay:s\d+\t.+|#\d+\tAnnotatorNotes E\d+\t.+)$`)
	for _, i := range append(exporttest.Made(300), exporttest.Hostile()) {
		for _, l := range strings.Split(strings.TrimSuffix(written(t, brat.Annotations, i), "\n"), "\n") {
			if l != "" && !line.MatchString(l) || strings.ContainsFunc(l,
				func(r rune) bool {
					return r != '\t' && (unicode.Is(unicode.Cc, r) || r == '\u2028' || controls.Turns(r))
				}) {
				t.Errorf("%s: the line %q", i.Article.ID, l)
			}
		}
	}
}

// A line is read as brat's own reader does it: by tabs, with the text as Python reads it, and fragments joined by one
// space.
func TestBratWouldReadEveryLine(t *testing.T) {
	newlines := strings.NewReplacer("\r\n", "\n", "\r", "\n")
	for _, i := range append(append(exporttest.Samples(t), exporttest.Made(300)...), exporttest.Call(t),
		exporttest.Hostile()) {
		text := []rune(newlines.Replace(written(t, brat.Text, i)))
		types := map[string]string{}
		for _, l := range strings.Split(strings.TrimSuffix(written(t, brat.Annotations, i), "\n"), "\n") {
			if l == "" {
				continue
			}
			id, rest, _ := strings.Cut(l, "\t")
			data, tail, _ := strings.Cut(rest, "\t")
			kind, about, _ := strings.Cut(data, " ")
			if types[id] != "" {
				t.Errorf("%s: two lines are %s", i.Article.ID, id)
			}
			types[id] = kind
			switch l[0] {
			case 'T':
				last, words := 0, []string{}
				for _, f := range strings.Split(about, ";") {
					var from, to int
					if _, err := fmt.Sscanf(f, "%d %d", &from, &to); err != nil || from < last || to <= from || to > len(text) {
						t.Fatalf("%s: the fragment %s of %q", i.Article.ID, f, l)
					}
					last, words = to, append(words, string(text[from:to]))
				}
				if tail != strings.Join(words, " ") || strings.TrimSpace(tail) != tail {
					t.Errorf("%s: the line %q, but the text has %q", i.Article.ID, l, words)
				}
			case 'E':
				of, trigger, _ := strings.Cut(kind, ":")
				types[id] = of
				if types[trigger] != of {
					t.Errorf("%s: %q is anchored to a %s", i.Article.ID, l, types[trigger])
				}
				for _, arg := range strings.Fields(about) {
					if role, to, _ := strings.Cut(arg, ":"); types[to] != role {
						t.Errorf("%s: in %q the %s is a %s", i.Article.ID, l, role, types[to])
					}
				}
			default:
				if to, _, _ := strings.Cut(about, " "); types[to] == "" {
					t.Errorf("%s: %q is about nothing", i.Article.ID, l)
				}
			}
		}
	}
}
