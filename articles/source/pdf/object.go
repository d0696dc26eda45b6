package pdf

import (
	"bytes"
	"strconv"
)

// The kinds of objects, as Go's: numbers are float64, strings are text, names are name, arrays are []any.
type (
	name string
	text string
	ref  int
	dict map[name]any
	// operator is a word that is no object: what ends one, or an instruction.
	operator string
	// closing ends an array or a dictionary.
	closing byte
)

// stream is a dictionary with bytes.
type stream struct {
	dict
	raw []byte
}

// deepest is how many arrays and dictionaries may stand in each other.
const deepest = 64

// lexer reads objects one after the other.
type lexer struct {
	in    []byte
	at    int
	depth int
}

func isBlank(c byte) bool { return bytes.IndexByte([]byte(" \n\r\t\f\x00"), c) >= 0 }

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// skip passes over white space and comments.
func (l *lexer) skip() {
	l.at = min(l.at, len(l.in)) // what breaks off ends one behind
	for l.at < len(l.in) {
		switch c := l.in[l.at]; {
		case isBlank(c):
			l.at++
		case c == '%':
			for l.at < len(l.in) && l.in[l.at] != '\n' && l.in[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// next is the next object, operator or closing sign; nil at the end.
func (l *lexer) next() any {
	l.skip()
	if l.at >= len(l.in) {
		return nil
	}
	c := l.in[l.at]
	switch {
	case c == '/':
		l.at++
		return l.name()
	case c == '(':
		l.at++
		return l.literal()
	case c == '<' && l.at+1 < len(l.in) && l.in[l.at+1] == '<':
		l.at += 2
		return l.dict()
	case c == '<':
		l.at++
		return l.hex()
	case c == '[':
		l.at++
		return l.array()
	case c == '>' && l.at+1 < len(l.in) && l.in[l.at+1] == '>':
		l.at += 2
		return closing('>')
	case isDelimiter(c): // what begins something has been seen to
		l.at++
		return closing(c)
	}
	return l.word()
}

// word is a number, or what is none.
func (l *lexer) word() any {
	start := l.at
	for l.at < len(l.in) && !isBlank(l.in[l.at]) && !isDelimiter(l.in[l.at]) {
		l.at++
	}
	s := string(l.in[start:l.at])
	if n, err := strconv.ParseFloat(s, 64); err == nil {
		return n
	}
	return operator(s)
}

func (l *lexer) name() name {
	var b []byte
	for l.at < len(l.in) && !isBlank(l.in[l.at]) && !isDelimiter(l.in[l.at]) {
		c := l.in[l.at]
		if c == '#' && l.at+2 < len(l.in) {
			if n, err := strconv.ParseUint(string(l.in[l.at+1:l.at+3]), 16, 8); err == nil {
				c = byte(n)
				l.at += 2
			}
		}
		b = append(b, c)
		l.at++
	}
	return name(b)
}

// escapes are the signs behind a backslash in a string.
var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

func (l *lexer) literal() text {
	var b []byte
	for depth := 1; l.at < len(l.in); l.at++ {
		c := l.in[l.at]
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.at++
				return text(b)
			}
		case '\\':
			b = l.escaped(b)
			continue
		}
		b = append(b, c)
	}
	return text(b)
}

// escaped takes what stands behind a backslash, up to its last sign.
func (l *lexer) escaped(b []byte) []byte {
	l.at++
	if l.at >= len(l.in) {
		return b
	}
	c := l.in[l.at]
	if c >= '0' && c <= '7' {
		n, end := 0, l.at+3
		for l.at < len(l.in) && l.at < end && l.in[l.at] >= '0' && l.in[l.at] <= '7' {
			n = n*8 + int(l.in[l.at]-'0')
			l.at++
		}
		l.at--
		return append(b, byte(n))
	}
	if c == '\r' || c == '\n' {
		if c == '\r' && l.at+1 < len(l.in) && l.in[l.at+1] == '\n' {
			l.at++
		}
		return b
	}
	if e, ok := escapes[c]; ok {
		c = e
	}
	return append(b, c)
}

func (l *lexer) hex() text {
	var digits []byte
	for l.at < len(l.in) && l.in[l.at] != '>' {
		if c := l.in[l.at]; c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f' {
			digits = append(digits, c)
		}
		l.at++
	}
	l.at++
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	out := make([]byte, 0, len(digits)/2)
	for i := 0; i < len(digits); i += 2 {
		n, _ := strconv.ParseUint(string(digits[i:i+2]), 16, 8)
		out = append(out, byte(n))
	}
	return text(out)
}

// array reads objects to the closing bracket. "5 0 R" is a reference.
func (l *lexer) array() []any {
	all := []any{}
	if l.depth++; l.depth > deepest {
		l.at = len(l.in)
	}
	defer func() { l.depth-- }()
	for {
		o := l.next()
		if c, ok := o.(closing); o == nil || ok && c == ']' {
			return all
		}
		all = refer(all, o)
	}
}

// refer appends an object, and makes a reference of the last three where that is what they say.
func refer(all []any, o any) []any {
	if n := len(all); o == operator("R") && n >= 2 {
		if id, ok := all[n-2].(float64); ok {
			return append(all[:n-2], ref(id))
		}
	}
	return append(all, o)
}

func (l *lexer) dict() dict {
	d := dict{}
	if l.depth++; l.depth > deepest {
		l.at = len(l.in)
	}
	defer func() { l.depth-- }()
	var all []any
	for {
		o := l.next()
		if c, ok := o.(closing); o == nil || ok && c == '>' {
			break
		}
		all = refer(all, o)
	}
	for i := 0; i+1 < len(all); i += 2 {
		if key, ok := all[i].(name); ok {
			d[key] = all[i+1]
		} else {
			i--
		}
	}
	return d
}
