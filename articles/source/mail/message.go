package mail

import (
	"bytes"
	"net/mail"
	"regexp"
	"strconv"
	"strings"

	"hearsay/analysis/text"
	"hearsay/articles"
	"hearsay/articles/source/blocks"
	"hearsay/articles/source/details"
	"hearsay/articles/source/format"
	"hearsay/articles/source/pages"
	"hearsay/articles/source/plain"
)

// readMessage reads a file that is one message.
func readMessage(f *format.File, yield format.Yield) error {
	data, err := f.Bytes()
	if err != nil {
		return err
	}
	a, err := article(f.Name, unwrapped(f.Inner, data))
	if err != nil {
		return err
	}
	yield(format.Entry{Article: a, Position: f.Name})
	return nil
}

// unwrapped is a message without what one program puts around it: the number of its bytes, and a list behind them.
func unwrapped(name string, data []byte) []byte {
	if !strings.HasSuffix(strings.ToLower(name), ".emlx") {
		return data
	}
	first, rest, _ := bytes.Cut(data, []byte("\n"))
	n, err := strconv.Atoi(strings.TrimSpace(string(first)))
	if err != nil || n < 0 {
		return data
	}
	return rest[:min(n, len(rest))]
}

// forwarded is what mail programs put before the subject of a message that was answered or sent on.
var forwarded = regexp.MustCompile(`^(?i:(re|fwd?|aw|wg)\s*:\s*)+`)

// article makes an article of a message: of its HTML, or of its text where it has none.
func article(name string, data []byte) (articles.Article, error) {
	p := partOf(data)
	a := articles.Article{Title: forwarded.ReplaceAllString(details.Flat(words(p.header["subject"])), ""),
		Date: details.Date(comment.ReplaceAllString(p.header["date"], ""))}
	a.Byline, a.Outlet = sender(p.header["from"])
	if t, err := mail.ParseDate(p.header["date"]); err == nil {
		a.Date = t
	}
	found := p.blocks()
	if len(found) == 0 {
		return a, &format.Error{Name: name, Err: format.ErrNoText, Hint: "give what is attached to it by itself"}
	}
	blocks.Compose(&a, found)
	plain.FindByline(&a)
	return a, nil
}

// comment is what stands in brackets in a field, as the name of a time zone does.
var comment = regexp.MustCompile(`\([^()]*\)`)

// sender tells who sent a message: a person, if the address is made of the name and of somebody else's domain, or an
// outlet.
func sender(field string) (byline, outlet string) {
	parser := mail.AddressParser{}
	name, address := field, ""
	if a, err := parser.Parse(field); err == nil {
		name, address = a.Name, a.Address
	} else if before, after, ok := strings.Cut(field, "<"); ok {
		name, address = before, strings.TrimRight(after, "> ")
	}
	name = details.Flat(strings.Trim(words(strings.Trim(name, `" `)), `"' `))
	local, domain, _ := strings.Cut(strings.ToLower(address), "@")
	parts := strings.Fields(strings.ToLower(name))
	if len(parts) < 2 || strings.Contains(name, "@") {
		return "", strings.TrimPrefix(name, "@")
	}
	first, last := parts[0], parts[len(parts)-1]
	for _, p := range parts {
		if strings.Contains(domain, p) {
			return "", name
		}
	}
	if strings.Contains(local, last) && (strings.Contains(local, first) || strings.HasPrefix(local, first[:1])) {
		return name, ""
	}
	return "", name
}

// blocks are the text of a message.
func (p part) blocks() (found []blocks.Block) {
	leaves := p.leaves()
	for _, l := range leaves {
		if l.kind == "text/html" || l.kind == "application/xhtml+xml" {
			if s, ok := l.text(); ok {
				found = append(found, webBlocks(s)...)
			}
		}
	}
	if len(found) > 0 {
		return found
	}
	for _, l := range leaves {
		if l.kind == "text/plain" || l.kind == "text/markdown" || l.kind == "text/enriched" {
			if s, ok := l.text(); ok {
				found = append(found, plainBlocks(s)...)
			}
		}
	}
	return found
}

// mostOf is the share of the words of a message that its main text must hold to be taken for all of it: a letter with
// several stories has none that is.
const mostOf = 0.6

// webBlocks are the text of a message in HTML: its main text as of a page where that is most of it, else all of it.
func webBlocks(s string) []blocks.Block {
	all := pages.Fragment(s)
	words := 0
	for _, b := range all {
		words += len(strings.Fields(b.Words))
	}
	a, _, ok := pages.Read(s)
	if !ok || float64(len(strings.Fields(a.Text))) < mostOf*float64(words) {
		return all
	}
	var main []blocks.Block
	for _, p := range a.Paragraphs {
		if p.Role != articles.Title && p.Role != articles.Byline {
			main = append(main, blocks.Block{Words: details.Flat(p.Of(a.Text)), Role: p.Role})
		} else if p.Role == articles.Byline {
			main = append(main, blocks.Block{Words: "By " + details.Flat(p.Of(a.Text))})
		}
	}
	return main
}

// plainBlocks are the paragraphs of a message in plain text, up to its signature: what it quotes of another message is
// set apart.
func plainBlocks(s string) (found []blocks.Block) {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	if i := strings.Index("\n"+s, "\n-- \n"); i >= 0 {
		s = s[:i]
	}
	var run []string
	quoted := false
	end := func() {
		role := articles.Body
		if quoted {
			role = articles.Extract
		}
		joined := strings.Join(run, "\n")
		for _, p := range text.Paragraphs(joined) {
			if words := details.Flat(p.Of(joined)); words != "" {
				found = append(found, blocks.Block{Words: words, Role: role})
			}
		}
		run = run[:0]
	}
	for line := range strings.Lines(s) {
		line = strings.TrimRight(line, "\n")
		marked := strings.HasPrefix(line, ">")
		if marked != quoted {
			end()
			quoted = marked
		}
		run = append(run, strings.TrimPrefix(strings.TrimLeft(line, ">"), " "))
	}
	end()
	return found
}
