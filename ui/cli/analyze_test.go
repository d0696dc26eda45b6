package cli

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/ui/cli/oneline"
)

// marking is an analyzer that finds the first word in quotation marks: known spans, to slice by.
func marking(_ context.Context, a articles.Article, _ func(float64)) (*analysis.Document, error) {
	start := strings.Index(a.Text, "“")
	end := strings.Index(a.Text, "”")
	if start < 0 || end < start {
		return &analysis.Document{Language: "en"}, nil
	}
	said := analysis.Span{Start: start + len("“"), End: end}
	return &analysis.Document{
		Language: "en",
		Quotes: []analysis.Quote{{Kind: analysis.Direct, Content: []analysis.Span{said},
			Cue:      []analysis.Span{{Start: 0, End: start}},
			Speakers: []int{0}, Confidence: 0.5}},
		Speakers: []analysis.Speaker{{Name: "Zoë", Type: analysis.Person, Mentions: []analysis.Span{said}}},
		Positions: []analysis.Position{{Speaker: 0, Stance: analysis.Opposes, Target: []analysis.Span{said},
			Statement: []analysis.Span{said},
			Quotes:    []int{0}, Confidence: 0.5}},
	}, nil
}

// Offsets count code points of the text, which for plain text is the file itself, whatever stands before them.
func TestOffsetsCountCodePoints(t *testing.T) {
	for _, text := range []string{
		"Zoë: “Never.” she said.",
		"👩‍👩‍👧 日本語 — Zoë: “Nëver, 新聞.” x\n",
		"\r\n\r\n\tZoë\u0301: “a\u200db”\r\n",
	} {
		got := story{t: t, args: []string{"analyze"}, stdin: text, analyze: marking}.run()
		all := linesIn(t, got.out)
		if got.code != exitDone || len(all) != 1 || all[0].ID != "stdin" || all[0].Text != text {
			t.Fatalf("exit code %d, %+v, %q", got.code, all, got.err)
		}
		want := text[strings.Index(text, "“")+len("“") : strings.Index(text, "”")]
		of := func(s span) string { return string([]rune(all[0].Text)[s[0]:s[1]]) }
		if q := all[0].Quotes[0]; of(q.Content[0]) != want || q.Kind != "direct" || q.Speakers[0] != all[0].Speakers[0].ID {
			t.Errorf("quote is %+v, want %q", q, want)
		}
		if p := all[0].Positions[0]; of(p.Target[0]) != want || p.Stance != "opposes" || p.Quotes[0] != all[0].Quotes[0].ID {
			t.Errorf("position is %+v, want %q", p, want)
		}
	}
}

// Every built-in article comes out as the contract says, from the engine that is built in.
func TestContractHoldsForTheSamples(t *testing.T) {
	var args []string
	for _, name := range sampleNames() {
		text := story{t: t, args: []string{"samples", name}}.run().out
		args = append(args, file(t, name+".txt", text))
	}
	got := story{t: t, args: append([]string{"analyze", "--format", "jsonl"}, args...)}.run()
	if want := strings.Join(sampleNames(), " "); got.code != exitDone || ids(linesIn(t, got.out)) != want {
		t.Errorf("exit code %d, ids %q, %q", got.code, ids(linesIn(t, got.out)), got.err)
	}
}

// Articles come out in the order in which they go in, one a line of a .jsonl file with its own id, zipped or not.
func TestAnalyzeKeepsOrderAndIDs(t *testing.T) {
	var records, want strings.Builder
	for i := range 200 {
		fmt.Fprintf(&records, `{"id": "r%d", "text": "Zoë: “Word %d.” %s"}`+"\n", i, i, strings.Repeat("And on. ", i%7*100))
		fmt.Fprintf(&want, "r%d ", i)
	}
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	io.WriteString(z, records.String())
	z.Close()
	one := file(t, "one.txt", shortArticle)
	for _, c := range []struct {
		args        []string
		stdin, want string
	}{
		{[]string{file(t, "many.jsonl", records.String()), one}, "", want.String() + "one"},
		{[]string{one, file(t, "many.jsonl.gz", zipped.String())}, "", "one " + strings.TrimSpace(want.String())},
		{nil, records.String(), strings.TrimSpace(want.String())},
		{[]string{one, "-", file(t, "two.txt", shortArticle)}, shortArticle, "one stdin two"},
	} {
		got := story{t: t, args: append([]string{"analyze"}, c.args...), stdin: c.stdin, analyze: marking}.run()
		if all := ids(linesIn(t, got.out)); got.code != exitDone || all != c.want {
			t.Errorf("exit code %d, ids %q, want %q", got.code, all, c.want)
		}
	}
}

