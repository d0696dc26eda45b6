package documents

import (
	"encoding/xml"
	"strings"

	"hearsay/articles"
	"hearsay/articles/source/blocks"
	"hearsay/articles/source/format"
)

// readOpenDocument reads an OpenDocument text: its paragraphs, without what was deleted, notes and comments.
func readOpenDocument(f *format.File, yield format.Yield) error {
	archive, err := openArchive(f)
	if err != nil {
		return err
	}
	data, err := archive.part("content.xml")
	if err != nil {
		return err
	}
	o := &openDocument{parents: map[string]string{}}
	o.read(data)
	return yieldBlocks(f, articles.Article{}, o.out.Blocks, yield)
}

// openDocument goes through the elements of an OpenDocument text.
type openDocument struct {
	out     blocks.Writer
	parents map[string]string // what the document's own styles are made of
	role    articles.Role
	skip    int
	open    int // paragraphs that are open, in each other where one stands in a frame
	list    int
}

// notText are the elements of an OpenDocument text that are none of its text.
var notText = map[string]bool{"tracked-changes": true, "note": true, "annotation": true, "sequence-decls": true,
	"forms": true, "desc": true, "font-face-decls": true}

func (o *openDocument) read(data []byte) {
	tokens(data, func(t xml.Token) {
		switch t := t.(type) {
		case xml.StartElement:
			o.start(t)
		case xml.EndElement:
			o.end(t.Name.Local)
		case xml.CharData:
			if o.open > 0 && o.skip == 0 {
				o.out.Text(string(t), false)
			}
		}
	})
	o.out.End(o.role)
}

func (o *openDocument) start(t xml.StartElement) {
	switch name := t.Name.Local; {
	case notText[name]:
		o.skip++
	case o.skip > 0:
	case name == "style":
		o.parents[value(t, "name")] = value(t, "parent-style-name")
	case name == "list":
		o.list++
	case name == "p", name == "h":
		o.out.End(o.role)
		o.open++
		o.role = o.roleOf(name, value(t, "style-name"))
	case name == "s", name == "tab":
		o.out.Space()
	case name == "line-break":
		o.out.LineBreak(o.role)
	}
}

func (o *openDocument) end(name string) {
	switch {
	case notText[name]:
		o.skip = max(o.skip-1, 0)
	case o.skip > 0:
	case name == "list":
		o.list = max(o.list-1, 0)
	case name == "p", name == "h":
		o.out.End(o.role)
		o.open = max(o.open-1, 0)
	}
}

// roleOf is the role of a paragraph by its element and its style, which may be made of another one.
func (o *openDocument) roleOf(name, style string) articles.Role {
	if parent := o.parents[style]; parent != "" {
		style = parent
	}
	role := roleOf(style)
	switch {
	case role != articles.Body && !strings.HasPrefix(style, "List"):
		return role
	case name == "h":
		return articles.Heading
	case o.list > 0:
		return articles.Item
	}
	return articles.Body
}
