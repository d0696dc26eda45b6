package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/analysis/lexicon"
)

// Bounds on datelines. The longest of world-train, with a country, a date and an agency, has 70 bytes.
const (
	longestDateline = 140 // bytes
	longestPlace    = 4   // words
	longestAgency   = 5   // words
	shortestCapital = 3   // bytes of capital letters, so that neither "Q -" nor "A:" is a place
)

// nearDash is within how many bytes a second dash tells that the first one begins an insertion: "NATO — The Alliance
// —".
const nearDash = 40

// longestHeadline is how many bytes a headline has at most, which ends with no mark.
const longestHeadline = 150

// weakAmong is among how many paragraphs from the first on a dateline may stand that has neither date nor agency.
const weakAmong = 12

var (
	months        = lexicon.Words("datelines", "months")
	weekdays      = lexicon.Words("datelines", "weekdays")
	placeLinks    = lexicon.Words("datelines", "links")
	agencies      = lexicon.Words("datelines", "agencies")
	agencyEndings = lexicon.Words("datelines", "agency endings")
	credited      = lexicon.Words("captions", "agencies")
	answers       = lexicon.Words("datelines", "answers")
)

// datelines are the datelines that stand before what is told in paragraphs: "HAVN, Oct. 3 (Reuters) -", "Havn, 3 March
// (Agency) –", "HAVN —". One of a place alone is told by its capitals, and only where no other paragraph begins so:
// elsewhere those are labels.
func datelines(s string, paragraphs []Span) (out []Span) {
	var weak []Span
	labels := 0
	for i, p := range paragraphs {
		d := newDateline(s, p)
		told := Span{p.Start, p.Start + d.at}
		switch {
		case d.at > 0 && d.strong():
			out = append(out, told)
			continue
		case i < weakAmong && d.at > 0 && d.weak():
			weak = append(weak, told)
		}
		if d.capital || labelled(p.Of(s)) {
			labels++
		}
	}
	if len(weak) == 1 && labels == 1 && len(out) == 0 {
		out = weak
	}
	return out
}

// dateline is the beginning of a paragraph, read as a dateline as far as it goes.
type dateline struct {
	s       string // the paragraph
	at      int    // what is read up to here, in bytes; 0 where there is no dateline
	capital bool   // the place is in capitals
	by      bool   // it begins with the author
	dated   bool
	agency  string
	mark    string // what ends it
}

func newDateline(s string, p Span) dateline {
	d := dateline{s: p.Of(s)}
	if d.read() && d.at <= longestDateline {
		return d
	}
	return dateline{}
}

// read reads a dateline up to the mark that ends it, and the white space behind.
func (d *dateline) read() bool {
	if strings.HasPrefix(d.s, "By ") {
		d.by = true
		d.at = len("By ")
	}
	if !d.readAgency() && !d.readDate() && !d.readPlaces() {
		return false
	}
	d.readDate()
	d.readAgency()
	d.readDate()
	for d.readMark() {
		before := *d
		if !d.readDate() && !d.readAgency() {
			return true
		}
		if !d.readMark() {
			*d = before
			return true
		}
		d.at -= len(d.mark) // read again, as what may go on once more
	}
	return d.mark != "" || d.at == len(d.s) && (d.dated || d.agency != "")
}

// space passes white space, and reports whether there was any.
func (d *dateline) space() bool {
	rest := strings.TrimLeftFunc(d.s[d.at:], unicode.IsSpace)
	n := len(d.s) - d.at - len(rest)
	d.at += n
	return n > 0
}

// peek returns the word at the place reached: letters, and hyphens, apostrophes and periods within and behind.
func (d *dateline) peek() string {
	rest := d.s[d.at:min(len(d.s), d.at+longestDateline)]
	for i, r := range rest {
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r) || r == utf8.RuneError:
		case r == '-' && i > 0 && i+1 < len(rest) && unicode.IsLetter(rune(rest[i+1])):
		case (r == '\'' || r == '’' || r == '.') && i > 0:
		default:
			return rest[:i]
		}
	}
	return rest
}

