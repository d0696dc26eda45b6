package speakers

import (
	"cmp"
	"strings"

	"hearsay/analysis/annotated"
	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/speakers/entities"
	"hearsay/analysis/speakers/pronouns"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// farIndefinite is how many paragraphs may lie between two indefinite descriptions of one: "a nurse", and "a nurse"
// again.
const farIndefinite = 2

// unnamedEntity is the entity of a description that fits nobody named: the one that the same words stood for before,
// where the words allow that, else a new one.
func (d *descriptions) unnamedEntity(from, to, head int) int {
	n := readDescription(d.Text, from, head)
	owner := d.ownerOf(from)
	plain := strings.Join(append(n.words, n.head), " ")
	short := plain
	if whose := cmp.Or(owner, d.namedOwner(from, head)); whose != "" {
		short = whose + " " + plain // Bell's lawyers are not Dorn's
	}
	key := short
	if tail := tailWords(d.Text, head+1, to); tail != "" {
		key += " " + tail // residents of one place are not those of another
	}
	if e, ok := d.unnamed[key]; ok && !n.other && d.mayBeAgain(e, n, from, head) {
		return e
	}
	to = endOfName(d.Text, head, to)
	x := entities.Entity{Full: d.Text.Span(from, to), Head: n.head, Plural: n.plural, Paper: n.isPaper(),
		Type: typeOf(n), Sex: n.noun.Sex, Kinship: n.noun.Kinship}
	x.Name = strings.Join(strings.Fields(d.Text.Of(x.Full)), " ")
	x.Forms = []string{x.Name}
	if _, rest, ok := strings.Cut(x.Name, " "); ok && owner != "" {
		x.Name = owner + " " + rest
		x.Forms = []string{x.Name, x.Forms[0]}
	}
	if d.Tag(head).Proper() && !n.known && !n.plural {
		x.Type = entities.Organization // a name that was not known for one; those of persons are found more surely
		if names.Given(n.head) != 0 {
			x.Type = entities.Person
		}
	}
	b := entities.Description{Span: x.Full, Head: n.head, Noun: n.noun, Words: wordsOf(d.Text, from, to)}
	x.Descriptions = []entities.Description{b}
	e := d.Add(x)
	d.unnamed[key], d.unnamed[short] = e, e // "the residents" are those of the place that was named last
	if owner == "" {
		d.unnamed[plain] = e // "the lawyers" are those of whom somebody was told to have them last
	}
	return e
}

// tailWords are the nouns, adjectives and names of what hangs on a noun behind it, up to a comma or a clause; empty
// where nothing does.
func tailWords(t *annotated.Text, from, to int) string {
	var words []string
	for i := from; i < to && !opensClause(t, i); i++ {
		if t.Tag(i).Noun() || t.Tag(i).Adjective() || t.InName(i) {
			words = append(words, t.Lower(i))
		}
	}
	return strings.Join(words, " ")
}

func wordsOf(t *annotated.Text, from, to int) map[string]bool {
	words := map[string]bool{}
	for i := from; i < to; i++ {
		words[t.Lower(i)] = true
	}
	return words
}

// mayBeAgain reports whether a description may be of whom the same words stood for before: not where it is
// indefinite, and far from there.
func (d *descriptions) mayBeAgain(e int, n description, from, head int) bool {
	if n.definite || n.plural || pronouns.Is(n.head) || d.Tag(from) != tags.DT {
		return true
	}
	last := d.talk.Last(e)
	if last < 0 {
		last = d.At(d.All[e].Full.Start) // a caption tells of them, which the talk leaves out
	}
	return d.ParagraphOf(head)-d.ParagraphOf(last) <= farIndefinite
}

// namedOwner names whose "Ann Bell's aides" are, as ownerOf does for "her aides"; empty where no name tells.
func (d *descriptions) namedOwner(from, head int) string {
	for i := head - 1; i > from; i-- {
		if d.Tag(i) != tags.POS {
			continue
		}
		_, k, ok := d.Name(i - 1)
		if !ok {
			return ""
		}
		if e := d.OfName(k); e >= 0 {
			return shortest(&d.All[e]) + "’s"
		}
		return d.Word(i-1) + "’s"
	}
	return ""
}

// ownerOf names whose "her aides" are, with the ending of a possessor, where that is known and named; else it is empty.
func (d *descriptions) ownerOf(i int) string {
	k, ok := d.talk.EndingAt(i)
	if !ok || d.Tag(i) != tags.PRPS {
		return ""
	}
	m := d.talk.At(k)
	if len(m.Entities) != 1 || m.Confidence < ownerFrom {
		return ""
	}
	x := &d.All[m.Entities[0]]
	if !x.Named {
		return ""
	}
	return shortest(x) + "’s"
}

// shortest is the shortest name of a person, and what else somebody is called.
func shortest(x *entities.Entity) string {
	short := x.Name
	for _, f := range x.Forms {
		if x.Type == entities.Person && len(f) < len(short) {
			short = f
		}
	}
	return short
}

func (n *description) isPaper() bool { return n.noun.Nature == nouns.Paper || n.head == "paper" }

// typeOf is the type of those whom a description is of.
func typeOf(n description) entities.Type {
	switch {
	case n.head == "i" || n.head == "one" || n.head == "someone":
		return entities.Person
	case n.isPaper():
		return entities.Unknown
	case n.noun.Nature == nouns.Person && !n.plural:
		return entities.Person
	case n.noun.Nature == nouns.Body && !n.plural && !isOfPeople(n.head):
		return entities.Organization
	case n.plural || n.noun.Nature != nouns.NoNature:
		return entities.Group
	}
	if s, ok := names.Title(n.head); ok || s != 0 {
		return entities.Person
	}
	return entities.Unknown
}

// isOfPeople reports whether a body is no organisation, but people.
func isOfPeople(head string) bool { return head == "public" || head == "family" || head == "couple" }

// linking are adverbs that stand between a subject and its verb.
var linking = lexicon.Words("pronouns", "linking")

// when are words that tell when something was said, wherever they stand.
var when = lexicon.Words("pronouns", "when")

// endOfName is where the words for an unnamed one end, so that they can be shown as a name: without what follows the
// phrase, relative clauses, and what is more than a name should be.
func endOfName(t *annotated.Text, head, to int) int {
	for to > head+1 && followsPhrase(t, to-1) {
		to--
	}
	for i := head + 1; i < to; i++ {
		if i > head+mostBehindHead || opensClause(t, i) {
			return i
		}
	}
	return to
}

// mostBehindHead is how many words the name of an unnamed one may have behind its head.
const mostBehindHead = 12

func followsPhrase(t *annotated.Text, i int) bool {
	w := t.Lower(i)
	switch tag := t.Tag(i); {
	case !entities.IsWord(w), tag == tags.POS, tag.Adverb():
		return true
	}
	return linking[w] || when[w] && t.Tag(i-1) != tags.IN || strings.HasSuffix(w, "self")
}

func opensClause(t *annotated.Text, i int) bool {
	tag, w := t.Tag(i), t.Lower(i)
	return tag == tags.WP || tag == tags.WDT || w == "," || w == "("
}

// isNounHead reports whether token i is a noun outside of names that can stand for a speaker.
func isNounHead(t *annotated.Text, i int) bool {
	if t.InName(i) || t.InName(i+1) || t.Tag(i+1).Noun() {
		return false
	}
	o, ok := nouns.Of(t.Lower(i))
	if !ok && !nouns.IsDocument(t.Lower(i)) || o.Nature == nouns.Paper && t.Tag(i).Proper() {
		return false
	}
	switch t.Lower(i - 1) {
	case "our", "my", "your":
		return false
	}
	return t.Tag(i).Noun() || t.Tag(i).Adjective() && t.Tag(i-1) == tags.DT
}

// farStart is how far before its head a phrase may begin, in words.
const farStart = 8

// phraseStart is where the noun phrase begins that has its head at token i.
func phraseStart(t *annotated.Text, i int) int {
	from, start := i, t.SentenceOf(i).From
	for from > start && i-from < farStart && entities.Premodifies(t, from-1) && nameBelongs(t, from-1) {
		from--
	}
	return entities.TrimStart(t, from, i)
}

// nameBelongs keeps a noun phrase from reaching back over a person's name that is no part of it.
func nameBelongs(t *annotated.Text, i int) bool {
	n, _, ok := t.Name(i)
	if !ok || n.Type != names.Person || t.Tag(n.To) == tags.POS {
		return true
	}
	before := t.Tag(n.From - 1)
	return t.Tag(n.To).Noun() && (before == tags.DT || before == tags.PRPS)
}

// cite quotes a span of a text for a reason that is told to a reader.
func cite(t *annotated.Text, p text.Span) string {
	return "“" + strings.Join(strings.Fields(t.Text.Of(p)), " ") + "”"
}
