// Package wordpiece cuts words into the pieces that the network of meanings knows, as WordPiece does (Schuster and Nakajima
// 2012; the form of BERT, Devlin et al. 2019): in lower case, without accents, the longest piece first.
//
// It promises at least one piece for every token, whatever it holds, at most Most, and that they depend on its letters
// alone. Any list of pieces will do: what it has no pieces for is unknown.
package wordpiece

import (
	"strings"
	"unicode/utf8"
)

const (
	// Most is how many pieces of a token are kept.
	Most = 16
	// longestWord is the number of letters beyond which a word is not cut but unknown.
	longestWord = 100
	// inside stands before a piece that does not begin a word.
	inside = "##"
)

// Vocabulary knows pieces by their numbers. It is safe for use by several goroutines at once.
type Vocabulary struct {
	// First and Last are the pieces that stand before and after what is read at once.
	First, Last int32
	unknown     int32
	numbers     map[string]int32
	longest     int // the length in bytes of the longest piece
}

// Read makes a vocabulary of a list with n pieces, each with a line break behind it; the first has the number 0. It is not
// ok where the list is none such, or lacks the pieces that every vocabulary has.
func Read(list string, n int) (v *Vocabulary, ok bool) {
	if strings.Count(list, "\n") != n || n > 0 && list[len(list)-1] != '\n' {
		return nil, false
	}
	v = &Vocabulary{numbers: make(map[string]int32, n)}
	for number := range int32(n) {
		var piece string
		piece, list, _ = strings.Cut(list, "\n")
		v.numbers[piece] = number
		v.longest = max(v.longest, len(piece))
	}
	for name, to := range map[string]*int32{"[UNK]": &v.unknown, "[CLS]": &v.First, "[SEP]": &v.Last} {
		if *to, ok = v.numbers[name]; !ok {
			return nil, false
		}
	}
	return v, true
}

// Append appends the pieces of a token.
func (v *Vocabulary) Append(to []int32, token string) []int32 {
	// Words are written into a buffer with room before them for the mark of what stands inside a word.
	var room [128]byte
	w := words{rest: token, word: room[:len(inside)]}
	from := len(to)
	for len(to)-from < Most && w.next() {
		to = v.appendWord(to, w.word, w.letters)
	}
	if len(to) == from {
		return append(to, v.unknown)
	}
	return to[:min(len(to), from+Most)]
}

// appendWord cuts the word behind the first bytes of w, from its start on, into the longest pieces there are.
func (v *Vocabulary) appendWord(to []int32, w []byte, letters int) []int32 {
	if letters > longestWord {
		return append(to, v.unknown)
	}
	from := len(to)
	for at := len(inside); at < len(w); {
		begin := at
		if at > len(inside) {
			begin -= copy(w[at-len(inside):at], inside) // over what has been cut off already
		}
		end, number := v.find(w, begin, at)
		if end == 0 {
			return append(to[:from], v.unknown)
		}
		to, at = append(to, number), end
	}
	return to
}

// find returns the longest piece that begins at begin and reaches beyond at, and where it ends: 0 where there is none.
func (v *Vocabulary) find(w []byte, begin, at int) (end int, number int32) {
	for end = min(len(w), begin+v.longest); end > at; end-- {
		if end < len(w) && !utf8.RuneStart(w[end]) {
			continue
		}
		if number, ok := v.numbers[string(w[begin:end])]; ok {
			return end, number
		}
	}
	return 0, 0
}
