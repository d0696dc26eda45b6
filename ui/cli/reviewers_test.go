package cli

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/articles/review/figures"
	"hearsay/ui/reader"
)

// bellLine is an article in which two of one surname speak, with who says which.
func bellLine(first, second string) string {
	return `{"id": "b1", "text": "“It is late,” Tom Bell told the council. “It is far too early,” Anna Bell told the ` +
		`board.", "attributions": [` +
		`{"content": [[0, 13]], "cue": [[23, 27]], "source": [[14, 22]], "speaker": ["` + first + `"]},` +
		`{"content": [[41, 63]], "cue": [[74, 78]], "source": [[64, 73]], "speaker": ["` + second + `"]}]}` + "\n"
}

// Who says that the other of a family says it has said so, through every file in between.
func TestASurnameIsNotTakenForThePerson(t *testing.T) {
	h := newHousehold(t)
	h.run("import", "--reviewer", "ann", file(t, "b.jsonl", bellLine("Anna Bell", "Tom Bell")))
	brat := filepath.Join(t.TempDir(), "brat") + "/"
	h.run("export", "--reviewed", "-f", "brat", "-o", brat)
	h.run("import", "--reviewer", "ben", brat)
	var all []figures.Agreement
	if err := json.Unmarshal([]byte(h.run("review", "agreement", "--json", "ann", "ben")), &all); err != nil ||
		len(all) != 3 {
		t.Fatalf("%v, %+v", err, all)
	}
	if a := all[0]; a.Speaker.Units != 2 || a.Speaker.Percent != 1 || all[2].Speaker.Percent != 0 {
		t.Errorf("the corrections do not come back: %+v, with the machine %+v", a.Speaker, all[2].Speaker)
	}
	one, other := file(t, "g1.jsonl", bellLine("Tom Bell", "Anna Bell")),
		file(t, "g2.jsonl", bellLine("Anna Bell", "Tom Bell"))
	out := h.run("review", "agreement", one, other)
	if !strings.Contains(out, "speaker         2   0.00") || !strings.Contains(out, "g2: speaker Tom Bell") {
		t.Errorf("the two have everybody otherwise:\n%s", out)
	}
}

// What two decided on one article is two tables of one article each, not one of two.
func TestFiguresAreEachReviewersOwn(t *testing.T) {
	h := newHousehold(t)
	path := file(t, "marked.jsonl", markedLine)
	h.run("import", "--reviewer", "ann", path)
	alone := h.run("review", "stats")
	h.run("import", "--reviewer", "ben", path)
	out := h.run("review", "stats")
	if !strings.HasPrefix(out, alone+"\n\nben: ") || strings.Count(out, ", in 1 article\n") != 2 ||
		h.run("review", "stats", "--reviewer", "ann") != alone {
		t.Errorf("alone\n%s\nwith another\n%s", alone, out)
	}
	var all []figures.Figures
	if err := json.Unmarshal([]byte(h.run("review", "stats", "--json")), &all); err != nil || len(all) != 2 ||
		all[0].Reviewer != "ann" ||
		all[1].Reviewer != "ben" || all[0].Articles != 1 || all[0].Recall == nil {
		t.Errorf("%v, %+v", err, all)
	}
	for _, command := range []string{"stats", "export-gold"} {
		s := h.story("review", command, "--reviewer", "zzz").run()
		if s.code != exitUsage || s.out != "" {
			t.Errorf("%s of nobody: %+v", command, s)
		}
		s.oneLine(t, `"zzz" has reviewed nothing here`)
	}
	if s := h.story("review", "stats", "--drawn").run(); s.code != exitDone || s.out != "" {
		t.Errorf("nothing was drawn: %+v", s)
	} else {
		s.oneLine(t, "nothing that was drawn at random is decided yet")
	}
}

