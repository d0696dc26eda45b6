package format

import "strings"

// Header are the fields of a message, by their names in lower case.
type Header map[string]string

// Fields are the header that lines begin with; nil where anything else stands before the first empty line.
func Fields(lines []string) Header {
	found, last := Header{}, ""
	for _, l := range lines {
		if strings.TrimSpace(l) == "" {
			return found
		}
		if name, value, ok := strings.Cut(l, ":"); ok && IsFieldName(name) {
			last = strings.ToLower(name)
			found[last] = strings.TrimSpace(value)
		} else if last != "" && (l[0] == ' ' || l[0] == '\t') {
			found[last] += " " + strings.TrimSpace(l)
		} else {
			return nil
		}
	}
	return found
}

// IsFieldName reports whether the name of a field can be written so.
func IsFieldName(s string) bool {
	return s != "" && strings.Trim(strings.ToLower(s), "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// Any reports whether one of the fields is there.
func (h Header) Any(names ...string) bool {
	for _, n := range names {
		if _, ok := h[n]; ok {
			return true
		}
	}
	return false
}
