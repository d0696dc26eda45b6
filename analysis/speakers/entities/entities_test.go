package entities

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hearsay/analysis/annotated/annotatedtest"
	"hearsay/analysis/nouns"
	"hearsay/analysis/text"
)

func find(t *testing.T, s string) *Register {
	t.Helper()
	return Find(annotatedtest.Read(t, s))
}

func TestWhoIsInAnArticle(t *testing.T) {
	for _, c := range []struct{ story, text, want string }{
		{"a surname is that of the full name, before or after it", "Haldane spoke. Ruth Haldane left. Haldane slept.",
			"Ruth Haldane: person, 3 names"},
		{"other given names are other persons", "Tom Bell met Anna Bell.",
			"Tom Bell: person, 1 names; Anna Bell: person, 1 names"},
		{"an initial, a short form, a suffix", "Robert Fell Jr. came. R. Fell left. Bob Fell slept.",
			"Robert Fell Jr.: person, 3 names"},
		{"an acronym", "The World Weather Council (WWC) met. The WWC slept.",
			"World Weather Council: organization, 3 names"},
		{"the end of a name", "The Marley Sea Institute met. Sea Institute staff slept.",
			"Marley Sea Institute: organization, 2 names"},
		{"one country of many names", "The United States signed. America slept. The U.S. woke.",
			"United States: organization, 3 names"},
	} {
		var got []string
		for _, x := range find(t, c.text).All {
			got = append(got, fmt.Sprintf("%s: %s, %d names", strings.TrimSuffix(x.Name, "."), x.Type, x.NameCount))
		}
		slices.Sort(got)
		want := strings.Split(strings.ReplaceAll(c.want, ".:", ":"), "; ")
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", c.story, got, want)
		}
	}
}

func TestANameThatSeveralBearIsLeftOpenUntilItIsAssigned(t *testing.T) {
	r := find(t, "Ann Bell met Carl Bell. The mayor, Bell, left.")
	k := len(r.Names) - 1
	if r.OfName(k) != -1 || !slices.Equal(r.Bearers(k), []int{0, 1}) {
		t.Fatalf("the name is of %d, and may be of %v", r.OfName(k), r.Bearers(k))
	}
	if r.All[1].Says("mayor") {
		t.Error("one of two who may be meant is described")
	}
	r.Assign(k, 1)
	if r.OfName(k) != 1 || !r.All[1].Says("mayor") || r.All[0].Says("mayor") {
		t.Errorf("the name is of %d, who is %+v", r.OfName(k), r.All[1].Descriptions)
	}
}

func TestWhatTheArticleCallsThem(t *testing.T) {
	for _, c := range []struct{ story, text, want string }{
		{"a title", "Mayor Anna Bright slept.", "mayor"},
		{"a title of two words", "Chief of staff Anna Bright slept.", "chief"},
		{"a courtesy title is none", "Mrs. Anna Bright slept.", ""},
		{"an apposition behind the name", "Anna Bright, the bank's chief negotiator, slept.", "negotiator"},
		{"an apposition before it", "The pollster, Anna Bright, slept.", "pollster"},
		{"behind an age", "Anna Bright, 51, a lawyer, slept.", "lawyer"},
		{"what stands before a verb of its own is none", "To Anna Bright, the mayor said no.", ""},
		{"what she is said to be", "Anna Bright is a fierce critic of the port.", "critic"},
		{"a relative clause", "Anna Bright, who was the governor of Ohio, slept.", "governor"},
		{"what she is not", "Anna Bright is not a lawyer.", ""},
		{"an office that is implied", "Anna Bright's inauguration was cold.", "president-elect president"},
		{"party and state", "Anna Bright (R-Ky.) slept.", "politician"},
		{"a month is no apposition", "Anna Bright, the first quarter over, slept.", ""},
	} {
		var got []string
		for _, d := range find(t, c.text).All[0].Descriptions {
			got = append(got, d.Head)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %q, want %q", c.story, got, c.want)
		}
	}
}

func TestDescriptionsTellWhereAndOfWhatSex(t *testing.T) {
	r := find(t, "President Ann Bell of Morvania met Chairwoman Kim Lund. Morvanian troops slept. "+
		"Sen. Tom Orr, D-Ohio, spoke.")
	x := r.All[r.EntityAt(2)]
	if !x.Says("morvania") || !r.HasAllegiance(&x) {
		t.Errorf("she is %+v", x.Descriptions)
	}
	if of, none := r.Allegiance("morvanian"), r.Allegiance("lund"); of != "morvania" || none != "" {
		t.Errorf("a people is of %q, a name of %q", of, none)
	}
	for _, x := range r.All {
		switch x.Name {
		case "Kim Lund":
			if x.Sex != nouns.Female {
				t.Error("a chairwoman is no woman")
			}
		case "Tom Orr":
			if !x.Says("democrat") || !x.Says("ohio") || x.Says("republican") {
				t.Errorf("he is %+v", x.Descriptions)
			}
		}
	}
}

