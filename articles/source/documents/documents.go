// Package documents reads what office programs and publishers write.
package documents

import (
	"strings"

	"hearsay/articles/source/format"
)

// aboutDocument is what is read of a document.
const aboutDocument = "its paragraphs with their headings, lists and captions, without headers, notes and what was " +
	"deleted; a download of a news database, document by document"

// Formats are what office programs and publishers write.
func Formats() []format.Format {
	return []format.Format{
		{Name: "a PDF document", Endings: []string{".pdf"}, Looks: format.Starts("%PDF-"),
			Read: readPDF, Binary: true, About: "its text, column after column, without running heads and feet"},
		{Name: "a PostScript document", Endings: []string{".ps", ".eps"}, Looks: format.Starts("%!PS"),
			Hint: "turn it into text first, as “ps2ascii FILE” does"},
		{Name: "a rich text document", Endings: []string{".rtf"}, Looks: format.Starts("{\\rtf"), Read: readRich,
			Binary: true, About: aboutDocument},
		{Name: "a LaTeX document", Endings: []string{".tex"}, Looks: isLaTeX,
			Hint: "turn it into text first, as “pandoc -t plain FILE” does"},
		{Name: "a Word document", Endings: []string{".docx", ".docm", ".dotx"}, Read: readWord, Binary: true,
			About: aboutDocument,
			Looks: format.ZipHolding("word/document.xml", ".docx", ".docm", ".dotx")},
		{Name: "a spreadsheet", Endings: []string{".xlsx", ".xlsm", ".ods", ".numbers"}, Hint: format.HintRows, Binary: true,
			Looks: format.ZipHolding("xl/workbook.xml", ".xlsx", ".xlsm", ".ods", ".numbers")},
		{Name: "a presentation", Endings: []string{".pptx", ".odp", ".key"}, Hint: format.HintSave, Binary: true,
			Looks: format.ZipHolding("ppt/presentation.xml", ".pptx", ".odp", ".key")},
		{Name: "an EPUB book", Endings: []string{".epub"}, Read: readBook, Binary: true, Many: true,
			About: "each chapter, with the book's author, publisher and day",
			Looks: format.ZipHolding("mimetypeapplication/epub+zip", ".epub")},
		{Name: "an OpenDocument text", Endings: []string{".odt", ".ott"}, Read: readOpenDocument, Binary: true,
			About: aboutDocument,
			Looks: format.ZipHolding("mimetypeapplication/vnd.oasis.opendocument.text", ".odt", ".ott")},
		{Name: "a Pages document", Endings: []string{".pages"}, Hint: format.HintSave, Binary: true,
			Looks: format.ZipHolding("Index/Document.iwa", ".pages")},
		{Name: "an old office document", Endings: []string{".doc", ".xls", ".ppt", ".msg"},
			Looks: format.Starts("\xd0\xcf\x11\xe0"), Hint: format.HintSave, Binary: true},
		{Name: "a Kindle book", Endings: []string{".mobi", ".azw", ".azw3"}, Looks: format.At(60, "BOOKMOBI"),
			Hint: format.HintSave, Binary: true},
		{Name: "a DjVu document", Endings: []string{".djvu"}, Looks: format.Starts("AT&TFORM"),
			Hint: "turn it into text first, as “djvutxt FILE” does", Binary: true},
	}
}

// isLaTeX reports whether the first line that is no comment is a LaTeX document's.
func isLaTeX(s format.Sample) bool {
	for _, l := range s.Lines {
		switch l = strings.TrimSpace(l); {
		case l == "" || strings.HasPrefix(l, "%"):
		default:
			return strings.HasPrefix(l, "\\documentclass") || strings.HasPrefix(l, "\\begin{document}")
		}
	}
	return false
}
