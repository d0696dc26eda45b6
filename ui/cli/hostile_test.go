package cli

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/export/controls"
	"hearsay/articles/library"
	"hearsay/articles/review"
	"hearsay/articles/reviews"
	"hearsay/ui/reader"
)

// hostile is what a title, a name or a file may hold that acts on a terminal: an escape sequence, one that begins with
// a C1 control, turns of direction, and all that ends a line or goes back in it.
const hostile = "\x1b[2J\x1b]0;owned\x07\u009b31m\u202e\u2066\r\v\f\u0085\u2028\u2029\b\u0090\u2067\ufeff\u00ad"

// hostileArticle is an article that is hostile wherever it can be.
func hostileArticle() map[string]any {
	return map[string]any{"id": "a" + hostile, "title": "Rain" + hostile, "byline": "By" + hostile,
		"outlet": "Wire" + hostile, "url": "https://x.example/" + hostile,
		"publisher": "Wire" + hostile, "annotator": "ann" + hostile,
		"text":         "Ada" + hostile + "Venn: “No " + hostile + " rain.” she" + hostile + " said.",
		"attributions": []any{map[string]any{"content": [][2]int{{4, 12}}, "speaker": []string{"Ada" + hostile}}}}
}

// shouting is an analyzer whose every word is hostile: what the engine says comes of the words of an article.
func shouting(ctx context.Context, a articles.Article, progress func(float64)) (*analysis.Document, error) {
	d, err := marking(ctx, a, progress)
	if err != nil {
		return nil, err
	}
	whole := analysis.Span{Start: 0, End: len(a.Text)}
	d.Speakers = []analysis.Speaker{{Name: "Ada" + hostile, Names: []string{"Ada" + hostile, "Venn" + hostile},
		Mentions: []analysis.Span{{Start: 0, End: 3}}, Description: whole}}
	for i := range d.Quotes {
		q := &d.Quotes[i]
		q.Speakers, q.Source, q.Cue = []int{0}, []analysis.Span{whole}, []analysis.Span{whole}
		q.Why = analysis.Why{Found: "found" + hostile, Unknown: "unknown" + hostile, SpeakerConfidence: 0.5,
			Chain:      []analysis.Link{{Speaker: 0, From: whole, To: whole, Reason: "so" + hostile}},
			Candidates: []analysis.Candidate{{Speaker: 0, Mention: whole, Reason: "not so" + hostile}}}
		d.Positions = append(d.Positions, analysis.Position{Speaker: 0, Stance: analysis.Supports,
			Target: []analysis.Span{whole}, Topic: "rain" + hostile,
			Statement: []analysis.Span{whole}, Quotes: []int{i}, Reason: "says" + hostile})
	}
	return d, nil
}

// hostileHousehold is a machine on which everything is hostile: where it keeps its library, and all that is in it.
type hostileHousehold struct {
	*household
	key, gold, plain, none, out string
}

func newHostileHousehold(t *testing.T) *hostileHousehold {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "data"+hostile)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Skip("no file here can be named so")
	}
	line, err := json.Marshal(hostileArticle())
	if err != nil {
		t.Fatal(err)
	}
	h := hostileAt(t, folder)
	for path, text := range map[string]string{h.plain: hostileArticle()["text"].(string),
		h.gold: string(line) + "\n" + `{"id": "b` + "\\u009b" + `", "text": 3}` + "\n"} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got := h.story("add", h.gold).run(); !strings.Contains(got.out, "  ") {
		t.Fatalf("%+v", got)
	}
	lib, err := library.Open(context.Background(), filepath.Join(folder, "hearsay", "library.db"), library.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close() // so that it can be copied
	all, err := lib.List(context.Background(), 9)
	if err != nil || len(all) != 1 {
		t.Fatalf("%v %v", all, err)
	}
	h.key = all[0].Key
	for _, name := range []string{"ann" + hostile, "ben" + hostile} {
		h.decide(lib, name)
	}
	return h
}

// hostileAt is the household whose things stand in a folder.
func hostileAt(t *testing.T, folder string) *hostileHousehold {
	in := func(name string) string { return filepath.Join(folder, name+hostile+filepath.Ext(name)) }
	return &hostileHousehold{household: &household{t: t, data: folder, engine: analysis.Version},
		gold: in("gold.jsonl"), plain: in("plain.txt"), none: in("none"), out: in("out") + "/"}
}

// copied is another machine with the same things in it, for what changes them.
func (h *hostileHousehold) copied(t *testing.T) *hostileHousehold {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "data"+hostile)
	if err := os.CopyFS(folder, os.DirFS(h.data)); err != nil {
		t.Fatal(err)
	}
	other := hostileAt(t, folder)
	other.key = h.key
	return other
}

