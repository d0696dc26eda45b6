// Package keys matches keys with the reader's actions. One table of actions feeds matching, hints, help, the palette,
// the manual page and the key configuration; what an action does is not known here.
package keys

import (
	"fmt"
	"slices"
	"strings"
)

// Context is where a key is pressed: a set of panes.
type Context uint16

// The contexts, one a pane.
const (
	Article Context = 1 << iota
	Quotes
	Speakers
	Positions
	Why
	Card
	Review

	// Deciding is added to the pane while the article is reviewed, Answering where a digit answers its question, and
	// Picking stands for the pane while words are chosen.
	Deciding
	Answering
	Picking

	Lists    = Quotes | Speakers | Positions
	Anywhere = Article | Lists | Why | Card | Review
)

var contextNames = []struct {
	in   Context
	name string
}{{Article, "article"}, {Quotes, "quotes"}, {Speakers, "speakers"}, {Positions, "positions"}, {Why, "why"},
	{Card, "card"}, {Review, "review"}, {Deciding, "while reviewing"}, {Answering, "while the question has the focus"},
	{Picking, "while choosing words"}}

// String names the panes of the context: "quotes, speakers".
func (c Context) String() string {
	if c == Anywhere {
		return "anywhere"
	}
	var names []string
	for _, n := range contextNames {
		if c&n.in != 0 {
			names = append(names, n.name)
		}
	}
	return strings.Join(names, ", ")
}

// Action is something the reader can be told to do.
type Action struct {
	// Name is what the configuration and the palette call it: "next-quote".
	Name string
	// Keys are as Bubble Tea spells them: "J", "ctrl+d", "enter".
	Keys []string
	// Help says what it does, in lower case.
	Help string
	// Short is the word for it in the hints; empty for actions that are never hinted at.
	Short string
	// Group is the heading it stands under.
	Group string
	In    Context
}

// Table is a list of actions in the order in which help shows them.
type Table struct{ actions []Action }

// New makes a table. It keeps the order and copies nothing of what it is given.
func New(actions []Action) Table { return Table{actions} }

// Actions are the table's actions, in order.
func (t Table) Actions() []Action { return t.actions }

// At returns the action that a key stands for in a context, as an index into Actions; -1 if it stands for none.
func (t Table) At(in Context, key string) int {
	return slices.IndexFunc(t.actions, func(a Action) bool { return a.In&in != 0 && slices.Contains(a.Keys, key) })
}

// Named returns the action of that name.
func (t Table) Named(name string) (Action, bool) {
	i := slices.IndexFunc(t.actions, func(a Action) bool { return a.Name == name })
	if i < 0 {
		return Action{}, false
	}
	return t.actions[i], true
}

// Remap gives actions other keys in place of their own. What a reader has asked for wins over a built-in key; it
// reports, a line each, names that are no action's, what is no key, and keys that two actions were given. An action
// that would be left without any key keeps its own.
func (t Table) Remap(wanted map[string][]string) (Table, []string) {
	out := Table{slices.Clone(t.actions)}
	faults := t.unknown(wanted)
	for i, a := range out.actions {
		if keys, ok := wanted[a.Name]; ok {
			spelt, wrong := spellAll(a.Name, keys)
			faults = append(faults, wrong...)
			if len(spelt) > 0 || len(keys) == 0 {
				out.actions[i].Keys = spelt
			}
		}
	}
	for i, a := range out.actions {
		if _, ok := wanted[a.Name]; ok {
			faults = append(faults, out.claim(i, wanted)...)
		}
	}
	return out, faults
}

// spellAll spells the keys of an action, and tells what is none.
func spellAll(action string, keys []string) (spelt, wrong []string) {
	for _, k := range keys {
		s, err := Spell(k)
		if err != nil {
			wrong = append(wrong, "keys: "+action+": "+err.Error())
			continue
		}
		spelt = append(spelt, s)
	}
	return spelt, wrong
}

// claim takes the keys of the action at i away from every other that answers to them in the same place.
func (t Table) claim(i int, wanted map[string][]string) (faults []string) {
	a := t.actions[i]
	for j, b := range t.actions {
		if i == j || a.In&b.In == 0 {
			continue
		}
		_, alsoWanted := wanted[b.Name]
		if alsoWanted && j < i {
			continue // b came first and has told of the clash
		}
		t.actions[j].Keys = slices.DeleteFunc(slices.Clone(b.Keys), func(k string) bool {
			if !slices.Contains(a.Keys, k) {
				return false
			}
			faults = append(faults, fmt.Sprintf("keys: %q is given to %s and to %s: %s keeps it", k, a.Name, b.Name, a.Name))
			return true
		})
	}
	return faults
}

func (t Table) unknown(wanted map[string][]string) (faults []string) {
	for name := range wanted {
		if _, ok := t.Named(name); !ok {
			faults = append(faults, fmt.Sprintf("keys: there is no action %q: see hearsay keys", name))
		}
	}
	slices.Sort(faults)
	return faults
}

// Clashes lists the keys that stand for two actions in one context: none, in a sound table.
func (t Table) Clashes() (found []string) {
	for i, a := range t.actions {
		for _, b := range t.actions[i+1:] {
			for _, k := range a.Keys {
				if a.In&b.In != 0 && slices.Contains(b.Keys, k) {
					found = append(found, fmt.Sprintf("%s: %s and %s", k, a.Name, b.Name))
				}
			}
		}
	}
	return found
}

var shown = strings.NewReplacer("enter", "↵", "shift+tab", "⇧tab", "alt+left", "alt+←", "alt+right", "alt+→",
	"pgdown", "pgdn", "backspace", "⌫")

var arrows = map[string]string{"up": "↑", "down": "↓", "left": "←", "right": "→"}

// Show writes a key as screens and the manual do: "↵", "ctrl+d".
func Show(key string) string {
	if a, ok := arrows[key]; ok {
		return a
	}
	return shown.Replace(key)
}

// ShowAll writes the keys of an action one after the other.
func ShowAll(keys []string) string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = Show(k)
	}
	return strings.Join(out, " ")
}
