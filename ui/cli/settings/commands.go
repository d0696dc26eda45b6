package settings

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Command is what a person has the shell run by a key.
type Command struct {
	Name, Key, Run string
	// Show has what it prints shown in a panel.
	Show bool
}

// setCommands takes the table of commands: by their names a key and a script, and whether what it prints is shown.
func (s *Settings) setCommands(v any) (faults []error) {
	table, ok := v.(map[string]any)
	if !ok {
		return []error{fmt.Errorf("commands is a table, as in [commands.note], not %s", shown(v))}
	}
	s.Commands = nil
	for _, name := range slices.Sorted(maps.Keys(table)) {
		c, err := commandOf(name, table[name])
		if err != nil {
			faults = append(faults, fmt.Errorf("commands.%s %w", name, err))
			continue
		}
		s.Commands = append(s.Commands, c)
	}
	return faults
}

// commandOf reads a command: a script alone, or a table of key, run and show.
func commandOf(name string, v any) (Command, error) {
	c := Command{Name: strings.Join(strings.Fields(name), "-")}
	if run, ok := v.(string); ok {
		c.Run = run
	}
	if table, ok := v.(map[string]any); ok {
		for field, value := range table {
			known := true
			switch field {
			case "key":
				c.Key, known = value.(string)
			case "run":
				c.Run, known = value.(string)
			case "show":
				c.Show, known = value.(bool)
			default:
				return c, fmt.Errorf("has no %q: there are key, run and show", field)
			}
			if !known {
				return c, fmt.Errorf("has %s as its %s", shown(value), field)
			}
		}
	}
	if strings.TrimSpace(c.Run) == "" || c.Name == "" {
		return c, fmt.Errorf(`is a script, or key = "X" and run = "cat >> notes.txt", not %s`, shown(v))
	}
	return c, nil
}
