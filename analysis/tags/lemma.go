package tags

import "strings"

// Lemma returns the base form of a word in lower case: "says" is a form of "say", "denied" of "deny", "claims" of "claim".
// It knows regular endings and the irregular words that matter in news; a name is only put into lower case.
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
	case len(w) < 4 || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is"):
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
	n := len(w)
	if b, ok := irregularStems[w]; ok {
		return b
	}
	if n < 3 {
		return w
	}
	if hasAny(w, "iat", "uat") {
		return w + "e"
	}
	last, before, third := w[n-1], w[n-2], w[n-3]
	switch {
	case last == before && !vowel(last):
		if strings.IndexByte("lszf", last) >= 0 && !hasAny(w, "cell", "pell", "rell", "vell", "mitt", "ott", "atroll", "ntroll", "abell") {
			return w
		}
		return w[:n-1]
	case strings.IndexByte("cvu", last) >= 0, last == 'z', last == 's' && before != 's' && !hasAny(w, "ocus", "ias", "nvas"):
		return w + "e"
	case last == 'g' && (before == 'd' || before == 'r' || before == 'n' && third == 'e' || before == 'a' || before == 'e' || before == 'l' && third != 'o' || hasAny(w, "halleng", "hang", "ring", "xchang")):
		return w + "e"
	case last == 'l' && strings.IndexByte("bcdfgkptz", before) >= 0:
		return w + "e"
	case vowel(last) || last == 'w' || last == 'x' || last == 'y' || last == 'h' && !hasAny(w, "eath", "lath", "ooth"):
		return w
	case vowel(before) && !vowel(third) && lone(w, last):
		return w + "e"
	}
	return w
}

// lone tells whether a verb whose stem ends in a consonant, one vowel and the consonant last has lost its "e".
func lone(w string, last byte) bool {
	switch last {
	case 't':
		return hasAny(w, "at", "ot", "ut", "ibit", "vit", "cit", "nit", "writ", "let", "pet") && !hasAny(w, "hibit", "format", "pivot", "combat", "defeat", "pilot", "ballot", "sabot", "debut")
	case 'd':
		return hasAny(w, "id", "ad", "od", "ud", "ced", "ped") && !hasAny(w, "avoid", "mad")
	case 'r':
		return hasAny(w, "ir", "ar", "ur", "or", "her", "fer") && !hasAny(w, "abor", "avor", "itor", "ancor", "onor", "thor", "efer", "nsfer", "occur", "nsor", "fer", "cur", "her")
	case 'n':
		return hasAny(w, "in", "an", "un", "on", "ven") && !hasAny(w, "ason", "rison", "bandon", "ardon", "ention", "question", "estion", "mission", "asten", "eaken", "itan", "pen", "ition", "tain", "run", "amin", "rdon", "ckon", "mmon", "wan", "stion") ||
			hasAny(w, "examin", "imagin", "determin", "elimin")
	case 'm':
		return hasAny(w, "am", "im", "um", "om") && !hasAny(w, "laim", "ream", "ransom", "com", "lossom")
	case 'l':
		return hasAny(w, "al", "il", "ul", "ol") && !hasAny(w, "ignal", "ppeal", "ival", "eal", "ail", "oil", "ool", "atrol", "qual", "trol", "tal", "vil")
	case 'p':
		return hasAny(w, "ap", "yp", "op", "ip") && !hasAny(w, "elop", "ship", "allop", "ip")
	case 'k':
		return hasAny(w, "ak", "ik", "ok", "uk")
	case 'b':
		return hasAny(w, "ib", "ub", "ab", "ob")
	}
	return false
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
