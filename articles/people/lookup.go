package people

import "strings"

// lookup finds voices by their keys.
type lookup struct {
	voices []Voice
	in     map[string][]int // by the first digits of their article
}

func lookupOf(voices []Voice) lookup {
	l := lookup{voices, map[string][]int{}}
	for i, v := range voices {
		if v.Article != "" {
			head := v.Article[:min(len(v.Article), fewestDigits)]
			l.in[head] = append(l.in[head], i)
		}
	}
	return l
}

// find is the voice that a key was written of: the one of its name in the article; where none has it, the one that uses
// it among others; and else the one that is mentioned where that one was. It is -1 where there is none.
func (l lookup) find(k Key) int {
	byName, byAt, want := -1, -1, fold(k.Name)
	for _, i := range l.in[k.Article[:min(len(k.Article), fewestDigits)]] {
		v := &l.voices[i]
		if !strings.HasPrefix(k.Article, v.Article) && !strings.HasPrefix(v.Article, k.Article) {
			continue
		}
		switch {
		case fold(v.Name) == want && v.At == k.At:
			return i
		case fold(v.Name) == want:
			byName = i
		case byName < 0 && hasName(v.Names, want):
			byName = i
		case v.At == k.At:
			byAt = i
		}
	}
	if byName >= 0 {
		return byName
	}
	return byAt
}

func hasName(names []string, folded string) bool {
	for _, n := range names {
		if fold(n) == folded {
			return true
		}
	}
	return false
}
