package positions

import (
	"cmp"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
)

// actOf tells what a speaker does in taking a side: what the cue says they do, or else what their words do. Where a
// side is taken in no quote, the word that takes it tells.
func (f *scene) actOf(x finding) Act {
	told := States
	if x.quote < 0 {
		return acts[f.Lemma(x.at)]
	}
	for _, c := range f.Quotes[x.quote].Cue {
		told = cmp.Or(told, f.actIn(f.Text.Range(c)))
	}
	switch {
	case told != States:
		return told
	case x.cue && x.act == States:
		return f.calledFor(x.at)
	}
	return x.act
}

// actIn is what the words of a cue say that is done.
func (f reader) actIn(from, to int) Act {
	for i := from; i < min(to, from+10); i++ {
		if f.Tag(i).Verb() || f.Tag(i).Noun() {
			if told := acts[f.Lemma(i)]; told != States {
				return told
			}
		}
		if f.Lower(i) == "call" && (f.Lower(i+1) == "for" || f.Lower(i+1) == "on") {
			return Demands
		}
	}
	return States
}

// calledFor tells what "called for", "said he would" and the like do.
func (f reader) calledFor(at int) Act {
	if f.Lemma(at) == "call" && (f.Lower(at+1) == "for" || f.Lower(at+1) == "on") {
		return Demands
	}
	return States
}

// acts are the acts that verbs and nouns name.
var acts = lexicon.Groups("stances/acts", map[string]Act{
	"demands": Demands, "promises": Promises, "denies": Denies, "predicts": Predicts, "blames": Blames,
	"praises": Praises, "warns": Warns, "proposes": Proposes,
})

// obliges is what a word of obligation does: "must" demands, "should" proposes.
func obliges(word string) Act {
	if word == "should" || word == "ought" {
		return Proposes
	}
	return Demands
}

// judges is what it is to speak well or ill of somebody.
func judges(s side) Act {
	switch s {
	case pro:
		return Praises
	case con:
		return Blames
	}
	return States
}

// judgesOf is the same for what may be a thing, of which one can say that it is bad without blaming it.
func (f *scene) judgesOf(s side, from, to int) Act {
	if s == con && f.who[to-1] == 0 && (!f.InName(to-1) || f.Names[f.NameAt(to-1)].Type == names.Other) {
		return States
	}
	return judges(s)
}

// modalityOf tells in which way a side is taken: the words before the one that takes it show it.
func (f *scene) modalityOf(x finding) Modality {
	if x.modality != Plain {
		return x.modality
	}
	s := f.Text.Sentences[f.Text.Tokens[x.at].Sentence]
	to := x.at
	if x.from > x.at {
		to = x.from - 1 // "reaffirmed readiness to talk", "called for talks"
	}
	for i := min(to, x.at+6); i >= max(s.From, x.at-4); i-- {
		w := f.Lower(i)
		if i < x.at && among(w, ",", ";", ":") {
			break
		}
		if i > x.at && !x.cue {
			continue
		}
		if among(w, "need", "needs", "has", "have") && f.Lower(i+1) == "to" {
			return Obligation
		}
		if m := modalities[w]; m != Plain {
			return m
		}
		if m := modalities[f.Lemma(i)]; m != Plain && (f.Tag(i).Verb() || f.Tag(i).Noun()) {
			return m
		}
	}
	return Plain
}

// modalities are what words tell of the way in which something is said.
var modalities = lexicon.Table("stances/modalities", "modalities", map[string]Modality{
	"obligation": Obligation, "possibility": Possibility, "wish": Wish, "intention": Intention,
})
