package names

import (
	"strings"
	"testing"

	"hearsay/analysis/text"
)

func TestTheArticleTellsWhatANameIs(t *testing.T) {
	for _, c := range []struct{ story, text, want string }{
		{"a company is known by its last word, and then by the first alone",
			"Brannock Foods said on Monday that it would close. Staff of Brannock wept.",
			"Brannock Foods/organization Brannock/organization"},
		{"a council is no person", "The clerk of Ebbley Town Council resigned on Monday.",
			"Ebbley Town Council/organization"},
		{"the noun before a name tells", "It came from the charity Open Doors this year.", "Open Doors/organization"},
		{"a lane is no person", "The van turned from Mill Lane, which was wet.", "Mill Lane/place"},
		{"the noun before a comma tells", "“Cut,” said his editor, Wave Harbor. It rained.", "Wave Harbor/person"},
		{"an owner may be a body", "It was sold by its owner, Wave Harbor. It rained.", "Wave Harbor/organization"},
		{"behind the place of an office", "The mayor of Ebben, Bram Holloway, was late.", "Ebben/place Bram Holloway/person"},
		{"behind two", "The mayor of Brantmere, Bram Holloway, and the mayor of Harrowick, Colm Dacre, shook hands.",
			"Brantmere/place Bram Holloway/person Harrowick/place Colm Dacre/person"},
		{"Mr is before a person", "Brandt Motors is late. Mr Brandt said its plant was closed.",
			"Brandt Motors/organization Brandt/person"},
		{"who signs words with a dash is a person", "“It is the first time that I was early.” — Dilys Crane, Harrowick",
			"Dilys Crane/person Harrowick/place"},
		{"a dash that nobody signs with", "It was late. — Dilys Crane had left Tarn Point.",
			"Dilys Crane/person Tarn Point/place"},
		{"a son and his father", "Robert Fell Jr. came. R. Fell left.", "Robert Fell Jr./person R. Fell/person"},
		{"nothing else is called so", "Bees mean everything to Vera Lind, and the shelf of prizes shows it.",
			"Vera Lind/person"},
		{"but a bank", "The loan came from Wells Fargo in May.", "Wells Fargo/organization"},
		{"and a county", "It rained in Clark County in May.", "Clark County/place"},
		{"who founds is a person", "Brandt Motors was founded by Otto Brandt. It sold cars.",
			"Brandt Motors/organization Otto Brandt/person"},
		{"two bodies are two", "The Defense Ministry and Coast Guard sent boats.",
			"Defense Ministry/organization Coast Guard/organization"},
		{"a given name before a surname belongs to it", "It was the geologist Mei-Ling Tan who came. “Yes,” Tan said.",
			"Mei-Ling Tan/person Tan/person"},
		{"whose people are named is a country", "Morvania thanked the Morvanian sailors. Morvania paid them.",
			"Morvania/place Morvanian/people Morvania/place"},
	} {
		var got []string
		for _, n := range find(t, c.text) {
			if n.Type != Other {
				got = append(got, n.Of(c.text)+"/"+n.Type.String())
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.story, s, c.want)
		}
	}
}

func TestPeoplesAreToldFromTheirCountries(t *testing.T) {
	for country, people := range map[string]string{"russia": "russian", "japan": "japanese", "netherlands": "dutch",
		"pakistan": "pakistani", "halvonia": "halvonian",
		"sundara": "sundaran", "korea": "korean"} {
		found := CountryOf(country, map[string]bool{people: true})
		if want := country != "netherlands"; found != want {
			t.Errorf("%s and %s: %v", country, people, found)
		}
	}
	if CountryOf("bell", map[string]bool{"belgian": true}) {
		t.Error("Bell is the country of the Belgians")
	}
}

func TestNamesWrittenAlikeAreOfOneType(t *testing.T) {
	s := "Quarn Quarn Quarn Ebben Tolne Quarn Ebben Bay"
	tx := text.Split(s, nil)
	name := func(from, to int, kind Type) Name { return Name{tx.Span(from, to), from, to, kind} }
	found := []Name{name(0, 1, Organization), name(1, 2, Place), name(2, 3, Organization), name(3, 4, Person),
		name(4, 5, Place),
		name(5, 6, Person), name(6, 8, Place)}
	want := []Type{Organization, Organization, Organization, Person, Place, Organization, Place}
	for i, n := range agreed(tx, found) {
		if n.Type != want[i] {
			t.Errorf("%q, the name at %d, is a %v", n.Of(s), i, n.Type)
		}
	}
}

func TestWhoIsMeantByAPronounOfOnePersonIsAPerson(t *testing.T) {
	for _, c := range []struct {
		story, text string
		kind, want  Type
	}{
		{"her advice", "Being late matters to Dilys Crane, and her advice shows it.", Organization, Person},
		{"the first word of the next sentence", "The moor belongs to Dilys Crane. She lives there.", Organization, Person},
		{"the next sentence but for one in quotation marks", "Bees matter to Dilys Crane. “They never lie.”\n\nHer " +
			"hives are old.", Organization, Person},
		{"its advice", "Being late matters to Dilys Crane, and its advice shows it.", Organization, Organization},
		{"a body's word", "Being late matters to Dilys Bank, and her advice shows it.", Organization, Organization},
		{"somebody else's phone", "When she was with Dilys Crane, her phone rang.", Organization, Organization},
		{"a shop", "Nobody was at Dilys Crane when her phone rang.", Organization, Organization},
	} {
		tx := text.Split(c.text, nil)
		var found []Name
		for i := range tx.Tokens {
			if tx.Word(i) == "Dilys" {
				found = append(found, Name{tx.Span(i, i+2), i, i + 2, c.kind})
			}
		}
		if meantAsPersons(tx, found); found[0].Type != c.want {
			t.Errorf("%s: %v", c.story, found[0].Type)
		}
	}
}

func TestADayOfTheWeekNamesNobody(t *testing.T) {
	tx := text.Split("Sunday was late.", nil)
	for kind, want := range map[Type]int{Other: 0, Organization: 0, Person: 1} {
		if got := withoutDays(tx, []Name{{tx.Span(0, 1), 0, 1, kind}}); len(got) != want {
			t.Errorf("as %v: %d left", kind, len(got))
		}
	}
}
