package documents

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"

	"hearsay/articles"
	"hearsay/articles/source/blocks"
	"hearsay/articles/source/format"
)

// readRich reads a rich text document (RTF 1.9): its paragraphs, without what was deleted or is hidden, headers, notes,
// pictures and fields' instructions.
func readRich(f *format.File, yield format.Yield) error {
	data, err := f.Bytes()
	if err != nil {
		return err
	}
	r := &rich{in: data, state: state{unicode: 1}, pages: map[int]encoding.Encoding{}}
	r.page = codePage(1252)
	r.read()
	return yieldBlocks(f, articles.Article{}, r.out.Blocks, yield)
}

// state is what a group of a rich text document inherits and leaves as it was.
type state struct {
	skip    bool // its text is none of the document's
	hidden  bool // its text is hidden or deleted
	fonts   bool // it lists the fonts
	unicode int  // how many characters stand for each one of Unicode
	font    int
	bold    bool
}

// deepestGroups is how many groups may stand in each other; what is deeper is read as if it stood there.
const deepestGroups = 1000

// rich goes through the bytes of a rich text document.
type rich struct {
	in  []byte
	at  int
	out blocks.Writer

	state
	groups []state
	star   bool                      // a destination that may be left out begins
	fresh  bool                      // a group has just begun
	pass   int                       // characters that stand for one of Unicode and are still to come
	high   rune                      // the first half of a character of Unicode
	raw    []byte                    // bytes that are in the font's encoding
	page   encoding.Encoding         // the document's
	pages  map[int]encoding.Encoding // the fonts'
	role   articles.Role
}

func (r *rich) read() {
	for r.at < len(r.in) {
		c := r.in[r.at]
		r.at++
		switch c {
		case '{':
			r.begin()
		case '}':
			r.end()
		case '\\':
			r.control()
		case '\r', '\n':
		default:
			r.byte(c)
		}
	}
	r.paragraph()
}

func (r *rich) begin() {
	r.flush()
	if len(r.groups) < deepestGroups {
		r.groups = append(r.groups, r.state)
	}
	r.fresh, r.pass = true, 0
}

func (r *rich) end() {
	r.flush()
	if n := len(r.groups); n > 0 {
		was := r.groups[n-1]
		r.groups = r.groups[:n-1]
		r.setBold(was.bold)
		r.state = was
	}
	r.fresh, r.star, r.pass = false, false, 0
}

// byte takes a character of the text.
func (r *rich) byte(c byte) {
	r.fresh, r.star = false, false
	if r.pass > 0 {
		r.pass--
		return
	}
	if !r.skip && !r.hidden {
		r.raw = append(r.raw, c)
	}
}

// flush writes the bytes that have come together, in the encoding of their font.
func (r *rich) flush() {
	if len(r.raw) == 0 {
		return
	}
	e := r.pages[r.font]
	if e == nil {
		e = r.page
	}
	out, err := e.NewDecoder().Bytes(r.raw)
	if err != nil {
		out = r.raw
	}
	r.raw = r.raw[:0]
	r.text(strings.ToValidUTF8(string(out), "\uFFFD"))
}

func (r *rich) text(s string) {
	if !r.skip && !r.hidden {
		r.out.Text(s, false)
	}
}

