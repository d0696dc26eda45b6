package subtitles

import (
	"cmp"
	"strings"

	"hearsay/articles/source/elements"
	"hearsay/articles/source/format"
)

// readTimed reads timed text (TTML), as broadcasters and film services hand out subtitles: paragraphs with their times,
// and agents who speak them.
func readTimed(f *format.File, yield format.Yield) error {
	text, err := f.Text(true)
	if err != nil {
		return err
	}
	tree, err := elements.Parse(text)
	all := timed(tree)
	if err != nil && len(all) == 0 {
		return &format.Error{Name: f.Name, Err: err, Hint: format.HintSave}
	}
	if err != nil {
		f.Tell(f.Name, "it breaks off: what stands before is read")
	}
	return compose(f, all, yield)
}

// timed are the cues of a tree of timed text.
func timed(tree *elements.Element) (all []cue) {
	agents := agentsOf(tree)
	body := tree.First("body")
	for division := range body.Within("div", "p") {
		if division.Name == "p" {
			all = append(all, timedCue(division, agents, ""))
			continue
		}
		for p := range division.Within("p") {
			all = append(all, timedCue(p, agents, agents[division.Value("agent")]))
		}
	}
	return all
}

// timedCue is the cue of a paragraph, whose speaker is its own agent, that of its first span that has one, or that of
// the division around it.
func timedCue(p *elements.Element, agents map[string]string, around string) cue {
	c := cue{start: seconds(clock(p.Value("begin"))), end: seconds(clock(p.Value("end")))}
	speaker := agents[p.Value("agent")]
	for span := range p.Within("span") {
		speaker = cmp.Or(speaker, agents[span.Value("agent")])
	}
	said := p.Markup(func(name string) string {
		switch name {
		case "br":
			return "br"
		case "metadata", "set":
			return "-"
		}
		return ""
	})
	for line := range strings.SplitSeq(said, "<br>") {
		c.lines = append(c.lines, strings.Join(strings.Fields(line), " "))
	}
	c.speaker = cmp.Or(speaker, around)
	return c
}

// clock is a time without the unit that may stand behind it.
func clock(s string) string { return strings.TrimSuffix(s, "s") }

// agentsOf are the names of those who speak, by what paragraphs call them.
func agentsOf(tree *elements.Element) map[string]string {
	names := map[string]string{}
	for agent := range tree.Within("agent") {
		if id := agent.Value("id"); id != "" {
			names[id] = strings.Join(strings.Fields(agent.First("name").Words()), " ")
		}
	}
	return names
}
