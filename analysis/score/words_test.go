package score

import (
	"os/exec"
	"slices"
	"strings"
	"testing"

	"hearsay/analysis"
)

func cut(text string) (out []string) {
	for _, p := range tokens(text) {
		out = append(out, p.Of(text))
	}
	return out
}

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"":                                "",
		"“We won,” Lee said.":             "We|won|Lee|said",
		"don't O’Neil 'tis dogs' a''b":    "don't|O’Neil|tis|dogs|a|b",
		"rock'n’roll's":                   "rock'n’roll's",
		"well-known U.S. $1,000.50":       "well|known|U|S|1|000|50",
		"_ __ a_b _1 _'_ _’a":             "a_b|_1|_’a",
		"x² ½ Ⅷ 一二 ٣ ① ª":                 "x²|½|Ⅷ|一二|٣|①|ª",
		"e\u0301tude na\u00efve":          "e|tude|naïve", // a combining mark is no letter
		"क्या":                            "क|य",
		"a\u200db 👩 … — \x00\ufffd\u00ad": "a|b",
	} {
		if got := strings.Join(cut(text), "|"); got != want {
			t.Errorf("%q is cut into %s, want %s", text, got, want)
		}
	}
}

// Words are those of Python's regular expressions, for every code point that both know.
func TestWordsAreThoseOfPython(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("needs python3")
	}
	out, err := exec.Command(python, "-c", `
import re, sys, unicodedata
print("".join("-" if unicodedata.category(chr(i)) in ("Cn", "Cs") else str(int(bool(re.match(r"\w", chr(i))))) for i in range(0x110000)))`).Output()
	if err != nil {
		t.Fatal(err)
	}
	for r, known := range strings.TrimSpace(string(out)) {
		if known != '-' && (known == '1') != wordly(rune(r)) {
			t.Errorf("%U: Python says %c", r, known)
		}
	}
}

func TestWordsAtSpans(t *testing.T) {
	const text = "Zoë said: “Never.”"
	s := newSheet(text)
	for _, c := range []struct {
		from, to int
		want     words
	}{
		{0, len(text), words{0, 1, 2}}, {0, 1, words{0}}, {4, 5, nil}, {3, 6, words{0, 1}}, {5, 5, nil},
		{len(text) - 3, len(text), nil},
	} {
		if got := s.at([]analysis.Span{{Start: c.from, End: c.to}}); !slices.Equal(got, c.want) {
			t.Errorf("bytes %d to %d hold %v, want %v", c.from, c.to, got, c.want)
		}
	}
	all := []analysis.Span{{Start: 5, End: 9}, {Start: 0, End: 9}}
	if got := s.at(all); !slices.Equal(got, words{0, 1}) {
		t.Errorf("spans that overlap hold %v", got)
	}
}

func TestKinds(t *testing.T) {
	for _, c := range []struct {
		text, content string
		want          analysis.Kind
	}{
		{"“Rain fell,” she said.", "“Rain fell,”", analysis.Direct},
		{"“Rain fell,” she said.", "Rain fell", analysis.Direct},
		{`She said "rain fell" there.`, `"rain fell" there`, analysis.Mixed},
		{"She said that rain fell.", "that rain fell", analysis.Indirect},
		{"She called it ‘rain’ there.", "it ‘rain’", analysis.Indirect}, // single marks
		{"''Rain fell,'' she said.", "''Rain fell,''", analysis.Direct},
		{"She said that “the long rain that fell on us last night did no harm” is",
			"that “the long rain that fell on us last night did no harm”", analysis.Mixed},
		// 97 %
		{"She said a “the long rain that fell on us last night did no harm” is",
			"a “the long rain that fell on us last night did no harm”", analysis.Direct},
		{"“Rain ‘fell’ on us,” she said.", "“Rain ‘fell’ on us,”", analysis.Direct},
	} {
		if got := NewKinds(c.text).Of(at(t, c.text, c.content)); got != c.want {
			t.Errorf("%q in %q is %s, want %s", c.content, c.text, got, c.want)
		}
	}
	if got := NewKinds("").Of(nil); got != analysis.Indirect {
		t.Errorf("no content is %s", got)
	}
}
