package source_test

import (
	"fmt"
	"strings"
	"testing"

	"hearsay/articles"
)

// outlines are those of all articles of a file, with what is known of each.
func outlines(t *testing.T, name, in string) string {
	t.Helper()
	var b strings.Builder
	for _, a := range articlesOf(t, name, in) {
		fmt.Fprintf(&b, "%s · %s · %s · %s\n%s", a.Title, a.Byline, a.Outlet, a.Date.Format("2006-01-02"), outline(a))
	}
	return b.String()
}

func articlesOf(t *testing.T, name, in string) []articles.Article {
	t.Helper()
	all, problems := readAll(name, in)
	if len(problems) > 0 {
		t.Fatalf("%s: %v", name, problems)
	}
	for _, a := range all {
		checkArticle(t, a)
	}
	return all
}

const gates = `Lock gates rebuilt · Rita Vaughan · Corvane Chronicle · 2026-03-14
title: Lock gates rebuilt
byline: Rita Vaughan
body: The gates leak.
`

func TestADownloadOfANewsDatabaseIsItsDocuments(t *testing.T) {
	list := nexisCover + "Client/Matter: -None-\nSearch Terms: gates\n\n\n"
	for name, in := range map[string]string{
		"Nexis, older":            nexisOld,
		"Nexis, newer":            nexisNew,
		"Nexis, behind its list":  list + nexisNew,
		"Factiva, with codes":     factivaCodes,
		"Factiva, codes apart":    factivaApart,
		"Factiva, empty lines":    strings.ReplaceAll(factivaCodes, "\n", "\r\n\r\n"),
		"Factiva, as it is shown": factivaShown,
		"a code among the text":   strings.Replace(factivaCodes, "The gates", "LP \n\nThe gates", 1),
		"a web page of a download": "<html><body><p>" + strings.ReplaceAll(nexisNew, "\n\n",
			"</p><p>") + "</p></body></html>",
		"a web page with codes": "<html><table><tr><td>" + strings.ReplaceAll(factivaApart, "\n",
			"</td></tr><tr><td>") + "</td></tr></table>",
		"a rich text of a download":  `{\rtf1 ` + strings.ReplaceAll(nexisNew, "\n\n", "\\par \n") + "}",
		"a Word document of Factiva": wordOf(t, strings.Split(factivaShown, "\n")...),
	} {
		ending := "a.txt"
		switch {
		case strings.HasPrefix(name, "a web"):
			ending = "a.html"
		case strings.HasPrefix(name, "a rich"):
			ending = "a.rtf"
		case strings.HasPrefix(name, "a Word"):
			ending = "a.docx"
		}
		if got := outlines(t, ending, in); got != gates {
			t.Errorf("%s: got\n%swant\n%s", name, got, gates)
		}
	}
}

func TestADownloadOfManyDocuments(t *testing.T) {
	var old, newer, coded, shown strings.Builder
	const many = 50
	for i := range many {
		title := fmt.Sprintf("Gate %d rebuilt", i+1)
		old.WriteString(strings.NewReplacer("1 of 2", fmt.Sprintf("%d of %d", i+1, many), "Lock gates rebuilt",
			title).Replace(nexisOld))
		old.WriteString("\nLANGUAGE: ENGLISH\n\n   Copyright 2026 Chronicle Ltd.\n   All Rights Reserved\n\n\n")
		newer.WriteString(strings.Replace(nexisNew, "Lock gates rebuilt", title, 1) + "\n\n")
		coded.WriteString(strings.Replace(factivaCodes, "Lock gates rebuilt", title, 1) + "\nTD \n\nIN 1951 " +
			"they were oak.\n\nCO lock : Lock Ltd\nRE x : " +
			"North\nAN Document XNEWS000020260314ea0\n\n")
		shown.WriteString(strings.Replace(factivaShown, "Lock gates rebuilt", title, 1) + "\n")
	}
	for name, in := range map[string]string{"old": old.String(), "new": newer.String(), "codes": coded.String(),
		"shown": shown.String()} {
		all := articlesOf(t, name+".txt", in)
		if len(all) != many {
			t.Errorf("%s: %d articles", name, len(all))
			continue
		}
		for i, a := range all {
			if a.Title != fmt.Sprintf("Gate %d rebuilt", i+1) || a.ID != fmt.Sprintf("%s-%d", name, i+1) ||
				a.Outlet != "Corvane Chronicle" || a.Byline != "Rita Vaughan" || a.Date.IsZero() {
				t.Errorf("%s, %d: %q, %q, %q, %q, %v", name, i+1, a.ID, a.Title, a.Outlet, a.Byline, a.Date)
			}
			for _, not := range []string{"Copyright", "LOAD", "words", "XNEWS", "North", "LANGUAGE", "lock :"} {
				if strings.Contains(a.Text, not) {
					t.Errorf("%s, %d: %q in %q", name, i+1, not, a.Text)
				}
			}
			if !strings.Contains(a.Text, "The gates leak.") || name == "codes" && !strings.Contains(a.Text, "IN "+
				"1951 they") {
				t.Errorf("%s, %d: %q", name, i+1, a.Text)
			}
		}
	}
}

func TestTheListOfADownloadAloneIsRefused(t *testing.T) {
	_, problems := readAll("a.txt", nexisCover)
	if len(problems) != 1 || !strings.Contains(problems[0].Error(), "download the documents themselves") {
		t.Error(problems)
	}
}

func TestSubtitlesAreTheTurnsThatAreTaken(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"a.srt": {"1\r\n00:00:01,000 --> 00:00:04,200\r\n<i>SASKIA DOMIN:</i> The gates\r\nleak. " +
			"{\\an8}\r\n\r\n2\r\n00:00:05,000 --> " +
			"00:00:06,000\r\nWho knew?\r\n\r\n3\r\n00:00:07,000 --> 00:00:08,000\r\n[APPLAUSE]\r\n>> JOSS " +
			"O'HARE: Everybody.\r\n",
			"body: SASKIA DOMIN: The gates leak. Who knew?\nbody: JOSS O'HARE: Everybody.\n"},
		"a.vtt": {"WEBVTT - lock gates\n\nSTYLE\n::cue { color: red }\n\nNOTE\nno words\n\nintro\n00:01.000 --> " +
			"00:04.000 align:start\n" +
			"<v.loud Celia Thorne>The price &amp; the gate.</v>\n\n00:05.000 --> 00:06.000\n<v Rita Vaughan>May " +
			"<c.red>we</c>?\n",
			"body: Celia Thorne: The price & the gate.\nbody: Rita Vaughan: May we?\n"},
		"a.sbv": {"0:00:01.000,0:00:04.000\nThe gates leak.\n\n0:00:09.000,0:00:11.000\nNobody " +
			"knew.\n\n0:00:11.000,0:00:12.000\n- Oh.\n- Yes.\n",
			"body: The gates leak.\nbody: Nobody knew.\nbody: Oh.\nbody: Yes.\n"},
	} {
		all := articlesOf(t, name, c.in)
		if got := outline(all[0]); len(all) != 1 || got != c.want {
			t.Errorf("%s: got\n%swant\n%s", name, got, c.want)
		}
	}
}
