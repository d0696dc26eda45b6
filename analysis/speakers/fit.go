package speakers

import (
	"math"
	"slices"

	"hearsay/analysis/nouns"
	"hearsay/analysis/speakers/entities"
	"hearsay/analysis/speakers/pronouns"
)

// candidatesAt are the entities mentioned before token i, the latest first, and, at the start of an article, those
// who are described anywhere in it.
func (d *descriptions) candidatesAt(i int) []int {
	var out []int
	for _, m := range d.talk.Back(farDescribed) {
		if len(out) >= mostDescribed {
			break
		}
		for _, e := range m.Entities {
			if !slices.Contains(out, e) {
				out = append(out, e)
			}
		}
	}
	if !d.atStart(d.Tokens[i].Sentence) {
		return out
	}
	for e := range min(len(d.All), mostFirst) {
		x := &d.All[e]
		described := len(x.Descriptions) > 0 || !x.Kinship.Alone()
		if x.Named && described && !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	return out
}

// fit is how well an entity fits a description, and what the article called it that fits.
type fit struct {
	entity int
	score  float64
	by     entities.Description
}

func unfit(e int) fit { return fit{entity: e, score: never} }

// fitOf weighs an entity against a description whose head is token head.
func (d *descriptions) fitOf(e int, n description, head int) fit {
	x := &d.All[e]
	if !mayFit(x, n) {
		return unfit(e)
	}
	f, ok := d.fitByWords(e, n)
	if !ok || f.score <= never {
		return f
	}
	if n.bare {
		f.score += earlyBare / float64(1+d.sentenceAt(x.Full.Start))
	}
	if last := d.talk.Last(e); last >= 0 {
		since := min(float64(d.Tokens[head].Sentence-d.Tokens[last].Sentence), farFit)
		if n.noun.Nature == nouns.Body {
			f.score += d.prominence(x) + bodyBySentence*since
		} else {
			f.score += personBySentence * since
		}
	}
	if !x.Named {
		f.score += unnamedFit(f, n)
	}
	if slices.Contains(d.talk.Speakers(), e) {
		f.score += spokeLast
	}
	return f
}

// sentenceAt is the sentence of a byte.
func (d *descriptions) sentenceAt(b int) int { return d.Tokens[d.Text.At(b)].Sentence }

// mayFit reports whether an entity can be what a description is of, by number, sex and nature. "The Ohio Republican"
// is not "the Utah Republican".
func mayFit(x *entities.Entity, n description) bool {
	if !x.Named && nouns.IsPartisan(n.head) && !saysAll(x, n) {
		return false
	}
	return x.Plural == n.plural && sameSex(x, n) && sameNature(x, n)
}

func sameSex(x *entities.Entity, n description) bool {
	return n.noun.Sex == nouns.UnknownSex || x.Sex == nouns.UnknownSex || x.Sex == n.noun.Sex
}

func sameNature(x *entities.Entity, n description) bool {
	switch n.noun.Nature {
	case nouns.Person:
		return x.Type == entities.Person || !x.Named && x.Type == entities.Group
	case nouns.Body:
		return x.Type == entities.Organization || !x.Named && x.Type == entities.Group
	}
	return !x.Named && x.Paper
}

// fitByWords is how well what the article calls an entity, or its name, goes with a description. It is not ok, and
// nothing else can speak for the entity, where that is called by its party and of another place.
func (d *descriptions) fitByWords(e int, n description) (f fit, ok bool) {
	x := &d.All[e]
	f = unfit(e)
	for _, b := range x.Descriptions {
		if nouns.IsPartisan(b.Head) && nouns.IsPartisan(n.head) && len(b.Words) > 2 && !saysAll(x, n) {
			return f, false
		}
		s := d.fitsHead(b, n) + fitsTime(b, n)
		if s <= 0 {
			continue
		}
		if s += d.narrow(x, b, n); s > f.score {
			f.score, f.by = s, b
		}
	}
	if !x.Named && (n.owner != "" || len(n.of) > 0) {
		return f, true // whose it is was told, and is all that its name tells
	}
	if s := d.fitsName(x, n); s > f.score {
		f.score = s + d.narrow(x, entities.Description{}, n)
	}
	return f, true
}

// unnamedFit is what a description of one without a name loses, or gains: "the group", after "Bell's group".
func unnamedFit(f fit, n description) float64 {
	if f.by.Head == n.head && len(f.by.Words) > 1 && !nouns.IsPlace(n.head) {
		return sameWords
	}
	return unnamedOne
}

// saysAll reports whether the article says all the words of a description of an entity.
func saysAll(x *entities.Entity, n description) bool {
	for _, w := range n.words {
		if !x.Says(w) {
			return false
		}
	}
	return true
}

// prominence is how much of the article is about an organisation: "the company" of a story is the one that its
// headline or its first sentences name, and that comes up again and again, wherever it was named last.
func (d *descriptions) prominence(x *entities.Entity) float64 {
	if !x.Named || x.Place {
		return 0
	}
	return aboutByDoubling*math.Log2(float64(1+x.NameCount)) + aboutFirst/(1+aboutFade*float64(d.sentenceAt(x.First)))
}

// fitsHead is how well the head of a description fits what the article called somebody. A head that may be said of
// anybody fits where what narrows it does: "the DDC chief" is its director-general.
func (d *descriptions) fitsHead(b entities.Description, n description) float64 {
	byParty := b.Words[n.head] && nouns.IsPartisan(n.head)
	if b.Implied {
		if b.Head == n.head || byParty {
			return impliedHead
		}
		return 0
	}
	if (b.Words["vice"] || b.Words["deputy"]) != n.has("vice", "deputy") && n.head != "official" {
		return 0
	}
	switch {
	case b.Head == n.head:
		return sameHead
	case byParty, b.Noun.Akin(n.noun.Kinship) && b.Noun.Nature == n.noun.Nature:
		return akinHead
	}
	narrowed := func(w string) bool { return d.says(b, w) }
	if nouns.IsAnybody(n.head) && slices.ContainsFunc(n.words, narrowed) {
		return akinHead
	}
	return 0
}

// fitsTime weighs whether both say that an office is a former one.
func fitsTime(b entities.Description, n description) float64 {
	was := b.Words["former"] || b.Words["ex"]
	switch {
	case n.former && was:
		return bothFormer
	case was && !n.bare:
		return notFormer
	case n.former && !n.bare:
		return notToldFormer
	}
	return 0
}

// fitsName is how well the head fits an organisation's own name, or a person of whom nothing is known.
func (d *descriptions) fitsName(x *entities.Entity, n description) float64 {
	switch {
	case x.Type == entities.Organization && x.Head == n.head:
		return sameHead
	case x.Type == entities.Organization && x.Kinship.Akin(n.noun.Kinship):
		return akinHead
	case x.Type == entities.Organization && !x.Place && x.Kinship.Alone():
		if s := d.fitsBody(x, n); s > never {
			return s
		}
	}
	switch {
	case x.Place && nouns.IsPlace(n.head) && d.IsCountry(x) == isCountryNoun(n.head):
		return aPlace + aPlaceByName*float64(min(x.NameCount, mostPlaceNames))
	case x.Type == entities.Person && x.Named && isManOrWoman(n) && n.noun.Sex == x.Sex:
		return aManOrWoman
	}
	return never
}

// fitsBody is how well a noun fits an organisation whose name does not tell what it is.
func (d *descriptions) fitsBody(x *entities.Entity, n description) float64 {
	switch n.head {
	case "company", "group", "organization", "firm":
		return aBody
	}
	if n.noun.Akin(nouns.Known("company").Kinship) && d.prominence(x) > companyFrom {
		return aCompany // "the maker of the bread", in an article about a company
	}
	return never
}

func isCountryNoun(w string) bool { return w == "country" || w == "nation" }

func isManOrWoman(n description) bool {
	return n.noun.Sex != nouns.UnknownSex && (n.head == "man" || n.head == "woman")
}

// narrow weighs the words that narrow a description against all that the article says of an entity.
func (d *descriptions) narrow(x *entities.Entity, b entities.Description, n description) float64 {
	score := d.fitsOwner(b, n) + d.fitsPlace(x, b, n)
	for _, w := range n.words {
		a := d.Allegiance(w)
		switch {
		case d.says(b, w) || a != "" && b.Words[a]:
			score += wordThere
		case x.Says(w) || a != "" && x.Says(a):
			score += wordElsewhere
		case a != "" && d.HasAllegiance(x), n.isAnothers(x, w):
			return never
		case n.bare:
			score += wordMissingBare
		default:
			score += wordMissing
		}
	}
	return score
}

// fitsPlace weighs the names behind the head of a description: who is called the mayor of one place is not the mayor of
// another.
func (d *descriptions) fitsPlace(x *entities.Entity, b entities.Description, n description) float64 {
	score := 0.0
	for _, w := range n.of {
		if a := d.Allegiance(w); b.Words[w] || x.Says(w) || a != "" && x.Says(a) {
			return wordThere
		}
		score = wordMissing
	}
	if score < 0 && saysOne(b, "of", "for", "at", "in", "from", "'s", "’s") {
		return never
	}
	return score
}

// possessivePronouns are what a description may begin with that is of somebody's.
var possessivePronouns = [...]string{"his", "her", "their", "its"}

// fitsOwner weighs whose someone is said to be against whose the description says: "Bell's lawyer" is not Dorn's.
func (d *descriptions) fitsOwner(b entities.Description, n description) float64 {
	if n.owner == "" {
		return 0
	}
	byPronoun := pronouns.Is(n.owner)
	switch {
	case d.says(b, n.owner):
		return sameOwner
	case saysOne(b, possessivePronouns[:]...):
		return 0
	case saysOne(b, "'s", "’s") && byPronoun:
		return ownerUntold
	case saysOne(b, "'s", "’s"):
		return never
	case byPronoun && n.noun.Nature == nouns.Body:
		return noOwnerBody
	case byPronoun:
		return noOwnerPerson
	}
	return noOwner
}

func saysOne(b entities.Description, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return b.Words[w] })
}
