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
		{"a group and its name", "‹An activist group, the Harbour Workers' Association (HWA),› said {it was late}.",
			[]string{"Harbour Workers' Association"}},
		{"an ally that is a country", "‹The kingdom's main ally, the United States,› said {it was late}.",
			[]string{"United States"}},
		{"who the minister is", "‹Minister of State for Legal Affairs Wafa Mustafa› said {it was late}. Rain fell. " +
			"‹The minister› added {that it was wet}.", []string{"Wafa Mustafa", "Wafa Mustafa"}},
		{"but no place of a group", "‹A group in Tarn, Ohio,› said {it was late}.", []string{"A group in Tarn"}},
		{"an office with an and in its name", "‹House Roads and Rivers Chairman Paul Kemp› said {it was late}.",
			[]string{"Paul Kemp"}},
		{"the member of a party", "‹Senate Minority Leader Paul Kemp, Ohio Republican,› said {it was late}.",
			[]string{"Paul Kemp"}},
		{"who gave a name", "‹A second-year student, who gave her name as Amanda,› said {it was late}.",
			[]string{"Amanda"}},
		{"and two roles with names are two",
			"‹The coach, Nora Quinn, and the captain, Paul Kemp,› said {it was late}.", []string{"Nora Quinn & Paul Kemp"}},
		{"a name that begins as it ends", "President Mohamed Abdullahi Mohamed spoke. ‹Mohamed› said {it was late}.",
			[]string{"Mohamed Abdullahi Mohamed"}},
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

func TestTwoBearersOfASurnameAreToldApart(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"by Mr and Mrs", "Edda Moore and Piet Moore keep bees. ‹Mrs Moore› said {so}. ‹Mr Moore› said {no}.",
			[]string{"Edda Moore", "Piet Moore"}},
		{"by Ms and Mr and given names", "Anna Dahl wants to stay. Peter Dahl wants to go. ‹Mr Dahl› said {so}. ‹Ms Dahl› " +
			"said {no}. ‹She› said {never}.", []string{"Peter Dahl", "Anna Dahl", "Anna Dahl"}},
		{"a wife who is named by nothing else", "‹Peter Dahl› said {so}. ‹Mrs Dahl› said {no}. ‹Mr Dahl› said {so}.",
			[]string{"Peter Dahl", "Mrs Dahl", "Peter Dahl"}},
		{"a husband who is named by nothing else", "‹Anna Dahl› said {so}. ‹Mr Dahl› said {no}. ‹Ms Dahl› said {so}.",
			[]string{"Anna Dahl", "Mr Dahl", "Anna Dahl"}},
		{"a couple", "‹Mr and Mrs Carver› said {the bill was high}. ‹Mrs Carver› said {so}.",
			[]string{"Mr Carver & Mrs Carver", "Mrs Carver"}},
		{"a couple, he first and then she", "‹Mr. and Mrs. Carver› said {it was high}. ‹He› said {so}. ‹Mr. Carver› " +
			"said {no}.", []string{"Mr. Carver & Mrs. Carver", "Mr. Carver", "Mr. Carver"}},
		{"a couple, she first", "‹Mrs and Mr Carver› said {it was high}. ‹Mrs Carver› said {so}.",
			[]string{"Mrs Carver & Mr Carver", "Mrs Carver"}},
		{"a couple and their son", "‹Mr and Mrs Carver› said {so}. Their son, Daniel Carver, left. ‹Mr Carver› said {no}. " +
			"‹Daniel Carver› said {yes}.", []string{"Mr Carver & Mrs Carver", "Mr Carver", "Daniel Carver"}},
		{"by a noun for a relative", "Robin Pike sang. ‹Her brother, Alex Pike,› said {so}. ‹Mr Pike› said {no}.",
			[]string{"Alex Pike", "Alex Pike"}},
		{"by a pronoun behind the surname", "The farm is Orla Mell's. It was sold by Minister Peter Mell. ‹Mell› said " +
			"{that she had paid}.", []string{"Orla Mell"}},
		{"by a pronoun that begins the next sentence", "The farm is Orla Mell's. It was sold by Minister Peter Mell. “It " +
			"is sold,” ‹Mell› said{.} She wept.", []string{"Orla Mell"}},
		{"by pronouns behind full names", "Kim Min-jae said that he would sing. Kim Soo-yeon, his manager, said she would " +
			"not let him. ‹Ms. Kim› said {so}. ‹Mr. Kim› said {no}.", []string{"Kim Soo-yeon", "Kim Min-jae"}},
		{"by nothing, which is left open", "Pavel Novak and Emil Novak build boats. ‹Novak› said {so}.", []string{""}},
		{"by Sir and Dame", "Rowan Pike and Robin Pike sang. ‹Dame Rowan› said {so}. ‹Sir Robin› said {no}.",
			[]string{"Rowan Pike", "Robin Pike"}},
		{"one whose name misleads and who has no namesake", "‹Ashley Pike› said {so}. ‹Mr Pike› said {no}.",
			[]string{"Ashley Pike", "Ashley Pike"}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}

