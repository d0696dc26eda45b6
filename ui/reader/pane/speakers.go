package pane

import (
	"fmt"
	"strings"

	"hearsay/articles/export/told"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/find"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/view"
)

// Speakers lists the speakers, those who say most first.
type Speakers struct{ list }

// Rows are the speakers that the filter lets through.
func (Speakers) Rows(v View, _ int) (rows []Row) {
	for i := range v.Doc.Speakers {
		if v.Heard(i) && v.Passes(layout.Speakers, v.SpeakerWords(i)) {
			rows = append(rows, Row{Index: i})
		}
	}
	return rows
}

const barCells = 6

// Segs draws a speaker: letter, name and description, then a bar of their share, the number of their quotes, and the
// share.
func (Speakers) Segs(v View, r Row, w int) []draw.Seg {
	who := r.Index
	figures := fmt.Sprintf(" %3d %3d %%", len(v.Voices.By[who].Said), v.Share(who))
	left := max(w-4-barCells-cells.Width(figures), 8)
	name, about := nameIn(v, who, left)
	rest := left - cells.Width(name)
	return []draw.Seg{
		draw.Plain(" "), draw.Of(who, view.Letter(who)+" "), draw.Of(who, name),
		draw.Dim(about + strings.Repeat(" ", rest-cells.Width(about)+1)),
		draw.Of(who, bar(v.Voices.By[who].Words, v.Longest, barCells)), draw.Plain(figures),
	}
}

// nameIn is a speaker's name in w cells, and with the room that is left what they did not say and who they are. What
// they did not say has room before the end of a long name.
func nameIn(v View, who, w int) (name, about string) {
	name = v.Doc.Speakers[who].Name
	if cells.Width(cells.Clean(name)) > w { // the surname says more than the beginning of a long name
		name = v.Short(who)
	}
	name = cells.Truncate(name, w)
	silent := v.Silences(who)
	for _, d := range []string{silent, v.Description(who)} {
		if d != "" {
			about += " · " + d
		}
	}
	rest := w - cells.Width(name)
	if silent != "" && rest < cells.Width(" · "+silent) {
		about = " " + v.SilenceSigns(who)
		name = cells.Truncate(name, w-cells.Width(about))
		return name, about
	}
	if rest <= 6 {
		return name, ""
	}
	return name, cells.Truncate(about, rest)
}

var eighths = [...]string{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"}

// bar draws n of most as a bar of at most w cells, an eighth of a cell exact.
func bar(n, most, w int) string {
	if most == 0 {
		return strings.Repeat(" ", w)
	}
	eights := max((n*w*8+most/2)/most, 1)
	s := strings.Repeat("█", eights/8) + eighths[eights%8]
	return cells.Fit(s, w)
}

// Holds looks in the speaker's names and description.
func (Speakers) Holds(v View, r Row, query string) bool {
	return find.Matches(query, v.SpeakerWords(r.Index))
}

// Current is the current speaker.
func (Speakers) Current(v View) int { return v.At.Speaker }

// Choose makes a speaker current.
func (Speakers) Choose(v View, index int) int {
	v.At.Speaker, v.At.PanelRow = index, none
	return none
}

// Leads to the speaker's card.
func (Speakers) Leads(v View, _ Row) (Goal, string) {
	if v.At.Speaker == none {
		return Goal{}, "the speaker is unknown: " + v.Say("speakers") + " lists those to choose from"
	}
	return Goal{To: ToCard}, ""
}

// Total are all speakers.
func (Speakers) Total(v View) int { return len(v.Doc.Speakers) }

// Foot tells what the figures are.
func (Speakers) Foot(v View) string { return "quotes, share of quoted words" + counted(v.Findings) }

// Info tells of the current speaker.
func (Speakers) Info(v View) []draw.Seg { return speakerInfo(v) }

func speakerInfo(v View) []draw.Seg {
	who := v.At.Speaker
	if who == none {
		return nil
	}
	s := v.Doc.Speakers[who]
	segs := []draw.Seg{draw.Plain(" "), draw.Named(who, s.Name), draw.Plain(" · " + s.Type.String())}
	if d := v.Description(who); d != "" {
		segs = append(segs, draw.Plain(" · "+d))
	}
	if u := v.Silences(who); u != "" {
		segs = append(segs, draw.Plain(" · "+u))
	}
	return append(segs, draw.Dim(fmt.Sprintf(" · %s, %d %% of the quoted words%s, %s",
		told.Count(len(v.Voices.By[who].Said), "quote"), v.Share(who), counted(v.Findings),
		told.Count(len(s.Mentions), "mention"))))
}

// Empty says that nobody is quoted.
func (Speakers) Empty(v View) string { return nothingBy(v, "nobody is quoted") }
