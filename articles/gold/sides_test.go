package gold

import (
	"strings"
	"testing"

	"hearsay/analysis/score"
)

// Positions are read as people note them, one for each who takes the side, and as analyze writes them, by the ids of
// speakers.
func TestPositionsOfLines(t *testing.T) {
	path := write(t, map[string]string{"a.jsonl": strings.Join([]string{
		`{"id": "noted", "text": "Zoë fears the tax.", "attributions": [], "positions": [{"speaker": ["Zoë", "Ann"], ` +
			`"stance": "opposes", "target": [[10, 17]], "explicit": false}, {"speaker": ["Zoë"], "stance": "neutral", ` +
			`"target": [[0, 3]]}]}`,
		`{"id": "found", "text": "Zoë fears the tax.", "quotes": [], "speakers": [{"id": "s1", "name": "Zoë"}], ` +
			`"positions": [{"speaker": "s1", "stance": "supports", "target": [[10, 17]], "confidence": 0.5}]}`,
		`{"id": "none", "text": "Rain.", "attributions": []}`,
		`{"id": "outside", "text": "Rain.", "attributions": [], "positions": [{"speaker": "Zoë", "stance": "opposes", ` +
			`"target": [[3, 9]]}]}`}, "\n")})
	var got []string
	for m, err := range (&Reader{}).Open(path + "/a.jsonl") {
		if err != nil {
			t.Fatal(err)
		}
		sides, err := m.Sides(m.Text)
		if err != nil {
			got = append(got, "error: "+err.Error())
			continue
		}
		line := m.ID
		if !m.HasSides() {
			line += " has none"
		}
		for _, s := range sides {
			line += "; " + sideTold(m.Text, s)
		}
		got = append(got, line)
	}
	expect(t, "positions", got, []string{
		"noted; Zoë - the tax implied; Ann - the tax implied", "found; Zoë + the tax rated", "none has none",
		"error: a.jsonl, line 4…the target of a position [3, 9] does not lie in the text, which has 5 code points"})
}

func sideTold(text string, s score.Side) string {
	out := s.Speaker + map[bool]string{true: " - ", false: " + "}[s.Opposes]
	for _, p := range s.Target {
		out += p.Of(text)
	}
	if s.Implied {
		out += " implied"
	}
	if s.Rated {
		out += " rated"
	}
	return out
}
