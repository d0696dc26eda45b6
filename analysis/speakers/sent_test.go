package speakers

import "testing"

func TestAnOfficeThatTellsWhereSomebodyIsSentIsTheirs(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"an ambassador, behind another name", "Sam Osei, mayor of Ebben, and Norwegian ambassador to Chad Carl Dorn came " +
			"to the port. ‹The Norwegian envoy› said {it was late}.", []string{"Carl Dorn"}},
		{"who is sent to a country is not of it", "The British ambassador to Norway Ann Bell came. ‹The Norwegian " +
			"ambassador› said {no}.", []string{"The Norwegian ambassador"}},
		{"a short title before the name", "The ambassador of Iraq Dr. Ann Bell signed it. ‹The ambassador› said {yes}.",
			[]string{"Ann Bell"}},
		{"a body with its acronym before the name",
			"Head of the Central Bank (CBM) Ann Bell came. ‹The head of the bank› said {yes}.", []string{"Ann Bell"}},
		{"one office and another, each before its name",
			"It was led by the governor of the Central Bank (CBM), Dr. Ann Bell and the head of the Port Authority, " +
				"Mr. Carl Dorn. ‹The governor› said {yes}.", []string{"Ann Bell"}},
		{"a body in brackets behind what it is", "‹The national rowing federation (NRF)› said {it was late}.",
			[]string{"NRF"}},
		{"one of a body that somebody else is of", "The UNDP head Ann Bell met French ambassador to Chad Carl Dorn. " +
			"‹The French ambassador› said {yes}. ‹The UNDP official› said {no}.", []string{"Carl Dorn", "Ann Bell"}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}

func TestWhoTellsOfAnotherIsNotThem(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"the words are of one who was described", "{The man who robbed the bank wrote to the paper}, ‹the local police " +
			"chief› said.", []string{"the local police chief"}},
		{"the words name one of two", "Mayor Ann Bell met Mayor Carl Dorn. {Ann Bell was late}, ‹the mayor› said.",
			[]string{"Carl Dorn"}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}

func TestWhatOpensASentenceIsSaidOfItsSubject(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"though", "Carl Dorn was a driver. Though not a rich man, ‹he› said {it was late}.", []string{"Carl Dorn"}},
		{"once", "Carl Dorn drives a cab. Once a rich man, ‹he› said {it was late}.", []string{"Carl Dorn"}},
		{"nothing but an article", "Carl Dorn drives a cab. A lover of maps, ‹he› said {it was late}.",
			[]string{"Carl Dorn"}},
		{"but the subject of a verb is somebody", "Carl Dorn left. A doctor came by, and ‹he› said {it was late}.",
			[]string{"A doctor"}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}

func TestWhoWasDescribedIsNamedSince(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"a bare name in the next paragraph", "{The market was under water}, said ‹a farmer who lives there›.\n“{We could " +
			"not sleep},” said ‹Tomas Reyes›.", []string{"Tomas Reyes", "Tomas Reyes"}},
		{"but not with an office of its own", "{The market was under water}, said ‹a farmer who lives there›.\n“{We could " +
			"not sleep},” said ‹Tomas Reyes, a priest›.", []string{"a farmer", "Tomas Reyes"}},
		{"nor one who answers", "“{Who held it?}” ‹a reporter› asked.\n“{I did},” said ‹Tomas Reyes›.",
			[]string{"a reporter", "Tomas Reyes"}},
		{"nor side by side", "“{It was me},” said ‹a farmer›. “{It was not},” said ‹Tomas Reyes›.",
			[]string{"a farmer", "Tomas Reyes"}},
		{"nor one who will not be named", "“{It was late},” said ‹a farmer who asked not to be named›.\n“{It was early},” " +
			"said ‹Tomas Reyes›.", []string{"a farmer", "Tomas Reyes"}},
		{"nor one whose twins are told of", "“{It was late},” said ‹a farmer›.\n“{It was early},” said ‹Eve Foss›, whose " +
			"twins sang.", []string{"a farmer", "Eve Foss"}},
		{"nor one of the other sex", "“{It was late},” said ‹a woman›.\n“{It was early},” said ‹Tomas Reyes›.",
			[]string{"a woman", "Tomas Reyes"}},
		{"nor a relative", "“{It was late},” said ‹his cousin›.\n“{It was early},” said ‹Tomas Reyes›.",
			[]string{"his cousin", "Tomas Reyes"}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}

func TestNamesAreThoseTheyDifferFromByASlip(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"a letter too many", "Karen Somerville came. ‹Sommerville› said {it was late}.", []string{"Karen Somerville"}},
		{"another letter", "Ali Al-Ghanem came. ‹Mr. Al-Ghanim› said {it was late}.", []string{"Ali Al-Ghanem"}},
		{"two who may be meant", "Karen Somerville met Ann Sommerwille. ‹Sommerville› said {it was late}.",
			[]string{"Sommerville"}},
		{"too short a name", "Karen Hanse came. ‹Hanke› said {it was late}.", []string{"Hanke"}},
		{"the last letter tells his wife from him", "Ivan Petrenkov came. ‹Petrenkova› said {it was late}.",
			[]string{"Petrenkova"}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}

func TestBodiesAndStatesByTheirOtherNames(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"an acronym without the country", "The U.S. Food and Drug Administration met. ‹The FDA› said {yes}.",
			[]string{"U.S. Food and Drug Administration"}},
		{"one of a people", "Rain fell. ‹The French professional› said {it was late}.", []string{"The French professional"}},
		{"who praises two is one", "‹Ann Bell, who picked a board that praised Carl Dorn and Eve Foss,› said {yes}.",
			[]string{"Ann Bell"}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}
