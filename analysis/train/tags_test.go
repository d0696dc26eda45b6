package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hearsay/analysis/parse"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

const tree = `# newdoc id = GUM_news_bridge
# text = The long-term plan can't fail.
1	The	the	DET	DT	_	5	det	_	_
2	long	long	ADJ	JJ	_	4	amod	_	SpaceAfter=No
3	-	-	PUNCT	HYPH	_	4	punct	_	SpaceAfter=No
4	term	term	NOUN	NN	_	5	compound	_	_
5	plan	plan	NOUN	NN	_	8	nsubj	_	_
6-7	can't	_	_	_	_	_	_	_	_
6	ca	can	AUX	MD	_	8	aux	_	SpaceAfter=No
7	n't	not	PART	RB	_	8	advmod	_	_
8	fail	fail	VERB	VB	_	0	root	_	SpaceAfter=No
9	.	.	PUNCT	.	_	8	punct	_	_

# newdoc id = GUM_fiction_sea
# text = No.
1	No	no	INTJ	UH	_	0	root	_	SpaceAfter=No
2	.	.	PUNCT	.	_	1	punct	_	_

`

func TestTreesGiveTheirTagsToHearsaysTokens(t *testing.T) {
	path := filepath.Join(t.TempDir(), "t.conllu")
	if err := os.WriteFile(path, []byte(tree), 0o644); err != nil {
		t.Fatal(err)
	}
	var got []string
	err := eachTree(path, "GUM_news", func(s treeSentence) {
		e := align(s)
		for i, k := range e.Tokens {
			got = append(got, k.Of(e.String)+"/"+e.Tags[i].String())
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	// The hyphenated word stands before a noun, and so is an adjective.
	if g, want := strings.Join(got, " "), "The/DT long-term/JJ plan/NN ca/MD n't/RB fail/VB ./."; g != want {
		t.Errorf("got %s, want %s", g, want)
	}
}

func TestAnnotationsAreReadInCodePoints(t *testing.T) {
	tagger, err := tags.Load()
	if err != nil {
		t.Fatal(err)
	}
	parser, err := parse.Load()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a.jsonl")
	line := `{"id": "a", "text": "“Ça va,” Zoë said.", "attributions": [{"content": [[0, 8]], "cue": [[13, 17]], "source": [[9, 12]]}]}`
	if err := os.WriteFile(path, []byte(line+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	got, err := readAttributions(path, linear(tagger, parser))
	if err != nil || len(got) != 1 {
		t.Fatal(got, err)
	}
	g, s := got[0].Gold[0], got[0].Text.String
	for want, spans := range map[string][]text.Span{"“Ça va,”": g.Content, "said": g.Cue, "Zoë": g.Source} {
		if len(spans) != 1 || spans[0].Of(s) != want {
			t.Errorf("%v is not %q", spans, want)
		}
	}
}
