package records

import (
	"regexp"

	"hearsay/articles/source/format"
)

// Formats are those of records.
func Formats() []format.Format {
	return []format.Format{
		{Name: "a JSON feed", Looks: isFeed(), Read: read, Many: true,
			About: "its items, each with its text, title, authors, day and address"},
		{Name: "news in ninjs", Looks: isNinjs(), Read: read, Many: true,
			About: "the text and head of each item, as news agencies write them"},
		{Name: "JSONL with an article a line", Endings: []string{".jsonl", ".ndjson"}, Looks: looksLikeLines, Read: read,
			Many: true, About: "an object a line, with “text”, and “id”, “title”, “byline”, “outlet”, “date”, “address”; or " +
				"under other usual names, such as “maintext”, “body”, “articleBody”, “authors”, “date_publish”"},
		{Name: "JSON", Endings: []string{".json"}, Read: read, Many: true,
			About: "the same as one object, as a list, or as a list in an object, as search engines answer"},
	}
}

// looksLikeLines reports whether text begins with an object that has a key, or with a list of objects. A name that ends
// as another text's does is believed.
func looksLikeLines(s format.Sample) bool { return !s.Named && format.LooksLikeJSON([]byte(s.Text)) }

// isFeed makes a check for the version that such a feed begins with. Inside a text in JSON its quotation marks would be
// escaped.
func isFeed() func(format.Sample) bool {
	version := regexp.MustCompile(`"version"\s*:\s*"https?:\\?/\\?/(www\.)?jsonfeed\.org`)
	return func(s format.Sample) bool { return format.LooksLikeJSON([]byte(s.Text)) && version.MatchString(s.Text) }
}

// isNinjs makes a check for the objects of the IPTC, by a field that nobody else has. A line with a text of its own can
// be read.
func isNinjs() func(format.Sample) bool {
	text := regexp.MustCompile(`"text"\s*:`)
	date := regexp.MustCompile(`"(version|first)[cC]reated"\s*:`)
	words := regexp.MustCompile(`"(body_html|body_xhtml|body_text|bodies|headline|headlines)"\s*:`)
	return func(s format.Sample) bool {
		return format.LooksLikeJSON([]byte(s.Text)) && date.MatchString(s.Text) && words.MatchString(s.Text) &&
			!text.MatchString(s.Text)
	}
}
