package language

import "github.com/abadojack/whatlanggo"

// Name is the English name of a language by its ISO 639-1 code: "French" for "fr"; empty where there is none.
func Name(code string) string {
	if code == "" {
		return ""
	}
	for l := whatlanggo.Lang(0); whatlanggo.LangToString(l) != ""; l++ {
		if l.Iso6391() == code {
			return l.String()
		}
	}
	return ""
}
