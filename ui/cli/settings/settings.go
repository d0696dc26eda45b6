// Package settings works out what a person chose: in the configuration file, in the environment, by flags. It promises
// that what is wrong in any of them is told in a line and left out, and that the rest holds.
package settings

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"hearsay/ui/cli/oneline"
)

// Settings are what a person can choose. A flag wins over an environment variable, that over the
// configuration file, and that over what is built in.
type Settings struct {
	Theme string
	// Colours are those in place of built-in ones, by role.
	Colours map[string][]string
	// Show is how sure at least that must be which the reader shows: one of [Shown], or empty for what was left last.
	Show  string
	Mouse bool
	// Forget is set where what is read is not to be remembered: it is not offered the next time then.
	Forget bool
	Width  int
	Keys   map[string][]string
	// Commands are what the shell is to run by keys, in the order of their names.
	Commands []Command
	// library is the file of the library; empty is the usual one. It may begin with ~/.
	Library string
	// reviewer is the name of who decides what is right; empty is the login's.
	Reviewer string
}

// The narrowest and the widest text column that can be asked for, in cells.
const (
	Narrowest = 20
	Widest    = 400
)

// Themes are the choices of colours; the first follows the terminal.
func Themes() []string { return []string{"auto", "dark", "light", "terminal"} }

// Shown are the choices of what the reader shows: all that was found, what is likely or sure, only what is sure.
func Shown() []string { return []string{"all", "likely", "sure"} }

// Default are the settings of a person who chose nothing.
func Default() Settings { return Settings{Theme: "auto", Mouse: true} }

// Of works out the settings from the configuration file and the environment, and says in a line each what is wrong
// in them. What is wrong is left out and the rest holds, so that a slip in a file never keeps anyone from reading.
func Of(file File, getenv func(string) string) (Settings, []string) {
	s := Default()
	faults := file.apply(&s)
	for _, one := range []struct {
		variable string
		set      func(string) error
	}{
		{"HEARSAY_THEME", func(v string) error { return s.SetTheme(v) }},
		{"HEARSAY_SHOW", func(v string) error { return s.setShow(v) }},
		{"HEARSAY_MOUSE", func(v string) error { return s.setMouse(v) }},
		{"HEARSAY_RECENT", func(v string) error { return s.setRecent(v) }},
		{"HEARSAY_WIDTH", func(v string) error { return s.SetWidth(v) }},
		{"HEARSAY_LIBRARY", func(v string) error { s.Library = v; return nil }},
		{"HEARSAY_REVIEWER", func(v string) error { return s.SetReviewer(v) }},
	} {
		if v := getenv(one.variable); v != "" {
			if err := one.set(v); err != nil {
				faults = append(faults, fmt.Sprintf("%s: %v", one.variable, err))
			}
		}
	}
	return s, faults
}

// SetTheme takes the name of the colours.
func (s *Settings) SetTheme(v any) error {
	name, _ := v.(string)
	if !slices.Contains(Themes(), name) {
		return fmt.Errorf("theme is %s, not %s", strings.Join(Themes(), ", "), shown(v))
	}
	s.Theme = name
	return nil
}

// setShow takes how sure at least that must be which is shown.
func (s *Settings) setShow(v any) error {
	name, _ := v.(string)
	if !slices.Contains(Shown(), name) {
		return fmt.Errorf("show is %s, not %s", strings.Join(Shown(), ", "), shown(v))
	}
	s.Show = name
	return nil
}

func (s *Settings) setMouse(v any) error { return setSwitch("mouse", v, &s.Mouse) }
func (s *Settings) setRecent(v any) error {
	remember := !s.Forget
	err := setSwitch("recent", v, &remember)
	s.Forget = !remember
	return err
}

// setSwitch takes what is on or off.
func setSwitch(name string, v any, to *bool) error {
	switch v {
	case true, "on", "true", "1", "yes":
		*to = true
	case false, "off", "false", "0", "no":
		*to = false
	default:
		return fmt.Errorf("%s is true or false, not %s", name, shown(v))
	}
	return nil
}

// SetWidth takes the widest text column in cells, 0 for the usual one.
func (s *Settings) SetWidth(v any) error {
	n := int64(-1)
	switch v := v.(type) {
	case int64:
		n = v
	case string:
		if parsed, err := strconv.ParseInt(v, 10, 32); err == nil {
			n = parsed
		}
	}
	if n != 0 && (n < Narrowest || n > Widest) {
		return fmt.Errorf("width is %d to %d cells, or 0 for the usual one, not %s", Narrowest, Widest, shown(v))
	}
	s.Width = int(n)
	return nil
}

// setLibrary takes the file of the library. From where a path in a file would lead that begins nowhere, nobody could
// say.
func (s *Settings) setLibrary(v any) error {
	path, ok := v.(string)
	if !ok || !filepath.IsAbs(path) && !strings.HasPrefix(path, HomeMark) {
		return fmt.Errorf(`library is the whole path of a file, such as "~/news/library.db", not %s`, shown(v))
	}
	s.Library = path
	return nil
}

// longestReviewer is the longest name of a reviewer, in bytes.
const longestReviewer = 100

// SetReviewer takes the name under which decisions are kept.
func (s *Settings) SetReviewer(v any) error {
	name, ok := v.(string)
	if name = strings.TrimSpace(name); !ok || name == "" || len(name) > longestReviewer || name != oneline.Clean(name) {
		return fmt.Errorf("reviewer is a name of one line, not %s", shown(v))
	}
	s.Reviewer = name
	return nil
}

// homeMark stands for a person's own folder at the beginning of a path.
const HomeMark = "~/"

// setKeys takes the table of keys: an action's name, and the key or keys that work it from now on. Whether there is
// such an action, and whether two of them want one key, the reader knows and tells.
func (s *Settings) setKeys(v any) []error {
	table, ok := v.(map[string]any)
	if !ok {
		return []error{fmt.Errorf("keys is a table, as in [keys], not %s", shown(v))}
	}
	var faults []error
	s.Keys = make(map[string][]string, len(table))
	for action, value := range table {
		keys, err := keyList(value)
		if err != nil {
			faults = append(faults, fmt.Errorf("keys.%s %w", action, err))
			continue
		}
		s.Keys[action] = keys
	}
	slices.SortFunc(faults, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return faults
}

// setColours takes the table of colours: a role, and its colour or, of the speakers, their colours. What roles and
// colours there are the reader knows and tells.
func (s *Settings) setColours(v any) (faults []error) {
	table, ok := v.(map[string]any)
	if !ok {
		return []error{fmt.Errorf("colors is a table, as in [colors], not %s", shown(v))}
	}
	s.Colours = make(map[string][]string, len(table))
	for role, value := range table {
		list, ok := value.([]any)
		if !ok {
			list = []any{value}
		}
		for _, one := range list {
			s.Colours[role] = append(s.Colours[role], fmt.Sprint(one))
		}
	}
	return nil
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
