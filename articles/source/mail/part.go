package mail

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"strings"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"

	"hearsay/articles/source/format"
)

// deepest is how many parts may stand in each other.
const deepest = 12

// mostParts is how many parts of a message are looked at.
const mostParts = 2000

// part is a message, or a part of one: its fields, by their names in lower case, and what stands below them.
type part struct {
	header map[string]string
	kind   string // the media type, in lower case
	params map[string]string
	body   []byte
}

// partOf parts a message in its header and what stands below. A line of the header that is none of a field is passed
// over.
func partOf(data []byte) part {
	p := part{header: map[string]string{}}
	last := ""
	for len(data) > 0 {
		line, rest, _ := bytes.Cut(data, []byte("\n"))
		data = rest
		line = bytes.TrimRight(line, "\r")
		if len(bytes.TrimSpace(line)) == 0 {
			break
		}
		name, value, ok := strings.Cut(string(line), ":")
		switch {
		case line[0] == ' ' || line[0] == '\t':
			if last != "" {
				p.header[last] += " " + strings.TrimSpace(string(line))
			}
		case ok && format.IsFieldName(name):
			last = strings.ToLower(name)
			if _, there := p.header[last]; there {
				last = "" // the first of several counts
				break
			}
			p.header[last] = strings.TrimSpace(value)
		}
	}
	p.body = data
	p.kind, p.params = mediaType(p.header["content-type"])
	return p
}

// mediaType reads a field that tells of a kind; text where it tells nothing that can be understood.
func mediaType(field string) (kind string, params map[string]string) {
	kind, params, err := mime.ParseMediaType(field)
	if err != nil {
		kind, _, _ = strings.Cut(field, ";")
		params = map[string]string{}
		for _, p := range strings.Split(field, ";")[1:] {
			if name, value, ok := strings.Cut(p, "="); ok {
				params[strings.ToLower(strings.TrimSpace(name))] = strings.Trim(strings.TrimSpace(value), `"`)
			}
		}
	}
	if kind = strings.ToLower(strings.TrimSpace(kind)); !strings.Contains(kind, "/") {
		kind = "text/plain"
	}
	return kind, params
}

// leaves are the parts that hold no others, in order; those that are attached are not among them.
func (p part) leaves() (all []part) {
	count := 0
	p.collect(0, &count, func(leaf part) { all = append(all, leaf) })
	return all
}

func (p part) collect(depth int, count *int, add func(part)) {
	if *count++; depth > deepest || *count > mostParts {
		return
	}
	boundary := p.params["boundary"]
	if !strings.HasPrefix(p.kind, "multipart/") || boundary == "" {
		if !strings.HasPrefix(strings.ToLower(p.header["content-disposition"]), "attachment") {
			add(p)
		}
		return
	}
	r := multipart.NewReader(bytes.NewReader(p.body), boundary)
	for {
		inner, err := r.NextRawPart()
		if err != nil {
			return
		}
		body, err := io.ReadAll(inner) // of a message that is cut it is what there is
		q := part{header: map[string]string{}, body: body}
		for name, values := range inner.Header {
			q.header[strings.ToLower(name)] = values[0]
		}
		q.kind, q.params = mediaType(q.header["content-type"])
		q.collect(depth+1, count, add)
		if err != nil {
			return
		}
	}
}

// bytes are what a part holds, without the encoding it was sent in. What is damaged ends it.
func (p part) bytes() []byte {
	var in io.Reader
	switch strings.ToLower(strings.TrimSpace(p.header["content-transfer-encoding"])) {
	case "quoted-printable":
		in = quotedprintable.NewReader(bytes.NewReader(p.body))
	case "base64":
		in = base64.NewDecoder(base64.StdEncoding, bytes.NewReader(lettersOf(p.body)))
	default:
		return p.body
	}
	data, _ := io.ReadAll(in)
	return data
}

// alphabet is that of base64.
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// lettersOf are the letters of base64 in data, filled up to whole groups.
func lettersOf(data []byte) []byte {
	kept := make([]byte, 0, len(data)+3)
	for _, c := range data {
		if strings.IndexByte(alphabet, c) >= 0 {
			kept = append(kept, c)
		}
	}
	for len(kept)%4 != 0 {
		kept = append(kept, '=')
	}
	return kept
}

// text is what a part holds in UTF-8, by the encoding that it names, or as it can be told.
func (p part) text() (string, bool) {
	data := p.bytes()
	if e := encodingOf(p.params["charset"]); e != nil {
		if out, err := e.NewDecoder().Bytes(data); err == nil {
			return strings.ToValidUTF8(string(out), "\uFFFD"), true
		}
	}
	return format.Decode(data, p.kind == "text/html")
}

// encodingOf is the encoding of a name, nil of one that is not known or may be wrong: many a message in UTF-8 says that
// it is ASCII or western.
func encodingOf(name string) encoding.Encoding {
	e, canonical := charset.Lookup(name)
	if canonical == "windows-1252" || canonical == "utf-8" {
		return nil
	}
	return e
}

// words is a field in UTF-8, without the encoding of words in it.
func words(field string) string {
	d := mime.WordDecoder{CharsetReader: func(name string, in io.Reader) (io.Reader, error) {
		if e, _ := charset.Lookup(name); e != nil {
			return e.NewDecoder().Reader(in), nil
		}
		return in, nil
	}}
	decoded, err := d.DecodeHeader(field)
	if err != nil {
		decoded = field
	}
	if text, ok := format.Decode([]byte(decoded), false); ok {
		return text
	}
	return strings.ToValidUTF8(decoded, "\uFFFD")
}
