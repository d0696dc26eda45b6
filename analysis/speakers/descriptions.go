package speakers

import (
	"slices"
	"strings"

	"hearsay/analysis/annotated"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/speakers/discourse"
	"hearsay/analysis/speakers/entities"
	"hearsay/analysis/speakers/pronouns"
	"hearsay/analysis/tags"
)

// descriptions joins noun phrases, "the mayor" or "both leaders", to those whom they describe.
type descriptions struct {
	*entities.Register
	talk     *discourse.Discourse
	sources  *sources
	unnamed  map[string]int   // those without a name, by the words for them
	several  map[string][]int // whom a plural meant last, by its head
	owners   owners
	short    map[string]int // bodies by their names of one word
	initials map[string]int // persons by the initials of their offices
	first    int            // the first sentence of the running text
}

func newDescriptions(cast *entities.Register, talk *discourse.Discourse) *descriptions {
	d := &descriptions{Register: cast, talk: talk, unnamed: map[string]int{}, several: map[string][]int{},
		short: shortNames(cast), initials: initialsBefore(cast), first: firstRunning(cast.Text)}
	d.owners = owners{descriptions: d, of: map[string]owner{}, last: map[string]owner{}}
	return d
}

// description is what a noun phrase says: its head, and the words that narrow it.
type description struct {
	head     string
	noun     nouns.Noun
	known    bool // the head is a noun that can stand for a speaker
	definite bool
	other    bool   // "another", "other": someone new
	count    int    // "both", "the two": how many
	owner    string // whose they are: "bell" in "Bell's lawyer", "his" in "his lawyer"
	plural   bool
	former   bool
	bare     bool // as headlines write, without a determiner
	words    []string
	bodies   []string // those of the words that call a body that somebody is said to be of
	of       []string // names behind the head, persons' and bodies' before it: "ebben" of "the mayor of Ebben"
}

// uncounted is the count of more than an article can be expected to name together.
const uncounted = 99

// readDescription takes a noun phrase apart.
func readDescription(t *annotated.Text, from, head int) description {
	n := description{head: strings.TrimSuffix(t.Lower(head), ".")}
	n.noun, n.known = nouns.Of(n.head)
	n.plural = n.noun.Plural || isPlural(t.Tag(head))
	if one := tags.Lemma(n.head, tags.NNS); n.plural && nouns.Known(one).Nature != nouns.NoNature {
		n.head = one
	}
	for i := from; i <= head; i++ {
		w := t.Lower(i)
		switch {
		case n.readDeterminer(w):
		case t.Tag(i+1) == tags.POS && t.InName(i):
			n.definite, n.owner, n.words = true, w, nil
		case i < head:
			n.words = append(n.words, strings.Split(w, "-")...)
		}
	}
	switch n.head {
	case "both":
		if from == head {
			n.count, n.definite = 2, true
		}
	case "two", "pair", "duo":
		n.count, n.definite = 2, true
	}
	return n
}

func isPlural(t tags.Tag) bool { return t == tags.NNS || t == tags.NNPS }

// readDeterminer notes what a word says of how many there are, whose, and whether they are known. It reports whether
// the word is one of those that say nothing else.
func (n *description) readDeterminer(w string) bool {
	switch w {
	case "his", "her", "its", "their":
		n.definite, n.owner = true, w
	case "the", "this", "that", "these", "those":
		n.definite = true
	case "both":
		n.count, n.plural, n.definite = 2, true, true
	case "two":
		n.count = 2
	case "three":
		n.count = 3
	case "four":
		n.count = 4
	case "five", "six", "seven", "eight", "nine", "ten", "dozen", "all":
		n.count = uncounted
	case "other", "another", "others", "second", "fellow", "many", "some", "several":
		n.other = true
	case "former", "ex":
		n.former = true
	case "a", "an", "new", "'s", "’s", "own", "one", "-", ",":
	default:
		return false
	}
	return true
}

