package main

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"

	"hearsay/analysis/text"
)

// spokenFor is a quote of which people have told who is behind it.
type spokenFor struct {
	content, cue, source []text.Span
	names                []string // of those who are meant; none where the article gives no name
	unnamed              []string // what they are called then
}

// told reports whether it is known who is behind the quote.
func (s *spokenFor) told() bool { return len(s.names)+len(s.unnamed) > 0 }

// judgedArticle is an article with the quotes that people have found in it.
type judgedArticle struct {
	id, text string
	news     bool
	quotes   []spokenFor
}

// isBy reports whether names are those of whoever is behind the quote.
func (s *spokenFor) isBy(names []string) bool {
	if len(s.names) == 0 {
		return slices.ContainsFunc(s.unnamed, func(u string) bool {
			return slices.ContainsFunc(names, func(n string) bool { return sharesWord(u, n) })
		})
	}
	same := func(a, b []string) bool {
		return !slices.ContainsFunc(a, func(x string) bool {
			return !slices.ContainsFunc(b, func(y string) bool { return sameName(x, y) })
		})
	}
	return same(s.names, names) && same(names, s.names)
}

var (
	wordsOfName = regexp.MustCompile(`[\p{L}\p{N}_]+`)
	ownership   = regexp.MustCompile(`['’]s\b`)
)

// weakWords tell nothing of who somebody is.
const weakWords = ` a an the of in at for from to by and or his her its their our my your this that these those mr mrs ms dr sen rep gov president
 prime minister secretary `

func nameWords(name string) (out []string) {
	all := wordsOfName.FindAllString(strings.ToLower(ownership.ReplaceAllString(name, "")), -1)
	for _, w := range all {
		if !strings.Contains(weakWords, " "+w+" ") {
			out = append(out, w)
		}
	}
	if len(out) == 0 {
		return all
	}
	return out
}

// sameName reports whether two names are one's, as the scorer of speakers takes them.
func sameName(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	within := func(x, y []string) bool {
		return !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) })
	}
	return x[len(x)-1] == y[len(y)-1] || within(x, y) || within(y, x)
}

func sharesWord(a, b string) bool {
	y := nameWords(b)
	return slices.ContainsFunc(nameWords(a), func(w string) bool { return slices.Contains(y, w) })
}

// readJudged reads articles with their quotes and who is behind them.
func readJudged(path string) ([]judgedArticle, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []judgedArticle
	for d := json.NewDecoder(f); d.More(); {
		var in struct {
			ID, Text, Genre string
			Attributions    []struct {
				Content, Cue, Source [][2]int
				Speaker, Unnamed     []string
			}
		}
		if err := d.Decode(&in); err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		// Of what is told by one who says "I", it is not told who that is.
		if in.Genre != "" && in.Genre != "news" && in.Genre != "interview" {
			continue
		}
		a := judgedArticle{id: in.ID, text: in.Text, news: in.Genre == ""}
		at := byteOffsets(in.Text)
		for _, q := range in.Attributions {
			s := spokenFor{names: q.Speaker}
			if s.content, s.cue, s.source, err = at.parts(q.Content, q.Cue, q.Source); err != nil {
				return nil, fmt.Errorf("read %s: article %s: %w", path, in.ID, err)
			}
			for _, u := range q.Unnamed {
				s.unnamed = append(s.unnamed, strings.TrimPrefix(u, "unnamed: "))
			}
			a.quotes = append(a.quotes, s)
		}
		out = append(out, a)
	}
	return out, nil
}
