// Package reviewtest makes articles, documents and logs for the tests of the review: a story with what a machine finds
// in it, and any number of others at random. It promises that what it makes keeps every promise of analysis.Document.
package reviewtest

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"hearsay/analysis"
	"hearsay/analysis/text"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
)

// Clock ticks a second with every look.
func Clock() func() time.Time {
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	return func() time.Time { now = now.Add(time.Second); return now }
}

// WriterOf is a reviewer's writer for a text.
func WriterOf(reviewer, text string) *review.Writer {
	return &review.Writer{Reviewer: reviewer, Article: "a1", Text: text, Now: Clock()}
}

// Text is an article of nothing in particular.
func Text(r *rand.Rand) string {
	var b strings.Builder
	for i := range 30 + r.IntN(120) {
		b.WriteString([]string{"Zoë", "“rain”", "said", "the", "mayor", "and", "💧", "it", "was,", "“", "”", "Ada", "Venn",
			"he"}[r.IntN(14)])
		b.WriteString([]string{" ", " ", " ", ". ", "\n\n"}[i%5*r.IntN(2)])
	}
	return b.String()
}

// Span is a few words of a text.
func Span(r *rand.Rand, text string) analysis.Span {
	var edges []int
	for i := range text {
		if i > 0 && text[i-1] == ' ' || i == 0 {
			edges = append(edges, i)
		}
	}
	edges = append(edges, len(text))
	i := r.IntN(len(edges) - 1)
	return analysis.Span{Start: edges[i], End: edges[min(len(edges)-1, i+1+r.IntN(6))]}
}

func madeSpans(r *rand.Rand, article string, least, most int) []analysis.Span {
	var out []analysis.Span
	for range least + r.IntN(most-least+1) {
		out = append(out, Span(r, article))
	}
	return text.Joined(out)
}

// Document is what an engine might have found in a text.
func Document(r *rand.Rand, text, engine string) *analysis.Document {
	d := &analysis.Document{Engine: engine, Language: "en"}
	for i := range 1 + r.IntN(4) {
		name := fmt.Sprint("Speaker ", string(rune('A'+i)))
		d.Speakers = append(d.Speakers, analysis.Speaker{Name: name, Names: []string{name},
			Type: analysis.SpeakerType(r.IntN(4)), Mentions: madeSpans(r, text, 1, 3)})
	}
	for range r.IntN(9) {
		q := analysis.Quote{Kind: analysis.Kind(r.IntN(3)), Content: madeSpans(r, text, 1, 2),
			Cue: madeSpans(r, text, 0, 1), Source: madeSpans(r, text, 0, 1), Confidence: r.Float64()}
		for range r.IntN(3) {
			if s := r.IntN(len(d.Speakers)); !slices.Contains(q.Speakers, s) {
				q.Speakers = append(q.Speakers, s)
				q.Why.Chain = append(q.Why.Chain, analysis.Link{Speaker: s, From: q.Content[0], To: d.Speakers[s].Mentions[0]})
			}
		}
		q.Why.Candidates = []analysis.Candidate{{Speaker: r.IntN(len(d.Speakers)+1) - 1, Mention: q.Content[0]}}
		d.Quotes = append(d.Quotes, q)
	}
	slices.SortStableFunc(d.Quotes, func(a, b analysis.Quote) int { return overlay.ReadingOrder(a.Content, b.Content) })
	for i, q := range d.Quotes {
		for _, s := range q.Speakers {
			if r.IntN(2) == 0 {
				d.Positions = append(d.Positions, analysis.Position{Speaker: s, Stance: analysis.Stance(r.IntN(3)),
					Target: madeSpans(r, text, 1, 1),
					Topic:  fmt.Sprint(r.IntN(3)), Statement: q.Content, Quotes: []int{i}, Targets: []int{r.IntN(len(d.Speakers))},
					Confidence: r.Float64()})
			}
		}
	}
	madeOrder(d, text)
	return d
}

