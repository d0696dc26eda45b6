package people

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"hearsay/analysis"
	"hearsay/articles/export"
	"hearsay/articles/export/told"
	"hearsay/articles/following"
	"hearsay/articles/people"
	"hearsay/ui/cli/oneline"
)

func clean(s string) string { return oneline.Clean(s) }

// listing is a person in the list as JSON has it.
type listing struct {
	Handle    string         `json:"handle"`
	Name      string         `json:"name"`
	Type      string         `json:"type"`
	Gender    string         `json:"gender,omitempty"`
	Articles  int            `json:"articles"`
	Quotes    int            `json:"quotes"`
	Words     int            `json:"words"`
	Spellings []people.Count `json:"spellings"`
	Renamed   bool           `json:"renamed,omitempty"`
	Nobody    bool           `json:"nobody,omitempty"`
}

func listingOf(r *people.Register, k int) listing {
	p := &r.People[k]
	l := listing{Handle: p.Handle, Name: p.Name, Type: p.Type.String(), Articles: r.Articles(k), Quotes: p.Quotes,
		Words: p.Words, Spellings: r.Spellings(k), Renamed: p.Renamed, Nobody: p.Nobody}
	if p.Gender != analysis.GenderUnknown {
		l.Gender = p.Gender.String()
	}
	return l
}

func listJSON(w io.Writer, r *people.Register, which []int) error {
	out := make([]listing, len(which))
	for i, k := range which {
		out[i] = listingOf(r, k)
	}
	return export.Indented(w, out)
}

