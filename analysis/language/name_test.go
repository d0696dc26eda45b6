package language

import "testing"

func TestLanguagesHaveNames(t *testing.T) {
	for code, want := range map[string]string{"fr": "French", "de": "German", "en": "English", "": "", "xx": ""} {
		if got := Name(code); got != want {
			t.Errorf("%q is called %q, want %q", code, got, want)
		}
	}
}
