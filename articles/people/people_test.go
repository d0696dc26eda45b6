package people

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"

	"hearsay/analysis"
)

// voice is one of a person in an article whose key is a number; the article's other names come after the description.
func voice(article int, name, description string, gender analysis.Gender, company ...string) Voice {
	slices.Sort(company)
	return Voice{Key: Key{Article: fmt.Sprintf("%07d", article), Name: name, At: 10 * article}, Names: []string{name},
		Type: analysis.Person, Gender: gender, Description: description, Company: company, Order: int64(article), Quotes: 1,
		Words: 10}
}

const (
	man     = analysis.Male
	woman   = analysis.Female
	unknown = analysis.GenderUnknown
)

// who writes down who is who: the articles of each person, people of one article left out.
func who(r *Register) string {
	var out []string
	for _, p := range r.People {
		var in []string
		for _, v := range p.Voices {
			in = append(in, strings.TrimLeft(r.Voices[v].Article, "0"))
		}
		if len(in) > 1 {
			out = append(out, strings.Join(in, "+"))
		}
	}
	return strings.Join(out, " ")
}

func joined(voices []Voice, log ...Decision) *Register { return Join(voices, log, RenownOf(voices)) }

func TestWhoIsJoined(t *testing.T) {
	for _, c := range []struct {
		tells  string
		voices []Voice
		want   string
		asks   int
	}{
		{"a name in full that few bear", []Voice{
			voice(1, "Elin Vasstrand", "", woman),
			voice(2, "Elin Vasstrand", "a minister", woman)}, "1+2", 0},
		{"a surname alone joins nobody", []Voice{
			voice(1, "Elin Vasstrand", "", woman),
			voice(2, "Vasstrand", "", woman)}, "", 1},
		{"nor does it where the office is the same and no more",
			[]Voice{
				voice(1, "Elin Vasstrand", "the minister", woman),
				voice(2, "Vasstrand", "the minister", woman)}, "", 1},
		{"two of one surname", []Voice{
			voice(1, "Elin Vasstrand", "", woman),
			voice(2, "Tor Vasstrand", "", man)}, "", 0},
		{"a name that many bear, of which nothing else is told",
			[]Voice{
				voice(1, "John Smith", "", man),
				voice(2, "John Smith", "", man)}, "", 1},
		{"a name that many bear, with an office and company", []Voice{
			voice(1, "John Smith", "mayor of Harrowby", man, "orrin"),
			voice(2, "John Smith", "the mayor", man, "orrin")}, "1+2", 0},
		{"one man and one woman", []Voice{
			voice(1, "Robin Vasstrand", "", man),
			voice(2, "Robin Vasstrand", "", woman)}, "", 1},
		{"a middle initial", []Voice{
			voice(1, "Elin K. Vasstrand", "", woman),
			voice(2, "Elin Vasstrand", "", woman)}, "1+2", 0},
		{"two middle initials", []Voice{
			voice(1, "Elin K. Vasstrand", "", woman),
			voice(2, "Elin P. Vasstrand", "", woman)}, "", 0},
		{"a short form with an office", []Voice{
			voice(1, "Bob Vasstrand", "the treasurer", man),
			voice(2, "Robert Vasstrand", "treasurer of the club", man)}, "1+2", 0},
		{"a short form alone", []Voice{
			voice(1, "Bob Vasstrand", "", man),
			voice(2, "Robert Vasstrand", "", man)}, "", 1},
		{"an initial", []Voice{
			voice(1, "E. Vasstrand", "", unknown),
			voice(2, "Elin Vasstrand", "", woman)}, "", 1},
		{"another initial", []Voice{
			voice(1, "T. Vasstrand", "", unknown),
			voice(2, "Elin Vasstrand", "", woman)}, "", 0},
		{"father and son", []Voice{
			voice(1, "Tor Vasstrand Jr.", "", man),
			voice(2, "Tor Vasstrand Sr.", "", man)}, "", 0},
		{"a suffix that one lacks", []Voice{
			voice(1, "Tor Vasstrand Jr.", "", man),
			voice(2, "Tor Vasstrand", "", man)}, "", 1},
		{"accents, hyphens and capitals", []Voice{
			voice(1, "Iván Düque", "", man),
			voice(2, "Ivan DUQUE", "", man),
			voice(3, "Yun Sok-yol", "", man),
			voice(4, "Yun Sok Yol", "", man)}, "1+2 3+4", 0},
		{"titles", []Voice{
			voice(1, "Sen. Elin Vasstrand", "", woman),
			voice(2, "Elin Vasstrand", "", woman)}, "1+2", 0},
		{"offices are no names", []Voice{
			voice(1, "Prime Minister", "", man),
			voice(2, "Prime Minister", "", man)}, "", 0},
		{"nor are descriptions", []Voice{
			voice(1, "a police official", "", man),
			voice(2, "a police official", "", man)}, "", 0},
		{"two whom one article tells apart", []Voice{
			voice(1, "Elin Vasstrand", "", woman),
			voice(1, "Elin Vasstrand", "", woman)},
			"", 1},
		{"a surname with office and company, and nobody else of the name", []Voice{
			voice(1, "Elin Vasstrand", "the minister", woman, "orrin", "tolbeck", "brandvold"),
			voice(2, "Vasstrand", "minister", woman, "orrin", "tolbeck", "brandvold")}, "1+2", 0},
		{"the same, and her brother in the same company", []Voice{
			voice(1, "Elin Vasstrand", "the minister", unknown, "orrin", "tolbeck", "brandvold"),
			voice(2, "Tor Vasstrand", "a minister", unknown, "orrin", "tolbeck", "brandvold"),
			voice(3, "Vasstrand", "minister", unknown, "orrin", "tolbeck", "brandvold")}, "", 1},
	} {
		t.Run(c.tells, func(t *testing.T) {
			r := joined(c.voices)
			if got := who(r); got != c.want || len(r.Questions) != c.asks {
				t.Errorf("%q, want %q; %d questions, want %d: %v", got, c.want, len(r.Questions), c.asks, r.Questions)
			}
		})
	}
}

