package source

import (
	"bytes"
	"fmt"
	"net/http"
	"path/filepath"
	"strings"

	"hearsay/articles"
)

// format is one of the ways an article is written down.
type format int

const (
	unknown format = iota // the ending does not tell
	plain
	markdown
	page
	jsonl
)

var endings = map[string]format{
	".txt": plain, ".text": plain,
	".md": markdown, ".markdown": markdown, ".mdown": markdown, ".mkd": markdown,
	".html": page, ".htm": page, ".xhtml": page, ".shtml": page,
	".jsonl": jsonl, ".ndjson": jsonl,
}

// kindOf tells a format by the ending of the file's name or, where that says nothing, by how the file begins.
func kindOf(name string, head []byte) format {
	if f := endings[strings.ToLower(filepath.Ext(name))]; f != unknown {
		return f
	}
	head = bytes.TrimLeft(head, " \t\r\n\f\v")
	switch {
	case looksLikeJSON(head):
		return jsonl
	case looksLikePage(head):
		return page
	case bytes.HasPrefix(head, []byte("---\n")) || bytes.HasPrefix(head, []byte("---\r\n")):
		if _, _, ok := cutFront(string(head)); ok {
			return markdown
		}
	}
	return plain
}

// looksLikeJSON reports whether text begins as an object does that has a key, or as a list of objects.
func looksLikeJSON(head []byte) bool {
	if list, ok := bytes.CutPrefix(head, []byte("[")); ok {
		head = bytes.TrimLeft(list, " \t\r\n")
	}
	rest, ok := bytes.CutPrefix(head, []byte("{"))
	return ok && bytes.HasPrefix(bytes.TrimLeft(rest, " \t\r\n"), []byte(`"`))
}

// looksLikePage reports whether text begins as a page does.
func looksLikePage(head []byte) bool {
	head = bytes.ToLower(head[:min(len(head), 1<<12)])
	for _, start := range []string{"<!doctype html", "<html", "<head", "<body", "<?xml"} {
		if bytes.HasPrefix(head, []byte(start)) {
			return start != "<?xml" || bytes.Contains(head, []byte("<html"))
		}
	}
	return bytes.HasPrefix(head, []byte("<")) &&
		(bytes.Contains(head, []byte("<html")) || bytes.Contains(head, []byte("<body")))
}

// trimEnding takes an ending off a file's name.
func trimEnding(name, ending string) string {
	if strings.EqualFold(filepath.Ext(name), ending) {
		return name[:len(name)-len(ending)]
	}
	return name
}

// idOf is the id of a file's article: the name without folder and ending.
func idOf(name string) string {
	if name == "-" || name == "" {
		return "stdin"
	}
	base := filepath.Base(name)
	if short := strings.TrimSuffix(base, filepath.Ext(base)); short != "" {
		base = short
	}
	return strings.ToValidUTF8(base, "\uFFFD")
}

// claim returns an id that no other file has been given, the one asked for if it is free.
func (r *Reader) claim(id string) string {
	if r.taken == nil {
		r.taken = map[string]bool{}
	}
	free := id
	for n := 2; r.taken[free]; n++ {
		free = fmt.Sprintf("%s-%d", id, n)
	}
	r.taken[free] = true
	return free
}

// parse makes an article of a whole file's bytes.
func parse(name string, data []byte) (articles.Article, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return articles.Article{}, &Error{Name: name, Err: ErrEmpty, Hint: "give a file with an article in it"}
	}
	if err := refuseBinary(name, data); err != nil {
		return articles.Article{}, err
	}
	f := kindOf(name, data[:min(len(data), 1<<16)])
	text, err := decode(name, data, f == page)
	if err != nil {
		return articles.Article{}, err
	}
	switch f {
	case markdown:
		return readMarkdown(name, text)
	case page:
		return readPage(name, text)
	}
	return readPlain(text), nil
}

// refuseBinary names what a file holds that is no text.
func refuseBinary(name string, data []byte) error {
	kind, hint := "", "save it as plain text, Markdown or a web page"
	switch mime := http.DetectContentType(data); {
	case bytes.HasPrefix(data, []byte("{\\rtf")):
		kind = "a rich text document"
	case mime == "application/pdf":
		kind, hint = "a PDF document", "turn it into text first, as “pdftotext FILE” does"
	case mime == "application/zip":
		kind, hint = zipKind(name)
	case strings.HasPrefix(mime, "image/"), strings.HasPrefix(mime, "audio/"), strings.HasPrefix(mime, "video/"):
		kind, hint = "an "+mime[:strings.Index(mime, "/")]+" file", "give the article's text"
		kind = strings.Replace(kind, "an video", "a video", 1)
	case strings.HasPrefix(mime, "application/x-"), strings.HasPrefix(mime, "font/"):
		kind = "a " + mime + " file"
	case bytes.HasPrefix(data, []byte{0xd0, 0xcf, 0x11, 0xe0}):
		kind = "an old office document"
	case isBinary(data):
		kind = "a binary file"
	default:
		return nil
	}
	return &Error{Name: name, Err: fmt.Errorf("%w but %s", ErrBinary, kind), Hint: hint}
}

// zipKind names the documents that are ZIP archives inside.
func zipKind(name string) (kind, hint string) {
	hint = "save it as plain text, Markdown or a web page"
	switch strings.ToLower(filepath.Ext(name)) {
	case ".epub":
		return "an EPUB book", hint
	case ".docx":
		return "a Word document", hint
	case ".odt":
		return "an OpenDocument text", hint
	}
	return "a ZIP archive", "unpack it and give the files in it"
}
