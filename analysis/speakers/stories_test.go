package speakers

import "testing"

func TestNobodySpeaksWhoIsNobody(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"no one", "Ann Bell spoke. ‹No one› said {it was late}.", []string{""}},
		{"nobody", "Ann Bell spoke. ‹Nobody› said {it was late}.", []string{""}},
		{"none of them", "Ann Bell spoke. ‹None of the nurses› said {it was late}.", []string{""}},
		{"it is no country by default",
			"The United States signed the treaty. The rain fell on the camp. ‹It› seems {that the treaty will hold}.",
			[]string{""}},
		{"a party's letter and a state's name are nobody",
			"‹Rep. Carl Dorn, R-Ill.,› said {it was late}. ‹Dorn› said {so}.", []string{"Carl Dorn", "Carl Dorn"}},
		{"the House is not the White House", "The White House was calm. ‹The House› said {it would vote}.",
			[]string{"The House"}},
		{"Keith Lamont Scott is not Scott Christie",
			"Gov. Scott Christie spoke. ‹Keith Lamont Scott› said {it was late}. ‹Christie› said {no}.",
			[]string{"Keith Lamont Scott", "Scott Christie"}},
		{"whose claim it is", "Mayor Ann Bell spoke. ‹Bell's claim› was {that it was late}.", []string{"Ann Bell"}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}

func TestWhoIsI(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"outside of any it is whoever signs the letter",
			"Dear all,\n\n‹I› think {it was late}.\n\nBest wishes,\n\nCarl Dorn", []string{"Carl Dorn"}},
		{"and so is the “we” of a testimony", "STATEMENT OF ANN BELL, MAYOR OF EBBEN\n\n‹We› believe {it is late}.",
			[]string{"Ann Bell"}},
		{"outside of any it is the article's author", "Rain fell on Friday. ‹I› think {it was late}.", []string{"I"}},
		{"behind words in quotation marks it is who spoke them",
			"{“It was late,”} ‹Ann Bell› said. “‹I› think {it was early}.”", []string{"Ann Bell", "Ann Bell"}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}

func TestManyAndOne(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"each of several", "‹Ann Bell, Otto Brandt and Carl Dorn all› said {it was late}.",
			[]string{"Ann Bell & Otto Brandt & Carl Dorn"}},
		{"both of two", "‹Ann Bell and Carl Dorn both› said {it was late}.", []string{"Ann Bell & Carl Dorn"}},
		{"they are two who were named together", "Ann Bell and Carl Dorn met on Friday. ‹They› said {it was late}.",
			[]string{"Ann Bell & Carl Dorn"}},
		{"neither of two who are named", "‹Neither Ann Bell nor Carl Dorn› said {whether it was late}.",
			[]string{"Ann Bell & Carl Dorn"}},
		{"they are those who are many", "The nurses marched on Friday. ‹They› said {it was late}.",
			[]string{"The nurses"}},
		{"they are a company", "Brannock Foods will close a plant on Friday. ‹They› said {it was sorry}.",
			[]string{"Brannock Foods"}},
		{"both leaders", "President Ann Bell called Chancellor Otto Brandt. ‹Both leaders› said {it went well}.",
			[]string{"Ann Bell & Otto Brandt"}},
		{"the two", "Ann Bell met Otto Brandt. ‹The two› said {it went well}.", []string{"Ann Bell & Otto Brandt"}},
		{"the former president is not the president",
			"Former President Otto Brandt met President Ann Bell. ‹The former president› said {no}. ‹The " +
				"president› said {yes}.",
			[]string{"Otto Brandt", "Ann Bell"}},
		{"two of one surname",
			"Hillary Clinton came with Bill Clinton. ‹She› said {it was late}. ‹He› said {so}. ‹Mrs. Clinton› " +
				"said {no}. ‹Mr. Clinton› said {yes}.",
			[]string{"Hillary Clinton", "Bill Clinton", "Hillary Clinton", "Bill Clinton"}},
		{"a surname comes first",
			"President Xi Jinping met Prime Minister Shinzo Abe. ‹Xi› said {it went well}. ‹Abe› said {so}.",
			[]string{"Xi Jinping", "Shinzo Abe"}},
		{"a seat of government speaks for itself", "The Kremlin was calm. ‹The Kremlin› said {no}. ‹Moscow› said {so}.",
			[]string{"Kremlin", "Moscow"}},
		{"a leader by the country",
			"Vladimir Putin, the president of Russia, met Xi Jinping, the president of China. ‹The Russian " +
				"leader› said {it went well}. ‹The Chinese president› said {so}.",
			[]string{"Vladimir Putin", "Xi Jinping"}},
		{"himself", "Otto Brandt met Carl Dorn. Dorn called. ‹Brandt himself› said {it was late}.",
			[]string{"Otto Brandt"}},
		{"who", "Ann Bell, ‹who› said {it was late}, left with Otto Brandt.", []string{"Ann Bell"}},
		{"nobody speaks of himself as he",
			"Otto Brandt spoke. ‹Carl Dorn› said {it was late}. ‹He› said {“He sang too long,”} and left.",
			[]string{"Carl Dorn"}},
		{"nobody calls his own government by his name",
			"Cabinet Chief Juan Manzur questioned the strike. {President Alberto Fernandez's government has " +
				"always favoured dialogue}, ‹he› added.", []string{"Juan Manzur"}},
		{"but his own he may",
			"Juan Manzur questioned the strike. {His government has always favoured dialogue}, ‹he› added.",
			[]string{"Juan Manzur"}},
		{"an office at a place",
			"‹French Ambassador to Qatar H E Jean-Baptiste Faivre› said {it was late}. ‹Faivre› said {so}.",
			[]string{"Jean-Baptiste Faivre", "Jean-Baptiste Faivre"}},
		{"an adviser is not the one advised", "‹An adviser to President Ann Bell› said {it was late}.",
			[]string{"An adviser to President Ann Bell"}},
		{"a name and an adverb", "‹President Yoon Suk-yeol briefly› addressed {the concerns}. ‹Yoon› said {so}.",
			[]string{"Yoon Suk-yeol", "Yoon Suk-yeol"}},
		{"an official and his wife", "Otto Brandt came with his wife Anna. ‹She› said {it was late}.",
			[]string{"Anna"}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}