func body(article int, name string, company ...string) Voice {
	v := voice(article, name, "", unknown, company...)
	v.Type = analysis.Organization
	return v
}

func TestOrganisations(t *testing.T) {
	for _, c := range []struct {
		a, b Voice
		want string
	}{
		{body(1, "Tolbeck Institute of Health"), body(2, "Orrin Institute of Health"), ""},
		{body(1, "Reuters"), body(2, "Reuters"), "1+2"},
		{body(1, "Foreign Ministry"), body(2, "Foreign Ministry"), ""},
		{body(1, "Foreign Ministry", "harrowby", "tolbeck"), body(2, "Foreign Ministry", "harrowby", "tolbeck"), "1+2"},
		{body(1, "Chinese Foreign Ministry"), body(2, "Chinese Foreign Ministry"), "1+2"},
		{body(1, "U.S. State Department"), body(2, "US State Department"), "1+2"},
		{body(1, "the embassy"), body(2, "the embassy"), ""},
		{body(1, "Harrowby"),
			voice(2, "Harrowby", "", unknown), ""},
	} {
		if got := who(joined([]Voice{c.a, c.b})); got != c.want {
			t.Errorf("%s, %s: %q, want %q", c.a.Name, c.b.Name, got, c.want)
		}
	}
}

// spellings are six ways to write one man, each in an article of its own, and a woman of his surname.
func spellings() []Voice {
	return []Voice{
		voice(1, "John A. Smith", "", man),
		voice(2, "John Smith", "", man),
		voice(3, "J. Smith", "", unknown),
		voice(4, "Smith", "", man),
		voice(5, "Johnny Smith", "", man),
		voice(6, "J.A. Smith", "", unknown),
		voice(7, "Anna Smith", "", woman)}
}

func key(voices []Voice, article int) *Key {
	for _, v := range voices {
		if v.Order == int64(article) {
			return &v.Key
		}
	}
	return nil
}

