package main

import (
	"bufio"
	"os"
	"strings"

	"hearsay/analysis/text"
)

// chained is a text with words of it that refer to somebody: the same number for the same.
type chained struct {
	id, text string
	heads    []chainedSpan // the word that heads each mention, and the other words of a name that it heads
	pairs    []chainedSpan // mentions headed by several words joined with "and"
}

type chainedSpan struct {
	text.Span
	chain int32
}

// readChains reads the articles of a treebank in which it is marked who is who.
func readChains(path string) ([]chained, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []chained
	var b *chainBuilder
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "# newdoc id = "):
			out = b.finish(out)
			b = &chainBuilder{chained: chained{id: line[len("# newdoc id = "):]}, open: map[int32][]int{}}
		case b == nil:
		case strings.HasPrefix(line, "# newpar"):
			b.paragraph = true
		case strings.HasPrefix(line, "# text = "):
			b.sentence(line[len("# text = "):])
		case line == "":
			b.endSentence()
		case line[0] != '#':
			b.token(strings.Split(line, "\t"))
		}
	}
	return b.finish(out), lines.Err()
}

// chainBuilder joins the sentences of an article.
type chainBuilder struct {
	chained
	body      strings.Builder
	paragraph bool
	at        int // where the sentence begins
	now       treeSentence
	open      map[int32][]int // the tokens at which mentions of a chain begin
	mentions  []mentionRange
}

type mentionRange struct {
	chain    int32
	from, to int // tokens
}

func (b *chainBuilder) sentence(s string) {
	switch {
	case b.body.Len() == 0:
	case b.paragraph:
		b.body.WriteString("\n\n")
	default:
		b.body.WriteByte(' ')
	}
	b.paragraph = false
	b.at = b.body.Len()
	b.body.WriteString(s)
	b.now = treeSentence{text: s}
	b.mentions = nil
}

func (b *chainBuilder) token(fields []string) {
	if len(fields) < 10 || strings.ContainsAny(fields[0], "-.") {
		return
	}
	end := 0
	if n := len(b.now.tokens); n > 0 {
		end = b.now.tokens[n-1].span.End
	}
	before := len(b.now.tokens)
	b.now.addToken(fields, end)
	if len(b.now.tokens) == before { // keep the count of the heads
		b.now.tokens = append(b.now.tokens, treeToken{span: text.Span{Start: end, End: end}, head: -1})
	}
	for _, part := range strings.Split(fields[9], "|") {
		if marks, ok := strings.CutPrefix(part, "Entity="); ok {
			b.entities(marks, before)
		}
	}
}

// entities reads "(1-person-new-…(2-abstract-…)" and "1)" at a token.
func (b *chainBuilder) entities(marks string, at int) {
	for i := 0; i < len(marks); {
		opens := marks[i] == '('
		if opens {
			i++
		}
		var chain int32
		for i < len(marks) && marks[i] >= '0' && marks[i] <= '9' {
			chain = chain*10 + int32(marks[i]-'0')
			i++
		}
		end := i + strings.IndexAny(marks[i:]+")", "()")
		if opens {
			b.open[chain] = append(b.open[chain], at)
		}
		if end < len(marks) && marks[end] == ')' {
			if list := b.open[chain]; len(list) > 0 {
				b.mentions = append(b.mentions, mentionRange{chain, list[len(list)-1], at + 1})
				b.open[chain] = list[:len(list)-1]
			}
			end++
		}
		i = max(end, i)
		if i < len(marks) && marks[i] != '(' && (marks[i] < '0' || marks[i] > '9') {
			return
		}
	}
}

func (b *chainBuilder) endSentence() {
	tokens := b.now.tokens
	for i := range tokens {
		tokens[i].span.Start += b.at
		tokens[i].span.End += b.at
	}
	for _, m := range b.mentions {
		if m.to > len(tokens) || m.from >= m.to {
			continue
		}
		b.mention(m.chain, tokens, m.from, m.to, headOf(tokens, m.from, m.to))
	}
	b.now, b.mentions = treeSentence{}, nil
	clear(b.open)
}

// mention notes the words that head a mention.
func (b *chained) mention(chain int32, tokens []treeToken, from, to, head int) {
	at := func(i int) chainedSpan { return chainedSpan{tokens[i].span, chain} }
	last := head
	for i := head + 1; i < to; i++ {
		if tokens[i].head != head {
			continue
		}
		switch relation, _, _ := strings.Cut(tokens[i].relation, ":"); relation {
		case "conj":
			b.pairs = append(b.pairs, at(max(last, i)), at(to-1))
			return
		case "flat", "compound", "nmod", "appos":
			if relation != "nmod" && relation != "appos" || strings.HasPrefix(tokens[i].tag, "NNP") && i == last+1 {
				last = i
			}
		}
	}
	for i := head; i <= last; i++ {
		b.heads = append(b.heads, at(i))
	}
}

// headOf is the token of a stretch that hangs on none of it.
func headOf(tokens []treeToken, from, to int) int {
	for i := from; i < to; i++ {
		if h := tokens[i].head; (h < from || h >= to) && tokens[i].relation != "punct" {
			return i
		}
	}
	return to - 1
}

func (b *chainBuilder) finish(out []chained) []chained {
	if b == nil {
		return out
	}
	b.text = b.body.String()
	return append(out, b.chained)
}
