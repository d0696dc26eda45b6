package speakers

import (
	"bytes"
	"strings"
	"testing"

	"hearsay/analysis/annotated"
	"hearsay/analysis/quotations"
	"hearsay/analysis/text"
)

func TestDamagedWeightsAreRefused(t *testing.T) {
	for what, file := range map[string]string{
		"nothing":         "",
		"a short file":    builtIn[:len(builtIn)-1],
		"another magic":   "x" + builtIn[1:],
		"another version": builtIn[:8] + "\x63" + builtIn[9:],
		"a changed byte":  builtIn[:500] + string(builtIn[500]+1) + builtIn[501:],
	} {
		if _, err := Read(file); err == nil {
			t.Errorf("%s is taken for weights", what)
		}
	}
	if _, err := Read(builtIn); err != nil {
		t.Error(err)
	}
}

// lessons are one article, many times, in which "he" is he who was named first, not last.
func lessons(t *testing.T) (out []Lesson) {
	a := marked(t, "Carl Dorn met Otto Brandt. He sang. Otto Brandt met Carl Dorn. He sang.")
	chain := make([]int32, len(a.Text.Tokens))
	for i := range chain {
		switch a.Text.Word(i) {
		case "Dorn":
			chain[i] = 1
		case "Brandt":
			chain[i] = 2
		case "He":
			chain[i] = 1 + int32(i/10)
		}
	}
	for range 50 {
		out = append(out, Lesson{Article: a, Chain: chain, Weight: 1})
	}
	return out
}

func TestTheModelLearnsWhatItIsTaught(t *testing.T) {
	quiet := func(string, ...any) {}
	given := []string{"anna", "maria", "clara", "otto", "bruno", "hugo"}
	first := Learn(lessons(t), given[3:], given[:3], quiet)
	if !bytes.Equal(first, Learn(lessons(t), given[3:], given[:3], quiet)) {
		t.Error("the same lessons give other weights")
	}
	m, err := Read(string(first))
	if err != nil {
		t.Fatal(err)
	}
	right, all := m.Right(lessons(t))
	if all[0] != 100 || right[0] != 100 {
		t.Errorf("right on %d of %d", right[0], all[0])
	}
}

func TestConfidenceFollowsWhatCameTrue(t *testing.T) {
	a := marked(t, strings.Repeat("‹Ann Bell› said {it was late}. ‹A nurse› said {so}.\n", 30))
	everySecond := func(q int, names []string) (right, known bool) { return q%2 == 0, true }
	judged := []Judged{{Article: a, Weight: 1, Right: everySecond}}
	file, err := Calibrate(builtIn, judged)
	if err != nil {
		t.Fatal(err)
	}
	m, err := Read(string(file))
	if err != nil {
		t.Fatal(err)
	}
	r := m.guess(a)
	if sure, not := r.Quotes[0].Confidence, r.Quotes[1].Confidence; sure < 0.95 || not > 0.1 {
		t.Errorf("what is always right has %.2f, what never is %.2f", sure, not)
	}
}

// What is hardly likely is not told as if it were so, but as what may be.
func TestASpeakerWhoIsHardlyLikelyIsNotNamed(t *testing.T) {
	a := marked(t, strings.Repeat("‹Ann Bell› said {it was late}. ‹A nurse› said {so}.\n", 2))
	m, err := Read(builtIn)
	if err != nil {
		t.Fatal(err)
	}
	for k := range m.certainty[wayAnewOne] {
		m.certainty[wayAnewOne][k] = 12 // of 255: just below what is asked for
	}
	r := m.Resolve(a)
	if sure := r.Quotes[0]; namesOf(r, 0) != "Ann Bell" || sure.Unknown != "" {
		t.Errorf("%+v", sure)
	}
	open := r.Quotes[1]
	if len(open.Speakers)+len(open.Chain) != 0 || open.Confidence != 0 || len(open.Candidates) == 0 ||
		a.Text.Of(open.Candidates[0].Mention) != "A nurse" || !strings.HasPrefix(open.Unknown, Perhaps+"A nurse: ") {
		t.Errorf("%+v", open)
	}
	if len(r.Speakers) != 1 {
		t.Errorf("who may have said something is a speaker: %+v", r.Speakers)
	}
	check(t, a, r)
}

func TestThoseNotChosenAreTold(t *testing.T) {
	a := marked(t, "Robert Fell came with Paul Dunn. Rain fell. ‹He› said {it was late}.")
	q := resolve(t, a).Quotes[0]
	if len(q.Speakers) == 0 || len(q.Candidates) == 0 {
		t.Fatalf("got %+v", q)
	}
	c := q.Candidates[0]
	got := a.Text.Of(c.Mention)
	if got != "Paul Dunn" && got != "Robert Fell" || !strings.Contains(c.Reason, "two sentences before “He”") {
		t.Errorf("%q: %s", got, c.Reason)
	}
	if sum := q.Candidates[0].Confidence; sum <= 0 || sum > 0.5 {
		t.Errorf("one who was not chosen is likely by %.2f", sum)
	}
}

func TestEverybodyIsFoundWithAllTheirWords(t *testing.T) {
	a := marked(t, "Robert Fell came late. He sang. Maria Stone slept.")
	m, err := learnt()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, mentions := range m.Everybody(a) {
		var words []string
		for _, p := range mentions {
			words = append(words, a.Text.Of(p))
		}
		got = append(got, strings.Join(words, "+"))
	}
	all := strings.Join(got, " ")
	if !strings.Contains(all, "Robert Fell+He") || !strings.Contains(all, "Maria Stone") {
		t.Errorf("got %q", all)
	}
	var none text.Text
	if n := len(m.Everybody(Article{Text: annotated.New(&none, nil, &quotations.Found{}, a.Trees, nil, nil)})); n != 0 {
		t.Errorf("%d in no text", n)
	}
}

func TestThoseNamedLaterMayHaveBeenMeant(t *testing.T) {
	a := marked(t, "‹Bell› said {it was late}. Rain fell. Ann Bell and Clara Bell left.")
	q := resolve(t, a).Quotes[0]
	if len(q.Candidates) != 2 || !strings.Contains(q.Candidates[0].Reason, "is mentioned after “Bell”") {
		t.Errorf("got %+v", q)
	}
}

// What "they" means is as sure as the names are that it takes together.
func TestTwoTogetherAreAsSureAsEachOfThem(t *testing.T) {
	m, err := learnt()
	if err != nil {
		t.Fatal(err)
	}
	r := m.newReading(marked(t, "Ann Bell and Carl Dorn sang. ‹They› said {it was late}."))
	r.read()
	for k := range r.talk.Len() {
		if of := r.talk.At(k); len(of.Entities) == 2 && r.references[k].step < 0.3 {
			t.Errorf("%q: two are meant with %.2f", r.Text.Of(r.Text.Span(of.From, of.To)), r.references[k].step)
		}
	}
	if n := len(r.attribute(m)[0].Speakers); n != 2 {
		t.Errorf("they are %d", n)
	}
}
