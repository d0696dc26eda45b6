package library

import (
	"reflect"
	"testing"
)

// Whatever stands in the place of the paragraphs, they lie in the text one after the other, or there are none.
func FuzzParagraphs(f *testing.F) {
	f.Add(`[[0, 22, "title"], [23, 34, "byline"], [36, 78, "song"]]`)
	f.Add(`[[0, 1e3, 2], [5, 2, "body"], null, {"a": [[]]}]`)
	f.Fuzz(func(t *testing.T, data string) {
		all, err := readParagraphs(data, words)
		if err != nil {
			return
		}
		last := 0
		for _, p := range all {
			if p.Start < last {
				t.Errorf("paragraph %+v begins before the end of another", p)
			}
			last = p.End
			_ = p.Of(words)
		}
		written, err := writeParagraphs(all)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := readParagraphs(written, words); err != nil || !reflect.DeepEqual(again, all) {
			t.Errorf("%v: %+v is read again as %+v", err, all, again)
		}
	})
}
