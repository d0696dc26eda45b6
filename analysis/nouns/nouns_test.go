package nouns

import (
	"reflect"
	"testing"

	"hearsay/analysis/lexicon"
)

func TestWhatNounsStandFor(t *testing.T) {
	for word, want := range map[string]Noun{
		"president":    {Nature: Person},
		"Chairwoman":   {Nature: Person, Sex: Female},
		"councilmen":   {Nature: Person, Sex: Male, Plural: false},
		"wives":        {Nature: Person, Sex: Female, Plural: true},
		"ministries":   {Nature: Body, Plural: true},
		"study":        {Nature: Paper},
		"Gov.":         {Nature: Person},
		"co-president": {Nature: Person},
		"anchorwoman":  {Nature: Person, Sex: Female},
		"anchormen":    {Nature: Person, Plural: true},
		"sociologists": {Nature: Person, Plural: true},
		"voters":       {Nature: Person, Plural: true},
		"cousin":       {Nature: Person},
	} {
		got, ok := Of(word)
		got.Kinship = Kinship{}
		if !ok || !reflect.DeepEqual(got, want) {
			t.Errorf("%s is %+v, %v, want %+v", word, got, ok, want)
		}
	}
	if n, ok := Of("table"); ok {
		t.Errorf("a table is %+v", n)
	}
}

func TestWhoMayStandForWhom(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"leader", "president", true}, {"lawmaker", "senator", true}, {"minister", "premier", true},
		{"doctor", "nurse", true},
		{"company", "bank", true}, {"paper", "tabloid", true}, {"report", "poll", true},
		{"mayor", "minister", false}, {"surgeon", "nurse", false}, {"cousin", "uncle", false},
		{"wife", "brother", false},
	} {
		if got := Known(c.a).Akin(Known(c.b).Kinship); got != c.want {
			t.Errorf("%s and %s: %v, want %v", c.a, c.b, got, c.want)
		}
		if got := Known(c.b).Akin(Known(c.a).Kinship); got != c.want {
			t.Errorf("%s and %s: %v, want %v", c.b, c.a, got, c.want)
		}
	}
}

// Every class has a place of its own, however many there are: two nouns share as many classes as the lists have both
// in.
func TestEveryPairOfClassesIsDistinct(t *testing.T) {
	type class struct{ file, name string }
	of := map[string]map[class]string{}
	for _, file := range []string{"nouns/persons", "nouns/organizations", "nouns/papers"} {
		for _, s := range lexicon.Sections(file) {
			for _, e := range s.Entries {
				if of[e.Word] == nil {
					of[e.Word] = map[class]string{}
				}
				of[e.Word][class{file, s.Name}] = e.Value
			}
		}
	}
	for a := range of {
		for b := range of {
			want := false
			for c, meaning := range of[a] {
				other, both := of[b][c]
				want = want || both && (meaning == "" || other == "")
			}
			if got := Known(a).Akin(Known(b).Kinship); got != want {
				t.Errorf("%s and %s may stand for each other: %v, want %v", a, b, got, want)
			}
		}
	}
}

func TestThereMayBeAnyNumberOfClasses(t *testing.T) {
	nouns := make([]Kinship, 1000)
	for i := range nouns {
		nouns[i].join(i, true)
	}
	for i, a := range nouns {
		for k, b := range nouns {
			if a.Akin(b) != (i == k) {
				t.Fatalf("classes %d and %d are taken for one another", i, k)
			}
		}
		if both := a.With(nouns[0]); !both.Akin(a) || !both.Akin(nouns[0]) ||
			both.Akin(nouns[(i+1)%1000]) != ((i+1)%1000 == 0) {
			t.Fatalf("who is called by the nouns of classes 0 and %d is not both", i)
		}
	}
	if (Kinship{}).Akin(nouns[3]) || !(Kinship{}).Alone() || nouns[70].Alone() {
		t.Error("a noun of no class has one, or one of a class none")
	}
}

func TestNationsPartiesAndStates(t *testing.T) {
	for _, c := range []struct{ name, got, want string }{
		{"Nation", Nation("russian"), "russia"}, {"Nation", Nation("table"), ""},
		{"Party", Party("r"), "republican"},
		{"Place", Place("america"), "us"},
		{"State", State("N.H."), "new hampshire"}, {"State", State("Calif"), "california"},
		{"State", State("table"), ""}, {"Nickname", Nickname("bob"), "robert"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
	for word, ok := range map[string]bool{
		"a state": IsState("New Hampshire"), "a country": Allegiance("russia"), "a party": Allegiance("labour"),
		"kin":      IsKin("wife"),
		"an event": IsEvent("talks"), "speech": IsSpeech("remarks"),
		"a seat": IsSeat("white house"), "a partisan": IsPartisan("democrat"),
		"a newspaper": IsNewspaper("gazette"), "no person": IsNoPerson("quarter"), "a place": IsPlace("village"),
		"what a country speaks as": IsCountry("government"),
	} {
		if !ok {
			t.Errorf("a word is not known to be %s", word)
		}
	}
	if got := Offices("presidency"); len(got) != 2 || got[0] != "president" {
		t.Errorf("Offices: %v", got)
	}
}
