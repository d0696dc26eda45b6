package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"testing"
	"time"
)

// played takes an animated PNG apart and gives its pictures, as a browser shows them, and how long each is seen.
func played(t *testing.T, file []byte) (all []*image.RGBA, holds []time.Duration) {
	t.Helper()
	head, table, see := []byte(nil), []byte(nil), []byte(nil)
	var canvas *image.RGBA
	var control []byte
	chunk := func(name string, data []byte) []byte {
		var b bytes.Buffer
		(&chunks{w: &b}).put(name, data)
		return b.Bytes()
	}
	for rest := file[8:]; len(rest) > 0; {
		n := int(binary.BigEndian.Uint32(rest))
		name, data := string(rest[4:8]), rest[8:8+n]
		rest = rest[12+n:]
		switch name {
		case "IHDR":
			head = bytes.Clone(data)
		case "PLTE":
			table = chunk(name, data)
		case "tRNS":
			see = chunk(name, data)
		case "fcTL":
			control = data
		case "fdAT":
			data = data[4:]
			fallthrough
		case "IDAT":
			copy(head, control[4:12])
			one := bytes.Join([][]byte{file[:8], chunk("IHDR", head), table, see, chunk("IDAT", data), chunk("IEND", nil)}, nil)
			img, err := png.Decode(bytes.NewReader(one))
			if err != nil {
				t.Fatal(err)
			}
			if canvas == nil {
				canvas = image.NewRGBA(img.Bounds())
			}
			at := image.Pt(int(binary.BigEndian.Uint32(control[12:])), int(binary.BigEndian.Uint32(control[16:])))
			draw.Draw(canvas, img.Bounds().Add(at), img, image.Point{}, draw.Over)
			shown := image.NewRGBA(canvas.Bounds())
			copy(shown.Pix, canvas.Pix)
			all = append(all, shown)
			holds = append(holds, time.Duration(binary.BigEndian.Uint16(control[20:]))*time.Millisecond)
		}
	}
	return all, holds
}

// A film shows each picture as it was added, for as long as was asked; what changes nothing makes the last longer.
func TestAFilmShowsWhatWasAdded(t *testing.T) {
	var f Film
	var added []*image.RGBA
	for i := range 5 {
		img := image.NewRGBA(image.Rect(0, 0, 40, 30))
		draw.Draw(img, img.Bounds(), image.NewUniform(color.RGBA{20, 20, 30, 255}), image.Point{}, draw.Src)
		draw.Draw(img, image.Rect(7*i, 5, 7*i+6, 9+i), image.NewUniform(color.RGBA{uint8(200 - 10*i), 90, 30, 255}),
			image.Point{}, draw.Src)
		for range 2 {
			if err := f.Add(img, time.Duration(i+1)*100*time.Millisecond); err != nil {
				t.Fatal(err)
			}
		}
		added = append(added, img)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	if first, err := png.Decode(bytes.NewReader(b.Bytes())); err != nil || first.Bounds() != added[0].Bounds() {
		t.Errorf("whoever knows no film cannot read its first picture: %v", err)
	}
	shown, holds := played(t, b.Bytes())
	if len(shown) != len(added) {
		t.Fatalf("%d pictures, want %d", len(shown), len(added))
	}
	for i := range added {
		if !bytes.Equal(shown[i].Pix, added[i].Pix) {
			t.Errorf("picture %d is not what was added", i)
		}
		if want := time.Duration(i+1) * 200 * time.Millisecond; holds[i] != want {
			t.Errorf("picture %d is seen for %v, want %v", i, holds[i], want)
		}
	}
	if f.Add(image.NewRGBA(image.Rect(0, 0, 1, 1)), time.Second) == nil || (&Film{}).Write(&b) == nil {
		t.Error("a picture of another size, or a film without any, is taken")
	}
}

// With more colours than a palette holds, rare ones are drawn in one that is near.
func TestAFilmOfManyColours(t *testing.T) {
	var f Film
	img := image.NewRGBA(image.Rect(0, 0, 64, 64))
	for i := range 64 * 64 {
		img.SetRGBA(i%64, i/64, color.RGBA{uint8(4 * (i % 64)), uint8(4 * (i / 64)), 100, 255})
	}
	if err := f.Add(img, time.Second); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	shown, _ := played(t, b.Bytes())
	for i := 3; i < len(img.Pix); i += 4 {
		if shown[0].Pix[i] != 255 {
			t.Fatal("a pixel is left out")
		}
	}
}
