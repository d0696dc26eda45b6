package cli

import (
	"strings"
	"testing"
)

// Before articles go for good, it asks; who says anything but yes keeps them.
func TestRemovingAsks(t *testing.T) {
	for _, c := range []struct {
		answer string
		goes   bool
	}{{"y\n", true}, {"Yes\n", true}, {"n\n", false}, {"\n", false}, {"", false}, {"yesterday\n", false}} {
		h := newHousehold(t)
		key := h.add(file(t, "a.txt", shortArticle))
		s := h.story("remove", key, key[:5])
		s.stdin = c.answer
		got := s.run()
		if !strings.Contains(got.err, "Harbour dredging") || strings.Count(got.err, key) != 1 ||
			!strings.HasSuffix(got.err, "[y/N] ") {
			t.Errorf("%q: it asks %q", c.answer, got.err)
		}
		if n := strings.Count(h.story("list").run().out, key); (n == 0) != c.goes || (got.code == exitDone) != c.goes {
			t.Errorf("%q: exit code %d, and it is there %d times", c.answer, got.code, n)
		}
	}
}

// Where one of several articles may not go, none does.
func TestRemovingAllOrNone(t *testing.T) {
	h := newHousehold(t)
	one, two := h.add(file(t, "a.txt", shortArticle)), h.add(file(t, "b.txt", "It rained."))
	h.review(two)
	for _, c := range []struct{ args, says []string }{
		{[]string{one, two}, []string{two, "has been reviewed", "--with-reviews"}},
		{[]string{one, "0000000"}, []string{"0000000", "no such article"}},
	} {
		got := h.story(append([]string{"remove", "--yes"}, c.args...)...).run()
		got.oneLine(t, c.says...)
		if list := h.run("list"); got.code != exitFailed || !strings.Contains(list, one) || !strings.Contains(list, two) {
			t.Errorf("exit code %d, %q", got.code, list)
		}
	}
	h.run("remove", "--yes", "--with-reviews", one, "lib:"+two)
	if out := h.run("library", "check"); out != "all is well: 0 articles, 0 analyses, 0 entries of reviews\n" {
		t.Errorf("%q", out)
	}
}