// decide signs decisions, a second apart.
func decide(all ...Decision) []Decision {
	for i := range all {
		all[i].Time = time.Date(2026, 1, 1, 0, 0, i, 0, time.UTC)
		all[i] = all[i].Sign()
	}
	return all
}

func TestSixSpellingsBecomeOneByHand(t *testing.T) {
	v := spellings()
	if got := who(joined(v)); got != "" {
		t.Fatalf("before: %q", got)
	}
	var log []Decision
	for i := 2; i <= 6; i++ {
		log = append(log, Decision{Act: JoinThem, A: key(v, 1), B: key(v, i)})
	}
	log = decide(log...)
	r := joined(v, log...)
	if got := who(r); got != "1+2+3+4+5+6" {
		t.Errorf("joined: %q", got)
	}
	log = append(log, decide(Decision{Act: Undo, Of: log[4].ID})...)
	if got := who(joined(v, log...)); got != "1+2+3+4+5" {
		t.Errorf("after undoing: %q", got)
	}
	again := append(log, decide(Decision{Act: Undo, Of: log[5].ID})...)
	if got := who(joined(v, again...)); got != "1+2+3+4+5+6" {
		t.Errorf("after redoing: %q", got)
	}
}

func TestWhatWasDecidedHoldsForArticlesThatCome(t *testing.T) {
	v := spellings()
	log := decide(Decision{Act: JoinThem, A: key(v, 1), Spelling: "J. Smith"},
		Decision{Act: Rename, A: key(v, 1), Name: "Senator Smith"})
	v = append(v, voice(8, "J. Smith", "", unknown),
		voice(9, "J. SMITH", "", unknown))
	r := joined(v, log...)
	if got := who(r); got != "1+3+8+9" {
		t.Errorf("%q", got)
	}
	if p := r.People[r.Of(r.Find(*key(v, 9)))]; p.Name != "Senator Smith" || !p.Renamed {
		t.Errorf("%+v", p)
	}
}

func TestWhatWasDecidedSurvivesANewAnalysis(t *testing.T) {
	v := spellings()
	log := decide(Decision{Act: JoinThem, A: key(v, 1), B: key(v, 5)})
	v[4].Name, v[4].Names = "Johnny Q. Smith", []string{"Johnny Smith", "Johnny Q. Smith"} // an engine that reads more
	v[0].Name, v[0].Names = "Mr. Smith", []string{"Mr. Smith"}                             // and less
	v[0].Speaker = 3
	if got := who(joined(v, log...)); got != "1+5" {
		t.Errorf("%q", got)
	}
}

func TestPartedByHand(t *testing.T) {
	v := []Voice{
		voice(1, "Elin Vasstrand", "", woman),
		voice(2, "Elin Vasstrand", "", woman),
		voice(3, "Elin Vasstrand", "", woman),
		voice(4, "Elin K. Vasstrand", "", woman)}
	for _, c := range []struct {
		tells string
		log   []Decision
		want  string
	}{
		{"as they are", nil, "1+2+3+4"},
		{"one", decide(Decision{Act: PartThem, A: key(v, 1), B: key(v, 2)}), "1+3+4"},
		{"one, and joined again", decide(Decision{Act: PartThem, A: key(v, 1), B: key(v, 2)},
			Decision{Act: JoinThem, A: key(v, 2), B: key(v, 1)}), "1+2+3+4"},
		{"a spelling", decide(Decision{Act: PartThem, A: key(v, 4), Spelling: "Elin Vasstrand"}), "1+2+3"},
		{"two, who stay together", decide(Decision{Act: PartThem, A: key(v, 1), B: key(v, 2)},
			Decision{Act: PartThem, A: key(v, 1), B: key(v, 3)},
			Decision{Act: JoinThem, A: key(v, 2), B: key(v, 3)}), "1+4 2+3"},
	} {
		if got := who(joined(v, c.log...)); got != c.want {
			t.Errorf("%s: %q, want %q", c.tells, got, c.want)
		}
	}
}

