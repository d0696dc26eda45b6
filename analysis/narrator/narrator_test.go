package narrator_test

import (
	"strings"
	"testing"

	"hearsay/analysis/annotated/annotatedtest"
	"hearsay/analysis/captions"
	"hearsay/analysis/narrator"
	"hearsay/analysis/text"
)

// narrates tells who says the "I" that stands in angle quotes.
func narrates(t *testing.T, s string) string {
	t.Helper()
	at := strings.Index(s, "‹")
	s = strings.NewReplacer("‹", "", "›", "").Replace(s)
	a, err := annotatedtest.Annotator(t).Annotate(t.Context(), text.Split(s, captions.Spans(s)), func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	n := narrator.Find(a, false)
	i := n.Text.At(at)
	who, ok := n.At(i)
	if !ok {
		return ""
	}
	if k := n.Text.NameAt(who.From); k < 0 || n.Text.Names[k].To != who.To {
		t.Errorf("%q: tokens %d to %d are no name", s, who.From, who.To)
	}
	return n.Text.Of(n.Text.Span(who.From, who.To))
}

func TestWhoSaysI(t *testing.T) {
	for _, c := range []struct{ story, text, want string }{
		{"a byline", "Salt and silence\n\nBy Arash Venn\n\nThe harbour was quiet. ‹I› think it will stay so.",
			"Arash Venn"},
		{"a note on the author", "The harbour was quiet this spring. ‹I› think it will stay so, and nobody will mind.\n\n" +
			"There is no fish left to land.\n\nAda Venn is a professor of marine law at the University of Tarn.", "Ada Venn"},
		{"a note on the writer", "The harbour was quiet this spring. ‹I› think it will stay so.\n\nThere is no fish.\n\n" +
			"The writer, Carl Dorn, is a former harbour master.", "Carl Dorn"},
		{"a letter to the editor", "To the Editor:\n\nYour report on the ferry was wrong. ‹I› believe it will sail.\n\n" +
			"Ann Bell\n\nTarnmouth", "Ann Bell"},
		{"the second of two letters", "To the Editor:\n\nI believe the ferry will sail.\n\nAnn Bell\nTarnmouth\n\n" +
			"To the Editor:\n\n‹I› doubt that it will.\n\nCarl Dorn\nEbben", "Carl Dorn"},
		{"a letter with a closing", "Dear Minister,\n\nThe pier is falling. ‹I› fear for the boats.\n\nYours sincerely,\n\n" +
			"Mina Oduya\n\nChair, Harbour Trust", "Mina Oduya"},
		{"a given name below a closing", "Dear all,\n\n‹I› hope the rain stops.\n\nBest wishes,\n\nBill\n\nP.S. Bring boots.",
			"Bill"},
		{"an open letter in capitals", "AN OPEN LETTER TO THE PEOPLE OF THE VALLEY\n\nDear Friends:\n\n‹I› know what was " +
			"lost.\n\nStay in touch,\n\nJames Abbot\n\nMember of Congress", "James Abbot"},
		{"a testimony", "STATEMENT OF HON. ELIZABETH B. MARSH, A REPRESENTATIVE FROM TARN\n\nMr. Chairman, ‹I› believe the " +
			"bill is needed.", "ELIZABETH B. MARSH"},
		{"the second of two testimonies", "TESTIMONY OF ANN BELL, MAYOR OF EBBEN\n\nI believe the bill is needed.\n\n" +
			"TESTIMONY OF CARL DORN, FISHERMAN\n\n‹I› believe it is not.", "CARL DORN"},
		{"remarks", "Remarks by President Otto Brandt at the opening of the bridge\n\nMy friends, ‹I› am glad to see you.",
			"Otto Brandt"},
		{"remarks as delivered", "Remarks as prepared for delivery by Ada Venn\n\nMy friends, ‹I› am glad to see you.",
			"Ada Venn"},
		{"a sermon", "Homily of Bishop Paul Orme\n\nBrothers and sisters, ‹I› think of the boats.", "Paul Orme"},
		{"somebody's speech", "Full text of Otto Brandt's victory speech\n\nThank you. ‹I› know it was close.",
			"Otto Brandt"},
		{"somebody who says who they are", "Good morning, your honors. My name is Amy Sills. I am here for the city. ‹I› " +
			"believe the rule is plain.", "Amy Sills"},
		{"a host", "Good evening everybody and welcome to the show. I'm your host as always, Dave, and there is much to " +
			"cover.\n\n‹I› think it was a great week.", "Dave"},
		{"one who signs a decree", "By decree: I, Norton Vale, Emperor of the Isles, do order the harbour shut. ‹I› hope " +
			"all obey.", "Norton Vale"},
		{"one who is called", "We will hear the case of the ferry. Ms. Julie Rosen, please proceed.\n\nThank you. ‹I› will " +
			"speak of the pier.\n\nWhat do you ask of us?\n\nWell, I ask for a ruling.", "Julie Rosen"},
		{"one who is called, further on", "We will hear the case of the ferry. Ms. Julie Rosen, please proceed.\n\nThank " +
			"you. I will speak of the pier.\n\nWhat do you ask of us?\n\nWell, ‹I› ask for a ruling.", "Julie Rosen"},

		{"nobody, in an essay without a name", "Rain fell on Friday. ‹I› think it was late.", ""},
		{"nobody, below two authors", "Salt\n\nBy Ada Venn and Carl Dorn\n\nRain fell on Friday. ‹I› think it was late.", ""},
		{"nobody, where two speak", "Remarks by President Otto Brandt and Vice President Ann Bell\n\n‹I› am glad to see you.",
			""},
		{"not who is only told of", "I am Ann Bell's brother. Rain fell on Friday. ‹I› think it was late.", ""},
		{"not a day", "Hello everybody, it's Tuesday and the rain is back. ‹I› think it was late.", ""},
		{"not who is thanked", "Rain fell on Friday. ‹I› think it was late.\n\nThanks to Ann Bell for the boots.", ""},
		{"not whoever asks", "We will hear the case. Ms. Julie Rosen, please proceed.\n\nThank you. The pier fell.\n\n" +
			"‹I› wonder what you ask of us?\n\nWell, I ask for a ruling.", ""},
	} {
		if got := narrates(t, c.text); got != c.want {
			t.Errorf("%s: %q narrates, want %q", c.story, got, c.want)
		}
	}
}

func TestNobodyNarratesWhatSaysNoI(t *testing.T) {
	a := annotatedtest.Read(t, "By Ada Venn\n\nThe harbour was quiet. “I think so,” said Carl Dorn.")
	if who, ok := narrator.Find(a, false).At(0); ok {
		t.Errorf("%+v narrates", who)
	}
	var none *narrator.Narrators
	if _, ok := none.At(0); ok || none.Untold(0) {
		t.Error("nobody's narrators name somebody")
	}
}
