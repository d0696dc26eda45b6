package analysis_test

import (
	"slices"
	"strings"
	"testing"

	"hearsay/analysis"
)

// Who is spoken to does not speak: words without a source that speak to whoever spoke before, or answer a question put
// to somebody, are somebody else's.
func TestWhoIsAddressedDoesNotSpeak(t *testing.T) {
	e := load(t)
	for _, c := range []struct{ text, words, who string }{
		{"“Are you going to sell, Celia?” Hugh Barrowby asked his sister.\n\n“Not to you, Hugh.”\n\nCelia Thorne owns " +
			"half of the farm.", "“Not to you, Hugh.”", "Celia Thorne"},
		{"Police released the call on Friday.\n\n“Where are you, Ines?” Paul Orme asks.\n\n“I'm on the bridge, Paul.”\n\n" +
			"“Stay there,” he says.\n\nInes Varga was found the next day.", "“I'm on the bridge, Paul.”", "Ines Varga"},
		{"Police released the call on Friday.\n\n“Where are you, Ines?” Paul Orme asks.\n\n“I'm on the bridge, Paul.”\n\n" +
			"“Stay there,” he says.\n\nInes Varga was found the next day.", "“Stay there,”", "Paul Orme"},
		{"“Paul, did you lock the gate?” the judge asked.\n\n“Twice, Your Honor,” Paul Orme said.\n\n“Are you certain, " +
			"Mr. Orme?”\n\n“I am.”", "“Are you certain, Mr. Orme?”", "the judge"},
		{"“Paul, did you lock the gate?” the judge asked.\n\n“Twice, Your Honor,” Paul Orme said.\n\n“Are you certain, " +
			"Mr. Orme?”\n\n“I am.”", "“I am.”", "Paul Orme"},
		{"“You said that she would float, Joss,” Marten Quill says on the tape.\n\n“So I did, Marten.”\n\nThe yacht sank. " +
			"Quill wants 90,000 crowns from Joss Penhale.", "“So I did, Marten.”", "Joss Penhale"},
		{"Ruth Amery rose in the chamber, and Councillor Tom Bell sat opposite her.\n\n“You are wrong, Mr. Bell,” she said.",
			"“You are wrong, Mr. Bell,”", "Ruth Amery"},
		{"Nurse Ines Varga had the letter when Lena Holm came in.\n\n“You knew, Lena,” she said.", "“You knew, Lena,”",
			"Ines Varga"},
		{"“You have never worked a day,” Delphine Mbarga told her rival, Kofi Annor.\n\n“I have worked all my life, " +
			"Delphine.”\n\nThe vote is on Sunday.", "“I have worked all my life, Delphine.”", "Kofi Annor"},
		{"“Nadia, you have ten minutes,” the judge told the defendant, Nadia Rahman, on Friday.\n\n“I need only two, Your " +
			"Honour.”\n\nRahman is a dentist.", "“I need only two, Your Honour.”", "Nadia Rahman"},
		{"“Thank you, Inspector,” said the widow, Magda Novak.\n\n“I am only sorry that it took nine years, Mrs Novak.”" +
			"\n\nInspector Luis Prado had found the ring in a drain.", "“I am only sorry that it took nine years, Mrs Novak.”",
			"Luis Prado"},
		// Whoever is only told of may be told of by whoever spoke before.
		{"“We went to the mayor, Tom Bell, and asked him for help,” Ruth Amery said.\n\n“He did not even open the door " +
			"to us, and we had to go home.”", "“He did not even open the door to us, and we had to go home.”", "Ruth Amery"},
		{"“The plan is sound,” Mayor Tom Bell said on Monday.\n\n“It will cost us less than a new bridge would, and it " +
			"will last.”", "“It will cost us less than a new bridge would, and it will last.”", "Tom Bell"},
	} {
		d := analyze(t, e, c.text)
		var who []string
		for _, q := range d.Quotes {
			if slices.ContainsFunc(q.Content, func(p analysis.Span) bool { return strings.Contains(p.Of(c.text), c.words) }) {
				for _, s := range q.Speakers {
					who = append(who, d.Speakers[s].Name)
				}
			}
		}
		if !slices.Equal(who, []string{c.who}) {
			t.Errorf("%q says %q, want %q, in\n%s", who, c.words, c.who, c.text)
		}
	}
}

// Who says "I" in the reporter's own words is who wrote them, and no "she" is theirs.
func TestTheAuthorSaysI(t *testing.T) {
	e := load(t)
	const byline = "By Ada Venn"
	s := "My mother's house\n\n" + byline + "\n\nWhen the river rose, I told my sister that we should sell the house. " +
		"The mayor said that it would pass. “You should have warned us,” I told Mayor Tom Bell when he came to our street."
	at := strings.Index(s, byline)
	d, err := e.Analyze(t.Context(), analysis.Input{Text: s, Aside: []analysis.Span{{Start: at, End: at + len(byline)}}})
	if err != nil {
		t.Fatal(err)
	}
	said := 0
	for _, q := range d.Quotes {
		if len(q.Source) == 0 || q.Source[0].Of(s) != "I" {
			continue
		}
		said++
		if len(q.Speakers) != 1 || d.Speakers[q.Speakers[0]].Name != "Ada Venn" {
			t.Errorf("%q: %+v", q.Content[0].Of(s), q.Why)
		}
	}
	if said != 2 {
		t.Errorf("the author says %d things: %+v", said, d.Quotes)
	}
	// Of two who wrote it, neither is "I".
	s = strings.Replace(s, byline, byline+" and Tom Dorn", 1)
	both := analysis.Span{Start: at, End: at + len(byline+" and Tom Dorn")}
	d, err = e.Analyze(t.Context(), analysis.Input{Text: s, Aside: []analysis.Span{both}})
	if err != nil {
		t.Fatal(err)
	}
	for _, who := range d.Speakers {
		if who.Name == "Ada Venn" || who.Name == "Tom Dorn" {
			t.Errorf("%s is said to speak", who.Name)
		}
	}
}
