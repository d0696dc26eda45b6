package cli

import (
	"encoding/json"
	"strings"
	"testing"
)

// span is a range of code points, as files hold it.
type span [2]int

// contract is what DESIGN promises of a line of analyze's output.
type contract struct {
	ID     string  `json:"id"`
	Title  *string `json:"title"`
	Text   string  `json:"text"`
	Quotes []struct {
		ID         string
		Kind       string
		Content    []span
		Cue        []span
		Source     []span
		Speakers   []string
		Confidence float64
	}
	Speakers []struct {
		ID, Name, Type string
		Mentions       []span
	}
	Positions []struct {
		ID, Speaker, Stance string
		Target, Statement   []span
		Quotes              []string
		Confidence          float64
	}
}

// check fails where a line breaks the contract.
func (c contract) check(t *testing.T) {
	t.Helper()
	runes, speakers, quotes := []rune(c.Text), map[string]bool{}, map[string]bool{}
	inside := func(what string, all []span) {
		last := 0
		for _, s := range all {
			if s[0] < last || s[1] <= s[0] || s[1] > len(runes) {
				t.Errorf("%s: %s %v does not lie in order in a text of %d", c.ID, what, all, len(runes))
			}
			last = s[1]
		}
	}
	oneOf := func(what, value string, values string) {
		if !strings.Contains(" "+values+" ", " "+value+" ") {
			t.Errorf("%s: %s is %q, none of %s", c.ID, what, value, values)
		}
	}
	for _, s := range c.Speakers {
		if s.ID == "" || s.Name == "" || speakers[s.ID] {
			t.Errorf("%s: speaker %+v", c.ID, s)
		}
		speakers[s.ID] = true
		oneOf("type", s.Type, "person organization group unknown")
		inside("mentions", s.Mentions)
	}
	for _, q := range c.Quotes {
		if q.ID == "" || quotes[q.ID] || len(q.Content) == 0 || q.Confidence < 0 || q.Confidence > 1 {
			t.Errorf("%s: quote %+v", c.ID, q)
		}
		quotes[q.ID] = true
		oneOf("kind", q.Kind, "direct mixed indirect")
		inside("content", q.Content)
		inside("cue", q.Cue)
		inside("source", q.Source)
		for _, s := range q.Speakers {
			if !speakers[s] {
				t.Errorf("%s: quote %s has a speaker %s that is not there", c.ID, q.ID, s)
			}
		}
	}
	for _, p := range c.Positions {
		if !speakers[p.Speaker] || len(p.Target) == 0 || len(p.Statement) == 0 || p.Confidence < 0 || p.Confidence > 1 {
			t.Errorf("%s: position %+v", c.ID, p)
		}
		oneOf("stance", p.Stance, "supports opposes neutral")
		inside("target", p.Target)
		inside("statement", p.Statement)
		for _, q := range p.Quotes {
			if !quotes[q] {
				t.Errorf("%s: position %s has a quote %s that is not there", c.ID, p.ID, q)
			}
		}
	}
}

// lines reads the output of analyze and checks every line of it.
func linesIn(t *testing.T, out string) []contract {
	t.Helper()
	var all []contract
	for _, line := range strings.SplitAfter(out, "\n") {
		if line == "" {
			continue
		}
		var c contract
		if err := json.Unmarshal([]byte(line), &c); err != nil || !strings.HasSuffix(line, "\n") {
			t.Fatalf("%v in the line %q", err, line)
		}
		if c.Quotes == nil || c.Speakers == nil || c.Positions == nil || c.Title == nil {
			t.Errorf("%s lacks a field", c.ID)
		}
		if c.check(t); t.Failed() {
			t.FailNow() // one line tells enough
		}
		all = append(all, c)
	}
	return all
}

func ids(all []contract) string {
	var names []string
	for _, c := range all {
		names = append(names, c.ID)
	}
	return strings.Join(names, " ")
}
