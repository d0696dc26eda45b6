package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"

	"hearsay/ui/screen"
)

var (
	ink   = color.RGBA{0xff, 0xff, 0xff, 0xff}
	paper = color.RGBA{0, 0, 0, 0xff}
)

// drawn is the picture of a screen that was written to, and the size of its cells.
func drawn(t *testing.T, width, height int, written string) (img *image.RGBA, w, h int) {
	t.Helper()
	s := screen.New(width, height, screen.Traits{}, nil)
	s.Write([]byte(written))
	img, err := Draw(s, Options{Foreground: ink, Background: paper})
	if err != nil {
		t.Fatal(err)
	}
	return img, img.Bounds().Dx() / width, img.Bounds().Dy() / height
}

// inked is how many pixels of a rectangle are more than a breath of ink.
func inked(img *image.RGBA, area image.Rectangle) int {
	n := 0
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if img.RGBAAt(x, y).R > 0x20 {
				n++
			}
		}
	}
	return n
}

// TestFramesJoin draws every sign for frames beside one whose line meets it, and looks at the pixels where they touch.
func TestFramesJoin(t *testing.T) {
	level, upright := []rune(" ─━═"), []rune(" │┃║")
	for r := firstFrame; r <= lastFrame; r++ {
		at := int(r-firstFrame) * len("1100 ")
		if dashes(r) > 0 || arms[at:at+4] == "0000" {
			continue
		}
		right, down := level[arms[at+1]-'0'], upright[arms[at+3]-'0']
		img, w, h := drawn(t, 2, 2, string(r)+string(right)+"\r\n"+string(down))
		for y := range h {
			if a, b := img.RGBAAt(w-1, y), img.RGBAAt(w, y); a != b {
				t.Errorf("%c and %c do not meet at row %d: %v, %v", r, right, y, a, b)
				break
			}
		}
		for x := range w {
			if a, b := img.RGBAAt(x, h-1), img.RGBAAt(x, h); a != b {
				t.Errorf("%c and %c do not meet at column %d: %v, %v", r, down, x, a, b)
				break
			}
		}
		if n := inked(img, image.Rect(0, 0, w, h)); n == 0 {
			t.Errorf("%c is not drawn", r)
		}
	}
}

func TestEveryLineOfAFrameIsWhole(t *testing.T) {
	img, w, h := drawn(t, 3, 3, "┌─┐\r\n│ │\r\n└─┘")
	for x := w / 2; x < 5*w/2; x++ {
		if img.RGBAAt(x, h/2) != ink || img.RGBAAt(x, 5*h/2) != ink {
			t.Fatalf("there is a gap at column %d", x)
		}
	}
	for y := h / 2; y < 5*h/2; y++ {
		if img.RGBAAt(w/2, y) != ink || img.RGBAAt(5*w/2, y) != ink {
			t.Fatalf("there is a gap at row %d", y)
		}
	}
}

func TestBlocks(t *testing.T) {
	for sign, eighths := range map[string][2]int{
		"█": {8, 8}, "▌": {4, 8}, "▐": {4, 8}, "▀": {8, 4}, "▄": {8, 4}, "▏": {1, 8}, "▉": {7, 8}, "▁": {8, 1}, "▘": {4, 4},
	} {
		img, w, h := drawn(t, 1, 1, sign+"\x1b[?25l")
		got, want := inked(img, img.Bounds()), (w*eighths[0]/8)*(h*eighths[1]/8)
		if got < want || got > want+w+h {
			t.Errorf("%s fills %d of %d pixels, want about %d", sign, got, w*h, want)
		}
	}
	img, _, _ := drawn(t, 1, 1, "▒")
	if got := img.RGBAAt(3, 3); got.R < 0x70 || got.R > 0x90 {
		t.Errorf("a half shade is %v", got)
	}
}

