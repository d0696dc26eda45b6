package gold

import (
	"cmp"
	"fmt"
	"slices"
)

// attributions makes attributions of what the lines say. What is wrong with a line becomes an error by a function.
func (s *standoff) attributions(fail func(line int, err error) error) ([]attribution, error) {
	var out []attribution
	for _, e := range s.events {
		a, err := s.ofEvent(e)
		if err != nil {
			return nil, fail(e.line, err)
		}
		if len(a.content) > 0 {
			out = append(out, a)
		}
	}
	j := joints{standoff: s, of: map[string][]string{}, roles: map[string]role{}}
	for _, r := range s.relations {
		if err := j.join(r); err != nil {
			return nil, fail(r.line, err)
		}
	}
	return append(out, j.attributions()...), nil
}

// ofEvent gathers what an event's arguments point to. Its trigger counts by its type, and counts not where that is none
// of the three.
func (s *standoff) ofEvent(e *event) (attribution, error) {
	a := attribution{line: e.line}
	a.setKind(e.kind)
	for _, arg := range e.args {
		m, err := s.mark(arg.id)
		if err != nil {
			return a, err
		}
		a.add(roleOf(arg.role), m)
	}
	a.speakers = append(a.speakers, e.names...)
	return a, nil
}

// mark finds an entity, or the trigger of an event that stands in the place of one.
func (s *standoff) mark(id string) (*marking, error) {
	if e := s.byID[id]; e != nil {
		id = e.args[0].id
	}
	if m := s.marks[id]; m != nil {
		return m, nil
	}
	return nil, fmt.Errorf("%w: there is no %s", ErrBrat, begin(id))
}

// add adds words that play a role.
func (a *attribution) add(r role, m *marking) {
	switch r {
	case contentRole:
		a.content = append(a.content, m.at...)
		a.speakers = append(a.speakers, m.speakers...)
		a.setKind(m.kind)
	case cueRole:
		a.cue = append(a.cue, m.at...)
	case sourceRole:
		a.source = append(a.source, m.at...)
		a.speakers = append(a.speakers, m.names...)
	}
}

// joints are the entities that relations join.
type joints struct {
	*standoff
	of    map[string][]string // the ids that an id is joined to
	roles map[string]role
}

// join takes a relation. The role of each side is told by its argument's name, or its entity's type, or else by the
// relation's: whichever of them names one.
func (j *joints) join(r *event) error {
	kind, sides := r.args[0].role, r.args[1:]
	for i, side := range sides {
		m, err := j.mark(side.id)
		if err != nil {
			return err
		}
		if j.roles[side.id] == otherRole {
			j.roles[side.id] = cmp.Or(roleOf(side.role), m.role)
		}
		other := sides[1-i].id
		j.of[side.id] = append(j.of[side.id], other)
	}
	// What the relation's name tells is the side that nothing else does.
	for i, side := range sides {
		if j.roles[side.id] == otherRole && j.roles[sides[1-i].id] != roleOf(kind) {
			j.roles[side.id] = roleOf(kind)
		}
	}
	return nil
}

// attributions makes one of each content that is not joined to an earlier content, whose part it then is.
func (j *joints) attributions() []attribution {
	var out []attribution
	taken := map[string]bool{}
	for _, id := range j.order {
		joined := len(j.of[id]) > 0
		if j.role(id) != contentRole || taken[id] || !joined && len(j.events) > 0 {
			continue
		}
		parts := j.parts(id, taken)
		cues, sources := j.joined(parts, cueRole), j.joined(parts, sourceRole)
		if len(sources) == 0 {
			sources = j.joined(cues, sourceRole)
		}
		if len(cues) == 0 && !j.shared(sources, parts) {
			cues = j.joined(sources, cueRole)
		}
		a := attribution{line: j.lineOf[id]}
		for _, list := range [][]string{parts, cues, sources} {
			for _, id := range list {
				// Every id was found when its relation was read.
				m, _ := j.mark(id)
				a.add(j.role(id), m)
			}
		}
		out = append(out, a)
	}
	return out
}

// role is what a relation says of an entity, or its own type.
func (j *joints) role(id string) role {
	if r := j.roles[id]; r != otherRole {
		return r
	}
	if m := j.marks[id]; m != nil {
		return m.role
	}
	return otherRole
}

// parts are a content and the contents joined to it.
func (j *joints) parts(id string, taken map[string]bool) []string {
	out := []string{id}
	taken[id] = true
	for i := 0; i < len(out); i++ {
		for _, next := range j.of[out[i]] {
			if j.role(next) == contentRole && !taken[next] {
				taken[next] = true
				out = append(out, next)
			}
		}
	}
	return out
}

// joined are the ids in a role that any of some ids is joined to, each once.
func (j *joints) joined(to []string, r role) []string {
	var out []string
	seen := map[string]bool{}
	for _, id := range to {
		for _, next := range j.of[id] {
			if j.role(next) == r && !seen[next] {
				seen[next] = true
				out = append(out, next)
			}
		}
	}
	return out
}

// shared reports whether a source has another content besides these parts of one, so that its cues may be the other's.
func (j *joints) shared(sources, parts []string) bool {
	for _, id := range sources {
		for _, next := range j.of[id] {
			if j.role(next) == contentRole && !slices.Contains(parts, next) {
				return true
			}
		}
	}
	return false
}
