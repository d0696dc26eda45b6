package text

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestTokensAreCutAsInThePennTreebank(t *testing.T) {
	for in, want := range map[string]string{
		`He didn't say so.`:                     `He did n't say so .`,
		`I 'm late, it ’s Ann 's, we 'll go.`:   `I 'm late , it ’s Ann 's , we 'll go .`,
		`They shouldn’t’ve.`:                    `They should n’t ’ve .`,
		`Putin's and the leaders' talks`:        `Putin 's and the leaders ' talks`,
		`I cannot, I'll not`:                    `I can not , I 'll not`,
		`a long-term, 1,000.50-dollar plan`:     `a long-term , 1,000.50-dollar plan`,
		`"Yes," he said—twice.`:                 `" Yes , " he said — twice .`,
		"``Yes,'' he said.":                     "`` Yes , '' he said .",
		`''No,'' she said`:                      `'' No , '' she said`,
		`the U.S.-led force of Mr. J. B. Smith`: `the U.S.-led force of Mr. J. B. Smith`,
		`at 5 p.m. on Jan. 5 in the U.S.`:       `at 5 p.m. on Jan. 5 in the U.S.`,
		`'Tis rock 'n' roll of the '90s`:        `'Tis rock 'n ' roll of the '90s`,
		`He said 'Never' to O'Brien`:            `He said ' Never ' to O'Brien`,
		`$5m, 40% and £3.5bn at 3:30`:           `$ 5m , 40 % and £ 3.5bn at 3:30`,
		`See https://a.org/b?c=d, or b@c.org.`:  `See https://a.org/b?c=d , or b@c.org .`,
		`@reporter wrote #news... What?!`:       `@reporter wrote #news ... What ?!`,
		`AT&T and Amazon.com fell.Then rose`:    `AT&T and Amazon.com fell . Then rose`,
		`Yahoo Inc. said no. Plan B.`:           `Yahoo Inc. said no . Plan B.`,
		`(Sen. X, R-Fla.)`:                      `( Sen. X , R-Fla. )`,
		`「行く」と彼は言った。`:                           `「 行く 」 と彼は言った 。`,
	} {
		tx := Split(in, nil)
		var got []string
		for i := range tx.Tokens {
			got = append(got, tx.Word(i))
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%s\n got %s\nwant %s", in, g, want)
		}
	}
}

func TestSentencesEndWhereTheyShould(t *testing.T) {
	for _, want := range []string{
		`The talks failed.|No one spoke.`,
		`"Where are you?" she asked.|"Here!" he cried.`,
		`"Where are you?" Ms. Jones asked.|He left.`,
		`"We won."|The crowd cheered.`,
		`“We won.”|“We did,” he said.`,
		`''We won.''|''Did we?'' she said.`,
		`He lives in the U.S. and works for Acme Inc. in Ohio.|He is 40.`,
		`He left the U.S.|The talks went on.`,
		`She met then-U.S. Commerce Secretary Karen Dolby.|It rained.`,
		`He served in the non-U.K. Army corps.|It rained.`,
		`U.S. President John F. Kennedy met Gov. Brown at 5 p.m. Tuesday.|It rained.`,
		`Mr. Smith and Dr. J. R. Jones agree.|So do I.`,
		`He paused ... then spoke.|She waited…|Nobody came.`,
		`Growth was 3.5 percent.|That is No. 1 in Asia.|No.|It is not.`,
		`It fell.Then it rose.`,
		`(He laughed.)|“Never,” he said.|[It was late.]`,
		`Is that so?|Yes!|Really?!|Yes.`,
		`彼は来た。|彼は去った。`,
		`The county chose Bell to go with then-U.S. Commerce secretary Karen Dolby.|He left.`,
		`Non-U.S. Companies and ex-Sen. Bell left.|So did Lt.-Gov. Orme.`,
		`He lives in the U.S.|He said so.`,
		`It has been shut since Oct. 4 and will be cleared by Capt. Orme.|We will get No. 9 Battery.`,
		`Roe v. Wade was law, as was Orme v. Board.|It fell.`,
		`The House voted on H.J.Res. 124 and S.Res. 9 at 9 a.m. Monday.|At 5 p.m.|The bell rang.`,
		`They came to the U.S.|Others stayed at Acme Inc.|Nobody knows why.|Although it rained, they left.`,
		`See p. 9.|It was not right . . . she said.|They left.`,
		`The Rt. Hon. Ann Bell met Gen. J. K. Orme at St. Brannoc.|She lives in Washington, D.C.|They left.`,
		`Sen. Bell, D-Mass., and Rep. Dorn of Orme Co. Ltd. met on Nov. 3 in Calif. and Ore. again.|We left.`,
		`He has a Ph.D.|She has none.|Vitamin C.|It helps.|Plan B-C.|We go.`,
		`The U.K. Prime Minister and the former U.S. Army engineer Col. Ann Rede left.|It rained.`,
	} {
		in := strings.ReplaceAll(want, "|", " ")
		if strings.Contains(in, "fell.Then") {
			want = `It fell.|Then it rose.`
		}
		tx := Split(in, nil)
		var got []string
		for _, s := range tx.Sentences {
			got = append(got, s.Of(in))
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("\n got %s\nwant %s", g, want)
		}
	}
}

