// Package blocks gathers the blocks of a document with markup, whatever the markup, and makes an article of them: its
// text with an empty line between the blocks, its paragraphs with their roles.
package blocks

import (
	"strings"
	"unicode"

	"hearsay/articles"
	"hearsay/articles/source/details"
)

// Block is a stretch of a marked-up document that is set apart: its words in one line, without the markup.
type Block struct {
	Words string
	Role  articles.Role
	// Linked is how many bytes of the words are links.
	Linked int
	// Slanted is true where all words are in italics.
	Slanted bool
}

// nearTop is among how many blocks title and byline are said again.
const nearTop = 4

// Compose makes the text of an article of its blocks, with an empty line between them so that whoever cuts it into
// paragraphs again finds the same ones. Title and byline, where known, come first: they are read, and searched for
// quotes, like the rest. A block that repeats one of them is left out.
func Compose(a *articles.Article, blocks []Block) {
	front := []Block{{Words: a.Title, Role: articles.Title}, {Words: a.Byline, Role: articles.Byline}}
	var b strings.Builder
	for _, x := range append(front, unrepeated(a, blocks)...) {
		if x.Words == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		p := articles.Paragraph{Role: x.Role}
		p.Start = b.Len()
		b.WriteString(x.Words)
		p.End = b.Len()
		a.Paragraphs = append(a.Paragraphs, p)
	}
	a.Text = b.String()
}

// unrepeated are the blocks without those near the top that say the title or the byline again.
func unrepeated(a *articles.Article, blocks []Block) []Block {
	kept := make([]Block, 0, len(blocks))
	for i, b := range blocks {
		again := a.Title != "" && strings.EqualFold(b.Words, a.Title) ||
			a.Byline != "" && strings.EqualFold(details.Authors(b.Words), a.Byline)
		if !again || i > nearTop {
			kept = append(kept, b)
		}
	}
	return kept
}

// Writer gathers the words of one block after the other.
type Writer struct {
	// Blocks are those that have ended.
	Blocks []Block
	words  strings.Builder
	linked int
	strong int  // how many elements with bold letters are open
	bold   int  // how many bytes of the words, from the first on, are in bold letters
	space  bool // white space is due before the next word
	glue   bool // no white space may come before the next word
	breaks int  // line breaks since the last word
}

// Text adds words, with every run of white space as one space.
func (w *Writer) Text(s string, link bool) {
	for s != "" {
		trimmed := strings.TrimLeftFunc(s, unicode.IsSpace)
		if len(trimmed) < len(s) {
			w.space = true
		}
		if trimmed == "" {
			return
		}
		end := strings.IndexFunc(trimmed, unicode.IsSpace)
		if end < 0 {
			end = len(trimmed)
		}
		w.word(trimmed[:end], link)
		s = trimmed[end:]
	}
}

func (w *Writer) word(s string, link bool) {
	before := w.words.Len()
	if w.space && before > 0 && !w.glue {
		w.words.WriteByte(' ')
	}
	w.words.WriteString(s)
	if w.strong > 0 && w.bold == before {
		w.bold = w.words.Len()
	}
	w.space, w.glue, w.breaks = false, false, 0
	if link {
		w.linked += w.words.Len() - before
	}
}

// Space makes the next word stand apart from the last.
func (w *Writer) Space() { w.space = true }

// BeginStrong and EndStrong stand around words in bold letters; they nest.
func (w *Writer) BeginStrong() { w.strong++ }

// EndStrong ends what BeginStrong began.
func (w *Writer) EndStrong() { w.strong-- }

// Glue makes the next word follow the last without a space.
func (w *Writer) Glue() { w.glue = true }

// LineBreak is white space; a second one in a row ends the block, as pages without paragraphs write it.
func (w *Writer) LineBreak(role articles.Role) {
	w.space = true
	if w.breaks++; w.breaks == 2 {
		w.End(role)
	}
}

// End closes the block and gives it its role.
func (w *Writer) End(role articles.Role) {
	words, bold := w.words.String(), ""
	if role == articles.Body {
		bold = words[:w.bold]
	}
	switch rest := strings.TrimSpace(words[len(bold):]); {
	case words == "":
	case bold != "" && !strings.ContainsFunc(rest, unicode.IsLetter):
		w.Blocks = append(w.Blocks, Block{Words: words, Role: articles.Strong, Linked: w.linked})
	case isQuestion(bold):
		// The answer stands in the same paragraph, in other letters or behind a line break.
		w.Blocks = append(w.Blocks, Block{Words: bold, Role: articles.Strong},
			Block{Words: rest, Role: role, Linked: w.linked})
	default:
		w.Blocks = append(w.Blocks, Block{Words: words, Role: role, Linked: w.linked})
	}
	w.words.Reset()
	w.linked, w.bold, w.space, w.glue, w.breaks = 0, 0, false, false, 0
}

// isQuestion reports whether words in bold letters are a question: with its mark, and more than one word.
func isQuestion(bold string) bool { return strings.HasSuffix(bold, "?") && strings.Contains(bold, " ") }
