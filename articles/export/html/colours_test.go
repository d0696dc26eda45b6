package html

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// luminance is that of a colour such as #0060a8, after the Web Content Accessibility Guidelines.
func luminance(c string) float64 {
	c = strings.TrimPrefix(c, "#")
	if len(c) == 3 {
		c = c[:1] + c[:1] + c[1:2] + c[1:2] + c[2:] + c[2:]
	}
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, _ := strconv.ParseUint(c[2*i:2*i+2], 16, 8)
		v := float64(n) / 255
		if v <= 0.03928 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		sum += weight * v
	}
	return sum
}

func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// In the light, in the dark and on paper all words stand out from what is behind them by 4.5 to 1 or more.
func TestColoursCanBeRead(t *testing.T) {
	blocks := regexp.MustCompile(`(?s):root \{(.*?)\}`).FindAllStringSubmatch(style, -1)
	if len(blocks) != 3 {
		t.Fatalf("%d sets of colours", len(blocks))
	}
	for _, b := range blocks {
		set := map[string]string{}
		for _, m := range regexp.MustCompile(`--([a-z0-9]+): (#[0-9a-f]+);`).FindAllStringSubmatch(b[1], -1) {
			set[m[1]] = m[2]
		}
		for _, name := range strings.Fields("ink dim c1 c2 c3 c4 c5 c6 c7 c8 c9 c10 c11 c12") {
			for _, ground := range []string{"paper", "raised"} {
				if set[name] == "" || contrast(set[name], set[ground]) < 4.5 {
					t.Errorf("%s %s on %s %s: %.1f", name, set[name], ground, set[ground], contrast(set[name], set[ground]))
				}
			}
		}
	}
	if n := strings.Count(style, "--c: var(--c"); n != colours {
		t.Errorf("the style has %d colours for speakers, the page %d", n, colours)
	}
}
