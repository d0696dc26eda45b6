package reader

import (
	"strings"

	"hearsay/analysis"
	"hearsay/analysis/text"
)

// harbour is an article in which everything is known: three speakers, all three kinds of quote, one of them nested and
// one without a speaker, and positions on a target they share.
const harbour = `Council splits over harbour wall

By Ada Quill

Mayor Orla Fenn said on Monday that the harbour wall must be rebuilt before the winter storms return to the bay.

“We cannot wait another year,” she told the council. “The sea will not wait for us, and neither will the insurers who have written to every house on the quay.”

Tomas Brandt, an engineer, warned that the plan was “a very expensive gamble” and asked for a second survey.

Both of them agreed that the old wall had failed.

According to the report, the wall lost four metres of stone in a single night. “It sounded like thunder,” a neighbour recalled Brandt saying, “and then it was gone.”

“Nobody will pay for it twice.”

Wide words: 東京の市長 spoke, 👩‍👩‍👧 listened, שלום came last, and café ended with e´.
`

// place is the span of the n-th occurrence, from 1, of words in s.
func placeOf(s, words string, n int) text.Span {
	at := 0
	for range n - 1 {
		at += strings.Index(s[at:], words) + len(words)
	}
	i := strings.Index(s[at:], words)
	if i < 0 {
		panic("the text has no " + words)
	}
	return text.Span{Start: at + i, End: at + i + len(words)}
}

func spansOf(s string, words ...string) (out []text.Span) {
	for _, w := range words {
		out = append(out, placeOf(s, w, 1))
	}
	return out
}

func harbourDocument() *analysis.Document {
	s := harbour
	sp := func(words ...string) []text.Span { return spansOf(s, words...) }
	fenn, brandt, report := 0, 1, 2
	link := func(who int, from, to, why string) analysis.Why {
		return analysis.Why{Found: "a reporting verb stands by it",
			Chain: []analysis.Link{{Speaker: who, From: sp(from)[0], To: sp(to)[0], Reason: why}}}
	}
	var sentences []text.Span
	for _, st := range text.Split(s, nil).Sentences {
		sentences = append(sentences, st.Span)
	}
	d := &analysis.Document{
		Language: "en", Sentences: sentences,
		Quotes: []analysis.Quote{
			{Kind: analysis.Indirect, Content: sp("that the harbour wall must be rebuilt before the winter storms return " +
				"to the bay"), Cue: sp("said"), Source: sp("Mayor Orla Fenn"), Speakers: []int{fenn}, Confidence: 0.93,
				Why: link(fenn, "Mayor Orla Fenn", "Mayor Orla Fenn", "“Mayor Orla Fenn” is a name")},
			{Kind: analysis.Direct, Content: sp("“We cannot wait another year,”",
				"“The sea will not wait for us, and neither will the insurers who have written to every house on the quay.”"),
				Cue: sp("told"), Source: sp("she"), Speakers: []int{fenn}, Confidence: 0.8,
				Why: link(fenn, "she", "Mayor Orla Fenn", "“she” is the woman named last")},
			{Kind: analysis.Mixed, Content: sp("that the plan was “a very expensive gamble”"), Cue: sp("warned"),
				Source: sp("Tomas Brandt, an engineer"), Speakers: []int{brandt}, Confidence: 0.9,
				Why: link(brandt, "Tomas Brandt, an engineer", "Tomas Brandt", "the name in “Tomas Brandt, an engineer”")},
			{Kind: analysis.Indirect, Content: sp("that the old wall had failed"), Cue: sp("agreed"),
				Source: sp("Both of them"), Speakers: []int{fenn, brandt}, Confidence: 0.6},
			{Kind: analysis.Indirect, Content: sp("the wall lost four metres of stone in a single night"),
				Cue: sp("According to"), Source: sp("the report"), Speakers: []int{report}, Confidence: 0.7},
			{Kind: analysis.Indirect, Content: []text.Span{{Start: sp("“It sounded")[0].Start,
				End: sp("it was gone.”")[0].End}}, Confidence: 0.5,
				Why: analysis.Why{Unknown: "“a neighbour” is not named",
					Candidates: []analysis.Candidate{{Speaker: brandt, Mention: sp("Brandt")[0], Reason: "is named before"}}}},
			{Kind: analysis.Direct, Content: sp("“It sounded like thunder,”", "“and then it was gone.”"), Cue: sp("saying"),
				Source: []text.Span{placeOf(s, "Brandt", 2)}, Speakers: []int{brandt}, Confidence: 0.7},
			{Kind: analysis.Direct, Content: sp("“Nobody will pay for it twice.”"), Confidence: 0.3,
				Why: analysis.Why{Found: "it stands in quotation marks", Unknown: "nobody is named near it"}},
		},
		Speakers: []analysis.Speaker{
			{Name: "Orla Fenn", Names: []string{"Orla Fenn", "Orla", "Fenn"}, Type: analysis.Person, Gender: analysis.Female,
				Description: sp("Mayor")[0], Mentions: sp("Mayor Orla Fenn", "she")},
			{Name: "Tomas Brandt", Names: []string{"Tomas Brandt", "Brandt"}, Type: analysis.Person,
				Description: sp("an engineer")[0], Mentions: sp("Tomas Brandt")},
			{Name: "the report", Names: []string{"the report"}, Mentions: sp("the report")},
		},
		Positions: []analysis.Position{
			{Speaker: fenn, Stance: analysis.Supports, Target: sp("the harbour wall must be rebuilt"), Topic: "a new wall",
				Statement: sp("Mayor Orla Fenn said on Monday that the harbour wall must be rebuilt"), Quotes: []int{0},
				Confidence: 0.8, Reason: "“must be” asks for it"},
			{Speaker: brandt, Stance: analysis.Opposes, Target: sp("the plan"), Topic: "a new wall",
				Statement: sp("warned that the plan was “a very expensive gamble”"), Quotes: []int{2}, Confidence: 0.7,
				Reason: "“warned” is against it"},
			{Speaker: fenn, Stance: analysis.Opposes, Target: sp("wait another year"), Topic: "waiting",
				Statement: sp("“We cannot wait another year,”"), Quotes: []int{1}, Confidence: 0.6},
			{Speaker: report, Stance: analysis.Neutral, Target: sp("the wall"), Topic: "a new wall",
				Statement: sp("the wall lost four metres of stone in a single night"), Quotes: []int{4}, Confidence: 0.6},
			{Speaker: brandt, Stance: analysis.Opposes, Act: analysis.Demands, Modality: analysis.Wish,
				Target: sp("a second survey"), Topic: "a second survey", Statement: sp("asked for a second survey"),
				Qualifiers: []analysis.Qualifier{{Kind: analysis.Condition, Span: sp("before the winter storms")[0]}},
				Quotes:     []int{2}, Confidence: 0.6},
		},
	}
	for i := range d.Quotes {
		if len(d.Quotes[i].Speakers) > 0 {
			d.Quotes[i].Why.SpeakerConfidence = 0.95
		}
	}
	return d
}
