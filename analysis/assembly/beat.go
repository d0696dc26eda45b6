package assembly

import (
	"strings"

	"hearsay/analysis/annotated"
	"hearsay/analysis/attribution"
	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/parse"
	"hearsay/analysis/quotations"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// beatConfidence is how sure it is that who acts beside a quotation speaks. It was set by hand, below that of a cue.
const beatConfidence = 0.6

// beats gives quotations that are whole sentences, and that no cue attributes, to whoever acts in the sentence before
// in their paragraph, or, where they begin it, in the sentence behind: “Lind shook her head. “Never.””
func (s *scene) beats() {
	for k := range s.Quotations.Quotations {
		i := s.holder(k)
		if !s.isWhole(k) || i >= 0 && !s.isBeatless(i, k) {
			continue
		}
		who, found, ok := s.actor(k)
		speechless := i < 0 || isSpeechless(s.Text, s.list[i].Source)
		if !ok && speechless {
			who, found, ok = s.onlyNamed(k)
		}
		if !ok {
			if i >= 0 && speechless && len(s.list[i].Source) > 0 {
				alone(&s.list[i], s.quotation(k).Span)
			}
			continue
		}
		if i < 0 {
			i = len(s.list)
			s.list = append(s.list, attribution.Attribution{Continues: -1})
			s.owner[k] = i
		}
		a := &s.list[i]
		a.Source, a.Cue, a.Head = []text.Span{who}, nil, -1
		a.Content, a.Kind = []text.Span{s.quotation(k).Span}, attribution.Direct
		a.Confidence, a.Found = max(a.Confidence, beatConfidence), found
	}
}

// alone takes from a quote its source and its cue, and leaves it the words of a quotation: "the swim before dawn is no
// hardship" tells of somebody, but the words behind it are not the dawn's.
func alone(a *attribution.Attribution, words text.Span) {
	a.Source, a.Cue, a.Head = nil, nil, -1
	a.Content, a.Kind = []text.Span{words}, attribution.Direct
	a.Found = "the words stand alone in quotation marks"
}

// isSpeechless reports whether a source holds no name, no pronoun and no noun of those who can speak, or of what does
// so for them.
func isSpeechless(t *annotated.Text, source []text.Span) bool {
	for _, p := range source {
		from, to := t.Range(p)
		for k := from; k < to; k++ {
			if w := t.Lower(k); !nobody[w] && (t.InName(k) || isPronoun(t.Tags[k]) || canSpeak(w)) {
				return false
			}
		}
	}
	return true
}

func isPronoun(t tags.Tag) bool { return t == tags.PRP || t == tags.PRPS || t == tags.WP }

// canSpeak reports whether a noun is for those who speak, or for words of theirs.
func canSpeak(w string) bool {
	_, known := nouns.Of(w)
	return known || nouns.IsDocument(w) || nouns.IsSpeech(w)
}

// isWhole reports whether quotation k is one or more sentences, with nothing of the reporter's among them.
func (s *scene) isWhole(k int) bool {
	q := s.quotation(k)
	if !q.Closed || q.Parent >= 0 || q.Kind != quotations.Speech {
		return false
	}
	if !strings.Contains(".!?…", s.Word(q.To-2)) || !s.starts(q.From) || s.Paragraphs[s.ParagraphOf(q.From)].Aside {
		return false
	}
	return q.To >= len(s.Tokens) || s.starts(q.To)
}

// isBeatless reports whether nothing tells who speaks in quote i, which holds quotation k: it has neither cue nor
// source, or a verb of another sentence as its cue that is none of speech or thought.
func (s *scene) isBeatless(i, k int) bool {
	a, q := &s.list[i], s.quotation(k)
	if a.Head < 0 {
		return s.uncued(i) && len(a.Content) == 1
	}
	if a.Head >= q.From && a.Head < q.To {
		return false
	}
	if len(a.Source) == 0 && len(a.Content) == 1 && s.Tokens[a.Head].Sentence < s.Tokens[q.From].Sentence {
		return true
	}
	if !s.Tags[a.Head].Verb() {
		return false
	}
	if len(a.Source) == 1 && nobody[strings.ToLower(s.Of(a.Source[0]))] {
		return true // "Nothing angers Bell more than waste."
	}
	for _, p := range a.Content {
		if p != q.Span && (p.Len() > q.Len() || s.Quotations.At[s.At(p.Start)] >= 0) {
			return false
		}
	}
	class := lexicon.Of(s.Lemma(a.Head), s.Tags[a.Head])
	return class == lexicon.None || class == lexicon.Seem // "Bell looked at them" is as good as any deed
}

// nobody are the words for a source that is nobody at all.
var nobody = lexicon.Words("pronouns", "nobody")

// actor is who acts in the sentence before quotation k, else behind it, and what tells so.
func (s *scene) actor(k int) (who text.Span, found string, ok bool) {
	q := s.quotation(k)
	here, sentence := s.ParagraphOf(q.From), -1
	switch {
	case q.From > 0 && s.ParagraphOf(q.From-1) == here:
		sentence = s.Tokens[q.From-1].Sentence
	case q.To < len(s.Tokens) && s.ParagraphOf(q.To) == here:
		sentence = s.Tokens[q.To].Sentence
	default:
		return who, "", false
	}
	verb, who, ok := s.acts(sentence)
	if !ok {
		return who, "", false
	}
	return who, "the words stand beside a sentence in which somebody acts: “" + s.Word(verb) + "”", true
}

// onlyNamed is the one person whom the sentence before quotation k names, where it begins with neither a person nor
// "he" or "she": "Patience matters to Dilys Crane, and her advice shows how much."
func (s *scene) onlyNamed(k int) (who text.Span, found string, ok bool) {
	q := s.quotation(k)
	if q.From == 0 || s.ParagraphOf(q.From-1) != s.ParagraphOf(q.From) {
		return who, "", false
	}
	n := s.SentenceOf(q.From - 1)
	for i := n.From; i < n.To; i++ {
		if s.Quotations.At[i] >= 0 || s.Lower(i) == "he" || s.Lower(i) == "she" {
			return who, "", false
		}
		name, _, named := s.Name(i)
		if !named || name.Type != names.Person || name.Span == who {
			continue
		}
		if ok {
			return who, "", false
		}
		who, ok = name.Span, true
	}
	return who, "the words stand right behind a sentence that names nobody else", ok
}

// acts is the person who acts in a sentence that tells of deeds alone, and by which verb.
func (s *scene) acts(sentence int) (verb int, who text.Span, ok bool) {
	n := s.Sentences[sentence]
	for i := n.From; i < n.To; i++ {
		if s.Quotations.At[i] >= 0 || s.Word(i) == ":" {
			return -1, who, false
		}
		if int(s.Trees.Head[i]) < 0 {
			verb = i
		}
	}
	if !s.Tags[verb].Verb() || lexicon.Of(s.Lemma(verb), s.Tags[verb]).Speaks() {
		return -1, who, false
	}
	k := s.subject(verb)
	if k < 0 || !s.isPerson(k) {
		return -1, who, false
	}
	who, ok = s.agent(verb)
	return verb, who, ok
}

// isPerson reports whether a noun, name or pronoun stands for a person.
func (s *scene) isPerson(i int) bool {
	if n, _, ok := s.Name(i); ok {
		return n.Type == names.Person
	}
	switch s.Lower(i) {
	case "he", "she":
		return true
	}
	if s.Trees.Relation[i] == parse.Expletive {
		return false
	}
	n, known := nouns.Of(s.Lower(i))
	return known && n.Nature == nouns.Person && !n.Plural
}
