package positions

import (
	"fmt"
	"strings"
	"testing"

	"hearsay/analysis/annotated/annotatedtest"
	"hearsay/analysis/text"
)

// story makes an article of one quote a line, in which ‹…› stands around the source, <…> around the cue and {…} around
// the content. Each different source is a speaker; so is whoever a line calls ‹=Name›…, for targets.
func story(t testing.TB, s string) Article {
	t.Helper()
	var plain strings.Builder
	var a Article
	index := map[string]int{}
	start := 0
	var q Quote
	for _, c := range s + "\n" {
		end := text.Span{Start: start, End: plain.Len()}
		switch c {
		case '‹', '<', '{':
			start = plain.Len()
		case '›':
			q.Source = append(q.Source, end)
		case '>':
			q.Cue = append(q.Cue, end)
		case '}':
			q.Content = append(q.Content, end)
		default:
			plain.WriteRune(c)
			if c == '\n' && len(q.Source) > 0 {
				name := plain.String()[q.Source[0].Start:q.Source[0].End]
				k, known := index[name]
				if !known {
					k = len(a.Speakers)
					index[name] = k
					a.Speakers = append(a.Speakers, Speaker{Name: name})
				}
				q.Speakers, q.Confidence = []int{k}, 1
				a.Quotes = append(a.Quotes, q)
				q = Quote{}
			}
		}
	}
	return finish(t, a, plain.String())
}

// finish annotates an article and notes each place in which a speaker's last name stands.
func finish(t testing.TB, a Article, s string) Article {
	t.Helper()
	a.Text = annotatedtest.Read(t, s)
	for k := range a.Speakers {
		words := strings.Fields(a.Speakers[k].Name)
		for i := range a.Text.Tokens {
			if a.Text.Word(i) == words[len(words)-1] {
				a.Speakers[k].Mentions = append(a.Speakers[k].Mentions, a.Text.Tokens[i].Span)
			}
		}
	}
	return a
}

func told(a Article) string {
	var out []string
	for _, p := range Find(a) {
		out = append(out, fmt.Sprintf("%s %s %s", a.Speakers[p.Speaker].Name, [...]string{"=", "+", "-"}[p.Stance], p.Topic))
	}
	return strings.Join(out, "; ")
}

