package cli

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// settings are what a person can choose. A flag wins over an environment variable, that over the
// configuration file, and that over what is built in.
type settings struct {
	theme string
	mouse bool
	width int
	keys  map[string][]string
	// library is the file of the library; empty is the usual one. It may begin with ~/.
	library string
	// reviewer is the name of who decides what is right; empty is the login's.
	reviewer string
}

// The narrowest and the widest text column that can be asked for, in cells.
const (
	narrowest = 20
	widest    = 400
)

// themes are the choices of colours; the first follows the terminal.
func themes() []string { return []string{"auto", "dark", "light"} }

// builtIn are the settings of a person who chose nothing.
func builtIn() settings { return settings{theme: "auto", mouse: true} }

// settle works out the settings from the configuration file and the environment, and says in a line each what is wrong
// in them. What is wrong is left out and the rest holds, so that a slip in a file never keeps anyone from reading.
func settle(file configFile, getenv func(string) string) (settings, []string) {
	s := builtIn()
	faults := file.apply(&s)
	for _, one := range []struct {
		variable string
		set      func(string) error
	}{
		{"HEARSAY_THEME", func(v string) error { return s.setTheme(v) }},
		{"HEARSAY_MOUSE", func(v string) error { return s.setMouse(v) }},
		{"HEARSAY_WIDTH", func(v string) error { return s.setWidth(v) }},
		{"HEARSAY_LIBRARY", func(v string) error { s.library = v; return nil }},
		{"HEARSAY_REVIEWER", func(v string) error { return s.setReviewer(v) }},
	} {
		if v := getenv(one.variable); v != "" {
			if err := one.set(v); err != nil {
				faults = append(faults, fmt.Sprintf("%s: %v", one.variable, err))
			}
		}
	}
	return s, faults
}

func (s *settings) setTheme(v any) error {
	name, _ := v.(string)
	if !slices.Contains(themes(), name) {
		return fmt.Errorf("theme is %s, not %s", strings.Join(themes(), ", "), shown(v))
	}
	s.theme = name
	return nil
}

func (s *settings) setMouse(v any) error {
	switch v {
	case true, "on", "true", "1", "yes":
		s.mouse = true
	case false, "off", "false", "0", "no":
		s.mouse = false
	default:
		return fmt.Errorf("mouse is true or false, not %s", shown(v))
	}
	return nil
}

func (s *settings) setWidth(v any) error {
	n := int64(-1)
	switch v := v.(type) {
	case int64:
		n = v
	case string:
		if parsed, err := strconv.ParseInt(v, 10, 32); err == nil {
			n = parsed
		}
	}
	if n != 0 && (n < narrowest || n > widest) {
		return fmt.Errorf("width is %d to %d cells, or 0 for the usual one, not %s", narrowest, widest, shown(v))
	}
	s.width = int(n)
	return nil
}

// setLibrary takes the file of the library. From where a path in a file would lead that begins nowhere, nobody could say.
func (s *settings) setLibrary(v any) error {
	path, ok := v.(string)
	if !ok || !filepath.IsAbs(path) && !strings.HasPrefix(path, homeMark) {
		return fmt.Errorf(`library is the whole path of a file, such as "~/news/library.db", not %s`, shown(v))
	}
	s.library = path
	return nil
}

// longestReviewer is the longest name of a reviewer, in bytes.
const longestReviewer = 100

// setReviewer takes the name under which decisions are kept.
func (s *settings) setReviewer(v any) error {
	name, ok := v.(string)
	if name = strings.TrimSpace(name); !ok || name == "" || len(name) > longestReviewer || name != clean(name) {
		return fmt.Errorf("reviewer is a name of one line, not %s", shown(v))
	}
	s.reviewer = name
	return nil
}

// homeMark stands for a person's own folder at the beginning of a path.
const homeMark = "~/"

// setKeys takes the table of keys: an action's name, and the key or keys that work it from now on. Whether there is such
// an action, and whether two of them want one key, the reader knows and tells.
func (s *settings) setKeys(v any) []error {
	table, ok := v.(map[string]any)
	if !ok {
		return []error{fmt.Errorf("keys is a table, as in [keys], not %s", shown(v))}
	}
	var faults []error
	s.keys = make(map[string][]string, len(table))
	for action, value := range table {
		keys, err := keyList(value)
		if err != nil {
			faults = append(faults, fmt.Errorf("keys.%s %w", action, err))
			continue
		}
		s.keys[action] = keys
	}
	slices.SortFunc(faults, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return faults
}

// keyList reads "x" or ["x", "y"].
func keyList(v any) ([]string, error) {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	keys := make([]string, 0, len(list))
	for _, one := range list {
		key, ok := one.(string)
		if !ok || key == "" {
			return nil, fmt.Errorf(`is a key or a list of keys, such as "x" or ["x", "ctrl+x"], not %s`, shown(v))
		}
		keys = append(keys, key)
	}
	return keys, nil
}

// shown writes a value that was not understood the way it may have been typed.
func shown(v any) string {
	if s, ok := v.(string); ok {
		return strconv.Quote(s)
	}
	return fmt.Sprint(v)
}
