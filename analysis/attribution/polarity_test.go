package attribution

import (
	"slices"
	"strings"
	"testing"

	"hearsay/analysis/annotated"
	"hearsay/analysis/text"
)

// Whether a cue tells that something was said, that it was not said, or that somebody would say nothing. The cue is
// in brackets.
func TestPolarityOfCues(t *testing.T) {
	l := load(t)
	for sentence, want := range map[string]Polarity{
		"The mayor did not [say] that the bridge would open.":                  Denied,
		"The mayor has never [said] that the bridge would open.":               Denied,
		"The mayor didn’t [say] when the bridge would open.":                   Denied,
		"In her speech she did not directly [reference] the rival plan.":       Denied,
		"He denied [saying] that the harbour was lost.":                        Denied,
		"He [denied] having told anyone that the harbour was lost.":            Denied,
		"He denied that he had [said] the harbour was lost.":                   Denied,
		"The report made no [mention] of the flood.":                           Denied,
		"The report [made] no mention of the flood.":                           Denied,
		"The letter [gave] no indication of when the works would end.":         Denied,
		"No one at the bank [said] why the doors were shut.":                   Denied,
		"Nobody [mentioned] the strike.":                                       Denied,
		"Neither Baker nor Lowe has [said] whether he will run.":               Denied,
		"Neither side [disclosed] the price.":                                  Denied,
		"The judge stopped short of [saying] that he had lied.":                Denied,
		"The judge [stopped] short of calling it fraud but said it was close.": Said,
		"She refused to [say] whether the ferry was safe.":                     Denied,
		"She [refused] to say whether the ferry was safe.":                     Denied,
		"The ministry [declined] to specify how many were held.":               Denied,
		"He was unable to [say] when the water would return.":                  Denied,
		"They left without [explaining] what had gone wrong.":                  Denied,
		"The firm would not [confirm] that it had sold the yard.":              Denied,
		"Nor did the chairman [say] who had paid.":                             Denied,
		"The airline [declined] to comment.":                                   Refused,
		"The airline declined to [comment] on the crash.":                      Refused,
		"The airline would not [comment].":                                     Refused,
		"The prosecutor would not [discuss] the evidence.":                     Refused,
		"The minister chose not to [comment] on the vote.":                     Refused,
		"The minister [chose] not to comment on the vote.":                     Refused,
		"The hospital did not [respond] to a request for comment.":             Refused,
		"The hospital did not immediately [reply] to an email.":                Refused,
		"The hospital did not [return] calls on Friday.":                       Refused,
		"Mr. Orde could not be [reached] for comment.":                         Refused,
		"He refused to be [interviewed] for this article.":                     Refused,
		"The union had no [comment].":                                          Refused,
		"The union [had] no comment on the deal.":                              Refused,
		"A spokeswoman [declined] comment.":                                    Refused,
		"The trainer was not [available] for comment.":                         Refused,
		"The trainer was [unavailable] for comment.":                           Refused,
		"She refused to confirm or [discuss] the offer.":                       Refused,
		"The mayor [said] that the bridge would not open.":                     Said,
		"The mayor [denied] that the bridge would open.":                       Said,
		"The mayor did not [deny] that the bridge would open.":                 Said,
		"The mayor not only [said] so but wrote it down.":                      Said,
		"The coach could not [say] enough about her team.":                     Said,
		"Did the mayor not [say] that the bridge would open?":                  Said,
		"If the mayor does not [say] so today, the works will stop.":           Said,
		"He would not have [said] so without proof.":                           Said,
		"She never refused to [comment] on her record.":                        Said,
		"He never failed to [mention] his father.":                             Said,
		"The senator does not [support] the bill.":                             Said,
		"The senator does not [believe] that the bill will pass.":              Said,
		"The guards were told not to [say] where they slept.":                  Said,
		"Do not [say] that it is over.":                                        Said,
		"No 10 [said] that the talks went on.":                                 Said,
		"The company refused to [pay] the fine.":                               Said,
		"It was not, she [said], a matter of money.":                           Said,
		"He did not come, [said] his lawyer.":                                  Said,
		"The officials, who were not authorized to speak, [said] it was over.": Said,
		"She might not have [mentioned] it.":                                   Said,
		"The strikers did not return to work, the owners [said].":              Said,
		"“We never had such a winter,” he [said].":                             Said,
		"“Never do that,” she [said].":                                         Said,
		"Corvane isn’t at risk of ruin, the minister [said].":                  Said,
		"The source [denied] the claim, saying that he was at home.":           Said,
		"The source denied the claim, [saying] that he was at home.":           Said,
		"The minister declined to comment, [saying] it was not his domain.":    Said,
		"He said he was not leaving, [adding] that he liked it there.":         Said,
		"The parliament refused to [offer] the islands aid.":                   Said,
		"The bank [declined] to give an interview.":                            Refused,
		"The police [declined] to give details of the search.":                 Denied,
		"It goes without [saying] that the river rises in spring.":             Said,
		"His aides have not [said] much about it.":                             Said,
		"The page does not [tell] voters much about her plans.":                Said,
		"The two did not [discuss] his remarks.":                               Denied,
		"She declined to [discuss] his remarks.":                               Refused,
		"He did not, however, [say] so.":                                       Denied,
		"He commented that nobody had [told] him of it.":                       Denied,
	} {
		before, rest, _ := strings.Cut(sentence, "[")
		cue, behind, _ := strings.Cut(rest, "]")
		x := annotated.WithoutStates(text.Split(before+cue+behind, nil), l.tagger, l.parser)
		v := newView(x, l.finder.classes)
		if got := (utterances{v}).polarityOf(x.At(len(before))); got != want {
			t.Errorf("%s: %s, not %s", sentence, got, want)
		}
	}
}

// A refusal is a quote, whether the models find it or not: with who refuses, and what was asked, or what they would
// not do.
func TestRefusalsAreFound(t *testing.T) {
	l := load(t)
	for _, c := range []struct{ s, want string }{
		{"Ruth Haldane, who runs the port, could not be reached for comment on Monday.",
			`[Ruth Haldane] <could not be reached for> comment`},
		{"He said it was confidential. He did not elaborate.", `[He] <did not> elaborate`},
		{"The rebels had no immediate comment. They seldom do.", `[The rebels] <had> no immediate comment`},
		{"Mr. Orde would not discuss the sale. The bank’s board did not return calls.",
			`[The bank’s board] <did not return> calls`},
		{"The trainer was not available for comment.", `[The trainer] <was not available for> comment`},
		{"The county auditor did not respond to a request for comment.",
			`[The county auditor] <did not respond to> a request for comment`},
		{"A spokesman for the buyer, Dock Metals, declined to comment on Friday’s ruling.",
			`[A spokesman for the buyer, Dock Metals,] <declined> to comment on Friday’s ruling`},
	} {
		s, want := c.s, c.want
		_, got := l.find(t, s)
		var all []string
		for _, a := range got {
			if a.Polarity == Refused {
				all = append(all, show(s, a))
			}
		}
		if !slices.Contains(all, want) {
			t.Errorf("%s\n got %s\nwant %s", s, strings.Join(all, "\n     "), want)
		}
	}
	for _, s := range []string{
		"The strikers did not return to work.", "The army did not respond to the attack.", "He could not reach the shelf.",
		"“I have no comment,” she said.", "The guests did not speak the language.",
	} {
		if _, got := l.find(t, s); slices.ContainsFunc(got, func(a Attribution) bool { return a.Polarity == Refused }) {
			t.Errorf("%s: a refusal: %+v", s, got)
		}
	}
}
