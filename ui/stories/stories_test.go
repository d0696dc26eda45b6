//go:build unix

// Package stories tries Hearsay as its reader does: the real program on a terminal of its own, started, read,
// searched, clicked, resized and left. Each story promises something a reader relies on; what the terminal shows is
// all it looks at.
package stories

import (
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	_ "hearsay/ui/cli" // the program that is built and run: whatever changes there makes these tests run anew
	"hearsay/ui/screen"
	"hearsay/ui/screen/drive"
)

var program string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "hearsay")
	if err == nil {
		program, err = drive.Build(dir)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "the program cannot be built:", err)
		os.Exit(1)
	}
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

// open starts the program in a window of 120 by 36 cells.
func open(t *testing.T, args ...string) *drive.Session {
	t.Helper()
	return drive.Start(t, program, drive.Options{Args: args, Width: 120, Height: 36})
}

// sample opens the article on the call between two presidents, when all of it is found out.
func sample(t *testing.T) *drive.Session {
	t.Helper()
	return open(t, "--sample", "strait-call").Sees("Reinholt and Rahmani speak", "2 Quotes 1/", "3 Speakers ", "J next")
}

const story = `Bridge to close for a year

Mayor Ines Caro said on Friday that the old bridge would close in May.

“It is not safe,” Caro told reporters. “We will not wait for it to fall.”

Piet Wolff, a shopkeeper, called the plan “a death sentence for the quarter.”
`

