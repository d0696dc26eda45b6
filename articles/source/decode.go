package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Where a page says which encoding it is in, and how much of a file tells text from other bytes.
const (
	labelWindow  = 16 << 10
	binaryWindow = 8 << 10
)

// decode turns bytes into UTF-8. What is valid UTF-8 is taken as that, since nothing else is by chance; then comes what a
// page says of itself, then UTF-8 with a few faults, then windows-1252. A byte order mark has been seen to before.
func decode(name string, data []byte, markup bool) (string, error) {
	if utf8.Valid(data) && bytes.IndexByte(data, 0) < 0 {
		return string(data), nil
	}
	if e := wideEncoding(data); e != nil {
		return decodeAs(e, data), nil
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	if markup {
		if e := labelled(data[:min(len(data), labelWindow)]); e != nil {
			return decodeAs(e, data), nil
		}
	}
	if mostlyUTF8(data) {
		return strings.ToValidUTF8(string(data), "\uFFFD"), nil
	}
	// No language of western Europe writes a letter in four outside ASCII: it is another alphabet's encoding then.
	if high := highBytes(data); high > len(data)/4 {
		return "", &Error{Name: name, Err: ErrUndecodable, Hint: "save it as UTF-8, as “iconv -f ENCODING -t UTF-8” does"}
	}
	return decodeAs(charmap.Windows1252, data), nil
}

func decodeAs(e encoding.Encoding, data []byte) string {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		out = data
	}
	return strings.ToValidUTF8(string(out), "\uFFFD")
}

// wideEncoding recognises UTF-16 without a byte order mark, by every other byte of its ASCII being zero.
func wideEncoding(data []byte) encoding.Encoding {
	head := data[:min(len(data), binaryWindow)]
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	half := len(head) / 2
	switch {
	case half < 2:
		return nil
	case zeros[1] > half*3/4 && zeros[0] < half/8:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros[0] > half*3/4 && zeros[1] < half/8:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// isBinary reports whether bytes are no text in any encoding: too many control codes, which text has next to none of.
func isBinary(data []byte) bool {
	if wideEncoding(data) != nil {
		return false
	}
	head := data[:min(len(data), binaryWindow)]
	controls := 0
	for _, c := range head {
		if c < ' ' && !strings.ContainsRune("\t\n\r\f\v\b\x1b", rune(c)) {
			controls++
		}
	}
	return controls > 2+len(head)/20 || controls > 0 && !utf8.Valid(data) && bytes.IndexByte(head, 0) >= 0
}

// mostlyUTF8 reports whether the bytes outside ASCII are UTF-8 with a fault here and there, such as a cut character.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for len(data) > 0 {
		if data[0] < utf8.RuneSelf {
			data = data[1:]
			continue
		}
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		data = data[n:]
	}
	return good > 4*bad
}

func highBytes(data []byte) int {
	n := 0
	for _, c := range data {
		if c >= utf8.RuneSelf {
			n++
		}
	}
	return n
}

// labelled returns the encoding that a page names in its head, nil where it names none that is known.
func labelled(head []byte) encoding.Encoding {
	z := html.NewTokenizer(bytes.NewReader(head))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return nil
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if t.Data != "meta" {
				continue
			}
			if label := metaCharset(t); label != "" {
				if e, name := charset.Lookup(label); e != nil {
					if strings.HasPrefix(name, "utf-16") {
						// The label itself was read as ASCII, so this cannot be so.
						e = unicode.UTF8
					}
					return e
				}
			}
		}
	}
}

// metaCharset is the encoding a meta element names: <meta charset="…"> or in the older content="text/html; charset=…".
func metaCharset(t html.Token) string {
	content := ""
	for _, a := range t.Attr {
		switch a.Key {
		case "charset":
			return strings.TrimSpace(a.Val)
		case "content":
			content = strings.ToLower(a.Val)
		}
	}
	_, label, ok := strings.Cut(content, "charset=")
	if !ok {
		return ""
	}
	label, _, _ = strings.Cut(label, ";")
	return strings.Trim(label, ` "'`)
}
