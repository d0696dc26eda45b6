package gold

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// prodigy is what its lines hold beside the text: tokens, spans, relations between them, and the annotator's answer.
type prodigy struct {
	Tokens list `json:"tokens"`
	Spans  list `json:"spans"`
	Answer word `json:"answer"`
	// Annotator and Session name who marked it, where Prodigy was told; else the session is the time at which it began.
	Annotator word `json:"_annotator_id"`
	Session   word `json:"_session_id"`
}

// session is the name of the session in which a line was marked, empty where it is only a time.
func (p *prodigy) session() string {
	name := string(cmp.Or(p.Annotator, p.Session))
	if _, err := time.Parse("2006-01-02_15-04-05", name); err == nil {
		return ""
	}
	return name
}

// word is a string that helps; anything else counts as none.
type word string

// UnmarshalJSON never fails.
func (w *word) UnmarshalJSON(data []byte) error {
	// What is no string is left out.
	_ = json.Unmarshal(data, (*string)(w))
	return nil
}

// task is the relations and spans of a line in the making.
type task struct {
	*standoff
	text   []rune
	tokens []prodigyToken
	ending map[int]string    // the ids of spans by their last tokens
	first  map[string]string // the ids of spans by place and label, the first of each
}

type prodigyToken struct {
	Text  *string `json:"text"`
	Start int     `json:"start"`
	End   int     `json:"end"`
}

// prodigySpan is a span; Quote, Kind and Speakers are there where Hearsay wrote it.
type prodigySpan struct {
	Start      *int   `json:"start"`
	End        *int   `json:"end"`
	TokenStart *int   `json:"token_start"`
	TokenEnd   *int   `json:"token_end"`
	Label      string `json:"label"`
	Quote      word   `json:"quote"`
	Kind       word   `json:"kind"`
	Speakers   words  `json:"speakers"`
}

type prodigyRelation struct {
	Head      *int         `json:"head"`
	Child     *int         `json:"child"`
	HeadSpan  *prodigySpan `json:"head_span"`
	ChildSpan *prodigySpan `json:"child_span"`
	Label     string       `json:"label"`
}

// marks reads a line's spans and relations.
func (p *prodigy) marks(s *standoff, text *string, relations list) error {
	if p.Answer == "reject" || p.Answer == "ignore" {
		return fmt.Errorf("its “answer” is “%s”", p.Answer)
	}
	if text == nil {
		return errors.New("it has no “text”")
	}
	t := task{standoff: s, text: []rune(*text), ending: map[int]string{}, first: map[string]string{}}
	var err error
	if t.tokens, err = decoded[prodigyToken]("tokens", p.Tokens); err != nil {
		return err
	}
	if err := t.compare(); err != nil {
		return err
	}
	spans, err := decoded[prodigySpan]("spans", p.Spans)
	if err != nil {
		return err
	}
	for i := range spans {
		if _, err := t.span(&spans[i]); err != nil {
			return fmt.Errorf("no. %d of “spans” %w", i+1, err)
		}
	}
	links, err := decoded[prodigyRelation]("relations", relations)
	if err != nil {
		return err
	}
	for i, r := range links {
		if err := t.relation(r); err != nil {
			return fmt.Errorf("no. %d of “relations”: %w", i+1, err)
		}
	}
	return nil
}

// compare holds the tokens against the text, which they repeat.
func (t *task) compare() error {
	for i, k := range t.tokens {
		if k.Start < 0 || k.End < k.Start || k.End > len(t.text) {
			return fmt.Errorf("the token %d, [%d, %d], does not lie in the text, which has %d code points", i, k.Start, k.End,
				len(t.text))
		}
		if k.Text == nil {
			continue
		}
		there, word := t.text[k.Start:k.End], []rune(*k.Text)
		same := 0
		for same < min(len(there), len(word)) && there[same] == word[same] {
			same++
		}
		if same < max(len(there), len(word)) {
			return fmt.Errorf("the text and its tokens differ from code point %d on: the text has “%s”, the token %d “%s”",
				k.Start+same, begin(string(there)), i, begin(string(word)))
		}
	}
	return nil
}

// span takes a span, and returns its id. Two at one place with one label are the same, unless they are of two quotes; a
// relation that does not tell the quote means the first.
func (t *task) span(p *prodigySpan) (string, error) {
	if p.Start == nil || p.End == nil {
		return "", errors.New("has no “start” or no “end”")
	}
	if !t.fits(p.TokenStart, *p.Start, prodigyToken.from) || !t.fits(p.TokenEnd, *p.End, prodigyToken.to) {
		return "", fmt.Errorf("stands at [%d, %d] of the text, but at another place of the tokens", *p.Start, *p.End)
	}
	place := fmt.Sprintf("%d-%d-%s", *p.Start, *p.End, p.Label)
	id := place + "-" + string(p.Quote)
	if t.standoff.marks[id] != nil {
		return id, nil
	}
	if first := t.first[place]; first != "" && p.Quote == "" {
		return first, nil
	}
	t.add(id, &marking{role: roleOf(p.Label), at: []points{{*p.Start, *p.End}}, kind: string(p.Kind),
		speakers: p.Speakers}, 0)
	if t.first[place] == "" {
		t.first[place] = id
	}
	if p.TokenEnd != nil {
		t.ending[*p.TokenEnd] = id
	}
	return id, nil
}

func (k prodigyToken) from() int { return k.Start }
func (k prodigyToken) to() int   { return k.End }

// fits reports whether a token begins or ends where a span does, as far as both are told.
func (t *task) fits(token *int, at int, side func(prodigyToken) int) bool {
	if token == nil || len(t.tokens) == 0 {
		return true
	}
	return *token >= 0 && *token < len(t.tokens) && side(t.tokens[*token]) == at
}

// relation joins two spans, which it repeats, or else names by their last tokens.
func (t *task) relation(r prodigyRelation) error {
	head, err := t.end(r.HeadSpan, r.Head)
	if err != nil {
		return fmt.Errorf("its head %w", err)
	}
	child, err := t.end(r.ChildSpan, r.Child)
	if err != nil {
		return fmt.Errorf("its child %w", err)
	}
	t.link(r.Label, head, child)
	return nil
}

// end is the id of the span at one end of a relation; a token that is in no span is one of its own.
func (t *task) end(p *prodigySpan, token *int) (string, error) {
	if p != nil {
		return t.span(p)
	}
	if token == nil {
		return "", errors.New("is not told")
	}
	if id, ok := t.ending[*token]; ok {
		return id, nil
	}
	if *token < 0 || *token >= len(t.tokens) {
		return "", fmt.Errorf("is the token %d, which is not there", *token)
	}
	k := t.tokens[*token]
	return t.span(&prodigySpan{Start: &k.Start, End: &k.End, TokenEnd: token})
}
