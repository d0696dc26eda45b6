package pronouns

import (
	"maps"
	"math"
	"os"
	"strings"
	"sync"
	"testing"

	"hearsay/analysis/annotated/annotatedtest"
	"hearsay/analysis/speakers/discourse"
	"hearsay/analysis/speakers/entities"
)

// learnt is the model that stands in the weights of speakers, behind their header.
var learnt = sync.OnceValue(func() *Model {
	const header = 16
	file, err := os.ReadFile("../weights.bin")
	if err != nil {
		panic(err)
	}
	return ReadModel(string(file[header : header+ModelSize]))
})

// noQuotes are the quotes of an article that has none.
type noQuotes struct{}

func (noQuotes) GoesOn(int) bool    { return false }
func (noQuotes) Around(int) int     { return -1 }
func (noQuotes) HeadedBy(int) []int { return nil }
func (noQuotes) Behind(int) []int   { return nil }

// oneQuote has the content of tokens from to to, and a source that token head heads.
type oneQuote struct{ from, to, head, by int }

func (oneQuote) GoesOn(int) bool { return false }
func (q oneQuote) Around(i int) int {
	if i >= q.from && i < q.to {
		return 0
	}
	return -1
}

func (q oneQuote) HeadedBy(i int) []int {
	if i == q.head {
		return []int{0}
	}
	return nil
}

func (q oneQuote) Behind(int) []int { return []int{q.by} }

// story is a text whose names are mentions, read up to its last pronoun.
type story struct {
	*Resolver
	at int
}

// tell reads a text: names are mentions, the first of a sentence its subject, and pronouns before the last are
// resolved.
func tell(t *testing.T, s string, quotes Quotes) story {
	t.Helper()
	of := annotatedtest.Read(t, s)
	cast := entities.Find(of)
	talk := discourse.New(of)
	r := story{New(learnt(), cast, talk, quotes), -1}
	for i := range of.Tokens {
		if Is(of.Lower(i)) {
			r.at = i
		}
	}
	for i := range r.at {
		n, k, ok := of.Name(i)
		switch {
		case ok && i == n.To-1 && cast.OfName(k) >= 0:
			m := talk.Mention(n.From, n.To)
			m.Entities = []int{cast.OfName(k)}
			m.Subject = n.From == of.SentenceOf(i).From
			talk.Add(m)
		case !ok && Is(of.Lower(i)):
			if d := r.Resolve(i, false); d.Chosen != nil {
				m := talk.Mention(i, i+1)
				m.Entities = d.Chosen.Entities
				talk.Add(m)
			}
		}
	}
	return r
}

// named are the names of whom a candidate is.
func (s story) named(c *Candidate) string {
	if c == nil {
		return ""
	}
	var out []string
	for _, e := range c.Entities {
		out = append(out, s.cast.All[e].Name)
	}
	return strings.Join(out, " & ")
}

func TestWhomPronounsMean(t *testing.T) {
	for _, c := range []struct{ story, text, want string }{
		{"the man", "Robert Fell met Maria Stone. Then he", "Robert Fell"},
		{"the woman", "Robert Fell met Maria Stone. Then she", "Maria Stone"},
		{"nobody of that gender", "Mrs. Stone slept. Then he", ""},
		{"a given name may mislead", "Maria Stone slept. Then he", "Maria Stone"},
		{"the subject of the sentence", "Robert Fell called Paul Dunn. He", "Robert Fell"},
		{"the owner", "Maria Stone called her", "Maria Stone"},
		{"he who stands nearer", "Robert Fell slept.\n\nThe rain fell. The wind blew. Paul Dunn woke. He", "Paul Dunn"},
		{"a name that is only told behind it", "During her campaign Clara Dorn called the plan late.", "Clara Dorn"},
		{"nobody at all", "The rain fell. Then he", ""},
		{"what pronouns tell of a gender", "Robin Ames slept. She woke. Then he", ""},
	} {
		s := tell(t, c.text, noQuotes{})
		if got := s.named(s.Resolve(s.at, false).Chosen); got != c.want {
			t.Errorf("%s: %q, want %q", c.story, got, c.want)
		}
	}
}

