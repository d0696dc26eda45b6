package names

import (
	"sync"

	"hearsay/analysis/features"
)

// folds is how many parts the articles to learn from are in: each is labelled by a linear model learnt from the others.
const folds = 10

// Example is what the network learns from, word by word of an article: see view, and the labels that are right. The
// linear model that scored it has not met the article.
type Example struct {
	Shapes []int32
	Lists  []int32
	Forms  []int32
	Scores [][labels]float32
	Labels []int32
}

// Copy is a lesson that is another one in other words.
type Copy struct {
	Lesson
	Of int // which it is a copy of
}

// Examples makes examples of lessons and then of copies of them, each with the scores of a model learnt from others: a
// copy is scored by the model that scores the lesson of which it is one.
func Examples(lessons []Lesson, copies []Copy, rounds int) []Example {
	out := make([]Example, len(lessons)+len(copies))
	var all sync.WaitGroup
	for f := range folds {
		all.Go(func() {
			var others []Lesson
			for _, l := range lessons {
				if l.fold() != f {
					others = append(others, l)
				}
			}
			m := &model{string(learn(others, rounds))}
			for i, l := range lessons {
				if l.fold() == f {
					out[i] = m.example(l)
				}
			}
			for i, c := range copies {
				if lessons[c.Of].fold() == f {
					out[len(lessons)+i] = m.example(c.Lesson)
				}
			}
		})
	}
	all.Wait()
	return out
}

// ExamplesBy makes examples of lessons that a finder has not been trained on.
func (f *Finder) ExamplesBy(lessons []Lesson) []Example {
	out := make([]Example, len(lessons))
	for i, l := range lessons {
		out[i] = f.model.example(l)
	}
	return out
}

// example labels the words of a lesson as the finder does before it asks the network.
func (m *model) example(l Lesson) Example {
	sentences := make([][]word, len(l.Sentences))
	var e Example
	for s, labelled := range l.Sentences {
		for _, x := range labelled {
			sentences[s] = append(sentences[s], newWord(x.Word))
			e.Labels = append(e.Labels, int32(x.label()))
		}
	}
	v := m.view(sentences)
	e.Scores, e.Shapes, e.Lists, e.Forms = v.scores, v.shapes, v.lists, v.form
	return e
}

// fold is the part that an article belongs to, by its words.
func (l Lesson) fold() int {
	h := features.NoLetters
	for _, s := range l.Sentences {
		for _, x := range s {
			h = h.Then(x.Word)
		}
	}
	return int(h % folds)
}
