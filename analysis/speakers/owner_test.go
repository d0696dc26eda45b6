package speakers

import (
	"strings"
	"testing"
)

func TestDocumentsSpeakForWhoeverMadeThem(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"a study by a charity", "‹A study by the charity Warm Hands› shows {that rents have doubled}.",
			[]string{"Warm Hands"}},
		{"a poll of others by an institute", "‹A poll of tenants by the Morley Institute› found {that few are happy}.",
			[]string{"Morley Institute"}},
		{"a letter from somebody", "Carl Dorn was ill. ‹A letter from Ann Bell› said {it was late}.",
			[]string{"Ann Bell"}},
		{"a report that somebody published", "‹A report published by the Harbour Commission› says {the mole is old}.",
			[]string{"Harbour Commission"}},
		{"its report", "The Harbour Commission met the Fishers' Union. The commission was late. ‹Its report› says {so}.",
			[]string{"Harbour Commission"}},
		{"his memo", "Otto Brandt left the yard in May. ‹His memo› says {the cranes were old}.",
			[]string{"Otto Brandt"}},
		{"the name before it", "‹The Morley Institute survey› found {that few are happy}.",
			[]string{"Morley Institute"}},
		{"a company statement", "Brannock Foods will close. Its bread is dear. ‹A company statement› said {it was sorry}.",
			[]string{"Brannock Foods"}},
		{"who sent it out", "The Fishers' Union sent out ‹a statement› saying {the mole is safe}.",
			[]string{"Fishers' Union"}},
		{"what a verb tells of it holds for the next",
			"The Fishers' Union issued a statement on Monday. Rain fell. ‹The statement› said {the mole is safe}.",
			[]string{"Fishers' Union"}},
		{"who said something in it",
			"‹Ann Bell› said {it was late} in a letter. ‹The letter› said {so}.", []string{"Ann Bell", "Ann Bell"}},
		{"what points to the last document is not an earlier one",
			"‹A poll by the Morley Institute› found {it was late}. The Ohio tracking poll was early. ‹This poll› has {it so}.",
			[]string{"Morley Institute", "This poll"}},
		{"nor is it nobody's where the last one has an owner",
			"‹A poll by the Morley Institute› found {it was late}. ‹That poll› has {it so}.",
			[]string{"Morley Institute", "Morley Institute"}},
		{"the name before what sort of survey it is", "‹The Morley Institute opinion poll› found {that few are happy}.",
			[]string{"Morley Institute"}},
		{"an atlas that a body published",
			"The Harbour Commission published its atlas. ‹The atlas› says {the mole is old}.", []string{"Harbour Commission"}},
		{"who spoke last", "‹The Harbour Commission› said {it was late}. ‹The announcement› said {the mole is old}.",
			[]string{"Harbour Commission", "Harbour Commission"}},
		{"another report is another's",
			"‹A report by Ann Bell› said {so}. ‹A new report› said {no}. ‹The report› said {it was late}.",
			[]string{"Ann Bell", "A new report", "A new report"}},
		{"who reads it has not made it", "Ann Bell criticised a report. ‹The report› says {the mole is old}.",
			[]string{"The report"}},
		{"who is told of in it has not made it",
			"Otto Brandt is called a hero in the report. ‹The report› says {the mole is old}.", []string{"The report"}},
		{"a city's report is not the city's own words", "Rain fell in Morvania. ‹A city report› said {it was late}.",
			[]string{"A city report"}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}

func TestWhoIsToldOfBeforeTheName(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"a judge who is named later",
			"‹A federal judge› said on Monday {the mole is safe}.\n\nJudge Ann Bell heard the Fishers' Union.",
			[]string{"Ann Bell"}},
		{"a candidate",
			"‹A mayoral candidate› wants {buses to be free}.\n\nRain fell. The candidate Otto Brandt spoke in Ebben.",
			[]string{"Otto Brandt"}},
		{"two who may be meant are nobody",
			"‹A nurse› said on Monday {the ward is full}.\n\nThe nurse Ann Bell met the nurse Carla Dorn.",
			[]string{"A nurse"}},
		{"another sort of person",
			"‹A nurse› said on Monday {the ward is full}.\n\nThe mayor, Ann Bell, was away.", []string{"A nurse"}},
		{"the official is who just spoke", "‹Otto Brandt› said {it was late}. ‹The official› said {so}.",
			[]string{"Otto Brandt", "Otto Brandt"}},
		{"the far-right leader", "‹Otto Brandt› said {it was late}. ‹The far-right leader› said {so}.",
			[]string{"Otto Brandt", "Otto Brandt"}},
		{"a mayor is no coach",
			"‹Mayor Otto Brandt› said {it was late}. ‹The coach› said {so}.", []string{"Otto Brandt", "The coach"}},
		{"a woman is no man", "‹Mr. Otto Brandt› said {it was late}. ‹The woman› said {so}.",
			[]string{"Otto Brandt", "The woman"}},
		{"long ago is another matter",
			"‹Otto Brandt› said {it was late}. Rain fell. It went on. Boats sank. ‹The official› said {so}.",
			[]string{"Otto Brandt", "The official"}},
		{"the two sides are who met", "France and Germany met in Ebben. ‹The two sides› discussed {the mole}.",
			[]string{"France & Germany"}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}

