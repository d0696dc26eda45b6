package offsets_test

import (
	"strings"
	"testing"
	"unicode/utf16"

	"hearsay/articles/export/offsets"
)

func TestUnitsHaveNames(t *testing.T) {
	for _, name := range offsets.Units() {
		if u, err := offsets.Named(name); err != nil || u.String() != name {
			t.Errorf("%s is %v, %v", name, u, err)
		}
	}
	if _, err := offsets.Named("bytes"); err == nil || !strings.Contains(err.Error(), "bytes") {
		t.Errorf("a unit that is none: %v", err)
	}
}

// FuzzRuler compares with counting from the start of the text.
func FuzzRuler(f *testing.F) {
	f.Add("a", 0)
	f.Add(strings.Repeat("é😀", 99), 300)
	f.Add("a\U0010ffff\u2028", 5)
	f.Fuzz(func(t *testing.T, text string, i int) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		if i = max(0, min(i, len(text))); i < len(text) && text[i]&0xc0 == 0x80 {
			return
		}
		runes := []rune(text[:i])
		if got, want := offsets.New(text, offsets.Points).At(i), len(runes); got != want {
			t.Errorf("%d code points before byte %d, not %d", got, i, want)
		}
		if got, want := offsets.New(text, offsets.UTF16).At(i), len(utf16.Encode(runes)); got != want {
			t.Errorf("%d UTF-16 units before byte %d, not %d", got, i, want)
		}
	})
}
