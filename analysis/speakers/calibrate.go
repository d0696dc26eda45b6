package speakers

import "math"

// Judged is an article of some of whose quotes it is known who is behind them.
type Judged struct {
	Article Article
	// Right tells whether those of these names are behind a quote, and whether that is known.
	Right func(quote int, names []string) (right, known bool)
	// Weight is how much the article counts.
	Weight float64
}

// verdict is how a quote's speakers were found, and whether they are right.
type verdict struct {
	steps         []step
	right, weight float64
}

// Calibrate learns how sure a model can be of whom it finds, and puts that into its weights.
func Calibrate(weights string, judged []Judged) ([]byte, error) {
	m, err := Read(weights)
	if err != nil {
		return nil, err
	}
	var all []verdict
	for _, j := range judged {
		res := m.Resolve(j.Article)
		for q := range res.Quotes {
			a := &res.Quotes[q]
			if right, known := j.Right(q, res.NamesBehind(q)); known && len(a.Speakers) > 0 {
				v := verdict{steps: a.steps, weight: j.Weight}
				if right {
					v.right = 1
				}
				all = append(all, v)
			}
		}
	}
	m.learnCertainty(all)
	return m.file(), nil
}

// NamesBehind are the names of those behind a quote.
func (r *Result) NamesBehind(quote int) (out []string) {
	for _, s := range r.Quotes[quote].Speakers {
		out = append(out, r.Speakers[s].Name)
	}
	return out
}

// How firmly it is taken for granted of every way, before anything is seen of it, that log odds are to be taken as they are.
const (
	holdShift   = 0.05
	holdStretch = 0.5
)

// learnCertainty finds for each way how its odds are to be bent so that what is right is likeliest.
func (m *Model) learnCertainty(all []verdict) {
	var shift, stretch, sumShift, sumStretch [ways]float64
	for w := range stretch {
		stretch[w] = 1
	}
	for range 600 {
		var byShift, byStretch [ways]float64
		for w := range shift {
			byShift[w], byStretch[w] = -holdShift*shift[w], -holdStretch*(stretch[w]-1)
		}
		for _, v := range all {
			v.pull(&shift, &stretch, &byShift, &byStretch)
		}
		for w := range shift {
			sumShift[w] += byShift[w] * byShift[w]
			sumStretch[w] += byStretch[w] * byStretch[w]
			shift[w] += 0.1 * byShift[w] / math.Sqrt(1e-6+sumShift[w])
			stretch[w] = max(0, stretch[w]+0.1*byStretch[w]/math.Sqrt(1e-6+sumStretch[w]))
		}
	}
	for w := range m.certain {
		m.certain[w] = curveBy(shift[w], stretch[w])
	}
}

// pull adds the direction in which one verdict draws how odds are bent.
func (v *verdict) pull(shift, stretch, byShift, byStretch *[ways]float64) {
	p := 1.0
	sure, odds := make([]float64, len(v.steps)), make([]float64, len(v.steps))
	for i, s := range v.steps {
		raw := max(0.01, min(0.99, s.raw))
		odds[i] = math.Log(raw / (1 - raw))
		sure[i] = 1 / (1 + math.Exp(-shift[s.way]-stretch[s.way]*odds[i]))
		p *= sure[i]
	}
	slope := v.weight
	if v.right == 0 {
		slope = -v.weight * p / max(1e-6, 1-p)
	}
	for i, s := range v.steps {
		byShift[s.way] += slope * (1 - sure[i])
		byStretch[s.way] += slope * (1 - sure[i]) * odds[i]
	}
}
