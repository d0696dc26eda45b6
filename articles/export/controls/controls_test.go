package controls

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"
	"unicode"
)

// Every code point comes back from JSON as it was, and none that acts leaves as it is.
func TestJSONHoldsNothingThatActs(t *testing.T) {
	for first := rune(0); first <= unicode.MaxRune; first += 1 << 12 {
		var all []string
		for r := first; r < first+1<<12; r++ {
			if r < 0xd800 || r > 0xdfff { // those are no code points of their own
				all = append(all, string(r))
			}
		}
		data, err := JSON(all, "", "")
		var back []string
		if err != nil || json.Unmarshal(data, &back) != nil || !slices.Equal(back, all) {
			t.Fatalf("of those from %U on some come back otherwise, %v", first, err)
		}
		if i := bytes.IndexFunc(data, Acts); i >= 0 {
			t.Fatalf("of those from %U on one passes: %q", first, data[i:min(i+9, len(data))])
		}
	}
	data, err := JSON(map[string]string{"a": "\xff\u009b", "b": "<"}, "  ", "  ")
	if want := "{\n    \"a\": \"\\ufffd\\u009b\",\n    \"b\": \"<\"\n  }"; err != nil || string(data) != want {
		t.Errorf("%q, %v, want %q", data, err, want)
	}
}