func (n *description) has(words ...string) bool {
	for _, w := range n.words {
		for _, x := range words {
			if w == x {
				return true
			}
		}
	}
	return false
}

// resolve joins the noun phrase of tokens from to to, with its head at head, to who fits it. Indefinite ones, and
// definite ones that fit nobody, are someone unnamed.
func (d *descriptions) resolve(from, head, to int, source bool) mention {
	m := newMention(d.talk, from, head+1)
	m.Possessive = d.Tag(max(to, head+1)) == tags.POS
	m.way = wayFits
	if source && d.isNobody(from, head) {
		m.unknown = cite(d.Text, d.Text.Span(from, head+1)) + " is nobody who could be named"
		return m
	}
	if d.resolveAtOnce(&m, from, head, to, source) || source && d.resolveInitials(&m, from, head) {
		return m
	}
	n := readDescription(d.Text, from, head)
	n.bare = source && d.isBare(from, head)
	n.of = d.namesIn(from, head, to)
	n.bodies = d.bodiesOf(n.words)
	if d.resolveKnown(&m, n, head, source) || !source && (!n.known || n.noun.Nature == nouns.Paper) {
		return m
	}
	if source && !n.known && d.resolveOwned(&m, from, head) {
		return m
	}
	if !source {
		to = head + 1
	}
	e := d.unnamedEntity(from, to, head)
	m.Entities = []int{e}
	m.Confidence, m.way = sureAnew, d.wayAnew(e, n, from)
	return m
}

// resolveOwned joins what somebody did or has, and which is no speaker itself, to them: "Bell's move", "the committee's
// findings".
func (d *descriptions) resolveOwned(m *mention, from, head int) bool {
	if t := d.Tag(head); t.Proper() || entities.LooksLikePerson(d.Lower(head)) || !d.beginsWithOwner(from, head) {
		return false
	}
	o := d.owners.possessor(from, head, 0)
	if len(o.entities) == 0 || !d.All[o.entities[0]].Named || d.All[o.entities[0]].Place {
		return false
	}
	m.antecedent, m.Entities, m.Confidence = o.mention, o.entities, sureWordsOf
	m.relation, m.way = "are words of", wayOwner
	return true
}

// beginsWithOwner reports whether a phrase begins with the name of whose something is, titles and an article aside, or
// with "his".
func (d *descriptions) beginsWithOwner(from, head int) bool {
	for i := from; i < head; i++ {
		switch t := d.Tag(i); {
		case t == tags.POS, t == tags.PRPS:
			return true
		case !d.InName(i) && t != tags.DT && !entities.IsOffice(d.Text, i):
			return false
		}
	}
	return false
}

// namesIn are the names that tell which one a description is of: those behind its head, and before it persons' that own
// nothing, "the Bell campaign", and of a body others'.
func (d *descriptions) namesIn(from, head, to int) (of []string) {
	o, _ := nouns.Of(d.Lower(head))
	isBody := o.Nature == nouns.Body
	for i := from; i < to && !opensClause(d.Text, i); i++ {
		n, _, ok := d.Name(i)
		if !ok || i == head {
			continue
		}
		bare := n.Type == names.Person || n.Type == names.Organization && isBody
		if w, sent := d.SentTo(head, i); sent {
			of = append(of, w)
		} else if i > head || bare && d.Tag(n.To) != tags.POS {
			of = append(of, d.Lower(i))
		}
	}
	return of
}

// wayAnew is by what means those are found whom a description is of that have no name: what is told of as known, and
// fits nobody, is right less often than what is new.
func (d *descriptions) wayAnew(e int, n description, from int) way {
	switch kind := d.All[e].Type; {
	case kind == entities.Organization:
		return wayAnewBody
	case kind == entities.Group && n.definite:
		return wayAnewGroup
	case kind == entities.Group:
		return wayAnew
	case kind == entities.Unknown:
		return wayAnewThing
	case d.Tag(from) == tags.DT && !n.definite:
		return wayAnewOne
	}
	return wayAnewKnown
}

