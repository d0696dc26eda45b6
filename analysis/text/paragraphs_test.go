package text

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// outline is a text's paragraphs, with white space in them as single spaces, parted by bars.
func outline(s string) string {
	var out []string
	for _, p := range Paragraphs(s) {
		out = append(out, strings.Join(strings.Fields(p.Of(s)), " "))
	}
	return strings.Join(out, "|")
}

// The cases mark with "|" the line breaks that end a paragraph, with "/" those that do not, and with "¶" blank lines.
func checkLines(t *testing.T, cases map[string]string) {
	t.Helper()
	for name, c := range cases {
		in := strings.NewReplacer("|", "\n", "/", "\n", "¶", "\n\n").Replace(c)
		var parts []string
		for p := range strings.SplitSeq(strings.NewReplacer("/", " ", "¶", "|").Replace(c), "|") {
			parts = append(parts, strings.Join(strings.Fields(p), " "))
		}
		want := strings.Join(parts, "|")
		if got := outline(in); got != want {
			t.Errorf("%s\n got %s\nwant %s", name, got, want)
		}
	}
}

func TestAQuotationGoesOnOverLineBreaksUntilItsMarkCloses(t *testing.T) {
	long := strings.Repeat("The council met again in the long hall above the market and agreed on nothing. ", 3)
	checkLines(t, map[string]string{
		"two sentences":          long + "|“The bridge is new./The river is not,” said Ann Bell.|" + long,
		"three lines":            "It rained.|“We waited./Nobody came./Then it was dark,” he said.|They left.",
		"straight marks":         "It rained.|\"We waited./Nobody came,\" he said.|They left.",
		"apostrophes":            "It rained.|''We waited./Nobody came,'' he said.|They left.",
		"single marks":           "It rained.|‘We didn’t wait./Nobody’s coming,’ he said.|They left.",
		"angled marks":           "It rained.|«We waited./Nobody came», he said.|They left.",
		"after the cue":          "It rained.|Ann Bell said: “We waited./Nobody came.”|They left.",
		"going on after it":      "It rained.|“Yes,” she said, “we waited./Nobody came.”|They left.",
		"a capital within":       "It rained.|“We went to/Kestle Bay,” he said.|They left.",
		"within a title":         "It rained.|He sang “The Bells of/Kestle Bay” twice.|They left.",
		"a hyphen":               "It rained.|“We were out-/numbered,” he said.|They left.",
		"paragraphs of a speech": "He spoke.|“We waited. Nobody came.|“Then it was dark. We left,” he said.|They left.",
		"two speakers":           "He spoke.|“We waited,” he said.|“Nobody came,” she said.|They left.",
		"a mark that is lacking": "He spoke.|“We waited, he said.|They left.|It rained.",
		"a mark that is lacking, and a quotation": "He spoke.|\"We waited, he said.|She said \"never\" twice.|They left.",
		"inches":             "The plank was 6\" wide.|It was 9\" long.|They left.",
		"feet":               "He stood 5'11\" tall.|She was tall, too.|They left.",
		"items of a list":    "She said:|– “We waited.|– “Nobody came.”|They left.",
		"a blank line":       "He spoke.¶“We waited.¶Nobody came,” he said.¶They left.",
		"an inner quotation": "He spoke.|“She said ‘never’ to me./I laughed,” he said.|They left.",
	})
}

func TestSentencesWithALineOfTheirOwnMakeParagraphs(t *testing.T) {
	body := "Floods closed the road to the harbour on Monday./Nobody was hurt.¶" +
		"“We have seen worse,” said Ann Bell, who has kept the inn for forty years./“The cellar is dry.”¶" +
		"The harbour opens again on Friday.¶The mayor will speak on Sunday./She did not say what about."
	checkLines(t, map[string]string{
		"a wire story":       "Floods close road¶By Tom Dorn¶" + body,
		"a caption's credit": "Floods close road¶A road is flooded in Kestle Bay.|REUTERS - Tom Dorn¶" + body,
		"questions":          "Floods close road¶" + body + "¶Who pays for it?|The county does.",
		"labels":             "Floods close road¶" + body + "¶BELL: It was dark.|DORN: It was not.",
		"bullets":            "Floods close road¶" + body + "¶- The inn is open.|- The road is shut.",
		"a crosshead":        "Floods close road¶" + body + "¶The road|It was built in 1870.",
		"an abbreviation":    "Floods close road¶" + body + "¶A C.R.B./spokesman said no more.",
	})
	checkLines(t, map[string]string{
		"paragraphs with a line each, below a headline": "Floods close road¶Floods closed the road.|Nobody was hurt.|" +
			"The cellar is dry.|The harbour opens on Friday.|She spoke.",
		"paragraphs of several sentences": "Floods close road¶Floods closed the road. Nobody was hurt.|The cellar is dry. " +
			"It is old.¶The harbour opens on Friday. So does the inn.|She spoke. They left.¶It rained.¶It stopped.",
	})
}

