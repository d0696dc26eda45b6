// Package lexicon holds what Hearsay knows of the words of a language, as lists that a person can read and correct.
// They stand in one folder for each language, of which there is one: english. A second language is a second folder.
//
//	writing.txt      how sentences and words are written: abbreviations, contractions, first words of sentences
//	inflection/      irregular forms of verbs, nouns and adjectives, and which endings take an "e" back
//	cues/            words that attribute, by what they do, and words that tell that nothing was said
//	names/           titles, given names, and words that names of organisations and places are made of
//	nouns/           what nouns stand for: classes of persons, of organisations, of papers; kin, nations
//	captions.txt     what captions, photographers' credits and notes on authors are known by
//	phrases.txt      what stands in and behind noun phrases
//	pronouns.txt     pronouns, articles, and other small words
//	datelines.txt    months, days and agencies, as datelines name them
//	quotations.txt   how quotations are set: what hands over to them, and signs them
//	turns.txt        labels of transcripts, and words of interviews
//	stances/         words that take a side, praise, blame, demand, promise, hedge
//
// A file has sections, each headed by its name in square brackets, and an entry a line: a word or a few in lower case,
// and where the list tells something of it, a colon and that. A line that begins with "#" is for people.
//
//	# Words by which relatives are called.
//	[kin]
//	sister-in-law
//	[nicknames]
//	bob: robert
//
// The files are checked as they are read, and a program with a list that does not fit does not start: upper case,
// blanks where none belong, an entry twice in its section, a section twice or without entries, a section that nobody
// has, and a value that its reader does not know. The package imports no stage, so that every stage can ask it.
package lexicon

import (
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
)

//go:embed english
var folder embed.FS

// Entry is a line of a list: a word, and what is told of it, empty where the list tells nothing.
type Entry struct{ Word, Value string }

// Section is a list: the entries below a name in square brackets, in the order of the file.
type Section struct {
	Name    string
	Entries []Entry
}

// files are the language's files by name ("nouns/kin"), each read once, when it is first asked for.
var files = func() map[string]func() []Section {
	all := map[string]func() []Section{}
	english, err := fs.Sub(folder, "english")
	if err != nil {
		panic(err)
	}
	for _, pattern := range []string{"*.txt", "*/*.txt"} {
		paths, err := fs.Glob(english, pattern)
		if err != nil {
			panic(err)
		}
		for _, path := range paths {
			all[strings.TrimSuffix(path, ".txt")] = sync.OnceValue(func() []Section { return mustRead(english, path) })
		}
	}
	return all
}()

func mustRead(from fs.FS, path string) []Section {
	content, err := fs.ReadFile(from, path)
	if err != nil {
		panic(fmt.Errorf("lexicon: %w", err))
	}
	sections, err := read(string(content))
	if err != nil {
		panic(fmt.Errorf("lexicon: english/%s, %w", path, err))
	}
	return sections
}

// Files are the names of the language's files, sorted.
func Files() []string { return slices.Sorted(maps.Keys(files)) }

// Sections are all lists of a file. It panics where there is no such file, or where the file does not fit.
func Sections(file string) []Section {
	sections, ok := files[file]
	if !ok {
		panic(fault(file, "there is no such file"))
	}
	return sections()
}

// List is one list of a file. It panics where there is none of that name.
func List(file, section string) []Entry {
	for _, s := range Sections(file) {
		if s.Name == section {
			return s.Entries
		}
	}
	panic(fault(file, "there is no section [%s]", section))
}

// fault is what is wrong with a file, or with what is asked of it.
func fault(file, format string, about ...any) string {
	return fmt.Sprintf("lexicon: english/%s.txt: ", file) + fmt.Sprintf(format, about...)
}

// Words is a list of words as a set. It panics where an entry has a value.
func Words(file, section string) map[string]bool {
	list := List(file, section)
	set := make(map[string]bool, len(list))
	for _, e := range list {
		if e.Value != "" {
			panic(fault(file, "[%s], %q: the list takes no values", section, e.Word))
		}
		set[e.Word] = true
	}
	return set
}

// Values is a list of words with a value each. It panics where an entry has none.
func Values(file, section string) map[string]string {
	list := List(file, section)
	table := make(map[string]string, len(list))
	for _, e := range list {
		if e.Value == "" {
			panic(fault(file, "[%s], %q: a value is missing", section, e.Word))
		}
		table[e.Word] = e.Value
	}
	return table
}

// Table is a list of words with one of the known values each, the empty one included if known has it. It panics where
// an entry has any other.
func Table[T any](file, section string, known map[string]T) map[string]T {
	list := List(file, section)
	table := make(map[string]T, len(list))
	for _, e := range list {
		v, ok := known[e.Value]
		if !ok {
			panic(fault(file, "[%s], %q: there is no value %q, but %q", section, e.Word, e.Value, namesOf(known)))
		}
		table[e.Word] = v
	}
	return table
}

// Groups is a file whose sections each give their words one of the known values. A word may stand in one section only.
// It panics where a section is none of known, or one of known has no section.
func Groups[T any](file string, known map[string]T) map[string]T {
	table, of := map[string]T{}, map[string]string{}
	sections := Sections(file)
	for _, s := range sections {
		v, ok := known[s.Name]
		if !ok {
			panic(fault(file, "there is no group [%s], but %q", s.Name, namesOf(known)))
		}
		for _, e := range s.Entries {
			if other, twice := of[e.Word]; twice {
				panic(fault(file, "%q stands in [%s] and in [%s]", e.Word, other, s.Name))
			}
			table[e.Word], of[e.Word] = v, s.Name
		}
	}
	if len(sections) != len(known) {
		panic(fault(file, "it has not all of the groups %q", namesOf(known)))
	}
	return table
}

func namesOf[T any](known map[string]T) []string { return slices.Sorted(maps.Keys(known)) }
