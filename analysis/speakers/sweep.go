package speakers

import (
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/tags"
)

// sweep goes through the text once and resolves each mention by those before it.
func (r *resolver) sweep() {
	for i := 0; i < len(r.Tokens); i++ {
		source := len(r.atHead[i]) > 0
		m, ok := r.mentionAt(i, source)
		if !ok {
			continue
		}
		m.source = source
		m.subject = source || r.isSubject(m)
		r.note(m)
		if source && len(m.entities) > 0 && pronouns[r.Lower(m.from)].group != first {
			r.lastSaid, r.lastSource = m.entities, len(r.recent)-1
		}
		r.noteJoint(m)
	}
}

// noteJoint adds what "Ann Bell and Carl Dorn" refers to together, for the "they" that may follow.
func (r *resolver) noteJoint(m mention) {
	if len(m.entities) != 1 {
		return
	}
	for k := len(r.recent) - 2; k >= 0 && k >= len(r.recent)-5; k-- {
		b := r.recent[k]
		if b.sentence != m.sentence || m.from-b.to > 12 {
			return
		}
		if len(b.entities) == 0 || m.entities[0] == r.lastOf(k) || !r.alike(b, m) || !r.joined(b.to, m.from) {
			continue
		}
		j := m
		j.from, j.to = b.from, m.to
		j.entities = addAll(append([]int(nil), b.entities...), m.entities)
		if j.confidence = min(b.confidence, m.confidence); j.confidence < m.confidence {
			j.way, j.step = b.way, b.step
		}
		j.subject, j.source = b.subject || m.subject, b.source && m.source
		j.joint = true
		if m.source {
			r.lastSaid, r.lastSource = j.entities, len(r.recent)
		}
		r.recent = append(r.recent, j)
		return
	}
}

// joined reports whether nothing but an "and", and perhaps an apposition before it, stands from one token to another.
func (r *resolver) joined(from, to int) bool {
	and := -1
	for i := from; i < to; i++ {
		if r.Tag(i).Verb() || r.Tag(i) == tags.Period || r.Tag(i) == tags.MD {
			return false
		}
		if r.Lower(i) == "and" && and < 0 {
			and = i
		}
	}
	return and >= 0 && to-and <= 4
}

func (r *resolver) lastOf(k int) int {
	if e := r.recent[k].entities; len(e) > 0 {
		return e[len(e)-1]
	}
	return -1
}

// alike reports whether two mentions are of one sort, so that they may act together.
func (r *resolver) alike(a, b mention) bool {
	x, y := &r.entities[a.entities[0]], &r.entities[b.entities[0]]
	return x.kind == y.kind && x.place == y.place || a.source && b.source
}

// note adds a mention to those that later ones look back at.
func (r *resolver) note(m mention) {
	if m.step == 0 {
		m.step = m.confidence
	}
	if m.anchor = m.antecedent; m.anchor >= 0 {
		if b := &r.recent[m.anchor]; b.antecedent >= 0 && b.to-b.from == 1 && isPronoun(r.Lower(b.from)) {
			m.anchor, m.step = b.anchor, m.step*b.step
		}
	}
	for _, e := range m.entities {
		x := &r.entities[e]
		x.count++
		x.last = m.from
	}
	r.recent = append(r.recent, m)
	r.found[m.to-1] = len(r.recent) - 1
}

func (r *resolver) newMention(from, to int) mention {
	return mention{from: from, to: to, sentence: r.Text.Tokens[from].Sentence, paragraph: r.Text.ParagraphOf(from),
		marked: r.inMarks[from], antecedent: -1, anchor: -1, inside: -1, possessive: r.Tag(to) == tags.POS, confidence: 1}
}

