package format

import (
	"strings"
	"unicode"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
)

// guess is an encoding that text may be in which says nothing of it.
type guess struct {
	name string // empty for the one that is taken where nothing speaks for another
	encoding.Encoding
}

// guesses are the encodings of one byte a letter in which western and central European text was written, the usual one
// first.
var guesses = []guess{{"", charmap.Windows1252}, {"Mac Roman", charmap.Macintosh}, {"windows-1250",
	charmap.Windows1250}}

// leastLead is by how much less than the usual encoding another must cost to be taken: a sign that cannot be so.
const leastLead = 2

// guessOf finds the encoding of bytes that are no UTF-8 by what the letters beside each other would be in each.
func guessOf(data []byte) guess {
	best, cost := guesses[0], costOf(decodeAs(guesses[0], data))
	usual := cost
	for _, g := range guesses[1:] {
		if c := costOf(decodeAs(g, data)); c < cost && c <= usual-leastLead && c <= usual/2 {
			best, cost = g, c
		}
	}
	return best
}

// alphabets are the letters beyond ASCII of languages that are written in these encodings.
var alphabets = []string{"àâæçéèêëîïôœùûüÿ", "äöüß", "áéíñóúü", "ãáàâçéêíóõôúü", "àèéìòùî", "åäöæøé", "áðéíóúýþæö",
	"éëïöüè",
	"ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţ", "čćđšž"}

// Costs of what is not so in text, from none to what nobody writes.
const (
	costStrange = 1 // a letter of another language, a sign that is seldom used
	costWrong   = 2 // a capital or a sign within a word, a letter on a comma
	costNever   = 3 // a control code
)

// costOf tells how little text looks like any: what each character beyond ASCII is beside its neighbours, and how many
// letters are none of the one language that has most of them.
func costOf(s string) (cost int) {
	runes := []rune(s[:min(len(s), sampleSize)])
	foreign := map[rune]int{}
	letters := 0
	for i, r := range runes {
		if r < 0x80 {
			continue
		}
		before, after, second := runeAt(runes, i-1), runeAt(runes, i+1), runeAt(runes, i+2)
		if unicode.IsLetter(r) {
			foreign[unicode.ToLower(r)]++
			letters++
		}
		cost += costAt(r, before, after, second)
	}
	known := 0
	for _, alphabet := range alphabets {
		n := 0
		for _, r := range alphabet {
			n += foreign[r]
		}
		known = max(known, n)
	}
	return cost + costStrange*(letters-known)
}

func runeAt(runes []rune, i int) rune {
	if i < 0 || i >= len(runes) {
		return ' '
	}
	return runes[i]
}

// costAt is what a character beyond ASCII costs where it stands.
func costAt(r, before, after, second rune) int {
	switch {
	case r == unicode.ReplacementChar || unicode.IsControl(r):
		return costNever
	case unicode.IsUpper(r) && unicode.IsLower(before):
		return costWrong
	case unicode.IsUpper(r) && unicode.IsUpper(after) && unicode.IsLower(second) && !unicode.IsLetter(before):
		return costWrong // “They” whose mark became a letter
	case unicode.IsLetter(r):
		if strings.ContainsRune(",.?!", before) {
			return costWrong
		}
		return 0
	case strings.ContainsRune("’‘–—-·\u00ad", r):
		return 0
	case unicode.IsLetter(before) && unicode.IsLetter(after):
		return costWrong
	case !strings.ContainsRune("“”„‚«»‹›…•€£¥§©®™°¿¡×½¼¾†\u00a0", r):
		return costStrange
	}
	return 0
}

// Marks between which Japanese stands in ISO-2022-JP, which is in ASCII otherwise.
var japaneseBegins = []string{"\x1b$B", "\x1b$@"}

// isJapanese reports whether ASCII is ISO-2022-JP, and gives what it says.
func isJapanese(data string) (text string, ok bool) {
	begun := false
	for _, mark := range japaneseBegins {
		begun = begun || strings.Contains(data, mark)
	}
	if !begun || !strings.Contains(data, "\x1b(") {
		return "", false
	}
	text, err := japanese.ISO2022JP.NewDecoder().String(data)
	return text, err == nil && !strings.ContainsAny(text, "\uFFFD\x1b")
}
