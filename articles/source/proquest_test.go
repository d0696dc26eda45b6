package source_test

import (
	"fmt"
	"strings"
	"testing"
)

// proquestReport is a report as ProQuest writes it, with the fields behind the text; proquestDetails the newer form, in
// which headings part the document.
const (
	proquestReport = `____________________________________________________________

Report Information from ProQuest
March 16 2026 09:00
____________________________________________________________

Document 1 of 2

Lock gates rebuilt

Author: Vaughan, Rita; Penn, Ada

Publication info: Corvane Chronicle ; Vessany [Vessany]. 14 Mar 2026: A.4.

ProQuest document link

Abstract: Gates, in short.

Links: Check for full text

Full text: The gates leak.

“They do,” said the keeper:

Links: they have none.

Subject: Locks; Water

Location: Vessany

Title: Lock gates rebuilt

Publication title: Corvane Chronicle; Vessany

First page: A.4

Publication date: Mar 14, 2026

ProQuest document ID: 123456

Document URL: https://www.proquest.com/docview/123456

Copyright: (Copyright 2026 Corvane Chronicle)

____________________________________________________________

Document 2 of 2

Second gate

Publication info: Corvane Chronicle, 15 Mar 2026: A.1.

Full text: It holds.

ProQuest document ID: 123457
`
	proquestDetails = `Lock gates rebuilt

Vaughan, Rita. Corvane Chronicle; Vessany [Vessany]. 14 Mar 2026: A4.

ProQuest document link

ABSTRACT

Gates, in short.

FULL TEXT

The gates leak.

They always did.

DETAILS

Title: Lock gates rebuilt

Author: Vaughan, Rita

Publication title: Corvane Chronicle

Pages: A4

Publication date: Mar 14, 2026

ProQuest document ID: 123456
`
)

func TestAReportOfProQuestIsItsDocuments(t *testing.T) {
	const head = "Lock gates rebuilt · Rita Vaughan%s · Corvane Chronicle · 2026-03-14\ntitle: Lock gates rebuilt\n" +
		"byline: Rita Vaughan%s\nbody: The gates leak.\n"
	report := strings.Replace(proquestReport, "Links: they have none.", "They have none.", 1)
	for name, c := range map[string]struct{ in, want string }{
		"report": {report, fmt.Sprintf(head, ", Ada Penn", ", Ada Penn") +
			"body: “They do,” said the keeper:\nbody: They have none.\n" +
			"Second gate ·  · Corvane Chronicle · 2026-03-15\ntitle: Second gate\nbody: It holds.\n"},
		"details": {proquestDetails, fmt.Sprintf(head, "", "") + "body: They always did.\n"},
	} {
		page := "<html><body><p>" + strings.ReplaceAll(c.in, "\n\n", "</p><p>") + "</p></body></html>"
		for ending, in := range map[string]string{"a.txt": c.in, "a.html": page,
			"a.rtf":  `{\rtf1\ansi ` + inRTF(strings.ReplaceAll(c.in, "\n\n", "\\par\n")) + "}",
			"a.docx": wordOf(t, strings.Split(c.in, "\n")...)} {
			if got := outlines(t, ending, in); got != c.want {
				t.Errorf("%s, %s: got\n%swant\n%s", name, ending, got, c.want)
			}
		}
	}
}

// inRTF writes what is not ASCII as rich text does.
func inRTF(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < 0x80 {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\u%d?`, r)
		}
	}
	return b.String()
}

func TestAReportOfProQuestWithoutTextsIsTold(t *testing.T) {
	in := "Lock gates rebuilt\n\nPublication title: Corvane Chronicle\n\nAbstract: In short.\n\nProQuest document ID: 1\n"
	_, problems := readAll("a.txt", in)
	if len(problems) != 1 || !strings.Contains(problems[0].Error(), "download the documents themselves") {
		t.Error(problems)
	}
}

// Timed text names its speakers by agents, of a paragraph, a span or a division; lines parted by a break are one turn.
func TestTimedTextIsTheTurnsThatAreTaken(t *testing.T) {
	const in = `<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="en"><head><metadata>
<ttm:title>Gates</ttm:title><ttm:agent xml:id="rv" type="person"><ttm:name type="full">Rita
 Vaughan</ttm:name></ttm:agent><ttm:agent xml:id="cc"><ttm:name>Chair</ttm:name></ttm:agent></metadata></head><body>
<div ttm:agent="rv"><p begin="00:00:01.000" end="00:00:02.000"><span style="s1">The gates</span><br/>leak &amp; creak.
</p>
<p begin="3s" end="4s" ttm:agent="cc">Who knew?</p></div>
<div><p begin="5s" end="6s"><span ttm:agent="rv">Nobody.</span></p>
<p begin="7s" end="8s">- JOSS O'HARE: Everybody.</p><p begin="9s" end="9.5s">[APPLAUSE]</p></div></body></tt>`
	const want = "body: Rita Vaughan: The gates leak & creak.\nbody: Chair: Who knew?\nbody: Rita Vaughan: Nobody.\n" +
		"body: JOSS O'HARE: Everybody.\n"
	for _, name := range []string{"a.ttml", "a.dfxp", "a.xml", "-"} {
		if got := outline(readOne(t, name, in)); got != want {
			t.Errorf("%s: got\n%swant\n%s", name, got, want)
		}
	}
	if _, problems := readAll("a.ttml", `<tt xmlns="http://www.w3.org/ns/ttml"><body/></tt>`); len(problems) != 1 {
		t.Error(problems)
	}
}