// mentionAt makes the mention whose head is token i, where there is one.
func (r *resolver) mentionAt(i int, source bool) (mention, bool) {
	if n, k, ok := r.Name(i); ok && (!source || r.byHead[i].manner == byName) {
		if i != n.To-1 || n.Type == names.People && !source && r.Tag(n.To).Noun() {
			return mention{}, false
		}
		if r.isMember(n) {
			return r.resolveNoun(r.phraseStart(i), i, i+1, source), true
		}
		return r.resolveName(n, k), true
	}
	if source && r.byHead[i].manner == byNoun {
		ph := r.byHead[i]
		return r.resolveNoun(ph.from, i, ph.to, true), true
	}
	if p, ok := pronouns[r.Lower(i)]; ok && (source || p.group != relative && p.group != first && p.group != thing) {
		return r.resolvePronoun(i, source), true
	}
	if !source && r.isNounHead(i) {
		from := r.phraseStart(i)
		m := r.resolveNoun(from, i, i+1, false)
		return m, len(m.entities) > 0
	}
	return mention{}, false
}

// isMember reports whether the name of a people or a party stands for one of its members: "the Republican".
func (r *resolver) isMember(n names.Name) bool {
	o := nouns.Known(r.Lower(n.To - 1))
	return (n.Type == names.People || nouns.IsPartisan(r.Lower(n.To-1))) && r.Lower(n.From-1) == "the" && r.Tag(n.To-1) != tags.NNPS && o.Nature == nouns.Person && !o.Plural
}

// resolveName joins a name to its entity; where it fits several, to the one that the title, or the article so far, speaks for.
func (r *resolver) resolveName(n names.Name, k int) mention {
	m := r.newMention(n.From, n.To)
	if e := r.ofName[k]; e >= 0 {
		m.entities = []int{e}
		m.confidence = 0.97
		return m
	}
	fitting := r.open[k]
	best, score, second := -1, -1e9, -1e9
	for _, e := range fitting {
		if s := r.claim(e, n); s > score {
			best, score, second = e, s, score
		} else if s > second {
			second = s
		}
	}
	if best < 0 || score == second {
		m.unknown = r.quote(n.Span) + " fits more than one of those named"
		for _, e := range fitting {
			m.candidates = append(m.candidates, rival{e, -1, 1 / float64(len(fitting))})
		}
		return m
	}
	m.entities, m.confidence, m.way = []int{best}, 0.8, wayOpen
	r.ofName[k] = best
	r.describeName(best, n)
	return m
}

// claim is how much speaks for a person being meant by a name that several bear.
func (r *resolver) claim(e int, n names.Name) float64 {
	x := &r.entities[e]
	score := 0.0
	if n.From > 0 {
		title, _ := names.Title(r.Lower(n.From - 1))
		if s := sexOf(title); s != sexUnknown && x.sex != sexUnknown {
			if s != x.sex {
				return -100
			}
			score += 3
		}
		if o, ok := nouns.Of(r.Lower(n.From - 1)); ok {
			for _, d := range x.roles {
				if d.role.Akin(o.Kinship) {
					score += 2
					break
				}
			}
		}
	}
	if x.last >= 0 {
		score += 1 - float64(r.Text.Tokens[n.From].Sentence-r.Text.Tokens[x.last].Sentence)*0.1
	}
	return score + 0.3*float64(min(x.count, 10))
}

func sexOf(s names.Sex) sex {
	switch s {
	case names.SexMale:
		return sexMale
	case names.SexFemale:
		return sexFemale
	}
	return sexUnknown
}

// isSubject reports whether a mention stands where subjects do: before a finite verb, or at the start of its sentence.
func (r *resolver) isSubject(m mention) bool {
	if m.possessive {
		return m.from-r.SentenceOf(m.from).From < 2 // the one whose doings the sentence is about
	}
	i := m.to
	for i < len(r.Tokens) && i < m.to+2 && r.Tag(i).Adverb() {
		i++
	}
	if r.Tag(i).Finite() {
		return true
	}
	start := r.SentenceOf(m.from).From
	if m.from-start >= 8 { // a sentence may be as long as the text: no more than this is looked at
		return false
	}
	for k := m.from - 1; k >= start; k-- {
		if r.Tag(k) == tags.IN || r.Tag(k).Verb() || r.Tag(k) == tags.TO {
			return false
		}
	}
	return true
}
