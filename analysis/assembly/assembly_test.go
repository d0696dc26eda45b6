package assembly

import (
	"context"
	"strings"
	"sync"
	"testing"

	"hearsay/analysis/annotated/annotatedtest"
	"hearsay/analysis/attribution"
	"hearsay/analysis/text"
)

var loadFinder = sync.OnceValues(attribution.Load)

// assembled are the quotes of s, each as "[source] <cue> part … part", a line each; apart are stretches that are set
// apart.
func assembled(t *testing.T, s string, apart ...string) string {
	t.Helper()
	f, err := loadFinder()
	if err != nil {
		t.Fatal(err)
	}
	x := annotatedtest.Read(t, s)
	list, err := f.Find(context.Background(), x, func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	var set []text.Span
	for _, a := range apart {
		at := strings.Index(s, a)
		if at < 0 {
			t.Fatalf("%q is not in the text", a)
		}
		set = append(set, text.Span{Start: at, End: at + len(a)})
	}
	list = Assemble(x, attribution.AddUncued(x, list), set)
	list, _ = Join(x, list, func(int, int) bool { return true })
	var lines []string
	for _, a := range list {
		lines = append(lines, "["+words(s, a.Source)+"] <"+words(s, a.Cue)+"> "+words(s, a.Content))
	}
	return strings.Join(lines, "\n")
}

func words(s string, spans []text.Span) string {
	var w []string
	for _, p := range spans {
		w = append(w, strings.Join(strings.Fields(p.Of(s)), " "))
	}
	return strings.Join(w, " … ")
}

// holds tells whether every line of want is one of got's.
func holds(t *testing.T, s, got string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains("\n"+got+"\n", "\n"+w+"\n") {
			t.Errorf("%s\n got %s\nwant %s", s, got, w)
		}
	}
}

// What goes on behind “…,” she said. is hers: in the same sentence, in the next one, and in the paragraphs behind.
func TestAQuotationThatGoesOnIsOneQuote(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"“The locks were never tested,” Petra Holm said. “Nobody even asked for the keys.”",
			"[Petra Holm] <said> “The locks were never tested,” … “Nobody even asked for the keys.”"},
		{"“The locks,” Petra Holm said, “were never tested by anybody at all.”",
			"[Petra Holm] <said> “The locks,” … “were never tested by anybody at all.”"},
		{"\"It is a good wine,\" said Aldo Perini during a visit to the cellars of the valley, \"but nobody will pay " +
			"forty crowns for a bottle of it.\"",
			"[Aldo Perini] <said> \"It is a good wine,\" … \"but nobody will pay forty crowns for a bottle of it.\""},
		{"“It was nine feet wide,” said Hans Roth, “and it held.”",
			"[Hans Roth] <said> “It was nine feet wide,” … “and it held.”"},
		{"“We lost everything in the flood,” said Anna Krol.\n“The piano was found in a field nine miles away.”",
			"[Anna Krol] <said> “We lost everything in the flood,” … “The piano was found in a field nine miles away.”"},
		{"\"He is a fine player who will make us better,\" said coach Cameron Doyle.\n\n\"With his speed he is going to be " +
			"a real asset for the whole team.\"\n\nThe season begins in March.",
			"[coach Cameron Doyle] <said> \"He is a fine player who will make us better,\" … " +
				"\"With his speed he is going to be a real asset for the whole team.\""},
		{"“I was afraid of the dog,” Mr. Sims told reporters.\n\n“It had bitten two of the neighbours before.\n\n“But it " +
			"never bit me, and I fed it for nine years.”",
			"[Mr. Sims] <told> “I was afraid of the dog,” … “It had bitten two of the neighbours before. … " +
				"“But it never bit me, and I fed it for nine years.”"},
		{"“We lost nine fields in a night,” Anna Krol said. Her neighbour Jan Wolny “has lost all of his cows to the " +
			"river, and he is not insured at all.”",
			"[Anna Krol] <said> “We lost nine fields in a night,” … " +
				"“has lost all of his cows to the river, and he is not insured at all.”"},
		{"''The vote was a farce from beginning to end,'' Ms. Tarr said.\n\n''We will go to court over it on Monday.''",
			"[Ms. Tarr] <said> ''The vote was a farce from beginning to end,'' … ''We will go to court over it on Monday.''"},
	} {
		holds(t, c.text, assembled(t, c.text), c.want)
	}
}

