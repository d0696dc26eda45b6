package speakers

import "testing"

func TestWhoGoesOnIsWhoSpokeNotWhoWasSpokenOf(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"a child whom an aunt speaks of",
			"Clara Dorn, 19, was swept from the mole.\n\n{“Clara knew every stone,”} ‹her aunt, Ann Bell,› said. " +
				"“Clara was careful.”\n\n‹She› added: {“There should be a rail.”}", []string{"Ann Bell", "Ann Bell"}},
		{"a driver whom an inspector speaks of",
			"{“Carl Dorn braked at once,”} ‹Inspector Otto Brandt› said. “Carl even steered for the ditch.”\n\n‹He› " +
				"added: {“Nobody could have stopped.”}", []string{"Otto Brandt", "Otto Brandt"}},
		{"one who left, of whom a chairwoman speaks",
			"{“We asked Ms Dorn to stay,”} said ‹Ann Bell›. “Ms Dorn had other plans.”\n\n‹She› went on: {“We open in " +
				"May.”}", []string{"Ann Bell", "Ann Bell"}},
		{"one who is praised", "{“Otto Brandt never lied,”} said ‹Carl Dorn›. ‹He› continued: {“I miss the man.”}",
			[]string{"Carl Dorn", "Carl Dorn"}},
		{"one who is blamed, in the present", "{“Otto Brandt lies,”} says ‹Carl Dorn›. ‹He› adds {that he is tired}.",
			[]string{"Carl Dorn", "Carl Dorn"}},
		{"one who is told of in a clause",
			"‹Ann Bell› said {that Clara Dorn had lost her keys}. ‹She› also said {the door was open}.",
			[]string{"Ann Bell", "Ann Bell"}},
		{"a company of which another speaks",
			"‹The Fishers' Union› said {Brannock Foods had lied}. ‹It› added {that it would strike}.",
			[]string{"Fishers' Union", "Fishers' Union"}},
		{"several who go on",
			"‹Ann Bell and Carl Dorn› said {Otto and Ivo Lund had lied}. ‹They› added {that it was late}.",
			[]string{"Ann Bell & Carl Dorn", "Ann Bell & Carl Dorn"}},
		{"a player of whom a coach only speaks",
			"‹Ann Bell› said {it was late}. {“Clara ran with a fever and never moaned,”} ‹Bell› said. {“She deserves a " +
				"rest,”} ‹she› went on.\n\n{“It was late,”} ‹she› said.",
			[]string{"Ann Bell", "Ann Bell", "Ann Bell", "Ann Bell"}},
		{"one of whom only the quoted words tell",
			"‹Carl Dorn› told the court {that “Mr Brandt laughed at me”}. ‹He› said {it was late}.\n\n{“I could not hold " +
				"him,”} ‹he› testified.", []string{"Carl Dorn", "Carl Dorn", "Carl Dorn"}},
		{"a mare of whom a man tells",
			"‹Otto Brandt› said {the roof fell behind the last mare}. {“She bit me, and I thanked her,”} ‹he› said.",
			[]string{"Otto Brandt", "Otto Brandt"}},
		{"a body that tells of itself by what it is called",
			"‹The Harbour Commission› said {the mole was old}. {The commission has hired a diver}, ‹it› said.",
			[]string{"Harbour Commission", "Harbour Commission"}},
		{"but a man is no woman", "‹Ms. Ann Bell› said {that Otto Brandt had lied}. ‹He› added {that it was late}.",
			[]string{"Ann Bell", "Otto Brandt"}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}