// readPlaces reads the places of a dateline: "HAVN", "HAVN, Vessany", "HAVN/ROMVIK", and behind an author "in Havn".
func (d *dateline) readPlaces() bool {
	for n := 0; n < 4; n++ {
		before := d.at
		place := d.readPlace()
		if place == "" {
			d.at = before
			return n > 0
		}
		if n == 0 {
			d.capital = place == strings.ToUpper(place) && len(place) >= shortestCapital
		}
		after := d.at
		d.space()
		if d.at == len(d.s) || !strings.ContainsRune(",/", rune(d.s[d.at])) {
			d.at = after
			return true
		}
		slash := d.s[d.at] == '/'
		if slash && after < d.at { // an agency's
			d.at = after
			return true
		}
		d.at++
		d.space()
	}
	return false
}

// readPlace reads a name of at most a few words with capitals, and returns it without the small words in it.
func (d *dateline) readPlace() string {
	var names []string
	for n := 0; n < longestPlace || d.by && n < 2*longestPlace; n++ {
		before := d.at
		if n > 0 && !d.space() {
			break
		}
		w := d.peek()
		r, _ := utf8.DecodeRuneInString(w)
		lower := strings.TrimRight(strings.ToLower(w), ".")
		switch {
		case w == "", inDate(lower), n > 0 && knownAgency(w):
			d.at = before
			return strings.Join(names, " ")
		case unicode.IsUpper(r):
			names = append(names, w)
		case n == 0 || !placeLinks[w]:
			d.at = before
			return strings.Join(names, " ")
		}
		d.at += len(w)
	}
	return strings.Join(names, " ")
}

// readDate reads a date, whose parts come in any order: "Oct. 3", "3 October 2021", "Tuesday, Oct. 3". A bracket around
// it belongs to it.
func (d *dateline) readDate() bool {
	before, named, number := d.at, false, false
	d.space()
	bracket := d.at < len(d.s) && d.s[d.at] == '('
	if bracket {
		d.at++
	}
	for n := 0; n < 5; n++ {
		if d.readNumber() {
			number = true
			continue
		}
		at := d.at
		d.pass(" ,\u00a0")
		w := d.peek()
		lower := strings.TrimRight(strings.ToLower(w), ".")
		if !inDate(lower) {
			d.at = at
			break
		}
		d.at += len(w)
		named, number = true, number || weekdays[lower]
	}
	if bracket && !strings.HasPrefix(d.s[d.at:], ")") || !named || !number {
		d.at = before
		return false
	}
	if bracket {
		d.at++
	}
	d.dated = true
	return true
}

// inDate reports whether a word is a month or a day of the week.
func inDate(w string) bool { return months[w] || weekdays[w] }

// readNumber reads a day or a year.
func (d *dateline) readNumber() bool {
	at := d.at
	d.pass(" ,\u00a0")
	digits := 0
	for d.at+digits < len(d.s) && d.s[d.at+digits] >= '0' && d.s[d.at+digits] <= '9' {
		digits++
	}
	if digits == 0 || digits > 4 {
		d.at = at
		return false
	}
	d.at += digits
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		if strings.HasPrefix(d.s[d.at:], ending) {
			d.at += len(ending)
			break
		}
	}
	return true
}

// pass passes any of some marks.
func (d *dateline) pass(marks string) { d.at = len(d.s) - len(strings.TrimLeft(d.s[d.at:], marks)) }

// readAgency reads the agency of a dateline: in brackets, between strokes, or where it is known without either.
func (d *dateline) readAgency() bool {
	before := d.at
	d.pass(" .,\u00a0")
	if strings.HasPrefix(d.s[d.at:], "-(") {
		d.at++
	}
	rest := d.s[d.at:]
	if rest == "" {
		d.at = before
		return false
	}
	if k := strings.IndexByte(")/"+rest, rest[0]); rest[0] == '(' || k == 1 {
		closer := map[byte]string{'(': ")", '/': "/"}[rest[0]]
		name, _, ok := strings.Cut(rest[1:min(len(rest), longestDateline)], closer)
		if ok && agencyName(name) {
			d.agency = name
			d.at += len(name) + 2
			return true
		}
	} else if w := d.peek(); d.at > 0 && knownAgency(w) {
		d.agency = w
		d.at += len(w)
		return true
	}
	d.at = before
	return false
}

