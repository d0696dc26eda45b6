package people

import (
	"strings"

	"hearsay/analysis/lexicon"
)

var articlesOf = lexicon.Words("pronouns", "articles")

// fewestTelling is how many words a topic needs to be the same in every article: "the bill" is another one in each,
// "the tobacco bill" is one.
const fewestTelling = 2

// Topic is what makes two topics of different articles one: their words, folded and without articles; of one that is
// too vague to be the same elsewhere, its article too.
func Topic(topic, article string) string {
	var telling []string
	proper := false
	for _, w := range strings.Fields(topic) {
		folded := strings.Trim(fold(w), ".-")
		if folded == "" || articlesOf[folded] || small[folded] {
			continue
		}
		proper = proper || startsUpper(w)
		telling = append(telling, folded)
	}
	key := strings.Join(telling, " ")
	if len(telling) < fewestTelling && !proper {
		key += "\x00" + article
	}
	return key
}

func startsUpper(w string) bool { return !startsLoose(w) }
