package webarchives

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/textproto"
	"strconv"
	"strings"

	"golang.org/x/net/html/charset"

	"hearsay/articles"
	"hearsay/articles/source/details"
	"hearsay/articles/source/format"
	"hearsay/articles/source/pages"
	"hearsay/articles/source/plain"
)

// hintCut is what to do with an archive that breaks off.
const hintCut = "look for a whole copy of the file"

// readWARC reads the pages of a crawl: what servers answered, what was saved as it is, and text that was taken out of
// pages. All else in it is passed over.
func readWARC(f *format.File, yield format.Yield) error {
	n, pages := 0, 0
	for {
		header, err := nextHeader(f.In)
		if err == io.EOF && n > 0 && pages == 0 {
			return &format.Error{Name: f.Name, Err: fmt.Errorf("%w: none of its %d records is a page with an article",
				format.ErrNoArticle, n), Hint: "give an archive of the articles' own pages"}
		} else if err == io.EOF && n > 0 {
			return nil
		}
		n++
		length, bad := strconv.ParseInt(strings.TrimSpace(header.Get("Content-Length")), 10, 64)
		if err != nil || bad != nil || length < 0 {
			return &format.Error{Name: f.Name, Err: fmt.Errorf("%w: record %d is no record of a web archive", format.ErrRecord,
				n),
				Hint: hintCut}
		}
		body := &io.LimitedReader{R: f.In, N: length}
		e := format.Entry{Position: f.Position(n)}
		var found bool
		tell := func(note string) { f.Tell(e.Position, note) }
		e.Article, found, e.Err = record(f, header, body, tell)
		if e.Err != nil {
			e.Err = &format.Error{Name: e.Position, Err: e.Err, Hint: "the page is left out"}
		}
		e.Article.ID = f.ID(n)
		if found || e.Err != nil {
			if pages++; !yield(e) {
				return nil
			}
		}
		if _, err := io.Copy(io.Discard, body); err != nil {
			return format.SystemError(f.Name, err)
		}
		if body.N > 0 {
			return &format.Error{Name: f.Position(n), Err: fmt.Errorf("%w: the archive breaks off in it", format.ErrUnreadable),
				Hint: hintCut}
		}
	}
}

// longestHeader is how many bytes the header of a record may have.
const longestHeader = 1 << 20

// nextHeader reads the header of the next record, past the empty lines before it.
func nextHeader(in *bufio.Reader) (textproto.MIMEHeader, error) {
	var lines bytes.Buffer
	for {
		line, err := in.ReadSlice('\n')
		if err == bufio.ErrBufferFull {
			err = nil
		}
		blank := len(bytes.TrimSpace(line)) == 0
		switch {
		case err == io.EOF && lines.Len() == 0 && blank:
			return nil, io.EOF
		case err != nil:
			return nil, io.ErrUnexpectedEOF
		case blank && lines.Len() == 0:
			continue
		case lines.Len() == 0 && !bytes.HasPrefix(line, []byte("WARC/")):
			return nil, errors.New("no record")
		}
		if lines.Write(line); lines.Len() > longestHeader {
			return nil, errors.New("endless header")
		}
		if blank {
			break
		}
	}
	_, fields, _ := bytes.Cut(lines.Bytes(), []byte("\n"))
	header, err := textproto.NewReader(bufio.NewReader(bytes.NewReader(fields))).ReadMIMEHeader()
	if err != nil && len(header) == 0 {
		return nil, err
	}
	return header, nil
}

// record makes an article of a record, if it holds a page or its text.
func record(f *format.File, header textproto.MIMEHeader, body io.Reader, tell func(string)) (a articles.Article,
	found bool, err error) {
	kind := mediaType(header.Get("Content-Type"))
	label := ""
	switch strings.ToLower(header.Get("WARC-Type")) {
	case "response":
		if kind != "application/http" {
			return a, false, nil
		}
		answer, err := answerOf(body)
		if err != nil {
			return a, false, fmt.Errorf("%w: no answer of a server", format.ErrRecord)
		}
		if answer.status != answered {
			return a, false, nil
		}
		kind, label = mediaType(answer.header.Get("Content-Type")), labelOf(answer.header.Get("Content-Type"))
		if body, err = unpacked(answer); err != nil {
			return a, false, err
		}
	case "resource", "conversion":
		label = labelOf(header.Get("Content-Type"))
	default:
		return a, false, nil
	}
	if kind != "text/html" && kind != "application/xhtml+xml" && kind != "text/plain" {
		return a, false, nil
	}
	data, err := io.ReadAll(io.LimitReader(f.Room.Unpacked(body), f.Most()+1))
	if int64(len(data)) > f.Most() {
		return a, false, fmt.Errorf("%w: more than %s", format.ErrTooBig, format.Size(f.Most()))
	}
	if errors.Is(err, format.ErrBomb) {
		return a, false, err
	}
	// What came of a body that is cut is kept.
	return pageOf(data, kind, label, strings.Trim(header.Get("WARC-Target-URI"), "<>"), tell)
}

// pageOf makes an article of a page, or of the text of one.
func pageOf(data []byte, kind, label, address string, tell func(string)) (a articles.Article, found bool, err error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return a, false, nil
	}
	text, ok := decode(data, kind != "text/plain", label)
	if !ok {
		return a, false, format.ErrUndecodable
	}
	if kind == "text/plain" {
		a = plain.Read(text)
	} else {
		var note string
		if a, note, ok = pages.Read(text); !ok {
			return a, false, nil // a page of links, as most of a crawl's are
		}
		if note != "" {
			tell(note)
		}
	}
	if a.Address == "" {
		a.Address = details.WebAddress(address)
	}
	return a, true, nil
}

// decode turns a page into UTF-8: by what its bytes tell, then by what the server said.
func decode(data []byte, markup bool, label string) (string, bool) {
	e, name := charset.Lookup(label)
	if e != nil && name != "utf-8" && name != "windows-1252" {
		if out, err := e.NewDecoder().Bytes(data); err == nil {
			return strings.ToValidUTF8(string(out), "\uFFFD"), true
		}
	}
	return format.Decode(data, markup)
}

// unpacked is what a server answered, without its packing.
func unpacked(answer answer) (io.Reader, error) {
	switch coding := strings.ToLower(strings.TrimSpace(answer.header.Get("Content-Encoding"))); coding {
	case "", "identity":
		return answer.body, nil
	case "gzip", "x-gzip":
		in := bufio.NewReader(answer.body)
		if head, _ := in.Peek(2); string(head) != format.GzipMark {
			return in, nil // some archives unpack it and leave the header
		}
		return gzip.NewReader(in)
	case "deflate":
		return zlib.NewReader(answer.body)
	default:
		return nil, fmt.Errorf("%w: its page is packed by “%s”", format.ErrFormat, coding)
	}
}

// mediaType is the kind that a field names, in lower case.
func mediaType(field string) string {
	kind, _, _ := strings.Cut(field, ";")
	return strings.ToLower(strings.TrimSpace(kind))
}

// labelOf is the encoding that a field names.
func labelOf(field string) string {
	_, params, _ := mime.ParseMediaType(field)
	return params["charset"]
}
