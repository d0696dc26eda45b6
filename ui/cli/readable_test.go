package cli

import (
	"strings"
	"testing"

	"hearsay/articles/source"
)

// Each format stands in the list once, among those that are read or among those that are refused, and says what is read
// of it or what to do.
func TestFormatsAreListed(t *testing.T) {
	got := story{t: t, args: []string{"formats"}, env: terminal()}.run()
	read, refused, ok := strings.Cut(got.out, "These are known, and refused:")
	if !ok || got.code != 0 {
		t.Fatalf("exit code %d, %q", got.code, got.out)
	}
	for _, f := range source.Formats() {
		in, out := read, refused
		if !f.IsRead() {
			in, out = refused, read
			if f.Hint == "" {
				t.Errorf("%s: nothing to do is named", f.Name)
			}
		} else if f.About == "" {
			t.Errorf("%s: nothing tells what is read of it", f.Name)
		}
		if !strings.Contains(in, "  "+f.Name) || strings.Contains(out, "  "+f.Name+"  ") {
			t.Errorf("%s stands in the wrong list, or in none", f.Name)
		}
	}
	for _, line := range strings.Split(got.out, "\n") {
		if strings.TrimRight(line, " ") != line {
			t.Errorf("the line %q ends in a blank", line)
		}
	}
}
