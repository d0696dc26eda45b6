package files

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestFileName is how many bytes an article's name in a folder has at most: file systems take 255, with the ending.
const longestFileName = 120

// reservedNames are those that Windows keeps for devices.
func reservedNames() []string {
	return []string{"con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
		"lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9"}
}

// Names gives articles the names of their files, a name each, whatever their ids hold.
type Names map[string]bool

// Name makes a file's name of an id: it leads nowhere else, and is the same to no other, also where case does not
// count.
func (n Names) Name(id string) string {
	base := safeName(id)
	name := base
	for i := 2; n[strings.ToLower(name)]; i++ {
		name = base + "-" + strconv.Itoa(i)
	}
	n[strings.ToLower(name)] = true
	return name
}

// safeName keeps the letters, digits and plain marks of an id, and puts _ for all else.
func safeName(id string) string {
	var b strings.Builder
	for _, r := range id {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-_.", r) {
			r = '_'
		}
		if b.Len()+utf8.RuneLen(r) > longestFileName {
			break
		}
		b.WriteRune(r)
	}
	name := strings.TrimRight(b.String(), ".")
	if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "-") || name == "" {
		name = "_" + name
	}
	if first, _, _ := strings.Cut(name, "."); slices.Contains(reservedNames(), strings.ToLower(first)) {
		name = "_" + name
	}
	return name
}
