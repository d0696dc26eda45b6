// Package export writes articles, with what was found in them, in the formats that others read: JSON for programs, and
// a report for people who read line by line or listen. The packages in it write the formats that they are named for.
//
// It promises that offsets in JSON count Unicode code points of the text that is written beside them, that fields once
// written keep their meaning, and that nothing written here can steer a terminal. Writing takes time in proportion to
// the length of the text and the number of its quotes.
package export

import (
	"io"
	"strconv"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/export/controls"
	"hearsay/articles/export/told"
)

// Judged is what a reviewer decided on a quote.
type Judged = told.Judged

// Item is what every format writes: an article with what was found in it.
type Item struct {
	Article  articles.Article
	Document *analysis.Document
	// Reviewed says in a sentence who has decided on how much of it; empty where nobody has.
	Reviewed string
	// Part says in a sentence which part of what was found this is; empty where it is all.
	Part string
	// Origin is where what is in the document stands in all that was found; nil where it is all.
	Origin *Origin
	// Judged is what they decided on each quote of the document; nil where nobody has.
	Judged []Judged
}

// Origin are the indexes that the quotes, the speakers and the positions of a part have in all that was found: those
// that are doubtful stand behind the other positions.
type Origin struct{ Quotes, Speakers, Positions []int }

// ID names the thing with an index: the first quote is q1. What is in a part is called as it is in the whole, so that
// parts can be joined, and compared with what else was made of it.
func (i Item) ID(letter rune, index int) string {
	if o := i.Origin; o != nil {
		of := map[rune][]int{'q': o.Quotes, 's': o.Speakers, 'p': o.Positions}[letter]
		if index < len(of) {
			index = of[index]
		}
	}
	return string(letter) + strconv.Itoa(index+1)
}

// On is what a reviewer decided on a quote.
func (i Item) On(quote int) Judged {
	if i.Judged == nil {
		return Judged{}
	}
	return i.Judged[quote]
}

// What stands around and between the objects that JSON writes, so that several make one array.
const (
	ArrayOpen    = "[\n"
	ArrayBetween = ",\n"
	ArrayClose   = "\n]\n"
)

// JSONL writes an article as a JSON object in one line.
func JSONL(w io.Writer, i Item) error { return writeJSON(w, recordOf(i), "", "\n") }

// JSON writes an article as an indented JSON object that stands in an array, without the line's end.
func JSON(w io.Writer, i Item) error { return writeJSON(w, recordOf(i), "  ", "") }

// Value writes any value as JSON in one line.
func Value(w io.Writer, value any) error { return writeJSON(w, value, "", "\n") }

// Indented writes any value as JSON, indented for people.
func Indented(w io.Writer, value any) error {
	out, err := controls.JSON(value, "", "  ")
	if err != nil {
		return err
	}
	_, err = w.Write(append(out, '\n'))
	return err
}

func writeJSON(w io.Writer, value any, indent, end string) error {
	out, err := controls.JSON(value, indent, indent)
	if err != nil {
		return err
	}
	_, err = w.Write(append(append([]byte(indent), out...), end...))
	return err
}
