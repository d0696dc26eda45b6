package speakers

import "testing"

func TestOfficesAndBodiesAreShortened(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"an office's initials in brackets before the name",
			"‹The superintendent of police (SP) Otto Brandt› said {no}. It rained. ‹The SP› said {yes}.",
			[]string{"Otto Brandt", "Otto Brandt"}},
		{"an office's initials",
			"Ann Bell, the chief executive of Tarn, was away. Carl Dorn was ill. ‹The CE› said {so}.", []string{"Ann Bell"}},
		{"initials of nobody's office", "Ann Bell, the chief executive of Tarn, was away. ‹The SP› said {so}.",
			[]string{"The SP"}},
		{"a body by its acronym",
			"Otto Brandt, director-general of the Department of Harbour Works (DHW), was away. Carl Dorn was ill. " +
				"‹The DHW chief› said {so}.", []string{"Otto Brandt"}},
		{"whose head is who",
			"Ann Bell, head of the Fund for Old Boats (FOB), met Carla Dorn, head of the Fishers' Union. ‹The FOB's " +
				"head› said {so}.", []string{"Ann Bell"}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}
