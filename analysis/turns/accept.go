package turns

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
)

// spokenWords are words of those who speak to each other.
var spokenWords = lexicon.Words("turns", "spoken")

// What makes labelled lines the turns of a transcript. Set by hand on the transcripts, and the lists, tables and
// recipes, of the training parts and of the articles without annotation.
const (
	fewestTurns = 2
	// spokenShare is of how many turns' first words some must be words of those who speak to each other: one in so many,
	// one in spokenMixed where the labels are not in capitals and none comes up again, and one in spokenAgain where they
	// are and one does.
	spokenShare = 4
	spokenMixed = 2
	spokenAgain = 6
	// lookedAt is how many tokens behind a label are looked at for such words.
	lookedAt = 60
	// fewestVouched is how many labels in capitals must be known for names, where hardly anybody speaks to another.
	fewestVouched = 4
	// fewestLoose is how many labels without a mark behind them there must be.
	fewestLoose = 2
)

// accepted are the labels that open turns.
func (r *reader) accepted() []label {
	var all []label
	for k := range r.lines {
		if l, ok := r.labelAt(k); ok && r.holdsWords(l) && !r.isHeadline(l) {
			all = append(all, l)
		}
	}
	all = r.withoutLoose(all)
	if len(all) < fewestTurns {
		return nil
	}
	count := counted(all)
	capitals, mixed, asked := r.styles(all, count)
	var out []label
	ok := [...]bool{r.isTalk(asked, count, false), r.isTalk(capitals, count, true), r.isTalk(mixed, count, false)}
	if !ok[0] && !ok[1] && !ok[2] {
		// Labels of all sorts may make up one transcript: "THE COURT:", "Q.", "The witness:".
		if both := inOrder(slices.Concat(capitals, mixed, asked)); r.isTalk(both, count, false) {
			out = both
		}
	} else {
		out = inOrder(slices.Concat(asked, capitals, mixed))
	}
	return out
}

// inOrder sorts labels by where they stand.
func inOrder(list []label) []label {
	slices.SortFunc(list, func(a, b label) int { return a.line - b.line })
	return list
}

// isHeadline reports whether a label heads the text's first paragraph and is no label in capitals, but whoever a
// headline quotes: "Ada Venn: ‘I like it’".
func (r *reader) isHeadline(k label) bool {
	from := r.text.At(k.from)
	if k.line > 0 || k.capitals || from >= r.lines[0].to {
		return false
	}
	first, _ := utf8.DecodeRuneInString(r.text.Word(from))
	return strings.ContainsRune("\"'`‘’“”„«»", first)
}

// holdsWords reports whether words stand behind a label, in its line or the next.
func (r *reader) holdsWords(k label) bool {
	l := r.lines[k.line]
	return r.text.At(k.from) < l.to || k.line+1 < len(r.lines)
}

// counted counts the labels by what they say.
func counted(all []label) map[string]int {
	count := map[string]int{}
	for _, k := range all {
		count[k.key()]++
	}
	return count
}

func (k *label) key() string { return strings.Join(k.words, " ") }

// withoutLoose takes out labels without a mark behind them that are alone in their form, or name nobody who is known.
func (r *reader) withoutLoose(all []label) []label {
	count, letters := map[string]int{}, map[sort]int{}
	for _, k := range all {
		if k.loose {
			count[k.key()]++
		}
		letters[k.sort]++
	}
	return slices.DeleteFunc(all, func(k label) bool {
		switch {
		case k.sort == asker && k.words[0] == "q":
			return k.loose && letters[asker] < fewestLoose
		case k.sort == answer && k.words[0] == "a":
			return letters[asker] == 0
		case !k.loose:
			return false
		}
		// A line of its own that is a name: it must come up again, or be set in bold letters, above words.
		again := count[k.key()] > 1 || r.strong[k.line] || k.noted
		return !again || k.sort != person || !r.vouched(k) || endsSentence(r.start(r.lines[k.line]))
	})
}

// styles sorts labels by how they are written, and leaves out those that name nobody.
func (r *reader) styles(all []label, count map[string]int) (capitals, mixed, asked []label) {
	transcript := slices.ContainsFunc(all, func(k label) bool {
		return k.capitals && k.sort == person && count[k.key()] > 1
	})
	for _, k := range all {
		again := count[k.key()] > 1
		switch {
		case k.sort == asker || k.sort == answer || k.sort == examiner:
			asked = append(asked, k)
		case k.sort != person:
			if k.capitals {
				capitals = append(capitals, k)
			} else {
				mixed = append(mixed, k)
			}
		case k.capitals:
			if again || r.isAmong(k, transcript) {
				capitals = append(capitals, k)
			}
		case r.vouched(k) && !r.isElsewhere(k), k.noted && len(k.words) > 1 && r.isPerson(k):
			mixed = append(mixed, k)
		}
	}
	return capitals, mixed, asked
}

