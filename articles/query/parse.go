package query

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Error is what is wrong with a query, at the bytes from From to To of it.
type Error struct {
	From, To int
	Problem  string
	Hint     string
}

// Error tells the problem, and what to do.
func (e *Error) Error() string { return e.Problem + ": " + e.Hint }

// deepest is how many brackets may stand in each other.
const deepest = 50

// Parse reads a query. The error is an *Error.
func Parse(s string) (Expr, error) {
	p := &parser{s: s}
	e, err := p.or(0)
	if err != nil {
		return nil, err
	}
	if p.skip(); p.at < len(s) { // a bracket that nothing opens
		return nil, p.fault(p.at, p.at+1, "nothing opens this bracket", `leave it out, or write "(" before it`)
	}
	return e, nil
}

// parser reads a query by recursive descent.
type parser struct {
	s  string
	at int // the byte it is at
}

func (p *parser) fault(from, to int, problem, hint string) *Error {
	return &Error{from, min(to, len(p.s)), problem, hint}
}

func isSpace(r rune) bool { return unicode.IsSpace(r) }

func (p *parser) skip() {
	for p.at < len(p.s) {
		r, n := utf8.DecodeRuneInString(p.s[p.at:])
		if !isSpace(r) {
			return
		}
		p.at += n
	}
}

// word is the bytes up to the next space, bracket or quotation mark.
func (p *parser) word() string {
	rest := p.s[p.at:]
	end := strings.IndexFunc(rest, func(r rune) bool { return isSpace(r) || strings.ContainsRune(`()"“”`, r) })
	if end < 0 {
		return rest
	}
	return rest[:end]
}

// or reads what "or" joins.
func (p *parser) or(depth int) (Expr, error) {
	var all []Expr
	for {
		p.skip()
		start := p.at
		e, err := p.and(depth)
		if err != nil {
			return nil, err
		}
		p.skip()
		joins := strings.EqualFold(p.word(), "or")
		if _, empty := e.(All); empty && (joins || len(all) > 0) {
			return nil, p.fault(start, p.at+2, "“or” stands alone", `write what it joins, or "or" for the word`)
		}
		if all = append(all, e); !joins {
			break
		}
		p.at += len("or")
	}
	if len(all) == 1 {
		return all[0], nil
	}
	return Or{all}, nil
}

// and reads what stands side by side.
func (p *parser) and(depth int) (Expr, error) {
	var all []Expr
	for {
		p.skip()
		if p.at >= len(p.s) || p.s[p.at] == ')' || strings.EqualFold(p.word(), "or") {
			break
		}
		e, err := p.one(depth)
		if err != nil {
			return nil, err
		}
		if _, empty := e.(All); !empty {
			all = append(all, e)
		}
	}
	switch len(all) {
	case 0:
		return All{}, nil
	case 1:
		return all[0], nil
	}
	return And{all}, nil
}

// one reads a term, a flag, a saved query, what is not so, or what brackets hold.
func (p *parser) one(depth int) (Expr, error) {
	start := p.at
	switch {
	case depth > deepest:
		return nil, p.fault(start, start+1, "too many brackets stand in each other", "write it with fewer")
	case p.minus() > 0:
		p.at += p.minus()
		if p.at >= len(p.s) || p.s[p.at] == ')' || isSpace(rune(p.s[p.at])) {
			return nil, p.fault(start, p.at, "“-” stands alone", "write right behind it what is not wanted")
		}
		e, err := p.one(depth + 1)
		if _, empty := e.(All); err == nil && empty {
			return nil, p.fault(start, p.at, "“-” stands before nothing", "write right behind it what is not wanted")
		}
		return Not{e}, err
	case p.s[p.at] == '(':
		p.at++
		e, err := p.or(depth + 1)
		if err != nil {
			return nil, err
		}
		if p.skip(); p.at >= len(p.s) {
			return nil, p.fault(start, start+1, "nothing closes this bracket", `write ")" at its end`)
		}
		p.at++
		return e, nil
	}
	return p.term()
}

// Minus is the sign of arithmetic, which means the same as "-" and is no flag of a command line.
const Minus = "−"

// minus is how many bytes the "-" takes that is next; 0 where none is.
func (p *parser) minus() int {
	for _, sign := range []string{"-", Minus} {
		if strings.HasPrefix(p.s[p.at:], sign) {
			return len(sign)
		}
	}
	return 0
}

