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
		res := m.guess(j.Article)
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
	m.certainty.learn(all)
	return m.file(), nil
}

// How the curves are learnt: gradient ascent on the likelihood of the verdicts, with AdaGrad.
const (
	// holdShift and holdStretch are how firmly it is taken for granted of every way, before anything is seen of it,
	// that log odds are to be taken as they are.
	holdShift   = 0.05
	holdStretch = 0.5

	calibrateRounds = 600
	calibratePace   = 0.1
	calibrateDamp   = 1e-6 // added to the sum of squares that the pace is divided by the root of
	// leastWrong keeps the slope of what is claimed for sure, and wrong, finite.
	leastWrong = 1e-6
)

// bend is how the log odds of each way are bent.
type bend struct{ shift, stretch [ways]float64 }

// learn finds for each way how its odds are to be bent so that what is right is likeliest.
func (c *certainty) learn(all []verdict) {
	var b, sum bend
	for w := range b.stretch {
		b.stretch[w] = 1
	}
	pace := func(slope float64, sum *float64) float64 {
		*sum += slope * slope
		return calibratePace * slope / math.Sqrt(calibrateDamp+*sum)
	}
	for range calibrateRounds {
		var slope bend
		for w := range b.shift {
			slope.shift[w], slope.stretch[w] = -holdShift*b.shift[w], -holdStretch*(b.stretch[w]-1)
		}
		for _, v := range all {
			v.addSlope(&b, &slope)
		}
		// Of two whom no reader could tell apart each is as likely: so few are such that nothing is learnt of them.
		slope.shift[wayDoubt], slope.stretch[wayDoubt] = 0, 0
		for w := range b.shift {
			b.shift[w] += pace(slope.shift[w], &sum.shift[w])
			b.stretch[w] = max(0, b.stretch[w]+pace(slope.stretch[w], &sum.stretch[w]))
		}
	}
	for w := range c {
		c[w] = platt(b.shift[w], b.stretch[w])
	}
}

// addSlope adds the direction in which one verdict draws how odds are bent.
func (v *verdict) addSlope(b, slope *bend) {
	p := 1.0
	sure, odds := make([]float64, len(v.steps)), make([]float64, len(v.steps))
	for i, s := range v.steps {
		odds[i] = logOdds(s.raw)
		sure[i] = logistic(b.shift[s.way] + b.stretch[s.way]*odds[i])
		p *= sure[i]
	}
	by := v.weight
	if v.right == 0 {
		by = -v.weight * p / max(leastWrong, 1-p)
	}
	for i, s := range v.steps {
		slope.shift[s.way] += by * (1 - sure[i])
		slope.stretch[s.way] += by * (1 - sure[i]) * odds[i]
	}
}
