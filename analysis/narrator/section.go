package narrator

import (
	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
)

// section is a part of a text that somebody else may narrate than the one before: paragraphs from from to to. By is
// who its heading names.
type section struct {
	from, to int
	by       Narrator
}

// utterances are the nouns for what somebody says or writes at length: "statement", "homily".
var utterances = lexicon.Words("narrators", "utterances")

// Bounds on headings and signatures, in tokens.
const (
	longestHeading   = 40
	longestSignature = 16
)

// readSections cuts the text at headings that name who speaks below them, and at salutations of letters.
func (f *finder) readSections() {
	last := section{}
	for p := range f.Paragraphs {
		by, heads := f.heading(p)
		letter := !heads && p > 0 && f.salutes(p) && (f.signedBefore(last.from, p))
		if !heads && !letter {
			continue
		}
		if last.to = p; last.to > last.from {
			f.sections = append(f.sections, last)
		}
		last = section{from: p, by: by}
	}
	last.to = len(f.Paragraphs)
	f.sections = append(f.sections, last)
}

// heading reads who a heading names as the one who speaks below it: "STATEMENT OF ANN BELL", "Ann Bell's speech",
// "Remarks by Ann Bell". Where it names several, nobody alone speaks.
func (f *finder) heading(p int) (who Narrator, heads bool) {
	from, to := f.tokens(p)
	if to-from < 3 || to-from > longestHeading || !f.isHeading(p, to) {
		return who, false
	}
	for i := from; i < to; i++ {
		if !utterances[f.Lower(i)] || f.Quotations.At[i] >= 0 {
			continue
		}
		if who, heads = f.behindUtterance(i, to); heads {
			return who, true
		}
		if who, heads = f.beforeUtterance(from, i); heads {
			return who, true
		}
	}
	return who, false
}

// isHeading reports whether a paragraph heads what is below it: it does not end as sentences do, or with a colon.
func (f *finder) isHeading(p, to int) bool {
	if p+1 >= len(f.Paragraphs) {
		return false
	}
	switch f.Lower(to - 1) {
	case ".", "!", "?", "…", "”", `"`, ";", ",":
		return false
	}
	return true
}

// farBy is how many words behind a noun of speech "by" may stand: "remarks as delivered by".
const farBy = 8

// behindUtterance reads the name behind "statement of", "remarks as prepared for delivery by".
func (f *finder) behindUtterance(i, end int) (who Narrator, ok bool) {
	k := i + 1
	for k < min(end, i+farBy) && f.Lower(k) != "by" && f.Lower(i+1) != "of" && f.Lower(i+1) != "from" {
		k++
	}
	if k >= min(end, i+farBy) {
		return who, false
	}
	n, titled, named := f.nameAt(k+1, end, isCapitals(f.Word(i)))
	if !named || n.To-n.From < 2 && !titled {
		return who, false
	}
	if f.Lower(n.To) == "and" || f.Lower(n.To) == "&" {
		for at := n.To + 1; at < min(end, n.To+longestTitle); at++ {
			if x, _, two := f.Name(at); two && x.Type == names.Person {
				return who, true // several, of whom nobody alone speaks
			}
		}
	}
	f.add(n)
	return Narrator{n.From, n.To, byHeading, sureHeading}, true
}

// byHeading tells of whoever a heading names.
const byHeading = "is who speaks there, by the heading,"

// beforeUtterance reads the name before a noun of speech: "Ann Bell's inaugural address", "Bell Floor Speech".
func (f *finder) beforeUtterance(from, i int) (who Narrator, ok bool) {
	for k := i - 1; k >= max(from, i-farBy); k-- {
		if n, _, named := f.Name(k); named {
			if n.Type != names.Person || n.To != k+1 {
				return who, false
			}
			return Narrator{n.From, n.To, byHeading, sureHeading}, true
		}
		if t := f.Tag(k); t.Verb() && t.Finite() || f.Lower(k) == "on" || f.Lower(k) == "of" {
			return who, false
		}
	}
	return who, false
}