// After "she was asked by the coroner", she who answers is not the coroner; she who asks further may be.
func TestWhoAsksIsNotWhoAnswers(t *testing.T) {
	for text, want := range map[string]bool{
		"Maria Stone was asked by Clara Dorn why it rained. Then she replied.":        false,
		"Maria Stone was pressed hard by Clara Dorn over it. She said so.":            false,
		"Maria Stone was asked by Clara Dorn why it rained. Then she asked her more.": true,
		"Maria Stone was driven home by Clara Dorn when it rained. Then she said so.": true,
		"Maria Stone was asked by Clara Dorn why. It rained. It snowed. She said so.": true,
	} {
		s := tell(t, text, noQuotes{})
		at := s.cast.At(strings.Index(strings.ToLower(text), "she "))
		found := false
		for _, c := range s.candidates(Occurrence{At(s.cast.Text, at), at, true}) {
			found = found || s.named(&c) == "Clara Dorn"
		}
		if found != want {
			t.Errorf("%s: that she is Clara Dorn may be: %v", text, found)
		}
	}
}

func TestNobodyCallsThemselvesHe(t *testing.T) {
	const text = "Otto Brandt met Carl Dorn. “He"
	s := tell(t, text, noQuotes{})
	if got := s.named(s.Resolve(s.at, false).Chosen); got != "Otto Brandt" {
		t.Fatalf("without a quote he is %q", got)
	}
	s = tell(t, text+" sang,” he said. “He", oneQuote{from: 7, to: 9, head: 11, by: 0})
	if bound := s.boundAt(7); len(bound) != 1 || bound[0] != 0 {
		t.Errorf("within the words of the first, %v cannot be meant", bound)
	}
	for _, c := range s.candidates(Occurrence{At(s.cast.Text, 7), 7, false}) {
		if s.named(&c) == "Otto Brandt" {
			t.Error("who speaks is one whom his own words call he")
		}
	}
}

func TestNobodySpeaksOfThemselvesByName(t *testing.T) {
	s := tell(t, "Juan Manzur slept. Alberto Fernandez always favoured dialogue, he",
		oneQuote{from: 4, to: 10, head: 10, by: 0})
	if s.at != 10 {
		t.Fatalf("he stands at %d", s.at)
	}
	if got := s.named(s.Resolve(s.at, true).Chosen); got != "Juan Manzur" {
		t.Errorf("who speaks of Fernandez by name is %q", got)
	}
}

func TestOddsSumToOneAndTheLikeliestComesFirst(t *testing.T) {
	s := tell(t, "Robert Fell met Paul Dunn and Karl Weiss. Paul Dunn slept. He", noQuotes{})
	o := Occurrence{At(s.cast.Text, s.at), s.at, false}
	all := s.candidates(o)
	s.featuresOf(o, all)
	s.rank(all)
	sum := 0.0
	for k, c := range all {
		sum += c.Odds
		if k > 0 && c.Odds > all[k-1].Odds {
			t.Errorf("candidate %d is likelier than the one before", k)
		}
	}
	if len(all) != 4 || math.Abs(sum-1) > 1e-9 {
		t.Errorf("%d candidates, whose odds sum to %v", len(all), sum)
	}
}

func TestSalience(t *testing.T) {
	s := tell(t, "Robert Fell met Paul Dunn. He", noQuotes{})
	o := Occurrence{At(s.cast.Text, s.at), s.at, false}
	base := *s.talk.At(1)
	than := s.salience(&base, o)
	for what, change := range map[string]func(m *discourse.Mention){
		"a subject is more salient":                  func(m *discourse.Mention) { m.Subject = true },
		"two sentences back is less":                 func(m *discourse.Mention) { m.Sentence -= 2 },
		"a possessor is less":                        func(m *discourse.Mention) { m.Possessive = true },
		"what others say is less":                    func(m *discourse.Mention) { m.Quoted = true },
		"what stands in another paragraph is less":   func(m *discourse.Mention) { m.Paragraph-- },
		"what stands further back in a line is less": func(m *discourse.Mention) { m.To -= 3 },
	} {
		m := base
		change(&m)
		if got := s.salience(&m, o); got > than != strings.Contains(what, "more") || got == than {
			t.Errorf("%s: %v, beside %v", what, got, than)
		}
	}
}