// Where several reviewed an article nobody's corrections are taken in silence, nor left away.
func TestOfSeveralReviewersOneIsChosen(t *testing.T) {
	h := newHousehold(t)
	key, _, _ := strings.Cut(h.run("import", "--reviewer", "ann", file(t, "b.jsonl", bellLine("Anna Bell", "Tom Bell"))),
		" ")
	h.run("import", "--reviewer", "ann", file(t, "m.jsonl", markedLine))
	corrected := func(out string) bool { return strings.Contains(out, "Reviewed by ann: ") }
	if out := h.run("--plain", key); !corrected(out) {
		t.Errorf("its only reviewer's corrections are not written:\n%s", out)
	}
	h.run("import", "--reviewer", "ben", file(t, "b.jsonl", bellLine("Tom Bell", "Anna Bell")))
	several := []string{"b1: reviewed by ann, ben", "--reviewer NAME chooses"}
	left := h.story("export", "--reviewed", "-f", "jsonl").run()
	if left.code != exitFailed || strings.Contains(left.out, `"b1"`) || !strings.Contains(left.out, `"m1"`) {
		t.Errorf("exit code %d, %s", left.code, left.out)
	}
	left.oneLine(t, append(several, "left out")...)
	for _, args := range [][]string{{"export", "--all", "-f", "text"}, {"export", key, "-f", "text"}, {"--plain", key}} {
		s := h.story(args...).run()
		if s.code != exitDone || strings.Contains(s.out, "Reviewed by ben") ||
			!strings.Contains(s.out, "Tom Bell told the council") {
			t.Errorf("%q: exit code %d, %s", args, s.code, s.out)
		}
		s.oneLine(t, append(several, "what the machine found")...)
		if out := h.run(append(args, "--reviewer", "ann")...); !corrected(out) {
			t.Errorf("%q: not ann's:\n%s", args, out)
		}
		mine := h.story(args...)
		mine.env = terminal("HEARSAY_REVIEWER", "ben")
		if s := mine.run(); s.err != "" || !strings.Contains(s.out, "Reviewed by ben") {
			t.Errorf("%q: not one's own: %+v", args, s)
		}
	}
	if out := h.run("export", "--reviewed", "--reviewer", "ben", "-f", "jsonl"); strings.Count(out, "\n") != 1 ||
		!strings.Contains(out, "Reviewed by ben") {
		t.Errorf("ben has reviewed one: %s", out)
	}
	nobody := h.story("export", "--reviewed", "--reviewer", "zzz", "-f", "jsonl").run()
	if nobody.code != exitUsage || nobody.out != "" {
		t.Errorf("%+v", nobody)
	}
	nobody.oneLine(t, `"zzz" has reviewed nothing here`)
}

// A file is written as it was corrected, like the article of the library with its text, and told of like it.
func TestAFileIsReadAsItWasCorrected(t *testing.T) {
	h := newHousehold(t)
	line := bellLine("Anna Bell", "Tom Bell")
	path := file(t, "b.jsonl", line)
	key, _, _ := strings.Cut(h.run("import", "--reviewer", "ann", path), " ")
	h.run("import", "--reviewer", "ben", file(t, "b2.jsonl", bellLine("Tom Bell", "Anna Bell")))
	want := h.run("export", "--reviewer", "ann", "-f", "text", path)
	if !strings.Contains(want, "Reviewed by ann: ") {
		t.Fatalf("nothing is corrected:\n%s", want)
	}
	for _, name := range []string{path, key} {
		if out := h.run("--plain", "--reviewer", "ann", name); out != want {
			t.Errorf("--plain %s is\n%s\nand export\n%s", name, out, want)
		}
	}
	piped := h.story("--plain", "--reviewer", "ann")
	piped.stdin, piped.keyboard = line, false
	if s := piped.run(); s.out != want {
		t.Errorf("piped in it is\n%s", s.out)
	}
	h.story("--plain", path).run().oneLine(t, "reviewed by ann, ben", "--reviewer NAME chooses")
}

