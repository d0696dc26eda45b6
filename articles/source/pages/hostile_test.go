package pages_test

import (
	"fmt"
	"strings"
	"testing"

	"hearsay/articles/source/pages"
)

// hostile are pages that are made to keep a reader busy, of a size in proportion to n.
func hostile(n int) map[string]string {
	return map[string]string{
		"boxes in boxes":    strings.Repeat(`<div class="related comments">`, 100) + strings.Repeat("<p>“No,” she said.</p>", 2*n),
		"asides in asides":  strings.Repeat(`<aside>`, 100) + strings.Repeat("<p>“No,” she said.</p>", 2*n),
		"headings":          strings.Repeat("<h3>Related</h3><p>“No,” she said.</p>", 2*n),
		"comments":          strings.Repeat("<h3>3 comments</h3><p>“No,” she said.</p>", 2*n),
		"links":             "<p>" + strings.Repeat(`<a href="#">“No,” she said to all of them.</a>`, 2*n) + "</p>",
		"spans":             "<p>" + strings.Repeat("<span>Ada</span><span>Penn</span>", 4*n) + "</p>",
		"headings of pages": strings.Repeat("<h1>“No,” she said.</h1>", 2*n),
		"names":             "<p class=byline>" + strings.Repeat("By Ada Penn, ", 4*n) + "</p><p>" + first + "</p>",
		"titles":            "<title>" + strings.Repeat("a | ", 2*n) + "</title><p>" + first + "</p>",
		"templates":         strings.Repeat("<template shadowrootmode=open><p>“No,” she said.</p></template>", 2*n),
		"machines' text":    `<script type="application/ld+json">` + strings.Repeat("[", 10*n) + "</script><p>" + first + "</p>",
	}
}

func TestHostilePagesAreRead(t *testing.T) {
	for name, s := range hostile(400) {
		if a, _, _ := pages.Read(s); len(a.Text) > len(s) {
			t.Errorf("%s: %d bytes become %d", name, len(s), len(a.Text))
		}
	}
}

// Time is in proportion to length: twice the size takes twice the time.
func BenchmarkHostilePages(b *testing.B) {
	for _, n := range []int{2500, 5000, 10000} {
		for name, s := range hostile(n) {
			b.Run(fmt.Sprint(name, "/", len(s)), func(b *testing.B) {
				b.SetBytes(int64(len(s)))
				for b.Loop() {
					pages.Read(s)
				}
			})
		}
	}
}
