package gold

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/analysis/score"
	"hearsay/articles/source"
)

// told writes an attribution as a test can compare it: kind, content, cue, source and speakers, by their words.
func told(text string, a score.Attribution) string {
	words := func(spans []analysis.Span) string {
		var all []string
		for _, p := range spans {
			all = append(all, p.Of(text))
		}
		return strings.Join(all, "+")
	}
	return fmt.Sprintf("%s %s|%s|%s|%s", a.Kind, words(a.Content), words(a.Cue), words(a.Source),
		strings.Join(a.Speakers, "+"))
}

// readAll reads everything there is, an attribution or an error a line.
func readAll(t *testing.T, r *Reader, path string) (out []string) {
	t.Helper()
	for m, err := range r.Open(path) {
		if err == nil {
			var all []score.Attribution
			if all, err = m.Attributions(m.Text); err == nil {
				out = append(out, m.ID+":")
			}
			for _, a := range all {
				out = append(out, told(m.Text, a))
			}
		}
		if err != nil {
			var fault *source.Error
			if !errors.As(err, &fault) || fault.Hint == "" || strings.ContainsAny(err.Error(), "\n\x1b") {
				t.Errorf("the error %q is no line that helps", err)
			}
			out = append(out, "error: "+err.Error())
		}
	}
	return out
}

