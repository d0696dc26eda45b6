package score

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/analysis/measure"
)

// at is where words first stand in a text.
func at(t *testing.T, text, words string) []analysis.Span {
	t.Helper()
	i := strings.Index(text, words)
	if i < 0 {
		t.Fatalf("%q is not in the text", words)
	}
	return []analysis.Span{{Start: i, End: i + len(words)}}
}

const rainy = "“We won,” Ann Lee said. He denied that rain fell. Bob hopes to go."

// small is a comparison whose figures can be counted on fingers: of three gold attributions one is found with half of
// its source, one with a word less and the wrong source, one not at all; a fourth is invented.
func small(t *testing.T) *Comparison {
	span := func(words string) []analysis.Span { return at(t, rainy, words) }
	gold := []Attribution{
		{Kind: analysis.Direct, Content: span("“We won,”"), Cue: span("said"), Source: span("Ann Lee"),
			Speakers: []string{"Ann Lee"}},
		{Kind: analysis.Indirect, Content: span("that rain fell"), Cue: span("denied"), Source: span("He"),
			Speakers: []string{"Bob Ray"}},
		{Kind: analysis.Indirect, Content: span("to go"), Cue: span("hopes"), Source: span("Bob")},
	}
	found := []Attribution{
		{Content: span("We won"), Cue: span("said"), Source: span("Lee"), Speakers: []string{"Mrs. Lee"}, Confidence: 0.9,
			Rated: true},
		{Content: span("rain fell"), Cue: span("denied"), Source: span("Bob"), Speakers: []string{"Kim"}, Confidence: 0.55,
			Rated: true},
		{Content: span("He denied"), Confidence: 0.52, Rated: true},
	}
	return Compare(rainy, gold, found)
}

func TestFiguresCountedByHand(t *testing.T) {
	tally := small(t).Tally()
	got, err := json.Marshal(tally.Report())
	if err != nil {
		t.Fatal(err)
	}
	want := `{"docs":1,"gold":3,"pred":3,` +
		`"content":{"p":0.6667,"r":0.6667,"f1":0.6667,"recall_by_kind":{"direct":1.0,"indirect":0.5}},` +
		`"exact":{"p":0.3333,"r":0.3333,"f1":0.3333,"recall_by_kind":{"direct":1.0,"indirect":0.0}},` +
		`"attributed":{"p":0.3333,"r":0.3333,"f1":0.3333,"recall_by_kind":{"direct":1.0,"indirect":0.0}},` +
		`"strict":{"p":0.0,"r":0.0,"f1":0.0,"recall_by_kind":{"direct":0.0,"indirect":0.0}},` +
		`"speaker":{"named":2,"r":0.5,"of_found":0.5,"recall_by_kind":{"direct":1.0,"indirect":0.0}},` +
		// Content in gold: We won that rain fell to go. Found: We won rain fell He, since a cue goes before content. 4 are in
		// both.
		`"tokens":{"p":0.8,"r":0.5714,"f1":0.6667},` +
		// 6 of 14 words differ; content is said 12 times, source 6, cue and none 5: 1 - 6/14 / (1 - 202/756).
		`"alpha":0.4152}`
	if string(got) != want {
		t.Errorf("the report is\n%s, want\n%s", got, want)
	}
}

func TestCalibrationCountedByHand(t *testing.T) {
	tally := small(t).Tally()
	want := Calibration{Count: 3, Error: 0.39, Tenths: []Tenth{ // (2 * 0.535 + 0.1) / 3
		{From: 0.5, To: 0.6, Count: 2, Confidence: 0.535, Right: 0},
		{From: 0.9, To: 1, Count: 1, Confidence: 0.9, Right: 1},
	}}
	if got := tally.Calibration(); !reflect.DeepEqual(got, want) {
		t.Errorf("the calibration is %+v, want %+v", got, want)
	}
	var empty Tally
	if got := empty.Calibration(); got.Count != 0 || got.Error.Defined() {
		t.Errorf("the calibration of nothing is %+v", got)
	}
}

