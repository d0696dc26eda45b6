package speakers

import (
	"fmt"
	"strings"

	"hearsay/analysis/speakers/discourse"
	"hearsay/analysis/speakers/entities"
	"hearsay/analysis/speakers/pronouns"
	"hearsay/analysis/text"
)

// chain follows mention k back to the best name of an entity that it refers to, past pronouns that refer to pronouns.
func (a *attributor) chain(ph phrase, k, e int) []Link {
	var out []Link
	for a.references[k].anchor >= 0 {
		ref := &a.references[k]
		from, to := a.spanOf(k), a.spanOf(ref.anchor)
		out = append(out, Link{Speaker: e, From: from, To: to, Reason: a.reason(from, ref.relation, cite(a.Text, to)),
			Confidence: a.certainty.sure(ref.asStep())})
		k = ref.anchor
	}
	last := a.lastLinks(ph, k, e, len(out) == 0)
	for i := range last {
		last[i].Confidence = 1
	}
	if len(last) > 0 {
		last[0].Confidence = a.certainty.sure(a.references[k].asStep())
	}
	return append(out, last...)
}

// spanOf is where a mention stands.
func (a *attributor) spanOf(k int) text.Span {
	m := a.talk.At(k)
	return a.Text.Span(m.From, m.To)
}

// reason is a clause that tells how some words refer.
func (a *attributor) reason(words text.Span, relation, to string) string {
	return cite(a.Text, words) + " " + relation + " " + to
}

func quoteName(x *entities.Entity) string { return "“" + x.Name + "”" }

// lastLinks leads from a mention that goes back to no other one to the best name of the entity.
func (a *attributor) lastLinks(ph phrase, k, e int, isSource bool) []Link {
	x, m := &a.All[e], a.talk.At(k)
	at := a.spanOf(k)
	link := func(relation string) []Link {
		return []Link{{Speaker: e, From: at, To: x.Full, Reason: cite(a.Text, at) + " " + relation}}
	}
	head, isPronoun := pronouns.Of(x.Head)
	switch {
	case len(m.Entities) > 1 && !m.Joint:
		return link("takes in " + quoteName(x))
	case a.references[k].relation != "":
		return a.descriptionLinks(k, e)
	case isPronoun && head.Group == pronouns.First:
		return link("is whoever wrote the article")
	case !x.Named:
		return link("is described, not named")
	}
	return a.nameLink(ph, at, e, isSource)
}

// descriptionLinks leads from a description, by the one that it fits, to the name.
func (a *attributor) descriptionLinks(k, e int) []Link {
	x, ref := &a.All[e], &a.references[k]
	at, fits := a.spanOf(k), ref.described
	to := func(p text.Span) Link {
		return Link{Speaker: e, From: at, To: p, Reason: a.reason(at, ref.relation, cite(a.Text, p))}
	}
	switch {
	case fits.Empty():
		return []Link{{Speaker: e, From: at, To: x.Full, Reason: a.reason(at, ref.relation, quoteName(x))}}
	case fits.End <= x.Full.Start && x.Full.Start-fits.End <= len(", "): // "Mayor Ann Bell" at once
		fits.End = x.Full.End
		return []Link{to(fits)}
	case !x.Named:
		return []Link{to(fits)}
	}
	return []Link{to(fits), {Speaker: e, From: fits, To: x.Full, Reason: a.reason(fits, "is said of", quoteName(x))}}
}

// nameLink leads from a name to its fullest form.
func (a *attributor) nameLink(ph phrase, at text.Span, e int, isSource bool) []Link {
	x := &a.All[e]
	from := at
	if isSource {
		from = a.Text.Span(ph.from, ph.to)
	}
	if a.Text.Of(at) != x.Name {
		return []Link{{Speaker: e, From: from, To: x.Full, Reason: a.nameReason(at, x)}}
	}
	if !isSource {
		return nil
	}
	return []Link{{Speaker: e, From: from, To: at, Reason: cite(a.Text, at) + " is named in the source"}}
}

func (a *attributor) nameReason(at text.Span, x *entities.Entity) string {
	short, relation := a.Text.Of(at), "is the same name as"
	switch {
	case x.Type != entities.Person:
		relation = "is another name of"
	case len(x.Name) > len(short) && strings.HasSuffix(x.Name, short):
		relation = "is the surname of"
	case len(x.Name) > len(short) && strings.HasPrefix(x.Name, short):
		relation = "is the first part of the name"
	}
	return a.reason(at, relation, quoteName(x))
}

// candidatesOf are those who might have been meant by a mention, and where they are mentioned next to it.
func (a *attributor) candidatesOf(k int) (out []Candidate) {
	m := a.talk.At(k)
	for _, v := range a.references[k].alternatives {
		c := Candidate{Speaker: v.entity, Mention: a.All[v.entity].Full, Confidence: v.odds}
		if v.mention >= 0 {
			c.Mention = a.spanOf(v.mention)
		}
		c.Reason = a.whereMentioned(m, c.Mention)
		out = append(out, c)
	}
	return out
}

// whereMentioned tells where somebody who might have been meant by a mention is mentioned.
func (a *attributor) whereMentioned(m *discourse.Mention, at text.Span) string {
	where := ""
	switch d := m.Sentence - a.Tokens[a.Text.At(at.Start)].Sentence; {
	case d < 0:
		where = "after"
	case d == 0:
		where = "in the sentence of"
	case d == 1:
		where = "in the sentence before"
	default:
		where = number(d) + " sentences before"
	}
	return fmt.Sprintf("%s is mentioned %s %s", cite(a.Text, at), where, cite(a.Text, a.Text.Span(m.From, m.To)))
}

// number spells a small number out.
func number(n int) string {
	small := strings.Fields("no one two three four five six seven eight nine ten")
	if n < len(small) {
		return small[n]
	}
	return fmt.Sprint(n)
}