func TestHardWrappedLinesMakeParagraphs(t *testing.T) {
	checkLines(t, map[string]string{
		"first lines set in": "   The lamp at Kestle Head will be lit by hand again/from June, the authority has decided, " +
			"and two/keepers will live at the foot of the old tower.|   “A machine does not hear a foghorn,” said Ann " +
			"Bell,/who speaks for the boats, which go out in all winds.|   The lamp was made automatic in the spring of " +
			"2013./A goat will live there, too, with a cow and two hens.",
		"a short line ends a paragraph": "The lamp at Kestle Head will be lit by hand again from/June, the authority has " +
			"decided. It did not say who/would pay for the oil.|Ann Bell, who speaks for the boats, said that she was/" +
			"glad, and that the keepers would be, too, in time to/come.",
		"a wide line among narrow ones": "The lamp at Kestle Head will be lit by hand again from/June, the authority has " +
			"decided, and it will pay for/oil, bread, and a goat.¶" + strings.Repeat("This is a long line. ", 10) +
			"¶Ann Bell, who speaks for the boats, said that she was/glad, and that the keepers would be, too, in time to/come.",
		"a headline, a byline, and a dateline": "Lamp to be lit by hand|By Tom Dorn¶The lamp at Kestle Head will be lit by " +
			"hand again from/June, the authority has decided, and it will pay for/oil, bread, and a goat.",
		"a list": "The lamp at Kestle Head needs the following goods from/the town, the authority has told the council " +
			"there:|- oil for two hundred nights, in barrels of forty|- bread|- a goat",
	})
	checkLines(t, map[string]string{
		"sentences of about one length": "The lamp at Kestle Head will be lit by hand from June.|" +
			"The keepers will live at the foot of the old tower.|The authority has not told the town what it costs.|" +
			"Ann Bell, who speaks for the boats, said she was glad.",
		"headlines of about one length": "Lamp at Kestle Head to Be Lit by Hand Again|Council Votes to Close the Old " +
			"Market Hall",
	})
}

func TestParagraphsKeepOrderAndHoldEveryWordOnce(t *testing.T) {
	pieces := []string{"He", " ", "\n", "\n", "\n\n", "\r\n", "\t", "\"", "''", "‘", "’", "“", "”", "«", "»", "said",
		"said,", "U.S.", ".", "?", "- ", "A: ", "1. ", "\u2028", "\u2029", "\f", "\x00", "\xff", "é",
		strings.Repeat("word ", 9)}
	r := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		var b strings.Builder
		for range r.IntN(60) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		s, at := b.String(), 0
		for _, p := range Paragraphs(s) {
			if p.Empty() || p.Start < at || p.End > len(s) || strings.TrimSpace(s[at:p.Start]) != "" ||
				p != trim(s, p) {
				t.Fatalf("%v after %d in %q", p, at, s)
			}
			at = p.End
		}
		if strings.TrimSpace(s[at:]) != "" {
			t.Fatalf("%q lies in no paragraph of %q", s[at:], s)
		}
	}
}

func TestTimeForParagraphsGrowsWithTheText(t *testing.T) {
	for name, piece := range map[string]string{
		"one line": "word and word, ", "open marks": "“", "closed marks": "”", "open lines": "“a\n", "periods": ". ",
		"apostrophes": "‘s’ ", "letters": "a", "lines": "word\n", "closers": "))))", "plurals": "‘the boys’ ",
		"two apostrophes": "''", "initials": "A.",
	} {
		start := time.Now()
		Split(strings.Repeat(piece, 1<<20/len(piece)), nil)
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s: a megabyte took %v", name, took)
		}
	}
}
