package score

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"hearsay/analysis"
	"hearsay/analysis/measure"
)

// Side is a side that somebody takes on a target, as a person noted it or a machine found it.
type Side struct {
	// Speaker is the name of who takes it, or "unnamed: " and words for them.
	Speaker string
	Opposes bool
	Target  []analysis.Span
	// Implied is true where a careful colleague might not agree with whoever noted it.
	Implied bool
	// Confidence is how likely it is right. It counts only where Rated is true.
	Confidence float64
	Rated      bool
}

// FoundSides gives a document's positions as predictions, those that take no side left out.
func FoundSides(d *analysis.Document) (out []Side) {
	for _, p := range d.Positions {
		if p.Stance != analysis.Neutral {
			out = append(out, Side{Speaker: d.Speakers[p.Speaker].Name, Opposes: p.Stance == analysis.Opposes,
				Target: p.Target, Confidence: math.Round(1000*p.Confidence) / 1000, Rated: true})
		}
	}
	return out
}

// SidePair is a gold side and the prediction that answers it: the speaker is the same, and so is the target.
type SidePair struct {
	Gold, Found int
	// Same is true where both take the same side.
	Same bool
}

// leastShared is the share of the shorter target that two must have in common.
const leastShared = 0.5

// MatchSides pairs gold sides and predictions one to one: those that take the same side first, then those whose targets
// agree best. Targets agree where half of the shorter one stands in the other, or half of the telling words of the one
// that has fewer are words of the other's, wherever they stand.
func MatchSides(text string, gold, found []Side) []SidePair {
	type candidate struct {
		SidePair
		agreement float64
	}
	of, to := targetsIn(text, gold), targetsIn(text, found)
	var all []candidate
	for g := range gold {
		for f := range found {
			if !SameHolder(gold[g].Speaker, found[f].Speaker) {
				continue
			}
			if a := of[g].agreement(&to[f]); a > 0 {
				all = append(all, candidate{SidePair{g, f, gold[g].Opposes == found[f].Opposes}, a})
			}
		}
	}
	slices.SortFunc(all, func(a, b candidate) int {
		if a.Same != b.Same {
			return one(b.Same) - one(a.Same)
		}
		return cmp.Or(cmp.Compare(b.agreement, a.agreement), a.Gold-b.Gold, a.Found-b.Found)
	})
	goldTaken, foundTaken := make([]bool, len(gold)), make([]bool, len(found))
	var out []SidePair
	for _, c := range all {
		if !goldTaken[c.Gold] && !foundTaken[c.Found] {
			goldTaken[c.Gold], foundTaken[c.Found] = true, true
			out = append(out, c.SidePair)
		}
	}
	return out
}

const unnamed = "unnamed:"

// SameHolder reports whether two names of speakers may be one's: as SameName does; and where one has no name, by a word
// that tells something.
func SameHolder(a, b string) bool {
	if !strings.HasPrefix(a, unnamed) && !strings.HasPrefix(b, unnamed) {
		return SameName(a, b)
	}
	words := tellingWords(b)
	for w := range tellingWords(a) {
		if w != "unnamed" && words[w] {
			return true
		}
	}
	return false
}

// weaker are the words that tell nothing of what is meant.
var weaker = func() map[string]bool {
	all := map[string]bool{}
	for w := range weak {
		all[w] = true
	}
	for _, w := range strings.Fields("that it he she they him them which who whom what be is are was were been to not " +
		"no any all more new") {
		all[w] = true
	}
	return all
}()

// tellingWords are the words of a text of more than one letter that tell something, in lower case.
func tellingWords(s string) map[string]bool {
	out := map[string]bool{}
	for i := 0; i < len(s); {
		end, _ := run(s, i)
		if end == i {
			_, n := utf8.DecodeRuneInString(s[i:])
			i += n
			continue
		}
		if w := lower(s[i:end]); utf8.RuneCountInString(s[i:end]) > 1 && !weaker[w] {
			out[w] = true
		}
		i = end
	}
	return out
}

// longStem is how many letters a word has at least that loses its ending.
const longStem = 5

// stem takes the commonest endings off a word.
func stem(w string) string {
	if utf8.RuneCountInString(w) < longStem {
		return w
	}
	for _, end := range []string{"ing", "ed", "es", "s"} {
		if s, ok := strings.CutSuffix(w, end); ok {
			return s
		}
	}
	return w
}

// target is where a target stands, with the stems of its telling words.
type target struct {
	text  string
	spans []analysis.Span
	stems map[string]bool
}

