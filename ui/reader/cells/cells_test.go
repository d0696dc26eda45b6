package cells

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

func TestHowTextIsDrawn(t *testing.T) {
	for _, c := range []struct{ about, in, draw string }{
		{"plain words", "She said “no” — twice…", "She said “no” — twice…"},
		{"an escape code", "\x1b[31mred\x1b]0;title\a", "␛[31mred␛]0;title␇"},
		{"codes of one byte", "a\u009b31mb\x7f", "a�31mb␡"},
		{"line breaks and tabs", "a\r\nb\nc\td\u2028e\u0085f", "a b c d e f"},
		{"bytes that are not UTF-8", "caf\xe9 \xff\xfe", "caf� ��"},
		{"a sign cut short", "x\xe2\x80", "x��"},
		{"direction controls", "\u202eevil\u202c \u2066x\u2069 \u200fy\u061c", "evil x y"},
		{"a byte order mark, a soft hyphen, a space of no width", "\ufeffco\u00adoperate\u200bd", "cooperated"},
		{"hidden tags", "x\U000E0041\U000E0042", "x"},
		{"a letter with its mark", "Angela e\u0301", "Angela e\u0301"},
		{"a mark with nothing to stand on", "\u0301a", "◌\u0301a"},
		{"a mark after a line break", "a\n\u0301", "a ◌\u0301"},
		{"ideographs", "北京，２", "北京，２"},
		{"decomposed Hangul", "\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"},
		{"an emoji of several", "👩\u200d👩\u200d👧!", "👩!"},
		{"a colour of skin", "👍🏽", "👍"},
		{"emoji by variation", "❤\ufe0f", "❤"},
		{"a keycap", "1\ufe0f\u20e3", "1"},
		{"flags", "🇩🇪🇫🇷🇺", "DEFRU"},
		{"a syllable of several columns", "कि", "क\u200bि"},
		{"Thai", "กำ", "ก\u200bำ"},
		{"a Persian non-joiner", "می\u200cخواهم", "می\u200cخواهم"},
		{"Hebrew with points", "שָׁלוֹם", "שָׁלוֹם"},
	} {
		if got := Clean(c.in); got != c.draw {
			t.Errorf("%s: %q is drawn %q, want %q", c.about, c.in, got, c.draw)
		}
		check(t, c.in)
	}
}

func TestMarksAreCapped(t *testing.T) {
	zalgo := "a" + strings.Repeat("\u0301", 1000) + "b"
	if got, want := Clean(zalgo), "a"+strings.Repeat("\u0301", maxMarks)+"b"; got != want {
		t.Errorf("drawn %q", got)
	}
	if n := Width(zalgo); n != 2 {
		t.Errorf("%d cells", n)
	}
}

// TestEveryCodePoint draws every code point alone and in company, and of the long stretches that are all alike some.
func TestEveryCodePoint(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		alike := unicode.In(r, unicode.Han, unicode.Hangul, unicode.Co, unicode.Tangut) || 0x20000 <= r && r < 0xE0000
		rare := r > 0x3000 && !unicode.IsMark(r) && !unicode.Is(unicode.So, r)
		if !utf8.ValidRune(r) || alike && r%101 != 0 || rare && r%5 != 0 {
			continue
		}
		s := string(r)
		c := At(s, 0)
		if c.End != len(s) {
			t.Fatalf("%U ends at %d of %d bytes", r, c.End, len(s))
		}
		check(t, s)
		if r%7 == 0 || unicode.IsMark(r) || r < 0x3000 {
			check(t, s+"\u0301"+s)
			check(t, "a"+s+"\u200d"+s+"\u0915\u094d")
		}
		if w := plain(r); w > 0 && (ansi.StringWidth(s) != w || Width("x"+s+s+"x") != 2+2*w) {
			t.Fatalf("%U is not plain", r)
		}
		if t.Failed() {
			t.Fatalf("at %U", r)
		}
	}
}

// TestAnyMixture draws random strings of the signs that join, split, hide or steer.
func TestAnyMixture(t *testing.T) {
	signs := strings.Split("a| |-|\n|\t|\x1b|\x00|\u0301|\u20e3|\ufe0f|\u200d|\u200c|\u200b|\u00ad|\u202e|"+
		"\ufeff|🇩|🇪|👩|👍|🏽|❤|©|1|क|\u094d|\u093f|ष|க|ன|\u1100|\u1161|\u11a8|가|각|ก|ำ|\u0600|\u0d4e|𑇂|١|ש|\u05b8|北|、|“|"+
		"\xff|\xe2\x80|\xf0\x9f|\u2028|é|\U000E0041|\U000E007F|\u3000|\u00a0|\u1886|ꙮ|\U00011f02", "|")
	random := rand.New(rand.NewPCG(1, 2))
	for range 8_000 {
		var b strings.Builder
		for range 1 + random.IntN(8) {
			b.WriteString(signs[random.IntN(len(signs))])
		}
		check(t, b.String())
		if t.Failed() {
			return
		}
	}
}

// check tests what is promised of any text.
func check(t *testing.T, s string) {
	t.Helper()
	end, width := 0, 0
	for c := range Clusters(s) {
		if c.Start != end || c.End <= c.Start {
			t.Errorf("%q: the cluster %+v follows byte %d", s, c, end)
			return
		}
		if g, w := ansi.StringWidth(c.Draw), ansi.StringWidthWc(c.Draw); g != c.Width || w != c.Width {
			t.Errorf("%q: the cluster %+q is %d cells wide, but %d by graphemes and %d by code points", s, c.Draw, c.Width, g, w)
		}
		if c.Draw == "" && c.Width != 0 || c.Draw != "" && c.Width == 0 {
			t.Errorf("%q: the cluster %+v", s, c)
		}
		end, width = c.End, width+c.Width
	}
	line := Clean(s)
	if end != len(s) || width != Width(s) {
		t.Errorf("%q: %d of %d bytes, %d of %d cells", s, end, len(s), width, Width(s))
	}
	if g, w := ansi.StringWidth(line), ansi.StringWidthWc(line); g != width || w != width {
		t.Errorf("%+q is drawn as %+q, %d cells wide, but %d by graphemes and %d by code points", s, line, width, g, w)
	}
	if again := Clean(line); Width(line) != width || ansi.StringWidth(again) != width {
		t.Errorf("%q is drawn as %q, and that as %q", s, line, again)
	}
	if !utf8.ValidString(line) || strings.ContainsFunc(line, steers) {
		t.Errorf("%q is drawn as %q", s, line)
	}
}

// steers reports whether r could make a terminal do anything but draw.
func steers(r rune) bool {
	return unicode.IsControl(r) || r == 0x2028 || r == 0x2029 || r == 0xFEFF || r == 0xAD ||
		unicode.Is(unicode.Bidi_Control, r) || 0xE0000 <= r && r <= 0xE007F
}
