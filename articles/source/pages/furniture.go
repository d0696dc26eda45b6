package pages

import (
	"strings"
	"unicode/utf8"

	"hearsay/articles"
	"hearsay/articles/source/blocks"
	"hearsay/articles/source/details"
)

// clean takes out what stands around an article: blocks that are mostly links or hold no word, lines of the page's own,
// the byline and the day, the word or two that label a picture; and at the end what is about the author, and short
// lines after the last sentence. Captions stay, as such.
func clean(all []blocks.Block, byline, outlet string) []blocks.Block {
	var kept []blocks.Block
	for i, b := range all {
		label := i+1 < len(all) && all[i+1].Role == articles.Caption && strings.Count(b.Words, " ") < 2 && unended(b)
		atTop := i < nearTop && saysByline(b.Words, byline)
		if !label && !atTop && hasWord(b.Words) && !isFurniture(b) {
			kept = append(kept, b)
		}
	}
	for len(kept) > 1 && (isTail(kept[len(kept)-1]) || isNote(kept, byline, outlet)) {
		kept = kept[:len(kept)-1]
	}
	return kept
}

// saysByline reports whether a line says nothing but who wrote the article and when.
func saysByline(line, byline string) bool {
	if rest, ok := strings.CutPrefix(line, byline); ok && byline != "" && strings.HasPrefix(rest, " ") {
		return details.IsStamp(rest)
	}
	return details.IsByline(line)
}

// nearTop is among how many blocks the byline and the day stand.
const nearTop = 6

// mostlyLinks is the share of a block's bytes in links from which on it leads elsewhere.
const mostlyLinks = 0.6

// isFurniture reports whether a block is the page's and not the article's.
func isFurniture(b blocks.Block) bool {
	if b.Role == articles.Caption || b.Role == articles.Credit {
		return false
	}
	return float64(b.Linked) > mostlyLinks*float64(len(b.Words)) || says("line", b.Words, longestLine)
}

// isNote reports whether the last block is about the author or the article: it says so; or it is in italics or begins
// with the author's name, and tells an office.
func isNote(all []blocks.Block, byline, outlet string) bool {
	last := all[len(all)-1]
	if last.Role != articles.Body || len(all) < 3 || !says("note", last.Words, longestNote) {
		return false
	}
	if last.Slanted || says("contact", last.Words, longestNote) {
		return true
	}
	begins := byline != "" && strings.HasPrefix(strings.ToLower(last.Words), strings.ToLower(firstName(byline)))
	return begins || outlet != "" && strings.Contains(last.Words, strings.TrimPrefix(outlet, "The "))
}

// firstName is the first of several authors.
func firstName(byline string) string {
	name, _, _ := strings.Cut(byline, ", ")
	name, _, _ = strings.Cut(name, " and ")
	return name
}

// isTail reports whether a last block is no part of the article: "Read more", "Share this", a heading over nothing.
func isTail(b blocks.Block) bool {
	return b.Role == articles.Heading || b.Role != articles.Caption && b.Role != articles.Credit && unended(b)
}

// shortestTail is how many code points a last block has at least that ends no sentence.
const shortestTail = 60

// unended reports whether a block is short and ends no sentence.
func unended(b blocks.Block) bool {
	last, _ := utf8.DecodeLastRuneInString(b.Words)
	return utf8.RuneCountInString(b.Words) < shortestTail && !strings.ContainsRune(`.!?…"'”’»)。！？`, last)
}
