package speakers

import (
	"math"
	"math/rand/v2"
)

// Lesson is an article in which it is told which words refer to the same.
type Lesson struct {
	Article Article
	// Chain tells of each token to whom the words refer that it heads: the same number for the same, 0 for nobody.
	Chain []int32
	// Pairs are the chains of words that are headed by several joined with "and", by their last token.
	Pairs map[int]int32
	// Weight is how much the lesson is to be believed.
	Weight float64
	// Behind is true where the words of a chain were only looked for behind its first, as another program does.
	Behind bool
}

// lesson gathers what there is to learn from one article.
type lesson struct {
	*Lesson
	examples []example
}

// example is a pronoun with those who may be meant by it, and which of them are.
type example struct {
	group   pronounGroup
	choices [][]uint32
	start   []float64
	right   []bool
	weight  float64
}

// learnFrom notes whom a pronoun may mean and whom it does mean, and lets it refer to these.
func (r *resolver) learnFrom(m *mention, choices []choice) {
	chain := r.lesson.Chain[m.from]
	p := pronouns[r.Lower(m.from)]
	e := example{group: p.group, weight: r.lesson.Weight}
	if m.source && r.lesson.Behind {
		e.weight = 0 // who goes on speaking in the news is what other programs know least
	}
	right := -1
	for k, c := range choices {
		e.choices = append(e.choices, c.features)
		e.start = append(e.start, c.start)
		e.right = append(e.right, false)
		if c.isNobody() || chain == 0 || !r.isOf(c, chain, m.sentence) {
			continue
		}
		e.right[k] = true
		if right < 0 {
			right = k
		}
	}
	if right < 0 {
		e.right[len(choices)-1] = true
		if r.lesson.Behind {
			e.weight *= halfSure
		}
	} else {
		choices[right].odds = 0.9
		r.take(m, choices[right])
		r.learnSex(m.entities[0], p, 0.9)
	}
	if e.weight > 0 && len(choices) > 1 && (chain != 0 || right < 0) {
		r.lesson.examples = append(r.lesson.examples, e)
	}
}

// isOf reports whether words that were taken for a choice's are of a chain.
func (r *resolver) isOf(c choice, chain int32, sentence int) bool {
	want := r.entitiesOf(c)
	if c.ahead >= 0 {
		for i := r.Names[c.ahead].From; i < r.Names[c.ahead].To; i++ {
			if r.lesson.Chain[i] == chain {
				return true
			}
		}
	}
	for k, looked := c.latest, 0; k >= 0 && looked < farMentions && sentence-r.recent[k].sentence <= farSentences; k, looked = k-1, looked+1 {
		if m := &r.recent[k]; sameSet(m.entities, want) && r.refersTo(m, chain) {
			return true
		}
	}
	return false
}

// refersTo reports whether a lesson tells that a mention refers to a chain.
func (r *resolver) refersTo(m *mention, chain int32) bool {
	if m.joint {
		return r.lesson.Pairs[m.to-1] == chain
	}
	from := m.to - 1
	if n, _, ok := r.Name(from); ok {
		from = max(n.From, m.from)
	}
	for i := from; i < m.to; i++ {
		if r.lesson.Chain[i] == chain {
			return true
		}
	}
	return false
}

// Learn makes a model of lessons, and of lists of given names. The same lessons give the same bytes.
func Learn(lessons []Lesson, male, female []string, told func(format string, args ...any)) []byte {
	m := &Model{rank: make([]float32, 1<<rankBits), given: make([]float32, 1<<givenBits)}
	for k := range m.certain {
		m.certain[k] = curveBy(0, 1)
	}
	m.learnGiven(male, female)
	m.round(m.given)
	var all []example
	for k := range lessons {
		all = append(all, m.examplesOf(&lessons[k])...)
	}
	m.learnRank(all, told)
	return m.file()
}

// Right tells how often the model finds whom pronouns of lessons mean, and of how many.
func (m *Model) Right(lessons []Lesson) (right, all [3]int) {
	for k := range lessons {
		for _, e := range m.examplesOf(&lessons[k]) {
			best, most := -1, float32(math.Inf(-1))
			for c, fs := range e.choices {
				if s := m.score(fs) + float32(e.start[c]); s > most {
					best, most = c, s
				}
			}
			all[e.group]++
			if e.right[best] {
				right[e.group]++
			}
		}
	}
	return right, all
}

func (m *Model) examplesOf(l *Lesson) []example {
	r := newResolver(m, l.Article)
	r.lesson = &lesson{Lesson: l}
	r.read()
	return r.lesson.examples
}

func (m *Model) score(features []uint32) (s float32) {
	for _, f := range features {
		s += m.rank[f]
	}
	return s
}

// How the weights are learnt. They are drawn to nothing as far as the examples let them, for what is not learnt leaves what
// nearness tells.
const (
	rounds = 8
	pace   = 0.05
	decay  = 1e-1
	// halfSure is how much it is believed, of the other program's chains, that nobody is meant.
	halfSure = 0.5
)

// learnRank learns the weights by which the right choices of the examples are the likeliest.
func (m *Model) learnRank(all []example, told func(format string, args ...any)) {
	sum := make([]float32, len(m.rank))
	order := rand.New(rand.NewPCG(7, 11))
	for round := range rounds {
		order.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		loss := 0.0
		for k := range all {
			loss += m.learnOne(&all[k], sum)
		}
		told("round %d: %d pronouns, loss %.4f", round+1, len(all), loss/float64(max(1, len(all))))
	}
	m.round(m.rank)
}

// learnOne moves the weights towards the right choices of one example.
func (m *Model) learnOne(e *example, sum []float32) float64 {
	odds := make([]float64, len(e.choices))
	most := math.Inf(-1)
	for k, fs := range e.choices {
		odds[k] = float64(m.score(fs)) + e.start[k]
		most = math.Max(most, odds[k])
	}
	total, good := 0.0, 0.0
	for k := range odds {
		odds[k] = math.Exp(odds[k] - most)
		total += odds[k]
		if e.right[k] {
			good += odds[k]
		}
	}
	for k, fs := range e.choices {
		by := -odds[k] / total
		if e.right[k] {
			by += odds[k] / good
		}
		by *= e.weight
		if math.Abs(by) < 1e-4 {
			continue
		}
		for _, f := range fs {
			g := float32(by) - decay*float32(e.weight)*m.rank[f]
			sum[f] += g * g
			m.rank[f] += pace * g / float32(math.Sqrt(float64(0.05+sum[f])))
		}
	}
	return -math.Log(math.Max(good/total, 1e-9))
}

// round makes weights what they will be once they are written down.
func (m *Model) round(list []float32) {
	for i, w := range list {
		list[i] = unit * float32(max(-32767, min(32767, roundTo(w/unit))))
	}
}
