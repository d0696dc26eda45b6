package speakers

import (
	"slices"

	"hearsay/analysis/speakers/antecedents"
	"hearsay/analysis/speakers/discourse"
	"hearsay/analysis/speakers/pronouns"
)

// Lesson is an article in which it is told which words refer to the same.
type Lesson struct {
	Article Article
	// Chain tells of each token which coreference chain the words are of that it heads: the same number for the same,
	// 0 for none.
	Chain []int32
	// Pairs are the chains of words that are headed by several joined with "and", by their last token.
	Pairs map[int]int32
	// Weight is how much the lesson is to be believed.
	Weight float64
	// Behind is true where the words of a chain were only looked for behind its first, as another program does.
	Behind bool
	// Right, where given, tells in place of chains whether those of these names are behind a quote, and whether that is
	// known.
	Right func(quote int, names []string) (right, known bool)
}

// halfSure is how much it is believed, of the other program's chains, that nobody is meant.
const halfSure = 0.5

// recorder notes the candidates of each pronoun of a lesson as an example, and says which of them the lesson tells is
// meant. It is the pronouns.Recorder of a reading.
type recorder struct {
	*Lesson
	reading  *reading
	examples []pronouns.Example
}

// Record notes the candidates of one pronoun.
func (r *recorder) Record(o pronouns.Occurrence, candidates []pronouns.Candidate) int {
	if r.Right != nil {
		return r.recordSpeaker(o, candidates)
	}
	chain := r.Chain[o.At]
	e := pronouns.Example{Group: o.Group, Weight: r.Weight}
	if o.Source && r.Behind {
		e.Weight = 0 // who goes on speaking in the news is what other programs know least
	}
	sentence := r.reading.Tokens[o.At].Sentence
	meant := -1
	for k, c := range candidates {
		e.Features = append(e.Features, c.Features)
		e.Prior = append(e.Prior, c.Prior)
		right := chain != 0 && len(c.Entities) > 0 && r.isOf(&c, chain, sentence)
		e.Right = append(e.Right, right)
		if right && meant < 0 {
			meant = k
		}
	}
	if meant < 0 {
		e.Right[len(candidates)-1] = true
		if r.Behind {
			e.Weight *= halfSure
		}
	}
	if e.Weight > 0 && len(candidates) > 1 && (chain != 0 || meant < 0) {
		r.examples = append(r.examples, e)
	}
	return meant
}

// recordSpeaker notes the candidates of a pronoun that is the source of a quote whose speaker the lesson tells, where
// one of them is right.
func (r *recorder) recordSpeaker(o pronouns.Occurrence, candidates []pronouns.Candidate) int {
	headed := r.reading.sources.HeadedBy(o.At)
	if len(headed) == 0 {
		return pronouns.Untold
	}
	e := pronouns.Example{Group: o.Group, Weight: r.Weight}
	meant := pronouns.Untold
	for k, c := range candidates {
		var of []string
		for _, x := range c.Entities {
			of = append(of, r.reading.All[x].Name)
		}
		right, known := r.Right(headed[0], of)
		right = right && known && len(of) > 0
		e.Features, e.Prior, e.Right = append(e.Features, c.Features), append(e.Prior, c.Prior), append(e.Right, right)
		if right && meant < 0 {
			meant = k
		}
	}
	if meant >= 0 {
		r.examples = append(r.examples, e)
	}
	return meant
}

// isOf reports whether words that were taken for a candidate's are of a chain.
func (r *recorder) isOf(c *pronouns.Candidate, chain int32, sentence int) bool {
	if c.Ahead >= 0 {
		n := r.reading.Names[c.Ahead]
		for i := n.From; i < n.To; i++ {
			if r.Chain[i] == chain {
				return true
			}
		}
	}
	for _, m := range r.reading.talk.BackFrom(c.Latest, pronouns.FarMentions) {
		if sentence-m.Sentence > pronouns.FarSentences {
			break
		}
		if discourse.Same(m.Entities, c.Entities) && r.refersTo(m, chain) {
			return true
		}
	}
	return false
}

// refersTo reports whether a lesson tells that a mention refers to a chain.
func (r *recorder) refersTo(m *discourse.Mention, chain int32) bool {
	if m.Joint {
		return r.Pairs[m.To-1] == chain
	}
	from := m.To - 1
	if n, _, ok := r.reading.Name(from); ok {
		from = max(n.From, m.From)
	}
	for i := from; i < m.To; i++ {
		if r.Chain[i] == chain {
			return true
		}
	}
	return false
}

// Learn makes a model of lessons, and of lists of given names, and reports how that goes. The same lessons give the
// same bytes.
func Learn(lessons []Lesson, male, female []string, report func(format string, args ...any)) []byte {
	m := &Model{pronouns: newPronouns(male, female)}
	for w := range m.certainty {
		m.certainty[w] = platt(0, 1)
	}
	var all []pronouns.Example
	add := func(told bool) {
		for k := range lessons {
			if told == (lessons[k].Right != nil) {
				all = append(all, m.examplesOf(&lessons[k])...)
			}
		}
	}
	add(false)
	m.pronouns.Learn(slices.Clone(all), report)
	// Where only sources are told, what was learnt already tells whom the pronouns between them mean.
	add(true)
	again := &Model{pronouns: newPronouns(male, female), certainty: m.certainty}
	again.pronouns.Learn(all, report)
	return again.file()
}

// Right tells how often the model finds whom pronouns of lessons mean, and of how many: of he and she, it, and they.
func (m *Model) Right(lessons []Lesson) (right, all [3]int) {
	for k := range lessons {
		for _, e := range m.examplesOf(&lessons[k]) {
			all[e.Group]++
			if m.pronouns.IsRight(&e) {
				right[e.Group]++
			}
		}
	}
	return right, all
}

// examplesOf reads a lesson for its examples.
func (m *Model) examplesOf(l *Lesson) []pronouns.Example {
	r := m.newReading(l.Article)
	rec := &recorder{Lesson: l, reading: r}
	r.pronouns.RecordTo(rec, !l.Behind)
	r.read()
	return rec.examples
}

// newPronouns is a model of pronouns that knows no more than hidden states and given names tell.
func newPronouns(male, female []string) *pronouns.Model {
	m := pronouns.NewModel(male, female)
	if pairs, err := antecedents.Load(); err == nil {
		m.With(pairs)
	}
	return m
}