// agencyName reports whether words may be an agency's name: a few, with capitals.
func agencyName(name string) bool {
	words := strings.Fields(name)
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && !placeLinks[w] {
			return false
		}
	}
	return len(words) > 0 && len(words) <= longestAgency
}

// knownAgency reports whether words are the name of an agency by a list, or by what it ends in.
func knownAgency(name string) bool {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return unicode.IsSpace(r) || r == '/' })
	if len(words) == 0 {
		return false
	}
	for _, w := range words {
		if agencies[w] || credited[w] {
			return true
		}
	}
	last := words[len(words)-1]
	for ending := range agencyEndings {
		if strings.HasSuffix(last, ending) && (len(words) > 1 || len(last) > len(ending)) {
			return true
		}
	}
	return false
}

// readMark reads the mark that ends a dateline, with the white space behind it.
func (d *dateline) readMark() bool {
	before := d.at
	spaced := d.space()
	rest := d.s[d.at:]
	mark := rest[:len(rest)-len(strings.TrimLeft(rest, "-–—―‒"))]
	if mark == "" && rest != "" && strings.ContainsRune(":.", rune(rest[0])) {
		mark = rest[:1]
	}
	told := d.dated || d.agency != ""
	switch {
	case mark == "" && strings.HasSuffix(d.s[:before], "/"), mark == "." && told:
	case mark == "" || mark == ".", mark == "-" && !spaced && !told:
		d.at = before
		return false
	}
	d.at += len(mark)
	if mark == "" {
		mark = "/"
	}
	d.mark = mark
	d.space()
	return true
}

// strong reports whether date or agency tell that it is a dateline.
func (d *dateline) strong() bool {
	known := d.agency != "" && knownAgency(d.agency)
	switch {
	case d.by && !known && !strings.Contains(d.s[:d.at], " in "), d.by && (d.mark == ":" || d.mark == ""):
		return false
	case d.dated && d.agency != "" || known && d.mark != ".":
		return d.mark != "" || d.capital
	case !d.begins():
		return false
	case d.dated:
		return d.capital || d.mark != ":" && d.mark != "."
	case d.agency != "":
		return d.capital && d.mark != "." && d.mark != ":"
	}
	return d.by
}

// begins reports whether a sentence begins behind the dateline, or nothing stands there.
func (d *dateline) begins() bool {
	rest := strings.TrimLeftFunc(d.s[d.at:], func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSpace(r) })
	r, _ := utf8.DecodeRuneInString(rest)
	return d.at == len(d.s) || !unicode.IsLower(r)
}

// weak reports whether it is a dateline of a place alone: in capitals, before a whole sentence that neither another
// dash sets apart nor somebody speaks.
func (d *dateline) weak() bool {
	rest := d.s[d.at:]
	if !d.capital || d.by || !d.begins() || !sentenceLike(rest) {
		return false
	}
	if d.mark != ":" {
		near := rest[:min(len(rest), nearDash)]
		return !strings.Contains(near, " "+d.mark+" ") && (d.mark != "—" || !strings.Contains(near, d.mark))
	}
	word := strings.ToLower(strings.ReplaceAll(strings.TrimRight(strings.Fields(rest)[0], ",.!"), "’", "'"))
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(r) && !answers[word] && !strings.HasSuffix(rest, "?")
}

// sentenceLike reports whether words are a sentence or more, and no headline.
func sentenceLike(words string) bool {
	return words != "" && (ended(words) || len(words) > longestHeadline) && words != strings.ToUpper(words)
}