// isAmong reports whether a label in capitals names somebody: it tells so by itself, or words stand behind it that
// people say to each other, where other labels come up again.
func (r *reader) isAmong(k label, transcript bool) bool {
	if !transcript {
		return r.isTold(k) && !r.isElsewhere(k)
	}
	return r.isTold(k) || r.isSpoken(k) && !r.isElsewhere(k)
}

// isTold reports whether a label in capitals tells by itself that it names somebody.
func (r *reader) isTold(k label) bool { return k.noted || k.titled || len(k.words) > 1 || r.vouched(k) }

// isElsewhere reports whether a label's name is a place's or a people's: the head of a list, or a dateline.
func (r *reader) isElsewhere(k label) bool {
	n, _, ok := r.text.Name(r.text.At(k.name.Start))
	if k.titled || k.noted || names.Given(k.words[0]) != 0 {
		return false
	}
	return ok && (n.Type == names.Place || n.Type == names.People)
}

// isPerson reports whether a label's name is taken for a person's where it stands.
func (r *reader) isPerson(k label) bool {
	n, _, ok := r.text.Name(r.text.At(k.name.Start))
	return ok && n.Type == names.Person
}

// isTalk reports whether labels of one style are those of people who speak to each other.
func (r *reader) isTalk(list []label, count map[string]int, capitals bool) bool {
	if len(list) < fewestTurns {
		return false
	}
	spoken, again := 0, false
	who := map[string]bool{}
	for _, k := range list {
		if r.isSpoken(k) {
			spoken++
		}
		again = again || count[k.key()] > 1
		who[k.key()] = true
	}
	switch {
	case len(who) < 2 && list[0].sort != asker:
		return false // one alone has no turns
	case capitals && again:
		return spoken*spokenAgain >= len(list) || spoken > 0 && r.countVouched(list) >= fewestVouched
	case again:
		return spoken*spokenShare >= len(list)
	case capitals:
		return spoken*spokenShare >= len(list) && r.countVouched(list) >= fewestTurns
	}
	// Nobody speaks twice: all must speak, one right after the other.
	return spoken*spokenMixed >= len(list) && r.inARow(list) && r.countVouched(list) == len(list)
}

// countVouched counts the labels of which the text tells that they name somebody.
func (r *reader) countVouched(list []label) (n int) {
	for _, k := range list {
		if k.sort != person || k.noted || r.vouched(k) {
			n++
		}
	}
	return n
}

// inARow reports whether no paragraph but what is set aside stands between one label's and the next's, and none of the
// labels heads words that tell of who it names.
func (r *reader) inARow(list []label) bool {
	for i, k := range list {
		if r.tellsOf(k) {
			return false
		}
		if i > 0 && r.lines[k.line].paragraph-r.lines[list[i-1].line].paragraph > farApart {
			return false
		}
	}
	return true
}

// farApart is how many paragraphs on the next of two labels may stand where nobody speaks twice.
const farApart = 2

// tellsOf reports whether the first words behind a label name whoever it names: those are words about them.
func (r *reader) tellsOf(k label) bool {
	from := r.text.At(k.from)
	for i := from; i < min(len(r.text.Tokens), from+lookedAt) && !(i > from && r.beginsLabel(i)); i++ {
		if plainWord(r.text.Word(i)) == k.words[len(k.words)-1] && r.text.InName(i) {
			return true
		}
	}
	return false
}

// isSpoken reports whether the first words behind a label are such as people say to each other.
func (r *reader) isSpoken(k label) bool {
	from := r.text.At(k.from)
	if from < len(r.text.Tokens) && digits.MatchString(r.text.Word(from)) {
		return false
	}
	for i := from; i < min(len(r.text.Tokens), from+lookedAt); i++ {
		w := r.text.Lower(i)
		if i > from && r.beginsLabel(i) {
			return false
		}
		if w == "?" || spokenWords[w] && r.text.Word(i) != strings.ToUpper(w)[:1]+"." {
			return true
		}
	}
	return false
}

// beginsLabel reports whether token i begins a line that has a label.
func (r *reader) beginsLabel(i int) bool {
	k, ok := slices.BinarySearchFunc(r.lines, i, func(l line, i int) int { return l.from - i })
	if !ok {
		return false
	}
	_, is := r.labelAt(k)
	return is
}
