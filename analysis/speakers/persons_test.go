package speakers

import "testing"

func TestARoleAndANameAreOnePerson(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"a role at a body, and a name", "‹A spokesman for Northern Rail, Piotr Zielinski,› said {it was late}.",
			[]string{"Piotr Zielinski"}},
		{"a role for another person", "‹A spokesman for Ms. Ortega, Luke Hayes,› denied {it}.", []string{"Luke Hayes"}},
		{"a director of a body", "‹Director of the Port Authority, Karim Haddad,› said {the gates would open}.",
			[]string{"Karim Haddad"}},
		{"the minister's own name behind a long office",
			"‹Head of the Committee for Fair Trade Leila Mansour› stressed {the need for haste}.",
			[]string{"Leila Mansour"}},
		{"but another's behind a title", "‹A spokesman for Mayor Leila Mansour› said {it was late}.",
			[]string{"A spokesman for Mayor Leila Mansour"}},
		{"an acronym in the role", "‹Green Union Party (GUP) leader Oskar Lind› said {it was late}.",
			[]string{"Oskar Lind"}},
		{"a style before the name", "‹The Bishop of Marlow, the Rt Rev Simon Tate,› said {it was late}.",
			[]string{"Simon Tate"}},
		{"a second role before the name", "‹The region's top officer, Carlow police chief Nora Quinn,› said {it was late}.",
			[]string{"Nora Quinn"}},
		{"an office with an and in its name", "‹House Roads and Rivers Chairman Paul Kemp› said {it was late}.",
			[]string{"Paul Kemp"}},
		{"the member of a party", "‹Senate Minority Leader Paul Kemp, Ohio Republican,› said {it was late}.",
			[]string{"Paul Kemp"}},
		{"who gave a name", "‹A second-year student, who gave her name as Amanda,› said {it was late}.",
			[]string{"Amanda"}},
		{"and two roles with names are two",
			"‹The coach, Nora Quinn, and the captain, Paul Kemp,› said {it was late}.", []string{"Nora Quinn & Paul Kemp"}},
		{"a list of names stays a list", "‹Nora Quinn, Paul Kemp and Simon Tate› said {it was late}.",
			[]string{"Nora Quinn & Paul Kemp & Simon Tate"}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}

func TestWhatStandsBesideANameIsNoSecondSpeaker(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"whose rival", "‹Nora Quinn, head of the Road League and Kemp's rival for a decade,› called {it late}.",
			[]string{"Nora Quinn"}},
		{"whose sister", "‹Paul Kemp, a baker and the brother of Senator Nora Quinn,› said {it was late}.",
			[]string{"Paul Kemp"}},
		{"whose aide is among many",
			"Nora Quinn left in May. ‹A dozen officers, including Quinn's former aide and two old friends,› said " +
				"{they would leave}.",
			[]string{"A dozen officers"}},
		{"a nurse", "‹Nora Quinn, a nurse at the Royal Hospital and a mother of two,› said {it was late}.",
			[]string{"Nora Quinn"}},
		{"an adverb behind a surname", "Nora Quinn rose. “It is late,” said ‹Quinn softly from the door›{.}",
			[]string{"Nora Quinn"}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}

func TestHeAndSheAreNoBody(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"a shop", "Nora Quinn leads the League. Dellwood Stores sells bread. Dellwood Stores is large. ‹She› said {so}.",
			[]string{"Nora Quinn"}},
		{"a bank", "The mayor, Paul Kemp, spoke. Harrow Mutual will close. Harrow Mutual closed nine. ‹He› said {so}.",
			[]string{"Paul Kemp"}},
		{"a firm of two names", "Paul Kemp, a farmer, spoke. Lind & Sons bought the mill. Lind & Sons paid. ‹He› said {so}.",
			[]string{"Paul Kemp"}},
		{"a party", "Nora Quinn spoke. The Reed Party won. The Reed Party will vote. ‹She› said {so}.",
			[]string{"Nora Quinn"}},
		{"a body alone", "Harrow Mutual will close its branch. Harrow Mutual closed nine. ‹He› said {it was late}.",
			[]string{""}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}

func TestGroupsAreNotJoinedByTheirNounAlone(t *testing.T) {
	for _, c := range []struct {
		story, text string
		apart       bool
	}{
		{"traders of two towns", "‹Traders in Marlow› said {it was late}. ‹Traders in Carlow› said {no}.", true},
		{"some and some", "‹Some parents› said {it was late}. ‹Some parents› said {no}.", true},
		{"some and others", "‹Some pilots› said {it was late}. ‹Other pilots› said {no}.", true},
		{"officials of two ranks", "‹State officials› said {it was late}. ‹City officials› said {no}.", true},
		{"spokesmen of two bodies", "‹A spokesman for the army› said {it was late}. ‹A spokesman for the navy› said {no}.",
			true},
		{"members of two parties", "‹Members of the Reed Party› said {so}. ‹Members of the Salt Party› said {no}.", true},
		{"a nurse and another", "‹A nurse› said {it was late}. ‹Another nurse› said {no}.", true},
		{"mayors of two towns", "‹The mayor of Marlow› said {it was late}. ‹The mayor of Carlow› said {no}.", true},
		{"people familiar with it and people", "‹People close to the sale› said {so}. ‹Rich people› said {no}.", true},
		{"workers at two plants", "‹Workers at the Dell plant› said {so}. ‹Workers at the Moor plant› said {no}.", true},
		{"the farmers are those of the place",
			"‹Farmers in Marlow› said {it was late}. The rain fell. ‹The farmers› said {no}.", false},
		{"the nurse is the nurse", "‹A nurse at the clinic› said {it was late}. ‹The nurse› said {no}.", false},
		{"the residents of one place, twice",
			"‹Residents of Marlow› said {so}. Rain fell. ‹The residents of Marlow› said {no}.", false},
	} {
		r := resolve(t, marked(t, c.text))
		a, b := r.Quotes[0].Speakers, r.Quotes[1].Speakers
		if len(a) != 1 || len(b) != 1 || (a[0] != b[0]) != c.apart {
			t.Errorf("%s: %q and %q, apart should be %v", c.story, namesOf(r, 0), namesOf(r, 1), c.apart)
		}
	}
}
