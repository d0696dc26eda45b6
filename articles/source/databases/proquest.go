package databases

import (
	"regexp"
	"strings"
)

// What parts the documents of a ProQuest export, the fields around their texts, and what the text stands behind.
var (
	proquestBegin = regexp.MustCompile(`^\s*(_{20,}|Document \d+ of \d+|End of Document)\s*$`)
	proquestField = regexp.MustCompile(`^\s*(Abstract|Author|Title|Alternate title|Subtitle|Publication title|Publication date|` +
		`Publication info|Publication subject|Publication year|Publisher|Place of publication|Country of publication|` +
		`Source|Source type|Subject|Business indexing term|Location|People|Company(?: / organization)?|Classification|` +
		`Identifiers? / keywords?|Credit|Links|Section|Pages?|First page|Volume|Issue|ISSN|Language of publication|` +
		`Document type|Document feature|Number of pages|Word count|ProQuest document ID|Document URL|Copyright|` +
		`Last updated|Database|Column|Dateline|Illustration|Full text availability|Full text|FULL TEXT):\s*(.*)$`)
	proquestText  = regexp.MustCompile(`^\s*(FULL TEXT|Full text)\s*$`)
	proquestPart  = regexp.MustCompile(`^\s*(DETAILS|Details|LINKS|Links|ABSTRACT( \(ENGLISH\))?|Indexing \(details\))\s*$`)
	proquestLink  = regexp.MustCompile(`^\s*(ProQuest document link|Document link|https?://\S+)\b`)
	proquestPlace = regexp.MustCompile(`^([^;]+?)\s*(;|,? ?\d{1,2} \p{L}{3})`)
)

// The names of fields, in lower case, that say when and in what a document appeared.
const (
	proquestTitle  = "title"
	proquestOutlet = "publication title"
	proquestDay    = "publication date"
	proquestInfo   = "publication info"
	proquestWriter = "author"
	proquestFull   = "full text"
)

// splitProQuest takes the documents of an export apart.
func splitProQuest(lines []string) (all []document) {
	var own []string
	flush := func() {
		if d, ok := proquestDocument(own); ok {
			all = append(all, d)
		}
		own = nil
	}
	for _, l := range lines {
		if proquestBegin.MatchString(l) {
			flush()
			continue
		}
		own = append(own, l)
	}
	flush()
	return all
}

// proquestDocument reads a document; ok is false for what has no text.
func proquestDocument(lines []string) (d document, ok bool) {
	values, above := proquestFields(lines)
	value := func(name string) string { return strings.Join(paragraphs(values[name]), " ") }
	d.title, d.outlet, d.date = value(proquestTitle), value(proquestOutlet), value(proquestDay)
	d.outlet, _, _ = strings.Cut(d.outlet, ";") // the town stands behind it
	if heads := paragraphs(above); d.title == "" && len(heads) > 0 {
		d.title = heads[0]
	}
	info := value(proquestInfo)
	if m := proquestPlace.FindStringSubmatch(info); d.outlet == "" && m != nil {
		d.outlet = m[1]
	}
	if d.date == "" {
		d.date = info
	}
	if who := value(proquestWriter); who != "" {
		d.byline = "By " + turned(who)
	}
	d.text = paragraphs(values[proquestFull])
	return d, len(d.text) > 0
}

// proquestFields are the lines of each field by its name in lower case, of one that comes twice the first that holds
// any, and the lines before all fields.
func proquestFields(lines []string) (values map[string][]string, above []string) {
	values = map[string][]string{}
	field := "above"
	for _, l := range lines {
		found := proquestField.FindStringSubmatch(l)
		switch {
		case proquestText.MatchString(l):
			field = proquestFull
		case proquestPart.MatchString(l), proquestLink.MatchString(l) && field != proquestFull:
			field = ""
		case found != nil:
			if field = strings.ToLower(found[1]); len(paragraphs(values[field])) > 0 {
				field = "" // what is told of the document comes again behind its text
				continue
			}
			values[field] = append(values[field], found[2])
		default:
			values[field] = append(values[field], l)
		}
	}
	return values, values["above"]
}

// turned are names whose surnames stand first, in the order in which they are said: “Vaughan, Rita; Penn, Ada”.
func turned(names string) string {
	var all []string
	for _, one := range strings.Split(names, ";") {
		one = strings.TrimRight(strings.TrimSpace(one), ".")
		if last, first, ok := strings.Cut(one, ","); ok && !strings.Contains(first, ",") {
			one = strings.TrimSpace(first) + " " + strings.TrimSpace(last)
		}
		if one != "" {
			all = append(all, one)
		}
	}
	return strings.Join(all, ", ")
}
