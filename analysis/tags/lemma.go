package tags

import "strings"

// Lemma returns the base form of a word in lower case: "says" is a form of "say", "denied" of "deny", "claims" of
// "claim". It knows regular endings and the irregular words that matter in news; a name is only put into lower case.
func Lemma(word string, t Tag) string {
	w := strings.ToLower(strings.ReplaceAll(word, "’", "'"))
	switch {
	case t.Verb() || t == MD:
		if b, ok := irregularVerbs[w]; ok {
			return b
		}
		return verbBase(w, t)
	case t == NNS || t == NNPS:
		if b, ok := irregularNouns[w]; ok {
			return b
		}
		return singular(w)
	case t == JJR || t == JJS || t == RBR || t == RBS:
		if b, ok := irregularDegrees[w]; ok {
			return b
		}
	}
	return w
}

// verbBase takes a regular ending off a verb.
func verbBase(w string, t Tag) string {
	switch {
	case t == VBZ && len(w) > 3:
		return singular(w)
	case t == VBG && len(w) > 4 && strings.HasSuffix(w, "ing"):
		return stem(w[:len(w)-3])
	case (t == VBD || t == VBN) && len(w) > 3 && strings.HasSuffix(w, "ed"):
		if strings.HasSuffix(w, "ied") && len(w) > 4 {
			return w[:len(w)-3] + "y"
		}
		if hasAny(w, "reed", "eeed") && len(w) > 5 {
			return w[:len(w)-1]
		}
		return stem(w[:len(w)-2])
	}
	return w
}

// singular takes the ending "s" off a noun or a verb.
func singular(w string) string {
	switch {
	case len(w) < 4 || !strings.HasSuffix(w, "s") || hasAny(w, "ss", "us", "is"):
		return w
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case hasAny(w, "sses", "shes", "ches", "xes", "zzes", "oes"):
		return w[:len(w)-2]
	}
	return w[:len(w)-1]
}

// stem gives what is left of a verb without "ed" or "ing" the shape of a base form.
func stem(w string) string {
	if b, ok := irregularStems[w]; ok {
		return b
	}
	n := len(w)
	if n < 3 {
		return w
	}
	change, ok := longest(stemEndings, w)
	if !ok && vowel(w[n-2]) && !vowel(w[n-3]) {
		change, _ = longest(shortStemEndings, w)
	}
	switch change {
	case backE:
		return w + "e"
	case single:
		return w[:n-1]
	}
	return w
}

// longest finds what the longest ending of a word that a table has tells.
func longest(table map[string]change, w string) (change, bool) {
	for from := range w {
		if c, ok := table[w[from:]]; ok {
			return c, true
		}
	}
	return asItIs, false
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// hasAny reports whether the word has one of the endings.
func hasAny(w string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}
