package speakers

import (
	"slices"
	"strings"

	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/text"
)

// partyOf adds to what is said of a politician the party and the state that stand behind the name: "(R-Ky.)", ", D-Ohio,",
// "(R., Iowa)", ", Democrat of Texas,".
func (r *resolver) partyOf(e int, n names.Name) {
	i := n.To
	if w := r.Lower(i); w != "," && w != "(" {
		return
	}
	party, rest, joined := strings.Cut(r.Lower(i+1), "-")
	if !joined {
		rest = r.Lower(i + 3) // "R., Iowa" and "Democrat of Texas"
	}
	name := nouns.Party(strings.TrimSuffix(party, "."))
	if sep := r.Lower(i + 2); name == "" || !joined && sep != "," && sep != "of" {
		return
	}
	words := map[string]bool{name: true}
	if name == "democratic" {
		words["democrat"] = true
	}
	for _, w := range strings.Fields(stateName(rest)) {
		words[w] = true
	}
	o, _ := nouns.Of("politician")
	x := &r.entities[e]
	if x.kind != Person || len(x.roles) >= 12 {
		return
	}
	for k := range x.roles {
		for w := range words {
			x.roles[k].words[w] = true
		}
	}
	x.roles = append(x.roles, description{span: r.Text.Span(n.From, n.To), head: "politician", words: words, role: o, implied: true})
}

// calledAnew joins "the Ohio Republican", which tells what nothing told before, to the politician who just spoke: so
// reporters vary what they call whom they write about.
func (r *resolver) calledAnew(m *mention, n noun, source bool) bool {
	if !source || n.plural || n.other || len(n.words) == 0 || !nouns.IsPartisan(n.head) && !n.role.Akin(nouns.Known("lawmaker").Kinship) || len(r.lastSaid) != 1 {
		return false
	}
	x, b := &r.entities[r.lastSaid[0]], &r.recent[r.lastSource]
	if x.kind != Person || !x.named || m.sentence-b.sentence > 2 || n.role.Sex != sexUnknown && x.sex != sexUnknown && x.sex != n.role.Sex {
		return false
	}
	for _, d := range x.roles {
		if !d.role.Alone() && !d.role.Akin(n.role.Kinship) && !d.role.Akin(nouns.Known("politician").Kinship) {
			return false
		}
		for _, w := range n.words {
			if nouns.IsPartisan(w) && r.pledged(x) && !x.says(w) {
				return false
			}
		}
	}
	for _, d := range x.roles {
		if nouns.IsPartisan(d.head) && !sameWords(&entity{roles: []description{d}}, n) {
			return false // already called by another place
		}
	}
	m.entities, m.antecedent, m.confidence = r.lastSaid, r.lastSource, 0.6
	m.way = wayOther
	r.describe(r.lastSaid[0], m.from, m.to, m.to-1)
	m.relation = "is most likely a new name for who spoke last,"
	return true
}

// withoutParties leaves out what was taken for a name but is the party and state of a politician: "R-Ill."
func withoutParties(t *text.Text, all []names.Name) []names.Name {
	return slices.DeleteFunc(slices.Clone(all), func(n names.Name) bool {
		party, state, joined := strings.Cut(t.Of(n.Span), "-")
		return joined && len(party) == 1 && strings.Contains("RDI", party) && (nouns.State(state) != "" || nouns.IsState(state))
	})
}

// stateName is the whole name of an American state, small.
func stateName(short string) string {
	w := strings.TrimRight(strings.ToLower(short), ".)")
	if full := nouns.State(w); full != "" {
		return full
	}
	return w
}
