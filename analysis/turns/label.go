package turns

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/text"
)

// sort is what a label says of who speaks.
type sort uint8

const (
	person   sort = iota // a name
	office               // what somebody is there: "THE COURT", "Mr. Speaker"
	asker                // whoever asks: "Q"
	answer               // whoever is asked: "A"
	nobody               // somebody unknown: "UNIDENTIFIED MALE"
	examiner             // the line above the questions of somebody who examines a witness: "BY MR. BELL:"
)

// sorts are the labels that name nobody, in lower case, without an article.
var sorts = lexicon.Table("turns", "labels",
	map[string]sort{"office": office, "asker": asker, "answer": answer, "nobody": nobody})

// noLabels are what stands before a colon and tells of something else than who speaks.
var noLabels = lexicon.Words("turns", "no labels")

// titles stand before names in parliaments, besides those that stand there everywhere.
var titles = lexicon.Words("turns", "titles")

// particles are the words of names that begin with a small letter: "van", "de".
var particles = lexicon.Words("names/words", "particles")

// label is what may be the label of a turn.
type label struct {
	line   int
	sort   sort
	source text.Span // the label, without time and brackets, but with title and role
	name   text.Span // the name alone
	cue    text.Span // the colon, or what stands in its place; empty where there is none
	from   int       // the byte where the words begin
	words  []string  // the name's, in lower case
	capitals,
	titled, // a title or what somebody is stands before the name
	noted bool // party, place, role or time stand behind it
	inner bool // the name stands in brackets behind what somebody is
	loose bool // it stands in a form that is none by itself: a line of its own, "Q" without a mark
}

// The forms of labels.
var (
	// lead is what may stand before a label: a list's number, a question's, the time.
	lead = regexp.MustCompile(`^[*_#>•\s"“]*(?:(?:[TQ]?\d{1,3}\.|\d{1,3}\))\s+)?(?:\[\d{3,}\]\s*)?` +
		`(?:[\[(]?` + clock + `[\])]?\s*[-–—|]?\s*)?[*_]*`)
	// asked is a question's or answer's letter, with its number.
	asked = regexp.MustCompile(`^(Q|A)(?:\s?\d{1,3})?(?:\s*[*_]*([:.)—–])[*_]*(?:\s|$)|[*_]*\s+([-—–])\s+|(\s{2,})|\s+[A-Z“"‘'])`)
	// headed is a label with a colon, behind it a bracket or a time, or that fills its line.
	headed = regexp.MustCompile(`^([^:\[\](){}“”"«»?!\r\n*]{1,100}?)[*_]*((?:\s*[(\[][^()\[\]\r\n]{0,110}[)\]])*)` +
		`(?:,[^:“”"?!\r\n]{1,60})?\s*[*_]*(:|$)[*_]*(?:[\s“"‘'(\[]|$)`)
	// timed is a label behind which the time stands, without a colon.
	timed = regexp.MustCompile(`^([^:\[\](){}“”"«»?!\r\n*0-9]{1,60}?)[*_]*\s*[-–—|,]?\s+([\[(]?` + clock + `[\])]?)\s*[-–—|]?(?:\s|$)`)
	// stopped is a label with a full stop, as the Congressional Record and hearings have them: "Mr. BELL of Ohio."
	stopped = regexp.MustCompile(`^((?:[A-Z][a-z]+\.? ){1,3}[A-Z][A-Za-z'’-]*[A-Z](?: [A-Z][A-Z'’-]+)*(?: of (?:[A-Z][a-z]+ ?){1,3})?)` +
		`(\s*[(\[][^()\[\]\r\n]{0,60}[)\]])?(\.)\s`)
	// examines is the line above an examination.
	examines = regexp.MustCompile(`^(?:BY|EXAMINATION BY) ((?:[A-Z][A-Za-z]*\.? ){1,2}[A-Z][A-Z'’-]+):?\s*$`)
	// digits begin a number.
	digits = regexp.MustCompile(`^\d`)
)