// What bears out a paraphrase, in the next paragraph, is part of it; what follows another one's words is not.
func TestAQuotationBehindAParaphraseIsPartOfIt(t *testing.T) {
	const words = "“We have waited for the dredger since the great storm.”"
	for _, c := range []struct{ text, want string }{
		{"The harbour will be dredged in May, the mayor said.\n\n" + words,
			"[the mayor] <said> The harbour will be dredged in May … " + words},
		{"The mayor said that the harbour would be dredged in May.\n\n" + words,
			"[The mayor] <said> that the harbour would be dredged in May … " + words},
		{"“The harbour is closed for good,” the mayor said. Fishermen were angry.\n\nThe dredger came in May.\n\n" + words,
			"[] <> " + words},
	} {
		holds(t, c.text, assembled(t, c.text), c.want)
	}
}

// Two quotations with nothing between them are two turns, of which the cue has the nearer one.
func TestTwoQuotationsSideBySideAreTwoTurns(t *testing.T) {
	for _, c := range []struct{ text, near, other string }{
		{"“Have you seen the captain?” “He went home at noon,” the cook replied.", "“He went home at noon,”",
			"“Have you seen the captain?”"},
		{"\"Are you ever coming back?\" \"Not in this life, my dear,\" Marta Reeve said.", "\"Not in this life, my dear,\"",
			"\"Are you ever coming back?\""},
		{"“Who paid for all of this?” “You did, sir,” answered the porter.", "“You did, sir,”",
			"“Who paid for all of this?”"},
		{"Marta Reeve asked: “Who will pay for the roof?” “Nobody will pay for it.”", "“Who will pay for the roof?”",
			"“Nobody will pay for it.”"},
		{"“I want my money back now.” “There is none left,” said the banker, Otto Wirth.", "“There is none left,”",
			"“I want my money back now.”"},
	} {
		got := assembled(t, c.text) + "\n"
		if !strings.Contains(got, "> "+c.near+"\n") || !strings.Contains(got, "[] <> "+c.other+"\n") {
			t.Errorf("%s\n got %s", c.text, got)
		}
	}
}

// What is set apart behind a colon is said by whom the words before it name, however it is set apart.
func TestWhatIsSetApartBehindAColonIsWhosIsNamedThere(t *testing.T) {
	const end = "\n\nThe council will answer next week, and the mill stays shut until then."
	for _, c := range []struct {
		text  string
		apart []string
		want  string
	}{
		{"In a note to her tenants, Olga Brandt wrote:\n\nThe roof will be mended. I am sorry for the buckets." + end,
			[]string{"The roof will be mended. I am sorry for the buckets."},
			"[Olga Brandt] <wrote> The roof will be mended. I am sorry for the buckets."},
		{"The company’s statement read:\n\nWe regret the noise. It will end on Monday." + end, nil,
			"[The company’s statement] <read> We regret the noise. It will end on Monday."},
		{"The mill's owner, Hans Roth, replied in an e-mail:\n\n    Nobody was hurt. Nobody will be.\n\n    The mill " +
			"is safe." + end, nil,
			"[The mill's owner, Hans Roth] <replied> Nobody was hurt. Nobody will be. … The mill is safe."},
		{"Councillor Dee Marsh also said:\n\n- The weir leaks in three places\n- Nobody has a key to the sluice\n" + end, nil,
			"[Councillor Dee Marsh] <also said> The weir leaks in three places … Nobody has a key to the sluice"},
		{"She called for:\n\n• A new weir\n• A second key\n• A warden who can swim" + end, nil,
			"[She] <called for> A new weir … A second key … A warden who can swim"},
		{"The union listed:\n\n1. Higher wages\n2. Shorter shifts\n3. Warm soup at noon" + end, nil,
			"[The union] <listed> Higher wages … Shorter shifts … Warm soup at noon"},
		{"In his report, the surveyor, Marc Dunn, warned:\n\nThe piles are rotten\n\nThe deck will not last" + end,
			[]string{"The piles are rotten", "The deck will not last"},
			"[the surveyor, Marc Dunn] <warned> The piles are rotten … The deck will not last"},
		{"The minister has promised the following:\n\n(a) no school will close\n(b) every bus will run" + end, nil,
			"[The minister] <has promised> no school will close … every bus will run"},
		{"On her page the singer posted:\n\nI am alive. Please stop sending lilies." + end, nil,
			"[the singer] <posted> I am alive. Please stop sending lilies."},
		{"After the storm Adam Weir tweeted:\n\nThe bridge is open again, and the band is still playing." + end, nil,
			"[Adam Weir] <tweeted> The bridge is open again, and the band is still playing."},
	} {
		holds(t, c.text, assembled(t, c.text, c.apart...), c.want)
	}
}