func targetsIn(text string, sides []Side) []target {
	out := make([]target, len(sides))
	for i, s := range sides {
		var parts []string
		for _, p := range s.Target {
			parts = append(parts, p.Of(text))
		}
		out[i] = target{text, s.Target, map[string]bool{}}
		for w := range tellingWords(strings.Join(parts, " ")) {
			out[i].stems[stem(w)] = true
		}
	}
	return out
}

// agreement is how well two targets agree, 0 where they do not.
func (t *target) agreement(u *target) float64 {
	near := float64(t.shared(u)) / float64(min(t.length(), u.length()))
	far := 0.0
	if n := min(len(t.stems), len(u.stems)); n > 0 {
		both := 0
		for w := range t.stems {
			both += one(u.stems[w])
		}
		far = float64(both) / float64(n)
	}
	switch {
	case near >= leastShared:
		return 1 + near + far
	case far >= leastShared:
		return far
	}
	return 0
}

// shared is how many code points two targets have in common.
func (t *target) shared(u *target) (n int) {
	for _, p := range t.spans {
		for _, q := range u.spans {
			if from, to := max(p.Start, q.Start), min(p.End, q.End); from < to {
				n += utf8.RuneCountInString(t.text[from:to])
			}
		}
	}
	return n
}

// length is how many code points a target has, 1 at least.
func (t *target) length() int {
	n := 0
	for _, p := range t.spans {
		n += utf8.RuneCountInString(p.Of(t.text))
	}
	return max(1, n)
}

// SideTally counts sides that were found. The zero value counts nothing.
type SideTally struct {
	articles, gold, found int
	pairs, triples        int
	explicit, explicitly  int // gold that is no matter of taste; how many of it were found
	holders, holdersFound int
	sureness              measure.Reliability
}

// TallySides holds the sides that were found in an article against gold.
func TallySides(text string, gold, found []Side) (t SideTally) {
	t = SideTally{articles: 1, gold: len(gold), found: len(found)}
	right := make([]bool, len(found))
	for _, p := range MatchSides(text, gold, found) {
		t.pairs++
		t.triples += one(p.Same)
		t.explicitly += one(p.Same && !gold[p.Gold].Implied)
		right[p.Found] = p.Same
	}
	names := map[string]bool{}
	for _, g := range gold {
		t.explicit += one(!g.Implied)
		if names[g.Speaker] {
			continue
		}
		names[g.Speaker] = true
		t.holders++
		t.holdersFound += one(slices.ContainsFunc(found, func(f Side) bool { return SameHolder(g.Speaker, f.Speaker) }))
	}
	for i, f := range found {
		if f.Rated {
			t.sureness.Add(f.Confidence, right[i])
		}
	}
	return t
}

// Add adds what another tally has counted.
func (t *SideTally) Add(u SideTally) {
	t.articles, t.gold, t.found = t.articles+u.articles, t.gold+u.gold, t.found+u.found
	t.pairs, t.triples = t.pairs+u.pairs, t.triples+u.triples
	t.explicit, t.explicitly = t.explicit+u.explicit, t.explicitly+u.explicitly
	t.holders, t.holdersFound = t.holders+u.holders, t.holdersFound+u.holdersFound
	t.sureness.Merge(u.sureness)
}

// SideReport is what the counts of sides amount to.
type SideReport struct {
	Articles  int `json:"docs"`
	Gold      int `json:"gold"`
	Predicted int `json:"pred"`
	// Pair: speaker and target are right. Triple: and so is the side.
	Pair   Rates `json:"pair"`
	Triple Rates `json:"triple"`
	// Explicit is the recall of the triples that are no matter of taste.
	Explicit measure.Value `json:"explicit_recall"`
	// Side is how often the side is right where speaker and target are.
	Side measure.Value `json:"side"`
	// Spoken is how many of those who take a side are shown with any.
	Spoken measure.Value `json:"spoken"`
}

// Report works the counts out.
func (t *SideTally) Report() SideReport {
	return SideReport{Articles: t.articles, Gold: t.gold, Predicted: t.found,
		Pair: rates(t.pairs, t.found, t.gold), Triple: rates(t.triples, t.found, t.gold),
		Explicit: share(t.explicitly, t.explicit), Side: share(t.triples, t.pairs), Spoken: share(t.holdersFound, t.holders)}
}

// Calibration works out how confidence compares with what is right.
func (t *SideTally) Calibration() Calibration { return calibrationOf(&t.sureness) }
