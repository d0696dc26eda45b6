package positions

import (
	"hearsay/analysis/names"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// clause is a stretch of a quote's content within one sentence.
type clause struct {
	quote     int
	from, to  int // tokens
	statement text.Span
}

// fromContent finds the sides that are taken in what is said.
func (f *finder) fromContent(q int) {
	if f.asks(q) {
		return
	}
	for _, p := range f.Quotes[q].Content {
		from, to := f.Text.Range(p)
		for from < to {
			sentence := f.Text.Sentences[f.Text.Tokens[from].Sentence]
			end := min(to, sentence.To)
			if f.word(sentence.To-1) != "?" && f.word(sentence.To-2) != "?" && f.word(end-1) != "?" {
				f.readClauses(clause{quote: q, from: from, to: end, statement: f.Text.Span(from, end)})
			}
			from = end
		}
	}
}

// asks reports whether the quote's cue makes its content a question or a hypothesis.
func (f *finder) asks(q int) bool {
	for _, c := range f.Quotes[q].Cue {
		from, to := f.Text.Range(c)
		for i := from; i < min(to, from+10); i++ {
			switch f.lemma(i) {
			case "ask", "wonder", "question", "whether", "if", "deny", "imagine", "quote", "joke":
				return true
			}
		}
	}
	return false
}

// readClauses looks for each pattern at each finite verb of a stretch.
func (f *finder) readClauses(c clause) {
	f.calledNames(c)
	for i := c.from; i < c.to; i++ {
		if f.content[i] != int32(c.quote+1) || !f.tag(i).Finite() {
			continue
		}
		if f.hypothetical(i, c.from) {
			continue
		}
		switch w := f.lower[i]; {
		case w == "should" || w == "must" || w == "ought":
			f.deontic(c, i)
		case (w == "need" || w == "needs" || w == "has" || w == "have") && f.word(i+1) == "to":
			if f.word(i-1) == "we" || !f.firstPerson(c, i) {
				f.deontic(c, i)
			}
		case w == "is" || w == "'s" || w == "’s" || w == "are" || w == "'re" || w == "’re" || w == "was" || w == "were" || w == "am" || w == "'m" || w == "’m":
			if !f.firstPerson(c, i) {
				f.copula(c, i)
			} else {
				f.feels(c, i)
			}
		default:
			f.attitude(c, i)
		}
	}
}

// hypothetical reports whether the clause of the verb at i is under an "if" or a question word.
func (f *finder) hypothetical(i, from int) bool {
	for k := i - 1; k >= from && k > i-12; k-- {
		switch f.lower[k] {
		case "think", "believe":
			if f.negated(max(from, k-3), k) {
				return true
			}
		case "if", "whether", "unless", "suppose", "what", "why", "how", "when", "until", "whoever", "whatever":
			return true
		case ",", ";", "—", "--", ":":
			return false
		}
	}
	return false
}

// subject finds the noun phrase right before the verb at i.
func (f *finder) subject(i, from int) (a, b int, ok bool) {
	b = i
	for b > from && f.tag(b-1).Adverb() {
		b--
	}
	a = b
	for a > from && b-a < 10 && (f.tag(a-1).Noun() || f.tag(a-1).Adjective() || f.tag(a-1) == tags.POS || f.tag(a-1) == tags.CD || f.tag(a-1) == tags.VBN && f.tag(a).Noun() || f.named[a-1] != 0) {
		a--
	}
	if a > from && (f.tag(a-1) == tags.DT && f.lower[a-1] != "that" || f.tag(a-1) == tags.PRPS) {
		a--
	}
	if a == b && a > from && f.tag(a-1) == tags.PRP {
		return a - 1, b, true
	}
	if a == b || !f.hasNoun(a, b) {
		return 0, 0, false
	}
	if a > from && f.tag(a-1) == tags.CC && f.tag(a-2).Noun() {
		return 0, 0, false // half of a joint subject
	}
	if a > from && (f.tag(a-1) == tags.IN || f.tag(a-1) == tags.TO) && f.word(a-1) != "that" && f.word(a-1) != "because" {
		return 0, 0, false // the phrase hangs on another that is the subject
	}
	return a, b, f.inNumber(b-1, i)
}

// inNumber reports whether a noun and the verb at i agree in number, as a subject and its verb do.
func (f *finder) inNumber(noun, i int) bool {
	many := f.tag(noun) == tags.NNS || f.tag(noun) == tags.NNPS
	switch f.lower[i] {
	case "are", "were", "'re", "’re":
		return many || f.named[noun] != 0
	case "is", "was", "has", "'s", "’s":
		return !many || f.named[noun] != 0
	}
	return true
}

// firstPerson reports whether the subject of the verb at i is the speaker.
func (f *finder) firstPerson(c clause, i int) bool {
	a, b, ok := f.subject(i, c.from)
	if !ok || b-a != 1 {
		return false
	}
	if w := f.lower[a]; w == "i" || w == "we" {
		return true
	}
	if f.who[a] == 0 || !f.tag(a).Pronoun() {
		return false
	}
	for _, s := range f.Quotes[c.quote].Speakers {
		if int(f.who[a])-1 == s {
			return true
		}
	}
	return false
}

// negated reports whether a "not" stands between i and the verb at j, or within the two words before i.
func (f *finder) negated(i, j int) bool {
	for k := i; k < j; k++ {
		switch f.lower[k] {
		case "not", "n't", "n’t", "never", "no", "hardly":
			return true
		}
	}
	return false
}

// deontic reads "should", "must", "has to": what ought to be done is stood for, what ought not is opposed.
func (f *finder) deontic(c clause, i int) {
	v := f.nextVerb(i+1, c.to)
	if v < 0 {
		return
	}
	turn := pro
	if f.negated(i, v) {
		turn = con
	}
	x := finding{quote: c.quote, side: turn, statement: c.statement, confidence: 0.6}
	x.reason = f.quote(i, i+1) + " says what ought to be"
	if turn == con {
		x.reason = f.quote(i, i+1) + " with “not” says what ought not to be"
	}
	if f.lemma(v) == "be" {
		f.oughtToBe(c, x, i, v)
		return
	}
	if a, b, ok := f.subject(i, c.from); ok && leaves[f.lemma(v)] && !f.firstPerson(c, i) && (f.named[b-1] != 0 || f.who[b-1] != 0) {
		x.from, x.to, x.side = a, b, -turn
		f.add(x)
		return
	}
	if sideOf(f.lemma(v), helps, harms) != noSide || f.canAct(c, i) {
		f.deed(x, v, c.to)
	}
}

// canAct reports whether the subject of the verb at i is someone who can do what they ought to.
func (f *finder) canAct(c clause, i int) bool {
	a, b, ok := f.subject(i, c.from)
	if !ok {
		return false
	}
	return f.tag(a) == tags.PRP && f.lower[a] != "it" || f.isNamed(a, b) || f.named[b-1] != 0 || actors[f.lemma(b-1)]
}

var actors = wordSet(`congress government parliament senate house people official lawmaker voter country nation court state company official authority police leader
	president minister governor mayor administration party democrat republican side council city ministry american member men women citizen investor bank union
	employer worker school teacher student parent team public society community agency regulator firm business`)

// leaves are what those ought to do whom one wants gone.
var leaves = wordSet(`resign quit withdraw apologize apologise`)

func (f *finder) nextVerb(i, end int) int {
	for k := i; k < min(end, i+6); k++ {
		if f.tag(k) == tags.VB {
			return k
		}
		if t := f.tag(k); !t.Adverb() && t != tags.TO {
			return -1
		}
	}
	return -1
}

// oughtToBe reads "the aim should be a lasting peace", "he should be jailed", "should not be A but rather B".
func (f *finder) oughtToBe(c clause, x finding, i, v int) {
	k := v + 1
	merely := false
	for k < c.to && f.tag(k).Adverb() {
		merely = merely || f.lower[k] == "merely" || f.lower[k] == "only" || f.lower[k] == "just" || f.lower[k] == "simply"
		k++
	}
	if f.tag(k) == tags.VBN {
		f.oughtToBeDone(c, x, i, k)
		return
	}
	for n := i; n < v; n++ {
		merely = merely || f.lower[n] == "merely" || f.lower[n] == "only" || f.lower[n] == "just" || f.lower[n] == "simply"
	}
	from, to, _, ok := f.object(k, c.to)
	if !ok || !f.aims(i, c.from) {
		return
	}
	if !merely || x.side == con {
		y := x
		y.from, y.to = from, to
		if merely {
			y.confidence *= 0.8
		}
		f.add(y)
	}
	for n := to; n < min(c.to, to+4); n++ {
		if f.lower[n] == "but" {
			for n++; f.tag(n).Adverb(); n++ {
			}
			if a, b, _, ok := f.object(n, c.to); ok {
				x.from, x.to, x.side = a, b, -x.side
				x.reason = "“but” sets what ought to be against what ought not"
				f.add(x)
			}
			return
		}
	}
}

// aims reports whether the subject of the verb at i is an aim, so that what it should be is what is wanted.
func (f *finder) aims(i, from int) bool {
	for k := i - 1; k >= from && k > i-8; k-- {
		switch f.lower[k] {
		case "aim", "goal", "objective", "priority", "focus", "purpose", "answer", "solution", "target", "priorities", "result", "outcome", "there":
			return true
		}
	}
	return false
}

// oughtToBeDone reads "the law should be repealed", "she should be elected".
func (f *finder) oughtToBeDone(c clause, x finding, i, k int) {
	a, b, ok := f.subject(i, c.from)
	if !ok || f.tag(a) == tags.PRP && f.who[a] == 0 {
		return
	}
	w := f.lemma(k)
	s := sideOf(w, helps, harms)
	if s == noSide {
		switch w {
		case "elect", "reelect", "hire", "allow", "permit", "commend", "free", "congratulate":
			s = pro
		case "fire", "arrest", "indict", "prosecute", "charge", "disqualify", "ashamed", "suspend", "investigate", "expel", "hang", "shut", "banned", "held":
			s = con
		default:
			return
		}
	}
	x.from, x.to, x.side = a, b, x.side*s
	x.reason = f.quote(i, i+1) + " be " + f.quote(k, k+1) + " says what ought to be done with it"
	f.add(x)
}

// copula reads "the deal is a disaster": the subject takes the side of what it is said to be.
func (f *finder) copula(c clause, i int) {
	a, b, ok := f.subject(i, c.from)
	if !ok || f.tag(a) == tags.PRP && f.who[a] == 0 {
		return
	}
	turn := pro
	for k := i + 1; k < min(c.to, i+9); k++ {
		t := f.tag(k)
		switch f.lower[k] {
		case "not", "n't", "n’t", "never", "no", "hardly":
			turn = -turn
			continue
		case "too", "as", "like", "that", "if", "to":
			return
		}
		s := sideOf(f.lower[k], goodWords, badWords)
		if s != noSide && (t.Adjective() || t.Noun() && !f.tag(k+1).Noun()) {
			if t.Adjective() && f.tag(k+1).Noun() && sideOf(f.lower[k+1], goodWords, badWords) == -s {
				return
			}
			if f.word(k+1) == "for" || f.word(k+1) == "that" || s == pro && f.word(k+1) == "to" {
				return
			}
			f.add(finding{quote: c.quote, side: s * turn, from: a, to: b, statement: c.statement, confidence: 0.65,
				reason: f.quote(a, b) + " is said to be " + f.negation(turn) + f.quote(k, k+1)})
			return
		}
		if !t.Adverb() && t != tags.DT && !t.Adjective() && !letters(f.lower[k]) == false {
			return
		}
	}
}

func (f *finder) negation(turn side) string {
	if turn == con {
		return "not "
	}
	return ""
}

// feels reads "I am proud of", "we are against".
func (f *finder) feels(c clause, i int) {
	turn := pro
	for k := i + 1; k < min(c.to, i+5); k++ {
		s, after := noSide, k+2
		switch f.lower[k] {
		case "not", "n't", "n’t", "never":
			turn = -turn
		case "happy", "pleased", "satisfied", "comfortable":
			if f.word(k+1) == "with" {
				s = pro
			}
		case "proud", "supportive", "grateful", "hopeful", "optimistic", "fond", "confident":
			s = pro
		case "against":
			s, after = con, k+1
		case "opposed", "tired", "sick", "appalled", "disgusted", "outraged", "ashamed", "concerned", "worried", "disappointed", "alarmed", "afraid", "angry", "sceptical", "skeptical", "troubled":
			s = con
		case "for":
			if f.word(k-1) == f.word(i) {
				s, after = pro, k+1
			}
		}
		if s == noSide {
			continue
		}
		if s == con && turn == con {
			return
		}
		if s == con && f.word(k+1) == "that" {
			f.disappointedBy(c, k)
			return
		}
		if after == k+2 && (f.tag(k+1) != tags.IN && f.tag(k+1) != tags.TO || f.word(k+1) == "that") {
			return
		}
		if from, to, _, ok := f.object(after, c.to); ok {
			f.add(finding{quote: c.quote, side: s * turn, from: from, to: to, statement: c.statement, confidence: 0.7,
				reason: "the speaker is " + f.negation(turn) + f.quote(k, k+1)})
		}
		return
	}
}

// disappointedBy reads "I am appalled that the minister lied": it is against whoever did what follows.
func (f *finder) disappointedBy(c clause, k int) {
	for v := k + 2; v < min(c.to, k+8); v++ {
		if !f.tag(v).Finite() {
			continue
		}
		if a, b, ok := f.subject(v, k+2); ok && f.isNamed(a, b) {
			f.add(finding{quote: c.quote, side: con, from: a, to: b, statement: c.statement, confidence: 0.6,
				reason: "the speaker is " + f.quote(k, k+1) + " at what " + f.quote(a, b) + " did"})
		}
		return
	}
}

// attitude reads what the speaker says to feel or do, "we will never accept this deal", and what others are blamed or
// praised for, "the minister lied".
func (f *finder) attitude(c clause, i int) {
	v := f.mainVerb(i, c.to)
	if v < 0 {
		return
	}
	turn := pro
	if f.negated(i, v) || f.negated(max(c.from, i-1), i) {
		turn = con
	}
	if m := f.lower[i]; m == "would" || m == "could" || m == "might" || m == "may" || m == "can" && turn == pro {
		return
	}
	if f.firstPerson(c, i) {
		f.ownAttitude(c, i, v, turn)
		return
	}
	f.blames(c, i, v, turn)
}

// mainVerb is the verb that the finite verb at i, an auxiliary or not, leads to.
func (f *finder) mainVerb(i, end int) int {
	v := i
	for k := i + 1; k < min(end, i+6); k++ {
		switch t := f.tag(k); {
		case t.Verb() && auxiliary[f.lower[v]]:
			v = k
		case t.Adverb() || f.lower[k] == "n't" || f.lower[k] == "n’t":
		default:
			if auxiliary[f.lower[v]] {
				return -1
			}
			return v
		}
	}
	if auxiliary[f.lower[v]] {
		return -1
	}
	return v
}

var auxiliary = wordSet(`do does did have has had will 'll ’ll would can could may might shall 've ’ve 'd ’d wo ca is are was were been being be`)

func (f *finder) ownAttitude(c clause, i, v int, turn side) {
	lemma := f.lemma(v)
	s, after, name := f.verbSide(v, lemma)
	if s == noSide && turn == con && (lemma == "accept" || lemma == "tolerate" || lemma == "allow" || lemma == "recognize" || lemma == "recognise") {
		s, after, name = pro, v+1, lemma
	}
	if s == noSide && lemma == "believe" && f.word(v+1) == "in" {
		s, after, name = pro, v+2, "believe in"
	}
	if s == con && turn == con {
		return // who does not criticize is not for it
	}
	x := finding{quote: c.quote, statement: c.statement, confidence: 0.7, side: s * turn}
	if s == noSide {
		if willVerbs[lemma] && f.word(v+1) == "to" && f.tag(v+2) == tags.VB && (!vagueWishes[lemma] || sideOf(f.lemma(v+2), helps, harms) != noSide) {
			x.side, x.confidence = turn, 0.55
			x.reason = "the speaker says " + f.negation(turn) + "to " + f.quote(v, v+1) + " it"
			f.deed(x, v+2, c.to)
		} else if f.lower[i] == "will" || f.lower[i] == "'ll" || f.lower[i] == "’ll" {
			x.side, x.confidence = turn, 0.5
			x.reason = "the speaker says what will " + f.negation(turn) + "be done"
			if sideOf(lemma, helps, harms) != noSide {
				f.deed(x, v, c.to)
			}
		}
		return
	}
	x.reason = "the speaker says " + f.negation(turn) + "to “" + name + "” it"
	if f.asksSomeone(lemma, after, c.to) {
		return
	}
	if from, to, _, ok := f.object(after, c.to); ok {
		x.from, x.to = from, f.tight(lemma, from, to, c.to)
		f.add(x)
	}
}

// calledNames reads "this disgraceful war": a word that leaves no doubt, on something definite.
func (f *finder) calledNames(c clause) {
	for i := c.from + 1; i < c.to; i++ {
		if !damning[f.lower[i]] || f.content[i] != int32(c.quote+1) || f.hypothetical(i, c.from) {
			continue
		}
		if t := f.tag(i - 1); t != tags.DT && t != tags.PRPS && t != tags.POS || f.lower[i-1] == "a" || f.lower[i-1] == "an" || f.lower[i-1] == "no" {
			continue
		}
		from, to, _, ok := f.object(i+1, c.to)
		if ok && to-from > 0 && !f.negated(max(c.from, i-4), i) {
			f.add(finding{quote: c.quote, side: con, from: from, to: f.core(from, to), statement: c.statement, confidence: 0.6,
				reason: f.quote(i, i+1) + " is said of it"})
		}
	}
}

// job reads "a great job", "the right thing" behind a "do".
func (f *finder) job(i, end int) side {
	s := noSide
	for k := i; k < min(end, i+7); k++ {
		switch w := f.lower[k]; {
		case w == "job" || w == "thing" || w == "work":
			return s
		case sideOf(w, goodWords, badWords) != noSide:
			s = sideOf(w, goodWords, badWords)
		case f.tag(k) == tags.Comma || f.tag(k).Finite():
			return noSide
		}
	}
	return noSide
}

// isNamed reports whether a subject is a name, with no more than titles before it, or words known to mean a speaker.
func (f *finder) isNamed(a, b int) bool {
	k := f.named[b-1]
	if k == 0 {
		return f.who[b-1] != 0
	}
	for i := a; i < f.Names[k-1].From; i++ {
		if _, title := names.Title(f.lower[i]); !title && !f.tag(i).Proper() && f.lower[i] != "the" {
			return false
		}
	}
	return true
}

// blames makes a finding of someone named who is said to have done ill, or well.
func (f *finder) blames(c clause, i, v int, turn side) {
	s := sideOf(f.lemma(v), goodDeeds, badDeeds)
	if f.lemma(v) == "do" {
		s = f.job(v+1, c.to)
	}
	if s == noSide || turn == con {
		return
	}
	a, b, ok := f.subject(i, c.from)
	if !ok || f.who[b-1] == 0 && (f.named[b-1] == 0 || f.tag(b-1) == tags.POS) || f.tag(b-1) == tags.PRP && f.who[b-1] == 0 {
		return
	}
	if !f.isNamed(a, b) {
		return
	}
	if f.lemma(v) == "fail" && f.word(v+1) != "to" && f.word(v+1) != "the" {
		return
	}
	word := "ill"
	if s == pro {
		word = "well"
	}
	f.add(finding{quote: c.quote, side: s, from: a, to: b, statement: c.statement, confidence: 0.55,
		reason: f.quote(v, v+1) + " speaks " + word + " of " + f.quote(a, b)})
}