// decide has a reviewer of a hostile name decide in hostile words, and leave a line in the log that is none.
func (h *hostileHousehold) decide(lib *library.Library, name string) {
	h.t.Helper()
	ctx := context.Background()
	a, err := lib.Article(ctx, h.key)
	if err != nil {
		h.t.Fatal(err)
	}
	d, _ := shouting(ctx, a, nil)
	l, err := reviews.OpenLog(ctx, lib, h.key, a.Text, name, ticking())
	if err != nil {
		h.t.Fatal(err)
	}
	w, of := l.Writer(), review.QuoteOf(a.Text, d, 0)
	entries := []review.Entry{w.Accept(of), w.Note(&of, "note"+hostile), w.Complete()}
	if strings.HasPrefix(name, "ben") {
		entries = []review.Entry{w.Speakers(of, review.Who{Name: "Ben" + hostile}), w.Note(nil, "note"+hostile)}
	}
	if err := l.KeepAll(entries); err != nil {
		h.t.Fatal(err)
	}
	if _, err := lib.Append(ctx, h.key, name, []byte(`{"v": "`+hostile+`"}`)); err != nil {
		h.t.Fatal(err)
	}
}

// story is a run in which the engine shouts.
func (h *hostileHousehold) story(args ...string) story {
	s := h.household.story(args...)
	s.analyze, s.keyboard = shouting, false
	return s
}

// ticking is a clock that goes a second on each time it is asked.
func ticking() func() time.Time {
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	return func() time.Time { now = now.Add(time.Second); return now }
}

// runsOf are the ways in which each command, by its path, is called here. A command that is not among them fails the
// test.
func (h *hostileHousehold) runsOf() map[string][][]string {
	ann, ben := "ann"+hostile, "ben"+hostile
	return map[string][][]string{
		"hearsay": {{"--plain", h.plain}, {"--plain", h.key}, {"--plain", "--reviewer", ann, h.key}, {"--plain", h.none},
			{"--plain", "lib:" + h.none}, {"--sample", hostile}, {"--theme", hostile},
			{"--config", h.none, "--plain", h.plain}, {"--reviewer", ann}, {hostile}, {"--width", hostile}, {"--" + hostile}},
		"hearsay analyze": {{h.plain, h.gold, h.none}, {h.key}},
		"hearsay export": {{h.plain}, {h.key}, {"--reviewed"}, {"--reviewed", "--reviewer", ann},
			{"-o", h.out, h.plain, h.gold}, {"-o", h.out, h.plain}, {"-o", h.none + "/x/y", h.plain}, {"-f", hostile}},
		"hearsay add":    {{h.plain, h.gold, h.none}},
		"hearsay list":   {nil, {hostile}, {"ada"}, {"--by", hostile}, {"-" + hostile}},
		"hearsay search": {{"ada"}, {"kind:direct"}, {hostile}, {"x:" + hostile}, {"title:" + hostile}},
		"hearsay tag": {nil, {"--add", hostile, h.key}, {"--add", "x", hostile},
			{"--add", "x", "@" + hostile}},
		"hearsay views":              {nil, {hostile}},
		"hearsay views list":         {nil, {hostile}},
		"hearsay views save":         {{"a", hostile}, {hostile, "a"}, {hostile}, {"b", "said:\"" + hostile + "\""}},
		"hearsay views remove":       {{hostile}, {"a"}, nil},
		"hearsay remove":             {{hostile}, {h.key}, {"--with-reviews", h.key}},
		"hearsay library path":       {nil, {"--library", h.none}},
		"hearsay library check":      {nil, {"--library", h.none}},
		"hearsay library backup":     {{h.none + ".db"}, {h.gold}, {h.none + "/x/y"}},
		"hearsay library restore":    {{h.none}, {h.gold}, {h.plain}},
		"hearsay library original":   {nil, {h.key}, {"-o", h.out, h.key}, {"-o", "/x/y/" + hostile, h.key}, {hostile}},
		"hearsay library versions":   {nil, {h.key}, {hostile}},
		"hearsay library merge":      {{h.none}, {h.gold}, {h.plain}},
		"hearsay review stats":       {nil, {"--reviewer", ann}, {"--reviewer", hostile}, {h.key}, {hostile}},
		"hearsay review sample":      {nil, {hostile}, {"--size", hostile}},
		"hearsay review agreement":   {nil, {ann, ben}, {h.gold}, {h.gold, h.none}, {hostile, ann}},
		"hearsay review adjudicate":  {{ann, ben}, {"--agreed", ann, ben}, {ann, hostile}, {ann, ann}},
		"hearsay review export-gold": {nil, {"--all"}, {"--reviewer", ann}, {"--reviewer", hostile}},
		"hearsay import": {{"--reviewer", "cleo", h.gold, h.none},
			{"--reviewer", "cleo", "--annotator", hostile, h.gold}, {"--reviewer", hostile, h.gold}},
		"hearsay score": {{"--errors", "9", "--calibration", h.gold}, {"--errors", "9", h.gold, h.gold}, {h.plain},
			{h.none}, {h.gold, h.none}},
		"hearsay feeds":         {nil, {hostile}},
		"hearsay feeds add":     {nil, {hostile}, {"https://" + hostile}, {"ftp://a.invalid"}},
		"hearsay feeds list":    {nil, {"--json"}, {hostile}},
		"hearsay feeds refresh": {{"--quiet"}, {hostile}},
		"hearsay feeds remove":  {nil, {hostile}},
		"hearsay feeds import":  {{h.plain}, {h.none}, {hostile}},
		"hearsay feeds export":  {nil, {hostile}},
		"hearsay stats": {nil, {"--csv"}, {h.key}, {"--speaker", "Ada"}, {"--speaker", hostile}, {"--outlet", hostile},
			{"--since", hostile}, {hostile}},
		"hearsay people":           {nil, {hostile}},
		"hearsay people list":      {nil, {"--all"}, {"Ada"}, {hostile}},
		"hearsay people show":      {{"Ada"}, {"Ada" + hostile}, {hostile}},
		"hearsay people questions": {nil, {hostile}},
		"hearsay people join":      {{"Ada", "Ada"}, {"--called", "Ada", hostile}, {hostile, hostile}, {"Ada"}},
		"hearsay people part":      {{"Ada", h.key}, {"--called", hostile, "Ada"}, {"Ada", hostile}, {hostile}},
		"hearsay people rename":    {{"Ada", "Bea" + hostile}, {hostile, "Bea"}, {hostile}},
		"hearsay people nobody":    {{"Ada"}, {hostile}},
		"hearsay people undo":      {nil, {hostile}},
		"hearsay people redo":      {nil, {hostile}},
		"hearsay people export":    {nil, {hostile}},
		"hearsay people import":    {{h.plain}, {h.none}, {hostile}},
		"hearsay formats":          {nil, {hostile}},
		"hearsay samples":          {nil, {hostile}},
		"hearsay keys":             {nil, {hostile}},
		"hearsay man":              {nil, {hostile}},
		"hearsay completion":       {{"bash"}, {hostile}},
		"hearsay help":             {nil, {hostile}},
		"hearsay library":          {nil, {hostile}},
		"hearsay review":           {nil, {hostile}},
	}
}

