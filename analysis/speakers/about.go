package speakers

import (
	"hearsay/analysis/nouns"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// about chooses the description that tells a reader most of who someone is: rather what stands beside the name than a
// title, and rather what needs no pronoun. Whose father someone is, where only a pronoun says it, tells nothing.
func (r *resolver) about(x *entity) text.Span {
	var best text.Span
	most := 0
	for _, d := range x.roles {
		span, worth := r.worth(d)
		if worth > most {
			best, most = span, worth
		}
	}
	return best
}

// worth is the part of a description that can be shown, and how much it tells.
func (r *resolver) worth(d description) (text.Span, int) {
	from, to := r.Text.Range(d.span)
	if d.implied || from >= to || courtesy[d.head] || d.head == "dr" || d.head == "sibling" {
		return text.Span{}, 0
	}
	words := min(to-from, 10)
	switch t := r.Tag(from); {
	case t != tags.PRPS && t != tags.WPS:
		return d.span, 10 + words
	case nouns.IsKin(d.head) || from+1 >= to:
		return text.Span{}, 0
	}
	return r.Text.Span(from+1, to), 5 + min(words, 4)
}