const clock = `\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:\s?[AaPp]\.?[Mm]\.?)?`

// labelAt reads the label that a line begins with, where it may have one.
func (r *reader) labelAt(k int) (label, bool) {
	s := r.start(r.lines[k])
	at := leadOf(s)
	k0, rest := label{line: k}, s[at:]
	colon := strings.Contains(rest, ":")
	if m := matchIf(strings.HasPrefix(rest, "BY ") || strings.HasPrefix(rest, "EXAM"), examines, rest); m != nil {
		k0.sort, k0.from = examiner, r.span(r.lines[k]).End
		start := r.span(r.lines[k]).Start + at + m[2]
		ok := r.readName(&k0, strings.Fields(s[at+m[2]:at+m[3]]), start)
		return k0, ok && k0.titled
	}
	if m := matchIf(strings.HasPrefix(rest, "Q") || strings.HasPrefix(rest, "A"), asked, rest); m != nil {
		return r.askedLabel(k0, at, m, s[at+m[2]:at+m[3]] == "A")
	}
	if m := matchIf(secondCapital(rest), stopped, rest); m != nil {
		if out, ok := r.labelOf(k0, s, at, m, false); ok && (out.titled || out.sort != person) && out.capitals {
			return out, true
		}
	}
	if m := matchIf(colon, timed, rest); m != nil {
		return r.labelOf(k0, s, at, append(m, -1, -1), true)
	}
	// Without a colon a label fills its line, which then ends before what is looked at does.
	m := matchIf(colon || len(s) < mostOfLine, headed, rest)
	if m == nil {
		return label{}, false
	}
	if k0.loose = m[6] == m[7]; k0.loose && len(s) == mostOfLine {
		return label{}, false
	}
	return r.labelOf(k0, s, at, m, false)
}

// leadOf is the length of what stands before a label: of the lead, which begins with no other letters than those of a
// question.
func leadOf(s string) int {
	if s != "" && s[0] != 'T' && s[0] != 'Q' && isASCIILetter(s[0]) {
		return 0
	}
	return len(lead.FindString(s))
}

// matchIf matches a form where that may be: what little of a line tells that it is none costs much less than the form.
func matchIf(may bool, form *regexp.Regexp, s string) []int {
	if !may {
		return nil
	}
	return form.FindStringSubmatchIndex(s)
}