// file writes an article of its own for a story.
func file(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAReaderChoosesASampleAndReads(t *testing.T) {
	open(t).Sees("Who said what?", "Reinholt and Rahmani", "↵ read").
		Press("down", "enter").Sees("Millbank Primary", "2 Quotes 1/").
		Press("q").Quits(0)
}

// What was read last is offered first the next time; a file is found by typing its name, and every letter is typed.
func TestTheListOfArticlesRemembersAndFinds(t *testing.T) {
	home, path := []string{"XDG_STATE_HOME=" + t.TempDir()}, file(t, "bridge.txt", story)
	begin := func() *drive.Session {
		return drive.Start(t, program, drive.Options{Width: 140, Height: 36, Env: home, Dir: filepath.Dir(path)})
	}
	s := begin().Sees("Who said what?", "Built in").Type("q").Sees("› q", "Quillon Foods").Send("\x15").
		Sees("Reinholt and Rahmani").Type("./bri").Press("tab").Sees("open the file ./bridge.txt").Press("enter").
		Sees("A Caro", "2 Quotes 1/")
	s.Press("A").Sees("Open", "Bridge to close for a year", "Built in").Press("esc").Press("q").Quits(0)
	begin().Sees("Read last", "▌Bridge to close for a year", "most by Caro").Press("enter").Sees("2 Quotes 1/").
		Press("q").Quits(0)
}

func TestAReaderOpensTheirOwnFile(t *testing.T) {
	open(t, file(t, "bridge.txt", story)).
		Sees("Bridge to close for a year", "A Caro", "B Piet Wolff", "Ines Caro", "2 Quotes 1/").
		Press("q").Quits(0)
}

func TestFromAQuoteToItsSpeakerAndOn(t *testing.T) {
	s := open(t, file(t, "bridge.txt", story)).Sees("2 Quotes 1/").Press("J").Sees("A Ines Caro ← “Caro” · direct")
	s.Press("enter").Sees("Ines Caro · person").Press("enter").Sees("↵ read", "Share of voice").Press("Q").Sees("▌A Caro")
	s.Press("enter").Sees("A▌ “It is not safe,”", "↵ speaker")
	s.Press("H", "H", "H", "H").Sees("A▌ “It is not safe,”").Press("H").Sees("A▌ Mayor Ines Caro said")
	s.Press("L").Sees("A▌ “It is not safe,”").Press("q").Quits(0)
}

func TestASpeakerHasACardAndPositionsATable(t *testing.T) {
	s := open(t, file(t, "bridge.txt", story)).Sees("2 Quotes 1/").Press("c").
		Sees("A Ines Caro", "is      person", "called  “Caro” ¶ 3", "first   “Ines Caro” ¶ 2", "Share of voice", "3 Speakers")
	s.Press("6", "G", "enter").Sees("A▌ “It is not safe,”").Press("c").Misses("Share of voice")
	s.Press("q").Quits(0)
	s = sample(t).Press("4").Sees("+ supports", "by topic", "joint commission on the strait · shared").
		Press("t").Sees("by speaker").Press("t").Sees("· table", "A  B")
	s.Press("/").Type("commission").Press("enter").Sees("& joint commission").Press("enter").
		Sees("↵ speaker", "Both leaders expressed support").Press("H").Sees("· table").Press("q").Quits(0)
}

func TestWhyIsAlwaysAnswered(t *testing.T) {
	s := open(t, file(t, "bridge.txt", story)).Sees("2 Quotes 1/").Press("J", "w")
	s.Sees("Why it is a quote", "Who says it", "source  “Caro” ¶ 3", "“Caro” is the surname of “Ines Caro”")
	s.Press("J").Sees("Mixed quote").Press("w").Misses("Why it is a quote").Press("q").Quits(0)
}

func TestSearchCountsAndComesBack(t *testing.T) {
	s := sample(t).Press("/").Type("strait").Sees("search strait", "1/").Press("enter", "n").Sees("“strait” 2/")
	s.Press("esc").Press("/").Paste("the strait").Sees("search the strait", "1/").Press("esc")
	s.Press("/").Type("zzz").Sees("not found").Press("esc").Sees("J next").Press("q").Quits(0)
}

// All of a speaker's words are taken into a file with where they are from, what is marked is exported, and a key of
// one's own runs another program.
func TestWordsAreTakenAway(t *testing.T) {
	dir := t.TempDir()
	conf := file(t, "config.toml", "[commands.shout]\nkey = 'X'\nrun = 'tr a-z A-Z; echo {speaker}'\nshow = true\n")
	s := drive.Start(t, program, drive.Options{Args: []string{file(t, "bridge.txt", story)}, Width: 120, Height: 36,
		Dir: dir, Env: []string{"HEARSAY_CONFIG=" + conf}})
	s.Sees("2 Quotes 1/").Press("3", "W").Sees("add all quotes of Caro to the file bridge-quotes.txt").Press("enter").
		Sees("added to bridge-quotes.txt")
	s.Press("2", "V", "V").Sees("2 marked").Press("E").Sees("only 2 quotes that are marked").Press("enter").
		Sees("spreadsheets").Type("csv").Press("enter").Sees("export as csv to bridge-quotes.csv").Press("enter").
		Sees("written: bridge-quotes.csv").Press("esc", "g", "j", "X").Sees("shout", "“IT IS NOT SAFE,”", "Ines Caro").
		Press("esc").Press("b").Sees("no address on the web").Press("q").Quits(0)
	for name, want := range map[string]string{"bridge-quotes.txt": "Ines Caro, Mayor: 2 quotes\n1. Mayor Ines Caro said",
		"bridge-quotes.csv": "article,title,"} {
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || !strings.HasPrefix(string(got), want) {
			t.Errorf("%s: %v\n%s", name, err, got)
		}
	}
}

// The title leads to the page that the article is from, and a copied quote to its words there.
func TestTheTitleAndAQuoteLeadToTheirPage(t *testing.T) {
	line := `{"id": "toll", "title": "The toll falls", "address": "https://bay.example/toll", "text": "Ada Venn said: ` +
		`“It is paid.” She left."}`
	open(t, file(t, "toll.jsonl", line+"\n")).Sees("The toll falls", "2 Quotes 1/").
		Until("a title that is a link", func(scr *screen.Screen) bool {
			x, y, ok := scr.Find("The toll falls")
			return ok && scr.Cell(x, y).Link.URL == "https://bay.example/toll"
		}).Press("Y").Sees("copied: “It is paid.” — Ada Venn", "#:~:text=It%20is%20paid").Press("q").Quits(0)
}

func TestOnlyOneSpeakerAndAllAgain(t *testing.T) {
	s := open(t, file(t, "bridge.txt", story)).Sees("2 Quotes 1/").Press("3", "j", "o").
		Sees("2 Quotes 1/1 of 3 · only Piet Wolff").Misses("A▌", "A┃")
	s.Press("o").Sees("A┃ “It is not safe,”").Press("q").Quits(0)
}

// What is sure enough is set by one key, and is so again when the reader is started the next time.
func TestOnlyWhatIsSureAlsoTheNextTime(t *testing.T) {
	home := []string{"XDG_STATE_HOME=" + t.TempDir()}
	begin := func() *drive.Session {
		return drive.Start(t, program, drive.Options{Args: []string{"--sample", "strait-call"}, Width: 120, Height: 36,
			Env: home})
	}
	begin().Sees("2 Quotes 1/", "J next").Press("-").Sees("only sure or likely: ").Press("-").
		Sees("only sure: ", "· only sure", "share of quoted words (only sure)").Press("q").Quits(0)
	begin().Sees("· only sure").Press("-").Sees("all is shown and counted again").Misses("· only sure").Press("q").Quits(0)
}

func TestFilterAListWhileTyping(t *testing.T) {
	s := sample(t).Press("2", "f").Type("rahmani").Sees("filter Quotes rahmani", "shown").Press("enter").Sees("“rahmani”")
	s.Press("esc").Misses("“rahmani”").Press("q").Quits(0)
}

func TestHelpAndPaletteRunWhatIsChosen(t *testing.T) {
	s := sample(t).Press("?").Sees("Keys: article", "next quote").Type("speakers").Press("enter").
		Sees("↵ card", "Q their quotes")
	s.Press(":").Sees("Every action").Type("by topic").Press("enter").Sees("by speaker").Press("q").Quits(0)
}

func TestTheMouseChoosesFollowsAndCopies(t *testing.T) {
	s := open(t, file(t, "bridge.txt", story)).Sees("2 Quotes 1/")
	s.ClickOn("We will not wait").Sees("direct ·", "▌A Caro       ┃ “It is not safe,”")
	s.ClickOn("B Piet Wolff").Sees("B Piet Wolff ← “Piet Wolff, a shopkeeper,”").Wheel(5, 5, 1)
	s.Drag(5, 4, 30, 4).Sees("copied:").ClickOn("w why").Sees("Why it is a quote").ClickOn("? help").Sees("Keys: ").
		Press("esc", "w")
	s.Drag(72, 9, 60, 9).Until("a border that was dragged", func(scr *screen.Screen) bool {
		c := scr.Cell(60, 9)
		return c != nil && c.Content != "" && strings.Contains("│└┌", c.Content)
	})
	s.Press("M").Sees("the mouse is the terminal's").Press("q").Quits(0)
}

func TestEverySizeIsLaidOut(t *testing.T) {
	s := sample(t).Press("J", "J")
	for _, size := range []struct{ w, h int }{{160, 48}, {100, 30}, {80, 24}, {60, 20}, {40, 12}, {20, 5}, {200, 60}} {
		s.Resize(size.w, size.h)
		if size.w < 30 {
			s.Sees("Hearsay needs")
			continue
		}
		s.Until("the hints in the last line and the current quote", func(scr *screen.Screen) bool {
			return strings.HasSuffix(scr.Lines()[size.h-1], "? help") && strings.Contains(scr.String(), "▌")
		})
	}
	s.Press("q").Quits(0)
}

func TestSeveralFilesAndAFaultAmongThem(t *testing.T) {
	good, missing, other := file(t, "bridge.txt", story), filepath.Join(t.TempDir(), "gone.txt"),
		file(t, "tunnel.md", "# A tunnel instead\n\n"+story)
	s := open(t, good, missing, other).Sees("Bridge to close", "article 1 of 2", "gone.txt: no such file")
	s.Press(".").Sees("A tunnel instead", "article 2 of 2").Press(",").Sees("article 1 of 2")
	s.Press("A").Sees("Choose an article", "Bridge to close", "A tunnel instead", "Built in").Press("esc").
		Press("q").Quits(1)
}

func TestAPipedArticleIsReadAndKeysStillWork(t *testing.T) {
	drive.Start(t, program, drive.Options{Width: 120, Height: 36, Stdin: strings.NewReader(story)}).
		Sees("Bridge to close", "A Caro").Press("J").Sees("2 Quotes 2/").Press("q").Quits(0)
}

func TestQuittingInEveryWayRestoresTheTerminal(t *testing.T) {
	sample(t).Press("ctrl+c").Quits(0)
	sample(t).Press("/").Type("a").Press("ctrl+c").Quits(0)
	sample(t).Press("?").Press("ctrl+c").Quits(0)
	sample(t).Signal(syscall.SIGTERM).Quits(143)
	sample(t).Signal(syscall.SIGINT).Quits(130)
	sample(t).Signal(syscall.SIGHUP).Quits(129)
	sample(t).Signal(syscall.SIGQUIT).Quits(131)
	sample(t).Press("T").Press("q").Quits(0)
}

func TestLightAndDarkFollowTheTerminal(t *testing.T) {
	white, black := color.RGBA{255, 255, 255, 255}, color.RGBA{0, 0, 0, 255}
	s := drive.Start(t, program, drive.Options{Args: []string{"--sample", "strait-call"}, Width: 120, Height: 36,
		Traits: screen.Traits{Background: white}})
	s.Sees("2 Quotes 1/").Until("the light blue of the first speaker", speakerIs(0x00, 0x60, 0xa8))
	s.Background(black).Until("the dark blue of the first speaker", speakerIs(0x56, 0xb4, 0xe9))
	s.Press("T").Until("light by the reader's wish", speakerIs(0x00, 0x60, 0xa8)).
		Until("a painted ground on every cell", func(scr *screen.Screen) bool {
			w, h := scr.Size()
			for y := range h {
				for x := range w {
					if c := scr.Cell(x, y); c == nil || c.Width > 0 && c.Style.Bg == nil && c.Style.Attrs == 0 {
						return false
					}
				}
			}
			return true
		}).Press("T").Sees("the terminal's own colours").Press("q").Quits(0)
}

// speakerIs looks for a colour on the screen.
func speakerIs(r, g, b uint8) func(*screen.Screen) bool {
	want := color.RGBA{r, g, b, 255}
	return func(s *screen.Screen) bool {
		w, h := s.Size()
		for y := range h {
			for x := range w {
				if c := s.Cell(x, y); c != nil && c.Style.Fg != nil && color.RGBAModel.Convert(c.Style.Fg) == want {
					return true
				}
			}
		}
		return false
	}
}

func TestNoColorIsRespected(t *testing.T) {
	s := drive.Start(t, program, drive.Options{Args: []string{"--sample", "strait-call"}, Width: 120, Height: 36,
		Env: []string{"NO_COLOR=yes"}})
	s.Sees("2 Quotes 1/", "▌").Look(func(scr *screen.Screen) {
		w, h := scr.Size()
		for y := range h {
			for x := range w {
				if c := scr.Cell(x, y); c != nil && (c.Style.Fg != nil || c.Style.Bg != nil) {
					t.Fatalf("cell %d,%d %q has a colour", x, y, c.Content)
				}
			}
		}
	})
	s.Press("q").Quits(0)
}

func TestHostileBytesStayText(t *testing.T) {
	evil := "Title\n\nHe said \x1b]0;owned\x07 \x1bPq#0;\x1b\\ \x1b[2J “we \u202e go” \x9b31m to the police.\n\n" + story
	open(t, file(t, "evil\x1b[2J.txt", evil)).Sees("He said", "Bridge to close").Press("J", "J", "w", "/").
		Type("police").Press("enter", "q").Quits(0)
}
