package positions

import (
	"fmt"
	"strings"
	"testing"
)

// detailed tells of each position its topic and what the new fields say.
func detailed(a Article) string {
	var out []string
	for _, p := range Find(a) {
		s := fmt.Sprintf("%s %s %s", [...]string{"=", "+", "-"}[p.Stance], p.Topic,
			[...]string{"states", "demands", "promises", "denies", "predicts", "blames", "praises", "warns", "proposes"}[p.Act])
		if p.Modality != Plain {
			s += " " + [...]string{"", "obligation", "possibility", "wish", "intention"}[p.Modality]
		}
		for _, q := range p.Qualifiers {
			s += fmt.Sprintf(" %s(%s)", [...]string{"negation", "hedge", "condition", "irony"}[q.Kind], a.Text.Of(q.Span))
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestWhatIsDoneAndWithinWhichBoundsIsTold(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"‹Ruth Haldane› <backed> {the harbour law}.", "+ harbour law states"},
		{"‹Ruth Haldane› <praised> {the harbour law}.", "+ harbour law praises"},
		{"‹Ruth Haldane› <accused> {Otto Brandt of delay}.", "- Otto Brandt blames"},
		{"‹Ruth Haldane› <warned against> {a hasty sale of the port}.", "- hasty sale of the port warns"},
		{"‹Ruth Haldane› <denied> {the allegations of theft}.", "- allegations of theft denies"},
		{"‹Ruth Haldane› <denied> {a theft}.", ""},
		{"‹Ruth Haldane› <demanded> {a new harbour law}.", "+ new harbour law demands"},
		{"‹Ruth Haldane› <vowed> {to repeal the port tax}.", "- port tax promises intention"},
		{"‹Ruth Haldane› <called for> {more trains}.", "+ more trains demands"},
		{"‹Ruth Haldane› <proposed> {a night train to Bergen}.", "+ night train to Bergen proposes"},
		{"‹Ruth Haldane› <reaffirmed> {her readiness to engage with the union}.",
			"+ engaging with the union states intention"},
		{"‹Ruth Haldane› <expressed optimism for> {a lasting agreement}.", "+ lasting agreement states wish"},
		{"{“Parliament must not pass the bill,”} <said> ‹Ruth Haldane›.", "- bill demands obligation negation(not)"},
		{"{“The goal should be a fair vote,”} <said> ‹Ruth Haldane›.", "+ fair vote proposes obligation"},
		{"{“The goal should not merely be a short truce but rather a just peace,”} <said> ‹Ruth Haldane›.",
			"- short truce proposes obligation negation(not); + just peace proposes obligation"},
		{"{“We will never accept this deal,”} <said> ‹Ruth Haldane›.", "- deal states intention negation(never)"},
		{"{“I would support the bill if it were shorter,”} <said> ‹Ruth Haldane›.",
			"+ bill states condition(if it were shorter)"},
		{"‹Ruth Haldane› <would support> {the bill unless it is changed}.", "+ bill states condition(unless it is changed)"},
		{"‹Ruth Haldane› <backed> {the bill}, should Parliament agree to it.",
			"+ bill states condition(should Parliament agree to it)"},
		{"‹Ruth Haldane› <would not rule out> {a new harbour law}.", "+ new harbour law states possibility negation(not)"},
		{"{“The bill is perhaps a disaster,”} <said> ‹Ruth Haldane›.", "- bill states hedge(perhaps)"},
		{"{“I reject the so-called harbour law,”} <said> ‹Ruth Haldane›.", "- so-called harbour law states irony(so-called)"},
	} {
		if got := detailed(story(t, c.text)); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestQuestionsAndHypothesesAreNoPositions(t *testing.T) {
	for _, text := range []string{
		"But has ‹Ruth Haldane› <called for> {more trains}?",
		"{“Should Parliament pass the bill?”} <asked> ‹Ruth Haldane›.",
		"{“Suppose the bill is a disaster”}, <said> ‹Ruth Haldane›.",
		"If ‹Ruth Haldane› <backed> {the harbour law}, nobody would be surprised.",
	} {
		if got := told(story(t, text)); got != "" {
			t.Errorf("%s\n got %q", text, got)
		}
	}
}

func TestOneThingHasOneTopic(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"‹Ruth Haldane› <backed> {the ceasefire deal}.\n‹Otto Brandt› <slammed> {the deal}.",
			"Ruth Haldane + ceasefire deal; Otto Brandt - ceasefire deal"},
		{"‹Ruth Haldane› <backed> {the ceasefire deal}.\n‹Otto Brandt› <slammed> {this agreement}.",
			"Ruth Haldane + ceasefire deal; Otto Brandt - ceasefire deal"},
		{"‹Ruth Haldane› <backed> {the harbour law}.\n‹Otto Brandt› <slammed> {harbour laws}.",
			"Ruth Haldane + harbour law; Otto Brandt - harbour law"},
		{"‹Ruth Haldane› <backed> {the harbour law}.\n‹Otto Brandt› <slammed> {the tax law}.\n‹Otto Brandt› <praised> " +
			"{the law}.",
			"Ruth Haldane + harbour law; Otto Brandt - tax law; Otto Brandt + law"},
		{"‹Ruth Haldane› <backed> {the Clean Water Act}.\n‹Otto Brandt› <slammed> {the CWA}.",
			"Ruth Haldane + Clean Water Act; Otto Brandt - Clean Water Act"},
		{"‹Ruth Haldane› <praised> {the United States}.\n‹Otto Brandt› <slammed> {the U.S.}.",
			"Ruth Haldane + United States; Otto Brandt - United States"},
		{"‹Ruth Haldane› <backed> {the harbour}.\n‹Otto Brandt› <opposed> {selling the harbour}.",
			"Ruth Haldane + harbour; Otto Brandt - selling the harbour"},
		{"‹Ruth Haldane› <backed> {John Kern}.\n‹Otto Brandt› <slammed> {Kern}.",
			"Ruth Haldane + John Kern; Otto Brandt - John Kern"},
		{"‹Ruth Haldane› <thanked> {John Kern and Ada Venn for their help}.",
			"Ruth Haldane + John Kern; Ruth Haldane + Ada Venn"},
		{"‹Ruth Haldane› <praised> {the military}.", "Ruth Haldane + military"},
	} {
		if got := told(story(t, c.text)); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestATargetThatSpeaksIsLinked(t *testing.T) {
	a := story(t, "‹Ruth Haldane› <said> {it was late}.\n‹Otto Brandt› <accused> {Haldane of delay}.\n‹Otto Brandt› "+
		"<backed> {the harbour law}.")
	found := Find(a)
	if len(found) != 2 || len(found[0].Targets) != 1 || a.Speakers[found[0].Targets[0]].Name != "Ruth Haldane" ||
		found[1].Targets != nil {
		t.Errorf("found %+v", found)
	}
}
