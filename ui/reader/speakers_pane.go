package reader

import (
	"fmt"
	"strings"

	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/view"
)

func (m *model) speakerRows(o *opened) (rows []row) {
	for i := range o.Doc.Speakers {
		if m.passes(layout.Speakers, o.SpeakerWords(i)) {
			rows = append(rows, row{index: i})
		}
	}
	return rows
}

const barCells = 6

// speakerSegs draws a speaker as a row: letter, name and description, then a bar of their share, the number of their
// quotes, and the share.
func speakerSegs(o *opened, speaker, w int) []draw.Seg {
	s := o.Doc.Speakers[speaker]
	figures := fmt.Sprintf(" %3d %3d %%", len(o.QuotesOf[speaker]), o.Share(speaker))
	left := max(w-4-barCells-cells.Width(figures), 8)
	name := cells.Truncate(s.Name, left)
	rest := left - cells.Width(name)
	about := ""
	if d := o.Description(speaker); d != "" && rest > 6 {
		about = cells.Truncate(" · "+d, rest)
	}
	return []draw.Seg{
		draw.Plain(" "), draw.Of(speaker, view.Letter(speaker)+" "), draw.Of(speaker, name),
		draw.Dim(about + strings.Repeat(" ", rest-cells.Width(about)+1)),
		draw.Of(speaker, bar(o.Words[speaker], o.Longest, barCells)), draw.Plain(figures),
	}
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
