package entities

import (
	"hearsay/analysis/annotated"
	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/tags"
)

// segmentSort is what a stretch of a list between two of its commas and conjunctions is.
type segmentSort uint8

const (
	otherSegment segmentSort = iota // what hangs on the segment before: "mayor of Ebben"
	namedSegment                    // ends with a name: "Foreign Minister Ann Bell (R-Ohio)"
	manySegment                     // several without a name: "other ministers"
	oneSegment                      // one without a name: "a former investigator", "the captain"
	noteSegment                     // a note: "(D-Ohio)", "R-Ohio", "45"
)

// segment is a stretch of a list, and whether a conjunction, and a comma, stand before it.
type segment struct {
	from, to   int
	head       int // where what may stand behind its head begins
	sort       segmentSort
	and, comma bool
}

// joining are the words between two who speak together, besides "and": "along with".
var joining = lexicon.Words("phrases", "joining")

// listed cuts a phrase that names several, one behind the other, into those: "Ann Bell (D-Ohio), fellow senator Carl
// Dorn and other hawks". It gives nothing where the phrase is not sure to be such a list.
func (r *Register) listed(from, to int) (parts [][2]int) {
	t := r.Text
	segments := segmentsOf(t, from, to)
	if len(segments) < 2 || segments[0].sort == otherSegment || segments[0].sort == noteSegment {
		return nil
	}
	if next := &segments[1]; segments[0].sort == manySegment && next.sort == namedSegment && !next.and {
		return nil // "her brothers, Ann and Carl"
	}
	named, many, and := 0, 0, false
	for k, s := range segments {
		switch {
		case s.sort == noteSegment && k > 0:
			parts[len(parts)-1][1] = s.to
			continue
		case s.and:
			if !joinsSegments(t, segments, k) {
				return nil
			}
			and = true
		case k > 0 && !r.beginsAnother(segments, k):
			parts[len(parts)-1][1] = s.to
			continue
		case k > 0 && segments[k-1].sort == oneSegment: // "the coach, Ann Bell,"
			parts[len(parts)-1][1] = s.to
			named++
			continue
		}
		switch s.sort {
		case namedSegment:
			named++
		case manySegment:
			many++
		}
		parts = append(parts, [2]int{s.from, s.to})
	}
	switch {
	case len(parts) < 2, named == 0 && many < len(parts):
		return nil
	case and, named == len(parts) && len(parts) > 2:
		return parts
	}
	return nil
}

// joinsSegments reports whether a conjunction surely begins another of a list: it is no word within one phrase, as in
// "City Planning and Water Supply Minister".
func joinsSegments(t *annotated.Text, all []segment, k int) bool {
	first, before, s := &all[0], &all[k-1], &all[k]
	if !s.comma && before.comma && (before.sort == otherSegment || before.sort == oneSegment) {
		return false // "Ann Bell, professor of law and director of the centre"
	}
	switch s.sort {
	case namedSegment:
		return first.sort != oneSegment && !isOfOneOffice(t, first, s)
	case manySegment:
		return first.sort != namedSegment || !t.InName(s.from)
	case oneSegment:
		return determines(t.Tag(s.from))
	}
	return false
}

// isOfOneOffice reports whether an "and" stands in the name of what somebody is or heads: "House Ways and Means
// Chairman Ann Bell". What stands behind it before the name is then for nobody.
func isOfOneOffice(t *annotated.Text, first, s *segment) bool {
	if n, _, ok := t.Name(first.head - 1); ok && n.Type == names.Person {
		return false
	}
	n, _, _ := t.Name(s.head - 1)
	bare := !determines(t.Tag(first.from)) && !IsOffice(t, s.from) && t.Tag(s.from).Noun()
	return bare && n.Type == names.Person && n.From > s.from
}

