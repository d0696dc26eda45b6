// Package people joins the speakers of different articles into people. It is pure: it reads voices, which are speakers
// as their articles show them, and what a person decided about them, and tells who is who.
//
// It promises to be conservative. Nobody is joined by a surname alone; whose given names, initials, suffixes or genders
// contradict each other are never joined; where names leave it open, what the articles say of both has to bear it out
// (an office, a body, the names that stand in both articles), and where that is too little, there is a question and no
// join. What a person decided comes before all of this, and holds for articles that come later. The same voices and
// decisions always give the same people, in whatever order the voices come.
package people

import (
	"slices"
	"strings"
	"time"

	"hearsay/analysis"
)

// Key tells one voice from all others, and survives that its article is read anew: it is found again by its name there
// or, where it is called otherwise now, by where it is first mentioned.
type Key struct {
	// Article is the beginning of the sum of the article's text, in hexadecimal digits, as the library has it.
	Article string `json:"article"`
	Name    string `json:"name"`
	// At is where its first mention begins, in bytes of the text.
	At int `json:"at"`
}

// Voice is a speaker of one article.
type Voice struct {
	Key
	// Speaker is its index among the speakers of the article's document.
	Speaker int
	// Names are all names that the article uses.
	Names  []string
	Type   analysis.SpeakerType
	Gender analysis.Gender
	// Description is where the article says who this is; empty where it does not.
	Description string
	// Company are the other names in the article, folded, in alphabetical order.
	Company []string
	Outlet  string
	// Order is when the article came: articles that came before have lower ones.
	Order int64
	Date  time.Time // of the article; zero where it has none
	// Quotes and Words are how often and how much it is heard in the article.
	Quotes, Words int
}

// Person is one or several voices that are one: a person, or an organisation.
type Person struct {
	// Handle tells the person from all others: digits that stay as long as the article does that was there first.
	Handle string
	Name   string
	Type   analysis.SpeakerType
	Gender analysis.Gender
	// Voices are indexes into Register.Voices, in their order.
	Voices []int
	// Nobody is set where a person said that this is nobody.
	Nobody bool
	// Renamed is set where the name was given by hand.
	Renamed       bool
	Quotes, Words int
}

// Register is who is who among some voices.
type Register struct {
	// Voices are in the order in which their articles came.
	Voices []Voice
	// People are in the order of their first voices.
	People []Person
	// Questions are the joins that are open to doubt, the better founded first.
	Questions []Question
	of        []int
}

// Question is whether two people are one.
type Question struct {
	A, B int // indexes into Register.People
	// Others are those who are called as B is, and of whom the same is asked.
	Others []int
	// Why is a clause in lower case: "“J. Smith” may be John Smith: an initial alone is too little".
	Why string
	// Evidence is how much speaks for it.
	Evidence int
}

// Of is the index of the person behind a voice.
func (r *Register) Of(voice int) int { return r.of[voice] }

// Find is the index of the voice with a key, or -1.
func (r *Register) Find(k Key) int { return lookupOf(r.Voices).find(k) }

// Called are the people whom words stand for, as indexes into People: the one with this handle; else those who are
// called so; else those whose name has all of the words. Who is heard most comes first.
func (r *Register) Called(words string) []int {
	want := fold(strings.TrimSpace(words))
	var handle, own, among, part []int
	for k := range r.People {
		switch p := &r.People[k]; {
		case want == "":
		case p.Handle == want:
			handle = append(handle, k)
		case fold(p.Name) == want:
			own = append(own, k)
		case r.uses(p, want):
			among = append(among, k)
		case hasWords(fold(p.Name), want):
			part = append(part, k)
		}
	}
	for _, found := range [][]int{handle, slices.Concat(own, among), part} {
		if len(found) > 0 {
			slices.SortStableFunc(found, func(a, b int) int { return r.People[b].Quotes - r.People[a].Quotes })
			return found
		}
	}
	return nil
}

// uses reports whether articles call a person so, among other names.
func (r *Register) uses(p *Person, folded string) bool {
	return slices.ContainsFunc(p.Voices, func(v int) bool { return hasName(r.Voices[v].Names, folded) })
}

func hasWords(name, want string) bool {
	have := strings.Fields(name)
	for _, w := range strings.Fields(want) {
		if !slices.Contains(have, w) {
			return false
		}
	}
	return true
}

// Spellings are the names that articles show of a person, the most used first.
func (r *Register) Spellings(person int) []Count {
	return r.count(person, func(v *Voice) string { return v.Name })
}

// Descriptions are what articles say of who it is.
func (r *Register) Descriptions(person int) []Count {
	return r.count(person, func(v *Voice) string { return v.Description })
}

// Outlets are where a person is heard.
func (r *Register) Outlets(person int) []Count {
	return r.count(person, func(v *Voice) string { return v.Outlet })
}

// Count is in how many articles words stand.
type Count struct {
	Words    string `json:"words"`
	Articles int    `json:"articles"`
}

func (r *Register) count(person int, of func(*Voice) string) (out []Count) {
	at := map[string]int{}
	for _, v := range r.People[person].Voices {
		words := of(&r.Voices[v])
		if words == "" {
			continue
		}
		i, ok := at[words]
		if !ok {
			i = len(out)
			at[words] = i
			out = append(out, Count{Words: words})
		}
		out[i].Articles++
	}
	slices.SortStableFunc(out, func(a, b Count) int { return b.Articles - a.Articles })
	return out
}

// Anchor is the key by which decisions name a person: that of the article that was there first.
func (r *Register) Anchor(person int) *Key { return &r.Voices[r.People[person].Voices[0]].Key }

// Articles is in how many articles a person is heard.
func (r *Register) Articles(person int) int {
	in := map[string]bool{}
	for _, v := range r.People[person].Voices {
		in[r.Voices[v].Article] = true
	}
	return len(in)
}

// Ranked are the people who have a name, those who are quoted most first; with all, also those who are only described,
// and those who are nobody.
func (r *Register) Ranked(all bool) (out []int) {
	for k := range r.People {
		p := &r.People[k]
		if all || !p.Nobody && (p.Renamed || r.named(p)) {
			out = append(out, k)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return r.People[b].Quotes - r.People[a].Quotes })
	return out
}

// named reports whether a name is more than a description.
func (r *Register) named(p *Person) bool {
	if p.Type == analysis.Person {
		n := nameOf(p.Name)
		return n.proper
	}
	return p.Type == analysis.Organization && !startsLoose(p.Name)
}
