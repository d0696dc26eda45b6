package speakers

import "testing"

func TestDescriptionsLeadToThoseTheyFit(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"a people's name leads to its country's leader, though no table has them",
			"President Ann Bell of Morvania called Otto Brandt, the president of Tesk. ‹The Morvanian leader " +
				"nevertheless› said {it went well}.", []string{"Ann Bell"}},
		{"the presidents are those who were called so",
			"President Ann Bell met President Otto Brandt and Chancellor Ivo Lund. ‹The presidents› said {it " +
				"went well}.",
			[]string{"Ann Bell & Otto Brandt"}},
		{"both governments are those of two countries",
			"France talked with Germany all night. ‹Both governments› said {it went well}.",
			[]string{"France & Germany"}},
		{"more leaders than are named are nobody in particular",
			"President Ann Bell met President Otto Brandt. ‹The nine presidents› said {it went well}.",
			[]string{"The nine presidents"}},
		{"names behind a plural are those meant",
			"‹Two nurses, Ann Bell and Carl Dorn,› said {they would stay}. ‹Both› said {it was late}.",
			[]string{"Ann Bell & Carl Dorn", "Ann Bell & Carl Dorn"}},
		{"an apposition behind an \"and\"", "Peter Crane came. ‹Crane and his sister, Laura Moss,› said {it was late}.",
			[]string{"Peter Crane & Laura Moss"}},
		{"whose aides they are", "Treasurer Ann Bell left early. Bell was ill. ‹Her aides› said {she was ill}.",
			[]string{"Bell’s aides"}},
		{"the company is the one the article is about",
			"Brannock Foods will close a plant. Its owner, Ann Bell, came from the coffee chain Morley Group. " +
				"Brannock has 900 workers. ‹The company› said {it was sorry}.",
			[]string{"Brannock Foods"}},
		{"the institute is the one that is called so",
			"Work was done at the Marley Sea Institute. The Fishers' Association pays for it. ‹The institute› " +
				"said {it was late}.", []string{"Marley Sea Institute"}},
		{"a mayor is no minister", "Mayor Ann Bell asked for help. ‹The minister› said {no}.",
			[]string{"The minister"}},
		{"a producer is no president", "President Ann Bell spoke first. ‹The producer› said {it went well}.",
			[]string{"The producer"}},
		{"the end of a longer phrase stands for the whole",
			"Brannock Foods will close. The maker of Silver Loaf bread and ‹country cakes› expects {to lose money}.",
			[]string{"Brannock Foods"}},
		{"a pronoun before its name",
			"Ann Bell met Clara Dorn on Monday. During her campaign Dorn called the plan late, and ‹she› said " +
				"{that it was over}.",
			[]string{"Clara Dorn"}},
		{"a politician is called by party and state where nothing told them before",
			"‹Ann Bell› said {it was late}. ‹The Ohio Republican› said {it was early}. Otto Brandt sang. ‹The " +
				"Utah Republican› said {no}.",
			[]string{"Ann Bell", "Ann Bell", "The Utah Republican"}},
		{"a party and a state tell a politician",
			"Sen. Ann Bell (R-Ky.) met Rep. Carl Dorn, D-Ohio, and Otto Brandt, Democrat of Texas. ‹The " +
				"Kentucky Republican› said {yes}. ‹The Ohio congressman› said {no}.",
			[]string{"Ann Bell", "Carl Dorn"}},
		{"a phrase begins anew behind what a list left",
			"The Harbour Commission met. Its oversight of the ports ‹rules The Commission› said {so}.",
			[]string{"Harbour Commission"}},
		{"a body by the last word of its name",
			"The Harbour Commission met. The rain fell. ‹The Commission› said {so}.", []string{"Harbour Commission"}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}

func TestReasonsSayWhatIsSo(t *testing.T) {
	for text, want := range map[string]string{
		"‹A nurse› said {it was late}.":  "“A nurse” is described, not named",
		"‹I› said {it was late}.":        "“I” is whoever wrote the article",
		"‹Ann Bell› said {it was late}.": "“Ann Bell” is named in the source",
	} {
		if got := resolve(t, marked(t, text)).Quotes[0].Chain[0].Reason; got != want {
			t.Errorf("%s: %q", text, got)
		}
	}
}

