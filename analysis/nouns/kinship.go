package nouns

// Kinship says which nouns may stand for each other.
type Kinship struct {
	classes uint64 // the classes that the noun belongs to
	general uint64 // those of them that it may stand for as a whole, as "lawmaker" may for a senator
}

// Akin reports whether two nouns may stand for the same: one is a general word for the other, or they mean the same.
func (a Kinship) Akin(b Kinship) bool { return a.classes&b.classes&(a.general|b.general) != 0 }

// With is the kinship of what is called by both of two nouns.
func (a Kinship) With(b Kinship) Kinship {
	return Kinship{a.classes | b.classes, a.general | b.general}
}

// Alone reports whether a noun belongs to no class.
func (a Kinship) Alone() bool { return a.classes == 0 }

// add puts a noun into a class, which a general noun may stand for as a whole.
func (a *Kinship) add(class int, general bool) {
	bit := uint64(1) << (class % 64)
	a.classes |= bit
	if general {
		a.general |= bit
	}
}
