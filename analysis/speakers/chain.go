package speakers

import "hearsay/analysis/text"

// chain follows a mention back to the best name of the entity, past pronouns that refer to pronouns.
func (r *resolver) chain(ph phrase, k, e int) []Link {
	var out []Link
	m := &r.recent[k]
	for m.anchor >= 0 {
		b := &r.recent[m.anchor]
		from, to := r.Text.Span(m.from, m.to), r.Text.Span(b.from, b.to)
		out = append(out, Link{Speaker: e, From: from, To: to, Reason: r.quote(from) + " " + m.relation + " " + r.quote(to), Confidence: r.sure(m)})
		m = b
	}
	last := r.lastLinks(ph, m, e, len(out) == 0)
	for i := range last {
		last[i].Confidence = 1
	}
	if len(last) > 0 {
		last[0].Confidence = r.sure(m)
	}
	return append(out, last...)
}

// lastLinks leads from a mention that goes back to no other one to the best name of the entity.
func (r *resolver) lastLinks(ph phrase, m *mention, e int, isSource bool) []Link {
	x := &r.entities[e]
	at := r.Text.Span(m.from, m.to)
	link := func(reason string) []Link { return []Link{{Speaker: e, From: at, To: x.full, Reason: reason}} }
	switch {
	case len(m.entities) > 1 && !m.joint:
		return link(r.quote(at) + " takes in “" + x.name + "”")
	case m.relation != "":
		return r.fitLinks(m, at, x, e)
	case pronouns[x.head].group == first && isPronoun(x.head):
		return link(r.quote(at) + " is whoever wrote the article")
	case !x.named:
		return link(r.quote(at) + " is described, not named")
	}
	return r.nameLink(ph, at, x, e, isSource)
}

// fitLinks leads from a description, by the one that it fits, to the name.
func (r *resolver) fitLinks(m *mention, at text.Span, x *entity, e int) []Link {
	d := m.fits
	switch {
	case d.Empty():
		return []Link{{Speaker: e, From: at, To: x.full, Reason: r.quote(at) + " " + m.relation + " “" + x.name + "”"}}
	case d.End <= x.full.Start && x.full.Start-d.End <= 2:
		d.End = x.full.End
		return []Link{{Speaker: e, From: at, To: d, Reason: r.quote(at) + " " + m.relation + " " + r.quote(d)}}
	case !x.named:
		return []Link{{Speaker: e, From: at, To: d, Reason: r.quote(at) + " " + m.relation + " " + r.quote(d)}}
	}
	return []Link{{Speaker: e, From: at, To: d, Reason: r.quote(at) + " " + m.relation + " " + r.quote(d)},
		{Speaker: e, From: d, To: x.full, Reason: r.quote(d) + " is said of “" + x.name + "”"}}
}

// nameLink leads from a name to its fullest form.
func (r *resolver) nameLink(ph phrase, at text.Span, x *entity, e int, isSource bool) []Link {
	full := r.Text.Of(at)
	from := at
	if isSource {
		from = r.spanOf(ph)
	}
	if full == x.name {
		if !isSource {
			return nil
		}
		return []Link{{Speaker: e, From: from, To: at, Reason: r.quote(at) + " is named in the source"}}
	}
	return []Link{{Speaker: e, From: from, To: x.full, Reason: r.nameReason(at, x)}}
}

func (r *resolver) nameReason(at text.Span, x *entity) string {
	short, full := r.Text.Of(at), "“"+x.name+"”"
	if x.kind != Person {
		return r.quote(at) + " is another name of " + full
	}
	switch {
	case endsWith(x.name, short):
		return r.quote(at) + " is the surname of " + full
	case startsWith(x.name, short):
		return r.quote(at) + " is the first part of the name " + full
	}
	return r.quote(at) + " is the same name as " + full
}

func endsWith(name, part string) bool {
	return len(name) > len(part) && name[len(name)-len(part):] == part
}
func startsWith(name, part string) bool { return len(name) > len(part) && name[:len(part)] == part }
