package source_test

import (
	"testing"

	"hearsay/articles"
)

func TestPlainTextStaysAsItIs(t *testing.T) {
	for _, s := range []string{
		"One line.",
		"\r\n  Two lines \r\nwith carriage returns.\r\n\r\n",
		"A tab\tand a bell\a and an escape \x1b[31m.",
		"Quotes: “curly”, \"straight\", «angled».\n\n\n\nGaps.\n",
		"A mark inside \uFEFFstays.",
	} {
		if a := readOne(t, "a.txt", s); a.Text != s {
			t.Errorf("%q became %q", s, a.Text)
		}
	}
	if a := readOne(t, "a.txt", "\uFEFFBegins with a mark."); a.Text != "Begins with a mark." {
		t.Errorf("the byte order mark became text: %q", a.Text)
	}
}

func TestTitleAndBylineOfPlainText(t *testing.T) {
	body := "The mayor said no.\n\nNobody else spoke.\n"
	lines := "The mayor said no.\nNobody else spoke.\nThe hall was empty.\n"
	tests := map[string]struct{ in, title, byline string }{
		"headline before an empty line": {"Mayor says no\n\n" + body, "Mayor says no", ""},
		"headline before one line each": {"Mayor says no\n" + lines, "Mayor says no", ""},
		"headline that asks":            {"Will the mayor say no?\n\n" + body, "Will the mayor say no?", ""},
		"headline in marks":             {"“We are done”\n\n" + body, "“We are done”", ""},
		"carriage returns":              {"Mayor says no\r\n\r\nThe mayor\r\nsaid no.", "Mayor says no", ""},
		"headline in capitals of words, before lines": {"Mayor Bell Tells Dorn: ‘We Are Done’\n" + lines,
			"Mayor Bell Tells Dorn: ‘We Are Done’", ""},
		"headline and a wrapped body": {"Mayor Says No\n\nThe mayor said no to the plan for the old bridge " +
			"over\nthe " +
			"river, and went home by train.\n\nNobody else spoke.\n", "Mayor Says No", ""},
		"headline and a body of a sentence a line": {"Mayor Says No\n\nThe mayor spoke.\nShe said no.\n\nNobody " +
			"else " +
			"spoke.\n\nThe hall was cold.\nIt was empty.\n", "Mayor Says No", ""},
		"headline before a dateline": {"Mayor Says No\n\nHAVN (Agency) - " + body, "Mayor Says No", ""},
		"byline":                     {"Mayor says no\n\nBy Ada Penn\n\n" + body, "Mayor says no", "Ada Penn"},
		"byline in capitals":         {"Mayor says no\n\nBY ADA PENN\n\n" + body, "Mayor says no", "ADA PENN"},
		"byline below a line that sums up": {"Mayor says no\n\nA night of speeches\n\nBy Ada Penn\n\n" + body,
			"Mayor says no", "Ada Penn"},
		"no headline, a byline":              {"By Ada Penn\n\n" + body, "", "Ada Penn"},
		"no headline":                        {body, "", ""},
		"a sentence that begins with by":     {"By Friday the mayor had said no.\n\n" + body, "", ""},
		"a short first line that goes on":    {"MARL BAY,\n\n" + body, "", ""},
		"a dateline that leads into a quote": {"The mayor said:\n\n" + body, "", ""},
		"nothing but a line":                 {"Mayor says no", "", ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			a := readOne(t, "a.txt", test.in)
			if a.Title != test.title || a.Byline != test.byline {
				t.Errorf("title %q, byline %q", a.Title, a.Byline)
			}
			if test.title != "" && (a.Paragraphs[0].Role != articles.Title || a.Paragraphs[0].Of(a.Text) != test.title) {
				t.Errorf("the title is not the first paragraph: %q", outline(a))
			}
		})
	}
}

func TestHeadlineOfAnUntitledArticle(t *testing.T) {
	long := "The harbour master said on Monday that no ship would leave before the wind had turned to the west."
	a := readOne(t, "storm.txt", long)
	if got := a.Headline(); got != "The harbour master said on Monday that no ship would leave before…" {
		t.Errorf("headline %q", got)
	}
	a = readOne(t, "storm.txt", "Short.")
	if got := a.Headline(); got != "Short." {
		t.Errorf("headline %q", got)
	}
	if got := (&articles.Article{ID: "storm"}).Headline(); got != "storm" {
		t.Errorf("headline %q", got)
	}
}

func TestAnAgencysNameForAStoryIsNoHeadline(t *testing.T) {
	for _, slug := range []string{"BC-SALT-STRIKE, 2nd Ld-Writethru", "SALT-STRIKE/", "AM-US--Budget, 1st Ld",
		"SALT/RAKES (UPDATE 2)",
		"BC-Salt Strike, Bulletin"} {
		a := readOne(t, "a.txt", slug+"\nSalt makers lay down their rakes\nBy RITA "+
			"VAUGHAN\n\n"+sentence+"\n\n"+sentence+"\n")
		if a.Title != "Salt makers lay down their rakes" || a.Byline != "RITA VAUGHAN" {
			t.Errorf("%s: title %q, byline %q", slug, a.Title, a.Byline)
		}
	}
	for _, title := range []string{"UN-backed talks on salt begin, then end", "SALT MAKERS LAY DOWN RAKES, AND " +
		"GO HOME", "NATO", "COVID-19",
		"COVID-19, a year on", "G-7 leaders meet"} {
		a := readOne(t, "a.txt", title+"\n\n"+sentence+"\n\n"+sentence+"\n")
		if a.Title != title {
			t.Errorf("%s: title %q", title, a.Title)
		}
	}
}
