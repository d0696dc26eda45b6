// Package reporting holds quotes to the grammar of reporting: a reporting verb has a speaker and something that is
// said, which is a clause, words in quotation marks, or a noun that stands for them. Verbs of deeds have neither,
// whatever models make of them.
//
// It promises that what it gives is made of ranges of the text, on the edges of tokens, and that time grows in
// proportion to the text.
package reporting

import (
	"hearsay/analysis/annotated"
	"hearsay/analysis/parse"
)

// scene is a text as the rules of reporting read it.
type scene struct{ *annotated.Text }

// children yields the tokens that hang on token i, in reading order.
func (s scene) children(i int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for k := int(s.Trees.From[i]); k < int(s.Trees.To[i]); k++ {
			if int(s.Trees.Head[k]) == i && !yield(k) {
				return
			}
		}
	}
}

// child is the first token that hangs on token i by one of the relations; -1 for none.
func (s scene) child(i int, relations ...parse.Relation) int {
	for k := range s.children(i) {
		for _, r := range relations {
			if s.Trees.Relation[k] == r {
				return k
			}
		}
	}
	return -1
}
