package main

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"hearsay/analysis/score"
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
			return slices.ContainsFunc(names, func(n string) bool { return sharesWord(u, n) || isAuthor(u) && isFirst(n) })
		})
	}
	return score.SameSpeakers(s.names, names)
}

// isAuthor reports whether somebody without a name is whoever wrote the article.
func isAuthor(unnamed string) bool { return sharesWord(unnamed, "author") }

// isFirst reports whether a speaker is called by a pronoun of the first person alone: whoever wrote the article.
func isFirst(name string) bool {
	return slices.Contains([]string{"i", "me", "we", "us"}, strings.ToLower(name))
}

// sharesWord reports whether two names have a word in common that tells who is meant.
func sharesWord(a, b string) bool {
	y := score.NameWords(b)
	return slices.ContainsFunc(score.NameWords(a), func(w string) bool { return slices.Contains(y, w) })
}

// oneOrMore is a string, or a list of them: the corpora differ.
type oneOrMore []string

// UnmarshalJSON reads either.
func (o *oneOrMore) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		*o = oneOrMore{one}
		return nil
	}
	return json.Unmarshal(data, (*[]string)(o))
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
				Speaker              []string
				Unnamed              oneOrMore
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
