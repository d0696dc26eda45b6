package library

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"hearsay/analysis"
	"hearsay/articles"
)

// roles are the words for the roles of paragraphs, in the order of their numbers.
var roles = []string{
	articles.Body: "body", articles.Title: "title", articles.Heading: "heading", articles.Byline: "byline",
	articles.Item:    "item",
	articles.Extract: "extract", articles.Caption: "caption", articles.Strong: "strong",
	articles.Standfirst: "standfirst", articles.Credit: "credit",
}

// writeParagraphs makes a JSON list of start, end and role.
func writeParagraphs(all []articles.Paragraph) (string, error) {
	rows := make([][3]any, len(all))
	for i, p := range all {
		if p.Role < 0 || int(p.Role) >= len(roles) {
			return "", fmt.Errorf("paragraph %d: there is no role %d", i+1, p.Role)
		}
		rows[i] = [3]any{p.Start, p.End, roles[p.Role]}
	}
	data, err := json.Marshal(rows)
	return string(data), err
}

// readParagraphs reads the list and checks that they lie in the text, one after the other. A role that is not known is
// that of the body.
func readParagraphs(data, text string) ([]articles.Paragraph, error) {
	var raw [][]json.RawMessage
	if err := json.Unmarshal([]byte(data), &raw); err != nil {
		return nil, fmt.Errorf("paragraphs: %w", err)
	}
	out := make([]articles.Paragraph, 0, len(raw))
	last := 0
	for i, row := range raw {
		p, err := readParagraph(row)
		if err == nil && (!slices.IsSorted([]int{last, p.Start, p.End, len(text)}) || cut(text, p.Span)) {
			err = fmt.Errorf("%d to %d is no part of the text", p.Start, p.End)
		}
		if err != nil {
			return nil, fmt.Errorf("paragraph %d: %w", i+1, err)
		}
		last = p.End
		out = append(out, p)
	}
	if len(out) == 0 {
		return nil, nil
	}
	return out, nil
}

func readParagraph(row []json.RawMessage) (p articles.Paragraph, err error) {
	var role string
	if len(row) != 3 {
		return p, errors.New("it is not a start, an end and a role")
	}
	err = errors.Join(json.Unmarshal(row[0], &p.Start), json.Unmarshal(row[1], &p.End), json.Unmarshal(row[2], &role))
	p.Role = articles.Role(max(slices.Index(roles, role), 0))
	return p, err
}

// cut reports whether a span begins or ends inside a code point.
func cut(text string, s analysis.Span) bool {
	within := func(at int) bool { return at < len(text) && !utf8.RuneStart(text[at]) }
	return within(s.Start) || within(s.End)
}
