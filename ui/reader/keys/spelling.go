package keys

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// names are the keys that have no letter, as Bubble Tea spells them.
var names = []string{"enter", "tab", "esc", "space", "backspace", "delete", "insert", "up", "down", "left", "right",
	"home",
	"end", "pgup", "pgdown", "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12"}

// modifiers stand before a key's name in this order.
var modifiers = []string{"ctrl", "alt", "shift", "meta", "hyper", "super"}

// others are further spellings of names: what other programs say, and what screens show.
var others = map[string]string{"pgdn": "pgdown", "pagedown": "pgdown", "pageup": "pgup", "escape": "esc",
	"return": "enter",
	"del":    "delete", "ins": "insert", "↵": "enter", "⌫": "backspace", "↑": "up", "↓": "down", "←": "left", "→": "right",
	"⇧tab": "shift+tab"}

// Spell turns a key as people write it into the way in which it arrives: "Ctrl+Q" is "ctrl+q", "PgDn" is "pgdown". It
// fails for what is no key.
func Spell(key string) (string, error) {
	written := key
	if o, ok := others[strings.ToLower(key)]; ok {
		key = o
	}
	var mods []string
	for {
		mod, rest, ok := strings.Cut(key, "+")
		if !ok || rest == "" || !slices.Contains(modifiers, strings.ToLower(mod)) {
			break
		}
		mods, key = append(mods, strings.ToLower(mod)), rest
	}
	name, ok := spellName(key, len(mods) > 0)
	if !ok {
		return "", fmt.Errorf("%q is no key: write letters as they are, others as enter, ctrl+d or alt+left", written)
	}
	if len(mods) == 1 && mods[0] == "shift" && utf8.RuneCountInString(name) == 1 {
		return strings.ToUpper(name), nil // a terminal sends the letter alone
	}
	slices.SortFunc(mods, func(a, b string) int { return slices.Index(modifiers, a) - slices.Index(modifiers, b) })
	return strings.Join(append(slices.Compact(mods), name), "+"), nil
}

// spellName is the name of a key without what is held down beside it, which makes letters small.
func spellName(key string, held bool) (string, bool) {
	if r, n := utf8.DecodeRuneInString(key); n == len(key) && r != utf8.RuneError && unicode.IsGraphic(r) &&
		!unicode.IsSpace(r) {
		if o, ok := others[key]; ok {
			return o, true
		}
		if held {
			return strings.ToLower(key), true
		}
		return key, true
	}
	key = strings.ToLower(key)
	if o, ok := others[key]; ok {
		key = o
	}
	return key, slices.Contains(names, key)
}
