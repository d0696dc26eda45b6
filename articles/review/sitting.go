package review

import (
	"crypto/sha256"
	"encoding/binary"
)

// Order is an order in which quotes are reviewed.
type Order string

// The orders.
const (
	Reading       Order = "reading"       // as they stand
	LeastSure     Order = "least-sure"    // those of which the machine is least sure first
	OneSpeaker    Order = "speaker"       // only those of one speaker, as they stand
	Disagreements Order = "disagreements" // only those on which another reviewer decided otherwise
	Random        Order = "random"        // a random sample
)

// Sitting is what is reviewed, how, and what the reviewer can see meanwhile.
type Sitting struct {
	Order Order `json:"order"`
	// Speaker is the name for OneSpeaker.
	Speaker string `json:"speaker,omitempty"`
	// Other is the reviewer for Disagreements.
	Other string `json:"other,omitempty"`
	// Size is how many quotes a random sample has; 0 is all of them, in random order.
	Size int `json:"size,omitempty"`
	// Seed makes the sample: the same seed gives the same quotes.
	Seed uint64 `json:"seed,omitempty"`
	// Below is the limit of a sample that was drawn: see Draw.
	Below uint64 `json:"below,omitempty"`
	// Positions are what is reviewed instead of quotes.
	Positions bool `json:"positions,omitempty"`
	// Blind hides the machine's answer until the reviewer has given theirs, so that it is theirs. What other reviewers
	// decided nobody sees who does not ask for it.
	Blind bool `json:"blind,omitempty"`
}

// Ticket is the number of something of an article.
func (s Sitting) Ticket(article, key string) uint64 {
	b := binary.BigEndian.AppendUint64(nil, s.Seed)
	b = append(append(append(b, article...), 0), key...)
	sum := sha256.Sum256(b)
	return binary.BigEndian.Uint64(sum[:8])
}

// Drew reports whether something of an article is in the random sample of the sitting, so that what was decided beside
// the sample does not count as drawn. In a sample that was not fixed by Draw everything is.
func (s Sitting) Drew(article string, of Subject) bool {
	return s.Order == Random && (s.Below == 0 || of.Added == "" && s.Ticket(article, of.Key()) < s.Below)
}
