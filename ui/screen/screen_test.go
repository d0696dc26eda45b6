package screen

import (
	"bytes"
	"image/color"
	"slices"
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// after is a screen of 10 by 4 cells that was written to.
func after(written string) *Screen {
	s := New(10, 4, Traits{}, nil)
	s.Write([]byte(written))
	return s
}

func TestWhatIsWrittenIsSeen(t *testing.T) {
	const four = "one\r\ntwo\r\nthree\r\nfour"
	for _, c := range []struct{ about, written, want string }{
		{"words", "hello", "hello"},
		{"lines", four, "one|two|three|four"},
		{"a line feed keeps the column", "a\nb", "a| b"},
		{"a long line is wrapped", "abcdefghijkl", "abcdefghij|kl"},
		{"the last column waits", "abcdefghij\rX", "Xbcdefghij"},
		{"or cuts", "\x1b[?7labcdefghijkl\x1b[?7h", "abcdefghil"},
		{"a wide sign does not fit", "abcdefghi北", "abcdefghi|北"},
		{"the screen scrolls", four + "\r\nfive", "two|three|four|five"},
		{"a part of it scrolls", four + "\x1b[2;3r\x1b[3;1H\nX", "one|three|X|four"},
		{"and back", four + "\x1b[2;3r\x1b[2;1H\x1bMX", "one|X|two|four"},
		{"up by two", four + "\x1b[2S", "three|four"},
		{"down by one", four + "\x1b[T", "|one|two|three"},
		{"backspace and tab", "abc\b\bX\tY", "aXc     Y"},
		{"marks join", "e\u0301a", "e\u0301a"},
		{"marks join over a style", "e\x1b[31m\u0301a", "e\u0301a"},
		{"a mark in the last column", "abcdefghije\u0301", "abcdefghij|e\u0301"},
		{"repeat", "ab\x1b[3bc", "abbbbc"},
		{"repeat a wide sign", "北\x1b[2bc", "北北北c"},
		{"cursor by line and column", "\x1b[3;4Hx\x1b[Hy\x1b[2dz", "y| z|   x"},
		{"cursor by column", "\x1b[5Gx\x1b[2`y", " y  x"},
		{"cursor by steps", "\x1b[2B\x1b[3Cx\x1b[2Dy\x1b[Az", "|   z|  yx"},
		{"cursor by lines", "\x1b[2Ex\x1b[Fy", "|y|x"},
		{"cursor by tab stops", "\x1b[Ix\x1b[Zy", "        y"},
		{"cursor beyond the screen", "\x1b[99;99Hx\x1b[99A\x1b[99Dy", "y|||         x"},
		{"erase to the end of the line", "abcdef\x1b[3D\x1b[K", "abc"},
		{"erase to the start of the line", "abcdef\x1b[3D\x1b[1K", "    ef"},
		{"erase the line", "abc\x1b[2K", ""},
		{"erase some cells", "abcdef\x1b[4D\x1b[2X", "ab  ef"},
		{"erase below", four + "\x1b[2;2H\x1b[J", "one|t"},
		{"erase above", four + "\x1b[3;2H\x1b[1J", "||  ree|four"},
		{"erase all", four + "\x1b[2J", ""},
		{"insert lines", four + "\x1b[2H\x1b[L", "one||two|three"},
		{"delete lines", four + "\x1b[2H\x1b[2M", "one|four"},
		{"insert cells", "abc\x1b[2G\x1b[2@", "a  bc"},
		{"delete cells", "abcdef\x1b[2G\x1b[2P", "adef"},
		{"half a wide sign is overwritten", "北京\x1b[2Gx", " x京"},
		{"save and restore", "ab\x1b7\x1b[3;3Hx\x1b8c", "abc||  x"},
		{"index and next line", "a\x1bDb\x1bEc", "a| b|c"},
		{"start again", "abc\x1b[2;3r\x1bcx", "x"},
		{"the alternate screen", "old\x1b[?1049hnew", "   new"},
		{"and back from it", "old\x1b[?1049h\x1b[Hnew\x1b[?1049l!", "old!"},
	} {
		s := after(c.written)
		if got := strings.TrimRight(strings.Join(s.Lines(), "|"), "|"); got != c.want {
			t.Errorf("%s: %q shows %q, want %q", c.about, c.written, got, c.want)
		}
		if len(s.Unknown()) > 0 {
			t.Errorf("%s: %q is unknown", c.about, s.Unknown())
		}
	}
}

// TestCutAnywhere writes byte by byte what the last test wrote at once.
func TestCutAnywhere(t *testing.T) {
	written := "He said \x1b[1;38;2;1;2;3m“北京e\u0301”\x1b[m\x1b]2;title\x1b\\\x1b[?1049h\x1b[3;4Hdone"
	whole, cut := after(written), New(10, 4, Traits{}, nil)
	for i := range len(written) {
		cut.Write([]byte{written[i]})
	}
	if whole.Dump() != cut.Dump() || whole.Title() != "title" || !whole.Alternate() {
		t.Errorf("at once\n%s\nbyte by byte\n%s", whole.Dump(), cut.Dump())
	}
}

func TestStyles(t *testing.T) {
	for written, want := range map[string]uv.Style{
		"\x1b[1mx":                     {Attrs: uv.AttrBold},
		"\x1b[2;7mx":                   {Attrs: uv.AttrFaint | uv.AttrReverse},
		"\x1b[1;3m\x1b[22mx":           {Attrs: uv.AttrItalic},
		"\x1b[4mx":                     {Underline: ansi.UnderlineSingle},
		"\x1b[4:3mx":                   {Underline: ansi.UnderlineCurly},
		"\x1b[4:4;58;2;1;2;3mx":        {Underline: ansi.UnderlineDotted, UnderlineColor: color.RGBA{1, 2, 3, 255}},
		"\x1b[31mx":                    {Fg: ansi.Red},
		"\x1b[38;5;200;48;2;9;8;7mx":   {Fg: ansi.IndexedColor(200), Bg: color.RGBA{9, 8, 7, 255}},
		"\x1b[31;1m\x1b[mx":            {},
		"\x1b[31m\x1b7\x1b[m\x1b8x":    {Fg: ansi.Red},
		"\x1b[41mabc\x1b[1G\x1b[2K":    {Bg: ansi.Red},
		"\x1b[41m\x1b[L":               {Bg: ansi.Red},
		"\x1b[41mx\x1b[m\x1b[1G\x1b[K": {},
	} {
		s := after(written)
		if got := s.Cell(0, 0).Style; !got.Equal(&want) {
			t.Errorf("%q is drawn in %v, want %v", written, got, want)
		}
	}
	link := after("\x1b]8;;https://example.org\x1b\\x\x1b]8;;\x1b\\").Cell(0, 0).Link
	if link.URL != "https://example.org" {
		t.Errorf("the link is %+v", link)
	}
}

func TestWidthByCluster(t *testing.T) {
	for _, c := range []struct {
		clusters bool
		column   int
	}{{false, 6}, {true, 2}} {
		s := New(10, 2, Traits{Clusters: true}, nil)
		if c.clusters {
			s.Write([]byte("\x1b[?2027h"))
		}
		s.Write([]byte("👩\u200d👩\u200d👧"))
		if x, _, _ := s.Cursor(); x != c.column {
			t.Errorf("clusters %v: the cursor stands at %d, want %d", c.clusters, x, c.column)
		}
	}
	s := New(10, 2, Traits{}, nil)
	s.Write([]byte("\x1b[?2027h❤\ufe0fx"))
	if got := s.Cell(2, 0); got.Content != "x" {
		t.Errorf("behind an emoji that has grown stands %+v", got)
	}
}

func TestAnswers(t *testing.T) {
	white, black := color.White, color.Black
	for _, c := range []struct {
		about         string
		traits        Traits
		asked, answer string
	}{
		{"attributes", Traits{}, "\x1b[c", "\x1b[?62;22;52c"},
		{"more attributes", Traits{}, "\x1b[>c", "\x1b[>1;10;0c"},
		{"name", Traits{}, "\x1b[>q", "\x1bP>|screen 1\x1b\\"},
		{"cursor", Traits{}, "ab\r\nc\x1b[6n", "\x1b[2;2R"},
		{"size", Traits{}, "\x1b[18t", "\x1b[8;4;10t"},
		{"background", Traits{Background: white}, "\x1b]11;?\a", "\x1b]11;rgb:ffff/ffff/ffff\x1b\\"},
		{"foreground", Traits{Foreground: black}, "\x1b]10;?\a", "\x1b]10;rgb:0000/0000/0000\x1b\\"},
		{"no background", Traits{}, "\x1b]11;?\a", ""},
		{"theme", Traits{Background: black}, "\x1b[?996n", "\x1b[?997;1n"},
		{"light theme", Traits{Background: white}, "\x1b[?996n", "\x1b[?997;2n"},
		{"synchronized output", Traits{}, "\x1b[?2026$p", "\x1b[?2026;2$y"},
		{"a mode that is set", Traits{}, "\x1b[?2031h\x1b[?2031$p", "\x1b[?2031;1$y"},
		{"no clusters", Traits{}, "\x1b[?2027$p", "\x1b[?2027;0$y"},
		{"clusters", Traits{Clusters: true}, "\x1b[?2027$p", "\x1b[?2027;2$y"},
		{"a mode of the future", Traits{}, "\x1b[?9999$p", "\x1b[?9999;0$y"},
		{"no Kitty", Traits{}, "\x1b[?u", ""},
		{"Kitty", Traits{Kitty: true}, "\x1b[>1u\x1b[>5u\x1b[<u\x1b[?u", "\x1b[?1u"},
		{"capabilities", Traits{}, "\x1bP+q5463\x1b\\", "\x1bP0+r5463\x1b\\"},
		{"a mute terminal", Traits{Mute: true, Background: white}, "\x1b[c\x1b]11;?\a\x1b[6n", ""},
	} {
		var said bytes.Buffer
		s := New(10, 4, c.traits, &said)
		s.Write([]byte(c.asked))
		if said.String() != c.answer {
			t.Errorf("%s: %q is answered %q, want %q", c.about, c.asked, said.String(), c.answer)
		}
		if len(s.Unknown()) > 0 {
			t.Errorf("%s: %q is unknown", c.about, s.Unknown())
		}
	}
}

func TestAnotherTheme(t *testing.T) {
	var said bytes.Buffer
	s := New(10, 4, Traits{Background: color.Black}, &said)
	s.SetBackground(color.White)
	s.Write([]byte("\x1b[?2031h"))
	s.SetBackground(color.Black)
	s.Write([]byte("\x1b]11;?\a"))
	if want := "\x1b[?997;1n\x1b]11;rgb:0000/0000/0000\x1b\\"; said.String() != want {
		t.Errorf("said %q, want %q", said.String(), want)
	}
}

func TestUnknownSequencesAreKept(t *testing.T) {
	for _, written := range []string{
		"\x1b[?9999h", "\x1b[99x", "\x1b]777;x\a", "\x1bPq#0\x1b\\", "\x1b_Gx\x1b\\", "\x1b^x\x1b\\",
		"\x1bXx\x1b\\", "\x1bF", "\x1b(0", "\x0e",
		"\x1b[5J", "\x1b[?7W", "\x1b]9;note\a", "\x1b]52;c;***\a",
	} {
		s := after(written + "x")
		if len(s.Unknown()) != 1 || s.Cell(0, 0).Content != "x" {
			t.Errorf("%q: %q is unknown, and the screen shows %q", written, s.Unknown(), s.String())
		}
	}
}

func TestClipboardAndTitle(t *testing.T) {
	s := after("\x1b]52;c;SGkg4oCc\a\x1b]0;Hearsay\a")
	if s.Clipboard() != "Hi “" || s.Title() != "Hearsay" {
		t.Errorf("copied %q, title %q", s.Clipboard(), s.Title())
	}
}

func TestWhatIsLeft(t *testing.T) {
	const on = "\x1b[?1049h\x1b[?25l\x1b[?1002h\x1b[?1006h\x1b[?2004h\x1b[?2027h" +
		"\x1b[?2031h\x1b[>4;2m\x1b[>1u\x1b[2 q\x1b[31m\x1b]11;#fff\a\x1b[2;3r"
	const off = "\x1b[r\x1b]111\a\x1b[m\x1b[0 q\x1b[<u\x1b[>4m\x1b[?2031l\x1b[?2027l" +
		"\x1b[?2004l\x1b[?1006l\x1b[?1002l\x1b[?25h\x1b[?1049l"
	s := after(on)
	if left := s.Left(); len(left) != 13 {
		t.Errorf("%d things are left: %q", len(left), left)
	}
	s.Write([]byte(off))
	if left := s.Left(); len(left) > 0 || len(s.Unknown()) > 0 {
		t.Errorf("%q is left, %q unknown", left, s.Unknown())
	}
}

func TestFind(t *testing.T) {
	s := after("北京 e\u0301 say\r\nsay")
	for words, want := range map[string][2]int{"say": {7, 0}, "京": {2, 0}, "e\u0301": {5, 0}} {
		if x, y, ok := s.Find(words); !ok || [2]int{x, y} != want {
			t.Errorf("%q stands at %d, %d, want %v", words, x, y, want)
		}
	}
	if _, _, ok := s.Find("denied"); ok {
		t.Error("what is not there was found")
	}
}

func TestResize(t *testing.T) {
	s := after("one\r\ntwo\r\nthree\r\nfour")
	s.Resize(3, 2)
	if got := s.Lines(); !slices.Equal(got, []string{"one", "two"}) {
		t.Errorf("%q", got)
	}
	s.Write([]byte("\x1b[99;99Hx\n"))
	s.Resize(20, 5)
	if x, y, _ := s.Cursor(); x != 2 || y != 1 {
		t.Errorf("the cursor stands at %d, %d", x, y)
	}
}

func FuzzScreen(f *testing.F) {
	f.Add([]byte("\x1b[?1049h\x1b[2;3r\x1b[99S\x1b[5@北\x1b[3b\x1b[9P"), 7, 3)
	f.Add([]byte("\x1b[?2027h👩\u200d👩\u200d👧\x1b[0;0H\x1b[1;1r\x1bM\x1b[99L\xff\x9b\x90"), 1, 1)
	f.Fuzz(func(t *testing.T, written []byte, w, h int) {
		w, h = max(w, -w, 0)%30+1, max(h, -h, 0)%10+1
		s := New(w, h, Traits{Clusters: true, Kitty: true, Background: color.Black}, &bytes.Buffer{})
		s.Write(written[:len(written)/2])
		s.Resize(h, w)
		s.Write(written[len(written)/2:])
		if x, y, _ := s.Cursor(); x < 0 || y < 0 || x >= h || y >= w {
			t.Errorf("the cursor stands at %d, %d of %d by %d", x, y, h, w)
		}
		s.Dump()
		s.Left()
	})
}