// term reads a term, a flag or a saved query.
func (p *parser) term() (Expr, error) {
	start := p.at
	if value, quoted, err := p.quoted(); quoted || err != nil {
		return p.made(Words, value, start, err)
	}
	w := p.word()
	if name, ok := strings.CutPrefix(w, "@"); ok {
		p.at += len(w)
		if name == "" {
			return nil, p.fault(start, p.at, "“@” stands alone", "write the name of a saved query right behind it")
		}
		return View{name}, nil
	}
	if name, value, ok := strings.Cut(w, ":"); ok {
		field := Field(strings.ToLower(name))
		if !slices.Contains(fields, field) {
			return nil, p.fault(start, start+len(name)+1, fmt.Sprintf("there is no field “%s:”", name),
				`the fields are `+listed(fields)+`; for the word itself write it in quotation marks`)
		}
		p.at += len(name) + 1
		if value == "" {
			inner, _, err := p.quoted()
			return p.made(field, inner, start, err)
		}
		p.at += len(value)
		return p.made(field, value, start, nil)
	}
	p.at += len(w)
	if f := Flag(strings.ToLower(w)); slices.Contains(flags, f) {
		return Is{f}, nil
	}
	return Term{Words, w}, nil
}

// quoted reads what stands in quotation marks, straight or curly, in which "\" takes the meaning of the next character.
func (p *parser) quoted() (value string, ok bool, err *Error) {
	r, n := utf8.DecodeRuneInString(p.s[p.at:])
	if r != '"' && r != '“' && r != '”' {
		return "", false, nil
	}
	start := p.at
	var b strings.Builder
	for p.at += n; p.at < len(p.s); p.at += n {
		r, n = utf8.DecodeRuneInString(p.s[p.at:])
		switch {
		case r == '"' || r == '”' || r == '“':
			p.at += n
			return b.String(), true, nil
		case r == '\\' && p.at+1 < len(p.s):
			p.at++
			_, n = utf8.DecodeRuneInString(p.s[p.at:])
		}
		b.WriteString(p.s[p.at : p.at+n])
	}
	return "", false, p.fault(start, len(p.s), "nothing closes this quotation mark", `write one at the end of the phrase`)
}

// made makes a term of a field, whose value must be one that the field may have.
func (p *parser) made(field Field, value string, start int, err *Error) (Expr, error) {
	if err != nil {
		return nil, err
	}
	value = strings.Join(strings.Fields(value), " ")
	name := string(field) + ":"
	if value == "" && field == Words {
		return nil, p.fault(start, p.at, "there is nothing in these quotation marks", "write the words that are looked for")
	}
	if value == "" {
		return nil, p.fault(start, p.at, "“"+name+"” stands alone", "write right behind it what is looked for")
	}
	if list, few := choices[field]; few {
		value = strings.ToLower(value)
		if !slices.Contains(list, value) {
			return nil, p.fault(start, p.at, fmt.Sprintf("“%s” is no “%s”", value, name), "it is one of "+listed(list))
		}
	}
	if field == Since || field == Before {
		if _, ok := Day(value, time.Unix(0, 0).UTC()); !ok {
			return nil, p.fault(start, p.at, fmt.Sprintf("“%s” is no day", value),
				"write it as 2026, 2026-03, 2026-03-14, or as 7d, 2w, 3m, 1y ago")
		}
	}
	return Term{field, value}, nil
}

func listed[T ~string](list []T) string {
	var b strings.Builder
	for i, s := range list {
		switch {
		case i > 0 && i == len(list)-1:
			b.WriteString(" or ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(string(s))
	}
	return b.String()
}

// mostViews is how many saved queries may lead to each other.
const mostViews = 20

// Expand puts in place of each saved query what it stands for, which lookup tells. One that leads to itself is an
// error, as is one that is not known.
func Expand(e Expr, lookup func(name string) (string, bool)) (Expr, error) {
	return expand(e, lookup, 0)
}

func expand(e Expr, lookup func(string) (string, bool), depth int) (Expr, error) {
	each := func(of []Expr) ([]Expr, error) {
		out := make([]Expr, len(of))
		for i := range of {
			var err error
			if out[i], err = expand(of[i], lookup, depth); err != nil {
				return nil, err
			}
		}
		return out, nil
	}
	switch e := e.(type) {
	case View:
		s, ok := lookup(e.Name)
		if !ok {
			return nil, &Error{Problem: "no query is saved as @" + e.Name, Hint: "hearsay views lists those that are"}
		}
		if depth >= mostViews {
			return nil, &Error{Problem: "@" + e.Name + " leads to itself", Hint: "save it anew without itself"}
		}
		inner, err := Parse(s)
		if err != nil {
			return nil, fmt.Errorf("@%s: %w", e.Name, err)
		}
		return expand(inner, lookup, depth+1)
	case Not:
		inner, err := expand(e.Of, lookup, depth)
		return Not{inner}, err
	case And:
		of, err := each(e.Of)
		return And{of}, err
	case Or:
		of, err := each(e.Of)
		return Or{of}, err
	}
	return e, nil
}
