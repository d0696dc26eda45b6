package reporting

import (
	"slices"

	"hearsay/analysis/annotated"
	"hearsay/analysis/attribution"
	"hearsay/analysis/lexicon"
	"hearsay/analysis/parse"
	"hearsay/analysis/quotations"
	"hearsay/analysis/text"
)

// The verbs of deeds, and what makes a deed of a verb of speech: what each list is of stands there.
var (
	deedVerbs       = lexicon.Words("cues/deeds", "deeds")
	deedsButSpeech  = lexicon.Words("cues/deeds", "deeds but of speech")
	deedsWith       = lexicon.Words("cues/deeds", "deeds with")
	makingVerbs     = lexicon.Words("cues/deeds", "making works")
	works           = lexicon.Words("cues/deeds", "works")
	sentencingVerbs = lexicon.Words("cues/deeds", "sentencing")
)

// WithoutDeeds leaves out the quotes whose cue is a deed: "wrote two novels", "sentenced him to four years". Words in
// quotation marks stay quotes, whatever the verb, unless they are a title. It works in the slice that is given; quotes
// must not run on from each other yet.
func WithoutDeeds(t *annotated.Text, list []attribution.Attribution) []attribution.Attribution {
	s := scene{t}
	return slices.DeleteFunc(list, func(a attribution.Attribution) bool {
		return a.Head >= 0 && s.Tags[a.Head].Verb() && !s.quotes(&a) && s.deed(a.Head, a.Content)
	})
}

// quotes reports whether words in quotation marks stand in a content, which are no title and no nickname.
func (s scene) quotes(a *attribution.Attribution) bool {
	for _, p := range a.Content {
		from, to := s.Range(p)
		for i := from; i < to; i++ {
			k := s.Quotations.At[i]
			if k < 0 {
				continue
			}
			q := &s.Quotations.Quotations[k]
			spoken := q.Kind == quotations.Speech || q.Kind == quotations.Words
			if spoken && !(makingVerbs[s.Lemma(a.Head)] && s.capitalised(q)) {
				return true
			}
		}
	}
	return false
}

// capitalised reports whether the words of a quotation have capital letters, short ones aside, as in the title of a
// work.
func (s scene) capitalised(q *quotations.Quotation) bool {
	for i := q.From + 1; i < q.To; i++ {
		if w := s.Word(i); len(w) > 3 && w == s.Lower(i) {
			return false
		}
	}
	return true
}

// deed reports whether a verb tells of a deed where it stands: its object is a thing that is taken for what is said,
// and no clause hangs on it that could be. An object that is part of the cue makes the verb one of speech: "held talks
// on".
func (s scene) deed(verb int, content []text.Span) bool {
	object := s.child(verb, parse.Object)
	lemma := s.Lemma(verb)
	if object < 0 || s.child(verb, parse.Complement) >= 0 {
		return false
	}
	thing := s.Lemma(object)
	if sentencingVerbs[lemma] || makingVerbs[lemma] && works[thing] {
		return true
	}
	if !s.Tags[object].Noun() || !text.AnyCovers(content, s.Tokens[object].Span) {
		return false
	}
	if s.child(verb, parse.Particle) >= 0 || s.child(verb, parse.OpenComplement) >= 0 && !deedVerbs[lemma] {
		return false // "laid out her proposals"
	}
	switch {
	case deedVerbs[lemma], deedsWith[lemma+" "+thing]:
		return true
	case deedsButSpeech[lemma]:
		return lexicon.Of(thing, s.Tags[object]) != lexicon.Noun
	}
	return false
}
