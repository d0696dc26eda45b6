package entities

import (
	"strings"

	"hearsay/analysis/annotated"
	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/tags"
)

// told is what a pronoun tells of whom it means.
type told struct {
	sex   nouns.Sex
	thing bool
}

// tellers are the pronouns that tell a person of one sex, or that it is no person.
var tellers = lexicon.Table("pronouns", "pronouns", map[string]told{
	"man": {sex: nouns.Male}, "man possessive": {sex: nouns.Male},
	"woman": {sex: nouns.Female}, "woman possessive": {sex: nouns.Female},
	"thing": {}, "thing possessive": {thing: true},
	"many": {}, "many possessive": {}, "self": {}, "self possessive": {}, "relative": {}, "relative possessive": {},
})

// ToldBehind is what the first pronoun behind a name, outside of quotation marks, tells of who bears the name: in the
// name's sentence, before another person is named, or as the first word of the next sentence. A "she" tells a woman,
// an "its" that the name is no person's.
func (r *Register) ToldBehind(n names.Name) (sex nouns.Sex, thing bool) {
	return r.toldUntil(n, r.SentenceOf(n.From).To+1)
}

// toldUntil is the same up to a token.
func (r *Register) toldUntil(n names.Name, end int) (sex nouns.Sex, thing bool) {
	for i := n.To; i < min(end, len(r.Tokens)); i++ {
		if r.quoted[i] || i == n.To+1 && r.Lower(n.To) == "," && r.Tag(i) == tags.PRPS {
			continue // "Ann Bell, his manager": he is another
		}
		if other, _, ok := r.Name(i); ok && other.Type == names.Person && other.From > n.From {
			return nouns.UnknownSex, false
		}
		if t := tellers[r.Lower(i)]; t != (told{}) || r.actsAsThing(i) {
			return t.sex, t.sex == nouns.UnknownSex
		}
	}
	return nouns.UnknownSex, false
}

// hinted is the one of some persons behind whose names, in their sentences, pronouns of one sex stand and none of the
// other; all of them where that is not one.
func (r *Register) hinted(sex nouns.Sex, among []int, full map[int]*form) []int {
	var fit []int
	for _, e := range among {
		var count [3]int // by sex
		for _, k := range full[e].at {
			n := r.Names[k]
			sex, _ := r.toldUntil(n, r.SentenceOf(n.From).To)
			count[sex]++
		}
		if count[sex] > 0 && count[nouns.Male+nouns.Female-sex] == 0 {
			fit = append(fit, e)
		}
	}
	if len(fit) == 1 {
		return fit
	}
	return among
}

// actsAsThing reports whether token i is an "it" that does what bodies do, rather than one that stands for a clause, as
// in "it was late": a verb other than "be" follows it, behind auxiliaries.
func (r *Register) actsAsThing(i int) bool {
	if r.Lower(i) != "it" {
		return false
	}
	for i++; r.Tag(i).Adverb() || auxiliary[r.Lower(i)]; i++ {
		if r.Lemma(i) == "be" {
			return false
		}
	}
	return r.Tag(i).Verb() && !weather[r.Lemma(i)]
}

var (
	// auxiliary are the words between a subject and its verb.
	auxiliary = lexicon.Words("pronouns", "auxiliary")
	// weather are the verbs before which "it" stands for nothing.
	weather = lexicon.Words("pronouns", "impersonal")
)

// partnerSex is the sex of the other whom a name with two titles stands for, "Mr and Mrs Bell"; unknown where it has
// not two.
func partnerSex(t *annotated.Text, n names.Name) nouns.Sex {
	other, _ := names.Title(t.Lower(partnerTitle(t, n)))
	if w := t.Lower(n.From - 2); w != "and" && w != "&" {
		return nouns.UnknownSex
	}
	if sex := SexOf(other); n.To == n.From+1 && titleSexBefore(t, n) == nouns.Male+nouns.Female-sex {
		return sex
	}
	return nouns.UnknownSex
}

