package source

import (
	"slices"
	"sync"

	"hearsay/articles"
	"hearsay/articles/source/agencies"
	"hearsay/articles/source/databases"
	"hearsay/articles/source/documents"
	"hearsay/articles/source/feeds"
	"hearsay/articles/source/format"
	"hearsay/articles/source/mail"
	"hearsay/articles/source/markdown"
	"hearsay/articles/source/media"
	"hearsay/articles/source/packed"
	"hearsay/articles/source/pages"
	"hearsay/articles/source/plain"
	"hearsay/articles/source/records"
	"hearsay/articles/source/subtitles"
	"hearsay/articles/source/tables"
	"hearsay/articles/source/webarchives"
)

// Formats are all that are known, those that are read and those that are refused. A file is of the first that its
// content looks like, else of the first that has the ending of its name, else plain text: so those stand first that are
// surer.
func Formats() []format.Format { return slices.Clone(formats()) }

// formats is the table, made when the first file is read: making it takes a millisecond that no start of the program
// should wait for.
var formats = sync.OnceValue(func() []format.Format {
	return slices.Concat(documents.Formats(), packed.Formats(), media.Formats(), feeds.Formats(), agencies.Formats(),
		webarchives.Formats(),
		mail.Formats(), databases.Formats(), tables.Formats(), subtitles.Formats(), records.Formats(), pages.Formats(),
		markdown.Formats(), []format.Format{plainText()}, leftovers())
})

// packings are the formats of files that are one other file, packed.
var packings = sync.OnceValue(func() []format.Format {
	return slices.DeleteFunc(packed.Formats(), func(f format.Format) bool { return f.Unpack == nil })
})

func plainText() format.Format {
	return format.Format{Name: "a plain text", Endings: []string{".txt", ".text"},
		Read:  format.Whole(false, func(_, text string) (articles.Article, error) { return plain.Read(text), nil }),
		About: "the text as it is; a headline and a “By” line at its head are taken for such"}
}

// leftovers are what no row before them knows by name.
func leftovers() []format.Format {
	return []format.Format{
		{Name: "an XML document", Looks: isXML, Hint: format.HintSave},
		{Name: "a binary file", Looks: func(s format.Sample) bool { return format.IsBinary(s.Head) }, Hint: format.HintSave,
			Binary: true, Aside: true},
	}
}

// isXML reports whether text begins as XML does, and is not of an ending that says what it is otherwise.
func isXML(s format.Sample) bool {
	name, _, declared := format.Outermost(s.Text)
	return declared && name != "" && name != "html" &&
		!slices.ContainsFunc(pages.Formats(), func(f format.Format) bool { return f.Has(s.Ending) })
}

// named reports whether an ending is that of a text that is read.
func named(ending string) bool {
	return slices.ContainsFunc(formats(), func(f format.Format) bool {
		return f.Read != nil && !f.Binary && f.Has(ending)
	})
}
