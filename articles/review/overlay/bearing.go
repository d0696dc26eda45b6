package overlay

import (
	"slices"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/review"
)

// rests reports whether the speaker of a position is one of its quotes', as far as the machine is concerned.
func (l *layer) rests(s *laidPosition) bool {
	if s.item >= len(l.machine.Positions) {
		return true
	}
	return slices.ContainsFunc(l.machine.Positions[s.item].Quotes, func(q int) bool {
		return q >= 0 && q < len(l.machine.Quotes) &&
			slices.Contains(l.machine.Quotes[q].Speakers, l.machine.Positions[s.item].Speaker)
	})
}

// places are where the machine's quotes went, each once.
func (l *layer) places(quotes []int) []int {
	var out []int
	for _, q := range quotes {
		if q >= 0 && q < len(l.place) && l.place[q] != analysis.None && !slices.Contains(out, l.place[q]) {
			out = append(out, l.place[q])
		}
	}
	return out
}

// bearing are the quotes in whose content a position's target or statement stands.
func (l *layer) bearing(p *analysis.Position) []int {
	var out []int
	for i, q := range l.out.Document.Quotes {
		if len(p.Target) > 0 && review.Overlap(q.Content, p.Target) > 0 ||
			len(p.Target) == 0 && review.Overlap(q.Content, p.Statement) > 0 {
			out = append(out, i)
		}
	}
	return out
}

// followed is the speaker of a position: its own as long as one of its quotes is theirs, or the first of those they are
// given to.
func (l *layer) followed(p *analysis.Position) int {
	first := analysis.None
	for _, q := range p.Quotes {
		for _, s := range l.out.Document.Quotes[q].Speakers {
			if s == p.Speaker {
				return s
			}
			if first == analysis.None {
				first = s
			}
		}
	}
	return first
}

// decidedPosition makes a position what a reviewer says it is; false where it has no speaker.
func (l *layer) decidedPosition(p *analysis.Position, d *claim) bool {
	stance, ok := review.StanceNamed(d.Position.Stance)
	if !ok {
		stance = p.Stance
	}
	target := review.SpansOf(d.Position.Target)
	other := len(target) > 0 && !slices.Equal(target, p.Target)
	if other || stance != p.Stance {
		p.Stance, p.Confidence, p.Reason = stance, 1, says
	}
	if other {
		p.Target, p.Topic, p.Targets = target, l.topic(target), l.targets(target)
	}
	if d.Moved || p.Speaker < 0 || p.Speaker >= len(l.speakers.all) {
		p.Speaker = l.speakers.find(d.Position.Speaker, []int{p.Speaker})
	}
	if len(p.Quotes) == 0 {
		p.Quotes = l.bearing(p)
	}
	return p.Speaker != analysis.None
}

// topic is what a target is called elsewhere in the article, or its words.
func (l *layer) topic(target []analysis.Span) string {
	if l.topics == nil {
		l.topics = map[string]string{}
		for i := range l.machine.Positions {
			p := &l.machine.Positions[i]
			if words := strings.ToLower(phrase(l.text, p.Target)); p.Topic != "" && l.topics[words] == "" {
				l.topics[words] = p.Topic
			}
		}
	}
	words := phrase(l.text, target)
	if topic := l.topics[strings.ToLower(words)]; topic != "" {
		return topic
	}
	l.topics[strings.ToLower(words)] = words // two that the reviewer names differ in nothing but capitals
	return words
}

// phrase is the words at spans with single spaces between them.
func phrase(text string, spans []analysis.Span) string {
	var all []string
	for _, w := range review.WordsAt(text, spans) {
		all = append(all, strings.Fields(w.Text)...)
	}
	return strings.Join(all, " ")
}

// targets are the speakers that a target is.
func (l *layer) targets(target []analysis.Span) []int {
	if len(target) == 1 {
		if i, ok := l.speakers.mentionedAt()[target[0]]; ok {
			return []int{i}
		}
	}
	return nil
}
