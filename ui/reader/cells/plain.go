package cells

import "github.com/charmbracelet/x/ansi"

// narrow is false where the user's environment makes ambiguous signs such as curly quotes two cells wide. Then all but
// ASCII is measured the long way.
var narrow = ansi.StringWidth("“") == 1 && ansi.StringWidthWc("“") == 1

// block is a range of code points of one width that never join what stands beside them.
type block struct {
	first, last rune
	width       int
}

// blocks are most of what stands in news, in ascending order. They hold no combining mark, no control and no sign
// whose two widths differ.
var blocks = [...]block{
	{' ', '~', 1},
	{0x00A0, 0x00AC, 1}, // up to the soft hyphen
	{0x00AE, 0x02FF, 1},
	{0x0370, 0x0482, 1}, // Greek, Cyrillic
	{0x048A, 0x052F, 1},
	{0x05D0, 0x05EA, 1}, // Hebrew
	{0x0620, 0x064A, 1}, // Arabic
	{0x1E00, 0x1FFF, 1},
	{0x2010, 0x2027, 1}, // dashes, quotes, ellipsis
	{0x2030, 0x203B, 1},
	{0x20A0, 0x20BF, 1}, // currencies
	{0x3001, 0x3029, 2},
	{0x3041, 0x3096, 2}, // kana
	{0x30A0, 0x30FF, 2},
	{0x4E00, 0x9FFF, 2}, // ideographs
	{0xAC00, 0xD7A3, 2}, // Hangul
	{0xFF01, 0xFF5E, 2},
}

// plain is the width of a sign that never joins what stands beside it, and 0 for any other.
func plain(r rune) int {
	if !narrow && r > '~' {
		return 0
	}
	for _, b := range blocks {
		if r <= b.last {
			if r < b.first {
				return 0
			}
			return b.width
		}
	}
	return 0
}