// write writes files of a folder and returns it.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// expect compares what was read with what was to be; an error need only begin and end so, around an ellipsis.
func expect(t *testing.T, name string, got, want []string) {
	t.Helper()
	same := len(got) == len(want)
	for i := 0; same && i < len(got); i++ {
		begin, end, _ := strings.Cut(want[i], "…")
		same = got[i] == want[i] || strings.HasPrefix(want[i], "error: ") && strings.HasPrefix(got[i], "error: ") &&
			strings.Contains(got[i], strings.TrimPrefix(begin, "error: ")) && strings.Contains(got[i], end)
	}
	if !same {
		t.Errorf("%s: read\n  %s\nwant\n  %s", name, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

func TestLines(t *testing.T) {
	const text = `"id": "a", "text": "Zoë: “No rain,” she said."`
	for _, c := range []struct {
		name, in    string
		predictions bool
		want        []string
	}{
		{"our gold", `{` + text + `, "attributions": [{"content": [[5, 15]], "cue": [[20, 24]], "source": [[16, 19]], ` +
			`"kind": "direct", "speaker": ["Zoë"]}]}`,
			false, []string{"a:", "direct “No rain,”|said|she|Zoë"}},
		{"a kind to work out, and one name", `{` + text +
			`, "attributions": [{"content": [[5, 15]], "speaker": "Zoë", "source": null}]}`,
			false, []string{"a:", "direct “No rain,”|||Zoë"}},
		{"parts out of order", `{` + text + `, "attributions": [{"content": [[16, 19], [5, 9], [8, 15], [0, 0]], "kind": ` +
			`"?"}]}`,
			false, []string{"a:", "mixed “No rain,”+she|||"}},
		{"what analyze writes", `{` + text + `, "quotes": [{"kind": "mixed", "content": [[5, 15]], "cue": [], "source": ` +
			`[], "speakers": ["s1"]}], "speakers": [{"id": "s1", "name": "Zoë"}]}`,
			false, []string{"a:", "mixed “No rain,”|||Zoë"}},
		{"gold counts before what was found", `{` + text + `, "quotes": [{"content": [[0, 3]]}], "attributions": []}`,
			false, []string{"a:"}},
		{"what was found counts in predictions", `{` + text + `, "quotes": [{"content": [[0, 3]]}], "attributions": []}`,
			true, []string{"a:", "indirect Zoë|||"}},
		{"speakers of another kind", `{` + text + `, "attributions": [], "speakers": 3, "publisher": {}}`, false,
			[]string{"a:"}},
		{"no id", `{"text": "Rain.", "attributions": []}`, false, []string{"gold-1:"}},
		{"nothing marked", `{` + text + `}`, false, []string{"error: gold.jsonl, line 1: no attributions…"}},
		{"no text", `{"id": "a", "attributions": []}`, false, []string{"error: “text”…"}},
		{"beyond the text", `{` + text + `, "attributions": [{"content": [[5, 99]]}]}`, false,
			[]string{"error: line 1: the content [5, 99] does not lie in the text, which has 25 code points…"}},
		{"backwards", `{` + text + `, "attributions": [{"content": [[5, 6]], "cue": [[5, 4]]}]}`, false,
			[]string{"error: the cue [5, 4]…"}},
		{"no pair", `{` + text + `, "attributions": [{"content": [[5]]}]}`, false,
			[]string{"error: [5] is no [start, end] pair…"}},
		{"no list", `{` + text + `, "attributions": [{"content": [5, 7]}]}`, false,
			[]string{"error: [5, 7] is no list of [start, end] pairs…"}},
		{"a speaker that is not there", `{` + text + `, "quotes": [{"content": [[0, 3]], "speakers": ["s9"]}]}`, false,
			[]string{`error: "s9"…`}},
		{"the rest goes on", "{broken\n\n{" + text + `, "attributions": []}` + "\n[]\n", false,
			[]string{"error: line 1…", "a:", "error: line 4…"}},
		{"a speaker that is a number", `{` + text + `, "attributions": [{"content": [[0, 3]], "speaker": 7}]}`, false,
			[]string{"error: 7 is neither a string nor a list of strings…"}},
		{"an article", "Rain fell.\nShe said so.\n", false, []string{"error: no attributions…"}},
		{"nothing", "", false, []string{"error: empty…"}},
	} {
		path := filepath.Join(write(t, map[string]string{"gold.jsonl": c.in}), "gold.jsonl")
		expect(t, c.name, readAll(t, &Reader{Predictions: c.predictions}, path), c.want)
	}
}

// A prediction may say no more of its article than the id.
func TestPredictionWithoutText(t *testing.T) {
	r := Reader{Predictions: true}
	for m, err := range r.Read("p.jsonl", strings.NewReader(`{"id": 7, "quotes": [{"content": [[0, 3]], "confidence": `+
		`0.5}]}`)) {
		if err != nil || m.ID != "7" || !m.Textless {
			t.Fatalf("%+v, %v", m, err)
		}
		all, err := m.Attributions("Zoë: no.")
		if err != nil || len(all) != 1 || all[0].Content[0].End != len("Zoë") || !all[0].Rated || all[0].Confidence != 0.5 {
			t.Errorf("%+v, %v", all, err)
		}
		if _, err := m.Attributions("Zo"); err == nil {
			t.Error("a span beyond the text is taken")
		}
	}
}

func TestOutlet(t *testing.T) {
	for in, want := range map[string]string{`"outlet": "Wire"`: "Wire", `"publisher": "Post"`: "Post",
		`"outlet": "Wire", "publisher": "Post"`: "Wire", `"publisher": 3`: ""} {
		var r Reader
		for m, err := range r.Read("g.jsonl", strings.NewReader(`{"text": "Rain.", "attributions": [], `+in+`}`)) {
			if err != nil || m.Outlet != want {
				t.Errorf("%s: outlet %q, %v", in, m.Outlet, err)
			}
		}
	}
}

func TestPathsThatHoldNothing(t *testing.T) {
	folder := write(t, map[string]string{"notes.txt": "Rain.", "alone.ann": "T1\tContent 0 4\tRain\n"})
	empty := t.TempDir()
	for path, want := range map[string]string{
		filepath.Join(folder, "none.jsonl"): "no such file",
		filepath.Join(folder, "none.ann"):   "no such file",
		empty:                               "no .ann file",
		folder:                              "alone.txt is not beside it",
	} {
		var r Reader
		expect(t, path, readAll(t, &r, path), []string{"error: " + want + "…"})
	}
}
