package lexicon

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// What is wrong with a line.
var (
	errBlanks  = errors.New("stray blanks")
	errUpper   = errors.New("upper case: lists are in lower case")
	errTwice   = errors.New("stands twice")
	errNowhere = errors.New("stands in no section: write [a name] before it")
	errEmpty   = errors.New("nothing is in it")
)

// read reads the lines of a file. An error tells the number of the line.
func read(content string) ([]Section, error) {
	var sections []Section
	seen := make(map[string]bool, 128)
	number := 0
	for line := range strings.Lines(content) {
		number++
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		var err error
		if name, is := sectionName(line); is {
			clear(seen)
			sections, err = addSection(sections, name)
		} else {
			err = addEntry(sections, line, seen)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d, %q: %w", number, line, err)
		}
	}
	if n := len(sections); n == 0 || len(sections[n-1].Entries) == 0 {
		return nil, fmt.Errorf("line %d, at the end: %w", number, errEmpty)
	}
	return sections, nil
}

func sectionName(line string) (string, bool) {
	name, opened := strings.CutPrefix(line, "[")
	name, closed := strings.CutSuffix(name, "]")
	return name, opened && closed
}

func addSection(sections []Section, name string) ([]Section, error) {
	if err := checkWords(name); err != nil {
		return nil, err
	}
	if n := len(sections); n > 0 && len(sections[n-1].Entries) == 0 {
		return nil, fmt.Errorf("the section before it: %w", errEmpty)
	}
	if slices.ContainsFunc(sections, func(s Section) bool { return s.Name == name }) {
		return nil, errTwice
	}
	return append(sections, Section{Name: name}), nil
}

func addEntry(sections []Section, line string, seen map[string]bool) error {
	if len(sections) == 0 {
		return errNowhere
	}
	word, value, valued := strings.Cut(line, ": ")
	if err := checkWords(word); err != nil {
		return err
	}
	if err := checkWords(value); valued && err != nil {
		return err
	}
	if seen[word] {
		return errTwice
	}
	seen[word] = true
	last := &sections[len(sections)-1]
	last.Entries = append(last.Entries, Entry{word, value})
	return nil
}

// checkWords finds what is wrong with a word, or with several that have one blank between each two.
func checkWords(s string) error {
	if s == "" {
		return errEmpty
	}
	before := ' '
	for _, c := range s {
		switch {
		case unicode.IsUpper(c):
			return errUpper
		case c != ' ' && unicode.IsSpace(c), c == ' ' && before == ' ':
			return errBlanks
		}
		before = c
	}
	if before == ' ' || before == ':' {
		return errBlanks
	}
	return nil
}