func TestTheDescriptionsThatAreShown(t *testing.T) {
	for text, want := range map[string]string{
		"Its chairman, Otto Brandt, slept.":                              "chairman",
		"She left with his father, Otto Brandt.":                         "",
		"Mayor Otto Brandt, a stubborn critic of the port, slept.":       "a stubborn critic of the port",
		"Presidential chief of staff Otto Brandt slept.":                 "Presidential chief of staff",
		"Otto Brandt's inauguration was cold, and the night was longer.": "",
	} {
		r := find(t, text)
		e := slices.IndexFunc(r.All, func(x Entity) bool { return x.Name == "Otto Brandt" })
		if got := r.Text.Of(r.About(&r.All[e])); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestASourceIsCutIntoThoseWhoSpeak(t *testing.T) {
	for source, want := range map[string]string{
		"Ann Bell and Carl Dorn":                              "Ann Bell|Carl Dorn",
		"Ann Bell, Carl Dorn and Eve Fox":                     "Ann Bell|Carl Dorn|Eve Fox",
		"Mr. Bell and Mrs. Fox":                               "Mr. Bell|Mrs. Fox",
		"Ann Bell, director of trade and industry":            "Ann Bell, director of trade and industry",
		"Neither Ann Bell nor Carl Dorn":                      "Neither Ann Bell|Carl Dorn",
		"The owner and the tenant":                            "The owner|the tenant",
		"Two nurses, Ann Bell and Carl Dorn,":                 "Ann Bell|Carl Dorn",
		"Critics of the plan, like Ann Bell and Eve Fox":      "Ann Bell|Eve Fox",
		"A coalition of unions, including the Dockers' Union": "A coalition of unions,",
		"Senate Leader Harry Fox (D-Tarn) and Minority Leader Mitch Dorn (R-Ebben)": "Senate Leader Harry Fox (D-Tarn)|" +
			"Minority Leader Mitch Dorn (R-Ebben)",
		"Former Harbour CEO Ken Lay, former lobbyist Jack Venn, retired Col. Oliver Orme": "Former Harbour CEO Ken Lay|" +
			"former lobbyist Jack Venn|retired Col. Oliver Orme",
		"Mayor Ann Bell, British Foreign Secretary Carl Dorn and other ministers": "Mayor Ann Bell|" +
			"British Foreign Secretary Carl Dorn|other ministers",
		"Sen. Lindsey Fox, R-Ohio, and other hawks":          "Sen. Lindsey Fox, R-Ohio|other hawks",
		"Republicans and Democrats alike":                    "Republicans|Democrats alike",
		"The White House and Senate Republicans":             "The White House|Senate Republicans",
		"The United States, Britain and other nations":       "The United States|Britain|other nations",
		"The Defense Ministry and Coast Guard":               "The Defense Ministry|Coast Guard",
		"Secretary of State Ann Bell, along with Carl Dorn":  "Secretary of State Ann Bell|Carl Dorn",
		"Ann Bell, the mayor, and Carl Dorn, a teacher":      "Ann Bell, the mayor|Carl Dorn, a teacher",
		"Ann Bell, professor of law and director of studies": "Ann Bell, professor of law and director of studies",
		"Carl Dorn, a friend of Mr. Fox and his wife,":       "Carl Dorn, a friend of Mr. Fox and his wife,",
		"Doctors and nurses":                                 "Doctors|nurses",
	} {
		r := find(t, source+" said so.")
		to := slices.IndexFunc(r.Tokens, func(k text.Token) bool { return r.Text.Of(k.Span) == "said" })
		var got []string
		for _, p := range r.Parts(0, to) {
			got = append(got, r.Text.Of(r.Text.Span(p[0], p[1])))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: %q", source, got)
		}
	}
}

func TestEndsOfNames(t *testing.T) {
	r := find(t, "The Harbour Commission met in France.")
	if got := r.EndingIn("commission"); len(got) != 1 || r.All[got[0]].Name != "Harbour Commission" {
		t.Errorf("%v", got)
	}
	if got := r.EndingIn("harbour"); len(got) != 0 {
		t.Errorf("by its first word: %v", got)
	}
	france := &r.All[r.EntityAt(5)]
	if !france.Place || !r.IsCountry(france) || r.IsCountry(&r.All[r.EntityAt(1)]) {
		t.Errorf("France is %+v", france)
	}
}