func TestPositionsAreTakenFromCues(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"‹Ruth Haldane› <backed> {the new harbour law}.", "Ruth Haldane + new harbour law"},
		{"‹Ruth Haldane› <slammed> {the new harbour law as a waste of money}.", "Ruth Haldane - new harbour law"},
		{"‹Ruth Haldane› <did not support> {the harbour law}.", "Ruth Haldane - harbour law"},
		{"‹Ruth Haldane› <did not criticize> {the harbour law}.", ""},
		{"‹Ruth Haldane› <warned against> {a hasty sale of the port}.", "Ruth Haldane - hasty sale of the port"},
		{"‹Ruth Haldane› <called for> {an end to the blockade}.", "Ruth Haldane - blockade"},
		{"‹Ruth Haldane› <called for> {a ban on night flights}.", "Ruth Haldane - night flights"},
		{"‹Ruth Haldane› <called for> {more trains}.", "Ruth Haldane + more trains"},
		{"‹Ruth Haldane› <vowed> {to repeal the port tax}.", "Ruth Haldane - port tax"},
		{"‹Ruth Haldane› <pledged> {to protect the old trees}.", "Ruth Haldane + old trees"},
		{"‹Ruth Haldane› <refused> {to sign the treaty}.", "Ruth Haldane - treaty"},
		{"‹Ruth Haldane› <reaffirmed> {her readiness to engage with the union}.", "Ruth Haldane + engaging with the union"},
		{"‹Ruth Haldane› <rejected> {the notion that the bridge is unsafe}.",
			"Ruth Haldane - notion that the bridge is unsafe"},
		{"‹Ruth Haldane› <praised> {the cook for his soup}.", "Ruth Haldane + cook"},
		{"‹Ruth Haldane› <urged> {her party to reject the treaty}.", "Ruth Haldane - treaty"},
		{"‹Ruth Haldane› <expressed optimism for> {a lasting agreement}.", "Ruth Haldane + lasting agreement"},
		{"‹Ruth Haldane› <expressed concern about> {the harbour law}.", "Ruth Haldane - harbour law"},
		{"‹Ruth Haldane› <reaffirmed> {her readiness to protect the old trees}.", "Ruth Haldane + old trees"},
		{"‹Ruth Haldane› <called> {the harbour law a disgrace}.", "Ruth Haldane - harbour law"},
		{"‹Ruth Haldane› <called> {it a disgrace}.", ""},
		{"‹Ruth Haldane› <described> {the loss of her great rival as sad}.", ""},
		{"‹Ruth Haldane› <described> {the vote as a disgrace}.", "Ruth Haldane - vote"},
		{"‹Ruth Haldane› <denied> {that the bill is a disaster}.", ""},
		{"‹Ruth Haldane› passed on a chance to <back> {the harbour law}.", ""},
		{"‹Ruth Haldane› faced <criticism for> {the harbour law}.", ""},
		{"‹Ruth Haldane› <might support> {the harbour law}.", ""},
		{"‹Ruth Haldane› <would have praised> {the harbour law}.", ""},
		{"‹Ruth Haldane› <asked whether> {the law should be repealed}.", ""},
		{"‹Ruth Haldane› <wants> {to fly to Oslo}.", ""},
		{"‹Some› <praised> {the harbour law}.", ""},
		{"‹Ruth Haldane› <defended> {the decision}.", ""},
		{"‹Ruth Haldane› <lashed out anew at> {the harbour law}.", "Ruth Haldane - harbour law"},
		{"‹Ruth Haldane› <vetoed> {a bill that would repeal the port tax}.",
			"Ruth Haldane - bill that would repeal the port tax"},
		{"‹Ruth Haldane› <applauded> {the decision to oust Otto Brandt}.",
			"Ruth Haldane + decision to oust Otto Brandt; Ruth Haldane - Otto Brandt"},
		{"‹Ruth Haldane› <demanded> {charges against Otto Brandt}.",
			"Ruth Haldane + charges against Otto Brandt; Ruth Haldane - Otto Brandt"},
		{"‹Ruth Haldane› <vetoed> {a motion to end the Bergen ferry}.",
			"Ruth Haldane - motion to end the Bergen ferry; Ruth Haldane + Bergen ferry"},
		{"‹Ruth Haldane› <called on> {Otto Brandt to resign}.", "Ruth Haldane - Otto Brandt"},
		{"‹Ruth Haldane› <urged> {Otto Brandt not to resign}.", "Ruth Haldane + Otto Brandt"},
		{"‹Ruth Haldane› <lost faith in> {the harbour board}.", "Ruth Haldane - harbour board"},
	} {
		if got := told(story(t, c.text)); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestPositionsAreTakenFromWhatIsSaid(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"{“The goal should be a fair vote,”} <said> ‹Ruth Haldane›.", "Ruth Haldane + fair vote"},
		{"{“The goal should not merely be a short truce but rather a just peace,”} <said> ‹Ruth Haldane›.",
			"Ruth Haldane - short truce; Ruth Haldane + just peace"},
		{"{“We will never accept this deal,”} <said> ‹Ruth Haldane›.", "Ruth Haldane - deal"},
		{"{“I support the strike,”} <said> ‹Ruth Haldane›.", "Ruth Haldane + strike"},
		{"{“I do not support the strike,”} <said> ‹Ruth Haldane›.", "Ruth Haldane - strike"},
		{"{“Parliament must pass the bill,”} <said> ‹Ruth Haldane›.", "Ruth Haldane + bill"},
		{"{“Parliament must not pass the bill,”} <said> ‹Ruth Haldane›.", "Ruth Haldane - bill"},
		{"{“The bill should be rejected,”} <said> ‹Ruth Haldane›.", "Ruth Haldane - bill"},
		{"{“The bill is a disaster,”} <said> ‹Ruth Haldane›.", "Ruth Haldane - bill"},
		{"{“The bill is not a disaster,”} <said> ‹Ruth Haldane›.", "Ruth Haldane + bill"},
		{"{“Worries about policing and night trains were legitimate,”} <said> ‹Ruth Haldane›.", ""},
		{"{“Is the bill a disaster?”} <said> ‹Ruth Haldane›.", ""},
		{"{“If the bill is a disaster, we shall see,”} <said> ‹Ruth Haldane›.", ""},
		{"{“They say the bill is a disaster,”} <said> ‹Ruth Haldane›.", ""},
		{"{“I think the bill is a disaster,”} <said> ‹Ruth Haldane›.", "Ruth Haldane - bill"},
		{"{“Trains between Bergen and Oslo are excellent,”} <said> ‹Ruth Haldane›.", ""},
		{"{“The bill would be a disaster,”} <said> ‹Ruth Haldane›.", "Ruth Haldane - bill"},
		{"{“The bill would not be a disaster,”} <said> ‹Ruth Haldane›.", "Ruth Haldane + bill"},
		{"{“The government lied,”} <said> ‹Ruth Haldane›.", "Ruth Haldane - government"},
		{"{“Otto Brandt is lying to us,”} <said> ‹Ruth Haldane›.", "Ruth Haldane - Otto Brandt"},
		{"{“Otto Brandt is flying to Oslo,”} <said> ‹Ruth Haldane›.", "Ruth Haldane = Otto Brandt"},
		{"{“Otto Brandt did nothing wrong,”} <said> ‹Ruth Haldane›.", "Ruth Haldane + Otto Brandt"},
		{"{“Nobody reads Otto Brandt's disgraceful books,”} <said> ‹Ruth Haldane›.",
			"Ruth Haldane - Otto Brandt's disgraceful books"},
		{"{“We are proud of our nurses,”} <said> ‹Ruth Haldane›.", "Ruth Haldane + nurses"},
		{"{“Snow fell in the night,”} <said> ‹Ruth Haldane›.", ""},
	} {
		if got := told(story(t, c.text)); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestWhoIsNotNamedMustSpeakTwice(t *testing.T) {
	once := "‹officials in the port› <backed> {the harbour law}."
	if got := told(story(t, once)); got != "" {
		t.Errorf("got %q", got)
	}
	twice := once + "\n‹officials in the port› <said> {it was late}."
	if got := told(story(t, twice)); got != "officials in the port + harbour law" {
		t.Errorf("got %q", got)
	}
}

func TestAMatterOfTheArticleNeedsNoMoreWords(t *testing.T) {
	a := story(t, "‹Ruth Haldane› <backed> {the plan}.\n‹Otto Brandt› <said> {a plan was a plan, and that plan was late}.")
	if got := told(a); got != "Ruth Haldane + plan" {
		t.Errorf("got %q", got)
	}
}

func TestAnUnsureQuoteBearsNoPosition(t *testing.T) {
	a := story(t, "‹Ruth Haldane› <backed> {the harbour law}.")
	a.Quotes[0].Confidence = 0.2
	if found := Find(a); len(found) != 0 {
		t.Errorf("found %v", found)
	}
}

func TestATargetThatSpeaksIsCalledByName(t *testing.T) {
	a := story(t, "‹Ruth Haldane› <said> {it was late}.\n‹Otto Brandt› <accused> {Haldane of delay}.\n‹Otto Brandt› "+
		"<praised> {Brandt}.")
	if got := told(a); got != "Otto Brandt - Ruth Haldane" {
		t.Errorf("got %q", got)
	}
}

func TestEachPositionQuotesItsReason(t *testing.T) {
	a := story(t, "‹Ruth Haldane› <backed> {the harbour law}.\n{“The bill is a disaster,”} <said> ‹Otto Brandt›.")
	found := Find(a)
	if len(found) != 2 {
		t.Fatalf("found %d positions", len(found))
	}
	for k, word := range []string{"“backed”", "“disaster”"} {
		if !strings.Contains(found[k].Reason, word) || found[k].Quotes[0] != k {
			t.Errorf("position %d: reason %q, quotes %v", k, found[k].Reason, found[k].Quotes)
		}
	}
}