// madeOrder leaves out who says nothing and puts who says most first, as the engine does.
func madeOrder(d *analysis.Document, text string) {
	words, says := make([]int, len(d.Speakers)), make([]bool, len(d.Speakers))
	for i := range d.Quotes {
		for _, s := range d.Quotes[i].Speakers {
			says[s] = true
			for _, p := range d.Quotes[i].Content {
				words[s] += len(strings.Fields(p.Of(text)))
			}
		}
	}
	for i := range d.Positions {
		says[d.Positions[i].Speaker] = true
	}
	var order []int
	for i := range d.Speakers {
		if says[i] {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(words[b], words[a]) })
	now, sorted := make([]int, len(d.Speakers)), []analysis.Speaker(nil)
	for i := range now {
		now[i] = analysis.None
	}
	for place, i := range order {
		now[i], sorted = place, append(sorted, d.Speakers[i])
	}
	d.Speakers = sorted
	for i := range d.Quotes {
		for k, s := range d.Quotes[i].Speakers {
			d.Quotes[i].Speakers[k] = now[s]
		}
		for k, l := range d.Quotes[i].Why.Chain {
			d.Quotes[i].Why.Chain[k].Speaker = now[l.Speaker]
		}
		for k, c := range d.Quotes[i].Why.Candidates {
			if c.Speaker != analysis.None {
				d.Quotes[i].Why.Candidates[k].Speaker = now[c.Speaker]
			}
		}
	}
	for i := range d.Positions {
		p := &d.Positions[i]
		p.Speaker = now[p.Speaker]
		for k, s := range p.Targets {
			p.Targets[k] = now[s]
		}
		p.Targets = slices.DeleteFunc(p.Targets, func(s int) bool { return s == analysis.None })
	}
}

// Check holds a document to what every document promises.
func Check(t *testing.T, text string, d *analysis.Document) {
	t.Helper()
	spans := func(what string, all []analysis.Span) {
		end := 0
		for _, p := range all {
			if p.Start < end || p.Empty() || p.End > len(text) {
				t.Fatalf("%s: %v of %d", what, all, len(text))
			}
			end = p.End
		}
	}
	within := func(what string, all []int, n int) {
		for i, x := range all {
			if x < 0 || x >= n || slices.Contains(all[:i], x) {
				t.Fatalf("%s: %v of %d", what, all, n)
			}
		}
	}
	used := make([]bool, len(d.Speakers))
	for i, q := range d.Quotes {
		spans("content", q.Content)
		spans("cue", q.Cue)
		spans("source", q.Source)
		within("speakers", q.Speakers, len(d.Speakers))
		if len(q.Content) == 0 || i > 0 && overlay.ReadingOrder(d.Quotes[i-1].Content, q.Content) > 0 {
			t.Fatalf("quote %d is out of order: %v", i, q.Content)
		}
		for _, s := range q.Speakers {
			used[s] = true
		}
		for _, l := range q.Why.Chain {
			within("chain", []int{l.Speaker}, len(d.Speakers))
		}
		for _, c := range q.Why.Candidates {
			if c.Speaker != analysis.None {
				within("candidates", []int{c.Speaker}, len(d.Speakers))
			}
		}
	}
	for _, p := range d.Positions {
		within("position's speaker", []int{p.Speaker}, len(d.Speakers))
		within("targets", p.Targets, len(d.Speakers))
		within("position's quotes", p.Quotes, len(d.Quotes))
		spans("target", p.Target)
		spans("statement", p.Statement)
		used[p.Speaker] = true
	}
	for i, s := range d.Speakers {
		spans("mentions", s.Mentions)
		if !used[i] || s.Name == "" || len(s.Names) == 0 {
			t.Fatalf("speaker %d: %+v", i, s)
		}
	}
}

// madeWho is somebody of the document, or somebody new.
func madeWho(r *rand.Rand, text string, d *analysis.Document) []review.Who {
	var out []review.Who
	for range r.IntN(3) {
		if len(d.Speakers) > 0 && r.IntN(2) == 0 {
			out = append(out, review.WhoOf(text, d, r.IntN(len(d.Speakers))))
		} else {
			out = append(out, review.NewWho(fmt.Sprint("New ", r.IntN(3)), analysis.SpeakerType(r.IntN(4)), text,
				madeSpans(r, text, 0, 2)...))
		}
	}
	return out
}

