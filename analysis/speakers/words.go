package speakers

import "strings"

// sex is what words show of a person's gender.
type sex uint8

const (
	sexUnknown sex = iota
	sexFemale
	sexMale
)

// nature is what sort of speaker a noun can head.
type nature uint8

const (
	noNature nature = iota
	person
	body  // an organisation
	paper // a report, a poll, a letter: what is read rather than heard
)

// role is what is known of a noun that can stand for a speaker. Nouns that share a class may stand for each other: a
// president is a leader, a congressman a lawmaker.
type role struct {
	nature  nature
	sex     sex
	plural  bool
	classes uint64
}

var roles = roleTable()

// The classes of nouns for persons, one a line.
const personClasses = `
president premier chancellor king queen ruler leader dictator monarch prince princess emir sultan chief chairman chairwoman head pm
president-elect chancellor-elect
senator congressman congresswoman representative lawmaker legislator rep sen mp member politician assemblyman councilman councilwoman councillor councilor democrat republican speaker parliamentarian senators
candidate nominee contender hopeful frontrunner front-runner challenger
rival opponent challenger critic
official minister secretary commissioner officer diplomat ambassador envoy administrator director chief mayor governor deputy undersecretary spokesman spokeswoman spokesperson gov
minister premier pm
governor gov
aide adviser advisor strategist assistant consultant manager counselor counsellor staffer confidant surrogate
pollster strategist
spokesman spokeswoman spokesperson representative
executive ceo cfo chairman chairwoman president founder co-founder cofounder owner boss
billionaire businessman businesswoman mogul tycoon developer entrepreneur investor banker magnate financier
professor expert analyst economist researcher scientist scholar historian fellow academic epidemiologist psychologist sociologist physicist biologist prof
economist analyst strategist trader
lawyer attorney counsel solicitor barrister prosecutor advocate defender
judge justice magistrate jurist
officer detective sheriff chief inspector superintendent constable commissioner trooper investigator policeman policewoman deputy cop
reporter journalist correspondent columnist anchor host editor commentator writer author blogger pundit moderator producer publisher newsman
author writer novelist poet playwright biographer
doctor physician surgeon nurse psychiatrist dr oncologist cardiologist pediatrician medic
general colonel soldier commander veteran lieutenant captain sergeant admiral major officer gen lt col sgt capt
coach player captain striker manager goalkeeper midfielder defender batsman bowler star athlete skipper
actor actress singer artist director star comedian musician rapper filmmaker celebrity
priest bishop archbishop cardinal pope pastor reverend rabbi imam cleric ayatollah rev
activist campaigner organizer organiser protester demonstrator advocate dissident
wife widow spouse
husband widower spouse
mother mom mum parent
father dad parent
son child boy kid teenager
daughter child girl kid teenager
brother sibling
sister sibling
man gunman
woman lady
suspect defendant accused attacker gunman
victim survivor
resident neighbor neighbour tenant homeowner local villager
student pupil graduate
teacher principal educator headmaster
worker employee staffer driver clerk
farmer rancher grower
voter supporter follower delegate donor
witness bystander onlooker
ally friend colleague partner
predecessor successor
incumbent mayor
immigrant migrant refugee
source insider
person individual
guest visitor tourist
singer songwriter
chef cook restaurateur
pilot captain astronaut
engineer technician designer architect
technologist scientist researcher engineer
treasurer auditor accountant comptroller
coordinator supervisor superintendent director manager
whistleblower informant
trustee secretary chairman`

// The classes of nouns for organisations.
const bodyClasses = `
company firm corporation business automaker carmaker retailer airline lender maker giant startup manufacturer carrier chain conglomerate operator provider brand developer
bank lender
group organization organisation association union charity nonprofit alliance coalition federation network movement foundation society ngo institute lobby
union federation association
agency department ministry bureau office commission authority regulator watchdog service council committee panel board
government regime administration ministry cabinet authority kremlin
country nation state government kingdom republic
party coalition opposition
court tribunal bench jury
newspaper paper magazine outlet website broadcaster station channel network publication daily tabloid publisher site media
university college school academy institute
team club side squad
parliament house senate congress legislature assembly chamber
campaign camp
police force department
militia army military forces navy
hospital clinic
city town county municipality
bloc union
company club
pac committee
crowd public audience
family couple household
staff crew delegation team
thinktank think-tank institute
church vatican diocese
fund exchange`