func TestUnderlinesDiffer(t *testing.T) {
	seen := map[string]string{}
	for _, style := range []string{"0", "4", "4:2", "4:3", "4:4", "4:5"} {
		img, w, h := drawn(t, 4, 1, "\x1b["+style+"m    ")
		n := inked(img, img.Bounds())
		if (n > 0) != (style != "0") {
			t.Errorf("underline %s has %d pixels", style, n)
		}
		if other, twice := seen[string(img.Pix)]; twice {
			t.Errorf("underlines %s and %s look alike", style, other)
		}
		seen[string(img.Pix)] = style
		if style != "0" && inked(img, image.Rect(0, h/2, w, h)) != inked(img, image.Rect(w, h/2, 2*w, h)) {
			t.Errorf("underline %s differs from cell to cell", style)
		}
	}
}

func TestColours(t *testing.T) {
	red := color.RGBA{0xff, 0, 0, 0xff}
	corner := func(written string) color.RGBA {
		img, _, _ := drawn(t, 1, 1, written)
		return img.RGBAAt(0, 0)
	}
	for written, want := range map[string]color.RGBA{
		" ": paper, "\x1b[48;2;255;0;0m ": red, "\x1b[7m ": ink, "\x1b[7;38;2;255;0;0m ": red, "\x1b[38;2;255;0;0m█": red,
		"\x1b[8m█": paper,
	} {
		if got := corner(written); got != want {
			t.Errorf("%q is %v, want %v", written, got, want)
		}
	}
	if got := corner("\x1b[2m█"); got == ink || got == paper {
		t.Errorf("a faint sign is %v", got)
	}
	s := screen.New(1, 1, screen.Traits{}, nil)
	s.Write([]byte("\x1b[31m█"))
	palette := [16]color.Color{1: color.RGBA{1, 2, 3, 0xff}}
	img, err := Draw(s, Options{Foreground: ink, Background: paper, Palette: &palette})
	if err != nil || img.RGBAAt(0, 0) != (color.RGBA{1, 2, 3, 0xff}) {
		t.Errorf("a colour of the palette is %v, %v", img.RGBAAt(0, 0), err)
	}
}

// TestEverySignIsSeen draws signs of the font, of our own, and such as neither has.
func TestEverySignIsSeen(t *testing.T) {
	for _, sign := range []string{"a", "“", "é", "e\u0301", "Ł", "→", "↵", "▸", "✓", "◆", "╱", "╭", "北", "👩", "\ufffd",
		"क\u200b"} {
		img, _, _ := drawn(t, 2, 1, sign)
		if inked(img, img.Bounds()) == 0 {
			t.Errorf("%q is not drawn", sign)
		}
	}
	a, _, _ := drawn(t, 1, 1, "a")
	bold, _, _ := drawn(t, 1, 1, "\x1b[1ma")
	italic, _, _ := drawn(t, 1, 1, "\x1b[3ma")
	if bytes.Equal(a.Pix, bold.Pix) || bytes.Equal(a.Pix, italic.Pix) {
		t.Error("a bold or an italic letter looks like any other")
	}
}

func TestCursorAndMargin(t *testing.T) {
	s := screen.New(2, 1, screen.Traits{}, nil)
	with, err := Draw(s, Options{Foreground: ink, Background: paper, Cursor: true, Margin: 5})
	if err != nil {
		t.Fatal(err)
	}
	if with.RGBAAt(5, 5) != ink || with.RGBAAt(4, 4) != paper {
		t.Errorf("the cursor's corner is %v, the margin's %v", with.RGBAAt(5, 5), with.RGBAAt(4, 4))
	}
}

func TestWriteAtAnySize(t *testing.T) {
	s := screen.New(12, 2, screen.Traits{}, nil)
	s.Write([]byte("\x1b[4:3m┏━╮▌北 ✓\x1b[4:5m↵░┄a"))
	for _, size := range []float64{-1, 1, 2, 5, 9.5, 14, 40} {
		var out bytes.Buffer
		if err := Write(&out, s, Options{Size: size}); err != nil {
			t.Fatalf("size %v: %v", size, err)
		}
		if _, err := png.Decode(&out); err != nil {
			t.Errorf("size %v: %v", size, err)
		}
	}
}
