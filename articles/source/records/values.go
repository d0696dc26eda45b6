package records

import (
	"bufio"
	"bytes"
	"io"
)

// values are what stands one behind the other in JSON: the elements of a list, or objects without commas between.
type values struct {
	in    *bufio.Reader
	limit int64
	list  bool // whether a list was opened
}

// more reports whether anything but white space follows.
func (v *values) more() bool {
	_, err := v.skip()
	if err == nil {
		v.in.UnreadByte()
	}
	return err == nil
}

// skip gives the first byte that is neither white space nor parts two values.
func (v *values) skip() (byte, error) {
	for {
		c, err := v.in.ReadByte()
		switch {
		case err != nil:
			return 0, err
		case isBlank(c) || c == ',':
		case c == ']' && v.list:
			return 0, io.EOF
		default:
			return c, nil
		}
	}
}

// next gives the next value, of which it keeps no more than the limit and tells whether there was more. One that the
// end cuts comes with io.ErrUnexpectedEOF; after the last one there is io.EOF.
func (v *values) next() (value []byte, long bool, err error) {
	c, err := v.skip()
	if err != nil {
		return nil, false, err
	}
	depth, quoted, escaped := 0, false, false
	for ; err == nil; c, err = v.in.ReadByte() {
		if long = long || int64(len(value)) >= v.limit; !long {
			value = append(value, c)
		}
		switch {
		case escaped:
			escaped = false
		case quoted && c == '\\':
			escaped = true
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		}
		if depth <= 0 && !quoted && v.ends(c) {
			return value, long, nil
		}
	}
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return value, long, err
}

// ends reports whether a value that is outside all brackets ends with a byte: with its own last one, or, as a number
// does, before the next.
func (v *values) ends(c byte) bool {
	if c == '}' || c == ']' || c == '"' {
		return true
	}
	next, err := v.in.Peek(1)
	return err != nil || isBlank(next[0]) || bytes.ContainsRune([]byte(",]}"), rune(next[0]))
}

// isBlank reports whether a byte is white space in JSON.
func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