func TestParagraphs(t *testing.T) {
	long := strings.Repeat("word ", 40)
	wrapped := "The minister said on Monday that the plan would go ahead as it had\nbeen agreed. He did not say when " +
		"it would start, or who would pay for\nall of it."
	for name, c := range map[string]struct{ in, want string }{
		"blank lines": {"One.\n\nTwo.\r\n\r\nThree.", "One.|Two.|Three."},
		"lines":       {long + "a.\n" + long + "b.\n" + long + "c.", long + "a.|" + long + "b.|" + long + "c."},
		"short lines": {"A headline here\nBy Jo Smith\nHe left.", "A headline here|By Jo Smith|He left."},
		"narrow": {"He said that it\nwas late. Then he,\nthe last, left.\nso it goes",
			"He said that it\nwas late. Then he,\nthe last, left.|so it goes"},
		"hard-wrapped":      {"A title\n\n" + wrapped + "\n\n" + wrapped, "A title|" + wrapped + "|" + wrapped},
		"separators":        {"One.\u2028Two.\u2029Three.\fFour.", "One.|Two.|Three.|Four."},
		"white space lines": {" One. \n \t \n\u00a0\n Two. ", "One.|Two."},
		"nothing":           {" \n\n ", ""},
	} {
		var got []string
		for _, p := range Paragraphs(c.in) {
			got = append(got, p.Of(c.in))
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("%s\n got %q\nwant %q", name, g, c.want)
		}
	}
}

func TestStretchesAsideAreParagraphsOfTheirOwn(t *testing.T) {
	in := "By Jo Smith He left. She stayed"
	tx := Split(in, []Span{{0, 3}, {0, 11}, {-5, 0}, {40, 90}})
	if len(tx.Paragraphs) != 2 || !tx.Paragraphs[0].Aside || tx.Paragraphs[1].Aside ||
		tx.Of(tx.Paragraphs[0].Span) != "By Jo Smith" {
		t.Fatalf("paragraphs: %+v", tx.Paragraphs)
	}
	if len(tx.Sentences) != 3 {
		t.Errorf("sentences: %+v", tx.Sentences)
	}
}

// checkText fails where a text breaks what the package promises.
func checkText(t *testing.T, s string, aside []Span) {
	tx := Split(s, aside)
	at := 0
	for i, k := range tx.Tokens {
		if k.Empty() || k.Start < at || k.End > len(s) {
			t.Fatalf("token %d %v is out of order in %q", i, k, s)
		}
		if strings.TrimFunc(s[at:k.Start], unicode.IsSpace) != "" {
			t.Fatalf("%q lies in no token of %q", s[at:k.Start], s)
		}
		if !utf8.RuneStart(s[k.Start]) && utf8.ValidString(s) || k.End < len(s) && !utf8.RuneStart(s[k.End]) &&
			utf8.ValidString(s) {
			t.Fatalf("token %v cuts a code point of %q", k, s)
		}
		sentence := tx.Sentences[k.Sentence]
		if i < sentence.From || i >= sentence.To || !sentence.Covers(k.Span) ||
			!tx.Paragraphs[sentence.Paragraph].Covers(sentence.Span) {
			t.Fatalf("token %d is not in its sentence", i)
		}
		if tx.At(k.Start) != i || tx.At(k.End-1) != i {
			t.Fatalf("token %d is not found at its place", i)
		}
		at = k.End
	}
	if strings.TrimFunc(s[at:], unicode.IsSpace) != "" {
		t.Fatalf("%q lies in no token", s[at:])
	}
	for i := range tx.Sentences {
		if i > 0 && tx.Sentences[i].From != tx.Sentences[i-1].To {
			t.Fatalf("sentences %d and %d leave a gap", i-1, i)
		}
	}
}

func TestAnyTextIsCutWhole(t *testing.T) {
	pieces := []string{"He", " ", "\n", "\n\n", "\r\n", "\"", "''", "'", "’s", "n't", ".", "?", "U.S.", "“", "”", "Mr.",
		"é", "e\u0301", "日本", "。", "-", "…",
		"@", "1,0", "http://x.y", "\u200b", "\u2029", "\x00", "a.b", "I."}
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		var b strings.Builder
		for range r.IntN(30) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		checkText(t, b.String(), []Span{{r.IntN(20), r.IntN(40)}})
	}
}

func FuzzSplit(f *testing.F) {
	f.Add("He said, \"I didn't.\" Then he left.\n\nShe stayed.", 3, 9)
	f.Add("\xff\xfe'' ``a's's's", 0, 2)
	f.Fuzz(func(t *testing.T, s string, a, b int) { checkText(t, s, []Span{{a, b}}) })
}

func BenchmarkSplit(b *testing.B) {
	for name, piece := range map[string]string{
		"news":       "“We won’t go,” Mr. Smith said on Monday. He didn't say why the U.S.-led talks had failed.\n\n",
		"one line":   "word and word, ",
		"quotes":     "\"",
		"clitics":    "a's",
		"full stops": ". ",
	} {
		s := strings.Repeat(piece, 1<<20/len(piece))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				Split(s, nil)
			}
		})
	}
}
