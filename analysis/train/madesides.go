package main

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"unicode"

	"hearsay/analysis/text"
)

//go:embed made/sides.txt
var madeSides string

// How many articles are made up, and of how many paragraphs each.
const (
	madeArticles   = 120
	madeParagraphs = 5
	// shareFiller is how many paragraphs have a sentence behind that takes no side.
	shareFiller = 0.4
	madeSeed    = 1
)

// sideGrammar makes up sentences in which sides are taken, from patterns and the words that fill them. The file tells
// its form.
type sideGrammar struct {
	lists  map[string][]string
	chance *rand.Rand
}

var gap = regexp.MustCompile(`\{(\w+)\}`)

func readSideGrammar(file string) (*sideGrammar, error) {
	g := &sideGrammar{map[string][]string{}, rand.New(rand.NewPCG(madeSeed, 0))}
	name := ""
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] == '[' && line[len(line)-1] == ']' {
			name = line[1 : len(line)-1]
			continue
		}
		g.lists[name] = append(g.lists[name], line)
	}
	for _, line := range g.lists["sentences"] {
		for _, m := range gap.FindAllStringSubmatch(line, -1) {
			if len(g.lists[strings.ToLower(m[1])]) == 0 {
				return nil, fmt.Errorf("made-up sides: there is no list for %s in %q", m[0], line)
			}
		}
	}
	return g, nil
}

// articles makes up some articles.
func (g *sideGrammar) articles() []sidedArticle {
	out := make([]sidedArticle, madeArticles)
	for i := range out {
		a := &out[i]
		a.id = fmt.Sprintf("made-%d", i)
		for range madeParagraphs {
			if a.text != "" {
				a.text += "\n\n"
			}
			g.add(a, g.one("sentences"))
			if g.chance.Float64() < shareFiller {
				a.text += " " + g.one("filler")
			}
		}
	}
	return out
}

func (g *sideGrammar) one(list string) string {
	return g.lists[list][g.chance.IntN(len(g.lists[list]))]
}

// add adds a sentence to an article, with the sides that are taken in it.
func (g *sideGrammar) add(a *sidedArticle, pattern string) {
	s := capital(g.filled(pattern))
	start := 0
	for k := 0; k < len(s); k++ {
		switch {
		case k+1 < len(s) && s[k+1] == '[' && (s[k] == '+' || s[k] == '-'):
			a.sides = append(a.sides, sidedBy{opposed: s[k] == '-'})
			k++
			start = len(a.text)
		case s[k] == ']':
			last := &a.sides[len(a.sides)-1]
			last.target = []text.Span{{Start: start, End: len(a.text)}}
		default:
			a.text += s[k : k+1]
		}
	}
}

// filled is a pattern with words in its gaps, as a whole sentence.
func (g *sideGrammar) filled(pattern string) string {
	chosen := map[string]string{}
	s := gap.ReplaceAllStringFunc(pattern, func(m string) string {
		name := m[1 : len(m)-1]
		list := strings.ToLower(name)
		if chosen[list] == "" {
			chosen[list] = g.one(list)
		}
		if name != list {
			return capital(chosen[list])
		}
		return chosen[list]
	})
	s = strings.TrimSuffix(strings.NewReplacer(",.", ".", ",,", ",", ",;", ";").Replace(s), ",")
	if !strings.HasSuffix(s, ".") {
		s += "."
	}
	return s
}

// capital is a sentence that begins with a capital, behind what marks it.
func capital(s string) string {
	for k, r := range s {
		if unicode.IsLetter(r) {
			return s[:k] + string(unicode.ToUpper(r)) + s[k+len(string(r)):]
		}
	}
	return s
}