// formatsOf are what a command can be asked to write, as flags; a nil one asks for nothing.
func formatsOf(c *cobra.Command) [][]string {
	out := [][]string{nil}
	if c.Flags().Lookup("json") != nil {
		out = append(out, []string{"--json"})
	}
	if c.Flags().Lookup("format") == nil {
		return out
	}
	for _, names := range map[string][]string{"analyze": {"jsonl", "json", "text"}, "export": exportNames(),
		"score": scoreFormats()} {
		for _, name := range names {
			out = append(out, []string{"--format", name})
		}
	}
	return out
}

// Whatever an article, a name, a file or a note holds, no command lets it act on a terminal, in whatever format it
// writes.
func TestNoCommandPassesOnWhatActs(t *testing.T) {
	furnished := newHostileHousehold(t)
	for _, c := range runnable(rootCommand(&program{actions: reader.Actions()})) {
		if _, tried := (&hostileHousehold{}).runsOf()[c.CommandPath()]; !tried {
			t.Errorf("%s is not among the commands that are tried with hostile articles: enter it in runsOf", c.CommandPath())
			continue
		}
		t.Run(c.CommandPath(), func(t *testing.T) {
			h := furnished.copied(t)
			for _, format := range formatsOf(c) {
				for _, args := range h.runsOf()[c.CommandPath()] {
					all := slices.Concat(strings.Fields(c.CommandPath())[1:], format, args)
					got := h.story(all...).run()
					out := strings.ReplaceAll(got.out, "\r\n", "\n") // as csv ends its rows
					for name, text := range map[string]string{"standard output": out, "standard error": got.err} {
						i := strings.IndexFunc(text, func(r rune) bool { return r != '\n' && r != '\t' && controls.Acts(r) })
						if i >= 0 {
							t.Errorf("%q: %s passes on %q", all, name, text[max(0, i-40):min(len(text), i+20)])
						}
					}
					if got.out+got.err == "" && got.code != exitDone {
						t.Errorf("%q: exit code %d without a word", all, got.code)
					}
				}
			}
		})
	}
}

// runnable are the commands that do something, each before those of its own.
func runnable(c *cobra.Command) []*cobra.Command {
	out := []*cobra.Command{}
	if c.Runnable() {
		out = append(out, c)
	}
	for _, sub := range c.Commands() {
		out = append(out, runnable(sub)...)
	}
	return out
}
