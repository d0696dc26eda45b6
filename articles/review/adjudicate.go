package review

// Take are the entries by which the pen's reviewer decides a matter as one of the two did. They are none where that one had
// nothing to decide on: what only the other added is then left out.
func (p *Pen) Take(m Matter, side View) []Entry {
	switch {
	case m.Subject.Position != nil:
		return p.takePosition(m, side)
	case side.Quote != nil:
		return p.silent(p.Make(m.Subject, *side.Quote), side.silent())
	case m.Subject.Added == "":
		return []Entry{p.Reject(m.Subject)}
	}
	return nil
}

// TakeAgreed are the entries for the matters that both decided alike, and the pen's reviewer, whose state is mine, has not
// decided on yet.
func (p *Pen) TakeAgreed(all []Matter, mine *State) []Entry {
	var out []Entry
	for _, m := range all {
		if m.Both() && len(m.Differ) == 0 && !mine.settled(m) {
			out = append(out, p.Take(m, m.A)...)
		}
	}
	return out
}

// TakeJoined are the entries that make one those speakers of whom both others say so, and the pen's reviewer does not yet.
func (p *Pen) TakeJoined(engine string, a, b, mine *State) []Entry {
	var out []Entry
	for _, d := range a.Decisions() {
		if d.Of.Speaker == nil || !d.Keeps() {
			continue
		}
		who := *d.Of.Speaker
		is := a.oneness().who(who)
		if is.Name != who.Name && b.oneness().who(who).Name == is.Name && mine.oneness().who(who).Name != is.Name {
			out = append(out, p.Same(engine, who, is))
		}
	}
	return out
}

// settled reports whether a state has a verdict on a matter. What others added stands in it as an addition of its own.
func (s *State) settled(m Matter) bool {
	if m.Subject.Added == "" {
		d, ok := s.On(m.Subject)
		return ok && d.Decided()
	}
	for _, d := range s.Decisions() {
		if d.Of.Added == "" {
			continue
		}
		if d.Quote != nil && m.A.Quote != nil && sameWords(d.Quote.Content, m.A.Quote.Content) ||
			d.Position != nil && m.A.Position != nil && d.Position.key() == m.A.Position.key() {
			return true
		}
	}
	return false
}

// Make are the entries by which a quote becomes what it ought to be: Accept where it is so already. Where another reviewer
// added it, it is added anew, since a log speaks of its own entries only.
func (p *Pen) Make(of Subject, want Quote) []Entry {
	if of.Added != "" {
		want.Confidence, want.SpeakerConfidence = 0, 0
		return []Entry{p.Add(of.Engine, want)}
	}
	var out []Entry
	is := of.Quote
	change := func(same bool, act Act, to Change) {
		if !same {
			out = append(out, p.change(act, of, to))
		}
	}
	sameContent := sameWords(is.Content, want.Content)
	change(sameContent, SetContent, Change{Content: want.Content, Kind: want.Kind})
	change(!sameContent || is.Kind == want.Kind, SetKind, Change{Kind: want.Kind})
	change(sameWords(is.Cue, want.Cue), SetCue, Change{Cue: want.Cue})
	change(sameWords(is.Source, want.Source), SetSource, Change{Source: want.Source})
	change(sameNames(is.Speakers, want.Speakers), SetSpeakers, Change{Speakers: want.Speakers})
	if out == nil {
		out = append(out, p.Accept(of))
	}
	return out
}

// sameWords reports whether two lists hold the very same words at the same places.
func sameWords(a, b []Words) bool { return keyOf(spansOf(a)) == keyOf(spansOf(b)) }

func (p *Pen) takePosition(m Matter, side View) []Entry {
	of, want := m.Subject, side.Position
	switch {
	case want == nil && of.Added != "":
		return nil
	case want == nil:
		return []Entry{p.Reject(of)}
	case of.Added != "":
		return []Entry{p.AddPosition(of.Engine, *want)}
	}
	var out []Entry
	if of.Position.Stance != want.Stance {
		out = append(out, p.change(SetStance, of, Change{Stance: want.Stance}))
	}
	if !sameWords(of.Position.Target, want.Target) {
		out = append(out, p.change(SetTarget, of, Change{Target: want.Target}))
	}
	if of.Position.Speaker.Name != want.Speaker.Name {
		out = append(out, p.Speakers(of, want.Speaker))
	}
	if out == nil {
		out = append(out, p.Accept(of))
	}
	return out
}
