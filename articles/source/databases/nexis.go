package databases

import (
	"regexp"
	"strings"
)

// What parts the documents of a Nexis export, and what stands in their headers and behind their text.
var (
	nexisBegin = regexp.MustCompile(`^\s*(Document )?\d+ of \d+ DOCUMENTS?\s*$`)
	nexisEnd   = regexp.MustCompile(`^\s*End of Document\s*$`)
	nexisField = regexp.MustCompile(`^\s*(BYLINE|SECTION|LENGTH|HEADLINE|DATELINE|HIGHLIGHT|BODY|SERIES|EDITION|` +
		`DISTRIBUTION|CORRECTION|TYPE|SOURCE|Byline|Section|Length|Headline|Dateline|Highlight|Series|Edition|` +
		`Distribution|Correction|Type|Source):\s*(.*)$`)
	nexisBody  = regexp.MustCompile(`^\s*(Body|BODY:?)\s*$`)
	nexisAfter = regexp.MustCompile(`^\s*(LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|GRAPHIC|SUBJECT|JOURNAL-CODE|DOCUMENT-TYPE|` +
		`ORGANIZATION|COMPANY|PERSON|TICKER|INDUSTRY|GEOGRAPHIC|STATE|COUNTRY|CITY|NOTES|URL|CATEGORY|ACC-NO|` +
		`Load-Date|Language|Publication-Type|Graphic|Subject|Journal Code|Document-Type|Organization|Company|Person|Ticker|` +
		`Industry|Geographic|Notes|Acc-No):`)
	nexisRights = regexp.MustCompile(`^\s*(Copyright (\(c\) |© )?\d{4}\b|All Rights Reserved\s*$)`)
	nexisOther  = regexp.MustCompile(`^\s*(Page \d+ of \d+|Classification|Link to (PDF|Image)|Search Terms?:.*|` +
		`\p{L}+ ?, ?\p{L}+ EDITION|Edition \d{1,2}(;.*)?|[\pL\d]+( [\pL\d]+){0,2},? Edition( \d{1,2})?(;.*)?)\s*$`)
)

// splitNexis takes the documents of an export apart. Those of the older writing begin with their number, those of the
// newer end with a line that says so; what is put before all of them is left out.
func splitNexis(lines []string) (all []document) {
	var own []string
	flush := func() {
		if d, ok := nexisDocument(own); ok {
			all = append(all, d)
		}
		own = nil
	}
	for _, l := range lines {
		switch {
		case nexisBegin.MatchString(l), nexisEnd.MatchString(l):
			flush()
		default:
			own = append(own, l)
		}
	}
	flush()
	return all
}

// nexisDocument reads a document; ok is false for what has no header.
func nexisDocument(lines []string) (d document, ok bool) {
	head := 0
	for head < len(lines) && !nexisField.MatchString(lines[head]) && !nexisRights.MatchString(lines[head]) {
		head++
	}
	if head == len(lines) {
		return d, false
	}
	d.above(lines[:head])
	rest := d.fields(lines[head:])
	end := len(rest)
	for i, l := range rest {
		if nexisAfter.MatchString(l) || nexisRights.MatchString(l) || strings.TrimSpace(l) == "Classification" {
			end = i
			break
		}
	}
	d.text = paragraphs(rest[:end])
	return d, len(d.text) > 0 || d.title != ""
}

// above reads what stands over the fields: outlet, day, edition and title, or the title first. What stands before that
// is the list of all documents.
func (d *document) above(lines []string) {
	kept := lines[:0:0]
	for _, l := range lines {
		if !nexisOther.MatchString(l) {
			kept = append(kept, l)
		}
	}
	all := paragraphs(kept)
	at := -1
	for i, p := range all {
		if isDay(p) && i > 0 {
			at = i
		}
	}
	switch {
	case at < 0 && len(all) > 0:
		d.title = all[len(all)-1]
	case at >= 0 && at+1 < len(all): // the older writing: the title stands below the day
		d.outlet, d.date, d.title = all[at-1], all[at], all[len(all)-1]
	case at >= 0:
		d.outlet, d.date = all[at-1], all[at]
		if at > 1 {
			d.title = all[at-2]
		}
	}
}

// fields reads the fields of the header, each of which goes on to the next empty line, and gives the lines behind them.
func (d *document) fields(lines []string) []string {
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		found := nexisField.FindStringSubmatch(l)
		switch {
		case nexisBody.MatchString(l):
			return lines[i+1:]
		case found == nil && strings.TrimSpace(l) != "" && !nexisRights.MatchString(l) && !nexisOther.MatchString(l):
			return lines[i:]
		case found != nil:
			value := found[2]
			for i+1 < len(lines) && strings.TrimSpace(lines[i+1]) != "" && !nexisField.MatchString(lines[i+1]) {
				i++
				value += " " + strings.TrimSpace(lines[i])
			}
			d.set(strings.ToUpper(found[1]), value)
		}
	}
	return nil
}

func (d *document) set(field, value string) {
	switch field {
	case "BYLINE":
		d.byline = value
	case "HEADLINE":
		d.title = value
	case "HIGHLIGHT":
		d.standfirst = value
	}
}
