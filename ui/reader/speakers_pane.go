package reader

import (
	"fmt"
	"strings"

	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/layout"
)

func (m *model) speakerRows(o *opened) (rows []row) {
	for i := range o.doc.Speakers {
		if m.passes(layout.Speakers, o.speakerWords(i)) {
			rows = append(rows, row{index: i})
		}
	}
	return rows
}

// speakerWords are the words by which a speaker is filtered and found.
func (o *opened) speakerWords(speaker int) string {
	return strings.Join(o.doc.Speakers[speaker].Names, " ") + " " + o.description(speaker)
}

// description is who a speaker is, in the article's words.
func (o *opened) description(speaker int) string {
	return strings.Join(strings.Fields(o.doc.Speakers[speaker].Description.Of(o.article.Text)), " ")
}

const barCells = 6

// speakerSegs draws a speaker as a row: letter, name and description, then a bar of their share, the number of their
// quotes, and the share.
func speakerSegs(o *opened, speaker, w int) []seg {
	s := o.doc.Speakers[speaker]
	figures := fmt.Sprintf(" %3d %3d %%", len(o.quotesOf[speaker]), o.share(speaker))
	left := max(w-4-barCells-cells.Width(figures), 8)
	name := cells.Truncate(s.Name, left)
	rest := left - cells.Width(name)
	about := ""
	if d := o.description(speaker); d != "" && rest > 6 {
		about = cells.Truncate(" · "+d, rest)
	}
	return []seg{
		plain(" "), of(speaker, letter(speaker)+" "), of(speaker, name),
		dim(about + strings.Repeat(" ", rest-cells.Width(about)+1)),
		of(speaker, bar(o.words[speaker], o.longest, barCells)), plain(figures),
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