// A colon alone makes nobody's words of what follows.
func TestAColonWithoutAVerbOfSpeechAttributesNothing(t *testing.T) {
	for _, s := range []string{
		"The results were as bad as everybody had feared:\n\n- Harrowick 0, Corvane 4\n- Kestle Bay 1, Drennick 3",
		"What you need for the soup:\n\nTwo leeks, a litre of milk and a day to spare.",
		"Three towns have a weir:\n\n1. Harrowick\n2. Corvane\n3. Drennick",
	} {
		if got := assembled(t, s); got != "" {
			t.Errorf("%s\n got %s", s, got)
		}
	}
}

// Who acts right before a quotation speaks, else who acts right behind it: no cue tells so.
func TestWhoActsBesideAQuotationSpeaks(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Vera Lind shook her head. “Never in my life.” Bell laughed.", "[Vera Lind] <> “Never in my life.”"},
		{"Tom Bell turned to Vera Lind. “We have no money left.” Lind nodded.", "[Tom Bell] <> “We have no money left.”"},
		{"Olga Brandt put the keys on the table. “The house is yours now.” Roth looked at them.",
			"[Olga Brandt] <> “The house is yours now.”"},
		{"The old farmer pointed at the hill. “That is where it fell.” Nobody looked up.",
			"[The old farmer] <> “That is where it fell.”"},
		{"She leaned over the fence. “You can have the goat for nothing.” The boy ran.",
			"[She] <> “You can have the goat for nothing.”"},
		{"Adam Weir got up from his chair. “I will not sign that paper.” The lawyer closed his file.",
			"[Adam Weir] <> “I will not sign that paper.”"},
		{"Marc Dunn is waiting at the gate. “They come at six.” The driver sounds the horn.",
			"[Marc Dunn] <> “They come at six.”"},
		{"“Nobody will ever find out.” Petra Holm locked the door.", "[Petra Holm] <> “Nobody will ever find out.”"},
		{"The judge took off his glasses. \"Case dismissed, and good night.\" The clerk stood up.",
			"[The judge] <> \"Case dismissed, and good night.\""},
		{"Dee Marsh kissed the cup. “This is for my mother.” Her coach wiped his eyes.",
			"[Dee Marsh] <> “This is for my mother.”"},
	} {
		s := "It was the last day of the fair.\n\n" + c.text + "\n\nThe fair will be back in June."
		holds(t, s, assembled(t, s), c.want)
	}
}

// What cannot speak is no source, whatever it does in the sentence before.
func TestWhatCannotSpeakSaysNothing(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"For Vera Lind, the swim before dawn is no hardship. “The cold is only loud for a minute.”",
			"[Vera Lind] <> “The cold is only loud for a minute.”"},
		{"Nothing makes Petra Holm angrier than a wasted pear. “A bruise is not a death.”",
			"[Petra Holm] <> “A bruise is not a death.”"},
	} {
		s := c.text + "\n\nThe fair will be back in June."
		holds(t, s, assembled(t, s), c.want)
	}
}

// A reporting verb has its quotation, whatever is done beside it.
func TestACueComesBeforeWhatSomebodyDoes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Vera Lind shook her head. “Never in my life,” said Tom Bell.", "[Tom Bell] <said> “Never in my life,”"},
		{"Vera Lind turned to Bell. Bell said: “There is no money left.” Lind left.",
			"[Bell] <said:> “There is no money left.”"},
	} {
		holds(t, c.text, assembled(t, c.text), c.want)
	}
}