func TestWhomNothingTellsApartIsUnsure(t *testing.T) {
	for _, text := range []string{
		"Clara Dorn met Ann Bell at the depot on Tuesday. {“It cannot go on like this,”} ‹she› said.",
		"The mayor of Ebben, Otto Brandt, and the mayor of Tarn, Carl Dorn, shook hands. ‹He› said {it was late}.",
		"Otto Brandt wrote to Carl Dorn about the mole. ‹He› said {it was late}.",
		"Clara Dorn stood beside Ann Bell at the gate. ‹She› thought {that it was late}.",
		"‹Clara Dorn› met Ann Bell [to talk] about {the school run}. {“It cannot go on like this,”} ‹she› said.",
	} {
		r := resolve(t, marked(t, text))
		if q := r.Quotes[len(r.Quotes)-1]; q.Confidence > 0.6 {
			t.Errorf("%s: sure %.2f", text, q.Confidence)
		}
	}
	for _, text := range []string{
		"Clara Dorn met Otto Brandt at the depot on Tuesday. {“It cannot go on like this,”} ‹she› said.",
		"{“It is late,”} [said] ‹Carl Dorn›, who met Otto Brandt. {“It cannot go on like this,”} ‹he› said.",
	} {
		r := resolve(t, marked(t, text))
		if q := r.Quotes[len(r.Quotes)-1]; q.Confidence < 0.7 {
			t.Errorf("%s: sure %.2f", text, q.Confidence)
		}
	}
}

func TestSpeechThatStandsAloneIsOfWhoeverActsBeforeIt(t *testing.T) {
	for text, want := range map[string]string{
		"Clara Dorn turned to Ann Bell. ‹›{“The money is gone.”} Bell nodded.":                       "Clara Dorn",
		"Ann Bell leaned over the gate. ‹›{“Then we shall sell the goat.”} Dorn shook her head.":     "Ann Bell",
		"Carl Dorn put a jar before Premier Otto Brandt. ‹›{“This is a day's work.”} Brandt smiled.": "Carl Dorn",
		"Ann Bell got up from her seat. ‹›{“He owes us one crown.”} The chairman rang his bell.":     "Ann Bell",
		"Being a good neighbour matters to Ann Bell, and her advice shows it. ‹›{“Let them pass.”}":  "Ann Bell",
		"Losing a knife is what Clara Dorn fears most. ‹›{“Borrow my coat, not the blade.”}":         "Clara Dorn",
		"A good winter is all that Carl Dorn, a farmer, asks for. ‹›{“Snow feeds the wells.”}":       "Carl Dorn",
		"A nurse came in. ‹›{“It is time to sleep.”}":                                                "A nurse",
		"Ann Bell met Clara Dorn, and Dorn met Bell. ‹›{“It is time to sleep.”}":                     "",
		"It rained. ‹›{“It is time to sleep.”}":                                                      "",
	} {
		if got := namesOf(resolve(t, marked(t, text)), 0); got != want {
			t.Errorf("%q: by %q, not %q", text, got, want)
		}
	}
}

func TestTheItThatStandsForAClauseIsNobody(t *testing.T) {
	for _, cue := range []string{"seems", "now appears", "would seem", "still remains"} {
		text := "Brannock Foods will close. ‹It› " + cue + " {that the bread was dear}."
		if r := resolve(t, marked(t, text)); namesOf(r, 0) != "" {
			t.Errorf("%q: by %q", text, namesOf(r, 0))
		}
	}
}

func TestWordsWithinASentenceAreOfWhoSpeaksInIt(t *testing.T) {
	for text, want := range map[string]string{
		"‹Carl Dorn› said {he believed cuts were needed}, but that ‹›{“there are smarter ways to cut.”}": "Carl Dorn",
		"Ann Bell criticized leaders who ‹›{“are just focused on making the trains run.”}":               "Ann Bell",
		"Summing up the situation, Mr. Otto Brandt told “Harbour News,” ‹›{“Never point a weapon.”}":     "Otto Brandt",
	} {
		r := resolve(t, marked(t, text))
		if got := r.NamesBehind(len(r.Quotes) - 1); len(got) != 1 || got[0] != want {
			t.Errorf("%s: %q", text, got)
		}
	}
}