// Nouns for what is read.
const paperWords = `report study survey poll statement letter article lawsuit complaint book memo memoir email e-mail document analysis filing indictment transcript
data review tweet post message editorial column story piece feature account paper affidavit ruling opinion petition resolution plan bill law program slide headline
proposal ad advertisement video tape interview figures research statistics evidence records polls reports studies documents surveys release website page account dossier`

// Words that show a woman or a man.
const (
	femaleWords = `chairwoman queen princess congresswoman councilwoman spokeswoman businesswoman policewoman actress wife widow mother mom mum daughter girl sister woman lady
		grandmother aunt niece girlfriend fiancee bride heroine hostess stepmother granddaughter nun assemblywoman saleswoman housewife`
	maleWords = `chairman king prince sultan emir congressman councilman assemblyman businessman policeman husband widower father dad son boy brother man gunman pope priest
		grandfather uncle nephew boyfriend fiance groom salesman fisherman newsman imam cardinal archbishop bishop monk fireman stepfather grandson councilmen gentleman`
)

// People who are many though the word has no plural ending.
const collectiveWords = `police people officials others some many most both several few men women children critics authorities parents families media public two
	pair duo couple voters staff democrats republicans`

func roleTable() map[string]role {
	table := map[string]role{}
	bit := 0
	add := func(list string, s nature) {
		for _, line := range strings.Split(strings.TrimSpace(list), "\n") {
			for _, w := range strings.Fields(line) {
				r := table[w]
				if r.nature == noNature {
					r.nature = s
				}
				r.classes |= 1 << bit
				table[w] = r
			}
			bit = (bit + 1) % 64
		}
	}
	add(personClasses, person)
	add(bodyClasses, body)
	add(strings.ReplaceAll(paperWords, "\n", " "), paper)
	setSex(table, femaleWords, sexFemale)
	setSex(table, maleWords, sexMale)
	for w, r := range copyOf(table) {
		p := plural(w)
		if _, taken := table[p]; !taken {
			r.plural = true
			table[p] = r
		}
	}
	for _, w := range strings.Fields(collectiveWords) {
		r := table[w]
		r.plural = true
		if r.nature == noNature {
			r.nature = person
		}
		table[w] = r
	}
	return table
}

func setSex(table map[string]role, words string, s sex) {
	for _, w := range strings.Fields(words) {
		r := table[w]
		r.nature, r.sex = person, s
		table[w] = r
	}
}

func copyOf(table map[string]role) map[string]role {
	out := make(map[string]role, len(table))
	for w, r := range table {
		out[w] = r
	}
	return out
}

func plural(w string) string {
	switch {
	case strings.HasSuffix(w, "man"):
		return strings.TrimSuffix(w, "man") + "men"
	case strings.HasSuffix(w, "wife"):
		return strings.TrimSuffix(w, "fe") + "ves"
	case strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "x"):
		return w + "es"
	case strings.HasSuffix(w, "y") && !strings.HasSuffix(w, "ey") && !strings.HasSuffix(w, "ay"):
		return strings.TrimSuffix(w, "y") + "ies"
	}
	return w + "s"
}

// roleOf looks a noun up, also by the ending of a compound: "vice-president", "anchorwoman".
func roleOf(word string) (role, bool) {
	w := strings.TrimSuffix(strings.ToLower(word), ".")
	if r, ok := roles[w]; ok {
		return r, true
	}
	if k := strings.LastIndexByte(w, '-'); k >= 0 {
		if r, ok := roles[w[k+1:]]; ok {
			return r, true
		}
	}
	for _, e := range roleEndings {
		if len(w) > len(e.ending)+2 && strings.HasSuffix(w, e.ending) {
			return role{nature: person, sex: e.sex, plural: e.plural}, true
		}
	}
	return role{}, false
}

var roleEndings = []struct {
	ending string
	sex    sex
	plural bool
}{
	{"woman", sexFemale, false}, {"women", sexFemale, true}, {"man", sexMale, false}, {"men", sexUnknown, true}, {"person", sexUnknown, false},
	{"ologist", sexUnknown, false}, {"ologists", sexUnknown, true}, {"maker", sexUnknown, false}, {"leader", sexUnknown, false},
}
