package narrator

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
)

var (
	// closings are the words above a signature: "yours sincerely".
	closings = lexicon.Words("narrators", "closings")
	// salutations are the words that open a letter: "dear", "to the editor".
	salutations = lexicon.Words("narrators", "salutations")
	// writers are the words for whoever wrote the article, in a note on them: "the writer is a nurse".
	writers = lexicon.Words("narrators", "writers")
)

// Bounds on letters.
const (
	farSignature  = 8 // paragraphs with words from the end of a letter
	longestClose  = 6 // tokens of a closing
	farNote       = 5 // paragraphs from the end of an article
	longestOpener = 12
)

// salutes reports whether a paragraph opens a letter.
func (f *finder) salutes(p int) bool {
	from, to := f.tokens(p)
	for to > from && f.isMark(to-1) {
		to--
	}
	switch {
	case from >= to || to-from > longestOpener:
		return false
	case f.Lower(from) == "dear" || f.Lower(from) == "my" && f.Lower(from+1) == "dear":
		return to-from > 1
	}
	return salutations[f.words(from, to)]
}

// isMark reports whether a token is a mark.
func (f *finder) isMark(i int) bool {
	return !strings.ContainsFunc(f.Word(i), func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) })
}

// words are some tokens in lower case, with a blank between each two.
func (f *finder) words(from, to int) string {
	all := make([]string, 0, to-from)
	for i := from; i < to; i++ {
		all = append(all, f.Lower(i))
	}
	return strings.Join(all, " ")
}

// closes reports whether a paragraph ends with what stands above a signature: "Yours sincerely,".
func (f *finder) closes(p int) bool {
	from, to := f.tokens(p)
	if from >= to {
		return false
	}
	from = f.SentenceOf(to - 1).From
	comma := f.Lower(to-1) == ","
	for to > from && f.isMark(to-1) {
		to--
	}
	if from >= to || to-from > longestClose {
		return false
	}
	if closings[f.words(from, to)] {
		return true
	}
	begins := closings[f.Lower(from)] || closings[f.words(from, min(to, from+2))]
	return begins && (comma || to-from < 3)
}

// signedBefore reports whether one of some paragraphs is signed, so that another letter begins behind it.
func (f *finder) signedBefore(from, to int) bool {
	_, ok := f.signs(section{from: from, to: to})
	return ok
}

// signs finds who signs a section: a line with a name, below a closing, or, of a letter, at its end.
func (f *finder) signs(s section) (who Narrator, ok bool) {
	letter := false
	for p := s.from; p < s.to && !letter; p++ {
		letter = f.salutes(p)
	}
	seen := 0
	for p := s.to - 1; p > s.from && seen < farSignature; p-- {
		from, to := f.tokens(p)
		if from >= to {
			continue
		}
		seen++
		before := p - 1
		for b, e := f.tokens(before); before > s.from && b >= e; b, e = f.tokens(before) {
			before--
		}
		closed := f.closes(before)
		if !closed && !letter {
			continue
		}
		if n, is := f.signature(from, to, closed); is {
			f.add(n)
			return Narrator{n.From, n.To, "is who signs the letter,", sureSignature}, true
		}
	}
	return who, false
}

// signature reads the name that a line begins with which signs what is above it, behind a dash or a title. Below a
// closing one word is enough.
func (f *finder) signature(from, to int, closed bool) (n names.Name, ok bool) {
	for from < to && isDash(f.Word(from)) {
		from++
	}
	if to-from > longestSignature {
		return n, false
	}
	n, titled, ok := f.nameAt(from, to, closed)
	if !ok || !closed && !titled && n.To-n.From < 2 {
		return n, false
	}
	if n.To < to && !f.ends(n.To, to) {
		return n, false
	}
	return n, true
}

// ends reports whether what stands behind the name of a signature is what those have: a mark, a place, an office.
func (f *finder) ends(i, to int) bool {
	switch f.Lower(i) {
	case ",", ".", "(", "-", "–", "—", "|", "/":
	default:
		return false
	}
	for ; i < to; i++ {
		if f.Tag(i).Finite() && !f.InName(i) {
			return false
		}
	}
	return true
}

func isDash(w string) bool {
	first, _ := utf8.DecodeRuneInString(w)
	return strings.ContainsRune("-–—~", first)
}

// noted finds the author by the note on them at an article's end: "Ann Bell is a professor of law at Tarn College.",
// which is set aside, or "The writer, Ann Bell, is a nurse." Only the last section has one.
func (f *finder) noted(s section) (who Narrator, ok bool) {
	if s.to != len(f.Paragraphs) {
		return who, false
	}
	seen := 0
	for p := s.to - 1; p > s.from && seen < farNote; p-- {
		from, to := f.tokens(p)
		if from >= to {
			continue
		}
		seen++
		told := f.Paragraphs[p].Aside
		for from < to && f.isMark(from) {
			from++
		}
		if writers[f.Lower(from)] || f.Lower(from) == "the" && writers[f.Lower(from+1)] {
			for from < to && !f.InName(from) && f.Lower(from) != "." {
				from++
			}
			told = true
		}
		if n, _, named := f.nameAt(from, to, false); told && named && f.isOn(n.From, n.To, to) {
			return Narrator{n.From, n.To, "is the author, by the note on them,", sureNote}, true
		}
	}
	return who, false
}

// isOn reports whether what stands behind a full name tells what its bearer is or does, as notes on authors do.
func (f *finder) isOn(from, i, to int) bool {
	if i-from < 2 {
		return false
	}
	for f.Lower(i) == "," || f.Lower(i) == ":" {
		i++
	}
	return i < to && f.Tag(i).Finite()
}
