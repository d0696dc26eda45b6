package source

import (
	"regexp"
	"slices"
	"strings"
)

// exports are the texts that news databases hand out, with one document or many in a file.
func exports() []format {
	const alone = "save the text of each document without its header, in a file of its own"
	return []format{
		{name: "a Nexis export", looks: isNexis(), hint: alone},
		{name: "a Factiva export", looks: isFactiva(), hint: alone},
		{name: "a ProQuest export", looks: isProQuest(), hint: alone},
	}
}

// headLines is among how many lines that are not empty the header of the first document stands, and longestHead how
// many words may follow each other in lines of at least proseLine: more are an article's, which may well quote a header
// further on.
const (
	headLines   = 40
	longestHead = 40
	proseLine   = 8
)

// headLines are the first lines of an export, up to the first paragraph that is prose.
func (s sample) headLines() []string {
	var head []string
	words := 0
	for _, l := range s.lines {
		n := len(strings.Fields(l))
		if words += n; n < proseLine {
			words = 0
		}
		if len(head) == headLines || words > longestHead {
			break
		}
		if n == 0 {
			continue
		}
		head = append(head, strings.TrimRight(l, " \t\r"))
	}
	return head
}

// count is how many of the patterns one of the lines matches.
func count(lines []string, patterns []*regexp.Regexp) int {
	n := 0
	for _, p := range patterns {
		if slices.ContainsFunc(lines, p.MatchString) {
			n++
		}
	}
	return n
}

func compile(patterns ...string) (all []*regexp.Regexp) {
	for _, p := range patterns {
		all = append(all, regexp.MustCompile(p))
	}
	return all
}

// The fewest fields that make a header, besides the number of words where that must be there.
const (
	nexisLeast   = 2
	factivaLeast = 5
)

// isNexis makes a check for a header with the number of words and other fields, in the writing of either generation, or
// for the page that is put before all documents.
func isNexis() func(sample) bool {
	length := compile(`^(LENGTH|Length): *\d[\d,.]* words\b`)
	named := compile(`^\s*(Document )?\d+ of \d+( DOCUMENTS)?$`, `^(BYLINE|Byline):`, `^(SECTION|Section):`,
		`^(HEADLINE|DATELINE|Dateline|HIGHLIGHT|Highlight):`, `^\s*Copyright (\(c\) |© )?\d{4}\b`, `^Body$`,
		`^(LOAD-DATE|Load-Date):`, `^(PUBLICATION-TYPE|LANGUAGE|GRAPHIC|Graphic|SOURCE|JOURNAL-CODE):`)
	cover := compile(`^Job Number: *\d+$`, `^Documents? \(\d+\)$`)
	return func(s sample) bool {
		head := s.headLines()
		return count(head, length) > 0 && count(head, named) >= nexisLeast || count(head, cover) == len(cover)
	}
}

// isFactiva makes a check for both forms: fields with their codes, and the display format, which has none but the
// number of words and, at the end of each document, its own.
func isFactiva() func(sample) bool {
	codes := strings.Fields("SE HD BY CR WC PD ET SN SC PG LA CY LP TD")
	words := compile(`^\d[\d,]* words$`)
	number := compile(`^Document [A-Z]+0000\d{8}[0-9a-z]+\s*$`)
	return func(s sample) bool {
		head, found := s.headLines(), map[string]bool{}
		for _, l := range head {
			if code, _, _ := strings.Cut(strings.ReplaceAll(l, "\t", " "), " "); slices.Contains(codes, code) {
				found[code] = true
			}
		}
		return len(found) >= factivaLeast || count(head, words) > 0 && count(s.lines, number) > 0
	}
}

// isProQuest makes a check for the fields that stand after each document's text.
func isProQuest() func(sample) bool {
	fields := compile(`^ProQuest document ID: \d+`, `^(Full text|Publication title|Document URL|Links): `)
	return func(s sample) bool {
		return strings.Contains(s.text, "ProQuest document ID") && count(s.lines, fields) == len(fields)
	}
}