// madeOther is whom a reviewer might say that a speaker is: somebody of either document, or somebody new.
func madeOther(r *rand.Rand, p *review.Writer, machine, d *analysis.Document) review.Who {
	if n := len(machine.Speakers); n > 0 && r.IntN(4) == 0 {
		return review.WhoOf(p.Text, machine, r.IntN(n))
	}
	for {
		if who := madeWho(r, p.Text, d); len(who) > 0 {
			return who[0]
		}
	}
}

// madeEntry is what a reviewer might do next.
func madeEntry(r *rand.Rand, p *review.Writer, machine *analysis.Document, s *review.State) review.Entry {
	sheet := overlay.Of(p.Text, machine, s)
	var quotes, positions []review.Subject
	for _, i := range sheet.Quotes {
		quotes = append(quotes, i.Subject)
	}
	for _, i := range sheet.Positions {
		positions = append(positions, i.Subject)
	}
	some := func(all []review.Subject) *review.Subject {
		if len(all) == 0 {
			return nil
		}
		return &all[r.IntN(len(all))]
	}
	d := sheet.Document
	switch n := r.IntN(27); {
	case n == 0:
		return p.Sit(review.Sitting{Order: review.Random, Size: 5, Seed: 3, Blind: r.IntN(2) == 0})
	case n == 1:
		return p.Complete()
	case n == 2:
		return p.Reopen()
	case n == 3:
		return p.Note(some(quotes), "look again")
	case n == 4:
		return p.Flag(some(slices.Concat(quotes, positions)))
	case n == 5:
		return p.Skip(some(quotes))
	case n == 6:
		return p.Add(machine.Engine, review.Quote{Content: review.WordsAt(p.Text, madeSpans(r, p.Text, 1, 2)),
			Cue: review.WordsAt(p.Text, madeSpans(r, p.Text, 0, 1)), Speakers: madeWho(r, p.Text, d)})
	case n == 7 && len(d.Speakers) > 0:
		return p.AddPosition(machine.Engine, review.Position{Speaker: review.WhoOf(p.Text, d, r.IntN(len(d.Speakers))),
			Stance:    "opposes",
			Target:    review.WordsAt(p.Text, madeSpans(r, p.Text, 1, 1)),
			Statement: review.WordsAt(p.Text, madeSpans(r, p.Text, 1, 1))})
	case n < 12:
		if e, ok := p.Undo(s); ok && n < 10 {
			return e
		}
		if e, ok := p.Redo(s); ok {
			return e
		}
	case n > 23 && len(d.Speakers) > 0:
		return p.Same(machine.Engine, review.WhoOf(p.Text, d, r.IntN(len(d.Speakers))), madeOther(r, p, machine, d))
	}
	if of := some(positions); of != nil && r.IntN(3) == 0 {
		return madeOnPosition(r, p, d, *of)
	}
	of := some(quotes)
	if of == nil {
		return p.Note(nil, "nothing here")
	}
	return madeOnQuote(r, p, d, *of, *some(quotes))
}

// madeOnPosition is a decision on a position.
func madeOnPosition(r *rand.Rand, p *review.Writer, d *analysis.Document, of review.Subject) review.Entry {
	return []func() review.Entry{
		func() review.Entry { return p.Accept(of) },
		func() review.Entry { return p.Reject(of) },
		func() review.Entry { return p.Stance(of, analysis.Stance(r.IntN(3))) },
		func() review.Entry { return p.Target(of, madeSpans(r, p.Text, 1, 1)) },
		func() review.Entry { return p.Speakers(of, madeWho(r, p.Text, d)...) },
	}[r.IntN(5)]()
}

// madeOnQuote is a decision on a quote, which may have to do with another.
func madeOnQuote(r *rand.Rand, p *review.Writer, d *analysis.Document, of, other review.Subject) review.Entry {
	return []func() review.Entry{
		func() review.Entry { return p.Accept(of) },
		func() review.Entry { return p.Reject(of) },
		func() review.Entry { return p.Speakers(of, madeWho(r, p.Text, d)...) },
		func() review.Entry { return p.Content(of, madeSpans(r, p.Text, 1, 2)) },
		func() review.Entry { return p.Kind(of, analysis.Kind(r.IntN(3))) },
		func() review.Entry { return p.Polarity(of, analysis.Polarity(r.IntN(3))) },
		func() review.Entry { return p.Source(of, madeSpans(r, p.Text, 0, 1)) },
		func() review.Entry { return p.Cue(of, madeSpans(r, p.Text, 0, 1)) },
		func() review.Entry {
			return p.Split(of, *of.Quote, madeSpans(r, p.Text, 1, 1), madeSpans(r, p.Text, 1, 1))
		},
		func() review.Entry { return p.Join(of, other, madeSpans(r, p.Text, 1, 2)) },
		func() review.Entry { return p.Content(of, review.SpansOf(other.Quote.Content)) },
	}[r.IntN(11)]()
}

