package gold

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"hearsay/articles/source"
)

// toolText is an article with a quote, and its words as tokens.
const toolText = `"id": "a", "text": "Zoë: “No rain,” she said."`

const toolTokens = `"tokens": [{"text": "Zoë", "start": 0, "end": 3, "id": 0, "ws": false}, {"text": ":", "start": ` +
	`3, "end": 4, "id": 1, "ws": true}, ` +
	`{"text": "“No rain,”", "start": 5, "end": 15, "id": 2, "ws": true}, {"text": "she", "start": 16, "end": 19, "id": ` +
	`3, "ws": true}, ` +
	`{"text": "said", "start": 20, "end": 24, "id": 4, "ws": false}, {"text": ".", "start": 24, "end": 25, "id": 5, ` +
	`"ws": false}]`

const (
	prodigyContent = `{"start": 5, "end": 15, "token_start": 2, "token_end": 2, "label": "CONTENT"}`
	prodigySource  = `{"start": 16, "end": 19, "token_start": 3, "token_end": 3, "label": "SOURCE"}`
	prodigySaid    = `{"start": 20, "end": 24, "label": null}`
)

func TestDoccano(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"entities and relations", `{` + toolText +
			`, "entities": [{"id": 7, "label": "CONTENT", "start_offset": 5, "end_offset": 15}, {"id": 9, "label": "source", ` +
			`"start_offset": 16, "end_offset": 19}, ` +
			`{"id": 8, "label": "Cue", "start_offset": 20, "end_offset": 24}], "relations": [{"id": 1, "from_id": 7, ` +
			`"to_id": 9, "type": "x"}, {"id": 2, "from_id": 8, "to_id": 7, "type": "x"}], "Comments": []}`,
			[]string{"a:", "direct “No rain,”|said|she|"}},
		{"a role by the relation", `{` + toolText +
			`, "entities": [{"id": 7, "label": "Content", "start_offset": 5, "end_offset": 15}, {"id": 9, "label": "Person", ` +
			`"start_offset": 16, "end_offset": 19}], ` +
			`"relations": [{"from_id": 7, "to_id": 9, "type": "Source"}]}`, []string{"a:", "direct “No rain,”||she|"}},
		{"entities alone", `{` + toolText + `, "entities": [{"label": "Content", "start_offset": 5, "end_offset": 15}]}`,
			[]string{"a:", "direct “No rain,”|||"}},
		{"labels", `{` + toolText + `, "label": [[5, 15, "Content"], [16, 19, "Source"]]}`,
			[]string{"a:", "direct “No rain,”|||"}},
		{"labels of older versions", `{` + toolText + `, "labels": [[5, 15, "Content"]]}`,
			[]string{"a:", "direct “No rain,”|||"}},
		{"none", `{` + toolText + `, "entities": [], "relations": []}`, []string{"a:"}},
		{"attributions count first", `{` + toolText + `, "attributions": [], "label": [[5, 15, "Content"]], "entities": 3}`,
			[]string{"a:"}},
		{"an id twice", `{` + toolText + `, "entities": [{"id": 7, "label": "Content", "start_offset": 5, "end_offset": ` +
			`15}, {"id": 7, "label": "Cue", "start_offset": 5, "end_offset": 15}]}`,
			[]string{"error: gold.jsonl, line 1: two “entities” have the id 7; the article is left out; export it from " +
				"doccano again…"}},
		{"a relation to nothing",
			`{` + toolText + `, "entities": [], "relations": [{"from_id": 7, "to_id": 9, "type": "x"}]}`,
			[]string{"error: no. 1 of “relations” joins the entity 7, which is not there…"}},
		{"no end of a relation", `{` + toolText + `, "entities": [], "relations": [{"from_id": 7}]}`,
			[]string{"error: no “from_id” or no “to_id”…"}},
		{"no end", `{` + toolText + `, "entities": [{"id": 7, "label": "Content", "start_offset": 5}]}`,
			[]string{"error: no. 1 of “entities” has no “start_offset” or no “end_offset”…"}},
		{"beyond the text", `{` + toolText + `, "label": [[5, 99, "Content"]]}`,
			[]string{"error: the content [5, 99] does not lie in the text, which has 25 code points…"}},
		{"no triple", `{` + toolText + `, "label": [[5, 99]]}`, []string{"error: [5, 99] is no [start, end, label]…"}},
		{"words for the article", `{` + toolText + `, "label": ["news"]}`,
			[]string{`error: "news" is no [start, end, label]…`}},
		{"a word for the article", `{` + toolText + `, "label": "news"}`, []string{"error: no attributions…"}},
		{"no text", `{"label": [[0, 1, "Content"]]}`, []string{"error: “text”…"}},
	} {
		path := filepath.Join(write(t, map[string]string{"gold.jsonl": c.in}), "gold.jsonl")
		expect(t, c.name, readAll(t, &Reader{}, path), c.want)
	}
}

