package drive

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// sequences are what terminals send for the keys that have names. Where a modifier is held the sequences of arrows and
// the like carry its number.
var sequences = map[string]string{
	"enter": "\r", "tab": "\t", "space": " ", "backspace": "\x7f", "shift+tab": "\x1b[Z", "ctrl+space": "\x00",
	// A lone escape means a key only if nothing follows for a while. This is how terminals with the Kitty protocol say it.
	"esc": "\x1b[27u",
	"up":  "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
	"insert": "\x1b[2~", "delete": "\x1b[3~", "pgup": "\x1b[5~", "pgdown": "\x1b[6~",
	"f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~", "f10": "\x1b[21~",
}

// encode is what a terminal sends for a key such as "J", "enter", "ctrl+d" or "alt+left".
func encode(key string) (string, error) {
	if seq, ok := sequences[key]; ok {
		return seq, nil
	}
	if utf8.RuneCountInString(key) == 1 {
		return key, nil
	}
	var shift, alt, ctrl bool
	name := key
	for {
		modifier, rest, ok := strings.Cut(name, "+")
		if !ok || rest == "" {
			break
		}
		switch modifier {
		case "shift":
			shift = true
		case "alt":
			alt = true
		case "ctrl":
			ctrl = true
		default:
			return "", fmt.Errorf("no key %q", key)
		}
		name = rest
	}
	if seq, ok := sequences[name]; ok && strings.HasPrefix(seq, "\x1b[") && name != "esc" {
		return modified(seq, 1+bit(shift, 1)+bit(alt, 2)+bit(ctrl, 4)), nil
	}
	return letter(key, name, alt, ctrl)
}

// modified puts the number of the modifiers into the sequence of a key.
func modified(seq string, number int) string {
	body, final := seq[len("\x1b["):len(seq)-1], seq[len(seq)-1:]
	if body == "" {
		body = "1"
	}
	return fmt.Sprintf("\x1b[%s;%d%s", body, number, final)
}

// letter is what a terminal sends for a letter with alt or ctrl held.
func letter(key, name string, alt, ctrl bool) (string, error) {
	seq := name
	switch short, ok := sequences[name]; {
	case ok && len(short) == 1 && !ctrl:
		seq = short
	case len(name) != 1:
		return "", fmt.Errorf("no key %q", key)
	case ctrl && (name < "a" || name > "z") && !strings.Contains(`[\]^_`, name):
		return "", fmt.Errorf("no key %q", key)
	case ctrl:
		seq = string(rune(name[0] & 0x1f))
	}
	if alt {
		seq = "\x1b" + seq
	}
	return seq, nil
}

func bit(on bool, value int) int {
	if on {
		return value
	}
	return 0
}
