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
		"The judge [stopped] short of calling it fraud but said it was close.": Denied,
		"She refused to [say] whether the ferry was safe.":                     Refused,
		"She [refused] to say whether the ferry was safe.":                     Refused,
		"The ministry [declined] to specify how many were held.":               Refused,
		"He was unable to [say] when the water would return.":                  Denied,
		"They left without [explaining] what had gone wrong.":                  Denied,
		"The firm would not [confirm] that it had sold the yard.":              Refused,
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
		"The police [declined] to give details of the search.":                 Refused,
		"It goes without [saying] that the river rises in spring.":             Said,
		"His aides have not [said] much about it.":                             Said,
		"The page does not [tell] voters much about her plans.":                Said,
		"The two did not [discuss] his remarks.":                               Denied,
		"She declined to [discuss] his remarks.":                               Refused,
		"He did not, however, [say] so.":                                       Denied,
		"He commented that nobody had [told] him of it.":                       Denied,
		"“No comment,” [said] her lawyer.":                                     Said,
		"“No way,” [replied] Bell.":                                            Said,
		"\"No way,\" [replied] Bell.":                                          Said,
		"“No reply is an answer,” [replied] Bell.":                             Said,
		"“Nobody,” Bell [said].":                                               Said,
		"“Nothing,” [said] Bell.":                                              Said,
		"Bell [said] “nothing” to the mayor.":                                  Said,
		"Nobody [said] “never” to the mayor.":                                  Denied,
		"Bell did not [say] “never again” to the mayor.":                       Denied,
		"The ministry would not [say] how many were held.":                     Refused,
		"Bell won’t [say] whether he was paid.":                                Refused,
		"Bell chose not to [say] whether he was paid.":                         Refused,
		"Bell would never [say] that the harbour was lost.":                    Denied,
		"Bell failed to [mention] that the harbour was lost.":                  Denied,
		"Bell did not [say] how many were held.":                               Denied,
		"The judge stopped short of [calling] the deal “a fraud”.":             Denied,
		"The judge [stopped] short of the door.":                               Said,
		"Bell would not [call] the deal “a fraud”.":                            Refused,
		"Bell [said] nothing.":                                                 Refused,
		"Bell has [said] nothing publicly about the deal.":                     Refused,
		"The minister [told] reporters nothing about the deal.":                Refused,
		"Bell [said] nothing but good of the mayor.":                           Said,
		"Bell [said] nothing would change in the port.":                        Said,
		"Bell does not [deny] that the deal was made.":                         Said,
	} {
		before, rest, _ := strings.Cut(sentence, "[")
		cue, behind, _ := strings.Cut(rest, "]")
		x := annotated.WithoutStates(text.Split(before+cue+behind, nil), l.tagger, l.parser)
		v := newView(x, l.finder.classes)
		if got := (utterances{v}).polarityOf(x.At(len(before)), nil); got != want {
			t.Errorf("%s: %s, not %s", sentence, got, want)
		}
	}
}

// Whether a quote was said is told by the words around it, never by its own.
func TestPolarityOfQuotes(t *testing.T) {
	l := load(t)
	for _, c := range []struct{ s, want string }{
		{`"No comment," said Bell's lawyer.`, `said [Bell's lawyer] <said> "No comment,"`},
		{`"No way," replied Bell.`, `said [Bell] <replied> "No way,"`},
		{`"No comment," Bell said.`, `said [Bell] <said> "No comment,"`},
		{"No deal was made, said Bell.", "said [Bell] <said> No deal was made"},
		{"“He never said that the port was lost,” Bell told reporters.",
			"said [Bell] <told> “He never said that the port was lost,”"},
		{"The mayor declined to say whether the bridge was safe.",
			"refused [The mayor] <declined> to say whether the bridge was safe"},
		{"Rossi would not say whether he had been paid.", "refused [Rossi] <would not say> whether he had been paid"},
		{`The judge stopped short of calling the deal "a fraud".`,
			`denied [The judge] <stopped short of calling> the deal "a fraud"`},
		{"Rossi said nothing about the deal.", "refused [Rossi] <said> nothing about the deal"},
		{"Neither Rossi nor Bell said whether the deal was legal.",
			"denied [Neither Rossi nor Bell] <said> whether the deal was legal"},
		{"Bell was not asked whether the deal was legal.", ""},
		{"Bell was never asked whether the deal was legal.", ""},
	} {
		_, got := l.find(t, c.s)
		var all []string
		for _, a := range got {
			all = append(all, a.Polarity.String()+" "+show(c.s, a))
		}
		if got := strings.Join(all, "\n     "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.s, got, c.want)
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