// State is a state after so many entries.
func State(r *rand.Rand, p *review.Writer, machine *analysis.Document, entries int) *review.State {
	s := review.NewState()
	for range entries {
		s.Add(madeEntry(r, p, machine, s))
	}
	return s
}

// Story is an article in which two people speak, and engineers are cited.
const Story = "Mayor Ruth Calder called the bridge “the best news in years.” “We have waited long enough,” she told " +
	"reporters.\n\n" +
	"Paul Venn said the plan was too expensive. “No one asked us,” he said, “and no one will.” According to engineers, " +
	"it opens in four years."

// At is where words first stand in the story.
func At(words string) []analysis.Span {
	i := strings.Index(Story, words)
	if i < 0 {
		panic(words + " is not in the story")
	}
	return []analysis.Span{{Start: i, End: i + len(words)}}
}

// Both is where two words first stand in the story.
func Both(a, b string) []analysis.Span { return append(At(a), At(b)...) }

// Calder and Venn are the speakers of the story.
const Calder, Venn = 0, 1

// Found is what the machine makes of the story: it breaks a quote in two, and misses the engineers.
func Found() *analysis.Document {
	quote := func(k analysis.Kind, content, cue, source string, sure float64, who ...int) analysis.Quote {
		q := analysis.Quote{Kind: k, Content: At(content), Speakers: who, Confidence: sure,
			Why: analysis.Why{Found: "its marks", SpeakerConfidence: 0.9}}
		if cue != "" {
			q.Cue, q.Source = At(cue), At(source)
		}
		return q
	}
	return &analysis.Document{Engine: "2", Language: "en",
		Quotes: []analysis.Quote{
			quote(analysis.Direct, "“the best news in years.”", "called", "Mayor Ruth Calder", 0.9, Calder),
			quote(analysis.Direct, "“We have waited long enough,”", "told", "she", 0.8, Calder),
			quote(analysis.Indirect, "the plan was too expensive", "said", "Paul Venn", 0.7, Venn),
			quote(analysis.Direct, "“No one asked us,”", "he said", "he", 0.6, Venn),
			quote(analysis.Direct, "“and no one will.”", "", "", 0.3),
		},
		Speakers: []analysis.Speaker{
			{Name: "Ruth Calder", Names: []string{"Ruth Calder", "Calder"}, Type: analysis.Person,
				Mentions: At("Mayor Ruth Calder")},
			{Name: "Paul Venn", Names: []string{"Paul Venn"}, Type: analysis.Person, Mentions: At("Paul Venn")},
		},
		Positions: []analysis.Position{
			{Speaker: Calder, Stance: analysis.Supports, Target: At("the bridge"), Topic: "the bridge",
				Statement: At("Mayor Ruth Calder called the bridge “the best news in years.”"), Quotes: []int{0}, Confidence: 0.8},
			{Speaker: Venn, Stance: analysis.Supports, Target: At("the plan"), Topic: "plan",
				Statement: At("Paul Venn said the plan was too expensive."), Quotes: []int{2}, Confidence: 0.4},
		}}
}

// Shown is a document in a few words a line.
func Shown(text string, d *analysis.Document) string {
	words := func(all []analysis.Span) string {
		var out []string
		for _, p := range all {
			out = append(out, p.Of(text))
		}
		return strings.Join(out, "+")
	}
	var out []string
	names := func(all []int) string {
		var n []string
		for _, s := range all {
			n = append(n, d.Speakers[s].Name)
		}
		return strings.Join(n, "+")
	}
	for _, q := range d.Quotes {
		out = append(out, fmt.Sprintf("%s %s: %s/%s/%s", q.Kind, names(q.Speakers), words(q.Content), words(q.Cue),
			words(q.Source)))
	}
	for _, p := range d.Positions {
		out = append(out, fmt.Sprintf("%s %s %s %v", names([]int{p.Speaker}), p.Stance, p.Topic, p.Quotes))
	}
	return strings.Join(out, "\n")
}

