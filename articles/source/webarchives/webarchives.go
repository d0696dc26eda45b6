// Package webarchives reads what crawlers and browsers keep of the web with what belongs to it.
package webarchives

import (
	"strings"

	"hearsay/articles/source/format"
)

// Formats are the formats in which pages are kept with what belongs to them.
func Formats() []format.Format {
	return []format.Format{
		{Name: "a web archive (WARC)", Endings: []string{".warc", ".wet", ".wat"}, Looks: format.Matches(`^WARC/\d`),
			Read: readWARC, Many: true, About: "the pages of a crawl, and the text of pages; all else in it is passed over"},
		{Name: "a web archive (ARC)", Endings: []string{".arc"}, Looks: format.Matches(`^filedesc://\S+ `), Hint: hintWARC},
		{Name: "an HTTP response with its header", Looks: format.Matches(`^HTTP/\d(\.\d)? \d{3}.*\n[A-Za-z0-9-]+: `),
			Hint: "leave its header out, as curl does without -i"},
		{Name: "a Safari web archive", Endings: []string{".webarchive"}, Looks: isWebArchive,
			Read: readSafari, Binary: true, About: "the page, as Safari saved it, and its address"},
	}
}

const hintWARC = "take the pages out of it first, as “warcio extract --payload FILE OFFSET” does"

// isWebArchive knows what Safari saves: a property list, binary or XML, of a page with its pictures.
func isWebArchive(s format.Sample) bool {
	list := strings.HasPrefix(s.Text, "bplist0")
	if name, _, declared := format.Outermost(s.Text); declared && name == "plist" {
		list = true
	}
	return list && (s.Ending == ".webarchive" || strings.Contains(s.Text, "WebMainResource"))
}