// beginsAnother reports whether a segment behind a comma is another of a list, and nothing said of the one before.
func (r *Register) beginsAnother(all []segment, k int) bool {
	s, before := &all[k], &all[k-1]
	if s.sort != namedSegment {
		return false
	}
	if n, _, _ := r.Name(s.head - 1); n.Type != names.Place {
		return true
	}
	e, b := r.EntityAt(s.head-1), r.EntityAt(before.head-1)
	return e >= 0 && b >= 0 && r.IsCountry(&r.All[e]) && r.IsCountry(&r.All[b])
}

// segmentsOf cuts a phrase at its commas and conjunctions, outside of names and brackets.
func segmentsOf(t *annotated.Text, from, to int) (out []segment) {
	s := segment{from: from}
	end := func(at int) {
		if at > s.from {
			s.to = at
			s.head = withoutTail(t, s.from, at)
			s.sort = sortOf(t, s.from, s.head, at)
			out = append(out, s)
			s = segment{}
		}
	}
	depth := 0
	for i := from; i < to; i++ {
		w := t.Lower(i)
		switch {
		case w == "(":
			depth++
		case w == ")":
			depth--
		case depth > 0 || insideName(t, i):
		case w == ",":
			end(i)
			s.from, s.comma = i+1, true
		case isConjunction(t, i):
			end(i)
			s.from, s.and = i+1, true
		case joining[w+" "+t.Lower(i+1)]:
			end(i)
			s.from, s.and = i+2, true
			i++
		case joining[w+" "+t.Lower(i+1)+" "+t.Lower(i+2)]:
			end(i)
			s.from, s.and = i+3, true
			i += 2
		}
	}
	end(to)
	return out
}

// sortOf tells what a segment is.
func sortOf(t *annotated.Text, from, to, end int) segmentSort {
	if t.Lower(from) == "(" || t.Tag(from) == tags.CD && end == from+1 || isPartyNote(t, from, end) {
		return noteSegment
	}
	if to <= from {
		return otherSegment
	}
	for i := from; i < to; i++ {
		if i < to-1 && !t.InName(i) && !standsBeforeHead(t, i) {
			return otherSegment
		}
	}
	n, _, named := t.Name(to - 1)
	o, known := nouns.Of(t.Lower(to - 1))
	switch {
	case named && n.Type != names.Other && n.To == to:
		return namedSegment
	case !named && (t.Tag(to-1) == tags.NNS || known && o.Plural):
		return manySegment
	case known && (o.Nature == nouns.Person || o.Nature == nouns.Body):
		return oneSegment
	}
	return otherSegment
}

// standsBeforeHead reports whether a token may stand before the head of a segment.
func standsBeforeHead(t *annotated.Text, i int) bool {
	switch t.Tag(i) {
	case tags.VBN, tags.VBG, tags.VBD, tags.RB: // "retired", "leading", "newly elected"
		return true
	}
	return Premodifies(t, i) || IsOffice(t, i) || t.Tag(i).Adverb() || t.Lower(i) == "."
}

// isPartyNote reports whether a segment tells a politician's party and state: "R-Ohio", "R-South Carolina".
func isPartyNote(t *annotated.Text, from, to int) bool {
	w := t.Word(from)
	return to-from < 4 && len(w) > 2 && w[1] == '-' && nouns.Party(t.Lower(from)[:1]) != ""
}

// withoutTail is where a segment ends without what may stand behind its head: a bracket, "alike", "of Ohio".
func withoutTail(t *annotated.Text, from, to int) int {
	for cut := true; cut && to > from; {
		cut = false
		switch w := t.Lower(to - 1); {
		case w == ")":
			for to > from && t.Lower(to-1) != "(" {
				to--
			}
			to, cut = to-1, true
		case w == "alike" || w == "both" || w == "together":
			to, cut = to-1, true
		}
		if n, _, ok := t.Name(to - 1); ok && n.Type == names.Place && n.From-2 >= from {
			if of := t.Lower(n.From - 1); (of == "of" || of == "from") && t.InName(n.From-2) {
				to, cut = n.From-1, true
			}
		}
	}
	return to
}
