package reader

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/taking"
)

// unsaid is a reader of the harbour article in which Fenn refuses to comment where she said something, Brandt is told
// not to have said something, and Brandt may be the neighbour.
func unsaid(t *testing.T, w, h int) *sitting {
	return sit(t, w, h, func(o *Options) {
		o.Analyze = func(context.Context, articles.Article, func(float64)) (*analysis.Document, error) {
			d := harbourDocument()
			d.Quotes[0].Polarity, d.Quotes[2].Polarity = analysis.Refused, analysis.Denied
			d.Quotes[5].Why.Unknown = "perhaps Tomas Brandt: “a neighbour” is not named"
			return d, nil
		}
	})
}

// What is copied of words that were said is these; a paraphrase is copied as the sentence that it is, and says so.
func TestAParaphraseIsNotCopiedAsAQuotation(t *testing.T) {
	s := sit(t, 160, 40)
	const said = "Mayor Orla Fenn said on Monday that the harbour wall must be rebuilt before the winter storms " +
		"return to the bay."
	f := taking.Of{Findings: s.current().Findings}
	for _, c := range []struct {
		name, got, want string
	}{
		{"an indirect quote", f.Quote(0), said + " — the reporter’s paraphrase, harbour.txt"},
		{"and with who says it", f.QuoteWhole(0), said +
			"\n— Orla Fenn (the reporter’s paraphrase), “Council splits over harbour wall”, harbour.txt"},
		{"a direct quote", f.Quote(1), f.Quoted(1)},
		{"and with who says it", f.QuoteWhole(1), f.Quoted(1) +
			"\n— Orla Fenn, “Council splits over harbour wall”, harbour.txt"},
	} {
		if c.got != c.want {
			t.Errorf("%s is copied as\n%s\nwant\n%s", c.name, c.got, c.want)
		}
	}
	if got := f.Quote(2); !strings.Contains(got, "Brandt") || !strings.Contains(got, "warned") ||
		!strings.HasSuffix(got, " — in part the reporter’s paraphrase, harbour.txt") {
		t.Errorf("a mixed quote is copied as %s", got)
	}
	s.press("y").sees("copied: Mayor Orla Fenn said on Monday").press("J", "y").
		sees("copied: “We cannot wait another year,” … “The sea")
	f.Article.Outlet = "The Bay\x1b]0;x\x07 Post"
	if got := f.Quote(0); !strings.HasSuffix(got, "paraphrase, The Bay]0;x Post") &&
		!strings.Contains(got, "The Bay") || strings.ContainsAny(got, "\x1b\x07") {
		t.Errorf("with an outlet it is copied as %q", got)
	}
}

// What was denied or refused says so wherever it goes, direct speech too.
func TestADenialIsNotCopiedAsWhatItDenies(t *testing.T) {
	f := taking.Of{Findings: unsaid(t, 160, 40).current().Findings}
	f.Doc.Quotes[1].Polarity = analysis.Denied // direct
	for quote, want := range map[int]string{0: " — reported as a refusal to comment, harbour.txt",
		1: " — reported as not said, harbour.txt", 2: " — reported as not said, harbour.txt"} {
		if got := f.Quote(quote); !strings.HasSuffix(got, want) {
			t.Errorf("quote %d is copied as %s", quote, got)
		}
	}
	if got := f.QuoteWhole(1); !strings.Contains(got, "told") ||
		!strings.Contains(got, "\n— Orla Fenn (reported as not said), ") {
		t.Errorf("with who says it: %s", got)
	}
}

// Lists, status line, card and reasons tell what was denied or refused, in words.
func TestWhatWasNotSaidIsToldAsSuch(t *testing.T) {
	s := unsaid(t, 160, 48)
	s.sees("Ø refused: that the harbour", "¬ denied: that the plan", "← “Mayor Orla Fenn” · Ø refused · indirect")
	s.press("J", "J").sees("· ¬ denied · mixed").press("w").sees("¬ denied: the article says that it was not said")
	s.press("w", "2", "f").typeIn("denied").sees("1 shown", "2 Quotes 1/1 of 8", "¬ denied: that the plan").
		misses("Ø refused")
	s.press("esc", "f").typeIn("refused").sees("1 shown", "Ø refused")
	s.press("esc", "3", "g").sees("A Orla Fenn · declined to comment 1", "person · Mayor · declined to comment 1")
	s.press("enter").sees("Ø declined to comment 1", "1 direct", "1 indirect", "Ø refused: that the harbour")
	s.press("3", "j").sees("B Tomas Brandt · denied 1", "an engineer").press("enter").
		sees("¬ denied 1 · the article says that it was not said")
	for _, size := range [][2]int{{160, 48}, {100, 30}, {60, 20}, {40, 12}, {30, 8}} {
		for _, pane := range []string{"2", "3", "6", "5"} {
			s := unsaid(t, size[0], size[1]).press(pane)
			s.check(fmt.Sprint("pane ", pane, " at ", size))
			if pane == "2" && !strings.Contains(s.text(), "Ø refused") || pane == "3" && !strings.Contains(s.text(), "Ø1") &&
				!strings.Contains(s.text(), "declined to comment 1") {
				t.Errorf("pane %s at %v does not tell of the refusal:\n%s", pane, size, s.text())
			}
		}
	}
	unsaid(t, 160, 48).press("?").typeIn("told as not said").sees("¬", "denied: told as not said")
}

