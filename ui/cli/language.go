package cli

import "hearsay/analysis"

// languageNote says what is missing from a document because of the language of its text; nothing is for English.
func languageNote(d *analysis.Document) string {
	if !d.MarksOnly {
		return ""
	}
	return d.InLanguage() + "; attribution knows English only, so quotes in quotation marks are marked and no speakers"
}
