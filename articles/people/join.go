package people

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"

	"hearsay/analysis"
	"hearsay/analysis/names"
	"hearsay/articles/people/union"
)

// How much evidence names need beyond themselves. Set by reading joins in the news of the corpora.
const (
	enoughCommon   = 2 // a name in full that many bear
	enoughNickname = 1 // "Chuck", "Charles"
	enoughInitial  = 2 // "J. Smith", "John Smith"
	enoughSurname  = 4 // a surname alone
	clearSurname   = 2 // and so much more than for anybody else of the surname
	enoughKnown    = 2 // a surname alone with the office of somebody who is known well
	wellKnown      = 8 // articles in which somebody who is known well is called in full or so
	enoughBody     = 2 // an organisation of which there is one in every country
)

// Join tells who is who among voices, by names, by what articles say of them, and by what a person decided.
func Join(voices []Voice, log []Decision, known Renown) *Register {
	voices = slices.Clone(voices)
	slices.SortFunc(voices, func(a, b Voice) int {
		return cmp.Or(cmp.Compare(a.Order, b.Order), strings.Compare(a.Article, b.Article), a.Speaker-b.Speaker)
	})
	j := newJoining(voices, known)
	j.decide(Standing(log))
	j.byHand()
	for _, late := range []bool{false, true} { // who was parted by hand comes last: nobody else is kept from anybody by it
		j.late = late
		j.sameNames()
		j.variants()
		j.surnamesAlone()
	}
	return j.register()
}

// joining is the work of joining.
type joining struct {
	voices   []Voice
	names    []name
	renown   Renown
	lookup   lookup
	sets     *union.Sets
	profiles map[int]*profile // by root
	late     bool
	decisions
	questions map[[2]int]Question // by voices
}

func newJoining(voices []Voice, known Renown) *joining {
	j := &joining{voices: voices, names: make([]name, len(voices)), renown: known, lookup: lookupOf(voices),
		sets: union.New(len(voices)), profiles: make(map[int]*profile, len(voices)), questions: map[[2]int]Question{}}
	for i := range voices {
		j.names[i] = nameOf(voices[i].Name)
	}
	return j
}

// profile is what is known of those who are one with a voice.
func (j *joining) profile(voice int) *profile {
	root := j.sets.Find(voice)
	p := j.profiles[root]
	if p == nil {
		p = profileOf(&j.voices[root], &j.names[root])
		j.profiles[root] = p
	}
	return p
}

// join makes two one, unless a person said that they are not.
func (j *joining) join(a, b int) bool {
	a, b = j.sets.Find(a), j.sets.Find(b)
	if a == b || j.forbidden(a, b) {
		return a == b
	}
	p, q := j.profile(a), j.profile(b)
	if p.size < q.size {
		p, q = q, p
	}
	p.take(q)
	root := j.sets.Union(a, b)
	delete(j.profiles, a)
	delete(j.profiles, b)
	j.profiles[root] = p
	return true
}

// isPerson reports whether a voice is that of a person whose name can lead to others.
func (j *joining) isPerson(i int) bool {
	return j.voices[i].Type == analysis.Person && j.names[i].proper
}

// turn reports whether a voice is to be placed now.
func (j *joining) turn(i int) bool { return j.late || !j.parted[i] }