func TestProdigy(t *testing.T) {
	spans := `"spans": [` + prodigyContent + `, ` + prodigySource + `]`
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"spans and relations", `{` + toolText + `, ` + toolTokens + `, ` + spans +
			`, "relations": [{"head": 2, "child": 3, "head_span": ` + prodigyContent + `, "child_span": ` + prodigySource +
			`, "label": "x"}, ` +
			`{"head": 4, "child": 2, "head_span": ` + prodigySaid + `, "child_span": ` + prodigyContent +
			`, "label": "CUE"}], "answer": "accept"}`,
			[]string{"a:", "direct “No rain,”|said|she|"}},
		{"relations by tokens", `{` + toolText + `, ` + toolTokens + `, ` + spans +
			`, "relations": [{"head": 2, "child": 3, "label": "x"}, {"head": 2, "child": 4, "label": "Cue"}]}`,
			[]string{"a:", "direct “No rain,”|said|she|"}},
		{"spans alone", `{` + toolText + `, ` + spans + `}`, []string{"a:", "direct “No rain,”|||"}},
		{"two quotes of the same words", `{` + toolText +
			`, "spans": [{"start": 5, "end": 15, "label": "Content", "quote": "q1"}, {"start": 5, "end": 15, "label": ` +
			`"Content", "quote": "q2"}, ` + prodigySource + `], ` +
			`"relations": [{"head_span": {"start": 5, "end": 15, "label": "Content", "quote": "q2"}, "child_span": ` +
			prodigySource + `, "label": "x"}, ` +
			`{"head_span": {"start": 5, "end": 15, "label": "Content"}, "child_span": {"start": 20, "end": 24, "label": ` +
			`"Cue"}, "label": "x"}]}`,
			[]string{"a:", "direct “No rain,”|said||", "direct “No rain,”||she|"}},
		{"kind and speakers", `{` + toolText + `, "spans": [{"start": 5, "end": 15, "label": "Content", "kind": "mixed", ` +
			`"speakers": ["Zoë", "Ada"]}]}`, []string{"a:", "mixed “No rain,”|||Zoë+Ada"}},
		{"another text", `{"id": "a", "text": "Zoë: “No snow,” she said.", ` + toolTokens + `, ` + spans + `}`,
			[]string{"error: gold.jsonl, line 1: the text and its tokens differ from code point 9 on: the text has ““No " +
				"snow,””, the token 2 ““No rain,””; the article is left out; export it from Prodigy again…"}},
		{"a text cut short", `{"id": "a", "text": "Zoë: “No rain", ` + toolTokens + `, ` + spans + `}`,
			[]string{"error: the token 2, [5, 15], does not lie in the text, which has 13 code points…"}},
		{"a span off its tokens", `{` + toolText + `, ` + toolTokens +
			`, "spans": [{"start": 6, "end": 15, "token_start": 2, "token_end": 2, "label": "Content"}]}`,
			[]string{"error: no. 1 of “spans” stands at [6, 15] of the text, but at another place of the tokens…"}},
		{"a token that is not there", `{` + toolText + `, ` + toolTokens + `, ` + spans +
			`, "relations": [{"head": 2, "child": 77, "label": "x"}]}`,
			[]string{"error: no. 1 of “relations”: its child is the token 77, which is not there…"}},
		{"half a relation", `{` + toolText + `, ` + spans + `, "relations": [{"head_span": ` + prodigyContent + `}]}`,
			[]string{"error: its child is not told…"}},
		{"half a span", `{` + toolText + `, "spans": [{"start": 5}]}`,
			[]string{"error: no. 1 of “spans” has no “start” or no “end”…"}},
		{"no span", `{` + toolText + `, "spans": [5]}`, []string{"error: no. 1 of “spans”…"}},
		{"beyond the text", `{` + toolText + `, "spans": [{"start": 5, "end": 99, "label": "Content"}]}`,
			[]string{"error: the content [5, 99] does not lie in the text…"}},
		{"rejected", `{` + toolText + `, ` + spans + `, "answer": "reject"}`, []string{"error: its “answer” is “reject”…"}},
		{"ignored", `{` + toolText + `, ` + spans + `, "answer": "ignore"}`, []string{"error: its “answer” is “ignore”…"}},
		{"an answer that is none", `{` + toolText + `, ` + spans + `, "answer": 3}`, []string{"a:", "direct “No rain,”|||"}},
		{"no text", `{` + spans + `}`, []string{"error: it has no “text”…"}},
	} {
		path := filepath.Join(write(t, map[string]string{"gold.jsonl": c.in}), "gold.jsonl")
		expect(t, c.name, readAll(t, &Reader{}, path), c.want)
	}
}

