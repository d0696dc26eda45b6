//go:build unix

// Shot makes a picture of the reader: it builds the program, starts it on a terminal of its own, presses keys, and
// draws the screen it then sees. The picture in the README is made by it, so that it never shows what the program does
// not.
//
//	go run ./ui/screen/shot -o reader.png -size 120x36 =quit enter "=4 Positions" J J J
//
// Every argument is a key to press, or, behind an equals sign, words to wait for.
package main

import (
	"flag"
	"fmt"
	"image/color"
	"os"
	"strings"

	"hearsay/ui/screen"
	"hearsay/ui/screen/drive"
	"hearsay/ui/screen/picture"
)

func main() {
	out := flag.String("o", "screen.png", "the `file` to write")
	size := flag.String("size", "120x36", "columns and lines of the window")
	light := flag.Bool("light", false, "dark letters on white")
	letter := flag.Float64("letter", 28, "the height of a letter in pixels")
	open := flag.String("open", "", "the `files` to open, with spaces between; the samples if there are none")
	flag.Parse()
	r := &drive.Alone{Name: "shot"}
	defer r.Tidy()
	o := drive.Options{Args: strings.Fields(*open), Traits: screen.Traits{Foreground: pale, Background: night}}
	if *light {
		o.Traits = screen.Traits{Foreground: night, Background: color.White}
	}
	if _, err := fmt.Sscanf(*size, "%dx%d", &o.Width, &o.Height); err != nil || o.Width < 1 || o.Height < 1 {
		r.Fatalf("size %q: give columns and lines, as in 120x36", *size)
	}
	program, err := drive.Build(r.TempDir())
	if err != nil {
		r.Fatalf("%v", err)
	}
	s := drive.Start(r, program, o)
	for _, step := range flag.Args() {
		if words, ok := strings.CutPrefix(step, "="); ok && words != "" {
			s.Sees(words)
		} else {
			s.Press(step)
		}
	}
	looks := picture.Options{Foreground: o.Traits.Foreground, Background: o.Traits.Background, Size: *letter,
		Margin: int(*letter) / 2}
	s.Look(func(scr *screen.Screen) { err = save(*out, scr, looks) })
	if err != nil {
		r.Fatalf("write the picture: %v", err)
	}
}

var night, pale = color.RGBA{0x16, 0x18, 0x1d, 0xff}, color.RGBA{0xe4, 0xe4, 0xe4, 0xff}

func save(path string, scr *screen.Screen, o picture.Options) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := picture.Write(f, scr, o); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