// resolveKnown joins a description that tells of those who are known already to them. It reports whether it did, or
// that two fit equally well.
func (d *descriptions) resolveKnown(m *mention, n description, head int, source bool) bool {
	definite := n.definite && !n.other
	switch {
	case definite && n.plural, (definite || n.bare) && n.count > 1:
		if d.resolveSeveral(m, n, head) {
			m.way = waySeveral
			return true
		}
	case (definite || n.bare) && n.known:
		if d.resolveOne(m, n, head) || m.unknown != "" {
			return true
		}
		return source && d.resolveUnfit(m, n, head)
	case source && n.known && !n.plural && !n.other:
		return d.resolveAhead(m, n, head)
	}
	return false
}

// resolveUnfit joins a description of somebody who is known, but whom nothing that was told before fits, to whom it is
// most likely of.
func (d *descriptions) resolveUnfit(m *mention, n description, head int) bool {
	return d.resolveAnew(m, n) || d.resolveAhead(m, n, head) || d.resolveSalient(m, n)
}

// resolveAtOnce joins a noun phrase to whom the text itself says that it describes, whose words it names, or whose
// name it shortens.
func (d *descriptions) resolveAtOnce(m *mention, from, head, to int, source bool) bool {
	if e, ok := d.DescribedBy(head); ok {
		m.Entities, m.Confidence, m.relation = []int{e}, sureSaidOf, "is said of"
		return true
	}
	if o := d.owners.find(from, head, to); source && len(o.entities) > 0 {
		m.antecedent, m.Entities, m.Confidence = o.mention, o.entities, sureWordsOf
		m.relation, m.way = "are words of", wayOwner
		return true
	}
	if e, ok := d.shortened(from, head); ok {
		m.Entities, m.Confidence = []int{e}, sureShortened
		return true
	}
	if e := d.stateOf(head); e >= 0 {
		m.Entities, m.Confidence = []int{e}, sureShortened
		return true
	}
	return false
}

// stateOf is the state or union that a word is one of several names of, where it was taken for no name, as in
// headlines: "U.S."; -1 where the article names none.
func (d *descriptions) stateOf(i int) int {
	alias := nouns.Place(d.Lower(i))
	if alias == "" || !d.Tag(i).Proper() {
		return -1
	}
	named := func(x entities.Entity) bool { return x.Named && nouns.Place(strings.ToLower(x.Name)) == alias }
	return slices.IndexFunc(d.All, named)
}

// isNobody reports whether a phrase is of nobody at all, of anybody, or of an event rather than of those who speak at
// it.
func (d *descriptions) isNobody(from, head int) bool {
	switch w := d.Lower(from); w {
	case "nobody", "none", "no-one", "anyone", "anybody":
		return true
	case "no":
		if from < head {
			return true
		}
	case "a", "any":
		if head == from+1 && d.Lower(head) == "person" {
			next := d.Tag(head + 1)
			return d.Lower(head+1) != "who" && next != tags.IN && !next.Adjective()
		}
	}
	return nouns.IsEvent(d.Lower(head))
}

// shortened finds the one organisation that is called by the last word of its name: "the Survey".
func (d *descriptions) shortened(from, head int) (int, bool) {
	fit := d.EndingIn(d.Lower(head))
	capital := d.Word(head) != d.Lower(head)
	if head != from+1 || d.Lower(from) != "the" || len(fit) != 1 || !capital {
		return 0, false
	}
	x := &d.All[fit[0]]
	if x.Place || nouns.IsSeat(strings.ToLower(x.Name)) {
		return 0, false
	}
	return fit[0], true
}

// headline is how many sentences at the start of an article are taken for its headline and what goes with it.
const headline = 4

// isBare reports whether a singular noun without determiner stands where headlines do: "Lawmaker urges".
func (d *descriptions) isBare(from, head int) bool {
	return d.Tag(from) != tags.DT && !isPlural(d.Tag(head)) && d.atStart(d.Tokens[head].Sentence)
}