func TestFaultsOfEachSort(t *testing.T) {
	c := small(t)
	var got []Sort
	for _, f := range c.Faults(10) {
		got = append(got, f.Sort)
	}
	if want := []Sort{WrongSource, Missed, Spurious}; !slices.Equal(got, want) {
		t.Errorf("the faults are %v, want %v", got, want)
	}
	if len(c.Faults(2)) != 2 || len(c.Faults(0)) != 0 || len(c.Faults(-1)) != 0 {
		t.Error("there are more faults than were asked for")
	}
}

// A source is right if it shares a word that tells something; words such as titles alone do not tell.
func TestRightSource(t *testing.T) {
	const text = "Rain fell, the mayor of Lindwick and Dr Venn said; the council, too. Rain."
	for _, c := range []struct {
		gold, found        string
		attributed, strict bool
	}{
		{"the mayor of Lindwick", "mayor", true, false},
		{"the mayor of Lindwick", "the mayor of Lindwick", true, true},
		{"the mayor", "of Lindwick", false, false},
		{"the mayor", "the council", false, false},
		{"the", "the", true, true}, // the very same words are right whatever they are
		{"Dr", "Dr Venn", false, false},
		{"", "", true, true},
		{"", "mayor", false, false},
		{"mayor", "", false, false},
		{"", ",", true, true}, // a mark is no word
	} {
		source := func(words string) (out []analysis.Span) {
			if words != "" {
				out = at(t, text, words)
			}
			return out
		}
		rain := at(t, text, "Rain fell")
		tally := Compare(text, []Attribution{{Content: rain, Source: source(c.gold)}},
			[]Attribution{{Content: rain, Source: source(c.found)}}).Tally()
		if all := tally.All(); all.Attributed != one(c.attributed) || all.Strict != one(c.strict) {
			t.Errorf("%q for %q: %+v", c.found, c.gold, all)
		}
	}
}

