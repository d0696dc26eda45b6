package documents

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"

	"hearsay/articles"
	"hearsay/articles/source/blocks"
	"hearsay/articles/source/format"
)

// readWord reads a Word document: its paragraphs, without what was deleted, fields' instructions, headers and notes.
func readWord(f *format.File, yield format.Yield) error {
	archive, err := openArchive(f)
	if err != nil {
		return err
	}
	data, err := archive.part("word/document.xml")
	if err != nil {
		return err
	}
	w := &word{styles: map[string]articles.Role{}}
	if styles, err := archive.part("word/styles.xml"); err == nil {
		w.readStyles(styles)
	}
	w.read(data)
	return yieldBlocks(f, articles.Article{}, w.out.Blocks, yield)
}

// archive is a document that is a ZIP archive inside.
type archive struct {
	file  *format.File
	parts map[string]*zip.File // by their names in lower case
}

func openArchive(f *format.File) (archive, error) {
	opened, err := f.Zip()
	if err != nil {
		return archive{}, err
	}
	a := archive{f, map[string]*zip.File{}}
	for _, z := range opened.File {
		a.parts[strings.ToLower(z.Name)] = z
	}
	return a, nil
}

// part is a file in the archive; without it the document is none.
func (a archive) part(name string) ([]byte, error) {
	if z := a.parts[strings.ToLower(name)]; z != nil {
		return a.file.Part(z)
	}
	return nil, &format.Error{Name: a.file.Name, Err: format.ErrUnreadable, Hint: hintPart}
}

// word goes through the elements of a Word document.
type word struct {
	out    blocks.Writer
	styles map[string]articles.Role // of paragraphs, by their ids
	role   articles.Role            // of the paragraph
	skip   int                      // how many elements are open whose text is not there
	bold   bool                     // the run is in bold letters
	inText bool
}

// tokens goes through XML and stops where it ends or breaks off: what was read by then is kept.
func tokens(data []byte, each func(xml.Token)) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	d.Entity = xml.HTMLEntity
	for {
		t, err := d.RawToken()
		if err != nil {
			return
		}
		each(t)
	}
}

func (w *word) read(data []byte) {
	tokens(data, func(t xml.Token) {
		switch t := t.(type) {
		case xml.StartElement:
			w.start(t)
		case xml.EndElement:
			w.end(t.Name.Local)
		case xml.CharData:
			if w.inText && w.skip == 0 {
				w.out.Text(string(t), false)
			}
		}
	})
	w.out.End(w.role)
}

// unread are the elements of a Word document whose text a reader does not see.
var unread = map[string]bool{"del": true, "moveFrom": true, "Fallback": true, "instrText": true, "delText": true}

func (w *word) start(t xml.StartElement) {
	switch name := t.Name.Local; {
	case unread[name]:
		w.skip++
	case name == "p":
		w.out.End(w.role)
		w.role = articles.Body
	case name == "pStyle":
		w.role = w.styleRole(value(t, "val"))
	case name == "numPr" && w.role == articles.Body:
		w.role = articles.Item
	case name == "r":
		w.setBold(false)
	case name == "b":
		w.setBold(value(t, "val") != "0" && value(t, "val") != "false")
	case name == "t":
		w.inText = true
	case name == "tab", name == "tc":
		w.out.Space()
	case name == "br", name == "cr":
		w.out.LineBreak(w.role)
	case name == "noBreakHyphen" && w.skip == 0:
		w.out.Text("-", false)
	}
}

func (w *word) end(name string) {
	switch {
	case unread[name]:
		w.skip = max(w.skip-1, 0)
	case name == "t":
		w.inText = false
	case name == "r":
		w.setBold(false)
	case name == "p":
		w.out.End(w.role)
	}
}

func (w *word) setBold(on bool) {
	switch {
	case on && !w.bold:
		w.out.BeginStrong()
	case !on && w.bold:
		w.out.EndStrong()
	}
	w.bold = on
}

// value is an attribute of an element, whatever its space.
func value(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// readStyles learns what the styles of paragraphs are called, whatever language their ids are in.
func (w *word) readStyles(data []byte) {
	id := ""
	tokens(data, func(t xml.Token) {
		e, ok := t.(xml.StartElement)
		switch {
		case !ok:
		case e.Name.Local == "style":
			id = value(e, "styleId")
		case e.Name.Local == "name" && id != "":
			w.styles[id] = roleOf(value(e, "val"))
		}
	})
}

func (w *word) styleRole(id string) articles.Role {
	if role, ok := w.styles[id]; ok {
		return role
	}
	return roleOf(id)
}

// roleOf is the role of a paragraph by the name of its style.
func roleOf(style string) articles.Role {
	style = strings.ToLower(strings.NewReplacer(" ", "", "_20_", "", "-", "").Replace(style))
	switch {
	case style == "title":
		return articles.Title
	case style == "subtitle":
		return articles.Standfirst
	case strings.HasPrefix(style, "heading"):
		return articles.Heading
	case strings.HasPrefix(style, "caption"), style == "illustration", style == "figure":
		return articles.Caption
	case strings.Contains(style, "quote"), strings.Contains(style, "quotation"), style == "blocktext":
		return articles.Extract
	case strings.HasPrefix(style, "list"):
		return articles.Item
	}
	return articles.Body
}
