package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"strconv"
	"strings"

	"hearsay/analysis/text"
)

// treeToken is a token of a treebank with its tag, and with its head and its relation to that.
type treeToken struct {
	span     text.Span // in the sentence's text
	tag      string
	head     int // index of a token of the sentence, -1 for none
	relation string
}

// treeSentence is a sentence of a treebank.
type treeSentence struct {
	text   string
	tokens []treeToken
}

// eachTree reads a CoNLL-U file, the documents whose name begins with prefix.
func eachTree(path, prefix string, do func(treeSentence)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	var s treeSentence
	wanted, at := true, 0
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "# newdoc id = "):
			wanted = strings.HasPrefix(line[len("# newdoc id = "):], prefix)
		case strings.HasPrefix(line, "# text = "):
			s, at = treeSentence{text: line[len("# text = "):]}, 0
		case line == "":
			if wanted && s.text != "" {
				do(s)
			}
			s = treeSentence{}
		case line[0] != '#':
			at = s.addToken(strings.Split(line, "\t"), at)
		}
	}
	return lines.Err()
}

// addToken adds the token of a CoNLL-U line, looked for from byte at on, and returns where it ends.
func (s *treeSentence) addToken(fields []string, at int) int {
	if len(fields) < 5 || strings.ContainsAny(fields[0], "-.") {
		return at
	}
	k := strings.Index(s.text[at:], fields[1])
	if k < 0 || k > 4 {
		return at
	}
	p := text.Span{Start: at + k, End: at + k + len(fields[1])}
	token := treeToken{span: p, tag: fields[4], head: -1}
	if len(fields) > 7 {
		if head, err := strconv.Atoi(fields[6]); err == nil {
			token.head, token.relation = head-1, fields[7]
		}
	}
	s.tokens = append(s.tokens, token)
	return p.End
}

// eachParsed reads the sentences of those articles that are wanted, by their ids, of the ones that another parser has
// read. Their texts stand in another file.
func eachParsed(texts, parsed string, wanted func(id string) bool, do func(treeSentence)) error {
	byID, err := readTexts(texts)
	if err != nil {
		return err
	}
	f, err := os.Open(parsed)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	for d := json.NewDecoder(z); d.More(); {
		var a struct {
			ID        string              `json:"id"`
			Sentences [][]json.RawMessage `json:"sentences"`
		}
		if err := d.Decode(&a); err != nil {
			return err
		}
		if !wanted(a.ID) {
			continue
		}
		body := []rune(byID[a.ID])
		for _, raw := range a.Sentences {
			if s, ok := parsedSentence(body, raw); ok {
				do(s)
			}
		}
	}
	return nil
}

// every wants all articles.
func every(string) bool { return true }

// parsedSentence turns tokens of the form [start, end, word, lemma, tag, ...], counted in code points, into a sentence.
func parsedSentence(body []rune, raw []json.RawMessage) (treeSentence, bool) {
	var s treeSentence
	first, at := 0, 0
	for i, r := range raw {
		var t []any
		if json.Unmarshal(r, &t) != nil || len(t) < 5 {
			return s, false
		}
		start, end := int(t[0].(float64)), int(t[1].(float64))
		if i == 0 {
			first, at = start, start
		}
		if start < at || end > len(body) {
			return s, false
		}
		s.text += string(body[at:start])
		p := text.Span{Start: len(s.text)}
		s.text += string(body[start:end])
		p.End, at = len(s.text), end
		token := treeToken{span: p, tag: t[4].(string), head: -1}
		if len(t) > 7 {
			token.head, token.relation = int(t[6].(float64)), t[7].(string)
		}
		s.tokens = append(s.tokens, token)
	}
	return s, at > first
}

// readTexts reads the texts of articles by their ids.
func readTexts(path string) (map[string]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	byID := map[string]string{}
	for d := json.NewDecoder(f); d.More(); {
		var a struct{ ID, Text string }
		if err := d.Decode(&a); err != nil {
			return nil, err
		}
		byID[a.ID] = a.Text
	}
	return byID, nil
}
