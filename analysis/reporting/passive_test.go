package reporting

import (
	"strings"
	"testing"

	"hearsay/analysis/annotated/annotatedtest"
	"hearsay/analysis/attribution"
	"hearsay/analysis/text"
)

// What is told in the passive is said by who stands behind "by", and by nobody named where nobody does: what the
// models found stands marked, ‹source› <cue> {content}.
func TestThePassiveIsTheAgents(t *testing.T) {
	for marked, want := range map[string]string{
		"{The plan} was <dismissed> by the mayor as “a sad joke”.": "[the mayor] <was dismissed by> The plan … " +
			"as “a sad joke”",
		"The plan was dismissed by Bell as “a sad joke”.": "[Bell] <was dismissed by> The plan … as “a sad joke”",
		"The film was called “dull as dew” by its maker, Ida Brandt.": "[its maker, Ida Brandt] <was called> " +
			"The film … “dull as dew”",
		"‹Ida Brandt› was <asked> {whether she had been paid}.":        "[] <asked> whether she had been paid",
		"‹Ida Brandt› was <asked> by him {whether she had been paid}.": "[him] <was asked by> whether she had been paid",
		"<Asked> {whether she had been paid}, ‹Ida Brandt› left.":      "[] <Asked> whether she had been paid",
		"‹Brandt› laughed when <asked> {if she had been paid}.":        "[] <asked> if she had been paid",
		"‹The pupils› were <told> {that the school would close}.":      "[] <told> that the school would close",
		"‹The judge› <asked> {whether she had been paid}.":             "[The judge] <asked> whether she had been paid",
		"‹Brandt› was <quoted> by a paper as saying {that it was so}.": "[Brandt] <was quoted by a paper as saying> " +
			"that it was so",
		"‹The ferry› is <expected> {to sail by the end of May}.":   "[] <expected> The ferry … to sail by the end of May",
		"‹She› is <said to have told> {him that he owed a crown}.": "[She] <said to have told> him that he owed a crown",
		"‹Bell› is <believed> {to have fled}.":                     "[] <believed> Bell … to have fled",
		"The complaint was brushed aside by her employer as “the work of a rival”.": "[her employer] <was brushed> " +
			"The complaint … as “the work of a rival”",
		"He was likened by one reviewer to “a plumber who paints”.": "[one reviewer] <was likened by> " +
			"to “a plumber who paints”",
		"The plan was described by Ida Brandt, of the Post, as “a farce”.": "[Ida Brandt, of the Post] " +
			"<was described by> The plan … as “a farce”",
		"Tenants were told by the owner that no rent would rise.": "[the owner] <were told by> that no rent would rise",
		"Brandt was quoted by ‹a paper› as <saying> {that it was so}.": "[Brandt] <was quoted by a paper as saying> " +
			"that it was so",
		"The prince was played by Bell as “Hamlet the Dane”.": "",
		"The road was closed by police.":                      "",
	} {
		var plain strings.Builder
		a := attribution.Attribution{Continues: -1, Head: -1}
		start, head := 0, 0
		for _, r := range marked {
			span := []text.Span{{Start: start, End: plain.Len()}}
			switch r {
			case '‹', '<', '{':
				start = plain.Len()
			case '›':
				a.Source = span
			case '>':
				a.Cue, head = span, start
			case '}':
				a.Content = span
			default:
				plain.WriteRune(r)
			}
		}
		x := annotatedtest.ReadWithoutStates(t, plain.String())
		var list []attribution.Attribution
		if len(a.Cue) > 0 {
			a.Head = x.At(head)
			list = append(list, a)
		}
		if got := show(x.String, passives{scene{x}}.answer(list)); got != want {
			t.Errorf("%s\n got %s\nwant %s", marked, got, want)
		}
	}
}
