package attribution

import (
	"slices"
	"strings"

	"hearsay/analysis/text"
)

// farRival is how many candidates back one can stand that claims the same words.
const farRival = 12

// rivals drops candidates without content, and of two that claim nearly the same words the less likely one.
func (v assembly) rivals(list []candidate) []candidate {
	lost := make([]bool, len(list))
	for i := range list {
		if len(list[i].content) == 0 {
			lost[i] = true
			continue
		}
		for k := max(0, i-farRival); k < i && !lost[i]; k++ {
			if lost[k] || !alike(list[i].content, list[k].content) {
				continue
			}
			if list[k].probability < list[i].probability {
				lost[k] = true
			} else {
				lost[i] = true
			}
		}
	}
	out := list[:0]
	for i, c := range list {
		if !lost[i] {
			out = append(out, c)
		}
	}
	return out
}

// alike reports whether two contents share most of what they hold together.
func alike(a, b []text.Span) bool {
	shared := 0
	for _, p := range a {
		for _, q := range b {
			shared += max(0, min(p.End, q.End)-max(p.Start, q.Start))
		}
	}
	return shared*10 >= (length(a)+length(b)-shared)*6
}

func length(spans []text.Span) (n int) {
	for _, p := range spans {
		n += p.Len()
	}
	return n
}

// unclaimed appends the speech in quotation marks that no quote holds: words that someone said, though no cue tells
// who. Where such speech fills its paragraph, it runs on from the quote before it.
func (v assembly) unclaimed(list []Attribution) []Attribution {
	owner, last := v.owners(list), v.lastOf(list)
	for k := range v.quotations.Quotations {
		q := &v.quotations.Quotations[k]
		if owner[k] >= 0 || !v.stray(k) && !v.answers(k, last) {
			continue
		}
		if q.After >= 0 && owner[q.After] >= 0 {
			owner[k] = owner[q.After]
			list[owner[k]].Content = append(list[owner[k]].Content, q.Span)
			continue
		}
		a := Attribution{Content: []text.Span{q.Span}, Kind: Direct, Head: -1, Continues: v.runsOn(k, last),
			Confidence: AloneConfidence}
		a.Found = "the words stand in quotation marks, and no cue is near"
		if a.Continues >= 0 {
			a.Found, a.Confidence = "the quotation fills its paragraph and runs on from the quote before it", runOnConfidence
		}
		owner[k] = len(list)
		last[v.text.ParagraphOf(q.From)] = len(list)
		list = append(list, a)
	}
	return list
}

// answers reports whether quotation k, however short, is speech that stands alone in its paragraph right behind other
// speech: “In May, Tom.”
func (v assembly) answers(k int, last map[int]int) bool {
	q := &v.quotations.Quotations[k]
	paragraph := v.text.ParagraphOf(q.From)
	if q.Span != v.text.Paragraphs[paragraph].Span || !q.Closed || v.text.Paragraphs[paragraph].Aside {
		return false
	}
	_, behind := last[paragraph-1]
	return behind && q.To-q.From > 3 && strings.Contains(".!?", v.text.Word(q.To-2))
}

// owners tells for each quotation which quote holds most of it, -1 for none.
func (v assembly) owners(list []Attribution) []int {
	owner := slices.Repeat([]int{-1}, len(v.quotations.Quotations))
	for i, a := range list {
		for _, p := range a.Content {
			from, to := v.text.Range(p)
			for at := from; at < to; {
				k := v.quotations.At[at]
				if k < 0 {
					at++
					continue
				}
				q := &v.quotations.Quotations[k]
				if v.fills(a.Content, q) && (owner[k] < 0 || v.quotations.At[max(0, list[owner[k]].Head)] == k) {
					owner[k] = i
				}
				at = q.To
			}
		}
	}
	return owner
}

// speaks reports whether quotation k is speech even where nothing around it says so.
func (v assembly) speaks(k int) bool {
	q := &v.quotations.Quotations[k]
	if q.Kind != 0 || v.text.Paragraphs[v.text.ParagraphOf(q.From)].Aside {
		return false
	}
	return q.To-q.From >= fewestAlone
}

// fewestAlone is how many tokens a quotation has at least, its marks among them, that is speech without a cue.
const fewestAlone = 8

// runsOn returns the quote that the speech of quotation k runs on from, where k fills its own paragraph: the last one
// of the paragraph before that is not itself part of someone's speech. It is -1 for none.
func (v assembly) runsOn(k int, last map[int]int) int {
	q := &v.quotations.Quotations[k]
	here := v.text.ParagraphOf(q.From)
	if q.Len()*10 < v.text.Paragraphs[here].Len()*9 || !q.Closed && v.nextOf(k) < 0 {
		return -1
	}
	before := here - 1
	for before > 0 && before > here-3 && v.unfinished(before) {
		before--
	}
	if i, ok := last[before]; ok {
		return i
	}
	return -1
}

// unfinished reports whether a paragraph is not running text but a caption or a heading, which speech may run on
// around.
func (v assembly) unfinished(p int) bool {
	switch par := v.text.Paragraphs[p]; {
	case par.Aside:
		return true
	case par.From == par.To:
		return false
	default:
		last := v.text.Sentences[par.To-1].To - 1
		return v.quotations.At[last] < 0 && lettered(v.text.Word(last)) && !strings.HasSuffix(v.text.Word(last), ".")
	}
}

// lastOf returns the last quote of each paragraph, by its cue where it has one, those with cues inside a quotation left
// out.
func (v assembly) lastOf(list []Attribution) map[int]int {
	last := map[int]int{}
	at := map[int]int{}
	for i, a := range list {
		place := v.text.At(a.Content[len(a.Content)-1].Start)
		if a.Head >= 0 {
			place = a.Head
		}
		if p := v.text.ParagraphOf(place); (a.Head < 0 || v.quotations.At[a.Head] < 0) && place >= at[p] {
			last[p], at[p] = i, place
		}
	}
	return last
}
