package captions

import "strings"

// creditAt is the word at which a credit begins that a paragraph ends with, -1 where there is none.
func creditAt(words []word) int {
	for i := max(0, len(words)-longestCredit); i < len(words); i++ {
		w := words[i]
		begins := i == 0 || words[i-1].ends() || w.brackets() || strings.TrimLeft(words[i-1].as, "|—–") == ""
		if begins && isCredit(words[i:]) {
			return i
		}
	}
	return -1
}

// isCredit reports whether words are a credit: a label and a name, or a name and an agency, with nothing else.
func isCredit(words []word) bool {
	if !namesOnly(words) {
		return false
	}
	if n := labelled(words); n > 0 {
		return n < len(words)
	}
	return byAgency(words)
}

// namesOnly reports whether words could all be part of names, labels aside.
func namesOnly(words []word) bool {
	from := labelled(words)
	for _, w := range words[from:] {
		if !w.capital() && !small[w.bare] && !known(w) {
			return false
		}
	}
	return true
}

// known reports whether a word, or a part of it, is one of credits.
func known(w word) bool {
	for _, p := range w.parts() {
		if agencies[p] || credited[p] {
			return true
		}
	}
	return false
}

// labelled is how many words at the start are the label of a credit: "Photo:", "Photo by", "Image courtesy of".
func labelled(words []word) int {
	for n := min(2, len(words)); n > 0; n-- {
		if !labels[bare(words[:n])] || !words[0].capital() {
			continue
		}
		if strings.HasSuffix(words[n-1].as, ":") {
			return n
		}
		rest := bare(words[n:min(len(words), n+2)]) + " "
		for _, l := range links {
			if strings.HasPrefix(rest, l.Word+" ") {
				return n + 1 + strings.Count(l.Word, " ")
			}
		}
	}
	return 0
}

func bare(words []word) string {
	var all []string
	for _, w := range words {
		all = append(all, w.bare)
	}
	return strings.Join(all, " ")
}

// byAgency reports whether words are a name and an agency, or several: parted by a slash or by "via", with what tells
// an agency, or a full name before the slash.
func byAgency(words []word) bool {
	agency, before := false, -1
	for i, w := range words {
		if parts := w.partsAt(i); parts >= 0 && before < 0 {
			before = i + parts
		}
		agency = agency || known(w)
	}
	return before >= 0 && (agency || before == 2 || before == 3)
}

// partsAt tells whether a word, the one at an index, parts a name from an agency: 1 where the name ends in it, 0 where
// it belongs to neither or begins with the slash, -1 where it does not.
func (w word) partsAt(i int) int {
	switch at := strings.Index(w.as, "/"); {
	case at > 0 && !strings.Contains(w.as, "://"):
		return 1
	case at == 0, i > 0 && (w.bare == "via" || w.as == "|"):
		return 0
	}
	return -1
}

// opensCaption reports whether a paragraph begins as captions do: "FILE PHOTO: ".
func opensCaption(words []word) bool {
	for n := 1; n <= min(4, len(words)-1); n++ {
		opens := strings.HasSuffix(words[n-1].as, ":") || words[n].as == "-" || words[n].as == "–"
		if opens && openings[bare(words[:n])] && words[0].capital() {
			return strings.HasSuffix(words[n-1].as, ":") || words[0].as == strings.ToUpper(words[0].as)
		}
	}
	return false
}

// readsLikeCaption reports whether a paragraph may be a caption for all that its words tell.
func readsLikeCaption(words []word) bool {
	if len(words) == 0 || len(words) > longestNote {
		return false
	}
	sign := false
	for _, w := range words {
		if strings.ContainsAny(w.as, `"“”`) {
			return false
		}
		sign = sign || signs[w.bare] || signs[strings.ToLower(w.as)]
	}
	return sign
}

// isNote reports whether a paragraph is a note on the article.
func (f *finder) isNote(i int, words []word) bool {
	if len(words) == 0 || len(words) > longestNote {
		return false
	}
	begins := strings.TrimLeft(lead(words), "([*_")
	for _, n := range notes {
		if strings.HasPrefix(begins, n.Word) {
			return true
		}
	}
	whole := strings.ToLower(strings.TrimRight(f.s[words[0].Start:words[len(words)-1].End], ".)]_* "))
	for _, n := range noteEnds {
		if strings.HasSuffix(whole, n.Word) {
			return true
		}
	}
	return isByline(words) || i > 0 && len(f.paragraphs)-i <= farAuthors && isOnAuthor(words)
}

// bracketedNote is the word at which a note in brackets begins that a paragraph ends with, -1 where there is none.
func bracketedNote(words []word) int {
	for i := max(1, len(words)-longestNote); i < len(words); i++ {
		if !words[i].brackets() {
			continue
		}
		begins := strings.TrimLeft(lead(words[i:]), "([")
		for _, n := range notes {
			if strings.HasPrefix(begins, n.Word) && strings.HasSuffix(strings.TrimRight(words[len(words)-1].as, "."), ")") {
				return i
			}
		}
	}
	return -1
}

// longestByline is how many words a byline has at most: "By Ann Bell and Tom Dorn, Staff Writers".
const longestByline = 10

// isByline reports whether a paragraph is nothing but "By" and names.
func isByline(words []word) bool {
	if len(words) < 3 || len(words) > longestByline || words[0].bare != "by" || !words[0].capital() {
		return false
	}
	for _, w := range words[1:] {
		if !w.capital() && !small[w.bare] {
			return false
		}
	}
	last := words[len(words)-1].as
	return !strings.HasSuffix(last, ".") && !strings.HasSuffix(last, ":")
}

// Of a note on who an author is, how many words the name has at most, and how many words on it must be told that they
// write: "Ann Bell is the author of “Salt”", "Tom Dorn is a senior fellow at".
const (
	longestName = 5
	farAuthor   = 7
)

// isOnAuthor reports whether a paragraph tells who an author is.
func isOnAuthor(words []word) bool {
	at := 0
	for at < len(words) && at <= longestName && words[at].capital() && !words[at].ends() {
		at++
	}
	if at < 2 || at+2 >= len(words) || words[at].bare != "is" {
		return false
	}
	switch words[at+1].bare {
	case "the", "a", "an":
	default:
		return false
	}
	for _, w := range words[at+2 : min(len(words), at+farAuthor)] {
		if authors[w.bare] {
			return true
		}
	}
	return false
}