// sameNames joins those who are called the same in full, and organisations of one name.
func (j *joining) sameNames() {
	buckets := map[string][]int{}
	for i := range j.voices {
		switch n := &j.names[i]; {
		case !j.turn(i):
		case j.isPerson(i) && n.full():
			key := "person " + n.whole + " " + n.suffix
			buckets[key] = append(buckets[key], i)
		case j.isBody(i):
			key := "body " + n.whole
			buckets[key] = append(buckets[key], i)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(buckets)) {
		j.joinNamesakes(buckets[key])
	}
}

// mostNamesakes is with how many people of one name another is compared.
const mostNamesakes = 64

// joinNamesakes joins voices of one name with those before them that they fit.
func (j *joining) joinNamesakes(bucket []int) {
	var roots []int
	for _, i := range bucket {
		best, most, doubt := -1, -1, -1
		for _, r := range roots {
			r = j.sets.Find(r)
			if r == j.sets.Find(i) {
				best, most = r, 1<<30
				break
			}
			p, q := j.profile(r), j.profile(i)
			if j.forbidden(r, j.sets.Find(i)) {
				continue
			}
			e := j.renown.evidence(p, q)
			if p.contradicts(q) || e < j.need(i) {
				doubt = r
				continue
			}
			if e > most {
				best, most = r, e
			}
		}
		switch {
		case best >= 0:
			j.join(best, i)
			continue
		case doubt >= 0:
			j.ask(doubt, i)
		}
		if len(roots) < mostNamesakes {
			roots = append(roots, i)
		}
	}
}

// need is how much evidence a voice needs to be one with another of its name.
func (j *joining) need(i int) int {
	n := &j.names[i]
	switch {
	case j.voices[i].Type != analysis.Person && n.isGeneric():
		return enoughBody
	case j.voices[i].Type == analysis.Person && n.short():
		return enoughInitial
	case j.voices[i].Type == analysis.Person && n.common():
		return enoughCommon
	}
	return 0
}

// variants joins those whose names differ as names do: a middle name left out, a short form, an initial.
func (j *joining) variants() {
	for _, block := range j.blocks() {
		for i, a := range block {
			for _, b := range block[i+1:] {
				j.tryVariant(a, b)
			}
		}
	}
}

// blocks are those who share a surname and how the given name begins, a voice for each of different people or names.
func (j *joining) blocks() [][]int {
	in := map[string][]int{}
	seen := map[string]bool{}
	for i := range j.voices {
		n := &j.names[i]
		if !j.isPerson(i) || !n.full() || j.late != j.parted[i] && !j.late {
			continue
		}
		if id := fmt.Sprint(j.sets.Find(i), " ", n.whole, n.suffix); !seen[id] {
			seen[id] = true
			in[n.last()] = append(in[n.last()], i)
		}
	}
	var out [][]int
	for _, key := range slices.Sorted(maps.Keys(in)) {
		out = append(out, in[key])
	}
	return out
}

// tryVariant joins two whose names are alike, if enough speaks for it, or asks.
func (j *joining) tryVariant(a, b int) {
	if j.sets.Find(a) == j.sets.Find(b) {
		return
	}
	l := like(&j.names[a], &j.names[b])
	if l < byInitial || l == identical {
		return
	}
	p, q := j.profile(a), j.profile(b)
	if clash(p, q) || p.contradicts(q) || j.forbidden(j.sets.Find(a), j.sets.Find(b)) {
		return
	}
	e := j.renown.evidence(p, q)
	if e >= j.needOf(l, a, b) {
		j.join(a, b)
		return
	}
	j.ask(a, b)
}

// needOf is how much evidence names that are alike in some way need.
func (j *joining) needOf(l likeness, a, b int) int {
	n, m := &j.names[a], &j.names[b]
	common := n.common() || m.common() || surnames[n.last()]
	need := map[likeness]int{byInitial: enoughInitial, bySuffix: enoughInitial, byNickname: enoughNickname}[l]
	if common {
		need = max(need, enoughCommon)
	}
	return need
}

// clash reports whether names that are used of two contradict each other.
func clash(p, q *profile) bool {
	for _, n := range p.names {
		for _, m := range q.names {
			if like(n, m) == contradicts {
				return true
			}
		}
	}
	return false
}

// surnamesAlone places those of whom an article gives a surname alone: with the one person of this name for whom enough
// speaks, while next to nothing speaks for any other.
func (j *joining) surnamesAlone() {
	in := map[string][]int{}
	for i := range j.voices {
		n := &j.names[i]
		if !j.isPerson(i) || !n.full() || j.sets.Find(i) != i {
			continue
		}
		in[n.last()] = append(in[n.last()], i)
		if w := n.words[0]; names.Given(w) == 0 { // "Xi Jinping"
			in[w] = append(in[w], i)
		}
	}
	for i := range j.voices {
		n := &j.names[i]
		if j.isPerson(i) && len(n.words) == 1 && j.turn(i) && j.sets.Size(i) == 1 {
			j.place(i, in[n.words[0]])
		}
	}
}

// place places one of whom there is a surname alone.
func (j *joining) place(i int, among []int) {
	q := j.profile(i)
	best, next := bearer{root: -1, evidence: -1}, bearer{}
	for _, r := range among {
		r = j.sets.Find(r)
		p := j.profile(r)
		if r == best.root || p.contradicts(q) || j.forbidden(r, i) {
			continue
		}
		b := bearer{r, j.renown.evidence(p, q), shared(p.roles, q.roles) > 0, len(p.in)}
		if b.evidence > best.evidence {
			best, b = b, best
		}
		if b.root >= 0 && b.evidence >= next.evidence {
			next = b
		}
	}
	switch {
	case best.root < 0:
	case best.enough(next):
		j.join(best.root, i)
	default:
		j.ask(best.root, i)
	}
}

// bearer is somebody whom a surname alone may mean.
type bearer struct {
	root, evidence int
	role           bool // the office is the same
	articles       int
}

// enough reports whether enough speaks for one bearer of a surname, and little enough for any other: much that both
// articles tell, or an office and something else of somebody who is in many articles.
func (b bearer) enough(next bearer) bool {
	if b.evidence-next.evidence < clearSurname {
		return false
	}
	known := b.role && !next.role && b.articles >= wellKnown
	return b.evidence >= enoughSurname || known && b.evidence >= enoughKnown
}

// isBody reports whether a voice is that of an organisation that has a name.
func (j *joining) isBody(i int) bool {
	v := &j.voices[i]
	if v.Type != analysis.Organization || len(j.names[i].words) == 0 {
		return false
	}
	return !startsLoose(v.Name)
}

// register writes down who is who.
func (j *joining) register() *Register {
	r := &Register{Voices: j.voices, of: make([]int, len(j.voices))}
	at := map[int]int{}
	for i := range j.voices {
		root := j.sets.Find(i)
		k, ok := at[root]
		if !ok {
			k = len(r.People)
			at[root] = k
			r.People = append(r.People, Person{})
		}
		r.of[i] = k
		p := &r.People[k]
		p.Voices = append(p.Voices, i)
		p.Quotes += j.voices[i].Quotes
		p.Words += j.voices[i].Words
	}
	for k := range r.People {
		j.describe(&r.People[k])
	}
	j.nameThem(r)
	r.Questions = j.open(r)
	return r
}

// describe gives a person the name that is used most, of those the fullest, and a handle.
func (j *joining) describe(p *Person) {
	counts := map[string]int{}
	for _, i := range p.Voices {
		counts[j.voices[i].Name]++
	}
	best := ""
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		if best == "" || betterName(name, best, counts) {
			best = name
		}
	}
	first := &j.voices[p.Voices[0]]
	p.Name, p.Type, p.Handle = best, first.Type, handleOf(first.Key)
	p.Gender = j.gender(p.Voices)
}