// choosing is a recorder that says who is meant.
type choosing struct {
	name string
	of   story
	seen int
}

func (c *choosing) Record(o Occurrence, candidates []Candidate) int {
	c.seen++
	for k := range candidates {
		if c.of.named(&candidates[k]) == c.name {
			return k
		}
	}
	return -1
}

func TestARecorderSaysWhoIsMeant(t *testing.T) {
	s := tell(t, "Robert Fell called Paul Dunn. He", noQuotes{})
	for _, name := range []string{"Paul Dunn", "Robert Fell", "Carl Dorn"} {
		rec := &choosing{name: name, of: s}
		s.RecordTo(rec, true)
		d := s.Resolve(s.at, false)
		if got := s.named(d.Chosen); rec.seen != 1 || got != name && (name != "Carl Dorn" || got != "") {
			t.Errorf("told %q, it chose %q", name, got)
		}
	}
}

func TestWithoutCataphoraNobodyIsAhead(t *testing.T) {
	s := tell(t, "During her campaign Clara Dorn called the plan late.", noQuotes{})
	s.RecordTo(&choosing{name: "Clara Dorn", of: s}, false)
	if d := s.Resolve(s.at, false); d.Chosen != nil {
		t.Errorf("it looked ahead to %q", s.named(d.Chosen))
	}
}

func TestWhatGivenNamesAreLearntFrom(t *testing.T) {
	m := NewModel([]string{"otto", "bruno", "hugo"}, []string{"anna", "maria", "clara"})
	for name, want := range map[string]bool{"Xyra": true, "Xyro": false, "Mary": true, "John": false} {
		if p := m.femaleOdds(name); p > 0.6 != want || p < 0.4 == want {
			t.Errorf("%s is a woman's name with %.2f", name, p)
		}
	}
	if p := m.femaleOdds("X."); p != undecided {
		t.Errorf("an initial tells %.2f", p)
	}
}

func TestTheModelLearnsAndIsReadAgain(t *testing.T) {
	examples := func() (out []Example) {
		for range 50 {
			out = append(out, Example{Features: [][]uint32{{7, 8}, {9}}, Prior: []float64{0, 1},
				Right: []bool{true, false}, Weight: 1})
		}
		return out
	}
	m := emptyModel()
	e := examples()[0]
	if m.IsRight(&e) {
		t.Fatal("the priors alone are right")
	}
	m.Learn(examples(), func(string, ...any) {})
	again := ReadModel(string(m.Append(nil)))
	if !again.IsRight(&e) {
		t.Error("what was learnt is lost when it is read again")
	}
	for k := range m.rank {
		if m.rank[k] != again.rank[k] {
			t.Fatalf("weight %d is %v, and %v when it is read", k, m.rank[k], again.rank[k])
		}
	}
}

func TestEachTemplateIsAdded(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        map[string]int // features by whose they are
	}{
		{"in the sentence before", "Robert Fell met Paul Dunn. He", map[string]int{
			"":            8,
			"Robert Fell": 14 + 6 + 4 + 8 + 2 + 3, // place, rank and count, speech, what is known, subject, salience
			"Paul Dunn":   14 + 6 + 4 + 8 + 1 + 3, // never a subject
		}},
		{"in the same sentence, 6 more", "Robert Fell said that he", map[string]int{"": 8, "Robert Fell": 43}},
		{"ahead", "During her campaign Clara Dorn called the plan late.", map[string]int{"": 8, "Clara Dorn": 8}},
	} {
		s := tell(t, c.text, noQuotes{})
		o := Occurrence{At(s.cast.Text, s.at), s.at, false}
		all := s.candidates(o)
		s.featuresOf(o, all)
		got := map[string]int{}
		for k := range all {
			got[s.named(&all[k])] = len(all[k].Features)
		}
		if !maps.Equal(got, c.want) {
			t.Errorf("%s: %v features, want %v", c.story, got, c.want)
		}
	}
	if Templates.Count != 69 {
		t.Errorf("%d templates", Templates.Count)
	}
}
