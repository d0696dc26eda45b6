package databases

import (
	"regexp"
	"slices"
	"strings"
)

// factivaID is what Factiva calls a document: the code of its source, filled up to eight signs or so, a day, and a
// number.
const factivaID = `Document [A-Z][A-Z\d]{5,9}(?:19|20)\d{6}[\da-z]+`

// What stands in a Factiva export: codes of fields, those behind the text among them, and the line that ends a
// document.
var (
	factivaCode = regexp.MustCompile(`^\s*([A-Z]{2,3})(\s+(.*))?$`)
	factivaHead = strings.Fields("SE HD BY CR WC PD ET SN SC ED PG VOL LA CY CLM ART CX")
	factivaText = strings.Fields("LP TD")
	factivaTail = strings.Fields("CT RF CO IN NS RE IPC IPD PUB AN TD")
	factivaNext = strings.Fields("SE HD LP")
	factivaEnd  = regexp.MustCompile(`^\s*(AN\s+)?` + factivaID + `\s*$`)
	factivaSize = regexp.MustCompile(`^\s*\d[\d,.]* words\s*$`)
	factivaHour = regexp.MustCompile(`^\s*\d{1,2}:\d\d( [AP]M| GMT)?\s*$`)
	factivaMark = regexp.MustCompile(`^\s*([A-Z][A-Z0-9]{1,9}|\d{1,4}|[A-Z]\d{1,3}|Page \w+|Volume.*|(\(c\)|©|Copyright)\s?.*|` +
		`English|French|German|Spanish|Italian|Portuguese|Dutch|Russian|Arabic|Chinese.*|Japanese)\s*$`)
)

// splitFactiva takes the documents of an export apart.
func splitFactiva(lines []string) (all []document) {
	var own []string
	flush := func() {
		d, ok := coded(own)
		if !ok {
			d, ok = shown(own)
		}
		if ok {
			all = append(all, d)
		}
		own = nil
	}
	texts := false
	for _, l := range lines {
		code, _ := codeOf(l, texts)
		if (code == "SE" || code == "HD") && texts {
			flush()
			texts = false
		}
		texts = texts || slices.Contains(factivaText, code)
		own = append(own, l)
		if factivaEnd.MatchString(l) {
			flush()
			texts = false
		}
	}
	flush()
	return all
}

// codeOf is the code of a field that a line begins with, and what stands behind it. Within the text only those that may
// follow it are codes, and they look like nothing that a sentence begins with.
func codeOf(line string, inText bool) (code, value string) {
	m := factivaCode.FindStringSubmatch(line)
	if m == nil {
		return "", ""
	}
	code, value = m[1], strings.TrimSpace(m[3])
	if !inText {
		if slices.Contains(factivaHead, code) || slices.Contains(factivaText, code) || slices.Contains(factivaTail, code) {
			return code, value
		}
		return "", ""
	}
	alone := value == "" || strings.HasPrefix(m[2], "  ") || strings.HasPrefix(m[2], "\t")
	sure := alone || strings.Contains(value, " : ") || code == "AN" && strings.HasPrefix(value, "Document ")
	switch {
	case slices.Contains(factivaTail, code) && (sure || len(code) > 2), slices.Contains(factivaNext, code) && alone:
		return code, value
	}
	return "", ""
}

// coded reads a document whose fields have codes.
func coded(lines []string) (d document, ok bool) {
	values := map[string][]string{}
	code, inText := "", false
	for _, l := range lines {
		if c, value := codeOf(l, inText); c != "" {
			code = c
			inText = inText || slices.Contains(factivaText, c)
			values[code] = append(values[code], value)
			continue
		}
		if code != "" {
			values[code] = append(values[code], l)
		}
	}
	value := func(code string) string { return strings.Join(values[code], " ") }
	d.title, d.byline, d.outlet, d.date = value("HD"), value("BY"), value("SN"), value("PD")
	if by := strings.TrimSpace(d.byline); by != "" && !strings.HasPrefix(strings.ToLower(by), "by ") {
		d.byline = "By " + by
	}
	d.text = append(paragraphs(values["LP"]), paragraphs(values["TD"])...)
	return d, strings.TrimSpace(d.title) != "" && len(d.text) > 0
}

// shown reads a document as the database shows it: title, author and number of words, then day, outlet and the like in
// lines of their own, then the text.
func shown(lines []string) (d document, ok bool) {
	at := slices.IndexFunc(lines, factivaSize.MatchString)
	if at < 0 {
		return d, false
	}
	above := slices.DeleteFunc(slices.Clone(lines[:at]), func(l string) bool { return strings.TrimSpace(l) == "" })
	switch n := len(above); {
	case n == 0:
		return d, false
	case n > 1 && isAuthor(above[n-1]):
		d.byline, d.title = "By "+above[n-1], strings.Join(titleOf(above[:n-1]), " ")
	default:
		d.title = strings.Join(titleOf(above), " ")
	}
	i := at + 1
	for ; i < len(lines); i++ {
		l := strings.TrimSpace(lines[i])
		switch {
		case l == "", factivaHour.MatchString(l):
		case d.date == "" && isDay(l):
			d.date = l
		case d.date != "" && d.outlet == "":
			d.outlet = l
		case factivaMark.MatchString(l):
		default:
			d.text = paragraphs(slices.DeleteFunc(slices.Clone(lines[i:]), factivaEnd.MatchString))
			return d, true
		}
	}
	return d, false
}

// mostOfAuthor is how many words a line has at most that names the author.
const mostOfAuthor = 8

// isAuthor reports whether a line above the number of words names the author.
func isAuthor(line string) bool {
	return len(strings.Fields(line)) <= mostOfAuthor && document{byline: "By " + line}.article().Byline != ""
}

// titleOf are the last lines of those above: what stands before is a list of all documents.
func titleOf(above []string) []string { return above[max(len(above)-1, 0):] }
