package people

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"hearsay/analysis/nouns"
)

// decisions are what a person decided, as it concerns the voices that are there.
type decisions struct {
	pairs   []pair
	parted  map[int]bool // voices that were taken from a person
	renamed []renaming
	nobody  []int
	nowhere map[string]bool // folded names that are nobody's
}

// pair is two voices that are one, or are not.
type pair struct {
	a, b int
	same bool
}

type renaming struct {
	voice int
	name  string
}

// decide finds the voices that decisions are about. Of two that contradict each other the later one counts.
func (j *joining) decide(standing []Decision) {
	j.parted, j.nowhere = map[int]bool{}, map[string]bool{}
	for _, d := range standing {
		a := j.find(d.A)
		if a < 0 {
			continue
		}
		switch d.Act {
		case JoinThem, PartThem:
			for _, b := range j.meant(&d, a) {
				j.pair(a, b, d.Act == JoinThem)
			}
		case Rename:
			j.renamed = append(j.renamed, renaming{a, d.Name})
		case Nobody:
			j.nobody = append(j.nobody, a)
			if n := &j.names[a]; !n.full() {
				j.nowhere[fold(j.voices[a].Name)] = true
			}
		}
	}
}

func (j *joining) find(k *Key) int {
	if k == nil {
		return -1
	}
	return j.lookup.find(*k)
}

// meant are the voices that a decision sets beside A: B, or all that are called so, or both.
func (j *joining) meant(d *Decision, a int) (out []int) {
	if b := j.find(d.B); b >= 0 && b != a {
		out = append(out, b)
	}
	if d.Spelling == "" {
		return out
	}
	want := fold(d.Spelling)
	for i := range j.voices {
		if i != a && fold(j.voices[i].Name) == want && !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out
}

// pair keeps that two are one or are not, in place of what was said of them before.
func (j *joining) pair(a, b int, same bool) {
	p := pair{min(a, b), max(a, b), same}
	j.pairs = slices.DeleteFunc(j.pairs, func(o pair) bool { return o.a == p.a && o.b == p.b })
	j.pairs = append(j.pairs, p)
	if !same {
		j.parted[b] = true
	} else {
		delete(j.parted, b)
	}
}

// byHand joins those who are one by a person's word, the last word first.
func (j *joining) byHand() {
	for i := len(j.pairs) - 1; i >= 0; i-- {
		if p := j.pairs[i]; p.same {
			j.join(p.a, p.b)
		}
	}
	for _, p := range j.profiles {
		clear(p.in) // what a person joined, no article tells apart
	}
}

// forbidden reports whether a person said that somebody of one set is not somebody of the other; by their roots.
func (j *joining) forbidden(a, b int) bool {
	for _, p := range j.pairs {
		if p.same {
			continue
		}
		x, y := j.sets.Find(p.a), j.sets.Find(p.b)
		if x == a && y == b || x == b && y == a {
			return true
		}
	}
	return false
}

// nameThem gives people the names that they were given, and sets aside who is nobody.
func (j *joining) nameThem(r *Register) {
	for _, n := range j.renamed {
		p := &r.People[r.of[n.voice]]
		p.Name, p.Renamed = n.name, true
	}
	for _, v := range j.nobody {
		r.People[r.of[v]].Nobody = true
	}
	if len(j.nowhere) == 0 {
		return
	}
	for k := range r.People {
		if p := &r.People[k]; len(p.Voices) == 1 && j.nowhere[fold(j.voices[p.Voices[0]].Name)] {
			p.Nobody = true
		}
	}
}

// isGeneric reports whether many countries or towns have an organisation of this name.
func (n *name) isGeneric() bool {
	many := false
	for _, w := range n.words {
		if unique[w] || nouns.Nation(w) != "" || nouns.IsCountry(w) {
			return false
		}
		many = many || generic[w]
	}
	return many && !strings.HasPrefix(n.whole, "us")
}

// startsLoose reports whether an organisation's name begins with a small word other than "the", which makes it a
// description: "a Chinese newspaper", "their embassy".
func startsLoose(s string) bool {
	first, rest := cutWord(s)
	if strings.EqualFold(first, "the") && rest != "" {
		first, _ = cutWord(rest)
	}
	return first == "" || !unicode.IsUpper([]rune(first)[0]) && !unicode.IsDigit([]rune(first)[0])
}

func cutWord(s string) (first, rest string) {
	for i, c := range s {
		if c == ' ' {
			return s[:i], s[i+1:]
		}
	}
	return s, ""
}

// Beside are words that names begin and end in, and those of all names that were joined with one of these by hand: the
// people of the first can be told by the voices that are called by any of them.
func Beside(log []Decision, words ...string) []string {
	all := map[string]bool{}
	for _, w := range words {
		all[w] = w != ""
	}
	for grew := true; grew; {
		grew = false
		for _, d := range Standing(log) {
			if d.Act != JoinThem {
				continue
			}
			ends := d.ends()
			if !slices.ContainsFunc(ends, func(w string) bool { return all[w] }) {
				continue
			}
			for _, w := range ends {
				grew = grew || !all[w]
				all[w] = true
			}
		}
	}
	delete(all, "")
	return slices.Sorted(maps.Keys(all))
}

// ends are the words that the names in a decision begin and end in.
func (d *Decision) ends() (out []string) {
	names := []string{d.Spelling}
	for _, k := range []*Key{d.A, d.B} {
		if k != nil {
			names = append(names, k.Name)
		}
	}
	for _, name := range names {
		if first, last := Ends(name); last != "" {
			out = append(out, first, last)
		}
	}
	return out
}
