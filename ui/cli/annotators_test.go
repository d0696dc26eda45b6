package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hearsay/articles/review/figures"
)

// twoMarked writes what two people marked in the same articles, in files that bear the same names. Of the first article
// they have the same, of the second the one has a source and the other has none.
func twoMarked(t *testing.T, form string) (string, string) {
	t.Helper()
	root := t.TempDir()
	write := func(text string, path ...string) {
		name := filepath.Join(append([]string{root}, path...)...)
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const first, second = `Zoë: “Never.” she said.`, `Ada: “Always.” she said.`
	quote := func(text string) string { b, _ := json.Marshal(text); return string(b) }
	switch form {
	case "jsonl":
		one := `{"text": ` + quote(first) + `, "attributions": [{"content": [[5, 13]], "source": [[14, 17]]}]}`
		write(one+"\n"+`{"text": `+quote(second)+`, "attributions": [{"content": [[5, 14]], "source": [[15, 18]]}]}`, "p1",
			"gold.jsonl")
		// in another order
		write(`{"text": `+quote(second)+`, "attributions": [{"content": [[5, 14]]}]}`+"\n"+one, "p2", "gold.jsonl")
	case "prodigy":
		span := func(from, to, label string) string {
			return `{"start": ` + from + `, "end": ` + to + `, "label": "` + label + `"}`
		}
		one := `{"text": ` + quote(first) + `, "spans": [` + span("5", "13", "Content") + `], "answer": "accept"}`
		write(one+"\n"+`{"text": `+quote(second)+`, "spans": [`+span("5", "14", "Content")+`], "answer": "accept"}`, "p1",
			"gold.jsonl")
		write(`{"text": `+quote(second)+`, "spans": [`+span("0", "14", "Content")+`], "answer": "accept"}`+"\n"+one, "p2",
			"gold.jsonl")
	case "doccano":
		one := `{"id": 7, "text": ` + quote(first) + `, "label": [[5, 13, "Content"]]}`
		write(one+"\n"+`{"id": 8, "text": `+quote(second)+`, "label": [[5, 14, "Content"]]}`, "p1", "all.jsonl")
		write(`{"id": 31, "text": `+quote(second)+`, "label": [[0, 14, "Content"]]}`+"\n"+
			strings.Replace(one, "7", "32", 1), "p2", "all.jsonl")
	case "brat":
		for _, who := range []string{"p1", "p2"} {
			write(first, who, "brat", "a.txt")
			write("T1\tContent 5 13\t“Never.”\nE1\tContent:T1\n", who, "brat", "a.ann")
		}
		write(second, "p1", "brat", "b.txt")
		write("T1\tContent 5 14\t“Always.”\nE1\tContent:T1\n", "p1", "brat", "b.ann")
		write(second, "p2", "brat", "other.txt")
		write("T1\tContent 0 14\tAda: “Always.”\nE1\tContent:T1\n", "p2", "brat", "other.ann")
		return filepath.Join(root, "p1", "brat"), filepath.Join(root, "p2", "brat")
	}
	one, _ := filepath.Glob(filepath.Join(root, "p1", "*"))
	two, _ := filepath.Glob(filepath.Join(root, "p2", "*"))
	return one[0], two[0]
}

// Two people's files are two people's, whatever they are called, and their articles meet by their texts.
func TestTwoPeoplesFilesMeet(t *testing.T) {
	for _, form := range []string{"jsonl", "prodigy", "doccano", "brat"} {
		one, two := twoMarked(t, form)
		got := story{t: t, args: []string{"review", "agreement", "--json", one, two}, analyze: marking}.run()
		var all []figures.Agreement
		if err := json.Unmarshal([]byte(got.out), &all); err != nil || got.code != exitDone || len(all) != 3 {
			t.Fatalf("%s: %v %+v", form, err, got)
		}
		if a := all[0]; a.A != "p1" || a.B != "p2" || a.Articles != 2 || a.Finished != 2 || len(a.Disagreements) != 1 {
			t.Errorf("%s: %+v", form, a)
		}
		// score holds the one against the other in the same way.
		got = story{t: t, args: []string{"score", one, two}}.run()
		if got.code != exitDone || !strings.HasPrefix(got.out,
			"2 documents (0 without a prediction), 2 gold, 2 predicted") || got.err != "" {
			t.Errorf("%s: score: %+v", form, got)
		}
		// And both can be imported, where the articles are the same two.
		h := newHousehold(t)
		h.run("import", "--reviewer", "ann", one)
		h.run("import", "--reviewer", "ben", two)
		if out := h.run("review", "agreement", "ann", "ben"); !strings.HasPrefix(out,
			"ann and ben: 2 articles that both decided on, 2 articles finished by both") {
			t.Errorf("%s: imported:\n%s", form, out)
		}
	}
}

// What one file holds of several people is theirs, as its lines, Prodigy's sessions or brat's names of files tell.
func TestSeveralPeopleInOneFile(t *testing.T) {
	const text = `"text": "Zoë: “Never.” she said."`
	line := func(who string) string {
		return `{` + text + `, ` + who + `, "attributions": [{"content": [[5, 13]]}]}` + "\n"
	}
	span := `, "spans": [{"start": 5, "end": 13, "label": "Content"}], "answer": "accept"}` + "\n"
	folder := t.TempDir()
	for name, words := range map[string]string{"a.txt": "Zoë: “Never.” she said.",
		"a_ann.ann": "T1\tContent 5 13\t“Never.”\nE1\tContent:T1\n",
		"a_ben.ann": "T1\tContent 5 13\t“Never.”\nE1\tContent:T1\n"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(words), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, path := range map[string]string{
		"lines":   file(t, "all.jsonl", line(`"annotator": "ann"`)+line(`"annotator": "ben"`)),
		"prodigy": file(t, "all.jsonl", `{`+text+`, "_session_id": "ann"`+span+`{`+text+`, "_annotator_id": "ben"`+span),
		"brat":    folder,
	} {
		got := story{t: t, args: []string{"review", "agreement", path}, analyze: marking}.run()
		if got.code != exitDone || !strings.HasPrefix(got.out,
			"ann and ben: 1 article that both decided on, 1 article finished by both") {
			t.Errorf("%s: %+v", name, got)
		}
	}
	// A session that has no name but its time is nobody's.
	path := file(t, "mine.jsonl", `{`+text+`, "_session_id": "2026-01-02_03-04-05"`+span+
		strings.Replace(`{`+text+`, "_session_id": "2026-01-03_03-04-05"`+span, "Zoë", "Ada", 1))
	if got := (story{t: t, args: []string{"review", "agreement", path},
		analyze: marking}).run(); !strings.HasPrefix(got.out, "mine and machine: 2 articles") {
		t.Errorf("%+v", got)
	}
}

// What cannot be compared is told.
func TestWhatIsNotComparedIsTold(t *testing.T) {
	line := func(id, text string) string {
		return `{"id": "` + id + `", "text": "` + text + `", "attributions": []}` + "\n"
	}
	one, two := file(t, "one.jsonl", line("a", "Rain fell.")+line("b", "Snow fell.")),
		file(t, "two.jsonl", line("a", "Rain fell!")+line("b", "Snow fell.")+line("c", "Snow fell."))
	got := story{t: t, args: []string{"review", "agreement", one, two}, analyze: marking}.run()
	for _, want := range []string{"c is marked more than once", "a: one and two marked other texts"} {
		if got.code != exitDone || !strings.Contains(got.err, want) {
			t.Errorf("%q is not told: %+v", want, got)
		}
	}
	if got := (story{t: t, args: []string{"review", "agreement", one, one},
		analyze: marking}).run(); got.code != exitUsage {
		t.Errorf("one file is no two people: %+v", got)
	}
}