// A name behind a dash, or as the last words within the marks, is that of who said what stands before it.
func TestWhoSignsAQuotationSaidIt(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"“I have been late for every bell since the clock stopped.” — Vera Lind, teacher",
			"[Vera Lind, teacher] <—> “I have been late for every bell since the clock stopped.”"},
		{"“It squeaks.” — Olga Brandt, Harrowick", "[Olga Brandt, Harrowick] <—> “It squeaks.”"},
		{"“It squeaks.” - Hans Roth", "[Hans Roth] <-> “It squeaks.”"},
		{"\"The soup was cold.\" -- Adam Weir, cook", "[Adam Weir, cook] <--> \"The soup was cold.\""},
		{"“We waited for an hour, and then we walked.”\n\n— Petra Holm, nurse",
			"[Petra Holm, nurse] <—> “We waited for an hour, and then we walked.”"},
		{"“We waited for an hour, and then we walked.”\n– Councillor Dee Marsh",
			"[Councillor Dee Marsh] <–> “We waited for an hour, and then we walked.”"},
		{"I have lived in this street for forty years. We never had a lamp.\n\n— Marc Dunn, Corvane",
			"[Marc Dunn, Corvane] <—> I have lived in this street for forty years. We never had a lamp."},
		{"“I met my husband on this pier, and I lost him there as well. Anna Krol, retired clerk”",
			"[Anna Krol, retired clerk] <> “I met my husband on this pier, and I lost him there as well."},
		{"“I met my husband on this pier, and I lost him there as well. — Anna Krol, retired clerk”",
			"[Anna Krol, retired clerk] <—> “I met my husband on this pier, and I lost him there as well."},
		{"“The best bread in the valley, and the worst coffee.” — Tom Bell.",
			"[Tom Bell] <—> “The best bread in the valley, and the worst coffee.”"},
	} {
		s := "What readers say of the town\n\n" + c.text + "\n\nThe clock was mended in May. It has two hands."
		holds(t, s, assembled(t, s), c.want)
	}
}

// Dashes part other things from each other, too.
func TestWhatStandsBehindADashNeedNotSign(t *testing.T) {
	for _, s := range []string{
		"The clock was mended in May. It has two hands.\n\n— Tom Bell",
		"The bridge is safe, and so is the weir — Harrowick Council paid for both.",
		"The lamps will be lit at six.\n\n- Harrowick\n- Corvane",
	} {
		if got := assembled(t, s); got != "" {
			t.Errorf("%s\n got %s", s, got)
		}
	}
}

// A headline sets words off from who says them, without a verb.
func TestAHeadlineNamesWhoSpeaks(t *testing.T) {
	for _, c := range []struct{ headline, want string }{
		{"Weir will be mended by May – Bell", "[Bell] <–> Weir will be mended by May"},
		{"“The weir is lost” — engineer", "[engineer] <—> “The weir is lost”"},
		{"‘A bitter day for us all’: Bell on the closing of the mine", "[Bell] <:> ‘A bitter day for us all’"},
		{"\"We heard the ice break\" - survivor", "[survivor] <-> \"We heard the ice break\""},
		{"Flood has ruined every third mill – Tom Bell", "[Tom Bell] <–> Flood has ruined every third mill"},
	} {
		s := c.headline + "\n\nThe engineer, Tom Bell, came to Harrowick on Tuesday. It rained."
		holds(t, s, assembled(t, s), c.want)
	}
	for _, s := range []string{
		"The weir is lost – at last\n\nIt rained on Tuesday.",
		"Weir, mine, clock: a year in Harrowick\n\nIt rained on Tuesday.",
	} {
		if got := assembled(t, s); got != "" {
			t.Errorf("%s\n got %s", s, got)
		}
	}
}

// A label that a page puts into a quotation does not end it.
func TestALabelOfThePageDoesNotEndAQuotation(t *testing.T) {
	for _, label := range []string{"Advertisement", "Story continues below", "ADVERTISEMENT"} {
		s := "It rained.\n\n“I will not go back to that house\n\n" + label +
			"\n\nfor all the money in the valley,” said Vera Lind."
		holds(t, s, assembled(t, s),
			"[Vera Lind] <said> “I will not go back to that house … for all the money in the valley,”")
	}
}

