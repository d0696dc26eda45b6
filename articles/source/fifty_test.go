package source_test

import (
	"fmt"
	"html"
	"strings"
	"testing"
)

// fifty is how many documents a download holds that a person makes by marking all of a page of results.
const fifty = 50

// paragraph is one of a download: words, and what they are, which rich documents show by a style.
type paragraph struct{ kind, words string }

// A download as Nexis Uni hands it out in documents: a list of all first, the names of fields in bold with a space that
// does not break behind them, titles as headings, and pages' numbers in between.
func nexisParagraphs() (all []paragraph) {
	all = append(all, paragraph{"p", "User Name: desk"},
		paragraph{"p", "Date and Time: Monday, March 16, 2026 9:00:00 AM GMT"},
		paragraph{"p", "Job Number: 1234567"}, paragraph{"h", fmt.Sprintf("Documents (%d)", fifty)})
	for i := range fifty {
		all = append(all, paragraph{"p", fmt.Sprintf("%d. Gate %d rebuilt at Drennick", i+1, i+1)},
			paragraph{"p", "Client/Matter: -None-"}, paragraph{"p", "Search Terms: gates"},
			paragraph{"p", "Search Type: Natural Language"})
	}
	for i := range fifty {
		all = append(all, paragraph{"p", fmt.Sprintf("Page %d of %d", i+1, fifty)},
			paragraph{"h", fmt.Sprintf("Gate %d rebuilt at Drennick", i+1)}, paragraph{"p", "Corvane Chronicle (Vessany)"},
			paragraph{"p", fmt.Sprintf("March %d, 2026 Saturday", i%28+1)}, paragraph{"p", "Edition 1; National Edition"},
			paragraph{"p", "Copyright 2026 Corvane Newspapers Ltd All Rights Reserved"},
			paragraph{"b", "Section:\u00a0NEWS; Pg. 4"}, paragraph{"b", "Length:\u00a0512 words"},
			paragraph{"b", "Byline:\u00a0Rita Vaughan and Ada Penn"}, paragraph{"b", "Highlight:\u00a0Oak comes back."},
			paragraph{"h", "Body"},
			paragraph{"p", "“The gates leak,” said the keeper, who is 50."}, paragraph{"p", "Length: that is what matters."},
			paragraph{"b", "Load-Date:\u00a0March 15, 2026"}, paragraph{"p", "End of Document"})
	}
	return all
}

// A download as Factiva hands it out, with the codes of its fields or as articles are shown.
func factivaParagraphs(codes bool) (all []paragraph) {
	for i := range fifty {
		title, day := fmt.Sprintf("Gate %d rebuilt at Drennick", i+1), fmt.Sprintf("%d March 2026", i%28+1)
		text := []paragraph{{"p", "“The gates leak,” said the keeper, who is 50."}, {"p", "Length: that is what matters."}}
		number := fmt.Sprintf("Document CORVCH0020260314ea0%04d", i)
		if codes {
			for _, f := range [][2]string{{"SE", "News"}, {"HD", title}, {"BY", "By Rita Vaughan and Ada Penn"},
				{"WC", "512 words"}, {"PD", day}, {"SN", "Corvane Chronicle"}, {"SC", "CORVCH"}, {"PG", "4"},
				{"LA", "English"}, {"CY", "Copyright 2026 Corvane Newspapers"}, {"LP", ""}} {
				all = append(all, paragraph{"f", f[0] + "\t" + f[1]})
			}
			all = append(append(all, text[0], paragraph{"f", "TD\t"}), text[1],
				paragraph{"f", "RE\tvess : Vessany | eurz : Europe"}, paragraph{"f", "AN\t" + number})
			continue
		}
		for _, l := range []string{title, "Rita Vaughan and Ada Penn", "512 words", day, "06:30", "Corvane Chronicle",
			"CORVCH", "4", "English", "Copyright 2026 Corvane Newspapers"} {
			all = append(all, paragraph{"p", l})
		}
		all = append(append(all, text...), paragraph{"p", number})
	}
	return all
}

