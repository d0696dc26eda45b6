package speakers

import (
	"strings"

	"hearsay/analysis/nouns"
	"hearsay/analysis/text"
)

// entity is someone or something that words of the article refer to.
type entity struct {
	name  string    // the fullest form
	full  text.Span // where that form first stands
	forms []string  // every form of the name, in order of appearance
	kind  Type
	sex   sex
	hints
	place  bool // a place, which speaks only where it is made to
	plural bool
	paper  bool
	named  bool
	roles  []description
	refs   []text.Span
	kin    nouns.Kinship
	head   string // the noun that heads an unnamed one, or an organisation's name
	count  int    // mentions so far in the sweep
	total  int    // names in the whole article
	first  int    // where it is first named, in bytes
	last   int    // token of the last mention so far
}

// description is what the article calls someone: a title, an apposition, what they are said to be.
type description struct {
	span  text.Span
	head  string
	words map[string]bool
	role  role
	// implied is true where the text does not say it of them in so many words: "Bell's inauguration".
	implied bool
}

// mention is a place where an entity, or several, are referred to.
type mention struct {
	from, to   int // tokens
	entities   []int
	sentence   int
	paragraph  int
	subject    bool
	possessive bool
	marked     bool // stands in quotation marks
	source     bool
	joint      bool
	antecedent int       // index into recent of the mention it refers back to, -1 where none
	fits       text.Span // the description that it matches, where it matches one
	inside     int       // the quote within which it says "I", -1 where none
	relation   string    // how it refers, a clause that goes between its words and those it refers to
	unknown    string
	candidates []rival
	confidence float64
	way        way     // by what means it refers
	step       float64 // how sure that is, as far as the means can tell; where it goes back to other pronouns, with theirs
	anchor     int     // the mention that it refers back to past other pronouns, -1 where none
}

// rival is somebody who might have been meant by a mention.
type rival struct {
	entity  int
	mention int // index into recent of where they are mentioned next to it, -1 where that is not known
	odds    float64
}

// resolver is the state of one article's resolution.
type resolver struct {
	Article
	model      *Model
	lesson     *lesson // what is to be learnt from, nil where nothing is
	inMarks    []bool
	entities   []entity
	ofName     []int         // entity of each name, -1 where it is left open
	open       map[int][]int // the entities that fit a name left open
	sources    [][]phrase    // the phrases of each quote's source
	atHead     map[int][]int // quotes by the token of a source's head
	byHead     map[int]phrase
	content    []int32     // index+1 of the quote in whose content a token stands, the innermost
	recent     []mention   // mentions so far, in order; only the last few are looked at
	found      map[int]int // mentions by their last token
	lastSaid   []int       // entities behind the last source met
	lastSource int         // its mention
	unnamed    map[string]int
	countries  map[string]string // countries of the article by the words that go with them
	byLast     map[string][]int  // organisations by the last word of their names
	several    map[string][]int  // whom a plural meant last, by its head
	saidOf     map[int]int       // the entity that a description is said of, by its head token
	out        []Attribution
	settled    []bool
	origin     []int // of a quote that runs on, the index+1 of the one that has the source
}

func newResolver(m *Model, a Article) *resolver {
	r := &resolver{Article: a, model: m, inMarks: a.InQuotation(),
		open: map[int][]int{}, atHead: map[int][]int{}, found: map[int]int{}, byHead: map[int]phrase{}, unnamed: map[string]int{}, saidOf: map[int]int{}, countries: map[string]string{}, several: map[string][]int{}, byLast: map[string][]int{},
		out: make([]Attribution, len(a.Quotes))}
	r.Text = a.WithNames(withoutParties(a.Text.Text, a.Names))
	contents := make([][]text.Span, len(a.Quotes))
	for q := range a.Quotes {
		contents[q] = a.Quotes[q].Content
	}
	r.content = a.Text.Innermost(contents)
	return r
}

// contentAt is the quote in whose content a token stands, -1 where none.
func (r *resolver) contentAt(i int) int { return int(r.content[i]) - 1 }

// speakersOfContent are the entities, as far as they are known yet, whose words in quotation marks token i belongs to.
func (r *resolver) speakersOfContent(i int) []int {
	if !r.inMarks[i] {
		return nil
	}
	return r.behindContent(i)
}

func (r *resolver) quote(p text.Span) string {
	return "“" + strings.Join(strings.Fields(r.Text.Of(p)), " ") + "”"
}
