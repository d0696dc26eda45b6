package speakers

import "testing"

func TestWhoIsTheNearestNoun(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"the last of a list", "Two of the nurses and their head, Ann Bell, ‹who› said {it was late}, were heard.",
			[]string{"Ann Bell"}},
		{"one of two in a list", "Senators Ann Bell, ‹who› said {it was late}, and Carl Dorn came.", []string{"Ann Bell"}},
		{"the second of two", "Ann Bell and Carl Dorn, ‹who› said {it was late}, left.", []string{"Carl Dorn"}},
		{"a description", "The source of the leak, ‹who› said {it was late}, was heard.", []string{"The source"}},
		{"behind a body", "Ann Bell of Brannock Foods, ‹who› said {it was late}, left.", []string{"Ann Bell"}},
		{"the main clause is the subject's", "‹Ann Bell, who sits for the isles,› said {so}.", []string{"Ann Bell"}},
		{"and so is what follows", "‹Otto Brandt›, who met Carl Dorn, said {so}. ‹He› added {that it was late}.",
			[]string{"Otto Brandt", "Otto Brandt"}},
		{"a plural", "The farmers, ‹who› said {it was late}, left.", []string{"The farmers"}},
		{"a woman with an office", "The mayor, Ann Bell, ‹who› said {it was late}, left Otto Brandt.", []string{"Ann Bell"}},
		{"an indefinite one", "A farmer from Tarn ‹who› said {it was late} left Otto Brandt.", []string{"A farmer"}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}

func TestItSaidIsTheBodyThatSpokeOrWasTold(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"who said so in a statement",
			"{The balloon burst}, ‹the Air Survey› said in a statement. ‹It› said {nobody was hurt}.",
			[]string{"Air Survey", "Air Survey"}},
		{"a company by what it is called",
			"Brannock Foods will close. {It is over}, ‹the company› said. ‹It› said {that bread was dear}.",
			[]string{"Brannock Foods", "Brannock Foods"}},
		{"one that is told of since", "‹Brannock Foods› said {so}. The Fishers' Union had asked for more. ‹It› said {no}.",
			[]string{"Brannock Foods", "Fishers' Union"}},
		{"one without a name that is told of since",
			"‹Brannock Foods› said {so}.\n\nThe drivers' union had asked for a halt. ‹It› said {no}.",
			[]string{"Brannock Foods", "The drivers' union"}},
		{"not who leads it", "‹The Harbour Commission› said {so} after Ann Bell left. ‹It› said {no}.",
			[]string{"Harbour Commission", "Harbour Commission"}},
		{"not where it is", "‹The Harbour Commission› said {so} in Tarn. ‹It› said {no}.",
			[]string{"Harbour Commission", "Harbour Commission"}},
		{"in the present", "‹The Harbour Commission› says {so}. ‹It› says {no}.",
			[]string{"Harbour Commission", "Harbour Commission"}},
		{"adding", "‹The Fishers' Union› said {so}. ‹It› added {that boats were old}.",
			[]string{"Fishers' Union", "Fishers' Union"}},
		{"thrice", "‹The Fishers' Union› said {so}. ‹It› said {no}. ‹It› said {yes}.",
			[]string{"Fishers' Union", "Fishers' Union", "Fishers' Union"}},
		{"in the next paragraph", "‹The Fishers' Union› said {so}.\n\n‹It› said {no}.",
			[]string{"Fishers' Union", "Fishers' Union"}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}

func TestWhatIsSaidOfAClauseIsOfWhoSaysTheSentence(t *testing.T) {
	leads(t, "hands", "Carl Dorn was shot. Carl Dorn was at home. Otto Brandt said the videos showed Dorn's hands, "+
		"which ‹he› said {were empty}.", []string{"Otto Brandt"})
}