// asForm writes paragraphs as a file of a form: a text, a Word document, a rich text, a web page.
func asForm(t *testing.T, ending string, all []paragraph) string {
	var b strings.Builder
	for _, p := range all {
		words, cut := p.words, strings.IndexAny(p.words, ":\t")+1
		switch ending {
		case ".txt":
			b.WriteString(words + "\n\n")
		case ".docx":
			run, style := "<w:r><w:t xml:space=\"preserve\">"+html.EscapeString(words)+"</w:t></w:r>", ""
			switch p.kind {
			case "h":
				style = `<w:pPr><w:pStyle w:val="berschrift2"/></w:pPr>`
			case "b":
				run = "<w:r><w:rPr><w:b/></w:rPr><w:t>" + words[:cut] + "</w:t></w:r><w:r><w:t>" +
					html.EscapeString(words[cut:]) + "</w:t></w:r>"
			case "f":
				run = "<w:r><w:t>" + words[:cut-1] + "</w:t><w:tab/><w:t>" + html.EscapeString(words[cut:]) + "</w:t></w:r>"
			}
			b.WriteString("<w:p>" + style + run + "</w:p>")
		case ".rtf":
			line := inRTF(strings.ReplaceAll(words, "\t", `\tab `))
			if p.kind == "b" {
				line = `{\b ` + words[:cut] + "}" + inRTF(words[cut:])
			}
			b.WriteString(`\pard ` + line + "\\par\n")
		case ".html":
			switch {
			case p.kind == "f":
				b.WriteString("<table><tr><td><b>" + words[:cut-1] + "</b></td><td>" + html.EscapeString(words[cut:]) +
					"</td></tr></table>")
			case p.kind == "h":
				b.WriteString("<h2>" + html.EscapeString(words) + "</h2>")
			default:
				b.WriteString("<p>" + html.EscapeString(words) + "</p>\n")
			}
		}
	}
	switch ending {
	case ".docx":
		return wordWith(t, b.String())
	case ".rtf":
		return `{\rtf1\ansi ` + b.String() + "}"
	case ".html":
		return "<!DOCTYPE html><html><head><meta charset=utf-8><title>Download</title></head><body>" + b.String()
	}
	return b.String()
}

// Of fifty documents each becomes an article with its own title, authors, outlet and day, whatever the form.
func TestADownloadOfFiftyDocumentsInEachForm(t *testing.T) {
	for name, all := range map[string][]paragraph{"nexis": nexisParagraphs(), "codes": factivaParagraphs(true),
		"shown": factivaParagraphs(false)} {
		for _, ending := range []string{".txt", ".docx", ".rtf", ".html"} {
			found := articlesOf(t, name+ending, asForm(t, ending, all))
			if len(found) != fifty {
				t.Errorf("%s%s: %d articles", name, ending, len(found))
				continue
			}
			for i, a := range found {
				title, day := fmt.Sprintf("Gate %d rebuilt at Drennick", i+1), fmt.Sprintf("2026-03-%02d", i%28+1)
				if a.Title != title || a.Byline != "Rita Vaughan and Ada Penn" || a.Date.Format("2006-01-02") != day ||
					!strings.HasPrefix(a.Outlet, "Corvane Chronicle") {
					t.Errorf("%s%s, %d: %q, %q, %q, %v", name, ending, i+1, a.Title, a.Byline, a.Outlet, a.Date)
					break
				}
				got := strings.TrimPrefix(outline(a), "title: "+title+"\nbyline: Rita Vaughan and Ada Penn\n")
				got = strings.TrimPrefix(got, "standfirst: Oak comes back.\n")
				if got != "body: “The gates leak,” said the keeper, who is 50.\nbody: Length: that is what matters.\n" {
					t.Errorf("%s%s, %d: %s", name, ending, i+1, outline(a))
					break
				}
			}
		}
	}
}
