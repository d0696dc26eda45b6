package cli

import (
	"fmt"

	"github.com/abadojack/whatlanggo"

	"hearsay/analysis"
)

// languageNote says what is missing from a document because of the language of its text; nothing is for English.
func languageNote(d *analysis.Document) string {
	if !d.MarksOnly {
		return ""
	}
	return fmt.Sprintf("%s; attribution knows English only, so quotes in quotation marks are marked and no speakers",
		languageName(d.Language))
}

// languageName writes a language's name for a sentence about a text.
func languageName(code string) string {
	if code != "" {
		for l := whatlanggo.Lang(0); whatlanggo.LangToString(l) != ""; l++ {
			if l.Iso6391() == code {
				return "the text is in " + l.String()
			}
		}
	}
	return "the text's language is not known"
}