// Many runs a property on articles and logs of every sort.
func Many(t *testing.T, n int, check func(t *testing.T, r *rand.Rand, text string, d *analysis.Document)) {
	for seed := range uint64(n) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 1))
			text := Text(r)
			d := Document(r, text, "2")
			check(t, r, text, d)
		})
	}
}

// Same compares documents by what they hold: a list of nothing is no list.
func Same(t *testing.T, what string, got, want *analysis.Document) {
	t.Helper()
	a, _ := json.MarshalIndent(Emptied(got), "", " ")
	b, _ := json.MarshalIndent(Emptied(want), "", " ")
	if string(a) != string(b) {
		x, y := strings.Split(string(a), "\n"), strings.Split(string(b), "\n")
		i := 0
		for i < len(x) && i < len(y) && x[i] == y[i] {
			i++
		}
		t.Fatalf("%s: from line %d on\n%s\nwant\n%s", what, i, strings.Join(x[max(0, i-9):min(len(x), i+9)], "\n"),
			strings.Join(y[max(0, i-9):min(len(y), i+9)], "\n"))
	}
}

// Lost are the entries that stand, decide something, and are nowhere to be found.
func Lost(s *review.State, sheet *overlay.Sheet) []string {
	found := map[string]bool{}
	for _, items := range [][]overlay.Item{sheet.Quotes, sheet.Positions} {
		for _, i := range items {
			if i.Decision != nil {
				for _, id := range i.Decision.Entries {
					found[id] = true
				}
			}
		}
	}
	for _, a := range sheet.Aliases {
		for _, id := range a.Decision.Entries {
			found[id] = true
		}
	}
	for _, o := range sheet.Orphans {
		for _, id := range o.Entries {
			found[id] = true
		}
	}
	for _, id := range s.Article().Entries {
		found[id] = true
	}
	taken := map[string]bool{}
	for _, e := range s.Entries() {
		if e.Act == review.Undo || e.Act == review.Redo {
			taken[e.Names] = e.Act == review.Undo
		}
	}
	var out []string
	for _, e := range s.Entries() {
		if slices.Contains([]review.Act{review.Undo, review.Redo, review.Sit}, e.Act) {
			continue
		}
		if !taken[e.ID] && !found[e.ID] {
			out = append(out, e.ID)
		}
	}
	return out
}

// TwoReviewers agree on some of the story: Ben sees another speaker in one quote, accepts one that Ann rejects, and
// misses nothing that she adds.
func TwoReviewers() (ann, ben *review.State) {
	of := func(i int) review.Subject { return review.QuoteOf(Story, Found(), i) }
	a, b := WriterOf("ann", Story), WriterOf("ben", Story)
	missed := review.Quote{Content: review.WordsAt(Story, At("it opens in four years")),
		Source: review.WordsAt(Story, At("engineers"))}
	blind := review.Sitting{Order: review.Reading, Blind: true}
	ann = review.Fold([]review.Entry{a.Sit(blind), a.Accept(of(0)), a.Accept(of(1)), a.Accept(of(2)), a.Accept(of(3)),
		a.Reject(of(4)), a.Add("2", missed), a.Complete()})
	other := missed
	other.Content = review.WordsAt(Story, At("opens in four years"))
	ben = review.Fold([]review.Entry{b.Sit(blind), b.Accept(of(0)),
		b.Speakers(of(1), review.WhoOf(Story, Found(), Venn)), b.Reject(of(2)), b.Accept(of(3)), b.Reject(of(4)),
		b.Add("2", other), b.Complete()})
	return ann, ben
}

// Emptied makes empty lists of missing ones.
func Emptied(d *analysis.Document) *analysis.Document {
	out := *d
	fill(reflect.ValueOf(&out).Elem())
	return &out
}

func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	case reflect.Slice:
		c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(c, v)
		for i := range c.Len() {
			fill(c.Index(i))
		}
		v.Set(c)
	}
}
