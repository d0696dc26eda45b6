package format

import (
	"bytes"
	"regexp"
	"strings"
	letters "unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// Where a page says which encoding it is in, and how much of a file tells text from other bytes.
const (
	labelWindow  = 16 << 10
	binaryWindow = 8 << 10
)

// denseShare is the share of bytes outside ASCII, one in so many, that no language of western Europe reaches: it is
// another alphabet's text then.
const denseShare = 4

// Decode turns bytes into UTF-8, and reports whether they could be told.
func Decode(data []byte, markup bool) (text string, ok bool) {
	text, _, ok = decode(data, markup)
	return text, ok
}

// decode turns bytes into UTF-8, names the encoding where it was guessed and is not the usual one, and reports whether
// they could be told. What is UTF-8, with a fault here and there, is taken as that: nothing else is by chance. Then
// comes what a page says of itself, then what the letters would be. Byte order marks and UTF-16 have been seen to
// before.
func decode(data []byte, markup bool) (text, guessed string, ok bool) {
	if utf8.Valid(data) {
		if japanese, ok := isJapanese(string(data)); ok {
			return japanese, "ISO-2022-JP", true
		}
		return string(data), "", true
	}
	var named encoding.Encoding
	western := true
	if markup {
		named, western = labelled(data[:min(len(data), labelWindow)])
	}
	switch w := weigh(data); {
	case w.surely() || western && w.likely():
		return strings.ToValidUTF8(string(data), "\uFFFD"), "", true
	case named != nil:
		return decodeAs(named, data), "", true
	case w.dense():
		return "", "", false
	}
	g := guessOf(data)
	return decodeAs(g, data), g.name, true
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
	case zeros[1] >= leastZeros && zeros[0] == 0:
		return ifText(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), head)
	case zeros[0] >= leastZeros && zeros[1] == 0:
		return ifText(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), head)
	}
	return nil
}

// leastWide is how many bytes tell that another alphabet than the Latin is in UTF-16: few of its bytes are zero.
const leastWide = 16

// leastZeros is how many zeros text in UTF-16 holds at least, of which its blanks are half.
const leastZeros = 2

// ifText is an encoding if bytes in it are text and nothing else, nil otherwise.
func ifText(e encoding.Encoding, data []byte) encoding.Encoding {
	if len(data) < leastWide {
		return nil
	}
	out, err := e.NewDecoder().Bytes(data[:len(data)&^1])
	if err != nil {
		return nil
	}
	text := strings.TrimSuffix(string(out), "\uFFFD") // half of a pair at the end
	for _, r := range text {
		if !letters.IsPrint(r) && !letters.IsSpace(r) || r == '\uFFFD' {
			return nil
		}
	}
	return e
}

// IsBinary reports whether bytes are no text in any encoding: too many control codes, which text has next to none of.
func IsBinary(data []byte) bool {
	head := data[:min(len(data), binaryWindow)]
	controls := 0
	for _, c := range head {
		if c < ' ' && !strings.ContainsRune("\t\n\r\f\v\b\x1b", rune(c)) {
			controls++
		}
	}
	return controls > 2+len(head)/20 || controls > 0 && !utf8.Valid(data) && bytes.IndexByte(head, 0) >= 0
}

// declaration is how XML says which encoding it is in.
var declaration = regexp.MustCompile(`^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']`)

// labelled returns the encoding that a page names in its head, nil where it names none that is known, and whether it
// may as well have named none: many a page in UTF-8 says that it is western.
func labelled(head []byte) (e encoding.Encoding, western bool) {
	if m := declaration.FindSubmatch(head); m != nil {
		if e, name := charset.Lookup(string(m[1])); e != nil && !strings.HasPrefix(name, "utf-16") {
			return e, name == "windows-1252"
		}
	}
	z := html.NewTokenizer(bytes.NewReader(head))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return nil, true
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
					return e, name == "windows-1252"
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
