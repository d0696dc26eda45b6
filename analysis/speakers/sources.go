package speakers

import (
	"slices"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/speakers/discourse"
	"hearsay/analysis/speakers/entities"
	"hearsay/analysis/text"
)

// manner says by what a phrase refers.
type manner uint8

const (
	byName manner = iota
	byNoun
	byPronoun
)

// phrase is a part of a source that refers to one speaker, or to several by one word. Positions are tokens.
type phrase struct {
	from, to         int // all of it
	coreFrom, coreTo int // without what hangs on its head behind it, nor the possessor before it
	head             int
	manner           manner
	name             int // index of the name where it refers by one
}

// sources are the sources of the quotes, cut into phrases. They know who is behind a quote as far as the article is
// read.
type sources struct {
	cast    *entities.Register
	talk    *discourse.Discourse
	quotes  []Quote
	phrases [][]phrase     // of each quote
	headed  map[int][]int  // quotes by the token of a source's head
	byHead  map[int]phrase // by the same, and by that of the head of whoever holds a side
	content []int32        // index+1 of the innermost quote in whose content a token stands
}

// Bounds on what is read of a source.
const (
	longestSource = 80 // tokens
	mostPhrases   = 6
)

// quotesAndHolders are the quotes, and behind them, as if they were sources of quotes without words, those who hold a
// side.
func (a *Article) quotesAndHolders() []Quote {
	out := slices.Clone(a.Quotes)
	for _, h := range a.Holders {
		out = append(out, Quote{Source: []text.Span{h}, Continues: -1})
	}
	return out
}

// readSources cuts each quote's source into phrases; from a quote on they are no sources, but words for those who hold
// a side.
func readSources(cast *entities.Register, talk *discourse.Discourse, quotes []Quote, holders int) *sources {
	s := &sources{cast: cast, talk: talk, quotes: quotes, phrases: make([][]phrase, len(quotes)), headed: map[int][]int{},
		byHead: map[int]phrase{}}
	contents := make([][]text.Span, len(quotes))
	for q, quote := range quotes {
		contents[q] = quote.Content
		for _, p := range quote.tells() {
			from, to := cast.Range(p)
			for _, part := range cast.Parts(from, min(to, from+longestSource)) {
				if ph, ok := readPhrase(cast.Text, part[0], part[1]); ok && len(s.phrases[q]) < mostPhrases {
					s.phrases[q] = append(s.phrases[q], ph)
					s.add(q, ph, q < holders)
				}
			}
		}
	}
	s.content = cast.Innermost(contents)
	return s
}

// describe notes what a phrase that refers by a name behind its head says of whoever bears it: "Minister of State for
// Fisheries Ann Bell".
func (s *sources) describe(ph phrase) {
	head := ph.coreTo - 1
	if ph.manner != byName || s.cast.InName(head) || !entities.IsOffice(s.cast.Text, head) {
		return
	}
	e := s.cast.OfName(ph.name)
	if _, told := s.cast.DescribedBy(head); e >= 0 && !told {
		s.cast.Describe(e, ph.from, max(ph.coreTo, s.cast.Names[ph.name].From), head)
	}
}

// tells are the words that tell who speaks: those of the source, unless the text names them elsewhere.
func (q *Quote) tells() []text.Span {
	switch {
	case q.Unnamed != "":
		return nil
	case !q.Named.Empty():
		return []text.Span{q.Named}
	}
	return q.Source
}

// Around is the innermost quote in whose content token i stands, -1 where there is none.
func (s *sources) Around(i int) int { return int(s.content[i]) - 1 }

// HeadedBy are the quotes whose source token i heads.
func (s *sources) HeadedBy(i int) []int { return s.headed[i] }

// add adds a phrase of a source, or of words for somebody who holds a side.
func (s *sources) add(q int, ph phrase, source bool) {
	if _, known := s.byHead[ph.head]; source || !known {
		s.byHead[ph.head] = ph
	}
	if source {
		s.headed[ph.head] = append(s.headed[ph.head], q)
		s.describe(ph)
	}
}

// isHolder reports whether token i heads words for somebody who holds a side, or a source.
func (s *sources) isHolder(i int) bool {
	_, ok := s.byHead[i]
	return ok
}

// Behind are the entities that are known, as yet, to be behind a quote.
func (s *sources) Behind(q int) (out []int) {
	for _, ph := range s.phrases[q] {
		if ph.manner == byName && s.cast.OfName(ph.name) >= 0 {
			out = append(out, s.cast.OfName(ph.name))
		} else if k, ok := s.talk.EndingAt(ph.head); ok {
			out = append(out, s.talk.At(k).Entities...)
		}
	}
	return out
}

// goingOn are words of cues that tell that whoever spoke last goes on.
var goingOn = lexicon.Words("pronouns", "going on")

// GoesOn reports whether the cue of a quote whose source token i heads tells that whoever spoke last goes on.
func (s *sources) GoesOn(i int) bool {
	for _, q := range s.headed[i] {
		for _, p := range s.quotes[q].Cue {
			from, to := s.cast.Range(p)
			for k := from; k < to; k++ {
				if goingOn[s.cast.Lemma(k)] || goingOn[s.cast.Lemma(k)+" "+s.cast.Lower(k+1)] {
					return true
				}
			}
		}
	}
	return false
}

// refersBy reports whether token i heads a source's phrase that refers in a manner.
func (s *sources) refersBy(i int, by manner) bool {
	ph, ok := s.byHead[i]
	return ok && ph.manner == by
}
