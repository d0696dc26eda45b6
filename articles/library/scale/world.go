package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"time"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/samples"
)

const (
	// often is who is quoted in so many articles, twice in each.
	often, oftenIn = "Adelaide Marsh", 2500
	// length is that of an article's text, in bytes.
	length = 5000
	// voices is how many people speak in an article, each of whom is quoted so often.
	voices, quotesEach = 4, 2
	// public is how many people there are, of whom few are heard often: the r-th by 1/r (Zipf).
	public = 20_000
)

// world is what articles are made of.
type world struct {
	dice      *rand.Rand
	sentences []string
	every     int // one article in so many quotes who is quoted often
}

func newWorld(dice *rand.Rand, n int) *world {
	w := &world{dice: dice, every: max(n/oftenIn, 1)}
	for _, s := range samples.All() {
		a, err := samples.Open(s.Name)
		if err != nil {
			panic(err) // they are in the program
		}
		for _, p := range a.Paragraphs {
			for _, sentence := range strings.SplitAfter(a.Text[p.Start:p.End], ". ") {
				if words := strings.Fields(sentence); len(words) > 4 && !strings.ContainsAny(sentence, "“”\"") {
					w.sentences = append(w.sentences, strings.TrimRight(strings.Join(words, " "), "."))
				}
			}
		}
	}
	return w
}

func (w *world) one(of []string) string { return of[w.dice.IntN(len(of))] }

// person is somebody of the public: the first names by the last.
func (w *world) person() string {
	r := int(math.Exp(w.dice.Float64()*math.Log(public))) - 1
	return syllables(r%141) + " " + syllables(r/141+200) + "er"
}

// syllables spells a number as a name.
func syllables(n int) string {
	const first, then = "BDFGKLMNPRSTV", "aeiou"
	b := strings.Builder{}
	for b.Len() < 4 || n > 0 {
		c := first[n%len(first) : n%len(first)+1]
		if b.Len() > 0 {
			c = strings.ToLower(c)
		}
		n /= len(first)
		b.WriteString(c + then[n%len(then):n%len(then)+1])
		n /= len(then)
	}
	return b.String()
}

// making is an article in the making.
type making struct {
	strings.Builder
	d *analysis.Document
	a articles.Article
}

// paragraph writes one and returns where it stands.
func (m *making) paragraph(s string) int {
	if m.Len() > 0 {
		m.WriteString("\n\n")
	}
	at := m.Len()
	m.WriteString(s)
	m.a.Paragraphs = append(m.a.Paragraphs, articles.Paragraph{Span: analysis.Span{Start: at, End: m.Len()}})
	return at
}

// article is the i-th, with who says what in it.
func (w *world) article(i int) (articles.Article, *analysis.Document) {
	m := &making{d: &analysis.Document{Engine: analysis.Version, Language: "en"}}
	title := fmt.Sprintf("%s (%d)", w.one(w.sentences), i)
	m.paragraph(title + ".")
	m.paragraph(fmt.Sprintf("It is unique%d.", i))
	for v := range voices {
		name := w.person()
		if v == 0 && i%w.every == 0 {
			name = often
		}
		w.speaks(m, name)
	}
	for m.Len() < length {
		m.paragraph(w.one(w.sentences) + ". " + w.one(w.sentences) + ".")
	}
	m.a.ID, m.a.Title, m.a.Text = fmt.Sprint("scale-", i), title, m.String()
	m.a.Outlet = w.one([]string{"Lindwick Courier", "The Wire", "Bay Post", "Hillside Herald", "Evening Echo"})
	m.a.Date = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(w.dice.IntN(365*24)) * time.Hour)
	m.a.Address = fmt.Sprintf("https://example.org/%d", i)
	return m.a, m.d
}

// speaks lets somebody speak, and stand for or against something.
func (w *world) speaks(m *making, name string) {
	who := len(m.d.Speakers)
	s := analysis.Speaker{Name: name, Names: []string{name}, Type: analysis.Person}
	for range quotesEach {
		words := w.one(w.sentences)
		at := m.paragraph("“" + words + ",” said " + name + ".")
		content := analysis.Span{Start: at + len("“"), End: at + len("“"+words)}
		cue := at + len("“"+words+",” ")
		named := analysis.Span{Start: cue + len("said "), End: cue + len("said "+name)}
		s.Mentions = append(s.Mentions, named)
		m.d.Quotes = append(m.d.Quotes, analysis.Quote{Kind: analysis.Kind(w.dice.IntN(3)),
			Content: []analysis.Span{content}, Cue: []analysis.Span{{Start: cue, End: cue + len("said")}},
			Source: []analysis.Span{named}, Speakers: []int{who}, Confidence: w.dice.Float64(),
			Why: analysis.Why{SpeakerConfidence: w.dice.Float64()}})
	}
	m.d.Speakers = append(m.d.Speakers, s)
	last := m.d.Quotes[len(m.d.Quotes)-1].Content
	m.d.Positions = append(m.d.Positions, analysis.Position{Speaker: who, Stance: analysis.Stance(w.dice.IntN(3)),
		Topic: w.one([]string{"the budget", "the wall", "a new school", "the ferry", "longer hours"}), Statement: last,
		Target: last})
}
