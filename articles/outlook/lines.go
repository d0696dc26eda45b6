package outlook

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	harmless "hearsay/articles/export/csv"
	"hearsay/articles/export/told"
)

// Line is a line of the outlook for people.
type Line struct {
	// Name is what is counted, Bar how much of it there is, and Figures the numbers.
	Name, Bar, Figures string
	// Heading is set for a line that heads others, Note for one that explains. A line of nothing parts sections.
	Heading, Note bool
	// Handle is the person's whose line it is.
	Handle string
}

// barCells is how long the longest bar is, in cells.
const barCells = 20

// Lines tells it for people: of lists the first so many.
func (o *Outlook) Lines(most int) (out []Line) {
	out = append(out, Line{Name: strings.Join([]string{told.Count(o.Articles, "article") + " with quotes",
		told.Count(o.Quotes, "quote"), told.Count(o.Words, "word"), fmt.Sprintf("%d denied", o.Denied),
		fmt.Sprintf("%d refused", o.Refused)}, " · ")})
	for _, g := range o.Groups {
		out = append(out, Line{}, Line{Name: g.Name, Figures: g.Note, Heading: true})
		for _, s := range g.Shares {
			out = append(out, Line{Name: s.Name, Bar: Bar(float64(s.Share)), Figures: s.figures()})
		}
	}
	out = append(out, Line{Name: "in brackets: where the share lies in 95 of 100 samples of as many articles", Note: true})
	for _, l := range []struct {
		name string
		of   []Count
	}{{"speakers", o.Speakers}, {"outlets", o.Outlets}} {
		out = append(out, listed(l.name, l.of, most)...)
	}
	if len(o.Months) > 0 {
		spark, _, _ := o.Spark()
		out = append(out, Line{}, Line{Name: "months", Figures: spark, Heading: true})
		out = append(out, rows(o.Months[max(0, len(o.Months)-most):])...)
		if o.Undated > 0 {
			out = append(out, Line{Name: told.Count(o.Undated, "quote") + " in articles without a date", Note: true})
		}
	}
	return out
}

func (s *Share) figures() string {
	between := ""
	if low, high := 100*float64(s.Low), 100*float64(s.High); !math.IsNaN(low) {
		between = fmt.Sprintf("(%.0f–%.0f)", low, high)
	}
	return fmt.Sprintf("%3.0f %% %-8s %6d", 100*float64(s.Share), between, s.Quotes)
}

func listed(name string, all []Count, most int) []Line {
	if len(all) == 0 {
		return nil
	}
	head := Line{Name: name, Figures: "quotes, words, articles", Heading: true}
	if len(all) > most {
		head.Figures += fmt.Sprintf("; the first %d of %d", most, len(all))
	}
	return append([]Line{{}, head}, rows(all[:min(most, len(all))])...)
}

func rows(all []Count) (out []Line) {
	top := 1
	for _, c := range all {
		top = max(top, c.Quotes)
	}
	for _, c := range all {
		out = append(out, Line{Name: told.Clean(c.Name), Handle: c.Handle, Bar: Bar(float64(c.Quotes) / float64(top)),
			Figures: fmt.Sprintf("%5d %7d %5d", c.Quotes, c.Words, c.Articles)})
	}
	return out
}

// eighths are the ends of bars.
var eighths = [...]string{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"}

// Bar draws a share as a bar of up to twenty cells; anything above nothing has a bar.
func Bar(share float64) string {
	if math.IsNaN(share) || share <= 0 {
		return ""
	}
	n := max(int(math.Round(min(share, 1)*barCells*8)), 1)
	return strings.Repeat("█", n/8) + eighths[n%8]
}

// ticks are the heights of a sparkline.
var ticks = []rune(" ▁▂▃▄▅▆▇█")

// mostMonths is how many months a sparkline has room for.
const mostMonths = 60

// Spark draws how many quotes there are in each month from the first to the last, the last sixty at most.
func (o *Outlook) Spark() (line, first, last string) {
	if len(o.Months) == 0 {
		return "", "", ""
	}
	counts := map[int]int{}
	at := func(name string) int {
		var year, month int
		fmt.Sscanf(name, "%d-%d", &year, &month)
		return 12*year + month - 1
	}
	most := 1
	for _, m := range o.Months {
		counts[at(m.Name)] = m.Quotes
	}
	end := at(o.Months[len(o.Months)-1].Name)
	begin := max(at(o.Months[0].Name), end-mostMonths+1)
	for m := begin; m <= end; m++ {
		most = max(most, counts[m])
	}
	var b strings.Builder
	for m := begin; m <= end; m++ {
		b.WriteRune(ticks[(counts[m]*(len(ticks)-1)+most-1)/most])
	}
	name := func(m int) string { return fmt.Sprintf("%d-%02d", m/12, m%12+1) }
	first, last = name(begin), name(end)
	return first + " " + b.String() + " " + last, first, last
}

// WriteCSV writes all of it as a table: a row for each share and each count. Shares are parts of one; a cell that does
// not apply is empty.
func (o *Outlook) WriteCSV(w io.Writer) error {
	c := csv.NewWriter(w)
	c.Write([]string{"what", "name", "handle", "articles", "quotes", "words", "of", "share", "low", "high"})
	for _, g := range o.Groups {
		for _, s := range g.Shares {
			c.Write([]string{g.Name, s.Name, "", "", strconv.Itoa(s.Quotes), "", strconv.Itoa(s.Of), number(float64(s.Share)),
				number(float64(s.Low)), number(float64(s.High))})
		}
	}
	for _, l := range []struct {
		name string
		of   []Count
	}{{"speaker", o.Speakers}, {"outlet", o.Outlets}, {"kind", o.Kinds}, {"month", o.Months}} {
		for _, n := range l.of {
			c.Write([]string{l.name, harmless.Harmless(told.Clean(n.Name)), n.Handle, strconv.Itoa(n.Articles),
				strconv.Itoa(n.Quotes), strconv.Itoa(n.Words), "", "", "", ""})
		}
	}
	c.Flush()
	return c.Error()
}

func number(x float64) string {
	if math.IsNaN(x) {
		return ""
	}
	return strconv.FormatFloat(x, 'f', 4, 64)
}
