package adjudication

import "hearsay/articles/review"

// Take are the entries by which the writer's reviewer decides a matter as one of the two did. They are none where that
// one had nothing to decide on: what only the other added is then left out.
func Take(p *review.Writer, m Matter, side View) []review.Entry {
	switch {
	case m.Subject.Position != nil:
		return takePosition(p, m, side)
	case side.Quote != nil:
		want := *side.Quote
		want.Polarity = review.PolarityNamed(want.Polarity).String()
		return p.LeaveSpeakers(p.Make(m.Subject, want), side.Silent())
	case m.Subject.Added == "":
		return []review.Entry{p.Reject(m.Subject)}
	}
	return nil
}

// TakeAgreed are the entries for the matters that both decided alike, and the writer's reviewer, whose state is mine,
// has not decided on yet.
func TakeAgreed(p *review.Writer, all []Matter, mine *review.State) []review.Entry {
	var out []review.Entry
	for _, m := range all {
		if m.Both() && len(m.Differ) == 0 && !hasVerdict(mine, m) {
			out = append(out, Take(p, m, m.A)...)
		}
	}
	return out
}

// TakeJoined are the entries that make one those speakers of whom both others say so, and the writer's reviewer does
// not yet.
func TakeJoined(p *review.Writer, engine string, a, b, mine *review.State) []review.Entry {
	var out []review.Entry
	for _, d := range a.Decisions() {
		if d.Of.Speaker == nil || !d.Keeps() {
			continue
		}
		who := *d.Of.Speaker
		is := a.Sameness().Who(who)
		if is.Name != who.Name && b.Sameness().Who(who).Name == is.Name && mine.Sameness().Who(who).Name != is.Name {
			out = append(out, p.Same(engine, who, is))
		}
	}
	return out
}

// hasVerdict reports whether a state has a verdict on a matter. What others added stands in it as an addition of its
// own.
func hasVerdict(s *review.State, m Matter) bool {
	if m.Subject.Added == "" {
		d, ok := s.On(m.Subject)
		return ok && d.Decided()
	}
	for _, d := range s.Decisions() {
		if d.Of.Added == "" {
			continue
		}
		if q := m.A.Quote; q != nil && d.Quote != nil && review.SameWords(d.Quote.Content, q.Content) {
			return true
		}
		if p := m.A.Position; p != nil && d.Position != nil && d.Position.Key() == p.Key() {
			return true
		}
	}
	return false
}

func takePosition(p *review.Writer, m Matter, side View) []review.Entry {
	of, want := m.Subject, side.Position
	switch {
	case want == nil && of.Added != "":
		return nil
	case want == nil:
		return []review.Entry{p.Reject(of)}
	case of.Added != "":
		return []review.Entry{p.AddPosition(of.Engine, *want)}
	}
	var out []review.Entry
	if of.Position.Stance != want.Stance {
		out = append(out, p.Change(review.SetStance, of, review.Change{Stance: want.Stance}))
	}
	if !review.SameWords(of.Position.Target, want.Target) {
		out = append(out, p.Change(review.SetTarget, of, review.Change{Target: want.Target}))
	}
	if of.Position.Speaker.Name != want.Speaker.Name {
		out = append(out, p.Speakers(of, want.Speaker))
	}
	if out == nil {
		out = append(out, p.Accept(of))
	}
	return out
}
