// Package databases reads the texts that news databases hand out, with one document or many in a file.
package databases

import (
	"regexp"
	"slices"
	"strings"

	"hearsay/articles"
	"hearsay/articles/source/format"
	"hearsay/articles/source/pages"
)

// Formats are the texts that news databases hand out, with one document or many in a file.
func Formats() []format.Format {
	return []format.Format{
		{Name: "a Nexis export", Looks: orPage(isNexis()), Read: read, Many: true, About: aboutExport},
		{Name: "a Factiva export", Looks: orPage(isFactiva()), Read: read, Many: true, About: aboutExport},
		{Name: "a ProQuest export", Looks: orPage(isProQuest()), Read: read, Many: true, About: aboutExport},
	}
}

// aboutExport is what is read of an export.
const aboutExport = "each document, with title, author, outlet and day from its header; as text, a web page, a Word " +
	"or a rich text document"

// orPage makes a check of text, and of what a web page shows.
func orPage(looks func(format.Sample) bool) func(format.Sample) bool {
	return func(s format.Sample) bool {
		if strings.HasPrefix(s.Text, "<") && (s.Ending == ".html" || s.Ending == ".htm" || s.Ending == "") {
			return looks(format.NewSample("", []byte(pages.Lines(s.Text)), s.Whole))
		}
		return looks(s)
	}
}

// read reads the documents of an export, of which one without a header is passed over.
func read(f *format.File, yield format.Yield) error {
	page := strings.HasSuffix(strings.ToLower(f.Inner), ".html") || strings.HasSuffix(strings.ToLower(f.Inner), ".htm")
	text, err := f.Text(page)
	if err != nil {
		return err
	}
	if page || strings.HasPrefix(strings.TrimSpace(text), "<") {
		text = pages.Lines(text)
	}
	all := Split(text)
	if len(all) == 0 {
		return &format.Error{Name: f.Name, Err: format.ErrEmpty,
			Hint: "this is only the list of documents: download the documents themselves"}
	}
	return Yield(f, all, yield)
}

// Split takes the documents of an export apart; none where the text is no export.
func Split(text string) (all []articles.Article) {
	s := format.NewSample("", []byte(text), true)
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	var found []document
	switch {
	case isFactiva()(s):
		found = splitFactiva(lines)
	case isNexis()(s):
		found = splitNexis(lines)
	case isProQuest()(s):
		found = splitProQuest(lines)
	}
	for _, d := range found {
		all = append(all, d.article())
	}
	return all
}

// Yield hands on the documents of an export, each with its number.
func Yield(f *format.File, all []articles.Article, yield format.Yield) error {
	for i, a := range all {
		a.ID = f.ID(i + 1)
		if !yield(format.Entry{Article: a, Position: f.Position(i + 1)}) {
			return nil
		}
	}
	return nil
}

// mostHead is among how many lines that are not empty the header of the first document stands, and longestHead how
// many words may follow each other in lines of at least proseLine: more are an article's, which may well quote a header
// further on.
const (
	mostHead    = 40
	longestHead = 40
	proseLine   = 8
)

// headLines are the first lines of an export, up to the first paragraph that is prose.
func headLines(s format.Sample) []string {
	var head []string
	words := 0
	for _, l := range s.Lines {
		n := len(strings.Fields(l))
		if words += n; n < proseLine {
			words = 0
		}
		if len(head) == mostHead || words > longestHead {
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
func isNexis() func(format.Sample) bool {
	length := compile(`^(LENGTH|Length): *\d[\d,.]* words\b`)
	named := compile(`^\s*(Document )?\d+ of \d+( DOCUMENTS)?$`, `^(BYLINE|Byline):`, `^(SECTION|Section):`,
		`^(HEADLINE|DATELINE|Dateline|HIGHLIGHT|Highlight):`, `^\s*Copyright (\(c\) |© )?\d{4}\b`, `^Body$`,
		`^(LOAD-DATE|Load-Date):`, `^(PUBLICATION-TYPE|LANGUAGE|GRAPHIC|Graphic|SOURCE|JOURNAL-CODE):`)
	cover := compile(`^Job Number: *\d+$`, `^Documents? \(\d+\)$`)
	return func(s format.Sample) bool {
		head := headLines(s)
		return count(head, length) > 0 && count(head, named) >= nexisLeast || count(head, cover) == len(cover)
	}
}

// isFactiva makes a check for both forms: fields with their codes, and the display format, which has none but the
// number of words and, at the end of each document, its own.
func isFactiva() func(format.Sample) bool {
	codes := strings.Fields("SE HD BY CR WC PD ET SN SC PG LA CY LP TD")
	words := compile(`^\d[\d,]* words$`)
	number := compile(`^` + factivaID + `\s*$`)
	return func(s format.Sample) bool {
		head, found := headLines(s), map[string]bool{}
		for _, l := range head {
			if code, _, _ := strings.Cut(strings.ReplaceAll(l, "\t", " "), " "); slices.Contains(codes, code) {
				found[code] = true
			}
		}
		return len(found) >= factivaLeast || count(head, words) > 0 && count(s.Lines, number) > 0
	}
}

// isProQuest makes a check for the fields that stand behind each document's text, or for the head of a report where the
// first text is longer than what is looked at.
func isProQuest() func(format.Sample) bool {
	fields := compile(`^ProQuest document ID: *\d+`,
		`^(Full text|Publication title|Document URL|Links|Publication info): |^(FULL TEXT|Full text)$`)
	report := compile(`^Report Information from ProQuest\b`)
	begun := compile(`^(Publication info|Author|Full text|Abstract): |^(FULL TEXT|ABSTRACT)$`)
	return func(s format.Sample) bool {
		if count(s.Lines, report) > 0 {
			return count(s.Lines, begun) > 0
		}
		return strings.Contains(s.Text, "ProQuest document ID") && count(s.Lines, fields) == len(fields)
	}
}
