package details

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed names.txt
var namesFile string

// words are what stands in bylines beside names: the entries of names.txt by their kind.
type words struct {
	lead, stop                 [][]string
	in, role, time, and, small map[string]bool
}

// beside is the list, read when the first byline is.
var beside = sync.OnceValue(func() words {
	w := words{in: map[string]bool{}, role: map[string]bool{}, time: map[string]bool{}, and: map[string]bool{},
		small: map[string]bool{}}
	sets := map[string]map[string]bool{"in": w.in, "role": w.role, "time": w.time, "and": w.and, "small": w.small}
	for line := range strings.Lines(namesFile) {
		kind, entry, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		switch kind {
		case "lead":
			w.lead = append(w.lead, strings.Fields(entry))
		case "stop":
			w.stop = append(w.stop, strings.Fields(entry))
		default:
			sets[kind][entry] = true
		}
	}
	return w
})

// What a name is made of at most.
const (
	longestName    = 6  // words
	longestPart    = 24 // code points of one of them
	longestByline  = 400
	mostNames      = 12
	shortestWriter = 2 // bytes
	fewestOfName   = 2 // words before an office
)

// Names are the authors that a byline names, without their offices, places and outlets, and without days, counters,
// addresses and whatever else pages put beside them; empty where it names none. The names keep the “and” that stands
// between them.
func Names(byline, outlet string) string {
	if len(byline) > longestByline {
		byline = strings.ToValidUTF8(byline[:longestByline], "")
	}
	var b strings.Builder
	taken := map[string]bool{}
	for _, p := range parts(lay(byline)) {
		name := p.name(outlet)
		if key := strings.ToLower(name); name == "" || taken[key] || len(taken) == mostNames {
			continue
		} else {
			taken[key] = true
		}
		switch {
		case b.Len() == 0:
		case p.and:
			b.WriteString(" and ")
		default:
			b.WriteString(", ")
		}
		b.WriteString(name)
	}
	return b.String()
}

// longestLine is how many bytes a line has at most that says no more than who wrote an article and when.
const longestLine = 160

// IsByline reports whether a line says nothing but who wrote the article, or when: it is “By” and names, a day, or
// both.
func IsByline(line string) bool {
	all := lay(line)
	if len(line) > longestLine || len(all) == 0 {
		return false
	}
	i := slices.IndexFunc(all, func(w string) bool { return strings.EqualFold(strings.Trim(w, ":"), "by") })
	if i >= 0 {
		before := strings.Join(all[:i], " ")
		return (i == 0 || IsStamp(before) || leads(all[:i+1]) == i+1) && onlyNames(all[i:])
	}
	return IsStamp(line)
}

// onlyNames reports whether all parts of a byline are names, offices or what ends it.
func onlyNames(all []string) bool {
	found := parts(all)
	for i, p := range found {
		of := p.official() && (i > 0 || len(p.words) > fewestOfName) // “Ada Penn Example Staff”
		if p.name("") == "" && !of && (i == 0 || !p.timely()) {
			return false
		}
	}
	return len(found) > 0
}

// official reports whether a part names an office.
func (p part) official() bool {
	return slices.ContainsFunc(p.words, func(w string) bool { return beside().role[bare(w)] })
}

// IsStamp reports whether a line says nothing but a day or a time.
func IsStamp(line string) bool {
	digits := false
	for _, w := range strings.FieldsFunc(line, inNoDay) {
		isNumber := strings.ContainsFunc(w, unicode.IsDigit)
		digits = digits || isNumber
		known := beside().time[strings.ToLower(strings.TrimRight(w, ".:"))] || beside().role[strings.ToLower(w)]
		if !isNumber && !known && strings.ToUpper(w) != w {
			return false
		}
	}
	return digits
}

// inNoDay reports whether a character parts the words of a day.
func inNoDay(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",|·•–—-/()", r) }

// bare is a word in lower case without the signs around it.
func bare(w string) string { return strings.ToLower(strings.Trim(w, ".,:")) }

// part is what stands between two commas, dots or conjunctions of a byline.
type part struct {
	words []string
	and   bool // “and” stands before it
	led   bool // “By” or the like stands before it, or before one that it goes on
}

// lay parts a byline into words; signs that part names are words of their own, addresses are left out.
func lay(byline string) (all []string) {
	return strings.Fields(spacing.Replace(unaddressed(byline)))
}

// spacing makes words of the signs between names.
var spacing = strings.NewReplacer(",", " , ", ";", " , ", "|", " | ", "·", " | ", "•", " | ", "/", " / ", "–", " | ",
	"—", " | ", " - ", " | ", "(", " ( ", ")", " ) ", "&", " and ", "\u200b", "", "…", " ", "：", ": ")