func listText(w io.Writer, r *people.Register, which []int, width int) error {
	if len(which) == 0 {
		return nil
	}
	lines := []string{"HANDLE     ARTICLES  QUOTES  NAME"}
	for _, k := range which {
		p := &r.People[k]
		name := p.Name
		if d := r.Descriptions(k); len(d) > 0 {
			name += " · " + d[0].Words
		}
		lines = append(lines, fmt.Sprintf("%-9s  %8d  %6d  %s", p.Handle, r.Articles(k), p.Quotes, clean(name)))
	}
	for _, l := range lines {
		if width > 0 {
			l = ansi.Truncate(l, width, "…")
		}
		if _, err := io.WriteString(w, l+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// pageText writes a page for people.
func pageText(w io.Writer, r *people.Register, p *following.Page) error {
	b := &strings.Builder{}
	fmt.Fprintf(b, "%s  %s\n", clean(p.Person.Name), p.Person.Handle)
	fmt.Fprintf(b, "%s in %s: %s\n", told.Count(len(p.Lines), "quote"), told.Count(p.Articles, "article"), kinds(p))
	counts(b, "called", p.Names)
	counts(b, "described as", p.Descriptions)
	counts(b, "heard in", p.Outlets)
	for _, q := range p.Questions {
		fmt.Fprintf(b, "? %s: %s %s\n", clean(r.Questions[q].Why), r.People[r.Questions[q].A].Handle,
			r.People[r.Questions[q].B].Handle)
	}
	sides(b, p.Topics)
	if len(p.Lines) > 0 {
		b.WriteString("\nQuotes\n")
	}
	for i := range p.Lines {
		l := &p.Lines[i]
		fmt.Fprintf(b, "%s  %s  %s %s\n", day(&l.Place), l.Key, sign(l), clean(l.Text))
	}
	if len(p.By) > 0 {
		b.WriteString("\nWho speaks about them\n")
	}
	for _, m := range p.By {
		for i := range m.Lines {
			l := &m.Lines[i]
			fmt.Fprintf(b, "%s  %s  %s: %s\n", day(&l.Place), l.Key, clean(m.Name), clean(l.Text))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// sign tells how a quote is said.
func sign(l *following.Line) string {
	if l.Polarity != analysis.Said {
		return "(" + l.Polarity.String() + ")"
	}
	return "(" + l.Kind.String() + ")"
}

func kinds(p *following.Page) string {
	var out []string
	for _, k := range []analysis.Kind{analysis.Direct, analysis.Mixed, analysis.Indirect} {
		if n := p.Kinds[k]; n > 0 {
			out = append(out, strconv.Itoa(n)+" "+k.String())
		}
	}
	if p.Denied > 0 {
		out = append(out, strconv.Itoa(p.Denied)+" denied")
	}
	if p.Refused > 0 {
		out = append(out, strconv.Itoa(p.Refused)+" refused")
	}
	return strings.Join(out, ", ")
}

// mostCounts is how many names or outlets are told in one line.
const mostCounts = 12

func counts(b *strings.Builder, what string, all []people.Count) {
	if len(all) == 0 {
		return
	}
	var out []string
	for _, c := range all[:min(len(all), mostCounts)] {
		s := clean(c.Words)
		if c.Articles > 1 {
			s += fmt.Sprintf(" (%d)", c.Articles)
		}
		out = append(out, s)
	}
	if more := len(all) - mostCounts; more > 0 {
		out = append(out, fmt.Sprintf("%d more", more))
	}
	fmt.Fprintf(b, "%s: %s\n", what, strings.Join(out, "; "))
}

func sides(b *strings.Builder, topics []following.Topic) {
	if len(topics) > 0 {
		b.WriteString("\nPositions\n")
	}
	for _, t := range topics {
		name := clean(t.Name)
		if t.Changes > 0 {
			name += " (" + told.Count(t.Changes, "change") + " of side)"
		} else if t.Both {
			name += " (on both sides)"
		}
		fmt.Fprintln(b, name)
		for i := range t.Sides {
			s := &t.Sides[i]
			mark := " "
			if s.Changed {
				mark = "±"
			}
			fmt.Fprintf(b, "%s %s  %s  %s: %s\n", mark, day(&s.Place), s.Key, s.Stance, clean(s.Text))
		}
	}
}

// day is when an article came out; when it was added stands in brackets.
func day(p *following.Place) string {
	if p.Dated {
		return " " + p.When.Format(time.DateOnly) + " "
	}
	return "(" + p.When.Format(time.DateOnly) + ")"
}

// record is a page as JSON has it.
type record struct {
	listing
	Descriptions []people.Count `json:"descriptions"`
	Outlets      []people.Count `json:"outlets"`
	Kinds        map[string]int `json:"kinds"`
	Lines        []line         `json:"lines"`
	Positions    []topic        `json:"positions"`
	About        []about        `json:"about"`
	Questions    []string       `json:"questions,omitempty"`
}

type line struct {
	following.Place
	Kind      string  `json:"kind"`
	Polarity  string  `json:"polarity"`
	Words     int     `json:"words"`
	Certainty float64 `json:"confidence"`
}

type topic struct {
	Topic   string `json:"topic"`
	Changes int    `json:"changes"`
	Sides   []side `json:"sides"`
}

type side struct {
	following.Place
	Stance  string `json:"stance"`
	Changed bool   `json:"changed,omitempty"`
}

type about struct {
	Name  string `json:"name"`
	Lines []line `json:"lines"`
}

func lineOf(l *following.Line) line {
	return line{l.Place, l.Kind.String(), l.Polarity.String(), l.Words, l.Certainty}
}

func pageJSON(w io.Writer, r *people.Register, p *following.Page) error {
	k := r.Of(p.Person.Voices[0])
	out := record{listing: listingOf(r, k), Descriptions: p.Descriptions, Outlets: p.Outlets,
		Kinds: map[string]int{"denied": p.Denied, "refused": p.Refused}, Lines: []line{}, Positions: []topic{},
		About: []about{}}
	for _, k := range []analysis.Kind{analysis.Direct, analysis.Mixed, analysis.Indirect} {
		out.Kinds[k.String()] = p.Kinds[k]
	}
	for i := range p.Lines {
		out.Lines = append(out.Lines, lineOf(&p.Lines[i]))
	}
	for _, t := range p.Topics {
		one := topic{t.Name, t.Changes, nil}
		for _, s := range t.Sides {
			one.Sides = append(one.Sides, side{s.Place, s.Stance.String(), s.Changed})
		}
		out.Positions = append(out.Positions, one)
	}
	for _, m := range p.By {
		one := about{Name: m.Name}
		for i := range m.Lines {
			one.Lines = append(one.Lines, lineOf(&m.Lines[i]))
		}
		out.About = append(out.About, one)
	}
	for _, q := range p.Questions {
		out.Questions = append(out.Questions, r.Questions[q].Why)
	}
	return export.Indented(w, out)
}
