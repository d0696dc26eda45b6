package speakers

import (
	"strings"

	"hearsay/analysis/names"
)

// nations gives the country or party of the words that go with it, so that "the Russian leader" may be Russia's.
var nations = nationTable(`russian:russia russians:russia chinese:china american:us americans:us u.s.:us us:us america:us british:uk britain:uk uk:uk u.k.:uk french:france german:germany
	italian:italy spanish:spain japanese:japan korean:korea indian:india pakistani:pakistan iranian:iran iraqi:iraq israeli:israel palestinian:palestine syrian:syria
	turkish:turkey ukrainian:ukraine polish:poland greek:greece egyptian:egypt saudi:saudi mexican:mexico canadian:canada brazilian:brazil argentine:argentina
	argentinian:argentina chilean:chile colombian:colombia venezuelan:venezuela cuban:cuba bolivian:bolivia peruvian:peru ecuadorian:ecuador uruguayan:uruguay
	paraguayan:paraguay nicaraguan:nicaragua australian:australia zealand:zealand indonesian:indonesia malaysian:malaysia thai:thailand vietnamese:vietnam philippine:philippines
	filipino:philippines taiwanese:taiwan bangladeshi:bangladesh nepalese:nepal afghan:afghanistan jordanian:jordan qatari:qatar emirati:uae kuwaiti:kuwait lebanese:lebanon
	yemeni:yemen libyan:libya tunisian:tunisia algerian:algeria moroccan:morocco sudanese:sudan ethiopian:ethiopia kenyan:kenya ugandan:uganda tanzanian:tanzania rwandan:rwanda
	nigerian:nigeria ghanaian:ghana african:africa zimbabwean:zimbabwe zambian:zambia congolese:congo senegalese:senegal dutch:netherlands belgian:belgium swiss:switzerland
	austrian:austria swedish:sweden norwegian:norway danish:denmark finnish:finland irish:ireland scottish:scotland welsh:wales hungarian:hungary czech:czech romanian:romania
	bulgarian:bulgaria serbian:serbia croatian:croatia portuguese:portugal european:europe asian:asia belarusian:belarus georgian:georgia armenian:armenia azerbaijani:azerbaijan
	kazakh:kazakhstan uzbek:uzbekistan mongolian:mongolia burmese:myanmar cambodian:cambodia
	democrat:democratic democrats:democratic republicans:republican gop:republican kremlin:russia tories:conservative tory:conservative`)

func nationTable(list string) map[string]string {
	table := map[string]string{}
	for _, pair := range strings.Fields(list) {
		word, nation, _ := strings.Cut(pair, ":")
		table[word] = nation
	}
	return table
}

// allegiance is the country or party a word belongs to, empty where none.
func (r *resolver) allegiance(w string) string {
	if n, ok := nations[w]; ok {
		return n
	}
	if n, ok := r.countries[w]; ok {
		return n
	}
	if allegiances[w] {
		return w
	}
	return ""
}

// findCountries learns from the article which of its places are the countries of which of its peoples, so that the
// leader of a country that no table has can be known by its people's name.
func (r *resolver) findCountries() {
	peoples := map[string]bool{}
	for _, n := range r.Names {
		if w := r.Lower(n.From); n.Type == names.People && n.To == n.From+1 && nations[w] == "" {
			peoples[w] = true
		}
	}
	if len(peoples) == 0 {
		return
	}
	for _, n := range r.Names {
		if n.Type == names.People || n.Type == names.Person || n.To != n.From+1 {
			continue
		}
		place := r.Lower(n.From)
		for _, people := range names.PeopleOf(place) {
			for _, p := range [2]string{people, people + "s"} {
				if peoples[p] {
					r.countries[p], r.countries[place] = place, place
				}
			}
		}
	}
}

// partisans are called by their party: "the Republican".
var partisans = map[string]bool{"republican": true, "democrat": true, "democratic": true, "conservative": true}

var allegiances = func() map[string]bool {
	set := map[string]bool{"republican": true, "democratic": true, "labour": true, "conservative": true}
	for _, n := range nations {
		set[n] = true
	}
	return set
}()
