package reporting

import (
	"fmt"
	"slices"

	"hearsay/analysis/attribution"
	"hearsay/analysis/lexicon"
	"hearsay/analysis/nouns"
	"hearsay/analysis/parse"
	"hearsay/analysis/phrases"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// passives are the verbs in the passive of a text.
type passives struct{ scene }

// answer gives what is told in the passive to who stands behind "by", "it was dismissed by the mayor as “a bath
// with no plug”", and to nobody where nobody does: who was asked, told or accused is not who asks, tells or
// accuses.
func (s passives) answer(list []attribution.Attribution) []attribution.Attribution {
	for i := range s.Tokens {
		if s.Quotations.At[i] >= 0 || s.quotedAs(list, i) {
			continue
		}
		spoken := s.passive(i)
		if !spoken && !s.mayCharacterise(i) {
			continue
		}
		agent, by := s.agent(i)
		if !spoken && !s.characterises(i, agent) {
			continue
		}
		n := s.about(list, i, agent)
		switch {
		case agent.empty() && n >= 0 && list[n].Head == i:
			s.unsourced(&list[n], i)
		case agent.empty():
		case n >= 0:
			s.byAgent(&list[n], i, by, agent)
		default:
			if a, ok := s.agents(i, by, agent); ok {
				list = append(list, a)
			}
		}
	}
	return list
}

// passive reports whether a token is a verb of speech in the passive: "was asked", "when asked", "Asked whether".
func (s passives) passive(i int) bool {
	if s.Tags[i] != tags.VBN && s.Tags[i] != tags.VBD {
		return false
	}
	lemma := s.Lemma(i)
	if lemma == "quote" || !lexicon.Of(lemma, s.Tags[i]).Speaks() && !believed[lemma] {
		return false // who was quoted has spoken
	}
	if s.child(i, parse.PassiveAuxiliary) >= 0 {
		return true
	}
	return receivers[lemma] && s.child(i, parse.Subject) < 0 && s.shortened(i)
}

// mayCharacterise reports whether a token is any other verb in the passive.
func (s passives) mayCharacterise(i int) bool {
	return s.Tags[i] == tags.VBN && s.Lemma(i) != "quote" && s.child(i, parse.PassiveAuxiliary) >= 0
}

// characterises reports whether the agent of any verb in the passive calls its subject something in quotation marks:
// "was brushed aside by her employer as “the work of a rival”", "was likened by a reviewer to “a plumber”". What has
// capital letters is a name or a part that is played.
func (s passives) characterises(i int, agent stretch) bool {
	k := agent.to
	leads := s.Lower(k) == "as" || s.Lower(k) == "to" && likening[s.Lemma(i)]
	if agent.empty() || !leads || !s.Mark(k+1) {
		return false
	}
	q := s.Quotations.At[k+1]
	return q >= 0 && !s.capitalised(&s.Quotations.Quotations[q])
}

// likening are the verbs behind whose agent "to" leads to what something is called.
var likening = lexicon.Words("cues/reporting", "likening")

// shortened reports whether a participle begins a clause without a subject and an auxiliary: "when asked", "Asked".
func (s passives) shortened(i int) bool {
	if i == s.SentenceOf(i).From {
		return true
	}
	switch s.Lower(i - 1) {
	case "when", "if", "once", "though", "although", "while", "being", "repeatedly":
		return true
	}
	return false
}

// receivers are the verbs whose object is who is spoken to or of: in the passive it is the subject.
var receivers = lexicon.Words("cues/reporting", "of receivers")

// believed are the verbs whose passive tells what is said or thought of its subject: "is expected to".
var believed = lexicon.Words("cues/reporting", "of those believed")

// farAgent is how many tokens behind a verb in the passive its "by" is looked for.
const farAgent = 16

// agent is who does what a verb in the passive tells of, and the token of its "by". It is empty where none is named.
func (s passives) agent(i int) (p stretch, by int) {
	all := s.sentence(i)
	for k := i + 1; k < min(all.to-1, i+farAgent); k++ {
		if s.Quotations.At[k] >= 0 {
			continue
		}
		if s.Tags[k].Finite() || s.Tags[k] == tags.VB {
			return p, -1 // "is expected to be issued by the court"
		}
		if s.Lower(k) != "by" || s.Tags[k] != tags.IN {
			continue
		}
		from, to, head, ok := phrases.Read(s.Text, k+1, all.to)
		if !ok || from != k+1 || s.timed(from, head) {
			return p, -1
		}
		return stretch{from, s.apposed(s.agentEnd(from, head, to), all.to)}, k
	}
	return p, -1
}

// timed reports whether what stands behind "by" is no one: a time, a number, a deed.
func (s passives) timed(from, head int) bool {
	switch s.Tags[from] {
	case tags.CD: // "by two voters", but not "by 2030", "by one goal"
		_, someone := nouns.Of(s.Lower(head))
		return !someone
	case tags.VBG, tags.WDT:
		return true
	}
	return dayNames[s.Lower(from)] || timeNouns[s.Lemma(head)] || clockNouns[s.Lemma(head)]
}

// clockNouns are further nouns behind "by" that tell until when.
var clockNouns = lexicon.Words("cues/reporting", "until when")

// agentEnd ends who acts before what the words behind tell: "by the mayor as “a farce”".
func (s passives) agentEnd(from, head, to int) int {
	for k := max(head, from) + 1; k < to; k++ {
		if s.motive(k) || s.Quotations.At[k] >= 0 {
			return k
		}
	}
	if n, _, ok := s.Name(to - 1); ok {
		return max(to, n.To)
	}
	return to
}

// motive reports whether a token leads from who acts to what is said; "of" does before a participle or a quotation.
func (s passives) motive(k int) bool {
	switch w := s.Lower(k); {
	case w == "to":
		return s.Mark(k + 1)
	case w == "that" && s.Tags[k] == tags.WDT: // which the tagger often has for the "that" of a clause
		return !s.Tag(k+1).Finite() && s.Tag(k+1) != tags.MD
	case !motives[w] || s.Tags[k] != tags.IN:
		return false
	case w == "of":
		return s.Tag(k+1) == tags.VBG || s.Mark(k+1)
	}
	return true
}

// motives are the words behind an agent that lead to what is said.
var motives = lexicon.Words("cues/reporting", "before what is said")

// about is the quote whose cue is a verb in the passive, or else the one whose cue or source stands in its agent; -1
// for none.
func (s passives) about(list []attribution.Attribution, i int, agent stretch) int {
	for n := range list {
		if list[n].Head == i {
			return n
		}
	}
	if agent.empty() {
		return -1
	}
	span := s.Span(agent.from, agent.to)
	return slices.IndexFunc(list, func(a attribution.Attribution) bool {
		return a.Head >= agent.from && a.Head < agent.to || len(a.Cue) > 0 && a.Cue[0].Overlaps(span)
	})
}

// unsourced takes its source from a quote whose source is who was spoken to, or who is spoken of: whoever is
// expected to come is part of what is expected.
func (s passives) unsourced(a *attribution.Attribution, i int) {
	lemma := s.Lemma(i)
	if !receivers[lemma] && !believed[lemma] || len(a.Source) == 0 || s.speaksOn(a, i) {
		return
	}
	subject := a.Source[0]
	from, to := s.Range(subject)
	if to > i && !s.shortened(i) {
		return
	}
	a.Source = nil
	if believed[lemma] && to <= i && s.Lower(from) != "it" {
		a.Content = text.Joined(append([]text.Span{subject}, a.Content...))
		a.Kind = attribution.KindOf(s.Text, a.Content)
	}
}

// speaksOn reports whether a cue goes on behind its verb with one of speech, whose source the subject is: "is said to
// have told him".
func (s passives) speaksOn(a *attribution.Attribution, i int) bool {
	for _, p := range a.Cue {
		from, to := s.Range(p)
		for k := max(from, i+1); k < to; k++ {
			if s.Tags[k].Verb() && lexicon.Of(s.Lemma(k), s.Tags[k]).Speaks() {
				return true
			}
		}
	}
	return false
}

// byAgent gives a quote to the agent of its verb, with what is told behind the agent.
func (s passives) byAgent(a *attribution.Attribution, i, by int, agent stretch) {
	cue := s.cueOf(i, s.SentenceOf(i).From)
	if by == i+1 {
		cue.to = by + 1
	}
	rest := s.rest(agent.to)
	var content []text.Span
	for _, p := range a.Content {
		from, to := s.Range(p)
		content = append(content, s.without(stretch{from, to}, stretch{cue.from, cue.to}, stretch{by, agent.to})...)
	}
	if !rest.empty() && (s.quoted(rest) || text.AnyCovers(a.Content, s.Tokens[rest.from].Span)) {
		content = slices.DeleteFunc(content, func(p text.Span) bool { return p.Overlaps(s.Span(rest.from, rest.to)) })
		content = append(content, s.Span(rest.from, rest.to))
	}
	if content = attribution.Trimmed(s.Text, content); len(content) == 0 {
		return
	}
	slices.SortFunc(content, func(x, y text.Span) int { return x.Start - y.Start })
	a.Content, a.Head = content, i
	a.Cue = []text.Span{s.Span(cue.from, cue.to)}
	a.Source = []text.Span{s.Span(agent.from, agent.to)}
	a.Kind = attribution.KindOf(s.Text, content)
}

// without is a stretch without others, as spans.
func (s passives) without(p stretch, others ...stretch) (out []text.Span) {
	from := p.from
	for i := p.from; i <= p.to; i++ {
		inside := i < p.to && slices.ContainsFunc(others, func(o stretch) bool { return o.from <= i && i < o.to })
		if i < p.to && !inside {
			continue
		}
		if i > from {
			out = append(out, s.Span(from, i))
		}
		from = i + 1
	}
	return out
}

// rest is what is told behind an agent: "as “a bath with no plug”", "because nobody had counted".
func (s passives) rest(i int) stretch {
	all := s.sentence(max(0, i-1))
	if s.isComma(i) {
		i++
	}
	if i >= all.to || !s.motive(i) && s.Quotations.At[i] < 0 {
		return stretch{i, i}
	}
	end := i + 1
	for end < all.to {
		if next := s.Tag(end + 1); s.isComma(end) && (next == tags.CC || next == tags.WDT || next == tags.WP) {
			break
		}
		end++
	}
	if end < len(s.Tokens) && s.Quotations.At[end-1] >= 0 && s.Mark(end) {
		end++
	}
	return stretch{i, end}
}

// quoted reports whether a stretch has words in quotation marks.
func (s passives) quoted(p stretch) bool {
	for i := p.from; i < p.to; i++ {
		if s.Quotations.At[i] >= 0 {
			return true
		}
	}
	return false
}

// clause reports whether a stretch is what somebody is told: "was told by the company that no well would be touched".
func (s passives) clause(i int, p stretch) bool {
	return receivers[s.Lemma(i)] && s.Lower(p.from) == "that" && s.finite(p)
}

// quotedAs gives the quote behind "was quoted by the daily as saying" to who is quoted, and reports whether there is
// one.
func (s passives) quotedAs(list []attribution.Attribution, i int) bool {
	subject := s.child(i, parse.PassiveSubject)
	if s.Lemma(i) != "quote" && s.Lemma(i) != "cite" || subject < 0 || subject > i {
		return false
	}
	all := s.sentence(i)
	saying := i + 1
	for saying < min(all.to, i+farAgent) && (s.Tags[saying] != tags.VBG || s.Lower(saying-1) != "as") {
		saying++
	}
	from := saying + 1
	if from >= all.to || s.Tags[saying] != tags.VBG || s.Quotations.At[saying] >= 0 {
		return false
	}
	behind := s.Span(from, all.to)
	source, ok := s.subject(subject, i)
	n := slices.IndexFunc(list, func(a attribution.Attribution) bool {
		return slices.ContainsFunc(a.Content, behind.Overlaps)
	})
	if n < 0 || !ok {
		return false
	}
	a := &list[n]
	a.Content = slices.DeleteFunc(slices.Clone(a.Content), func(p text.Span) bool { return !p.Overlaps(behind) })
	a.Source = []text.Span{s.Span(source.from, source.to)}
	a.Cue, a.Head = []text.Span{s.Span(s.cueOf(i, all.from).from, saying+1)}, i
	a.Kind = attribution.KindOf(s.Text, a.Content)
	return true
}

// agentConfidence is how sure it is that words in quotation marks beside a verb of speech in the passive are its
// agent's.
const agentConfidence = 0.55

// agents makes a quote of the words in quotation marks that a verb in the passive gives to its agent.
func (s passives) agents(i, by int, agent stretch) (a attribution.Attribution, ok bool) {
	p := s.rest(agent.to)
	if !s.quoted(p) && s.Mark(i+1) {
		p = stretch{i + 1, by}
	}
	if !s.quoted(p) && !s.clause(i, p) {
		return a, false
	}
	content := []text.Span{s.Span(p.from, p.to)}
	if k := s.child(i, parse.PassiveSubject); k >= 0 && s.Tags[k].Noun() && !s.clause(i, p) {
		if told := (stretch{int(s.Trees.From[k]), min(int(s.Trees.To[k]), s.cueOf(i, 0).from)}); told.to > k {
			content = []text.Span{s.Span(told.from, told.to), content[0]}
		}
	}
	a = attribution.Attribution{Content: content, Continues: -1, Confidence: agentConfidence,
		Found: fmt.Sprintf("the verb “%s” in the passive has its agent behind “by”", s.Word(i))}
	s.byAgent(&a, i, by, agent)
	return a, a.Head == i
}