// resolveOne looks for the one who fits a description best.
func (d *descriptions) resolveOne(m *mention, n description, head int) bool {
	best, second := d.bestTwo(n, head)
	if second.entity >= 0 && best.score-second.score < namedSince {
		if named := d.All[second.entity].Named; named != d.All[best.entity].Named {
			// Who was described before is most likely the one named since.
			if named {
				best = second
			}
			second = unfit(-1)
		}
	}
	if best.score < fitFrom {
		return false
	}
	if best.score-second.score < fitLead {
		return d.resolveTie(m, best, second)
	}
	m.Entities, m.Confidence = []int{best.entity}, sureFit+sureByScore*min(best.score, mostScore)
	m.described, m.relation = best.by.Span, "fits"
	if d.isSubjectOfArticle(best, n) {
		m.relation = "is the one that the article is most about,"
	}
	return true
}

// resolveTie chooses between two who fit equally well: who spoke last goes on speaking, else who was mentioned in a
// later sentence is meant. Where neither tells, it stays open. It reports whether it chose.
func (d *descriptions) resolveTie(m *mention, best, second fit) bool {
	spoke := func(f fit) bool { return slices.Contains(d.talk.Speakers(), f.entity) }
	last := func(f fit) int { return d.Tokens[max(0, d.talk.Last(f.entity))].Sentence }
	switch {
	case spoke(best) != spoke(second):
		if spoke(second) {
			best, second = second, best
		}
	case last(best) == last(second):
		m.unknown = cite(d.Text, d.Text.Span(m.From, m.To)) + " fits two equally well"
		m.alternatives = []alternative{{best.entity, -1, evenOdds}, {second.entity, -1, evenOdds}}
		return false
	case last(second) > last(best):
		best, second = second, best
	}
	m.Entities, m.Confidence, m.way = []int{best.entity}, evenOdds, wayTie
	m.described, m.relation = best.by.Span, "fits two equally well, and is most likely"
	m.alternatives = []alternative{{second.entity, -1, evenOdds}}
	return true
}

// isSubjectOfArticle reports whether an organisation fits "the company" by nothing but that the article is about it.
func (d *descriptions) isSubjectOfArticle(f fit, n description) bool {
	x := &d.All[f.entity]
	return n.noun.Nature == nouns.Body && f.by.Span.Empty() && x.Head != n.head && d.prominence(x) > aboutFrom
}

// bestTwo are the two who fit a description best; the second is unfit where there is none.
func (d *descriptions) bestTwo(n description, head int) (best, second fit) {
	best, second = unfit(-1), unfit(-1)
	told := d.toldOf(head)
	for _, e := range d.candidatesAt(head) {
		if slices.Contains(told, e) {
			continue
		}
		f := d.fitOf(e, n, head)
		if f.score > best.score {
			best, second = f, best
		} else if f.score > second.score {
			second = f
		}
	}
	return best, second
}

// farToldOf is how many mentions before a source are looked at for those whom its own words are of.
const farToldOf = 20

// toldOf are the persons of whom the words tell that a token heads the source of, by their names or as another: who is
// not called "he" there is not who says them (Principle C of binding: Chomsky 1981).
func (d *descriptions) toldOf(head int) (out []int) {
	headed := d.sources.HeadedBy(head)
	add := func(e int) {
		if e >= 0 && d.All[e].Type == entities.Person && !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	for _, q := range headed {
		for _, p := range d.sources.quotes[q].Content {
			from, to := d.Range(p)
			for i := from; i < to && i < from+longestSource; i++ {
				if n, _, ok := d.Name(i); ok && d.Tag(n.To) != tags.POS {
					add(d.EntityAt(i))
				}
			}
		}
	}
	for _, m := range d.talk.Back(farToldOf) {
		if len(m.Entities) == 1 && !m.Possessive && !pronouns.Is(d.Lower(m.To-1)) &&
			slices.Contains(headed, d.sources.Around(m.From)) {
			add(m.Entities[0])
		}
	}
	return out
}