// control takes what stands behind a backslash.
func (r *rich) control() {
	if r.at >= len(r.in) {
		return
	}
	c := r.in[r.at]
	if !isLetter(c) {
		r.at++
		r.symbol(c)
		return
	}
	start := r.at
	for r.at < len(r.in) && isLetter(r.in[r.at]) {
		r.at++
	}
	word := string(r.in[start:r.at])
	number, given := r.number()
	if r.at < len(r.in) && r.in[r.at] == ' ' {
		r.at++
	}
	r.word(word, number, given)
	r.fresh = false
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// longestNumber is how many digits a number has at most.
const longestNumber = 10

// number is the one behind a control word.
func (r *rich) number() (n int, given bool) {
	start := r.at
	if r.at < len(r.in) && r.in[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.in) && r.in[r.at] >= '0' && r.in[r.at] <= '9' && r.at-start <= longestNumber {
		r.at++
	}
	n, err := strconv.Atoi(string(r.in[start:r.at]))
	return n, err == nil
}

// symbol takes a control that is no letter.
func (r *rich) symbol(c byte) {
	switch c {
	case '\'':
		if r.at+2 <= len(r.in) {
			if n, err := strconv.ParseUint(string(r.in[r.at:r.at+2]), 16, 8); err == nil {
				r.byte(byte(n))
			}
			r.at += 2
		}
	case '*':
		r.star = true
		return
	case '~':
		r.sign("\u00a0")
	case '_':
		r.sign("-")
	case '\r', '\n':
		r.paragraph()
	case '\\', '{', '}':
		r.byte(c)
	}
	r.star = false
}

// sign writes a character that has a control of its own, of which one character stands for it elsewhere.
func (r *rich) sign(s string) {
	if r.pass > 0 {
		r.pass--
		return
	}
	r.flush()
	r.text(s)
}

// signs are the controls that stand for characters.
var signs = map[string]string{"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
	"rdblquote": "”", "bullet": "•", "tab": " ", "emspace": " ", "enspace": " ", "qmspace": " "}

// destinations are the groups whose text is none of the document's.
var destinations = map[string]bool{"fonttbl": true, "colortbl": true, "stylesheet": true, "info": true, "pict": true,
	"header": true, "headerl": true, "headerr": true, "headerf": true, "footer": true, "footerl": true, "footerr": true,
	"footerf": true, "footnote": true, "annotation": true, "object": true, "fldinst": true, "listtext": true,
	"pntext": true, "xe": true, "tc": true, "tcl": true, "rxe": true, "private": true, "atnid": true, "atnauthor": true,
	"nonshppict": true, "themedata": true, "datastore": true}

// kept are the destinations behind \* whose text is the document's all the same.
var kept = map[string]bool{"shpinst": true, "shptxt": true}

// word takes a control word.
func (r *rich) word(word string, n int, given bool) {
	star := r.star
	r.star = false
	if word != "u" && word != "uc" {
		r.flush()
	}
	switch {
	case word == "fonttbl":
		r.fonts, r.skip = true, true
	case destinations[word] || star && !kept[word]:
		if word == "listtext" || word == "pntext" {
			r.role = articles.Item
		}
		r.skip = true
	case word == "u" && given:
		r.character(n)
	case word == "uc":
		r.unicode = max(n, 0)
	case signs[word] != "":
		r.sign(signs[word])
	case r.encodings(word, n):
	default:
		r.format(word, n, given)
	}
}

// encodings takes what tells of fonts and encodings.
func (r *rich) encodings(word string, n int) bool {
	switch word {
	case "ansicpg":
		if e := codePage(n); e != nil {
			r.page = e
		}
	case "mac":
		r.page = codePage(10000)
	case "pc":
		r.page = codePage(437)
	case "pca":
		r.page = codePage(850)
	case "f":
		r.font = n
	case "fcharset", "cpg":
		if page, ok := charsets[n]; word == "fcharset" && ok {
			n = page
		}
		if r.fonts && len(r.pages) < deepestGroups {
			r.pages[r.font] = codePage(n)
		}
	default:
		return false
	}
	return true
}

// format takes what shapes paragraphs and letters.
func (r *rich) format(word string, n int, given bool) {
	on := !given || n != 0
	switch word {
	case "par", "sect", "page", "cell", "row", "nestcell":
		r.paragraph()
	case "line":
		if !r.skip && !r.hidden {
			r.out.LineBreak(r.role)
		}
	case "pard":
		r.role = articles.Body
	case "outlinelevel":
		if n >= 0 && n < 9 {
			r.role = articles.Heading
		}
	case "ls":
		if r.role == articles.Body {
			r.role = articles.Item
		}
	case "b":
		r.setBold(on)
	case "plain":
		r.setBold(false)
	case "v", "deleted":
		r.hidden = on
	}
}

func (r *rich) setBold(on bool) {
	switch {
	case on && !r.bold:
		r.out.BeginStrong()
	case !on && r.bold:
		r.out.EndStrong()
	}
	r.bold = on
}

func (r *rich) paragraph() {
	r.flush()
	if !r.skip && !r.hidden {
		r.out.End(r.role)
	}
}

// character takes one of Unicode, written as a number of 16 bits, in two halves where it needs more.
func (r *rich) character(n int) {
	r.flush()
	c := rune(uint16(n))
	r.pass = r.unicode
	switch {
	case utf16.IsSurrogate(c) && r.high == 0:
		r.high = c
		return
	case r.high != 0:
		c = utf16.DecodeRune(r.high, c)
		r.high = 0
	}
	if utf8.ValidRune(c) {
		r.text(string(c))
	}
}

// charsets are the code pages of fonts by their numbers in rich text.
var charsets = map[int]int{0: 1252, 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258,
	177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250}

// labelsOf are the names of code pages that are not called windows-NUMBER.
var labelsOf = map[int]string{932: "shift_jis", 936: "gbk", 949: "euc-kr", 950: "big5", 874: "windows-874",
	10000: "macintosh", 866: "ibm866", 65001: "utf-8", 20932: "euc-jp"}

// codePage is an encoding by its number; windows-1252 for one that is not known.
func codePage(n int) encoding.Encoding {
	label := labelsOf[n]
	if label == "" {
		label = "windows-" + strconv.Itoa(n)
	}
	e, _ := charset.Lookup(label)
	if e == nil {
		e, _ = charset.Lookup("windows-1252")
	}
	return e
}