// The article itself tells at its edge, and by a line through the words, what was not said, at every size and without
// colour.
func TestTheArticleMarksWhatWasNotSaid(t *testing.T) {
	for _, size := range [][2]int{{160, 48}, {100, 30}, {60, 20}, {40, 12}, {30, 8}} {
		for _, profile := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ASCII} {
			s := unsaid(t, size[0], size[1])
			s.setProfile(profile)
			s.checkEdge("the refusal that is current", "must be rebuilt", "AØ▌", true)
			s.choose(1)
			s.checkEdge("a refusal", "must be rebuilt", "AØ ", true).
				checkEdge("what was said", "cannot wait", "A▌ ", false)
			s.choose(2)
			s.checkEdge("the denial that is current", "a very", "B¬▌", true)
			s.choose(3)
			s.checkEdge("a denial", "a very", "B¬ ", true)
		}
	}
	s := sit(t, 160, 48)
	s.checkEdge("what was said", "must be rebuilt", "A▌ ", false).press("J").
		checkEdge("what was said", "must be rebuilt", "A┋ ", false)
	unsaid(t, 120, 16).sees("Ø│", "¬│")
	unsaid(t, 160, 60).press("?").typeIn("denied: told").sees("A¬  words").press("esc", "?").typeIn("refused: some").
		sees("AØ  words")
}

// checkEdge checks what stands at the edge of the line of the article that holds words, and whether these are struck
// through.
func (s *sitting) checkEdge(about, words, edge string, struck bool) *sitting {
	s.t.Helper()
	o, at := s.current(), strings.Index(harbour, words)
	s.reveal(analysis.Span{Start: at, End: at + len(words)})
	screen, in := s.screen(), s.layout.Inner(layout.Article)
	line := o.text.Page().LineAt(at)
	y := in.Y + line - s.topLine() + o.text.Lines() - o.text.Page().Len()
	row, found := "", false
	for x := in.X; x < in.X+in.W; x++ {
		if c := screen.CellAt(x, y); c != nil {
			row += c.Content
			if c.Style.Attrs&uv.AttrStrikethrough != 0 {
				found = true
			}
		}
	}
	if !strings.HasPrefix(strings.TrimLeft(row, " ")+" ", edge) || found != struck {
		s.t.Errorf("%s in %d by %d cells: %q (struck through: %v), want the edge %q (%v)", about, s.w, s.h, row, found,
			edge, struck)
	}
	return s
}

// The letters of a joint source stand at the edge in the order in which the lists name its speakers.
func TestJointSpeakersStandInOneOrder(t *testing.T) {
	s := sit(t, 160, 48).sees("A Fenn, Brandt", "AB┊ Both of them agreed")
	s.press("J", "J", "J").sees("AB▌ Both of them agreed", "A Orla Fenn and B Tomas Brandt")
	s.press("3", "j", "o").sees(" B▌ Both", "only Brandt").misses("AB")
}

// Only what was said is in anybody's share of voice.
func TestWhatWasNotSaidIsNoShareOfVoice(t *testing.T) {
	before, after := sit(t, 160, 48).current().Findings, unsaid(t, 160, 48).current().Findings
	words := func(q int) int { return analysis.Words(harbour, before.Doc.Quotes[q].Content) }
	if got, want := after.Voices.Words, before.Voices.Words-words(0)-words(2); got != want {
		t.Errorf("%d words are said, want %d", got, want)
	}
	if got, want := after.Voices.By[0].Words, before.Voices.By[0].Words-words(0); got != want {
		t.Errorf("Fenn says %d words, want %d", got, want)
	}
	unsaid(t, 160, 48).press("3", "g").sees("· 2 quotes, ")
}

// Where one is likely, though not surely enough, the unknown speaker is perhaps they.
func TestAnUnknownSpeakerIsPerhapsSomebody(t *testing.T) {
	s := unsaid(t, 160, 48).press("J", "J", "J", "J", "J")
	s.sees("? speaker unknown, perhaps Tomas Brandt: “a neighbour” is not named", "? perhaps Brandt")
	s.press("w").sees("speaker unknown, perhaps Tomas Brandt", "“a neighbour” is not named")
	s.press("s").sees("speaker unknown, perhaps Tomas Brandt: “a neighbour” is not named")
	unsaid(t, 40, 20).press("2").sees("? unknown").misses("? perhaps")
	unsaid(t, 160, 48).press("J", "J", "J", "J", "J", "v").
		sees("? unknown, perhaps Tomas Brandt · unsure 0.50")
}

// One figure tells how sure words and speaker are, and the reasons its parts.
func TestOneFigureTellsHowSureWordsAndSpeakerAre(t *testing.T) {
	s := sit(t, 160, 48, func(o *Options) {
		o.Analyze = func(context.Context, articles.Article, func(float64)) (*analysis.Document, error) {
			d := harbourDocument()
			d.Quotes[0].Confidence, d.Quotes[0].Why.SpeakerConfidence = 0.93, 0.41
			return d, nil
		}
	})
	s.sees("indirect · unsure 0.41").misses("0.93")
	s.press("w").sees("Indirect quote · unsure 0.41", "words 0.93 · speaker 0.41")
}