// Who is joined by a spelling stays who they are also where an article has both spellings.
func TestASpellingIsJoinedWhereTheFullNameStandsToo(t *testing.T) {
	v := []Voice{voice(1, "Elin Vasstrand", "", woman), voice(2, "Elin Vasstrand", "", woman),
		voice(2, "Vasstrand", "", woman),
		voice(3, "Vasstrand", "", woman)}
	v[2].Speaker = 1
	r := joined(v, decide(Decision{Act: JoinThem, A: key(v, 1), Spelling: "Vasstrand"})...)
	if got := who(r); got != "1+2+2+3" {
		t.Errorf("%q", got)
	}
}

func TestNobody(t *testing.T) {
	v := []Voice{
		voice(1, "One", "", unknown),
		voice(2, "One", "", unknown),
		voice(3, "Elin Vasstrand", "", woman)}
	r := joined(v, decide(Decision{Act: Nobody, A: key(v, 1)})...)
	var gone []bool
	for _, p := range r.People {
		gone = append(gone, p.Nobody)
	}
	if fmt.Sprint(gone) != "[true true false]" {
		t.Errorf("%v", gone)
	}
}

// Whoever comes first, the people are the same, and everybody is somebody.
func TestTheOrderOfVoicesDoesNotMatter(t *testing.T) {
	given := []string{"John", "J.", "Johnny", "Anna", "A.", "Elin", "", "John A.", "Robert", "Bob"}
	last := []string{"Smith", "Vasstrand", "Vasstrand Jr.", "Kim", "the minister", "O'Dell", "", "李"}
	var v []Voice
	rng := rand.New(rand.NewSource(1))
	for i := range 300 {
		name := strings.TrimSpace(given[rng.Intn(len(given))] + " " + last[rng.Intn(len(last))])
		v = append(v, voice(i+1, name, "", analysis.Gender(rng.Intn(3)), "orrin", "tolbeck"))
	}
	log := decide(Decision{Act: JoinThem, A: key(v, 1), B: key(v, 2)}, Decision{Act: PartThem, A: key(v, 5), B: key(v, 9)},
		Decision{Act: JoinThem, A: key(v, 3), Spelling: "J. Smith"})
	want := fmt.Sprint(joined(v, log...))
	for range 5 {
		rng.Shuffle(len(v), func(i, j int) { v[i], v[j] = v[j], v[i] })
		r := joined(v, log...)
		if got := fmt.Sprint(r); got != want {
			t.Fatal("other people in another order")
		}
		for i := range r.Voices {
			if !slices.Contains(r.People[r.Of(i)].Voices, i) {
				t.Fatalf("voice %d is nobody's", i)
			}
		}
	}
}

func TestDecisionsThatSayNothing(t *testing.T) {
	k := &Key{Article: "0123456", Name: "x"}
	for _, d := range []Decision{{}, {Act: "marry", A: k, B: k},
		{Act: JoinThem, A: k}, {Act: JoinThem, B: k}, {Act: Rename, A: k},
		{Act: Undo}, {Act: Nobody}, {Act: PartThem, A: k, B: &Key{Article: "zz"}}} {
		if d.Check() == nil {
			t.Errorf("%+v passes", d)
		}
	}
	if err := (&Decision{Act: JoinThem, A: k, Spelling: "J. Smith"}).Check(); err != nil {
		t.Error(err)
	}
}

// The names in the company of speakers are those of the text, without what every article has.
func TestHear(t *testing.T) {
	text := "In Harrowby, Elin Vasstrand praised Tolbeck on Monday. The minister said: “Brandvold’s plan works.”"
	d := &analysis.Document{Sentences: []analysis.Span{{Start: 0, End: 54}, {Start: 55, End: len(text)}},
		Speakers: []analysis.Speaker{{Name: "Elin Vasstrand", Type: analysis.Person,
			Mentions: []analysis.Span{{Start: 13, End: 27}}}}}
	v := Hear("0123456", text, d)
	if len(v) != 1 || v[0].At != 13 || fmt.Sprint(v[0].Company) != "[brandvold elin harrowby monday tolbeck vasstrand]" {
		t.Errorf("%+v", v)
	}
}
