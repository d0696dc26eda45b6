package main

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"hearsay/analysis/text"
)

// readParsedChains reads the articles in which another program has found who is who. Their texts stand in another file.
func readParsedChains(texts, parsed string) ([]chained, error) {
	byID, err := readTexts(texts)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(parsed)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	var out []chained
	for d := json.NewDecoder(z); d.More(); {
		var a struct {
			ID          string              `json:"id"`
			Sentences   [][]json.RawMessage `json:"sentences"`
			Coreference [][][4]int          `json:"coreference"`
		}
		if err := d.Decode(&a); err != nil {
			return nil, fmt.Errorf("read %s: %w", parsed, err)
		}
		c := chained{id: a.ID, text: byID[a.ID]}
		body := byteOffsets(c.text)
		for k, mentions := range a.Coreference {
			for _, m := range mentions {
				c.rawMention(a.Sentences, m, int32(k+1), body)
			}
		}
		out = append(out, c)
	}
	return out, nil
}

// rawMention notes a mention that another program has found: sentence, first token, end and head.
func (c *chained) rawMention(sentences [][]json.RawMessage, m [4]int, chain int32, body byteOf) {
	if m[0] < 0 || m[0] >= len(sentences) || !slices.IsSorted([]int{0, m[1], m[3], m[2] - 1, len(sentences[m[0]]) - 1}) {
		return
	}
	for i := m[3] + 1; i < m[2]; i++ {
		if t, ok := rawToken(sentences[m[0]][i], body); ok && t.head == m[3] && t.relation == "conj" {
			if t, ok = rawToken(sentences[m[0]][m[2]-1], body); ok {
				c.pairs = append(c.pairs, chainedSpan{t.span, chain})
			}
			return
		}
	}
	if t, ok := rawToken(sentences[m[0]][m[3]], body); ok {
		c.heads = append(c.heads, chainedSpan{t.span, chain})
	}
}

// rawToken reads a token that another program has cut.
func rawToken(raw json.RawMessage, body byteOf) (t treeToken, ok bool) {
	var fields []any
	if json.Unmarshal(raw, &fields) != nil || len(fields) < 8 {
		return t, false
	}
	from, ok1 := fields[0].(float64)
	to, ok2 := fields[1].(float64)
	head, ok3 := fields[6].(float64)
	relation, ok4 := fields[7].(string)
	if !ok1 || !ok2 || !ok3 || !ok4 {
		return t, false
	}
	if from < 0 || from > to || int(to) >= len(body) {
		return t, false
	}
	relation, _, _ = strings.Cut(relation, ":")
	return treeToken{span: text.Span{Start: body[int(from)], End: body[int(to)]}, head: int(head), relation: relation},
		true
}
