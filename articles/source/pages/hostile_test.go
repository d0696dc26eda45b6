package pages_test

import (
	"strings"
	"testing"
	"time"

	"hearsay/articles/source/pages"
)

// Pages that are made to keep a reader busy are read in the time that their length takes.
func TestTimeIsInProportionToLength(t *testing.T) {
	const most = 20 * time.Second // some ten times what it takes, for slow machines at work
	for name, s := range map[string]string{
		"boxes in boxes":    strings.Repeat(`<div class="related comments">`, 400) + strings.Repeat("<p>“No,” she said.</p>", 20000),
		"asides in asides":  strings.Repeat(`<aside>`, 400) + strings.Repeat("<p>“No,” she said.</p>", 20000),
		"headings":          strings.Repeat("<h3>Related</h3><p>“No,” she said.</p>", 20000),
		"comments":          strings.Repeat("<h3>3 comments</h3><p>“No,” she said.</p>", 20000),
		"links":             "<p>" + strings.Repeat(`<a href="#">“No,” she said to all of them.</a>`, 20000) + "</p>",
		"spans":             "<p>" + strings.Repeat("<span>Ada</span><span>Penn</span>", 40000) + "</p>",
		"headings of pages": strings.Repeat("<h1>“No,” she said.</h1>", 20000),
		"names":             "<p class=byline>" + strings.Repeat("By Ada Penn, ", 40000) + "</p><p>" + first + "</p>",
		"titles":            "<title>" + strings.Repeat("a | ", 20000) + "</title><p>" + first + "</p>",
		"templates":         strings.Repeat("<template shadowrootmode=open><p>“No,” she said.</p></template>", 20000),
		"machines' text":    `<script type="application/ld+json">` + strings.Repeat("[", 100000) + "</script><p>" + first + "</p>",
	} {
		began := time.Now()
		pages.Read(s)
		if took := time.Since(began); took > most {
			t.Errorf("%s: %d bytes took %v", name, len(s), took)
		} else {
			t.Logf("%s: %d bytes, %v", name, len(s), took)
		}
	}
}
