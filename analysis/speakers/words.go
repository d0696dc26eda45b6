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
	nature nature
	sex    sex
	plural bool
	kinship
}

var roles = roleTable()

// Nouns for what is read.
const paperWords = `report study survey poll statement letter article lawsuit complaint book memo memoir email e-mail document analysis filing indictment transcript
data review tweet post message editorial column story piece feature account paper affidavit ruling opinion petition resolution plan bill law program slide headline
proposal ad advertisement video tape interview figures research statistics evidence records polls reports studies documents surveys release website page account dossier`

// Words that show a woman or a man.
const (
	femaleWords = `chairwoman queen princess congresswoman councilwoman spokeswoman businesswoman policewoman actress wife widow mother mom mum daughter girl sister woman lady
		grandmother aunt niece sister-in-law mother-in-law daughter-in-law headmistress girlfriend fiancee bride heroine hostess stepmother granddaughter nun assemblywoman saleswoman housewife`
	maleWords = `chairman king prince sultan emir congressman councilman assemblyman businessman policeman husband widower father dad son boy brother man gunman pope priest
		grandfather uncle nephew boyfriend fiance groom salesman fisherman newsman imam cardinal archbishop bishop monk fireman postman brother-in-law father-in-law son-in-law headmaster clergyman stepfather grandson councilmen gentleman`
)

// People who are many though the word has no plural ending.
const collectiveWords = `police people officials others some many most both several few men women children critics authorities parents families media public two
	pair duo couple voters staff democrats republicans`

func roleTable() map[string]role {
	table := map[string]role{}
	bit := 0
	add := func(list string, s nature) {
		for _, line := range strings.Split(strings.TrimSpace(list), "\n") {
			addClass(table, line, s, 1<<bit)
			bit = (bit + 1) % 64
		}
	}
	add(personClasses, person)
	add(bodyClasses, body)
	add(strings.ReplaceAll(paperWords, "\n", " "), paper)
	for _, w := range strings.Fields(otherPersons) {
		if r := table[w]; r.nature == noNature {
			table[w] = role{nature: person}
		}
	}
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

// addClass adds the nouns of one line, those before a bar as general ones.
func addClass(table map[string]role, line string, s nature, bit uint64) {
	general, special, _ := strings.Cut(line, "|")
	for _, w := range strings.Fields(general + special) {
		r := table[w]
		if r.nature == noNature {
			r.nature = s
		}
		r.classes |= bit
		table[w] = r
	}
	for _, w := range strings.Fields(general) {
		r := table[w]
		r.general |= bit
		table[w] = r
	}
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
