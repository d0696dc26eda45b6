package text

// The numbers of the 64-bit FNV-1a hash (Fowler, Noll, Vo).
const (
	fnvSeed  uint64 = 14695981039346656037
	fnvPrime uint64 = 1099511628211
)

// Fold hashes a word with ASCII letters in lower case and digits made alike. Only a long word's first bytes count. What
// was learnt depends on it: it never changes.
func Fold(word string) uint64 {
	h := fnvSeed
	for i := 0; i < len(word) && i < 40; i++ {
		c := word[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c >= '0' && c <= '9':
			c = '0'
		}
		h = (h ^ uint64(c)) * fnvPrime
	}
	return h
}
