package gold

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"hearsay/articles/source"
)

// ErrBrat is wrong in a line that brat would not have written.
var ErrBrat = errors.New("no brat annotation")

// role is what words are to an attribution.
type role int

const (
	otherRole role = iota
	contentRole
	cueRole
	sourceRole
)

// roleOf finds the role in the name of a type, an argument or a relation, such as "Source", "CONTENT-SPAN" or "hasCue".
func roleOf(name string) role {
	name = strings.ToLower(name)
	switch {
	case strings.Contains(name, "content"):
		return contentRole
	case strings.Contains(name, "cue"):
		return cueRole
	case strings.Contains(name, "source"):
		return sourceRole
	}
	return otherRole
}

// marking is an entity: a T line, or a span of another tool's.
type marking struct {
	role
	at    []points
	names []string // of those whom the words mean, where lines say so
	kind  string
	// speakers are those of the quote whose content this is, where the span itself names them.
	speakers []string
}

// argument is a role and the id of what plays it.
type argument struct{ role, id string }

// event is an E line: the first argument is its trigger, named by its type. A relation, an R line, has its type first.
type event struct {
	id   string
	line int
	args []argument
	kind string
	// names are the speakers', where lines name them of the event and not of its source.
	names []string
}

// standoff is what the lines of an .ann file say. Attributions are events (E lines) that have a Content, as in PolNeAR,
// or Contents with the Cues and Sources that relations (R lines) join to them. The names may be longer, and in any
// case. In a file without events a Content alone is an attribution too: one without cue and source.
type standoff struct {
	marks     map[string]*marking
	order     []string // the ids of marks, as in the file
	lineOf    map[string]int
	events    []*event
	byID      map[string]*event
	relations []*event
	rest      []string // attributes and notes, which may stand before what they are about
}

func newStandoff() *standoff {
	return &standoff{marks: map[string]*marking{}, lineOf: map[string]int{}, byID: map[string]*event{}}
}

// parseBrat reads an .ann file, whose lines are held against the text.
func parseBrat(name, ann, text string) ([]attribution, error) {
	s := newStandoff()
	runes := []rune(text)
	for i, line := range strings.Split(ann, "\n") {
		if err := s.take(strings.TrimRight(strings.TrimPrefix(line, "\ufeff"), "\r"), i+1, runes); err != nil {
			return nil, &source.Error{Name: name, Line: i + 1, Err: err,
				Hint: "the article is left out; check the line, and that the text is the one that was annotated"}
		}
	}
	s.takeRest()
	return s.attributions(func(line int, err error) error {
		return &source.Error{Name: name, Line: line, Err: err, Hint: "the article is left out; check the line"}
	})
}

// take reads a line.
func (s *standoff) take(line string, n int, text []rune) error {
	if strings.TrimSpace(line) == "" {
		return nil
	}
	switch line[0] {
	case 'T':
		return s.takeMark(line, n, text)
	case 'E', 'R':
		return s.takeEvent(line, n)
	case 'A', 'M', 'N':
		s.rest = append(s.rest, line)
	case '#', '*':
	default:
		return fmt.Errorf("%w: it begins with none of T, E, R, A, M, N, # and *", ErrBrat)
	}
	return nil
}

// markLine is an id, a type, ranges with semicolons between, and the words that stand there.
var markLine = regexp.MustCompile(`^(T\S*)\s+(\S+)\s+(\d+ +\d+(?: *; *\d+ +\d+)*)(?:\s+(.*))?$`)

// takeMark reads an entity and checks that its words stand where it says.
func (s *standoff) takeMark(line string, n int, text []rune) error {
	f := markLine.FindStringSubmatch(line)
	if f == nil {
		return fmt.Errorf("%w such as “T1 Source 10 18 the mayor”", ErrBrat)
	}
	m, there := &marking{role: roleOf(f[2])}, ""
	for _, part := range strings.Split(f[3], ";") {
		ends := strings.Fields(part)
		from, err := strconv.Atoi(ends[0])
		to, also := strconv.Atoi(ends[1])
		if err != nil || also != nil || from >= to || to > len(text) {
			return fmt.Errorf("%w: %s does not lie in the text, which has %d code points", ErrBrat, f[1], len(text))
		}
		m.at = append(m.at, points{from, to})
		if there += string(text[from:to]); len(there) > 4*len(text) {
			return fmt.Errorf("%w: the parts of %s are longer than the text", ErrBrat, f[1])
		}
	}
	if f[4] != "" && unspaced(f[4]) != unspaced(there) {
		return fmt.Errorf("%w: %s is “%s”, but the text has “%s” there", ErrBrat, f[1], begin(f[4]), begin(there))
	}
	s.add(f[1], m, n)
	return nil
}

// add takes a mark; the last one of an id counts.
func (s *standoff) add(id string, m *marking, line int) {
	if s.marks[id] == nil {
		s.order = append(s.order, id)
	}
	s.marks[id], s.lineOf[id] = m, line
}

// unspaced leaves out the white space, which brat writes otherwise than it stands.
func unspaced(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// begin is as much of a text as helps to find it.
func begin(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// takeEvent reads an event, or a relation.
func (s *standoff) takeEvent(line string, n int) error {
	f := strings.Fields(line)
	e := &event{id: f[0], line: n}
	parts := f[1:]
	if line[0] == 'R' && len(parts) > 0 {
		e.args, parts = append(e.args, argument{role: parts[0]}), parts[1:]
	}
	for _, part := range parts {
		name, id, ok := strings.Cut(part, ":")
		if !ok || id == "" {
			return fmt.Errorf("%w: “%s” is no role and id, such as “Source:T1”", ErrBrat, begin(part))
		}
		e.args = append(e.args, argument{name, id})
	}
	if len(e.args) == 0 || line[0] == 'R' && len(e.args) != 3 {
		return fmt.Errorf("%w such as “E1 Attribution:T4 Content:T3 Source:T1” or “R1 Source Arg1:T3 Arg2:T1”", ErrBrat)
	}
	if line[0] == 'R' {
		s.relations = append(s.relations, e)
		return nil
	}
	s.events, s.byID[e.id] = append(s.events, e), e
	return nil
}

// takeRest reads what lines say of others: "A1 Kind E1 direct", and "N1 Reference T1 Wikidata:Q1 Ada Venn" a
// name. What they say of something that is not there goes nowhere.
func (s *standoff) takeRest() {
	for _, line := range s.rest {
		f := strings.Fields(line)
		if len(f) < 3 {
			continue
		}
		kind, names := new(string), new([]string)
		if m := s.marks[f[2]]; m != nil {
			kind, names = &m.kind, &m.names
		} else if e := s.byID[f[2]]; e != nil {
			kind, names = &e.kind, &e.names
		}
		if line[0] != 'N' {
			*kind = kindIn(f)
		} else if len(f) > 4 {
			*names = append(*names, strings.Join(f[4:], " "))
		}
	}
}

// kindIn is the word for a kind in the name of an attribute or in its value.
func kindIn(f []string) string {
	for _, w := range slices.Concat(f[3:], f[1:2]) {
		if w = strings.ToLower(w); w == "direct" || w == "indirect" || w == "mixed" {
			return w
		}
	}
	return ""
}