// What cannot be read is told, a line each, and the rest is done.
func TestAnalyzeGoesOnPastWhatFails(t *testing.T) {
	good := file(t, "good.txt", shortArticle)
	records := file(t, "some.jsonl", `{"id": "a", "text": "One."}`+"\nnot json\n"+`{"id": "c"}`+"\n"+
		`{"id": "d", "text": "Four."}`)
	missing := filepath.Join(t.TempDir(), "missing\x1b[31m.txt")
	got := story{t: t, args: []string{"analyze", missing, records, t.TempDir(), good}}.run()
	if got.code != exitFailed || ids(linesIn(t, got.out)) != "a d good" {
		t.Errorf("exit code %d, ids %q", got.code, ids(linesIn(t, got.out)))
	}
	told := strings.Split(strings.TrimSuffix(got.err, "\n"), "\n")
	for i, want := range []string{"no such file", "some.jsonl, line 2", "some.jsonl, line 3", "directory"} {
		if i >= len(told) || !strings.HasPrefix(told[i], "hearsay: ") || !strings.Contains(told[i], want) {
			t.Errorf("line %d of %q does not say %q", i+1, told, want)
		}
	}
	if len(told) != 4 || strings.Contains(got.err, "\x1b") {
		t.Errorf("standard error is %q", got.err)
	}
}

func TestAnalysisThatFails(t *testing.T) {
	failing := func(context.Context, articles.Article, func(float64)) (*analysis.Document, error) {
		return nil, errors.New("the weights are damaged")
	}
	got := story{t: t, args: []string{"analyze", file(t, "a.txt", shortArticle)}, analyze: failing}.run()
	if got.code != exitFailed || got.out != "" {
		t.Errorf("exit code %d, %q", got.code, got.out)
	}
	got.oneLine(t, "a.txt: the weights are damaged")
}

// An article in another language is done as far as it can be; a line says what is missing.
func TestOtherLanguages(t *testing.T) {
	french := func(context.Context, articles.Article, func(float64)) (*analysis.Document, error) {
		return &analysis.Document{Language: "fr", MarksOnly: true}, nil
	}
	for _, command := range [][]string{{"analyze"}, {"--plain"}} {
		got := story{t: t, args: append(command, file(t, "a.txt", "« Jamais », dit-elle.")), analyze: french}.run()
		if got.code != exitDone || got.out == "" {
			t.Errorf("exit code %d, %q", got.code, got.out)
		}
		got.oneLine(t, "a.txt: ", "French", "English only")
	}
}

// stopped is a pipe whose reader has gone, or a disk that is full.
type stopped struct{ err error }

func (s stopped) Write([]byte) (int, error) { return 0, s.err }

func TestOutputThatCannotBeWritten(t *testing.T) {
	article := file(t, "a.txt", shortArticle)
	for _, args := range [][]string{{"analyze", article}, {"export", "-f", "html", article},
		{"export", "-f", "csv", article}, {"--plain", article}, {"samples"}, {"samples", "strait-call"}, {"keys"}, {"man"}} {
		gone := story{t: t, args: args, out: stopped{syscall.EPIPE}}.run()
		if gone.code != exitPipe || gone.err != "" {
			t.Errorf("%v into a closed pipe: exit code %d, %q", args, gone.code, gone.err)
		}
		full := story{t: t, args: args, out: stopped{syscall.ENOSPC}}.run()
		if full.code != exitFailed {
			t.Errorf("%v onto a full disk: exit code %d", args, full.code)
		}
		full.oneLine(t, "standard output", "no space left")
	}
}

func TestAnalyzeIsStopped(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	in, writer := io.Pipe()
	defer writer.Close()
	time.AfterFunc(20*time.Millisecond, stop)
	got := story{t: t, args: []string{"analyze"}, in: in, interrupt: ctx}.run()
	if got.code != exitInterrupted || got.err != "" {
		t.Errorf("exit code %d, %q", got.code, got.err)
	}
}