// Half of the union is enough, and of several the best one is taken, whatever the order.
func TestBestOverlapFirst(t *testing.T) {
	const text = "a b c d e f g h"
	span := func(from, to int) Attribution {
		return Attribution{Content: []analysis.Span{{Start: 2 * from, End: 2*to - 1}}}
	}
	for _, c := range []struct {
		name        string
		gold, found []Attribution
		want        [][2]int
	}{
		{"half", []Attribution{span(0, 4)}, []Attribution{span(0, 2)}, [][2]int{{0, 0}}},
		{"less than half", []Attribution{span(0, 5)}, []Attribution{span(0, 2)}, nil},
		{"the better of two", []Attribution{span(0, 4)}, []Attribution{span(0, 3), span(0, 4)}, [][2]int{{0, 1}}},
		{"the earlier of equal ones", []Attribution{span(0, 2)}, []Attribution{span(0, 2), span(0, 2)}, [][2]int{{0, 0}}},
		{"each once", []Attribution{span(0, 3), span(0, 4)}, []Attribution{span(0, 4)}, [][2]int{{1, 0}}},
		{"nothing in common", []Attribution{span(0, 2)}, []Attribution{span(2, 4)}, nil},
	} {
		var got [][2]int
		for _, p := range Compare(text, c.gold, c.found).pairs {
			got = append(got, [2]int{p.gold, p.found})
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestSameName(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Ann Lee", "Lee", true},
		{"Ann Lee", "Ann", true},
		{"Ann Lee", "Bob Lee", false}, // the given names contradict each other
		{"Ann Lee", "A. Lee", true},
		{"Daniel Lee", "Dan Lee", true},
		{"Daniel Lee", "Da Lee", false}, // two letters are no short form
		{"Robert Lee", "Bob Lee", true}, // by the table
		{"Robert Lee", "Bill Lee", false},
		{"Bob Lee", "Sheriff Bob P. Lee", true}, // the first word of one is in the other
		{"Zoë Lee", "Z Lee", true},
		{"Ann Lee", "Ann Ray", false},
		{"President Lee", "Lee", true},
		{"Prime Minister", "the prime minister", true},
		{"the Fed’s", "Fed", true},
		{"O'Neil", "Neil", true},
		{"Lee's-Ray", "Ray Lee", true},
		{"Sams", "Sam", false},
		{"", "", false},
		{"…", "Lee", false},
		{"İpek", "ipek", false}, // its dot stays
	} {
		if got := SameName(c.a, c.b); got != c.want || SameName(c.b, c.a) != c.want {
			t.Errorf("%q and %q: %v, want %v", c.a, c.b, got, c.want)
		}
	}
	if !SameSpeakers([]string{"Ann Lee", "Bob Ray"}, []string{"Ray", "Lee"}) ||
		SameSpeakers([]string{"Ann Lee"}, []string{"Lee", "Ray"}) ||
		SameSpeakers([]string{"Ann Lee"}, nil) {
		t.Error("speakers are the same when each is among the others")
	}
}

// random makes attributions anywhere in a text.
func random(r *rand.Rand, words int) []Attribution {
	spans := func(most int) (out []analysis.Span) {
		for range r.IntN(most + 1) {
			from := r.IntN(words)
			out = append(out, analysis.Span{Start: 2 * from, End: 2*min(words, from+1+r.IntN(6)) - 1})
		}
		return out
	}
	out := make([]Attribution, r.IntN(12))
	for i := range out {
		out[i] = Attribution{Kind: analysis.Kind(r.IntN(3)), Content: spans(3), Cue: spans(1), Source: spans(2)}
		if r.IntN(2) == 0 {
			out[i].Speakers = []string{"Ann Lee"}
		}
	}
	return out
}

func TestPropertiesOfAnyAttributions(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	text := strings.TrimSpace(strings.Repeat("x ", 60))
	var forth, back Tally
	var parts []Tally
	for range 300 {
		gold, found := random(r, 60), random(r, 60)
		itself := Compare(text, gold, gold).Tally()
		if all := itself.All(); all.Gold > 0 {
			report := itself.Report()
			for name, f := range map[string]measure.Value{"content": report.Content.F1, "exact": report.Exact.F1,
				"attributed": report.Attributed.F1,
				"strict":     report.Strict.F1, "tokens": report.Tokens.F1, "alpha": report.Alpha} {
				// Tokens are labelled once, so that what is cue or source throughout leaves no content.
				// Where every word bears one label there is no chance to agree otherwise.
				if f != 1 && (name != "tokens" || f != 0 && f.Defined()) && (name != "alpha" || f.Defined()) {
					t.Fatalf("%s of gold against itself is %v", name, f)
				}
			}
		}
		c := Compare(text, gold, found)
		golds, founds := map[int]bool{}, map[int]bool{}
		for _, p := range c.pairs {
			if golds[p.gold] || founds[p.found] {
				t.Fatalf("matched twice: %+v", c.pairs)
			}
			golds[p.gold], founds[p.found] = true, true
		}
		parts = append(parts, c.Tally())
		forth.Add(parts[len(parts)-1])
	}
	for _, p := range slices.Backward(parts) {
		back.Add(p)
	}
	if !reflect.DeepEqual(forth.Report(), back.Report()) {
		t.Error("the order of articles changes the figures")
	}
}

func TestNothingAgainstNothing(t *testing.T) {
	var none Tally
	for _, tally := range []Tally{none, Compare("", nil, nil).Tally(), Compare("Rain.", nil, nil).Tally()} {
		if r := tally.Report(); r.Alpha.Defined() || r.Content.F1.Defined() || r.Content.P.Defined() || r.Speaker != nil {
			t.Errorf("the report of nothing is %+v", r)
		}
	}
}

func TestPairsTellWhatMatchesWhat(t *testing.T) {
	c := small(t)
	want := []Pair{{Gold: 0, Found: 0, Exact: true, Attributed: true, Named: true}, {Gold: 1, Found: 1}}
	if got := c.Pairs(); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	empty := Attribution{Content: at(t, rainy, ",”")} // holds no word: it is left out, and the next keeps its place
	c = Compare(rainy, []Attribution{empty, {Content: at(t, rainy, "to go")}},
		[]Attribution{empty, empty, {Content: at(t, rainy, "to go")}})
	if got := c.Pairs(); len(got) != 1 || got[0].Gold != 1 || got[0].Found != 2 {
		t.Errorf("%+v", got)
	}
	tally, sum := small(t).Tally(), 0
	for _, k := range tally.Labels() {
		sum += k
	}
	if l := tally.Labels(); sum != 14 || l[[2]string{"content", "content"}] != 4 {
		t.Errorf("%v", l)
	}
}
