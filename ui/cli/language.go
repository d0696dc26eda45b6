package cli

import (
	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/export/told"
)

// damageNote says how much of an article's text could not be read; nothing where all of it could.
func damageNote(a *articles.Article) string {
	n := a.Damaged()
	if n == 0 {
		return ""
	}
	return told.Count(n, "damaged character") + " in the text, shown as \uFFFD; look for a whole copy of the file"
}

// languageNote says what is missing from a document because of the language of its text; nothing is for English.
func languageNote(d *analysis.Document) string {
	if !d.MarksOnly {
		return ""
	}
	return d.InLanguage() + "; attribution knows English only, so quotes in quotation marks are marked and no speakers"
}
