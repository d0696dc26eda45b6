package document

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"hearsay/analysis"
)

// words are those that stand for the values of an enumeration, in the order of their numbers: numbers may change from
// one version of the engine to the next.
var words = map[reflect.Type][]string{
	reflect.TypeFor[analysis.Kind](): spelt(analysis.Indirect, analysis.Mixed, analysis.Direct),
	reflect.TypeFor[analysis.SpeakerType](): spelt(analysis.Unknown, analysis.Person, analysis.Organization,
		analysis.Group),
	reflect.TypeFor[analysis.Gender]():   spelt(analysis.GenderUnknown, analysis.Female, analysis.Male),
	reflect.TypeFor[analysis.Polarity](): spelt(analysis.Said, analysis.Denied, analysis.Refused),
	reflect.TypeFor[analysis.Stance]():   spelt(analysis.Neutral, analysis.Supports, analysis.Opposes),
	reflect.TypeFor[analysis.Modality](): spelt(analysis.Plain, analysis.Obligation, analysis.Possibility,
		analysis.Wish, analysis.Intention),
	reflect.TypeFor[analysis.QualifierKind](): spelt(analysis.Negation, analysis.Hedge, analysis.Condition,
		analysis.Irony),
	reflect.TypeFor[analysis.Act](): spelt(analysis.States, analysis.Demands, analysis.Promises, analysis.Denies,
		analysis.Predicts,
		analysis.Blames, analysis.Praises, analysis.Warns, analysis.Proposes),
}

func spelt[T fmt.Stringer](values ...T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = v.String()
	}
	return out
}

// numberOf is the value that a word stands for.
func numberOf(t reflect.Type, word string) (int64, error) {
	i := slices.Index(words[t], word)
	if i < 0 {
		return 0, fmt.Errorf("%.40q is none of %s", word, strings.Join(words[t], ", "))
	}
	return int64(i), nil
}
