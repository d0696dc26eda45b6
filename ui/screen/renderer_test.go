package screen

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// TestARendererIsUnderstood lets the renderer of the reader's framework draw frame after frame, each from the one
// before, and compares every cell that is seen with the one that was meant.
func TestARendererIsUnderstood(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, size := range [][2]int{{40, 12}, {7, 3}, {100, 30}} {
		w, h := size[0], size[1]
		var out bytes.Buffer
		renderer := uv.NewTerminalRenderer(&out, []string{"TERM=xterm-256color", "COLORTERM=truecolor"})
		renderer.SetColorProfile(colorprofile.TrueColor)
		renderer.SetFullscreen(true)
		renderer.SetScrollOptim(true)
		renderer.Resize(w, h)
		s := New(w, h, Traits{}, nil)
		frame := uv.NewRenderBuffer(w, h)
		for n := range 120 {
			change(random, frame)
			renderer.Render(frame)
			if err := renderer.Flush(); err != nil {
				t.Fatal(err)
			}
			s.Write(out.Bytes())
			compare(t, s, frame)
			if t.Failed() {
				t.Fatalf("at frame %d of %d by %d, after %q\n%s", n, w, h, out.Bytes(), s.Dump())
			}
			out.Reset()
		}
	}
}

var signs = []string{"a", "b", " ", " ", "“", "│", "北", "e\u0301", "é", "▌", "…", "ก"}

// change draws words anywhere, or scrolls.
func change(random *rand.Rand, frame *uv.RenderBuffer) {
	w, h := frame.Width(), frame.Height()
	switch random.IntN(6) {
	case 0:
		frame.DeleteLine(0, 1+random.IntN(3), nil)
	case 1:
		frame.InsertLine(0, 1+random.IntN(3), nil)
	case 2:
		frame.FillArea(&uv.EmptyCell, uv.Rect(random.IntN(w), random.IntN(h), w, 2).Intersect(frame.Bounds()))
	default:
		for range 3 {
			style := uv.Style{Attrs: uint8(random.IntN(4)), Underline: ansi.Underline(random.IntN(6))}
			if random.IntN(2) == 0 {
				style.Fg, style.Bg = ansi.IndexedColor(uint8(random.IntN(256))), ansi.BasicColor(random.IntN(16))
			}
			x, y := random.IntN(w), random.IntN(h)
			for range random.IntN(20) {
				cell := uv.NewCell(ansi.WcWidth, signs[random.IntN(len(signs))])
				cell.Style = style
				if x+cell.Width > w {
					break
				}
				frame.SetCell(x, y, cell)
				x += cell.Width
			}
		}
	}
}

func compare(t *testing.T, s *Screen, frame *uv.RenderBuffer) {
	t.Helper()
	for y := range frame.Height() {
		for x := range frame.Width() {
			want, got := frame.CellAt(x, y), s.Cell(x, y)
			if want.Content != got.Content || want.Width != got.Width || !want.Style.Equal(&got.Style) {
				t.Errorf("at %d, %d: %+v, want %+v", x, y, got, want)
				return
			}
		}
	}
	if len(s.Unknown()) > 0 {
		t.Errorf("%q is unknown", s.Unknown())
	}
}