// secondCapital reports whether the second word of a line begins with a capital.
func secondCapital(s string) bool {
	second := strings.IndexByte(s, ' ') + 1
	return second > 0 && second < len(s) && 'A' <= s[second] && s[second] <= 'Z'
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// askedLabel makes the label of "Q:" or "A.", matched at a place of the line.
func (r *reader) askedLabel(k label, at int, m []int, answers bool) (label, bool) {
	start := r.span(r.lines[k.line]).Start + at
	k.sort, k.words = asker, []string{"q"}
	if answers {
		k.sort, k.words = answer, []string{"a"}
	}
	k.source = r.whole(text.Span{Start: start + m[2], End: start + m[3]})
	k.name, k.from = k.source, start+m[3]
	for _, g := range []int{4, 6} {
		if m[g] >= 0 {
			k.cue = text.Span{Start: start + m[g], End: start + m[g+1]}
			k.from = k.cue.End
		}
	}
	k.loose = k.cue.Empty()
	return k, true
}

// labelOf makes a label of the groups of a form: what names who speaks, the brackets behind it, and the colon.
func (r *reader) labelOf(k label, s string, at int, m []int, time bool) (label, bool) {
	start := r.span(r.lines[k.line]).Start + at
	head := s[at+m[2] : at+m[3]]
	k.noted = m[4] >= 0 && m[4] < m[5]
	k.from = start + m[1]
	if m[6] > m[5] && m[5] >= 0 && r.reports(text.Span{Start: start + m[5], End: start + m[6]}) {
		return k, false
	}
	if m[6] >= 0 && m[6] < m[7] {
		k.cue = text.Span{Start: start + m[6], End: start + m[7]}
		k.from = k.cue.End
	}
	if !r.readHead(&k, head, start+m[2]) {
		return k, false
	}
	if k.noted && !time && k.sort == office {
		r.nameInBrackets(&k, s[at+m[4]:at+m[5]], start+m[4])
	}
	return k, true
}

// Bounds on what a label says.
const (
	longestName  = 5 // words
	longestTitle = 9 // words of an office
)

// readHead reads what a label says of who speaks: title, name and role.
func (r *reader) readHead(k *label, head string, start int) bool {
	name, role, _ := strings.Cut(head, ",")
	k.noted = k.noted || role != ""
	if r.reports(text.Span{Start: start, End: start + len(head)}) {
		return false
	}
	plain := strings.ToLower(strings.Join(strings.Fields(name), " "))
	bare := strings.TrimPrefix(plain, "the ")
	words := strings.Fields(name)
	if bare == "" || noLabels[plain] && !areInitials(r, words) {
		return false
	}
	k.capitals = allCapitals(withoutThe(words))
	k.source = r.whole(trimmed(r.text.String, text.Span{Start: start, End: start + len(name)}))
	k.name = k.source
	if of, ok := sorts[numberless(bare)]; ok {
		k.sort, k.words = of, []string{bare}
		return len(words[0]) > 1 || of != nobody
	}
	if strings.HasPrefix(plain, "the ") && r.isOffice(words[1:]) {
		k.sort, k.words, k.titled = office, []string{bare}, true
		return true
	}
	return r.readName(k, words, start)
}

// areInitials reports whether a label is the initials of somebody whom the text names, though they spell a word: "AT"
// is Ann Thorne.
func areInitials(r *reader, words []string) bool {
	return len(words) == 1 && allCapitals(words) && r.byInitials(strings.ToLower(words[0])) != nil
}

// smallWords are words that no name has, whatever their first letter.
var smallWords = lexicon.Words("turns", "small words")

// withoutThe are words without an article before them.
func withoutThe(words []string) []string {
	if len(words) > 1 && strings.EqualFold(words[0], "the") {
		return words[1:]
	}
	return words
}

// behindOffice are the words between an office and what it is for.
var behindOffice = lexicon.Words("turns", "behind offices")

// isOffice reports whether words say what somebody is: their noun, before "of" or "for", is one for persons.
func (r *reader) isOffice(words []string) bool {
	if len(words) == 0 || len(words) > longestTitle {
		return false
	}
	head := words[len(words)-1]
	for i, w := range words {
		if i > 0 && behindOffice[strings.ToLower(w)] {
			head = words[i-1]
			break
		}
	}
	n, ok := nouns.Of(head)
	return ok && n.Nature == nouns.Person
}

// readName reads the title and the name of a label.
func (r *reader) readName(k *label, words []string, start int) bool {
	if cut := indexOf(words, "of"); cut > 0 && isTitle(words[0]) { // "Mr. BELL of Ohio"
		words, k.noted = words[:cut], true
	}
	first := 0
	for first < len(words)-1 && isTitle(words[first]) {
		first++
	}
	if strings.EqualFold(words[first], "the") && first < len(words)-1 { // "The Herald"
		first++
	}
	k.titled = first > 0
	rest := words[first:]
	if len(rest) > longestName || len([]rune(rest[0])) < 2 && len(rest) == 1 {
		return false
	}
	if noLabels[strings.ToLower(rest[0])] && !areInitials(r, rest) {
		return false
	}
	for i, w := range rest {
		small := smallWords[strings.ToLower(w)] && !particles[w]
		if !isNameWord(w, i > 0 && i < len(rest)-1) || small && !areInitials(r, rest) {
			return false
		}
		k.words = append(k.words, plainWord(w))
	}
	k.capitals = allCapitals(rest)
	from := start + offsetOf(r.text.String[start:], words, first)
	to := start + offsetOf(r.text.String[start:], words, len(words)-1) + len(words[len(words)-1])
	k.name = r.whole(text.Span{Start: from, End: to})
	return true
}

// nameInBrackets gives an office's label the name behind it: "The Minister for Roads (Sir Gareth Uldale)".
func (r *reader) nameInBrackets(k *label, notes string, start int) {
	open := strings.IndexAny(notes, "([")
	end := open + 1 + strings.IndexAny(notes[open+1:], ")],")
	if open < 0 || end <= open+1 {
		return
	}
	inner := label{}
	words := strings.Fields(notes[open+1 : end])
	at := start + open + 1
	if len(words) < 2 || !r.readName(&inner, words, at) || len(inner.words) == 0 {
		return
	}
	if !inner.titled && len(inner.words) < 2 {
		return
	}
	k.sort, k.name, k.words, k.titled, k.inner = person, inner.name, inner.words, true, true
	k.source.End = r.whole(text.Span{Start: start, End: start + end + 1}).End
}

// isTitle reports whether a word stands before a name and says what its bearer is.
func isTitle(w string) bool {
	w = strings.ToLower(w)
	if _, ok := names.Title(w); ok || titles[w] {
		return true
	}
	if _, ok := names.Title(strings.TrimSuffix(w, ".")); ok {
		return true
	}
	n, ok := nouns.Of(w)
	return ok && n.Nature == nouns.Person && !n.Plural && names.Given(w) == 0
}

// isNameWord reports whether a word can be part of a name.
func isNameWord(w string, within bool) bool {
	if within && particles[w] {
		return true
	}
	first, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(first) && strings.IndexFunc(w, func(c rune) bool {
		return !unicode.IsLetter(c) && !strings.ContainsRune("'’.-‑", c)
	}) < 0
}

// allCapitals reports whether words are written in capitals, as labels are: also "McCAIN" and "DeWITT".
func allCapitals(words []string) bool {
	capitals := 0
	for _, w := range words {
		upper, lower := 0, 0
		for _, c := range w {
			switch {
			case unicode.IsUpper(c):
				upper++
			case unicode.IsLower(c):
				lower++
			}
		}
		if lower > upper || lower > 0 && upper < 3 {
			return false
		}
		capitals += upper
	}
	return capitals > 1
}

// numberless is a label without the number behind it: "Speaker 2", "Q3".
func numberless(s string) string { return strings.TrimRight(s, " 0123456789#") }

// plainWord is a word of a name as it is compared.
func plainWord(w string) string {
	w = strings.ToLower(strings.ReplaceAll(w, "’", "'"))
	return strings.TrimSuffix(strings.TrimSuffix(w, "'s"), ".")
}

func indexOf(words []string, w string) int {
	for i, x := range words {
		if strings.EqualFold(x, w) {
			return i
		}
	}
	return -1
}

// offsetOf is how many bytes into s, which begins with words, the one at an index begins.
func offsetOf(s string, words []string, index int) int {
	at := 0
	for i, w := range words {
		at += strings.Index(s[at:], w)
		if i == index {
			return at
		}
		at += len(w)
	}
	return at
}

// trimmed takes white space off the ends of a span.
func trimmed(s string, p text.Span) text.Span {
	for p.Start < p.End && strings.ContainsRune(" \t\u00a0", rune(s[p.Start])) {
		p.Start++
	}
	for p.End > p.Start && strings.ContainsRune(" \t\u00a0", rune(s[p.End-1])) {
		p.End--
	}
	return p
}

// whole is a span widened to whole tokens.
func (r *reader) whole(p text.Span) text.Span {
	from, to := r.text.Range(p)
	if from >= to {
		return p
	}
	return r.text.Span(from, to)
}

// reports reports whether words hold a verb, so that they are a clause and no label.
func (r *reader) reports(p text.Span) bool {
	from, to := r.text.Range(p)
	for i := from; i < to; i++ {
		w := r.text.Word(i)
		if r.text.Tag(i).Verb() && w == strings.ToLower(w) {
			return true
		}
	}
	return false
}
