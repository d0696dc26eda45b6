package source

import (
	"bytes"
	"strings"
)

// documents are what office programs and publishers write.
func documents() []format {
	return []format{
		{name: "a PDF document", endings: []string{".pdf"}, looks: starts("%PDF-"),
			hint: "turn it into text first, as “pdftotext FILE” does", binary: true},
		{name: "a PostScript document", endings: []string{".ps", ".eps"}, looks: starts("%!PS"),
			hint: "turn it into text first, as “ps2ascii FILE” does"},
		{name: "a rich text document", endings: []string{".rtf"}, looks: starts("{\\rtf"), hint: hintSave,
			binary: true},
		{name: "a LaTeX document", endings: []string{".tex"}, looks: isLaTeX,
			hint: "turn it into text first, as “pandoc -t plain FILE” does"},
		zipped("a Word document", "word/document.xml", hintSave, ".docx", ".docm", ".dotx"),
		zipped("a spreadsheet", "xl/workbook.xml", hintRows, ".xlsx", ".xlsm", ".ods", ".numbers"),
		zipped("a presentation", "ppt/presentation.xml", hintSave, ".pptx", ".odp", ".key"),
		zipped("an EPUB book", "mimetypeapplication/epub+zip", hintSave, ".epub"),
		zipped("an OpenDocument text", "mimetypeapplication/vnd.oasis.opendocument.text", hintSave, ".odt", ".ott"),
		zipped("a Pages document", "Index/Document.iwa", hintSave, ".pages"),
		{name: "an old office document", endings: []string{".doc", ".xls", ".ppt", ".msg"},
			looks: starts("\xd0\xcf\x11\xe0"), hint: hintSave, binary: true},
		{name: "a Kindle book", endings: []string{".mobi", ".azw", ".azw3"}, looks: at(60, "BOOKMOBI"),
			hint: hintSave, binary: true},
		{name: "a DjVu document", endings: []string{".djvu"}, looks: starts("AT&TFORM"),
			hint: "turn it into text first, as “djvutxt FILE” does", binary: true},
	}
}

// zipped is a format of files that are ZIP archives inside, told by a name or a type that stands in them unpacked, or
// by the ending.
func zipped(name, holds, hint string, endings ...string) format {
	f := format{name: name, endings: endings, hint: hint, binary: true}
	f.looks = func(s sample) bool {
		return isZip(s) && (f.has(s.ending) || bytes.Contains(s.head, []byte(holds)))
	}
	return f
}

func isZip(s sample) bool { return bytes.HasPrefix(s.head, []byte("PK\x03\x04")) }

// at makes a check of bytes that do not stand first.
func at(offset int, mark string) func(sample) bool {
	return func(s sample) bool { return len(s.head) > offset && bytes.HasPrefix(s.head[offset:], []byte(mark)) }
}

// isLaTeX reports whether the first line that is no comment is a LaTeX document's.
func isLaTeX(s sample) bool {
	for _, l := range s.lines {
		switch l = strings.TrimSpace(l); {
		case l == "" || strings.HasPrefix(l, "%"):
		default:
			return strings.HasPrefix(l, "\\documentclass") || strings.HasPrefix(l, "\\begin{document}")
		}
	}
	return false
}
