package format

import "unicode/utf8"

// weight is what speaks for bytes being UTF-8 with faults, and against it.
type weight struct {
	size, high int    // characters and faults: all, and those outside ASCII
	good       int    // sequences that are whole
	common     int    // those of them that are usual in western languages and that other encodings do not write by chance
	shards     int    // faults that are the rest of a common sequence
	bad        int    // other faults
	cut        []byte // the beginning of a sequence that the end cuts
	inWord     bool   // whether it stands after a letter
}

// commonWeight is what a common sequence counts for against one fault: more than the three that a damaged character of
// three bytes can leave, so that a text with one pair of quotation marks, one of them damaged, stays UTF-8.
const commonWeight = 4

// weigh takes the bytes apart into characters and what is none. A sequence that breaks off is one fault, as Unicode
// recommends; one that the end of the bytes cuts is none.
func weigh(data []byte) weight {
	var w weight
	for rest := data; len(rest) > 0; w.size++ {
		if rest[0] < utf8.RuneSelf {
			rest = rest[1:]
			continue
		}
		w.high++
		rest = rest[w.take(rest):]
	}
	if before := data[:len(data)-len(w.cut)]; len(before) > 0 {
		c := before[len(before)-1] | 0x20
		w.inWord = c >= 'a' && c <= 'z'
	}
	return w
}

// take counts what the bytes begin with and returns how many bytes of it there are.
func (w *weight) take(data []byte) int {
	if r, n := utf8.DecodeRune(data); r != utf8.RuneError || n > 1 {
		w.good++
		if isCommon(data[0]) {
			w.common++
		}
		return n
	}
	n, want := 1, lengthBy(data[0])
	for n < want && n < len(data) && isContinuation(data[n]) {
		n++
	}
	switch {
	case n == len(data) && n < want:
		w.cut = data
	case n > 1 && n < want && isCommon(data[0]):
		w.shards++
	case len(data) > 1 && data[0] == 0x80 && isContinuation(data[1]):
		n = 2 // “ and its like, whose first byte is lost: E2 80 9C
		w.shards++
	default:
		w.bad++
	}
	return n
}

// isCommon reports whether a character that begins so is usual in western languages: letters with marks (C2 to C5),
// punctuation (E2), emoji (F0). As windows-1252 these are Â, Ã, Ä, Å, â and ð before a sign, which no word holds.
func isCommon(lead byte) bool { return lead >= 0xc2 && lead <= 0xc5 || lead == 0xe2 || lead == 0xf0 }

func isContinuation(c byte) bool { return c&0xc0 == 0x80 }

// lengthBy is how many bytes a character has that begins so; 1 for what begins none.
func lengthBy(lead byte) int {
	switch {
	case lead >= 0xc2 && lead <= 0xdf:
		return 2
	case lead >= 0xe0 && lead <= 0xef:
		return 3
	case lead >= 0xf0 && lead <= 0xf4:
		return 4
	}
	return 1
}

// dense reports whether so much is outside ASCII that it cannot be a western language's.
func (w weight) dense() bool { return w.high > w.size/denseShare }

// surely reports whether nothing but UTF-8 is so, whatever alphabet the text is in.
func (w weight) surely() bool { return w.good > 4*(w.bad+w.shards) && w.good > 2 }

// likely reports whether bytes that are mostly ASCII are rather UTF-8 than a western encoding. Where nothing but a cut
// at the end speaks for it, that must be no letter which ends a word, as é ends café.
func (w weight) likely() bool {
	pro, contra := commonWeight*(w.common+w.shards)+w.good-w.common, w.bad
	switch {
	case pro == 0 && contra == 0 && len(w.cut) > 0:
		return len(w.cut) > 1 || isCommon(w.cut[0]) || !w.inWord
	case w.dense():
		return w.good > 4*(w.bad+w.shards)
	}
	return pro > contra
}
