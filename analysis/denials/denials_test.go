package denials

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"hearsay/analysis/annotated/annotatedtest"
	"hearsay/analysis/attribution"
	"hearsay/analysis/text"
)

var loadFinder = sync.OnceValues(attribution.Load)

// find returns the quotes of s, with their polarities.
func find(t *testing.T, s string) []attribution.Attribution {
	t.Helper()
	f, err := loadFinder()
	if err != nil {
		t.Fatal(err)
	}
	x := annotatedtest.Read(t, s)
	list, err := f.Find(t.Context(), x, func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	return attribution.Ordered(AddRefusals(x, attribution.AddUncued(x, Told(x, list))))
}

// show writes a quote as "[source] <cue> content".
func show(s string, a attribution.Attribution) string {
	join := func(spans []text.Span) string {
		var w []string
		for _, p := range spans {
			w = append(w, p.Of(s))
		}
		return strings.Join(w, " … ")
	}
	return "[" + join(a.Source) + "] <" + join(a.Cue) + "> " + join(a.Content)
}

// Whether a cue tells that something was said, that it was not said, or that somebody would say nothing. The cue is
// in brackets.
func TestPolarityOfCues(t *testing.T) {
	for sentence, want := range map[string]attribution.Polarity{
		"The mayor would neither [confirm] nor deny that the bridge had cracked.": attribution.Refused,
		"Neither mayor could [say] that the bridge was safe.":                     attribution.Denied,
		"The mayor [declined] to be drawn on the bridge.":                         attribution.Refused,
		"The mayor did not [say] that the bridge would open.":                     attribution.Denied,
		"The mayor has never [said] that the bridge would open.":                  attribution.Denied,
		"The mayor didn’t [say] when the bridge would open.":                      attribution.Denied,
		"In her speech she did not directly [reference] the rival plan.":          attribution.Denied,
		"He denied [saying] that the harbour was lost.":                           attribution.Denied,
		"He [denied] having told anyone that the harbour was lost.":               attribution.Denied,
		"He denied that he had [said] the harbour was lost.":                      attribution.Denied,
		"The report made no [mention] of the flood.":                              attribution.Denied,
		"The report [made] no mention of the flood.":                              attribution.Denied,
		"The letter [gave] no indication of when the works would end.":            attribution.Denied,
		"No one at the bank [said] why the doors were shut.":                      attribution.Denied,
		"Hardly anyone in the office [said] why the doors were shut.":             attribution.Denied,
		"Scarcely anybody [mentioned] the strike.":                                attribution.Denied,
		"Anyone in the office [said] why the doors were shut.":                    attribution.Said,
		"Nobody [mentioned] the strike.":                                          attribution.Denied,
		"Neither Baker nor Lowe has [said] whether he will run.":                  attribution.Denied,
		"Neither side [disclosed] the price.":                                     attribution.Denied,
		"The judge stopped short of [saying] that he had lied.":                   attribution.Denied,
		"The judge [stopped] short of calling it fraud but said it was close.":    attribution.Denied,
		"She refused to [say] whether the ferry was safe.":                        attribution.Refused,
		"She [refused] to say whether the ferry was safe.":                        attribution.Refused,
		"The ministry [declined] to specify how many were held.":                  attribution.Refused,
		"He was unable to [say] when the water would return.":                     attribution.Denied,
		"They left without [explaining] what had gone wrong.":                     attribution.Denied,
		"The firm would not [confirm] that it had sold the yard.":                 attribution.Refused,
		"Nor did the chairman [say] who had paid.":                                attribution.Denied,
		"The airline [declined] to comment.":                                      attribution.Refused,
		"The airline declined to [comment] on the crash.":                         attribution.Refused,
		"The airline would not [comment].":                                        attribution.Refused,
		"The prosecutor would not [discuss] the evidence.":                        attribution.Refused,
		"The minister chose not to [comment] on the vote.":                        attribution.Refused,
		"The minister [chose] not to comment on the vote.":                        attribution.Refused,
		"The hospital did not [respond] to a request for comment.":                attribution.Refused,
		"The hospital did not immediately [reply] to an email.":                   attribution.Refused,
		"The hospital did not [return] calls on Friday.":                          attribution.Refused,
		"Mr. Orde could not be [reached] for comment.":                            attribution.Refused,
		"He refused to be [interviewed] for this article.":                        attribution.Refused,
		"The union had no [comment].":                                             attribution.Refused,
		"The union [had] no comment on the deal.":                                 attribution.Refused,
		"A spokeswoman [declined] comment.":                                       attribution.Refused,
		"The trainer was not [available] for comment.":                            attribution.Refused,
		"The trainer was [unavailable] for comment.":                              attribution.Refused,
		"She refused to confirm or [discuss] the offer.":                          attribution.Refused,
		"The mayor [said] that the bridge would not open.":                        attribution.Said,
		"The mayor [denied] that the bridge would open.":                          attribution.Said,
		"The mayor did not [deny] that the bridge would open.":                    attribution.Said,
		"The mayor not only [said] so but wrote it down.":                         attribution.Said,
		"The coach could not [say] enough about her team.":                        attribution.Said,
		"Did the mayor not [say] that the bridge would open?":                     attribution.Said,
		"If the mayor does not [say] so today, the works will stop.":              attribution.Said,
		"He would not have [said] so without proof.":                              attribution.Said,
		"She never refused to [comment] on her record.":                           attribution.Said,
		"He never failed to [mention] his father.":                                attribution.Said,
		"The senator does not [support] the bill.":                                attribution.Said,
		"The senator does not [believe] that the bill will pass.":                 attribution.Said,
		"The guards were told not to [say] where they slept.":                     attribution.Said,
		"Do not [say] that it is over.":                                           attribution.Said,
		"No 10 [said] that the talks went on.":                                    attribution.Said,
		"The company refused to [pay] the fine.":                                  attribution.Said,
		"It was not, she [said], a matter of money.":                              attribution.Said,
		"He did not come, [said] his lawyer.":                                     attribution.Said,
		"The officials, who were not authorized to speak, [said] it was over.":    attribution.Said,
		"She might not have [mentioned] it.":                                      attribution.Said,
		"The strikers did not return to work, the owners [said].":                 attribution.Said,
		"“We never had such a winter,” he [said].":                                attribution.Said,
		"“Never do that,” she [said].":                                            attribution.Said,
		"Corvane isn’t at risk of ruin, the minister [said].":                     attribution.Said,
		"The source [denied] the claim, saying that he was at home.":              attribution.Said,
		"The source denied the claim, [saying] that he was at home.":              attribution.Said,
		"The minister declined to comment, [saying] it was not his domain.":       attribution.Said,
		"He said he was not leaving, [adding] that he liked it there.":            attribution.Said,
		"The parliament refused to [offer] the islands aid.":                      attribution.Said,
		"The bank [declined] to give an interview.":                               attribution.Refused,
		"The police [declined] to give details of the search.":                    attribution.Refused,
		"It goes without [saying] that the river rises in spring.":                attribution.Said,
		"His aides have not [said] much about it.":                                attribution.Said,
		"The page does not [tell] voters much about her plans.":                   attribution.Said,
		"The two did not [discuss] his remarks.":                                  attribution.Denied,
		"She declined to [discuss] his remarks.":                                  attribution.Refused,
		"He did not, however, [say] so.":                                          attribution.Denied,
		"He commented that nobody had [told] him of it.":                          attribution.Denied,
		"“No comment,” [said] her lawyer.":                                        attribution.Said,
		"“No way,” [replied] Bell.":                                               attribution.Said,
		"\"No way,\" [replied] Bell.":                                             attribution.Said,
		"“No reply is an answer,” [replied] Bell.":                                attribution.Said,
		"“Nobody,” Bell [said].":                                                  attribution.Said,
		"“Nothing,” [said] Bell.":                                                 attribution.Said,
		"Bell [said] “nothing” to the mayor.":                                     attribution.Said,
		"Nobody [said] “never” to the mayor.":                                     attribution.Denied,
		"Bell did not [say] “never again” to the mayor.":                          attribution.Denied,
		"The ministry would not [say] how many were held.":                        attribution.Refused,
		"Bell won’t [say] whether he was paid.":                                   attribution.Refused,
		"Bell chose not to [say] whether he was paid.":                            attribution.Refused,
		"Bell would never [say] that the harbour was lost.":                       attribution.Denied,
		"Bell failed to [mention] that the harbour was lost.":                     attribution.Denied,
		"Bell did not [say] how many were held.":                                  attribution.Denied,
		"The judge stopped short of [calling] the deal “a fraud”.":                attribution.Denied,
		"The judge [stopped] short of the door.":                                  attribution.Said,
		"Bell would not [call] the deal “a fraud”.":                               attribution.Refused,
		"Bell [said] nothing.":                                                    attribution.Refused,
		"Bell has [said] nothing publicly about the deal.":                        attribution.Refused,
		"The minister [told] reporters nothing about the deal.":                   attribution.Refused,
		"Bell [said] nothing but good of the mayor.":                              attribution.Said,
		"Bell [said] nothing would change in the port.":                           attribution.Said,
		"Bell does not [deny] that the deal was made.":                            attribution.Said,
	} {
		before, rest, _ := strings.Cut(sentence, "[")
		cue, behind, _ := strings.Cut(rest, "]")
		x := annotatedtest.ReadWithoutStates(t, before+cue+behind)
		if got := of(x).polarityOf(x.At(len(before)), nil); got != want {
			t.Errorf("%s: %s, not %s", sentence, got, want)
		}
	}
}

// Whether a quote was said is told by the words around it, never by its own.
func TestPolarityOfQuotes(t *testing.T) {
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
		got := find(t, c.s)
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
		got := find(t, s)
		var all []string
		for _, a := range got {
			if a.Polarity == attribution.Refused {
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
		refused := func(a attribution.Attribution) bool { return a.Polarity == attribution.Refused }
		if got := find(t, s); slices.ContainsFunc(got, refused) {
			t.Errorf("%s: a refusal: %+v", s, got)
		}
	}
}

// Who says that they would say nothing has refused; who says what else they would not do has said it.
func TestAParaphraseThatSaysNothingIsARefusal(t *testing.T) {
	for sentence, want := range map[string]attribution.Polarity{
		"The mayor said | that he would not comment on the bridge.":        attribution.Refused,
		"The owners said | they had no comment.":                           attribution.Refused,
		"The firm said | it would not be commenting on private matters.":   attribution.Refused,
		"The mayor said | he would not talk to the rebels.":                attribution.Said,
		"The mayor said | he would not comment but that the bridge stood.": attribution.Said,
		"The mayor said | that the owners had no comment.":                 attribution.Said,
	} {
		before, content, _ := strings.Cut(sentence, "| ")
		s := before + content
		x := annotatedtest.ReadWithoutStates(t, s)
		from := len(before)
		head := x.At(strings.Index(s, "said"))
		list := []attribution.Attribution{{Content: []text.Span{{Start: from, End: len(s) - 1}}, Head: head,
			Cue: []text.Span{x.Span(head, head+1)}, Kind: attribution.Indirect, Continues: -1}}
		if got := Told(x, list)[0].Polarity; got != want {
			t.Errorf("%s: %v, not %v", s, got, want)
		}
	}
}
