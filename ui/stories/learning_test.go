//go:build unix

package stories

import (
	"testing"

	"hearsay/ui/screen/drive"
)

// Who starts the program for the first time is shown three steps, once, and learns the rest by doing.
func TestAPersonIsShownAroundOnce(t *testing.T) {
	home := []string{"XDG_STATE_HOME=" + t.TempDir()}
	begin := func() *drive.Session {
		return drive.Start(t, program, drive.Options{Args: []string{"--sample", "quillon-plants"}, Width: 120, Height: 36,
			Env: home, First: true})
	}
	s := begin().Sees("go through the quotes", "five lessons, ten minutes").Press("J").Sees("2 Quotes 2/").Send("\x1bOQ").
		Sees("Lesson 1 of 5", "press it three times", "Reinholt and Rahmani").Press("J", "J", "J").
		Sees("✓ ", "step 2 of 6").Press("K", "}", "}", "space", "g", "?", "esc").Sees("Lesson 2 of 5").
		Send("\x1bOQ").Sees("Quillon Foods to cut", "2 Quotes 2/").Misses("Lesson 2")
	s.Press("q").Quits(0)
	begin().Sees("2 Quotes 1/", "J next").Misses("go through").Send("\x1bOQ").Sees("Lesson 2 of 5").Press("q").Quits(0)
}