func TestTheDescriptionShownTellsMost(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"‹Its chairman, Otto Brandt,› said {no}.", "chairman"},
		{"Clara left with his father, Otto Brandt. ‹Brandt› said {no}.", ""},
		{"Mr. Otto Brandt came. ‹Brandt› said {no}.", ""},
		{"‹Presidential chief of staff Otto Brandt› said {no}.", "Presidential chief of staff"},
		{"‹The union's head of research, Otto Brandt,› said {no}.", "The union's head of research"},
		{"‹Two engineers who saw it, Otto Brandt and Ann Bell,› said {no}.", "engineers who saw it"},
		{"Mayor Otto Brandt came. ‹Brandt, a fierce and stubborn critic of the port,› said {no}.",
			"a fierce and stubborn critic of the port"},
	} {
		a := marked(t, c.text)
		if got := a.Text.Of(resolve(t, a).Speakers[0].Description); got != c.want {
			t.Errorf("%s: described as %q, not %q", c.text, got, c.want)
		}
	}
}

func TestSpeechThatStandsAloneIsOfWhomTheSentenceBeforeIsAbout(t *testing.T) {
	const alone = "\n\n‹›{“It was a long day.”}"
	for text, want := range map[string]string{
		"Ruth Haldane was tired after the vote." + alone:                               "Ruth Haldane",
		"Ruth Haldane was tired after the vote, and Otto Brandt was angry." + alone:    "",
		"Ruth Haldane was tired after the vote.\n\nThe rain fell on the port." + alone: "",
		"Ruth Haldane was tired after the vote.\n\n‹›{It was a long day}.":             "",
		"For Ruth Haldane and her town the night was not over." + alone:                "Ruth Haldane",
	} {
		r := resolve(t, marked(t, text))
		if got := namesOf(r, 0); got != want {
			t.Errorf("%q: by %q, not %q", text, got, want)
		}
		// It is less sure than where a name stands.
		if q := r.Quotes[0]; want != "" && (q.Confidence > 0.9 || len(q.Chain) == 0) {
			t.Errorf("%q: confidence %v, chain %v", text, q.Confidence, q.Chain)
		}
	}
}

func TestWhatLinksShareIsToldOnce(t *testing.T) {
	r := resolve(t, marked(t, "French President Jeanne Morel called German Chancellor Otto Brandt. "+
		"‹Both leaders› said {yes}. ‹They› said {no}."))
	seen := map[string]bool{}
	for _, l := range r.Quotes[1].Chain {
		if seen[l.Reason] {
			t.Errorf("%q is told twice", l.Reason)
		}
		seen[l.Reason] = true
	}
	if len(seen) != 3 {
		t.Errorf("got %v", r.Quotes[1].Chain)
	}
}

func TestWhatFitsNobodyIsSaidOfTheOneTheSentencesAreAbout(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"a woman among those told of", "Activists such as Clara Dorn fight on. After her exile ‹the young woman› " +
			"said {the case was lost}.", []string{"Clara Dorn"}},
		{"a source who has no name", "‹A person with knowledge of the talks› said {it was late}. ‹The source› added " +
			"{that it would rain}.", []string{"A person with knowledge of the talks", "A person with knowledge of the talks"}},
		{"one who held two offices", "former NSA director Michael Orme said. ‹Orme› said {it was late}. ‹The retired " +
			"general and former CIA director› said {the door was open}.", []string{"Michael Orme", "Michael Orme"}},
		{"but no vicar is a judge", "‹A judge at Tarn› said {it was late}. Nobody sang. ‹The vicar› said {it would rain}.",
			[]string{"A judge at Tarn", "The vicar"}},
		{"but no clerk is a judge", "‹Judge Otto Brandt› said {it was late}. ‹The judge's clerk› asked {who it was}.",
			[]string{"Otto Brandt", "The judge's clerk"}},
		{"nor is another's author", "{“No,”} wrote ‹one commentator›. ‹The author of another post› said {it was late}.",
			[]string{"one commentator", "The author of another post"}},
		{"a judge who is named next", "‹A federal magistrate judge› ruled {that the ban was void}. U.S. District " +
			"Magistrate Judge Candy Vale wrote 57 pages.", []string{"Candy Vale"}},
		{"a judge of a town", "‹A federal judge in Tarn› blocked it, saying {it was void}. U.S. District Judge Jon Orme " +
			"ruled late on Monday.", []string{"Jon Orme"}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}
