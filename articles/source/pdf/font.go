package pdf

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// font turns the codes of strings into text, and tells how wide they are.
type font struct {
	wide    bool // codes have two bytes
	codes   map[int]string
	widths  map[int]float64 // in thousandths of the size
	usual   float64
	bold    bool
	work    int  // how many codes have been told of, the same one twice
	unknown bool // nothing tells what its codes are
}

// usualWidth is how wide a sign is, in thousandths of the size, of which nothing is told.
const usualWidth = 500

// font reads a font.
func (f *file) font(o any) *font {
	d := f.dict(o)
	t := &font{codes: map[int]string{}, widths: map[int]float64{}, usual: usualWidth}
	base, _ := f.resolve(d["BaseFont"]).(name)
	t.bold = strings.Contains(strings.ToLower(string(base)), "bold") || strings.Contains(string(base), "Black")
	t.wide = f.resolve(d["Subtype"]) == name("Type0")
	if t.wide {
		f.wideWidths(t, d)
	} else {
		f.encoding(t, d)
		first, _ := f.number(d["FirstChar"])
		widths, _ := f.resolve(d["Widths"]).([]any)
		for i, w := range widths[:min(len(widths), 256)] {
			t.widths[int(first)+i], _ = f.number(w)
		}
	}
	if s, ok := f.resolve(d["ToUnicode"]).(stream); ok {
		t.readMap(f.bytes(s))
	} else if t.wide {
		t.unknown = true
	}
	return t
}

// encoding reads what the codes of a font of one byte stand for: a table that is known, and what differs from it.
func (f *file) encoding(t *font, d dict) {
	table := charmap.Windows1252
	enc := f.resolve(d["Encoding"])
	differs := f.dict(enc)
	base := enc
	if differs != nil {
		base = f.resolve(differs["BaseEncoding"])
	}
	if base == name("MacRomanEncoding") {
		table = charmap.Macintosh
	}
	for c := range 256 {
		if r := table.DecodeByte(byte(c)); r >= ' ' {
			t.codes[c] = string(r)
		}
	}
	code := 0
	list, _ := f.resolve(differs["Differences"]).([]any)
	for _, o := range list {
		switch o := f.resolve(o).(type) {
		case float64:
			code = int(o)
		case name:
			if s := glyph(string(o)); s != "" {
				t.codes[code] = s
			}
			code++
		}
	}
}

// wideWidths reads the widths of a font of two bytes.
func (f *file) wideWidths(t *font, d dict) {
	list, _ := f.resolve(d["DescendantFonts"]).([]any)
	if len(list) == 0 {
		return
	}
	inner := f.dict(list[0])
	t.usual = 1000
	if w, ok := f.number(inner["DW"]); ok {
		t.usual = w
	}
	all, _ := f.resolve(inner["W"]).([]any)
	for i := 0; i+1 < len(all); {
		first, _ := f.number(all[i])
		if widths, ok := f.resolve(all[i+1]).([]any); ok {
			for j, w := range widths {
				t.widths[int(first)+j], _ = f.number(w)
			}
			i += 2
			continue
		}
		if i+2 >= len(all) {
			return
		}
		last, _ := f.number(all[i+1])
		w, _ := f.number(all[i+2])
		for c := int(first); c <= int(min(last, first+1<<16)) && t.work < mostCodes; c++ {
			t.widths[c] = w
			t.work++
		}
		i += 3
	}
}

// mostCodes is how many codes a map may tell of.
const mostCodes = 1 << 17

// readMap reads a map from codes to Unicode.
func (t *font) readMap(data []byte) {
	l := &lexer{in: data}
	var args []any
	for o := l.next(); o != nil && len(t.codes) < mostCodes; o = l.next() {
		switch o {
		case operator("endbfchar"):
			for i := 0; i+1 < len(args); i += 2 {
				t.set(args[i], args[i+1], 0)
			}
		case operator("endbfrange"):
			for i := 0; i+2 < len(args); i += 3 {
				t.setRange(args[i], args[i+1], args[i+2])
			}
		case operator("endcodespacerange"):
			if s, ok := first(args).(text); ok {
				t.wide = len(s) == 2
			}
		default:
			if _, ok := o.(operator); !ok {
				args = append(args, o)
				continue
			}
		}
		args = args[:0]
	}
}

