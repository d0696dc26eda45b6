package names

// The labels of tokens, BIO (Ramshaw and Marcus 1995): outside of names, or beginning or inside a name of a type.
const (
	outside = iota
	beginPerson
	insidePerson
	beginOrganization
	insideOrganization
	beginPlace
	insidePlace
	beginPeople
	insidePeople
	beginOther
	insideOther
	labels
)

// Type tells what a name names.
type Type int

// The types of names.
const (
	Person       Type = iota
	Organization      // companies, parties, ministries, outlets
	Place             // countries, towns, buildings
	People            // "Russians", "Democrats", and the adjectives that go with them
	Other             // works, laws, wars, prizes
)

// String gives the word for the type.
func (t Type) String() string {
	return [...]string{"person", "organization", "place", "people", "other"}[t]
}

func beginOf(t Type) int { return 1 + 2*int(t) }

func isInside(label int) bool { return label > outside && label%2 == 0 }

func typeOf(label int) Type { return Type((label - 1) / 2) }

// mayFollow reports whether BIO allows a label after another: inside follows the beginning or the inside of a name of
// its type alone.
func mayFollow(label, before int) bool {
	return !isInside(label) || before == label || before == label-1
}