// Words that stand behind a sentence which names one person are that person's.
func TestWordsBehindTheOnlyNameAreThatPersons(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Bees mean everything to Vera Lind, and the shelf of prizes in the hall shows it. “You must hum to them before " +
			"you open the hive.”", "[Vera Lind] <> “You must hum to them before you open the hive.”"},
		{"There is no better cook in the valley than Hans Roth. “Salt the water until it tastes like the sea.”",
			"[Hans Roth] <> “Salt the water until it tastes like the sea.”"},
		{"The winter was hard on Anna Krol. “I burned the chairs first, and then I burned the table.”",
			"[Anna Krol] <> “I burned the chairs first, and then I burned the table.”"},
	} {
		holds(t, c.text, assembled(t, c.text), c.want)
	}
	const two = "There is no better cook than Hans Roth or Anna Krol. “Salt the water until it tastes like the sea.”"
	if got := assembled(t, two); strings.HasPrefix(got, "[Hans") || strings.HasPrefix(got, "[Anna") {
		t.Errorf("%s\n got %s", two, got)
	}
}

// A quotation that a verb of speech and its subject follow is that subject's, whoever said the one before it.
func TestEachVerbOfSpeechHasTheQuotationBeforeIt(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"“It was,” answered Thea Magnusson. “It never rained,” answered her sister, Linnea Magnusson.",
			"[her sister, Linnea Magnusson] <answered> “It never rained,”"},
		{"“It was,” answered Thea Magnusson. “It never rained,” answered her sister, Linnea Magnusson.",
			"[Thea Magnusson] <answered> “It was,”"},
		{"“Where are you?” asked the controller, Mirela Popescu. “I was hoping that you would tell me,” came the pilot's " +
			"reply.", "[the pilot] <came> “I was hoping that you would tell me,”"},
	} {
		holds(t, c.text, assembled(t, c.text), c.want)
	}
}

// A quotation that a box of the page has parted goes on behind it, also where it does with “I”.
func TestAQuotationGoesOnBehindABox(t *testing.T) {
	const s = "\"She knows the timetable better than\n\nI do,\" said Olga Petrenko, her keeper."
	holds(t, s, assembled(t, s),
		"[Olga Petrenko, her keeper] <said> \"She knows the timetable better than … I do,\"")
}

// What stands below words that introduce it without a verb of speech: “according to”, points that somebody makes, a
// heading, a note that reads.
func TestWhatIsIntroducedWithoutAVerbOfSpeech(t *testing.T) {
	const list = "\n\n- The pumps were never tested\n- Nobody had asked for the keys\n\nThe inquiry goes on."
	const said = "The pumps were never tested … Nobody had asked for the keys"
	for _, c := range []struct{ text, want string }{
		{"According to Pietro Zanella:" + list, "[Pietro Zanella] <According to> " + said},
		{"The coach of the national side, Monique Lefebvre, made two points after the defeat:" + list,
			"[The coach of the national side, Monique Lefebvre] <made two points> " + said},
		{"Key points from the speech of Chancellor Wilhelmina Krog to the party:" + list,
			"[Wilhelmina Krog] <points> " + said},
		{"A note in its case, signed by Enrique Valdivia, a retired sailor, read:\n\nI took it from the cloakroom. I never " +
			"learned to play.\n\nThe school was glad.",
			"[Enrique Valdivia] <read> I took it from the cloakroom. I never learned to play."},
	} {
		holds(t, c.text, assembled(t, c.text), c.want)
	}
	// A list of what there is or what was bought is nobody's words.
	for _, s := range []string{"The firm bought three ships:" + list, "On the agenda with Ada Venn:" + list} {
		if got := assembled(t, s); strings.Contains(got, said) {
			t.Errorf("%s\n got %s", s, got)
		}
	}
}

// Words that are set apart belong to the name that signs them, with or without marks.
func TestABlockThatANameSigns(t *testing.T) {
	const block = "The ball was round, and that was the problem. — Sven Aaltonen, coach of Kuopio"
	const s = "Words of the week.\n\n" + block + "\n\nThe weather was fine."
	const want = "[Sven Aaltonen, coach of Kuopio] <—> The ball was round, and that was the problem."
	holds(t, s, assembled(t, s, block), want)
	if got := assembled(t, s); strings.Contains(got, "round") {
		t.Errorf("a paragraph that is not set apart may be the reporter's: %s", got)
	}
	const two = "Words of the week.\n\nBuild it, and be done with it.\n\n— Olumide Sowande, driver\n\nIt rained."
	holds(t, two, assembled(t, two, "Build it, and be done with it."),
		"[Olumide Sowande, driver] <—> Build it, and be done with it.")
}
