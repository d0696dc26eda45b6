package source

import (
	"strings"
	"unicode"

	"hearsay/articles"
)

// block is a stretch of a marked-up document that is set apart: its words in one line, without the markup.
type block struct {
	words string
	role  articles.Role
	// linked is how many bytes of the words are links.
	linked int
}

// compose makes the text of an article of its blocks, with an empty line between them so that whoever cuts it into
// paragraphs again finds the same ones. Title and byline, where known, come first: they are read, and searched for
// quotes, like the rest. A block that repeats one of them is left out.
func compose(a *articles.Article, blocks []block) {
	front := []block{{words: a.Title, role: articles.Title}, {words: a.Byline, role: articles.Byline}}
	var b strings.Builder
	for _, x := range append(front, unrepeated(a, blocks)...) {
		if x.words == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		p := articles.Paragraph{Role: x.role}
		p.Start = b.Len()
		b.WriteString(x.words)
		p.End = b.Len()
		a.Paragraphs = append(a.Paragraphs, p)
	}
	a.Text = b.String()
}

// unrepeated are the blocks without those near the top that say the title or the byline again.
func unrepeated(a *articles.Article, blocks []block) []block {
	kept := make([]block, 0, len(blocks))
	for i, b := range blocks {
		again := a.Title != "" && strings.EqualFold(b.words, a.Title) ||
			a.Byline != "" && strings.EqualFold(authors(b.words), a.Byline)
		if !again || i > bylineAmong {
			kept = append(kept, b)
		}
	}
	return kept
}

// writer gathers the words of one block after the other.
type writer struct {
	blocks []block
	words  strings.Builder
	linked int
	strong int  // how many elements with bold letters are open
	bold   int  // how many bytes of the words, from the first on, are in bold letters
	space  bool // white space is due before the next word
	glue   bool // no white space may come before the next word
	breaks int  // line breaks since the last word
}

// text adds words, with every run of white space as one space.
func (w *writer) text(s string, link bool) {
	for s != "" {
		trimmed := strings.TrimLeftFunc(s, isSpace)
		if len(trimmed) < len(s) {
			w.space = true
		}
		if trimmed == "" {
			return
		}
		end := strings.IndexFunc(trimmed, isSpace)
		if end < 0 {
			end = len(trimmed)
		}
		w.word(trimmed[:end], link)
		s = trimmed[end:]
	}
}

func (w *writer) word(s string, link bool) {
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

// glued makes the next word follow the last without a space.
func (w *writer) glued() { w.glue = true }

// lineBreak is white space; a second one in a row ends the block, as pages without paragraphs write it.
func (w *writer) lineBreak(role articles.Role) {
	w.space = true
	if w.breaks++; w.breaks == 2 {
		w.end(role)
	}
}

// end closes the block and gives it its role.
func (w *writer) end(role articles.Role) {
	words, bold := w.words.String(), ""
	if role == articles.Body {
		bold = words[:w.bold]
	}
	switch rest := strings.TrimSpace(words[len(bold):]); {
	case words == "":
	case bold != "" && !strings.ContainsFunc(rest, unicode.IsLetter):
		w.blocks = append(w.blocks, block{words: words, role: articles.Strong, linked: w.linked})
	case isQuestion(bold):
		// The answer stands in the same paragraph, in other letters or behind a line break.
		w.blocks = append(w.blocks, block{words: bold, role: articles.Strong},
			block{words: rest, role: role, linked: w.linked})
	default:
		w.blocks = append(w.blocks, block{words: words, role: role, linked: w.linked})
	}
	w.words.Reset()
	w.linked, w.bold, w.space, w.glue, w.breaks = 0, 0, false, false, 0
}

// isQuestion reports whether words in bold letters are a question: with its mark, and more than one word.
func isQuestion(bold string) bool { return strings.HasSuffix(bold, "?") && strings.Contains(bold, " ") }