func TestABodyIsNotItsFounder(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"its", "Marchetti Foods beat forecasts. ‹Marchetti› said {its sales had risen}. It was founded by Teo Marchetti.",
			[]string{"Marchetti Foods"}},
		{"it would", "Brandt Motors was founded by Otto Brandt. ‹Brandt› said {it would open a plant}.",
			[]string{"Brandt Motors"}},
		{"he", "Brandt Motors was founded by Otto Brandt. ‹Brandt› said {he would open a plant}.",
			[]string{"Otto Brandt"}},
		{"Mr", "Brandt Motors was founded by Otto Brandt. ‹Mr Brandt› said {its plant was late}.",
			[]string{"Otto Brandt"}},
		{"a firm named by the surname alone", "The carmaker Brandt is to leave its works. It was set up by Otto Brandt. " +
			"‹Brandt› said {it had found no buyer}.", []string{"Brandt"}},
		{"the same, in its words", "Lund Holdings lost money. Eva Lund left in May. ‹Lund› said {its loss was small}.",
			[]string{"Lund Holdings"}},
		{"she", "Lund Holdings lost money. Eva Lund left in May. ‹Lund› said {she was sorry}.", []string{"Eva Lund"}},
		{"a lady is not her estates", "‹Lady Ashby› said {so}. Ashby Estates has a pub. ‹Ashby› said {it would keep it}.",
			[]string{"Ashby", "Ashby Estates"}},
		{"who stands alone is a person", "Eva Lund left in May. ‹Lund› said {it was late}.", []string{"Eva Lund"}},
		{"even where it says it", "Eva Lund left in May. ‹Lund› said {it would be a mistake}.", []string{"Eva Lund"}},
		{"sons", "Lind & Sons was founded by Mara Lind. ‹Lind & Sons› said {so}. ‹Lind› said {she was glad}.",
			[]string{"Lind & Sons", "Mara Lind"}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}

func TestANameIsShownWithoutWhatIsNone(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"a nickname in marks", "‹Tom “Ducky” Bell› said {so}. ‹Bell› said {no}.", []string{"Tom Bell", "Tom Bell"}},
		{"in straight marks", "‹Rosa \"Red\" Vann› said {so}. ‹Rosa Vann› said {no}.", []string{"Rosa Vann", "Rosa Vann"}},
		{"a party in brackets", "‹Idris Vann (Lab, Marlow)› said {so}.", []string{"Idris Vann"}},
		{"an age in brackets", "‹Idris Vann (67)› said {so}.", []string{"Idris Vann"}},
		{"a particle", "‹Jean-Luc van der Berg› said {so}. ‹Van der Berg› said {no}.",
			[]string{"Jean-Luc van der Berg", "Jean-Luc van der Berg"}},
		{"a possessive", "The farm is Idris Vann's. ‹Vann› said {so}.", []string{"Idris Vann"}},
		{"a junior", "‹Robert Downing Jr.› said {so}. ‹Downing› said {no}.",
			[]string{"Robert Downing Jr.", "Robert Downing Jr."}},
		{"a single name", "President Lula arrived. ‹Lula› said {so}.", []string{"Lula"}},
		{"an honour", "‹Mr Idris Vann OBE› said {so}.", []string{"Idris Vann"}},
		{"when it was said", "‹The port yesterday› said {so}. ‹Union leaders today› said {no}.",
			[]string{"The port", "Union leaders"}},
		{"but not where it belongs to the phrase", "‹A study published on Friday› said {so}.",
			[]string{"A study published on Friday"}},
		{"how many they were at least", "‹At least six clerks› said {so}.", []string{"At least six clerks"}},
		{"an acronym of an office, not of a law", "The Water Protection Act was passed. The Water Protection Agency has " +
			"spoken. ‹The WPA› said {no}.", []string{"Water Protection Agency"}},
		{"initials", "‹J. R. Vann› said {so}. ‹Vann› said {no}.", []string{"J. R. Vann", "J. R. Vann"}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}

