package documents

import (
	"strings"
	"unicode/utf8"

	"hearsay/articles"
	"hearsay/articles/source/blocks"
	"hearsay/articles/source/databases"
	"hearsay/articles/source/details"
	"hearsay/articles/source/format"
	"hearsay/articles/source/plain"
)

// hintPart is what to do with a document that lacks what it is made of.
const hintPart = "open it in an office program and save it anew, or save it as plain text"

// hintWords is what to do with a document without any words.
const hintWords = "give a document with words in it, no pictures of them"

// yieldBlocks makes an article of a document's blocks, or several where it is an export of a news database.
func yieldBlocks(f *format.File, a articles.Article, found []blocks.Block, yield format.Yield) error {
	if len(found) == 0 {
		return &format.Error{Name: f.Name, Err: format.ErrEmpty, Hint: hintWords}
	}
	lines := make([]string, 0, 2*len(found))
	for _, b := range found {
		lines = append(lines, b.Words, "")
	}
	if all := databases.Split(strings.Join(lines, "\n")); len(all) > 0 {
		return databases.Yield(f, all, yield)
	}
	found = headed(&a, found)
	blocks.Compose(&a, found)
	plain.FindByline(&a)
	yield(format.Entry{Article: a, Position: f.Name})
	return nil
}

// longestHeadline is how many code points the first line of a document has at most that is its headline.
const longestHeadline = 140

// headed finds the headline of a document among its first blocks, and gives the others: what is marked as the title or
// as a heading, or a first line that ends no sentence.
func headed(a *articles.Article, found []blocks.Block) []blocks.Block {
	first := found[0]
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(first.Words, `"'”’»)`))
	marked := first.Role == articles.Title || first.Role == articles.Heading
	short := utf8.RuneCountInString(first.Words) <= longestHeadline && !strings.ContainsRune(".,;:", last) &&
		!details.IsByline(first.Words)
	if len(found) > 1 && (marked || short && first.Role != articles.Item) {
		a.Title = first.Words
		found = found[1:]
	}
	for i := range found {
		if found[i].Role == articles.Title {
			if a.Title == "" {
				a.Title = found[i].Words
			}
			found[i].Role = articles.Heading
		}
	}
	return found
}
