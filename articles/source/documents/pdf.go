package documents

import (
	"errors"

	"hearsay/articles"
	"hearsay/articles/source/format"
	"hearsay/articles/source/pdf"
)

// readPDF reads the text of a PDF document. One without text is refused, with what to do.
func readPDF(f *format.File, yield format.Yield) error {
	data, err := f.Bytes()
	if err != nil {
		return err
	}
	found, err := pdf.Blocks(data, f.Room.Unpacked)
	hint := "turn it into text first, as “pdftotext FILE” does"
	switch {
	case errors.Is(err, pdf.ErrLocked):
		hint = "save it without its password, as “qpdf --decrypt FILE OUT.pdf” does"
	case errors.Is(err, pdf.ErrNoText):
		hint = "have its letters read first, as “ocrmypdf FILE OUT.pdf” does"
	}
	if err != nil {
		return &format.Error{Name: f.Name, Err: err, Hint: hint}
	}
	return yieldBlocks(f, articles.Article{}, found, yield)
}