// Whoever waits longer than a second is told how far the work is; the line never gets into a file or among the output.
func TestProgressIsForPeopleWhoWait(t *testing.T) {
	records := file(t, "many.jsonl", strings.Repeat(`{"text": "It rained."}`+"\n", 30)+"broken\n")
	tick := time.Unix(0, 0)
	slow := func() time.Time { tick = tick.Add(200 * time.Millisecond); return tick }
	quick := func() time.Time { return time.Unix(0, 0) }
	for _, c := range []struct {
		name  string
		story story
		drawn bool
	}{
		{"a person waits", story{errScreen: true, now: slow, env: terminal()}, true},
		{"the work is short", story{errScreen: true, now: quick, env: terminal()}, false},
		{"errors go to a file", story{now: slow, env: terminal()}, false},
		{"the output is on the same terminal", story{errScreen: true, screen: true, now: slow, env: terminal()}, false},
		{"the terminal cannot take a line back", story{errScreen: true, now: slow, env: terminal("TERM", "dumb")}, false},
	} {
		c.story.t, c.story.args = t, []string{"analyze", records}
		got := c.story.run()
		if strings.Contains(got.err, "articles, ") != c.drawn {
			t.Errorf("%s: standard error is %q", c.name, got.err)
		}
		last := got.err[strings.LastIndex(got.err, "\r")+1:]
		if want := "hearsay: "; !strings.HasPrefix(strings.TrimPrefix(last, "\x1b[K"), want) {
			t.Errorf("%s: the line is not taken away: %q", c.name, got.err)
		}
	}
}

// With --format json the output is one array, whatever fails.
func TestJSONIsOneArray(t *testing.T) {
	good, missing := file(t, "good.txt", shortArticle), filepath.Join(t.TempDir(), "missing.txt")
	for _, c := range []struct {
		files []string
		want  int
	}{
		{[]string{missing}, 0}, {[]string{good}, 1}, {[]string{missing, good, missing, good}, 2},
	} {
		got := story{t: t, args: append([]string{"analyze", "-f", "json"}, c.files...)}.run()
		var all []contract
		if err := json.Unmarshal([]byte(got.out), &all); err != nil || len(all) != c.want {
			t.Errorf("%d files: %v in %q", len(c.files), err, got.out)
		}
		for _, a := range all {
			a.check(t)
		}
	}
}

// Plain text is broken where a terminal would break it in the middle of a word, or where a person asked for it.
func TestTextWidth(t *testing.T) {
	article := file(t, "a.txt", strings.Repeat("The tide came in and went out again. ", 20))
	for _, c := range []struct {
		columns, want int
		args          []string
		env           map[string]string
	}{
		{0, 10_000, []string{"analyze", "--format", "text"}, nil},
		{50, 50, []string{"analyze", "--format", "text"}, nil},
		{50, 50, []string{"--plain"}, nil},
		{300, widestText, []string{"--plain"}, nil},
		{300, 200, []string{"--plain", "--width", "200"}, nil},
		{50, 50, []string{"--plain", "--width", "200"}, nil},
		{0, 40, []string{"--plain", "--width", "40"}, nil},
		{0, 44, []string{"--plain"}, map[string]string{"HEARSAY_WIDTH": "44"}},
	} {
		got := story{t: t, args: append(c.args, article), columns: c.columns, env: c.env}.run()
		longest := 0
		for _, line := range strings.Split(got.out, "\n") {
			longest = max(longest, len(line))
		}
		if got.code != exitDone || longest > c.want || longest < min(c.want, 700)-15 {
			t.Errorf("%v on %d columns: exit code %d, the longest line has %d characters, want %d", c.args, c.columns,
				got.code, longest, c.want)
		}
	}
}

// Nothing that an article holds gets at the terminal, in any format.
func TestHostileArticles(t *testing.T) {
	hostile := "\x1b]0;owned\aThe mayor said \u009b2J“we \x1bP1;2|x\x1b\\ \u202eevil”.\x00\r\n\x08\x08"
	for _, name := range formatNames() {
		got := story{t: t, args: []string{"analyze", "-f", name, file(t, "a.jsonl", asRecord(t, "\x1b[2J", hostile))}}.run()
		if got.code != exitDone || got.out == "" {
			t.Errorf("%s: exit code %d, %q", name, got.code, got.err)
		}
		for _, r := range got.out + got.err {
			if r != '\n' && r != ' ' && oneline.Unsafe(r) {
				t.Errorf("%s passes on %q", name, r)
			}
		}
	}
}

func asRecord(t *testing.T, id, text string) string {
	t.Helper()
	line, err := json.Marshal(map[string]string{"id": id, "title": id, "text": text})
	if err != nil {
		t.Fatal(err)
	}
	return string(line)
}
