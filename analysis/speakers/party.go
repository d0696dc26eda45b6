package speakers

import (
	"slices"
	"strings"

	"hearsay/analysis/names"
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
	name := parties[strings.TrimSuffix(party, ".")]
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
	o, _ := roleOf("politician")
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
	if !source || n.plural || n.other || len(n.words) == 0 || !partisans[n.head] && !n.role.akin(roles["lawmaker"].kinship) || len(r.lastSaid) != 1 {
		return false
	}
	x, b := &r.entities[r.lastSaid[0]], &r.recent[r.lastSource]
	if x.kind != Person || !x.named || m.sentence-b.sentence > 2 || n.role.sex != sexUnknown && x.sex != sexUnknown && x.sex != n.role.sex {
		return false
	}
	for _, d := range x.roles {
		if d.role.classes != 0 && !d.role.akin(n.role.kinship) && !d.role.akin(roles["politician"].kinship) {
			return false
		}
		for _, w := range n.words {
			if partisans[w] && r.pledged(x) && !x.says(w) {
				return false
			}
		}
	}
	for _, d := range x.roles {
		if partisans[d.head] && !sameWords(&entity{roles: []description{d}}, n) {
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
		return joined && len(party) == 1 && strings.Contains("RDI", party) && (states[strings.ToLower(strings.ReplaceAll(state, ".", ""))] != "" || stateNames[strings.ToLower(state)])
	})
}

var stateNames = func() map[string]bool {
	all := map[string]bool{}
	for _, full := range states {
		all[strings.ReplaceAll(full, "_", " ")] = true
	}
	return all
}()

var parties = map[string]string{"r": "republican", "d": "democratic", "republican": "republican", "democrat": "democratic"}

// stateName is the whole name of an American state, small.
func stateName(short string) string {
	w := strings.TrimRight(strings.ToLower(short), ".)")
	if full := states[strings.ReplaceAll(w, ".", "")]; full != "" {
		return strings.ReplaceAll(full, "_", " ")
	}
	return w
}

// states are the ways to shorten the names of states, by the post and by the wire agencies.
var states = func() map[string]string {
	table := map[string]string{}
	for _, line := range strings.Fields(`alabama:al,ala alaska:ak arizona:az,ariz arkansas:ar,ark california:ca,calif colorado:co,colo connecticut:ct,conn delaware:de,del
		florida:fl,fla georgia:ga hawaii:hi idaho:id illinois:il,ill indiana:in,ind iowa:ia kansas:ks,kan kentucky:ky louisiana:la maine:me maryland:md
		massachusetts:ma,mass michigan:mi,mich minnesota:mn,minn mississippi:ms,miss missouri:mo montana:mt,mont nebraska:ne,neb nevada:nv,nev new_hampshire:nh
		new_jersey:nj new_mexico:nm new_york:ny north_carolina:nc north_dakota:nd ohio:oh oklahoma:ok,okla oregon:or,ore pennsylvania:pa rhode_island:ri
		south_carolina:sc south_dakota:sd tennessee:tn,tenn texas:tx,tex utah:ut vermont:vt virginia:va washington:wa,wash west_virginia:wv,wva wisconsin:wi,wis
		wyoming:wy,wyo`) {
		full, shorts, _ := strings.Cut(line, ":")
		for _, s := range strings.Split(shorts, ",") {
			table[s] = full
		}
	}
	return table
}()
