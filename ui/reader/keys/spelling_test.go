package keys

import "testing"

func TestSpell(t *testing.T) {
	for written, want := range map[string]string{
		"j": "j", "J": "J", "ß": "ß", "+": "+", "ctrl++": "ctrl++", "?": "?", "5": "5",
		"Ctrl+Q": "ctrl+q", "alt+Left": "alt+left", "Shift+Tab": "shift+tab", "shift+a": "A", "alt+ctrl+x": "ctrl+alt+x",
		"pgdn": "pgdown", "PgDn": "pgdown", "Esc": "esc", "Return": "enter", "F5": "f5", "space": "space",
		"↵": "enter", "⇧tab": "shift+tab", "alt+←": "alt+left", "⌫": "backspace", "↑": "up",
	} {
		if got, err := Spell(written); err != nil || got != want {
			t.Errorf("%q is %q (%v), want %q", written, got, err, want)
		}
	}
	for _, written := range []string{"", " ", "jk", "ctrl+", "ctl+q", "f13x", "\x1b", "hyper", "enter+j", "\xff"} {
		if got, err := Spell(written); err == nil {
			t.Errorf("%q is taken for the key %q", written, got)
		}
	}
}

// What screens and the manual show can be written into the configuration.
func TestWhatIsShownCanBeWritten(t *testing.T) {
	for _, key := range append([]string{"J", "shift+tab", "alt+left", "alt+right", "ctrl+d", "ctrl+up"}, names...) {
		if got, err := Spell(Show(key)); err != nil || got != key {
			t.Errorf("%q is shown as %q and read as %q (%v)", key, Show(key), got, err)
		}
	}
}

func FuzzSpell(f *testing.F) {
	f.Add("ctrl+Q")
	f.Add("⇧tab")
	f.Fuzz(func(t *testing.T, written string) {
		key, err := Spell(written)
		if err != nil {
			return
		}
		if again, err := Spell(key); err != nil || again != key {
			t.Errorf("%q is %q, and that is %q (%v)", written, key, again, err)
		}
	})
}
