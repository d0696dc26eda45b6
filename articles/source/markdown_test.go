package source_test

import (
	"strings"
	"testing"
	"time"
)

func TestMarkdownBecomesItsWords(t *testing.T) {
	a := readOne(t, "vote.md", `---
title: "Mayor: 'no', again"
author: By Ada Penn
outlet: 'The Penn''s Post'
date: 2026-02-03
tags: [one, two]
url: https://example.org/vote
nested:
  title: not this one
---

# Mayor: 'no', again

The mayor *said* that **nothing** would
change\*, she [told](https://example.org) us &mdash; "never" &amp; ever.

> We were not asked.
>
> > Nor were we.

## What now

- Wait.
- Hope, as `+"`make hope`"+` does.

1. First ![a picture](x.png) this.

`+"```\nno code\n```"+`

<div>no markup</div>

***

Last\
words <b>here</b>, a_b_c and 2 * 3.
`)
	want := strings.TrimPrefix(`
title: Mayor: 'no', again
byline: Ada Penn
body: The mayor said that nothing would change*, she told us — "never" & ever.
extract: We were not asked.
extract: Nor were we.
heading: What now
item: Wait.
item: Hope, as make hope does.
item: First this.
body: Last words here, a_b_c and 2 * 3.
`, "\n")
	if got := outline(a); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if a.Outlet != "The Penn's Post" || a.Address != "https://example.org/vote" ||
		!a.Date.Equal(time.Date(2026, 2, 3, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("outlet %q, address %q, date %v", a.Outlet, a.Address, a.Date)
	}
}

func TestMarkdownWithoutFrontMatter(t *testing.T) {
	a := readOne(t, "a.md", "# Mayor says no\n\n*By Ada Penn*\n\nShe said no.\n")
	if want := "title: Mayor says no\nbyline: By Ada Penn\nbody: She said no.\n"; outline(a) != want {
		t.Errorf("got\n%s", outline(a))
	}
	if a.Title != "Mayor says no" || a.Byline != "Ada Penn" {
		t.Errorf("title %q, byline %q", a.Title, a.Byline)
	}
	a = readOne(t, "a.md", "+++\ntitle = \"Mayor says no\"\n+++\nShe said no.\n")
	if a.Title != "Mayor says no" {
		t.Errorf("title %q", a.Title)
	}
	a = readOne(t, "a.md", "---\n\nA rule stands above, and no front matter.\n\n---\n")
	if want := "body: A rule stands above, and no front matter.\n"; outline(a) != want {
		t.Errorf("got\n%s", outline(a))
	}
}

func TestMarkdownThatNobodyCouldWriteIsTakenAsItIs(t *testing.T) {
	for _, unit := range []string{"[", "![](", "*a_ ", "[a](<b", "> ", "- "} {
		s := strings.Repeat(unit, 1<<16) + "x"
		if a := readOne(t, "a.md", s); a.Text != s {
			t.Errorf("of %d bytes of %q, %d are left", len(s), unit, len(a.Text))
		}
	}
	list := strings.Repeat("- [a link](https://example.org/) to *something*\n", 1<<12)
	if a := readOne(t, "a.md", list); strings.Contains(a.Text, "*") {
		t.Error("a long list of links is not read as Markdown")
	}
}

// A paragraph in bold letters keeps that it is, and what stands behind a question in bold letters is a paragraph of its
// own.
func TestMarkdownKeepsWhatIsBold(t *testing.T) {
	a := readOne(t, "talk.md", `**Why now?** Because it is late.

**Tell us more.**

There *is* **no** more.

**Ada:** Indeed?
`)
	want := strings.TrimPrefix(`
strong: Why now?
body: Because it is late.
strong: Tell us more.
body: There is no more.
body: Ada: Indeed?
`, "\n")
	if got := outline(a); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
