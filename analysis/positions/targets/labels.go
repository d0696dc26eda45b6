package targets

import (
	"slices"

	"hearsay/analysis/annotated"
)

// The labels of tokens, in BIO form: outside of targets; at the beginning of, or within, one that is supported; and of
// one that is opposed.
const (
	outside = iota
	beginSupported
	insideSupported
	beginOpposed
	insideOpposed
	labels
)

// begin is the label at the beginning of a target; the one within it is the next.
func begin(opposed bool) int {
	if opposed {
		return beginOpposed
	}
	return beginSupported
}

func opposed(label int) bool { return label >= beginOpposed }

func isInside(label int) bool { return label == insideSupported || label == insideOpposed }

// mayFollow reports whether a label may stand behind another: what is within a target has a beginning.
func mayFollow(label, before int) bool {
	return !isInside(label) || before == label || before == label-1
}

// Labels are the labels of all tokens of a text, where these are its targets. Of targets that overlap the first counts,
// and a target that crosses the end of a sentence ends with it.
func Labels(t *annotated.Text, all []Target) []int32 {
	out := make([]int32, len(t.Tokens))
	for _, x := range all {
		to := min(x.To, len(t.Tokens))
		if x.From >= to {
			continue
		}
		to = min(to, t.SentenceOf(x.From).To)
		if slices.ContainsFunc(out[x.From:to], func(l int32) bool { return l != outside }) {
			continue
		}
		for i := x.From; i < to; i++ {
			out[i] = int32(begin(x.Opposed))
			if i > x.From {
				out[i]++
			}
		}
	}
	return out
}
