package reader

import (
	"fmt"
	"regexp"

	"github.com/charmbracelet/x/ansi"
)

func graphemeWidth(s string) int  { return ansi.StringWidth(s) }
func codePointWidth(s string) int { return ansi.StringWidthWc(s) }

var sgr = regexp.MustCompile("\x1b\\[[0-9;:]*m|\x1b\\]8;;[!-~]*(\x07|\x1b\\\\)")

// onlyColours reports a control code that is no change of colour or weight, nor a link.
func onlyColours(s string) error {
	for _, r := range sgr.ReplaceAllString(s, "") {
		if r < 0x20 || (r >= 0x7f && r < 0xa0) || (r >= 0x202a && r <= 0x202e) || (r >= 0x2066 && r <= 0x2069) {
			return fmt.Errorf("the control code %U is drawn", r)
		}
	}
	return nil
}
