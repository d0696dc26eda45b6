package names

import (
	"slices"
	"strings"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/text"
)

// signed finds the persons who sign words with a dash at the end of a paragraph, which is no sentence that a name could
// be told by: "— Dilys Crane, Harrowick". They are named by a given name and one or two capitals.
func signed(t *text.Text, found []Name) []Name {
	for _, p := range t.Paragraphs {
		if n, ok := signature(t, p); ok {
			within := func(o Name) bool { return o.From < n.To && n.From < o.To }
			if slices.ContainsFunc(found, within) && Given(t.Word(n.From)) == 0 {
				continue
			}
			found = slices.DeleteFunc(found, within)
			at, _ := slices.BinarySearchFunc(found, n.From, func(o Name, from int) int { return o.From - from })
			found = slices.Insert(found, at, n)
			if at++; at < len(found) && found[at].From == n.To+1 && found[at].To == t.Sentences[p.To-1].To {
				found[at].Type = Place // where they live
			}
		}
	}
	return found
}

// farSignature is how many words before the end of a paragraph a dash may stand that a signature follows.
const farSignature = 12

// signature is the name behind the last dash of a paragraph, up to a comma or its end.
func signature(t *text.Text, p text.Paragraph) (n Name, ok bool) {
	from, to := t.Sentences[p.From].From, t.Sentences[p.To-1].To
	dash := to - 1
	for dash > max(from, to-farSignature) && !dashes[t.Word(dash)] {
		dash--
	}
	if dash <= from || !dashes[t.Word(dash)] || !closes(t.Word(dash-1)) {
		return Name{}, false
	}
	n = Name{From: dash + 1, To: dash + 1, Type: Person}
	for n.To < to && isCapital(t.Word(n.To)) {
		n.To++
	}
	if n.To < to && t.Word(n.To) != "," || !personal(t, n) || t.Word(n.From) == "The" {
		return Name{}, false
	}
	n.Span = t.Span(n.From, n.To)
	return n, true
}

var dashes = map[string]bool{"—": true, "–": true, "--": true, "-": true}

// closes reports whether a mark ends what was said.
func closes(w string) bool { return strings.ContainsAny(w, ".!?”\"’»") }

// juniors stand behind the name of one of two.
var juniors = lexicon.Words("names/words", "behind")

// withJunior gives a person's name what stands behind it to tell a son from a father: "Robert Fell Jr."
func withJunior(t *text.Text, found []Name) []Name {
	for i := range found {
		n := &found[i]
		if n.Type == Person && n.To < t.Sentences[t.Tokens[n.From].Sentence].To && juniors[strings.ToLower(t.Word(n.To))] {
			n.To++
			n.Span = t.Span(n.From, n.To)
		}
	}
	return found
}
