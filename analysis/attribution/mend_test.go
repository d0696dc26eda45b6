package attribution

import (
	"slices"
	"strings"
	"testing"

	"hearsay/analysis/annotated"
	"hearsay/analysis/text"
)

// halfDone reads a text in which one reading of the models stands marked: ‹source›, <cue>, {content}.
func (l loaded) halfDone(t *testing.T, s string) (assembly, *candidate) {
	t.Helper()
	var plain strings.Builder
	c := &candidate{}
	start := 0
	for _, r := range s {
		end := text.Span{Start: start, End: plain.Len()}
		switch r {
		case '‹', '<', '{':
			start = plain.Len()
		case '›':
			c.source = append(c.source, end)
		case '>':
			c.cue = append(c.cue, end)
		case '}':
			c.content = append(c.content, end)
		default:
			plain.WriteRune(r)
		}
	}
	tx := annotated.WithoutStates(text.Split(plain.String(), nil), l.tagger, l.parser)
	v := newView(tx, l.finder.classes)
	from, to := tx.Range(c.cue[len(c.cue)-1])
	c.token = v.head(from, to)
	return assembly{v}, c
}

// marked writes a reading as halfDone reads it.
func (v assembly) marked(c *candidate) string {
	type mark struct {
		at   int
		sign string
	}
	var all []mark
	for signs, spans := range map[string][]text.Span{"‹ ›": c.source, "< >": c.cue, "{ }": c.content} {
		open, end, _ := strings.Cut(signs, " ")
		for _, p := range spans {
			all = append(all, mark{p.Start, open}, mark{p.End, end})
		}
	}
	slices.SortFunc(all, func(a, b mark) int {
		if a.at != b.at {
			return b.at - a.at
		}
		return strings.Compare(a.sign, b.sign) // what opens here is put in first, behind what ends
	})
	s := v.text.String
	for _, m := range all {
		s = s[:m.at] + m.sign + s[m.at:]
	}
	return s
}

// Each rule sets right what it is for, and leaves alone what only looks like it.
func TestReadingsAreMended(t *testing.T) {
	l := load(t)
	for _, c := range []struct {
		rule     func(v assembly, c *candidate)
		was, now string
	}{
		{assembly.wholeSource, "‹The› <report says> {that it is late}.", "‹The report› <says> {that it is late}."},
		{assembly.wholeSource, "‹She› <said> {that it is late}.", "‹She› <said> {that it is late}."},
		{assembly.wholeName, "‹Mr.› King <said> {that it is late}.", "‹Mr. King› <said> {that it is late}."},
		{assembly.wholeName, "Otto ‹Brandt› <said> {that it is late}.", "‹Otto Brandt› <said> {that it is late}."},
		{assembly.wholeName, "The mayor ‹Brandt› <said> {so}.", "The mayor ‹Brandt› <said> {so}."},
		{assembly.wholeClause, "‹He› <said> {that the plan} would fail.", "‹He› <said> {that the plan would fail}."},
		{assembly.wholeClause, "‹He› <said> {that the plan would fail} again.",
			"‹He› <said> {that the plan would fail} again."},
		{assembly.onlySpoken, "{“We won,”} ‹she› <said>, {and the crowd cheered}.",
			"{“We won,”} ‹she› <said>, and the crowd cheered."},
		{assembly.onlySpoken, "{“We won,”} ‹she› <said>, {“and they lost”}.", "{“We won,”} ‹she› <said>, {“and they lost”}."},
		{assembly.endAtQuotation, "‹She› <said> it was {“late,” which was no help}.",
			"‹She› <said> it was {“late,”} which was no help."},
		{assembly.actor, "The chairman ended with ‹a warning›<:> {“It will fail.”}",
			"‹The chairman› <ended with a warning:> {“It will fail.”}"},
		{assembly.actor, "‹The chairman›<:> {“It will fail.”}", "‹The chairman›<:> {“It will fail.”}"},
	} {
		v, reading := l.halfDone(t, c.was)
		c.rule(v, reading)
		if got := v.marked(reading); got != c.now {
			t.Errorf("%s\n got %s\nwant %s", c.was, got, c.now)
		}
		v, reading = l.halfDone(t, c.was)
		all := []candidate{*reading}
		if v.mend(all); v.marked(&all[0]) != c.now {
			t.Errorf("%s\nall rules together make of it %s", c.was, v.marked(&all[0]))
		}
	}
}

// Of two readings, the one that took the other's quotation with its own gives it back.
func TestAReadingYieldsAnothersQuotation(t *testing.T) {
	l := load(t)
	v, first := l.halfDone(t, "‹Ms. Lund› <said>: {“Maybe.” “Maybe not at all,”} Mr. Orr added.")
	_, second := l.halfDone(t, "Ms. Lund said: “Maybe.” {“Maybe not at all,”} ‹Mr. Orr› <added>.")
	list := []candidate{*first, *second}
	v.mend(list)
	if got, want := v.marked(&list[0]), "‹Ms. Lund› <said>: {“Maybe.”} “Maybe not at all,” Mr. Orr added."; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if got, want := v.marked(&list[1]), "Ms. Lund said: “Maybe.” {“Maybe not at all,”} ‹Mr. Orr› <added>."; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}