// FuzzLines reads any bytes as a line: every span lies in the text, in order, and every error is a line that helps.
func FuzzLines(f *testing.F) {
	for _, s := range []string{
		`{` + toolText + `, ` + toolTokens + `, "spans": [` + prodigyContent + `, ` + prodigySource +
			`], "relations": [{"head": 2, "child": 4, "label": "Cue"}]}`,
		`{` + toolText + `, "entities": [{"id": 7, "label": "Content", "start_offset": 5, "end_offset": 15}], ` +
			`"relations": [{"from_id": 7, "to_id": 7, "type": "x"}]}`,
		`{` + toolText + `, "label": [[5, 15, "Content"], [-1, 99, "Cue"]]}`,
		`{` + toolText + `, "attributions": [{"content": [[5, 15]], "speaker": "x"}]}`,
		`{` + toolText + `, "quotes": [{"content": [[5, 15]], "speakers": ["s1"]}], "speakers": [{"id": "s1", "name": "x"}]}`,
		"{\"text\": \"\xff\\ud800é\", \"label\": [[0, 3, \"content\"]]}",
		`{"text": "a", "spans": [null], "tokens": [null]}`, `{"text": "a", "label": [null]}`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		for m, err := range (&Reader{}).Read("g.jsonl", strings.NewReader(in)) {
			if err == nil {
				all, fault := m.Attributions(m.Text)
				for _, a := range all {
					last := 0
					for _, p := range a.Content {
						if p.Start < last || p.End <= p.Start || p.End > len(m.Text) ||
							strings.ToValidUTF8(p.Of(m.Text), "") != p.Of(m.Text) {
							t.Fatalf("%v does not lie in order in %q", a.Content, m.Text)
						}
						last = p.End
					}
				}
				err = fault
			}
			var fault *source.Error
			if err != nil && (!errors.As(err, &fault) || fault.Hint == "" || strings.ContainsAny(err.Error(), "\n\x1b")) {
				t.Errorf("the error %q is no line that helps", err)
			}
		}
	})
}