// What both decided alike is taken for a third where there is no terminal, and is told.
func TestTakingWhatIsAgreed(t *testing.T) {
	h := newHousehold(t)
	h.run("import", "--reviewer", "ann", file(t, "b.jsonl", bellLine("Tom Bell", "Anna Bell")))
	h.run("import", "--reviewer", "ben", file(t, "b.jsonl", bellLine("Tom Bell", "Tom Bell")))
	take := func() outcome {
		return h.story("review", "adjudicate", "--agreed", "--reviewer", "chief", "ann", "ben").run()
	}
	first := take()
	first.oneLine(t, "1 decision taken for chief in 1 article")
	if !strings.Contains(first.out, "ann and ben differ in 1 of the 2 matters that both decided\n") {
		t.Errorf("%s", first.out)
	}
	take().oneLine(t, "0 decisions taken for chief in 0 articles")
	if out := h.run("review", "stats", "--reviewer", "chief"); !strings.HasPrefix(out,
		"chief: 1 quote decided, in 1 article\n") {
		t.Errorf("%s", out)
	}
}

// Of several people's lines for one article the first is taken, or those of who is named; the others are told of.
func TestALineOfSeveralAnnotatorsIsTaken(t *testing.T) {
	h := newHousehold(t)
	by := func(name, line string) string { return strings.Replace(line, "{", `{"annotator": "`+name+`", `, 1) }
	path := file(t, "both.jsonl", by("Ida", bellLine("Tom Bell", "Anna Bell"))+
		by("Kim", bellLine("Anna Bell", "Tom Bell")))
	first := h.story("import", "--reviewer", "ann", path).run()
	if first.code != exitFailed || strings.Count(first.out, "\n") != 1 {
		t.Errorf("%+v", first)
	}
	first.oneLine(t, "both.jsonl: b1 is marked more than once", "Ida's is taken and Kim's left out", "--annotator NAME")
	h.run("import", "--reviewer", "ben", "--annotator", "Kim", path)
	gold := h.run("review", "export-gold", "--reviewer", "ben")
	if !strings.Contains(gold, `[[0,13]],"kind":"direct","speaker":["Anna Bell"]`) {
		t.Errorf("not what Kim marked: %s", gold)
	}
	h.story("import", "--reviewer", "cem", "--annotator", "Lee", path).run().oneLine(t, `no line has the annotator "Lee"`)
	unnamed := file(t, "two.jsonl", markedLine+markedLine)
	h.story("import", "--reviewer", "cem", unnamed).run().oneLine(t, "m1 is marked more than once: the first is taken")
}

// What a reviewer flagged and noted goes with the quote, into every format that can hold it.
func TestNotesAndFlagsAreExported(t *testing.T) {
	h := newHousehold(t)
	path := file(t, "a.txt", "Ada Venn said “the bridge would close.” Ben Roe said “it would not.”"+
		" Ida Low said “never.”\n")
	s := h.story("--reviewer", "ann", path)
	s.analyze = nil // the engine itself
	atLog(t, s, func(l reader.Log, text string, d *analysis.Document) {
		first, second, third := review.QuoteOf(text, d, 0), review.QuoteOf(text, d, 1), review.QuoteOf(text, d, 2)
		writer := l.Writer()
		for _, e := range []review.Entry{writer.Accept(first), writer.Note(&first, "ask her office"), writer.Flag(&second),
			writer.Reject(third), writer.Note(&third, "a headline")} {
			if err := l.Keep(e); err != nil {
				t.Fatal(err)
			}
		}
	}).run()
	for _, c := range []struct {
		format string
		wants  []string
	}{
		{"jsonl", []string{`"review":{"verdict":"right","notes":["ask her office"]}`, `"review":{"flagged":true}`,
			`not among the quotes: a headline."`}},
		{"csv", []string{`,right,,"ask her office",said,`, ",,yes,,said,"}},
		{"text", []string{"Reviewed: right; note: ask her office.\n", "Reviewed: flagged.\n",
			"not among the quotes: a headline."}},
		{"markdown", []string{"Reviewed: right; note: ask her office.\n", "Reviewed: flagged.\n"}},
		{"html", []string{`<p class="why">Reviewed: right; note: ask her office.</p>`, "Reviewed: flagged."}},
	} {
		out := h.run("export", "--reviewed", "-f", c.format)
		for _, want := range c.wants {
			if strings.Count(out, want) != 1 {
				t.Errorf("%s: not %q once in\n%s", c.format, want, out)
			}
		}
	}
	if out := h.run("analyze", path); strings.Contains(out, `"review"`) {
		t.Errorf("what was found has a review: %s", out)
	}
}
