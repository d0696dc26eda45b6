package cli

import (
	"bytes"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/export"
	"hearsay/articles/export/offsets"
)

// unsaid is an article in which somebody says something, is told not to have said something else, and twice would not
// speak: once to a question that the article tells, and once to none.
func unsaid() export.Item {
	const text = "Ada Venn said the bridge was safe. Venn never said that it was old. She declined to comment on the " +
		"toll. Venn did not respond."
	at := func(words string) []analysis.Span {
		i := strings.Index(text, words)
		return []analysis.Span{{Start: i, End: i + len(words)}}
	}
	sure := analysis.Why{SpeakerConfidence: 0.5}
	d := &analysis.Document{Engine: "test", Language: "en",
		Speakers: []analysis.Speaker{{Name: "Ada Venn", Names: []string{"Ada Venn"}, Type: analysis.Person,
			Mentions: at("Ada Venn")}},
		Quotes: []analysis.Quote{
			{Kind: analysis.Indirect, Content: at("the bridge was safe"), Cue: at("said"), Source: at("Ada Venn"),
				Speakers: []int{0}, Confidence: 0.9, Why: sure},
			{Kind: analysis.Indirect, Polarity: analysis.Denied, Content: at("that it was old"), Cue: at("never said"),
				Source: at("Venn never")[:1], Speakers: []int{0}, Confidence: 0.9, Why: sure},
			{Kind: analysis.Indirect, Polarity: analysis.Refused, Content: at("the toll"), Cue: at("declined to comment"),
				Source: at("She"), Speakers: []int{0}, Confidence: 0.9, Why: sure},
			{Kind: analysis.Indirect, Polarity: analysis.Refused, Cue: at("did not respond"), Source: at("Venn did")[:1],
				Speakers: []int{0}, Confidence: 0.9, Why: sure},
		}}
	return export.Item{Article: articles.Article{ID: "a1", Title: "The bridge", Text: text,
		Paragraphs: []articles.Paragraph{{Span: analysis.Span{Start: 0, End: len(text)}}}}, Document: d}
}

// What was denied to have been said and who would not speak is told as that in every format that can, and is nobody's
// words; what is paraphrased never looks like a quotation; and the one figure is that of words and person together.
func TestWhatWasNotSaidIsToldAsSuch(t *testing.T) {
	for name, wants := range map[string][]string{
		"text": {"4 quotes (1 denied, 2 declined to comment), 1 speaker",
			"1. Ada Venn, indirect, in the reporter’s words: the bridge was safe",
			"2. Ada Venn, denied to have said, indirect, in the reporter’s words: that it was old",
			"3. Ada Venn, declined to comment: the toll", "unsure 0.50 (words 0.90, speaker 0.50)",
			"1 quote (1) with 100 % of all quoted words; denied to have said quote 2; declined to comment in quotes 3, 4."},
		"markdown": {"4 quotes (1 denied, 2 declined to comment), 1 speaker", "denied to have said, indirect",
			"declined to comment: the toll", "| 1; denied to have said quote 2; declined to comment in quotes 3, 4 | 100 % |"},
		"html": {"4 quotes (1 denied, 2 declined to comment)",
			"<b>Ada Venn</b>, denied to have said, indirect, in the reporter’s words", "<b>Ada Venn</b>, declined to comment",
			"1 quote, 100 %",
			"denied to have said quote 2; declined to comment in quotes 3, 4",
			`<p class="words" dir="auto">that it was old</p>`, "unsaid"},
		"csv": {`q1,1,1,indirect`, `,said,0.5`, `,denied,0.5`, `q3,1,1`, `,refused,0.5`, "q4,0,0,indirect"},
		"jsonl": {`"id":"q1","kind":"indirect"`, `"polarity":"said","confidence":0.9,"certainty":0.5,`,
			`"polarity":"denied"`, `"polarity":"refused"`, `"speaker_confidence":0.5`},
		"w3c": {`"value":"denied"`, `"value":"refused"`, "Ada Venn, denied to have said",
			"unsure 0.50 (words 0.90, speaker 0.50)"},
		"prodigy": {`"polarity":"denied"`, `"certainty":0.5`},
		"brat":    {"Ada Venn, denied to have said", "Ada Venn, declined to comment"},
	} {
		for _, e := range exports(0, offsets.Points) {
			if e.name != name {
				continue
			}
			var b bytes.Buffer
			for _, write := range e.writers() {
				if err := write(&b, unsaid()); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
			for _, want := range wants {
				if !strings.Contains(b.String(), want) {
					t.Errorf("%s does not hold %q:\n%s", name, want, b.String())
				}
			}
			if strings.Contains(b.String(), "<blockquote") || strings.Contains(b.String(), "<q>") {
				t.Errorf("%s quotes what is no quotation", name)
			}
		}
	}
	for _, e := range exports(0, offsets.Points) { // and none comes to grief over a quote without words
		for _, write := range e.writers() {
			if err := write(&bytes.Buffer{}, unsaid()); err != nil {
				t.Errorf("%s: %v", e.name, err)
			}
		}
	}
}
