package review_test

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
	"hearsay/articles/review/reviewtest"
)

func TestWhatALaterVersionWritesSurvives(t *testing.T) {
	const later = `{"v":7,"id":"x","reviewer":"ann","article":"a1","at":"2030-01-01T00:00:00Z","act":"speakers","mood":{"sure":true},
		"of":{"engine":"9","tone":"dry","quote":{"content":[{"start":0,"end":3,"text":"Zoë","colour":12345678901234567890}]}},
		"to":{"speakers":[{"name":"Zoë","orcid":"0000"},{"name":"Ada"}]}}`
	e, err := review.Decode([]byte(later))
	if err != nil {
		t.Fatal(err)
	}
	out, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"mood":{"sure":true}`, `"tone":"dry"`, `"colour":12345678901234567890`,
		`"orcid":"0000"`, `"v":7`, `"name":"Ada"`} {
		if !strings.Contains(string(out), want) {
			t.Errorf("%s is lacking in %s", want, out)
		}
	}
	e.Act = "ponder" // an act that is not known decides nothing, and is kept
	s := review.Fold([]review.Entry{e})
	sheet := overlay.Of("Zoë", reviewtest.Document(rand.New(rand.NewPCG(1, 1)), "Zoë", "2"), s)
	if l := reviewtest.Lost(s, sheet); len(l) > 0 || s.Decisions()[0].Verdict() != review.Undecided {
		t.Errorf("lost %v, %+v", l, s.Decisions())
	}
}

func TestLinesThatAreNoEntries(t *testing.T) {
	for line, want := range map[string]string{
		``: "JSON", `{`: "JSON", `[]`: "JSON", `null`: "“v”", `{"v":1}`: "“id”", `{"v":1,"id":"x"}`: "“act”",
		`{"v":1,"id":"x","act":"undo"}`: "“entry”", `{"v":0,"id":"x","act":"accept"}`: "“v”",
		`{"v":1,"id":"x","act":"accept","of":3}`: "JSON",
	} {
		_, err := review.Decode([]byte(line))
		if !errors.Is(err, review.ErrEntry) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", line, err, want)
		}
	}
}

// Whatever is read is written so that it is read as the same again, and anything at all can be folded and laid.
func FuzzDecode(f *testing.F) {
	r := rand.New(rand.NewPCG(4, 4))
	text := reviewtest.Text(r)
	d := reviewtest.Document(r, text, "2")
	for _, e := range reviewtest.State(r, reviewtest.WriterOf("ann", text), d, 40).Entries() {
		data, _ := json.Marshal(e)
		f.Add(data)
	}
	f.Add([]byte(`{"v":1,"id":"a","act":"split","of":{"quote":{"content":[{"start":-5,"end":99999,"text":"x"}]}},"to":{"quote":{}},"OF":{"quote":null}}`))
	f.Add([]byte(`{"v":1,"id":"a","act":"join","of":{"added":"a"},"to":{"with":{}},"x":[[],{"y":null}]}`))
	f.Add([]byte(`{"v":1,"id":"a","act":"add","to":{"content":[{"start":1,"end":0,"text":""}]},"of":{"position":{"statement":[{"start":0,"end":1,"text":"Z"}]}}}`))
	f.Add([]byte(`{"v":1,"id":"0","aCt":"1","of":{"quote":{}},"ACt":"0","OF":{"quote":null}}`)) // one thing said twice
	f.Fuzz(func(t *testing.T, data []byte) {
		e, err := review.Decode(data)
		if err != nil {
			return
		}
		one, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		again, err := review.Decode(one)
		if err != nil {
			t.Fatalf("%s is not read again: %v", one, err)
		}
		two, err := json.Marshal(again)
		if err != nil || string(one) != string(two) {
			t.Fatalf("%s\n%s\n%v", one, two, err)
		}
		s := review.Fold([]review.Entry{e, {Version: 1, ID: "u", Act: review.Undo, Names: e.ID},
			{Version: 1, ID: "r", Act: review.Redo, Names: e.ID}})
		sheet := overlay.Of(text, d, s)
		if l := reviewtest.Lost(s, sheet); len(l) > 0 {
			t.Fatalf("lost: %v", l)
		}
		twice, _ := overlay.Apply(text, sheet.Document, s)
		reviewtest.Same(t, "twice", twice, sheet.Document)
	})
}
