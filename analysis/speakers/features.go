package speakers

import (
	"strings"

	"hearsay/analysis/tags"
)

// maker makes the features of a choice.
type maker struct {
	list  []uint32
	group uint32
}

// add adds what a template sees, by itself and for each group of pronouns.
func (f *maker) add(template uint32, values ...uint32) {
	h := template*0x9e3779b1 + 1
	for _, v := range values {
		h = (h ^ v + 0x7f4a7c15) * 16777619
		h ^= h >> 13
	}
	h = (h ^ f.group + 77) * 0x85ebca6b
	h ^= h >> 15
	f.list = append(f.list, h*0xc2b2ae35>>(32-rankBits))
}

func wordHash(w string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(w); i++ {
		h = (h ^ uint32(w[i])) * 16777619
	}
	return h
}

func flag(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// grade puts a number in one of a few ranges.
func grade(n int) uint32 {
	switch {
	case n <= 3:
		return uint32(max(n, 0))
	case n <= 5:
		return 4
	case n <= 8:
		return 5
	case n <= 16:
		return 6
	}
	return 7
}

// features gives each choice its features.
func (r *resolver) features(i int, p pronoun, source bool, choices []choice) {
	s := r.settingOf(i, p, source)
	most := 0
	for k := range choices {
		if l := choices[k].latest; l >= 0 {
			most = max(most, r.countOf(l))
		}
	}
	nearest := r.begin(choices, p, source)
	subjects := 0
	for k := range choices {
		c := &choices[k]
		f := maker{group: s.group, list: make([]uint32, 0, 48)}
		if c.isNobody() {
			r.nobody(&f, &s, len(choices)-1)
		} else if c.ahead >= 0 {
			r.somebodyAhead(&f, &s, c)
		}
		if c.latest >= 0 {
			r.somebody(&f, &s, c, k, subjects, most)
			f.add(80, uint32(4*min(4, nearest-c.near)))
			f.add(81, uint32(3*min(4, nearest-c.near)), flag(source))
			f.add(82, uint32(max(0, 6+min(6, c.near))), flag(source))
			if m := &r.recent[c.latest]; m.subject {
				subjects++
			}
		}
		c.features = f.list
	}
}

// nobody makes the features of nobody's being meant who was named before.
func (r *resolver) nobody(f *maker, s *setting, others int) {
	f.add(1)
	f.add(2, s.word, flag(s.source))
	f.add(3, uint32(s.station), flag(s.source))
	f.add(4, uint32(min(others, 4)))
	f.add(5, grade(s.sentence))
	f.add(6, flag(s.marked), uint32(min(others, 4)))
	f.add(7, uint32(r.Tag(s.at+1)), flag(s.source))
	f.add(8, flag(s.source))
}

func (r *resolver) countOf(k int) int {
	n := 1 << 20
	for _, e := range r.recent[k].entities {
		n = min(n, r.entities[e].count)
	}
	return n
}

// form is in which way a mention refers.
func (r *resolver) formOf(m *mention) uint32 {
	x := &r.entities[m.entities[0]]
	switch {
	case len(m.entities) > 1 && m.joint:
		return 1
	case len(m.entities) > 1:
		return 2
	case m.to-m.from == 1 && isPronoun(r.Lower(m.from)):
		return 3
	case r.InName(m.to-1) && m.to-m.from > 1:
		return 4
	case r.InName(m.to - 1):
		return 5
	case x.named:
		return 6
	}
	return 7
}

// somebody makes the features of a choice that stands at rank among those mentioned last.
func (r *resolver) somebody(f *maker, s *setting, c *choice, rank, subjects, most int) {
	m := &r.recent[c.latest]
	d := s.sentence - m.sentence
	where, under := r.stationOf(r.top(m.from, m.to))
	r.placed(f, s, m, d, where, r.isMain(under))
	f.add(14, uint32(min(rank, 6)))
	f.add(15, uint32(min(rank, 6)), grade(d))
	f.add(16, uint32(min(subjects, 3)), flag(m.subject), uint32(min(d, 3)))
	f.add(20, grade(r.countOf(c.latest)), uint32(min(d, 2)))
	f.add(21, flag(r.countOf(c.latest) == most), grade(most))
	f.add(22, uint32(min(c.mentions, 5)), uint32(min(d, 2)))
	r.spoken(f, s, m, d)
	r.known(f, s, c, where)
	if c.subject >= 0 {
		f.add(33, grade(s.sentence-r.recent[c.subject].sentence), uint32(s.station))
		f.add(34, grade(s.sentence-r.recent[c.subject].sentence), flag(s.source))
	} else {
		f.add(35, uint32(s.station))
	}
	if d == 0 {
		r.besides(f, s, m, where, under)
	}
	if len(m.entities) > 1 {
		f.add(39, uint32(len(m.entities)), uint32(min(d, 3)), flag(m.joint))
	}
}

// placed makes the features of where a mention stands, and as what, d sentences before the pronoun.
func (r *resolver) placed(f *maker, s *setting, m *mention, d int, where station, main bool) {
	dist, form := grade(d), r.formOf(m)
	here, there := uint32(s.station), uint32(where)
	f.add(10, dist)
	f.add(11, dist, there)
	f.add(12, dist, there, here)
	f.add(13, there, here)
	f.add(17, form, uint32(min(d, 3)))
	f.add(18, form, there)
	f.add(19, s.word, form)
	paragraphs := r.Text.ParagraphOf(s.at) - m.paragraph
	f.add(23, uint32(min(paragraphs, 3)), uint32(min(d, 3)))
	f.add(30, flag(m.possessive), dist, here)
	first := m.from - r.Text.Sentences[m.sentence].From
	f.add(31, grade(first), uint32(min(d, 3)))
	f.add(32, flag(first < 3), flag(s.at-r.Text.Sentences[s.sentence].From < 3), uint32(min(d, 3)))
	f.add(49, uint32(min(d, 3)), there, flag(main))
	f.add(50, uint32(min(d, 3)), there, flag(main), here)
	f.add(51, flag(r.Lower(m.from-1) == "(" && r.Lower(m.to) == ")"), uint32(min(d, 2)))
}

// spoken makes the features of who speaks, and in whose words the mention and the pronoun stand.
func (r *resolver) spoken(f *maker, s *setting, m *mention, d int) {
	f.add(24, flag(m.marked), flag(s.marked), uint32(min(d, 2)))
	f.add(25, flag(m.source), flag(s.source), uint32(min(d, 3)))
	said := sharesAny(m.entities, r.lastSaid)
	f.add(26, flag(said), flag(s.source), uint32(min(d, 3)))
	f.add(27, flag(len(s.behind) > 0), flag(sharesAny(m.entities, s.behind)), flag(s.marked), uint32(s.station))
}

// known makes the features of what is known of somebody.
func (r *resolver) known(f *maker, s *setting, c *choice, where station) {
	m := &r.recent[c.latest]
	x := &r.entities[m.entities[0]]
	f.add(28, uint32(x.kind), flag(x.named), flag(x.place), flag(x.plural))
	if s.p.group == singular {
		f.add(47, uint32(x.kind), flag(x.place), flag(x.female > 0), uint32(min(1+strings.Count(x.name, " "), 3)))
		f.add(48, uint32(x.kind), flag(x.place), uint32(min(r.countOf(c.latest), 4)), uint32(where))
	}
	f.add(29, uint32(x.kind), flag(s.source), flag(x.paper), flag(x.place))
	if m.sentence == 0 || x.first < r.Text.Sentences[0].End {
		f.add(36, uint32(min(s.sentence-m.sentence, 4)))
	}
	f.add(37, r.genderOf(x, s.p))
	f.add(38, r.genderOf(x, s.p), r.formOf(m))
	f.add(46, r.nearOf(x, s.p), r.genderOf(x, s.p))
}

// besides makes the features of a choice in the pronoun's own sentence.
func (r *resolver) besides(f *maker, s *setting, m *mention, where station, under int) {
	f.add(40, grade((s.at-m.to)/2))
	kind := flag(s.p.possessive)
	if w := r.Lower(s.at); len(w) > 4 && (w[len(w)-4:] == "self" || w[len(w)-4:] == "lves") {
		kind = 2
	}
	f.add(41, kind, flag(under >= 0 && under == s.under), flag(under >= 0 && under == s.owned), uint32(where))
	over, steps := false, 0
	for h := int(r.Trees.Head[s.at]); h >= 0 && steps < 20; h, steps = int(r.Trees.Head[h]), steps+1 {
		if h == under {
			over = true
			break
		}
	}
	f.add(42, kind, flag(over), uint32(where), uint32(s.station))
	f.add(43, kind, flag(over), grade(steps), flag(over && where == asSubject))
	inside := s.at >= 0 && m.from >= 0 && s.under >= 0 && s.under >= m.from && s.under < m.to
	f.add(44, kind, flag(inside))
	colon := false
	for k := m.to; k < s.at && k < m.to+40; k++ {
		if r.Tag(k) == tags.Period || r.Lower(k) == ";" || r.Lower(k) == "but" || r.Lower(k) == "and" && r.Tag(k+1).Pronoun() {
			colon = true
		}
	}
	f.add(45, kind, flag(colon), uint32(where), uint32(s.station))
}