// gender is what most of some voices show.
func (j *joining) gender(voices []int) analysis.Gender {
	n := 0
	for _, i := range voices {
		switch j.voices[i].Gender {
		case analysis.Female:
			n++
		case analysis.Male:
			n--
		}
	}
	switch {
	case n > 0:
		return analysis.Female
	case n < 0:
		return analysis.Male
	}
	return analysis.GenderUnknown
}

func betterName(a, b string, counts map[string]int) bool {
	x, y := strings.Contains(a, " "), strings.Contains(b, " ")
	if x != y {
		return x
	}
	return counts[a] > counts[b]
}

// handleDigits are enough for hundreds of thousands of people.
const handleDigits = 9

func handleOf(k Key) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%s", k.Article[:min(len(k.Article), fewestDigits)], fold(k.Name)))
	return hex.EncodeToString(sum[:])[:handleDigits]
}

// ask notes that two may be one.
func (j *joining) ask(a, b int) {
	k := [2]int{min(a, b), max(a, b)}
	if _, ok := j.questions[k]; ok || j.forbidden(j.sets.Find(a), j.sets.Find(b)) {
		return
	}
	j.questions[k] = Question{A: a, B: b, Evidence: j.renown.evidence(j.profile(a), j.profile(b))}
}

// open are the questions that are still open, one for each two people, the better founded first.
func (j *joining) open(r *Register) (out []Question) {
	seen := map[[2]int]int{}
	for _, k := range slices.SortedFunc(maps.Keys(j.questions), func(a, b [2]int) int {
		return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
	}) {
		q := j.questions[k]
		a, b := r.of[q.A], r.of[q.B]
		if a == b || r.People[a].Nobody || r.People[b].Nobody {
			continue
		}
		why := j.why(q.A, q.B)
		pair := [2]int{min(a, b), max(a, b)}
		if n, ok := seen[pair]; ok {
			out[n].Evidence = max(out[n].Evidence, q.Evidence)
			continue
		}
		seen[pair] = len(out)
		if r.People[a].Quotes < r.People[b].Quotes {
			a, b = b, a
		}
		out = append(out, Question{A: a, B: b, Why: why, Evidence: q.Evidence})
	}
	out = r.together(out)
	slices.SortStableFunc(out, func(a, b Question) int { return b.Evidence - a.Evidence })
	return out
}

// together makes one question of those whether a person is each of several of one spelling.
func (r *Register) together(all []Question) (out []Question) {
	at := map[string]int{}
	for _, q := range all {
		b := &r.People[q.B]
		if strings.Contains(b.Name, " ") || len(b.Voices) > 1 {
			out = append(out, q)
			continue
		}
		k := fmt.Sprint(q.A, " ", fold(b.Name))
		i, ok := at[k]
		if !ok {
			at[k] = len(out)
			out = append(out, q)
			continue
		}
		out[i].Others = append(out[i].Others, q.B)
		out[i].Evidence = max(out[i].Evidence, q.Evidence)
		out[i].Why = fmt.Sprintf("“%s” in %d articles may be %s: a surname alone is too little", b.Name,
			len(out[i].Others)+1, r.People[q.A].Name)
	}
	return out
}

// why says why two may be one, and why that is not sure.
func (j *joining) why(a, b int) string {
	n, m := &j.names[a], &j.names[b]
	x, y := j.voices[a].Name, j.voices[b].Name
	if j.profile(a).ofOtherGender(j.profile(b)) {
		return fmt.Sprintf("both are called “%s”, but one is a woman and one a man", x)
	}
	switch like(n, m) {
	case identical:
		return fmt.Sprintf("both are called “%s”, which several may be, and little else says that they are one", x)
	case byInitial:
		return fmt.Sprintf("“%s” and “%s” share a surname and an initial", x, y)
	case bySuffix:
		return fmt.Sprintf("“%s” and “%s” may be of one family", x, y)
	case byNickname:
		return fmt.Sprintf("“%s” and “%s” may be short and long for the same", x, y)
	case byMiddle:
		return fmt.Sprintf("“%s” and “%s” differ by a middle name", x, y)
	}
	if len(n.words) < len(m.words) {
		x, y = y, x
	}
	return fmt.Sprintf("“%s” may be %s: a surname alone is too little", y, x)
}
