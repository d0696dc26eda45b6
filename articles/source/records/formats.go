package records

import "hearsay/articles/source/format"

// Formats are those of records.
func Formats() []format.Format {
	return []format.Format{
		{Name: "JSONL with an article a line", Endings: []string{".jsonl", ".ndjson"}, Looks: looksLikeLines, Read: read,
			Many: true, About: "an object a line, with “text”, and “id”, “title”, “byline”, “outlet”, “date”, “address”"},
	}
}

// looksLikeLines reports whether text begins with an object that has a key, or with a list of objects. A name that ends
// as another text's does is believed.
func looksLikeLines(s format.Sample) bool { return !s.Named && format.LooksLikeJSON([]byte(s.Text)) }