func TestADescriptionLeadsToWhomItTellsOf(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"an office with what hangs on it, before the name",
			"‹The President of the Republic Pablo Ruiz› said {so}. Rain fell. ‹The President› said {no}.",
			[]string{"Pablo Ruiz", "Pablo Ruiz"}},
		{"an office of two bodies, before the name", "‹Minister of State for Fair Work and Head of the Inter-Party " +
			"Committee for Youth Leila Mansour› said {so}. ‹The minister› said {no}.",
			[]string{"Leila Mansour", "Leila Mansour"}},
		{"an office at a body, before the name",
			"‹The spokesman for the Ministry of Trade, Amir Karimi,› said {so}. ‹The spokesman› said {no}.",
			[]string{"Amir Karimi", "Amir Karimi"}},
		{"a new word for who spoke last", "‹Nora Quinn› said {the river was dead}. ‹The environmentalist› said {so}.",
			[]string{"Nora Quinn", "Nora Quinn"}},
		{"but none that another is called by",
			"The surgeon, Paul Kemp, left. ‹Nora Quinn, a pilot,› said {so}. ‹The surgeon› said {no}.",
			[]string{"Nora Quinn", "Paul Kemp"}},
		{"nor one against what they are called", "‹Nora Quinn, a pilot,› said {so}. ‹The surgeon› said {no}.",
			[]string{"Nora Quinn", "The surgeon"}},
		{"nor a man for a woman", "‹Mrs. Nora Quinn› said {so}. ‹The policeman› said {no}.",
			[]string{"Nora Quinn", "The policeman"}},
		{"whose campaign", "‹Pablo Ruiz's campaign› said {so}. ‹The Kemp campaign› said {no}.",
			[]string{"Pablo Ruiz's campaign", "The Kemp campaign"}},
		{"a person who gave a body the name", "Nanos Research asked voters. ‹Nik Nanos› said {so}. ‹Nanos› said {no}.",
			[]string{"Nik Nanos", "Nik Nanos"}},
		{"the whole title of one of two", "Prime Minister Han Duck-soo met Justice Minister Han Dong-hoon. Han Dong-hoon " +
			"laughed. ‹Prime Minister Han› said {so}.", []string{"Han Duck-soo"}},
		{"who spoke before", "Lee Dae-jun died in May. ‹Lee Rae-jin› said {so}. Kim wept. ‹Lee› said {no}.",
			[]string{"Lee Rae-jin", "Lee Rae-jin"}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}

func TestNobodyTellsOfThemselvesByName(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"a man", "‹Ted Marsh› said {Kemp had won}. Paul Kemp left. ‹He› said {that Kemp should resign}.",
			[]string{"Ted Marsh", "Ted Marsh"}},
		{"a woman", "‹Nora Quinn› spoke of {Ann Bell}. Ann Bell left. ‹She› said {she had not seen Bell for years}.",
			[]string{"Nora Quinn", "Nora Quinn"}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}

func TestWhoSpeaksOfHerIsAnotherOfHerSurname(t *testing.T) {
	leads(t, "a son of his mother", "The actress Ann Bell died on Monday. She was late. "+
		"‹Her son, the painter Otto Bell,› said {she had been ill}.\n\n"+
		"{“She knew every line,”} ‹Bell› said.", []string{"Otto Bell", "Otto Bell"})
}

func TestGroupsAreToldApartByAdjectives(t *testing.T) {
	leads(t, "parents", "‹Parents of older pupils› said {it was late}. ‹Parents of younger pupils› said {it was early}.",
		[]string{"Parents of older pupils", "Parents of younger pupils"})
}