func TestOfTwoWhoFitTheLaterIsMeantAndItIsUnsure(t *testing.T) {
	a := marked(t, "The mayor of Ebben, Ann Bell, was late. The mayor of Tarn, Carla Dorn, was early. ‹The mayor› "+
		"said {it was late}.")
	r := resolve(t, a)
	alone := resolve(t, marked(t, "The mayor of Tarn, Carla Dorn, was early. ‹The mayor› said {it was late}.")).Quotes[0]
	if got := namesOf(r, 0); got != "Carla Dorn" || r.Quotes[0].Confidence > alone.Confidence-0.05 {
		t.Errorf("by %q, sure %.2f, and of one mayor %.2f", got, r.Quotes[0].Confidence, alone.Confidence)
	}
	if len(r.Quotes[0].Candidates) == 0 {
		t.Error("the other mayor was not weighed")
	}
}

func TestWhatSomebodyDoesSpeaksForThem(t *testing.T) {
	for text, want := range map[string]string{
		"President Ann Bell spoke late. ‹Bell's move› is aimed at {calming the unions}.":          "Ann Bell",
		"Carl Dorn sat in the front row. ‹Dorn's questions› were meant {to embarrass the mayor}.": "Carl Dorn",
		"The Harbour Commission met. ‹Its findings› suggest {that the mole is old}.":              "Harbour Commission",
		"Ann Bell fell ill. ‹Her specialist› feared {that it was late}.":                          "Ann Bell’s specialist",
	} {
		r := resolve(t, marked(t, text))
		if got := strings.Join(r.NamesBehind(0), " & "); got != want {
			t.Errorf("%s: %q", text, got)
		}
	}
}

func TestWhatSomebodyHasIsNotWhatAnotherHas(t *testing.T) {
	for text, want := range map[string]string{
		"‹Dorn's lawyers› said {he was late}. ‹Bell's lawyers› said {no}.":                   "Bell's lawyers",
		"‹Mira's family› said {it was late}. ‹Tom Hale's family› said {no}.":                 "Tom Hale's family",
		"‹Carl Dorn's team› said {it was late}. Ann Bell sang. ‹Ann Bell's team› said {no}.": "Ann Bell's team",
	} {
		r := resolve(t, marked(t, text))
		if got := strings.Join(r.NamesBehind(1), " & "); got != want {
			t.Errorf("%s: %q", text, got)
		}
	}
	again := resolve(t, marked(t, "Treasurer Ann Bell left. ‹Ann Bell's aides› said {she was ill}. ‹Bell's aides› said "+
		"{it was late}. ‹The aides› said {no}."))
	for q := range 3 {
		if got := strings.Join(again.NamesBehind(q), " & "); got != "Ann Bell's aides" {
			t.Errorf("again, %d: %q", q, got)
		}
	}
}

func TestAnOfficeSpeaksForItselfAndNotAsWhoseItIs(t *testing.T) {
	for _, c := range [][2]string{
		{"Mayor Ann Bell was away. ‹A statement released by the mayor's press office› said {it was late}.",
			"the mayor's press office"},
		{"Ann Bell was away. ‹A statement by Ann Bell's office› said {it was late}.", "Ann Bell's office"},
		{"The PM's office said no. ‹A statement by the mayor's press office› said {it was late}.",
			"the mayor's press office"},
		{"Ann Bell was away. ‹A statement by Ann Bell› said {it was late}.", "Ann Bell"},
	} {
		r := resolve(t, marked(t, c[0]))
		if got := strings.Join(r.NamesBehind(0), " & "); got != c[1] {
			t.Errorf("%s: %q", c[0], got)
		}
	}
}

func TestWhoIsToldOfBeforeTheirNameMayComeAfterTheFirstSentences(t *testing.T) {
	rain := strings.Repeat("Rain fell on the roofs. ", 5)
	told := "‹A federal judge› said {it was late}. Boats sank. U.S. District Judge Ann Bell left."
	r := resolve(t, marked(t, rain+told))
	if got := strings.Join(r.NamesBehind(0), " & "); got != "Ann Bell" {
		t.Errorf("soon after the start: %q", got)
	}
	r = resolve(t, marked(t, rain+rain+told))
	if got := strings.Join(r.NamesBehind(0), " & "); got != "A federal judge" {
		t.Errorf("far from the start: %q", got)
	}
}
