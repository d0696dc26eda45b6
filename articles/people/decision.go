package people

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// Act is what a decision does.
type Act string

// The acts.
const (
	JoinThem Act = "join"   // A and B are one; with a spelling, also all who are called just that
	PartThem Act = "part"   // A is not B; with a spelling, none who is called just that is
	Rename   Act = "rename" // A is shown by this name
	Nobody   Act = "nobody" // A is nobody
	Undo     Act = "undo"   // the decision with this ID counts no more
)

// Decision is what a person decided about who is who. It is never changed: what is taken back is taken back by another.
type Decision struct {
	ID   string    `json:"id"`
	Time time.Time `json:"time"`
	Act  Act       `json:"act"`
	A    *Key      `json:"a,omitempty"`
	B    *Key      `json:"b,omitempty"`
	// Spelling makes it hold for all voices that are called just this, in articles to come too.
	Spelling string `json:"spelling,omitempty"`
	Name     string `json:"name,omitempty"`
	// Of is the decision that is taken back.
	Of string `json:"of,omitempty"`
}

// Check tells why a decision says nothing.
func (d *Decision) Check() error {
	need := map[Act][3]bool{JoinThem: {true, d.Spelling == "", false}, PartThem: {true, d.Spelling == "", false},
		Rename: {true, false, true}, Nobody: {true, false, false}, Undo: {}}
	n, known := need[d.Act]
	switch {
	case !known:
		return fmt.Errorf("%q is none of join, part, rename, nobody, undo", d.Act)
	case n[0] && (d.A == nil || !d.A.valid()), n[1] && (d.B == nil || !d.B.valid()):
		return fmt.Errorf("%s needs to say of whom: an article and a name", d.Act)
	case n[2] && strings.TrimSpace(d.Name) == "":
		return fmt.Errorf("%s needs a name", d.Act)
	case d.Act == Undo && d.Of == "":
		return fmt.Errorf("%s needs to say what is taken back", d.Act)
	}
	return nil
}

// fewestDigits is how much of the sum of an article's text tells it from others.
const fewestDigits = 7

func (k *Key) valid() bool {
	return len(k.Article) >= fewestDigits && strings.Trim(k.Article, "0123456789abcdef") == ""
}

// Sign gives a decision its ID, which follows from what it says and when.
func (d Decision) Sign() Decision {
	d.ID = ""
	data, err := json.Marshal(d)
	if err != nil {
		panic(err) // it is made of words, numbers and a time
	}
	sum := sha256.Sum256(data)
	d.ID = hex.EncodeToString(sum[:6])
	return d
}

// Standing are the decisions that count, in their order: none that was taken back.
func Standing(log []Decision) (out []Decision) {
	gone := map[string]bool{}
	for i := len(log) - 1; i >= 0; i-- {
		if d := log[i]; d.Act == Undo && !gone[d.ID] {
			gone[d.Of] = true
		}
	}
	for _, d := range log {
		if d.Act != Undo && !gone[d.ID] {
			out = append(out, d)
		}
	}
	return out
}

// LastStanding is the decision that undoing takes back: the last one that counts.
func LastStanding(log []Decision) (Decision, bool) {
	all := Standing(log)
	if len(all) == 0 {
		return Decision{}, false
	}
	return all[len(all)-1], true
}

// LastUndone is the undoing that redoing takes back: the last word, where it is one.
func LastUndone(log []Decision) (Decision, bool) {
	gone := map[string]bool{}
	for i := len(log) - 1; i >= 0; i-- {
		switch d := log[i]; {
		case d.Act != Undo:
			return Decision{}, false
		case gone[d.ID]:
		case isUndo(log, d.Of):
			gone[d.Of] = true
		default:
			return d, true
		}
	}
	return Decision{}, false
}

func isUndo(log []Decision, id string) bool {
	for _, d := range log {
		if d.ID == id {
			return d.Act == Undo
		}
	}
	return false
}

// String says in a line what was decided.
func (d *Decision) String() string {
	name := func(k *Key) string {
		if k == nil {
			return "?"
		}
		return fmt.Sprintf("“%s” of %s", k.Name, k.Article[:min(len(k.Article), fewestDigits)])
	}
	switch d.Act {
	case JoinThem:
		if d.Spelling != "" {
			return fmt.Sprintf("%s is all who are called “%s”", name(d.A), d.Spelling)
		}
		return fmt.Sprintf("%s and %s are one", name(d.A), name(d.B))
	case PartThem:
		if d.Spelling != "" {
			return fmt.Sprintf("%s is none of those who are called “%s”", name(d.A), d.Spelling)
		}
		return fmt.Sprintf("%s and %s are two", name(d.A), name(d.B))
	case Rename:
		return fmt.Sprintf("%s is shown as “%s”", name(d.A), d.Name)
	case Nobody:
		return name(d.A) + " is nobody"
	}
	return "a decision is taken back"
}
