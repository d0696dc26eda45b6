package main

import (
	"math/rand/v2"
	"strings"
	"unicode"

	"hearsay/analysis/names"
	"hearsay/analysis/text"
)

// renaming makes copies of articles in which persons, places and bodies have names that nobody has, so that what is
// learnt from them is how names stand in their sentences, and not which names the encoder has met before it. Given
// names become other given names of the same sex; all other words of names are put together from the beginning of one
// word and the end of another, as they occur in names of their type.
type renaming struct {
	chance       *rand.Rand
	given        map[names.Sex][]string
	heads, tails [names.Other + 1][]string
	common       map[string]int // in how many articles a word stands in names of bodies and places
}

// Of names of places and of bodies some words are left as they are, since many are words of the language.
const shareRenamed = 0.5

const (
	shortestRenamed = 4 // letters: what is shorter is a particle or an acronym
	shortestPart    = 2 // letters of a head and of a tail
	mostArticles    = 5 // a word of so many articles' bodies or places may be no name of its own: "Ministry", "North"
)

func newRenaming(articles []namedArticle, seed uint64) *renaming {
	r := &renaming{chance: rand.New(rand.NewPCG(seed, 0)), given: map[names.Sex][]string{},
		common: map[string]int{}}
	for _, a := range articles {
		seen := map[string]bool{}
		for _, n := range a.names {
			for w := range strings.FieldsSeq(n.Of(a.text)) {
				r.collect(w, n.kind)
				if n.kind != names.Person && !seen[w] {
					seen[w] = true
					r.common[w]++
				}
			}
		}
	}
	return r
}

// collect keeps a given name, or the head and the tail of another word of a name, cut where a consonant follows a
// vowel.
func (r *renaming) collect(w string, kind names.Type) {
	if !mayBeRenamed(w) {
		return
	}
	if sex := names.Given(w); sex != 0 {
		if kind == names.Person {
			r.given[sex] = append(r.given[sex], w)
		}
		return
	}
	for k := shortestPart; k <= len(w)-shortestPart; k++ {
		if isVowel(w[k-1]) && !isVowel(w[k]) {
			r.heads[kind], r.tails[kind] = append(r.heads[kind], w[:k]), append(r.tails[kind], w[k:])
			return
		}
	}
}

func isVowel(b byte) bool { return strings.IndexByte("aeiouy", b|0x20) >= 0 }

// mayBeRenamed reports whether a word is a capital and some small letters of the alphabet.
func mayBeRenamed(w string) bool {
	if len(w) < shortestRenamed || !unicode.IsUpper(rune(w[0])) {
		return false
	}
	for i := 1; i < len(w); i++ {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return true
}

// invent makes another word of a name.
func (r *renaming) invent(w string, kind names.Type) string {
	from := func(list []string) string { return list[r.chance.IntN(len(list))] }
	if sex := names.Given(w); sex != 0 && len(r.given[sex]) > 0 {
		return from(r.given[sex])
	}
	if len(r.heads[kind]) == 0 {
		return w
	}
	return from(r.heads[kind]) + from(r.tails[kind])
}

// rename returns a copy of an article whose names are others. A word is replaced by the same one wherever it stands,
// but not where the article writes it small as well, or in the name of a people.
func (r *renaming) rename(a namedArticle) namedArticle {
	t := text.Split(a.text, nil)
	kept, others := map[string]bool{}, map[string]string{}
	for i := range t.Tokens {
		if w := t.Word(i); w == strings.ToLower(w) {
			kept[w] = true
		}
	}
	for _, n := range a.names {
		if n.kind == names.People || n.kind == names.Other {
			for w := range strings.FieldsSeq(n.Of(a.text)) {
				kept[strings.ToLower(w)] = true
			}
		}
	}
	for _, n := range a.names {
		for w := range strings.FieldsSeq(n.Of(a.text)) {
			if _, known := others[w]; known || kept[strings.ToLower(w)] || !mayBeRenamed(w) {
				continue
			}
			others[w] = w
			if n.kind == names.Person || r.common[w] < mostArticles && r.chance.Float64() < shareRenamed {
				others[w] = r.invent(w, n.kind)
			}
		}
	}
	return a.withWords(t, others)
}

// withWords returns a copy of an article with other words in the places of some.
func (a namedArticle) withWords(t *text.Text, others map[string]string) namedArticle {
	var b strings.Builder
	at, next := 0, 0
	moved := make([]nameSpan, 0, len(a.names))
	copyTo := func(end int) { b.WriteString(a.text[at:end]); at = end }
	for i, k := range t.Tokens {
		if next < len(a.names) && len(moved) == next && a.names[next].Start <= k.Start {
			copyTo(k.Start)
			moved = append(moved, nameSpan{text.Span{Start: b.Len()}, a.names[next].kind})
		}
		if other, ok := others[t.Word(i)]; ok {
			copyTo(k.Start)
			b.WriteString(other)
			at = k.End
		} else {
			copyTo(k.End)
		}
		if len(moved) == next+1 && a.names[next].End <= k.End {
			moved[next].End = b.Len()
			next++
		}
	}
	copyTo(len(a.text))
	return namedArticle{b.String(), moved[:next]}
}
