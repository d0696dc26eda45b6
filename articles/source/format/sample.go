package format

import (
	"bytes"
	"path/filepath"
	"strings"
)

// sampleSize is how many bytes of a file its format is told by.
const sampleSize = 64 << 10

// Sample is what a file's format is told by.
type Sample struct {
	Ending string   // of the name, in lower case, without .gz; empty where there is none
	Head   []byte   // the first 64 KB at most, after a byte order mark
	Text   string   // the same without white space before it
	Lines  []string // those of the text, at least one, without that which the sample may have cut
	Whole  bool     // whether this is all there is
	Named  bool     // whether the ending is that of a text that is read
}

// NewSample is a sample of a file of this name that begins so.
func NewSample(name string, head []byte, whole bool) Sample {
	s := Sample{Ending: strings.ToLower(filepath.Ext(name)), Head: head, Whole: whole}
	s.Text = string(bytes.TrimLeft(head, " \t\r\n\f\v"))
	s.Lines = strings.Split(strings.ReplaceAll(s.Text, "\r\n", "\n"), "\n")
	if n := len(s.Lines); !whole && n > 1 {
		s.Lines = s.Lines[:n-1]
	}
	return s
}

// Of is the format that the sample is of: the first that it looks like, else the first that has the ending of its
// name, else the one for all else.
func (s Sample) Of(all []Format, otherwise Format) Format {
	for _, f := range all {
		if f.Looks != nil && f.Looks(s) {
			return f
		}
	}
	for _, f := range all {
		if f.Has(s.Ending) && (!f.Binary || IsBinary(s.Head)) {
			return f
		}
	}
	return otherwise
}
