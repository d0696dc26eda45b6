package analysis

import (
	"slices"

	"hearsay/analysis/assembly"
	"hearsay/analysis/attribution"
	"hearsay/analysis/positions"
	"hearsay/analysis/quotations"
	"hearsay/analysis/speakers"
	"hearsay/analysis/text"
)

// onlyEnglish is why a quote of another language has no speaker.
const onlyEnglish = "the article is not in English, and attribution knows English only"

// onlyMarked adds the speech in quotation marks of a text in another language than English.
func (d *Document) onlyMarked(t *text.Text) {
	d.addQuotes(attribution.OnlyMarked(t, quotations.Find(t, nil)))
	for i := range d.Quotes {
		d.Quotes[i].Why.Unknown = onlyEnglish
	}
}

// addQuotes adds what the attribution stage found.
func (d *Document) addQuotes(found []attribution.Attribution) {
	for _, a := range found {
		d.Quotes = append(d.Quotes, Quote{Kind: a.Kind, Polarity: a.Polarity, Content: a.Content, Cue: a.Cue,
			Source:     a.Source,
			Confidence: a.Confidence,
			Why:        Why{Found: a.Found}})
	}
}

// addSpoken adds the quotes and the speakers behind them. Which quotations are one quote is told once it is known who
// speaks.
func (d *Document) addSpoken(model *speakers.Model, a speakers.Article, found []attribution.Attribution,
	taken []positions.Taken) {
	words, of := holdersIn(taken)
	a.Holders = words
	got := model.Resolve(a)
	for i, k := range of {
		taken[k].Speakers, taken[k].Confidence = got.Holders[i].Speakers, got.Holders[i].Confidence
	}
	found, index := assembly.Join(a.Text, found, func(i, k int) bool {
		return slices.Equal(got.Quotes[i].Speakers, got.Quotes[k].Speakers)
	})
	for i, k := range index {
		got.Quotes[i] = got.Quotes[k]
	}
	got.Quotes = got.Quotes[:len(index)]
	d.addQuotes(found)
	d.addSpeakers(got)
}

// addSpeakers adds the speakers behind the quotes, and to each quote its way to them.
func (d *Document) addSpeakers(got speakers.Result) {
	for _, s := range got.Speakers {
		d.Speakers = append(d.Speakers, Speaker{Name: s.Name, Names: s.Names, Type: s.Type, Gender: s.Gender,
			Description: s.Description, Mentions: s.Mentions})
	}
	for i, q := range got.Quotes {
		d.Quotes[i].Speakers = q.Speakers
		why := &d.Quotes[i].Why
		why.Unknown, why.SpeakerConfidence = q.Unknown, q.Confidence
		for _, c := range q.Candidates {
			why.Candidates = append(why.Candidates, Candidate(c))
		}
		for _, l := range q.Chain {
			why.Chain = append(why.Chain, Link(l))
		}
	}
}

// Sources are the quotes whose speakers are looked for, as the speakers stage takes them.
func Sources(found []attribution.Attribution) []speakers.Quote {
	out := make([]speakers.Quote, len(found))
	for i, f := range found {
		out[i] = speakers.Quote{Content: f.Content, Cue: f.Cue, Source: f.Source, Continues: f.Continues,
			Named: f.Named, Unnamed: f.Unnamed}
	}
	return out
}
