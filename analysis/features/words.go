package features

// The numbers of the 64-bit FNV-1a hash (Fowler, Noll and Vo).
const (
	fnvSeed  uint64 = 14695981039346656037
	fnvPrime uint64 = 1099511628211
)

// Word is the hash of a word, letter by letter, as a value of features: FNV-1a.
type Word uint64

// NoLetters is the hash of the empty word.
const NoLetters = Word(fnvSeed)

// With returns the hash of the word with one more byte.
func (h Word) With(c byte) Word { return (h ^ Word(c)) * Word(fnvPrime) }

// Exact hashes a word as it stands.
func Exact(word string) uint64 { return uint64(NoLetters.Then(word)) }

// Then returns the hash of the word with more bytes.
func (h Word) Then(s string) Word {
	for i := 0; i < len(s); i++ {
		h = h.With(s[i])
	}
	return h
}

// mostFolded is how many bytes of a word count in Fold.
const mostFolded = 40

// Fold hashes a word with ASCII letters in lower case and digits made alike. Only a long word's first bytes count.
func Fold(word string) uint64 {
	h := NoLetters
	for i := 0; i < len(word) && i < mostFolded; i++ {
		h = h.With(Alike(word[i]))
	}
	return uint64(h)
}

// Alike puts an ASCII letter into lower case, and makes all digits 0.
func Alike(c byte) byte {
	switch {
	case c >= 'A' && c <= 'Z':
		return c + 'a' - 'A'
	case c >= '0' && c <= '9':
		return '0'
	}
	return c
}