// partnerTitle is the token of the first of two titles before a name: of "Mr" in "Mr and Mrs Bell", and in
// "Mr. and Mrs. Bell", where the period is a token of its own.
func partnerTitle(t *annotated.Text, n names.Name) int {
	if t.Lower(n.From-3) == "." {
		return n.From - 4
	}
	return n.From - 3
}

// addPartner gives the first title of "Mr and Mrs Bell" to whom it stands for: one of those who fit, else somebody who
// is added, and named by it and the surname.
func (r *Register) addPartner(f *form, fit []int) (e int, added bool) {
	n := r.Names[f.partner-1]
	title := partnerTitle(r.Text, n)
	if len(fit) > 0 {
		r.partners[title] = fit[0]
		return fit[0], false
	}
	full := r.Text.Span(title, n.To)
	x := Entity{Full: full, First: full.Start, Type: Person, Named: true, MadeOf: n, Sex: f.sex}
	x.Name = r.Text.Of(r.Text.Span(title, n.From-2)) + " " + r.Text.Of(n.Span)
	x.Forms = []string{x.Name}
	r.partners[title] = r.Add(x)
	return r.partners[title], true
}

// namePartners shows each of two who have but a surname between them with the title: "Mrs Bell" of "Mr and Mrs Bell".
func (r *Register) namePartners() {
	for k, n := range r.Names {
		if _, ok := r.partners[partnerTitle(r.Text, n)]; !ok {
			continue
		}
		if e := r.ofName[k]; e >= 0 && !strings.Contains(r.All[e].Name, " ") {
			r.nameWithTitle(e)
		}
	}
}

// Partner is the one whom a title stands for without a name of its own, by the title's token: "Mr" of "Mr and Mrs
// Bell".
func (r *Register) Partner(title int) (entity int, ok bool) {
	entity, ok = r.partners[title]
	return entity, ok
}

// shareNames leaves open whom a surname names where a body is called so, too: "Bell" of Tom Bell and of Bell Foods.
func (r *Register) shareNames(persons []*form) {
	for _, f := range persons {
		if len(f.words) > 1 || len(f.at) == 0 || f.sex != nouns.UnknownSex {
			continue
		}
		bearers := r.ambiguous[f.at[0]]
		if e := r.ofName[f.at[0]]; e >= 0 {
			bearers = []int{e}
		}
		body := r.bodyCalled(f, bearers)
		if body < 0 {
			continue
		}
		all := append(append([]int(nil), bearers...), body)
		for _, k := range f.at {
			r.ofName[k], r.ambiguous[k] = -1, all
		}
	}
}

// bodyCalled is the organisation that is called by a surname, one that is named in full elsewhere or that is named by
// no more than that; -1 where there is none, or where nobody else has the surname.
func (r *Register) bodyCalled(f *form, bearers []int) int {
	fullName := false
	for _, e := range bearers {
		fullName = fullName || strings.Contains(r.All[e].Name, " ")
	}
	if !fullName {
		return -1
	}
	for e := range r.All {
		x := &r.All[e]
		first, _, _ := strings.Cut(strings.ToLower(x.Name), " ")
		if x.Type == Organization && !x.Place && first == f.words[0] {
			return e
		}
	}
	for _, k := range f.at {
		if n := r.Names[k]; r.isCalledBody(n, bearers) {
			return r.Add(Entity{Name: r.Text.Of(n.Span), Full: n.Span, First: n.Start, Forms: []string{r.Text.Of(n.Span)},
				Type: Organization, Named: true, NameCount: len(f.at), MadeOf: n})
		}
	}
	return -1
}

// isCalledBody reports whether a surname is told to be a body's: by the noun before it, "the maker Bell", and what it
// does with what is "its", before anybody of the name is named in full.
func (r *Register) isCalledBody(n names.Name, bearers []int) bool {
	for _, e := range bearers {
		if r.All[e].Full.Start < n.Start {
			return false
		}
	}
	o, _ := nouns.Of(r.Lower(n.From - 1))
	if o.Nature == nouns.Body {
		return true
	}
	sex, thing := r.ToldBehind(n)
	return thing && sex == nouns.UnknownSex
}
