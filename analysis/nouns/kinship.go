package nouns

// Kinship says which nouns may stand for each other. The zero Kinship is that of a noun which belongs to no class.
type Kinship struct {
	classes classes // the classes that the noun belongs to
	general classes // those of them that it may stand for as a whole, as "lawmaker" may for a senator
}

// classes is a set of classes by number, a bit each, as many as there are: bit n%64 of word n/64 is class n. Sets are
// not changed once they are shared.
type classes []uint64

// with is the set with one more class; it may change the set.
func (s classes) with(class int) classes {
	if missing := class/64 + 1 - len(s); missing > 0 {
		s = append(s, make(classes, missing)...)
	}
	s[class/64] |= 1 << (class % 64)
	return s
}

// or is the union of two sets, a new one.
func (s classes) or(t classes) classes {
	if len(s) < len(t) {
		s, t = t, s
	}
	both := append(classes(nil), s...)
	for i, word := range t {
		both[i] |= word
	}
	return both
}

// Akin reports whether two nouns may stand for the same: one is a general word for the other, or they mean the same.
func (a Kinship) Akin(b Kinship) bool {
	for i := range min(len(a.classes), len(b.classes)) {
		if a.classes[i]&b.classes[i]&(a.general.word(i)|b.general.word(i)) != 0 {
			return true
		}
	}
	return false
}

// word is the i-th word of the set's bits.
func (s classes) word(i int) uint64 {
	if i < len(s) {
		return s[i]
	}
	return 0
}

// With is the kinship of what is called by both of two nouns.
func (a Kinship) With(b Kinship) Kinship {
	return Kinship{a.classes.or(b.classes), a.general.or(b.general)}
}

// Alone reports whether a noun belongs to no class.
func (a Kinship) Alone() bool { return len(a.classes) == 0 }

// join puts a noun into a class, which a general noun may stand for as a whole.
func (a *Kinship) join(class int, general bool) {
	a.classes = a.classes.with(class)
	if general {
		a.general = a.general.with(class)
	}
}