// unaddressed takes the addresses and handles out of a byline.
func unaddressed(s string) string {
	kept := strings.FieldsFunc(s, unicode.IsSpace)
	kept = slices.DeleteFunc(kept, func(w string) bool {
		return strings.Contains(w, "@") || strings.Contains(w, "://") || strings.HasPrefix(w, "www.")
	})
	return strings.Join(kept, " ")
}

// parts goes through the words of a byline. What stands before “by” is none of it where that is a day or the like.
func parts(all []string) (found []part) {
	var p part
	depth := 0
	flush := func(and bool) {
		if len(p.words) > 0 {
			found = append(found, p)
		}
		p = part{and: and, led: p.led}
	}
	for i := 0; i < len(all); i++ {
		w := all[i]
		lower := strings.ToLower(strings.Trim(w, ":."))
		switch n := leads(all[i:]); {
		case w == "(" || w == ")":
			depth += map[string]int{"(": 1, ")": -1}[w]
		case depth > 0:
		case n > 0 && (len(p.words) == 0 || lower == "by"):
			if i > 0 && len(p.words) > 0 {
				found = nil
			}
			p = part{led: true}
			i += n - 1
		case stops(all[i:]) || startsWithNumber(w):
			if !ended(&p, all[i:]) {
				flush(false)
				return found
			}
		case w == "," || w == "|" || w == "/":
			flush(false)
		case beside().and[lower] && i+1 < len(all):
			flush(true)
		default:
			p.words = append(p.words, w)
		}
	}
	flush(false)
	return found
}

// ended reports whether a byline goes on with “by” and names behind what is none: “Posted on 2 May by Ada Penn”.
func ended(p *part, rest []string) bool {
	again := slices.IndexFunc(rest, func(w string) bool { return strings.EqualFold(w, "by") })
	if again < 0 || len(p.words) > 0 && !p.timely() {
		return false
	}
	p.words = nil
	return true
}

// timely reports whether all words are of days.
func (p part) timely() bool {
	return !slices.ContainsFunc(p.words, func(w string) bool { return !beside().time[bare(w)] })
}

func startsWithNumber(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsDigit(r)
}

// leads is how many words at the beginning lead to a name.
func leads(all []string) int {
	most := 0
	for _, l := range beside().lead {
		if len(l) > most && begins(all, l) {
			most = len(l)
		}
	}
	return most
}

func stops(all []string) bool {
	return slices.ContainsFunc(beside().stop, func(s []string) bool { return begins(all, s) })
}

// begins reports whether words begin with others, in any case of letters.
func begins(all, with []string) bool {
	if len(all) < len(with) {
		return false
	}
	for i, w := range with {
		if !strings.EqualFold(strings.Trim(all[i], ":"), w) {
			return false
		}
	}
	return true
}

// name is the name that the part holds; empty where it is an office, an outlet or a day.
func (p part) name(outlet string) string {
	all := p.words
	if i := slices.IndexFunc(all, func(w string) bool { return beside().in[strings.ToLower(w)] }); i > 0 {
		all = all[:i]
	}
	for i, w := range all {
		if j := strings.IndexFunc(w, unicode.IsDigit); j > 1 && i > 0 { // “Ada Penn22 Dec”: a box that has run into the next
			all = append(slices.Clone(all[:i]), w[:j])
			break
		}
	}
	for len(all) > 1 && beside().time[bare(all[len(all)-1])] {
		all = all[:len(all)-1]
	}
	if len(all) == fewestOfName+1 && beside().role[bare(all[fewestOfName])] {
		all = all[:fewestOfName] // “Ada Penn Reporter”
	}
	name := strings.Trim(strings.Join(all, " "), " .,:;-*\"“”'’")
	if len(name) < shortestWriter || len(all) > longestName || strings.EqualFold(name, outlet) || p.timely() {
		return ""
	}
	if strings.ContainsFunc(name, unicode.IsDigit) {
		return ""
	}
	for i, w := range all {
		if !isNamePart(w, i == 0 || i == len(all)-1) {
			return ""
		}
	}
	return name
}

// isNamePart reports whether a word can be part of a name. Only what stands within may be written small.
func isNamePart(w string, edge bool) bool {
	lower := bare(w)
	if beside().role[lower] || utf8.RuneCountInString(w) > longestPart || strings.ContainsAny(w, "!?{}[]<>=_#\"“”") {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "'’‘"))
	return unicode.IsLetter(r) && (!edge || !unicode.IsLower(r) || beside().small[lower])
}
