package positions

import (
	"slices"
	"strings"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/tags"
)

// matter is one thing on which positions are taken, under one or more names.
type matter struct {
	name     string
	words    []string // base forms, in order
	head     string
	at       []int // positions
	definite bool  // each time it came up, it was with "the", "this", "their"
	speaker  bool
	deed     bool // such as "buying the port", which is not the port
	into     int  // the matter it is the same as, itself where none
}

// joining gives the positions of an article the topics that they share.
type joining struct {
	reader
	out []weighed
}

// join gives positions on one thing one topic: "the harbour law", "harbour laws" and "this law" where the article
// speaks of no other law.
func (f joining) join() {
	all := f.matters()
	for i := range all {
		all[i].into = i
	}
	f.joinShort(all)
	for i := range all {
		to := i
		for n := 0; all[to].into != to && n < len(all); n++ {
			to = all[to].into
		}
		for _, p := range all[i].at {
			f.out[p].Topic = all[to].name
		}
	}
}

// matters gathers positions whose topics differ in nothing but number, case and marks.
func (f joining) matters() []matter {
	short := f.acronyms()
	var all []matter
	at := map[string]int{}
	for i := range f.out {
		p := &f.out[i].Position
		if full := short[strings.ReplaceAll(p.Topic, ".", "")]; full != "" && len(p.Targets) == 0 {
			p.Topic = full
		}
		words, head := f.baseForms(p)
		key := strings.Join(words, " ")
		if len(p.Targets) > 0 {
			key = "=" + p.Topic
		}
		k, known := at[key]
		if !known {
			k = len(all)
			at[key] = k
			all = append(all, matter{name: p.Topic, words: words, head: head, definite: true,
				speaker: len(p.Targets) > 0})
		}
		all[k].at = append(all[k].at, i)
		first, _ := f.Text.Range(p.Target[0])
		all[k].deed = all[k].deed || f.Tag(first) == tags.VBG || f.Tag(first) == tags.VB
		all[k].definite = all[k].definite && (definite[f.Lower(first)] || f.InName(first))
	}
	return all
}

var definite = lexicon.Words("pronouns", "definite")

// baseForms are the words of a target that tell what it is, in their base forms, and its head among them.
func (f joining) baseForms(p *Position) (words []string, head string) {
	for _, w := range strings.Fields(p.Topic) {
		w = strings.Trim(strings.ToLower(w), `"'“”‘’.,`)
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		if !among(w, "", "the", "a", "an") {
			words = append(words, tags.Lemma(w, tags.NNS))
		}
	}
	from, to := f.Text.Range(p.Target[0])
	for i := from; i < to; i++ {
		if t := f.Tag(i); t.Noun() {
			head = tags.Lemma(f.Lower(i), tags.NNS)
		} else if head != "" && among(t, tags.IN, tags.TO, tags.WDT, tags.VBG, tags.VBN) {
			break
		}
	}
	return words, head
}

// joinShort joins a matter with the one that says the same in more words, where there is but one: "the deal" with "the
// ceasefire deal", "this agreement" with it too.
func (f joining) joinShort(all []matter) {
	byHead := map[string][]int{}
	for i := range all {
		if all[i].head != "" && !all[i].speaker && !all[i].deed {
			byHead[kindOf(all[i].head)] = append(byHead[kindOf(all[i].head)], i)
		}
	}
	for i := range all {
		m := &all[i]
		rivals := byHead[kindOf(m.head)]
		if m.speaker || m.deed || !m.definite || len(rivals) > mostRivals {
			continue
		}
		best := -1
		for _, r := range rivals {
			if r == i || len(all[r].words) <= len(m.words) || !within(m, &all[r]) {
				continue
			}
			switch {
			case best < 0 || within(&all[best], &all[r]) && len(all[r].words) > len(all[best].words):
				best = r
			case !within(&all[r], &all[best]):
				best = len(all) // it might be either
			}
			if best == len(all) {
				break
			}
		}
		if best >= 0 && best < len(all) {
			m.into = best
		}
	}
}

// mostRivals bounds how many matters with one head are compared.
const mostRivals = 40

// within reports whether all words of a matter are among another's, the head aside, which may be a word for the same
// kind.
func within(short, long *matter) bool {
	for _, w := range short.words {
		if w != short.head && !slices.Contains(long.words, w) {
			return false
		}
	}
	return kindOf(short.head) == kindOf(long.head)
}

// kindOf gives nouns that news uses for one and the same thing one name.
func kindOf(noun string) string {
	if k := kinds[noun]; k != "" {
		return k
	}
	return noun
}

var kinds = lexicon.Values("stances/targets", "kinds")

// acronyms are the short names that the article explains, "the Office of Trade (OT)", or that are made of the first
// letters of exactly one of its names.
func (f joining) acronyms() map[string]string {
	of := map[string]string{}
	for _, n := range f.Names {
		if n.Type == names.Person || n.To-n.From < 2 {
			continue
		}
		initials := ""
		for i := n.From; i < n.To; i++ {
			if w := f.Text.Word(i); w[0] >= 'A' && w[0] <= 'Z' {
				initials += w[:1]
			}
		}
		full := f.Text.Of(n.Span)
		if old, ok := of[initials]; ok && old != full {
			full = ""
		}
		if len(initials) >= 2 {
			of[initials] = full
		}
	}
	return of
}
