package entities

import "testing"

func TestNamesInCapitalsAreShownAsNamesAre(t *testing.T) {
	for name, want := range map[string]string{
		"ANN BELL":              "Ann Bell",
		"ELIZABETH B. MARSH":    "Elizabeth B. Marsh",
		"J.D. O'BRIEN-LUND":     "J.D. O'Brien-Lund",
		"SEAN MCNEAL":           "Sean McNeal",
		"HENRY VALE III":        "Henry Vale III",
		"ÉLODIE ÅSTRÖM":         "Élodie Åström",
		"Nicolas MARCHAND":      "Nicolas Marchand",
		"Ann Bell":              "Ann Bell",
		"DJ Tarn":               "DJ Tarn",
		"JFK":                   "JFK",
		"Tom BSE":               "Tom BSE",
		"XI LIAN":               "Xi Lian",
		"LI WEI":                "Li Wei",
		"PAUL ORME JR.":         "Paul Orme Jr.",
		"MARIA DE LA CRUZ-LOPE": "Maria De La Cruz-Lope",
	} {
		x := Entity{Name: name, Named: true, Type: Person}
		if got := x.Shown(); got != want {
			t.Errorf("%s is shown as %q, want %q", name, got, want)
		}
	}
	for _, x := range []Entity{{Name: "THE HERALD", Named: true, Type: Organization}, {Name: "THE COURT", Type: Person}} {
		if x.Shown() != x.Name {
			t.Errorf("%s is shown as %q", x.Name, x.Shown())
		}
	}
}
