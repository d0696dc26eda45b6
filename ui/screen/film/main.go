//go:build unix

// Film makes a moving picture of the reader: it builds the program, starts it on a terminal of its own, presses keys as
// a person does, and keeps what the screen shows. The one in the README is made by it from the script that is built in,
// so that it never shows what the program does not.
//
//	go run ./ui/screen/film -o ui/screen/hearsay-moving.png
//
// A script given behind the flags takes its place. Every argument is a key to press; or, behind an equals sign, words
// to wait for; behind a plus, for how many seconds what is seen then stays; behind a number sign, what is said below.
package main

import (
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"os"
	"strconv"
	"strings"
	"time"

	"hearsay/ui/screen"
	"hearsay/ui/screen/drive"
	"hearsay/ui/screen/picture"
)

// script is half a minute of reading.
var script = []string{
	"=Built in", "=most by", "#hearsay: choose an article", "+2.2",
	"enter", "=2 Quotes 1/", "#Every quote is lit in its speaker’s colour, the moment the article opens", "+3",
	"J", "=2 Quotes 2/", "#J  the next quote: who says it, by which words, how sure", "+1.4",
	"J", "=2 Quotes 3/", "+1.4",
	"J", "=2 Quotes 4/", "+1.4",
	"enter", "=Q their quotes", "#↵  follow: to the speaker …", "+1.6",
	"enter", "=Share of voice", "#↵  … and to their card", "+2.8",
	"H", "H", "4", "=↵ evidence", "#4  the positions: who is for or against what", "+2",
	"j", "enter", "=↵ speaker", "#↵  the sentence that proves it", "+2.6",
	"w", "=Why it is a quote", "#w  why: each step from “he” to a name", "+2.8",
	"w", "v", "=Who says this?", "#v  review: right or not? Every decision is kept", "+2.2",
	"a", "=anna · 1 of", "#a  right", "+1",
	"a", "=anna · 2 of", "+0.8",
	"2", "=anna · 3 of", "#2  no, the second speaker says it", "+1.4",
	"%", "=How accurate", "#%  how accurate the machine is, by what you decided", "+3",
}

func main() {
	out := flag.String("o", "film.png", "the `file` to write")
	size := flag.String("size", "120x34", "columns and lines of the window")
	letter := flag.Float64("letter", 15, "the height of a letter in pixels")
	open := flag.String("open", "", "the `files` to open, with spaces between; the list of articles if there are none")
	flag.Parse()
	r := &drive.Alone{Name: "film"}
	defer r.Tidy()
	o := drive.Options{Args: strings.Fields(*open), Env: []string{"USER=anna"},
		Traits: screen.Traits{Foreground: pale, Background: night}}
	if _, err := fmt.Sscanf(*size, "%dx%d", &o.Width, &o.Height); err != nil || o.Width < 1 || o.Height < 1 {
		r.Fatalf("size %q: give columns and lines, as in 120x34", *size)
	}
	program, err := drive.Build(r.TempDir())
	if err != nil {
		r.Fatalf("%v", err)
	}
	steps := script
	if flag.NArg() > 0 {
		steps = flag.Args()
	}
	c := &camera{session: drive.Start(r, program, o), width: o.Width, looks: picture.Options{
		Foreground: o.Traits.Foreground, Background: o.Traits.Background, Size: *letter, Margin: int(*letter) / 2}}
	for _, step := range steps {
		if err := c.take(step); err != nil {
			r.Fatalf("%s: %v", step, err)
		}
	}
	if err := c.save(*out); err != nil {
		r.Fatalf("write the film: %v", err)
	}
}

var night, pale = color.RGBA{0x16, 0x18, 0x1d, 0xff}, color.RGBA{0xe4, 0xe4, 0xe4, 0xff}

// camera films a session.
type camera struct {
	session *drive.Session
	width   int
	looks   picture.Options
	film    picture.Film
	says    string
}

// take does a step of the script.
func (c *camera) take(step string) error {
	rest := step[min(1, len(step)):]
	switch {
	case rest == "":
		c.session.Press(step)
	case step[0] == '=':
		c.session.Sees(rest)
	case step[0] == '#':
		c.says = rest
	case step[0] == '+':
		seconds, err := strconv.ParseFloat(rest, 64)
		if err != nil {
			return err
		}
		return c.keep(time.Duration(seconds * float64(time.Second)))
	default:
		c.session.Press(step)
	}
	return nil
}

// keep keeps what is on the screen, with what is said about it below.
func (c *camera) keep(hold time.Duration) (err error) {
	var above *image.RGBA
	c.session.Look(func(scr *screen.Screen) { above, err = picture.Draw(scr, c.looks) })
	if err != nil {
		return err
	}
	line := screen.New(c.width, 1, screen.Traits{}, nil)
	if _, err := line.Write([]byte("\x1b[1m " + c.says)); err != nil {
		return err
	}
	below, err := picture.Draw(line, c.looks)
	if err != nil {
		return err
	}
	all := image.NewRGBA(image.Rect(0, 0, above.Bounds().Dx(), above.Bounds().Dy()+below.Bounds().Dy()))
	draw.Draw(all, above.Bounds(), above, image.Point{}, draw.Src)
	draw.Draw(all, below.Bounds().Add(image.Pt(0, above.Bounds().Dy())), below, image.Point{}, draw.Src)
	return c.film.Add(all, hold)
}

func (c *camera) save(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := c.film.Write(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