func first(all []any) any {
	if len(all) == 0 {
		return nil
	}
	return all[0]
}

func (t *font) setRange(from, to, value any) {
	low, ok := from.(text)
	high, ok2 := to.(text)
	if !ok || !ok2 {
		return
	}
	a, b := number(low), number(high)
	list, isList := value.([]any)
	for c := a; c <= b && t.work < mostCodes; c++ {
		t.work++
		switch {
		case !isList:
			t.set(code(c), value, c-a)
		case c-a < len(list):
			t.set(code(c), list[c-a], 0)
		}
	}
}

// code is a code as set takes it.
type code int

// set says what a code stands for, or one that follows it by some steps.
func (t *font) set(from, value any, step int) {
	v, ok := value.(text)
	c, known := from.(code)
	if s, isText := from.(text); isText {
		c, known = code(number(s)), true
	}
	if !ok || !known || len(v) < 2 || len(v) > 32 {
		return
	}
	units := make([]uint16, 0, len(v)/2)
	for i := 0; i+1 < len(v); i += 2 {
		units = append(units, uint16(v[i])<<8|uint16(v[i+1]))
	}
	units[len(units)-1] += uint16(step)
	t.codes[int(c)] = string(utf16.Decode(units))
}

// number is the one that the first bytes of a string make.
func number(s text) (n int) {
	for i := 0; i < len(s) && i < 4; i++ {
		n = n<<8 | int(s[i])
	}
	return n
}

// decode gives the text of a string, and the sum of its widths, signs and blanks.
func (t *font) decode(s text) (out string, width float64, signs, blanks int) {
	var b strings.Builder
	size := 1
	if t.wide {
		size = 2
	}
	for i := 0; i+size <= len(s); i += size {
		c := int(s[i])
		if t.wide {
			c = c<<8 | int(s[i+1])
		} else if c == ' ' {
			blanks++
		}
		w, ok := t.widths[c]
		if !ok {
			w = t.usual
		}
		width += w
		signs++
		b.WriteString(t.codes[c])
	}
	return b.String(), width, signs, blanks
}

//go:embed glyphs.txt
var glyphFile string

// glyphs are the names of signs in fonts.
var glyphs = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for line := range strings.Lines(glyphFile) {
		if parts := strings.Fields(line); len(parts) == 2 && parts[0] != "#" {
			all[parts[0]] = strings.ReplaceAll(parts[1], `\u0020`, " ")
		}
	}
	return all
})

// accents are the names of marks, as those of letters end with them, and the marks.
var accents = map[string]string{"acute": "\u0301", "grave": "\u0300", "circumflex": "\u0302", "dieresis": "\u0308",
	"tilde": "\u0303", "caron": "\u030c", "cedilla": "\u0327", "ring": "\u030a", "ogonek": "\u0328", "macron": "\u0304",
	"breve": "\u0306", "dotaccent": "\u0307", "hungarumlaut": "\u030b"}

// glyph is the sign of a name: "A", "eacute", "quoteright", "uni20AC", "f_i".
func glyph(n string) string {
	n, _, _ = strings.Cut(n, ".")
	if s := glyphs()[n]; s != "" {
		return s
	}
	if len(n) < 2 {
		return n
	}
	if hex, ok := strings.CutPrefix(n, "uni"); ok && len(hex) == 4 {
		if c, err := strconv.ParseUint(hex, 16, 16); err == nil {
			return string(rune(c))
		}
	}
	if mark := accents[n[1:]]; mark != "" {
		return norm.NFC.String(n[:1] + mark)
	}
	return ""
}
