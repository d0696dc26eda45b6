// Package wordpiece cuts tokens into the wordpieces of the encoder's vocabulary (WordPiece: Schuster and Nakajima 2012,
// in the form of BERT, Devlin et al. 2019): in lower case, without accents, the longest match first.
//
// It promises at least one piece for every token, whatever it holds, at most MaxPieces, and that they depend on its
// letters alone. Any vocabulary will do: a word that it has no pieces for is [UNK].
package wordpiece

import (
	"strings"
	"unicode/utf8"
)

const (
	// MaxPieces is how many pieces of a token are kept.
	MaxPieces = 16
	// longestWord is the number of code points beyond which a word is not cut but unknown.
	longestWord = 100
	// continuation stands before a piece that does not begin a word.
	continuation = "##"
)

// Vocabulary is the pieces and their ids. It is safe for use by several goroutines at once.
type Vocabulary struct {
	// CLS and SEP are the ids of the special pieces that frame what the encoder reads at once: [CLS] before it, [SEP]
	// behind.
	CLS, SEP int32
	unk      int32 // the id of [UNK]
	ids      map[string]int32
	longest  int // the length in bytes of the longest piece
}

// Read makes a vocabulary of a list of n pieces, each with a line break behind it; a piece's id is its line, from 0. It
// is not ok where the list is none such, or lacks [UNK], [CLS] or [SEP].
func Read(list string, n int) (v *Vocabulary, ok bool) {
	if strings.Count(list, "\n") != n || n > 0 && list[len(list)-1] != '\n' {
		return nil, false
	}
	v = &Vocabulary{ids: make(map[string]int32, n)}
	for id := range int32(n) {
		var piece string
		piece, list, _ = strings.Cut(list, "\n")
		v.ids[piece] = id
		v.longest = max(v.longest, len(piece))
	}
	for name, to := range map[string]*int32{"[UNK]": &v.unk, "[CLS]": &v.CLS, "[SEP]": &v.SEP} {
		if *to, ok = v.ids[name]; !ok {
			return nil, false
		}
	}
	return v, true
}

// Append appends the ids of a token's pieces, from 1 to MaxPieces of them.
func (v *Vocabulary) Append(to []int32, token string) []int32 {
	// Words are written into a buffer with space before them for the prefix of a continuation.
	var buffer [128]byte
	w := basicTokenizer{rest: token, word: buffer[:len(continuation)]}
	from := len(to)
	for len(to)-from < MaxPieces && w.next() {
		to = v.appendWord(to, w.word, w.letters)
	}
	if len(to) == from {
		return append(to, v.unk)
	}
	return to[:min(len(to), from+MaxPieces)]
}

// appendWord cuts the word behind the first bytes of w greedily, from its start on, into the longest pieces there are;
// where any of it matches none, the whole word is [UNK].
func (v *Vocabulary) appendWord(to []int32, w []byte, letters int) []int32 {
	if letters > longestWord {
		return append(to, v.unk)
	}
	from := len(to)
	for at := len(continuation); at < len(w); {
		begin := at
		if at > len(continuation) {
			begin -= copy(w[at-len(continuation):at], continuation) // over what has been cut off already
		}
		end, id := v.longestMatch(w, begin, at)
		if end == 0 {
			return append(to[:from], v.unk)
		}
		to, at = append(to, id), end
	}
	return to
}

// longestMatch returns the id of the longest piece that begins at begin and reaches beyond at, and where it ends: 0
// where there is none.
func (v *Vocabulary) longestMatch(w []byte, begin, at int) (end int, id int32) {
	for end = min(len(w), begin+v.longest); end > at; end-- {
		if end < len(w) && !utf8.RuneStart(w[end]) {
			continue
		}
		if id, ok := v.ids[string(w[begin:end])]; ok {
			return end, id
		}
	}
	return 0, 0
}
