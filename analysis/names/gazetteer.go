package names

import (
	_ "embed"
	"strings"
	"sync"
)

// The given names are those of the Names Corpus, Version 1.3, copyright 1991 Mark Kantrowitz, additions by Bill Ross;
// its README stands beside the lists.
//
//go:embed given/male.txt
var maleNames string

//go:embed given/female.txt
var femaleNames string

// Sex is what a given name or a title shows of its bearer's gender, a set of bits: both are set for a name of either.
type Sex uint8

// The bits of a Sex.
const (
	SexMale Sex = 1 << iota
	SexFemale
)

// givenNames are read when the first word is looked up: a program that asks for no names does not wait for them.
var givenNames = sync.OnceValue(readGivenNames)

func readGivenNames() map[string]Sex {
	given := make(map[string]Sex, 8192)
	for _, n := range strings.Fields(maleNames + " " + moreMale) {
		given[strings.ToLower(n)] |= SexMale
	}
	for _, n := range strings.Fields(femaleNames + " " + moreFemale) {
		given[strings.ToLower(n)] |= SexFemale
	}
	return given
}

// Given tells whose given name a word is; zero where it is none that is known.
func Given(word string) Sex { return givenNames()[strings.ToLower(word)] }

// Given names met in the world's news that the lists, which are American and of 1991, do not have.
const (
	moreMale = `abdallah abdel abdul abdullah abdulaziz adel ahmad ahmed akira alejandro alexei aleksandr aleksei ali amir
	anatoly andrei andrés anwar arjun arturo arvind ashok asif bashar bashir bassem benyamin binyamin bernardo boris carlos cesar césar
	cristiano cyril dae-jung deepak diego dmitri dmitry eduardo emmanuel enrique erdogan esteban evo faisal farid farouk fernando
	francisco gabriel ganesh giuseppe gopal guillermo gustavo habib hamid hassan hector héctor hideo hiroshi hosni hugo hussein ibrahim
	igor imran ismail ivan jacinto jair jamal javier jiang jiro joaquín jorge josé josé jose juan julio jun-ho kamal karim kazuo kenji kevin khaled
	khalid kofi kwame leonid lionel lloyd luis luiz mahathir mahmoud mahmud mahinda manmohan manuel marcelo mariano mario martín matteo mauricio mehmet
	miguel mikhail modibo moshe mohamed mohammad mohammed muammar muhammad mustafa narendra nayib naoto nawaz nelson nicolás nicolas nikolai
	nikol olaf oleg oleksandr omar osama oscar óscar pablo paulo pavel pedro petro pierre prakash pranab prayut rafael rahul rajesh rajiv rakesh ramesh
	ramón raúl raul recep ricardo rodrigo rodrigo rohit rishi sadiq said salman salvador sanjay santiago satoshi sebastián sebastian sergei sergey sergio
	shahbaz shehbaz shigeru shinzo shinzō suresh taro takashi tariq tayyip tomás uhuru umar viktor vijay vikram vinod vitaly vladislav volodymyr wladimir
	xavier yasser yasuo yitzhak yoshihide yuri yury yusuf yves zine ravi anil amit arun ajay manoj pradeep rajendra sunil subhash surendra devendra
	donald joe barack mitt newt rand rick marco bernie chuck mitch jeb beto pete tim paul mike ted harry kerry keron justin kanye lebron jared`
	moreFemale = `aisha alejandra ana angela aung benazir camila carmen christine cristina dilma ekaterina fatima federica giorgia greta gwen indira ingrid
	irina isabel jacinda julia kamala keiko kristalina larisa leila lucía ludmila maia mamata margarita maria maría mariana meera mercedes michelle mónica nadia
	natalia nirmala nancy olena olga patricia priyanka priya rania roza sana sanna hasina sheila sirimavo smriti sonia svetlana sushma
	tatiana theresa tsai ursula valentina viola vjosa xiomara yulia yuriko zuzana melania ivanka kellyanne hillary condoleezza malala oprah beyoncé
	shakira malia sasha huma mazie tulsi ilhan rashida ayanna alexandria elise marjorie tammy kirsten elizabeth`
)

// Words that stand before a person's name as its title, with the sex they show.
var titles = titleTable()

func titleTable() map[string]Sex {
	table := map[string]Sex{}
	for _, w := range strings.Fields(plainTitles) {
		table[w] = 0
	}
	for _, w := range strings.Fields(`mr mr. sir lord king prince sultan emir pope fr fr. brother baron duke sheikh sheik congressman councilman
		assemblyman alderman shri sri herr monsieur señor senhor father don bishop archbishop cardinal imam ayatollah rabbi`) {
		table[w] = SexMale
	}
	for _, w := range strings.Fields(`mrs mrs. ms ms. miss lady dame queen princess baroness duchess sister congresswoman councilwoman
		assemblywoman sheikha smt madame señora mme mme.`) {
		table[w] = SexFemale
	}
	return table
}

const plainTitles = `dr dr. prof prof. professor sen sen. sens sens. senator senators rep rep. reps reps. representative gov gov. governor lt lt. gen gen. general
	col col. colonel capt capt. captain sgt sgt. sergeant maj maj. major cmdr cmdr. commander adm adm. admiral brig brig. cpl cpl. pvt rev rev. reverend
	hon hon. judge justice president vice-president premier chancellor minister secretary attorney mayor ambassador envoy commissioner
	superintendent inspector detective constable officer lieutenant marshal sheriff speaker chairman chairwoman chairperson chair director coach
	deputy det det. supt insp councillor councilor councilmember delegate datuk dato tan seri tun begum mufti mullah sayyed chief pm mp`

// Title tells whether a word is a title of persons, and the sex it shows.
func Title(word string) (Sex, bool) {
	s, ok := titles[strings.ToLower(word)]
	return s, ok
}

// Heads and endings of organisations' names.
var orgWords = wordSet(`academy administration agency airlines airways alliance army assembly associates association authority bank bankers board broadcasting bureau
	cabinet campaign caucus center centre chamber church club coalition college commission committee company confederation conference congress
	corp corp. corporation council court daily defense department division embassy enterprises exchange federation force forces forum foundation front fund
	gazette government group guard herald holdings hospital house inc inc. industries initiative institute institution journal labs league legislature ltd ltd. llc
	magazine media ministry monitor motors movement museum network news nations office organisation organization panel parliament partners partnership party
	plc police post press project reserve school senate service services society state states statesman studios sun symphony systems team technologies
	telegraph times treasury tribunal tribune trust union united university watch weekly workers works commonwealth syndicate ag gmbh sa spa nv`)

// Places that speak for a government, and the world's larger ones.
var placeWords = wordSet(`afghanistan africa alabama alaska albania algeria america amsterdam angola ankara argentina arizona arkansas armenia asia athens atlanta australia austria
	azerbaijan baghdad bahrain baltimore bangkok bangladesh barcelona beijing beirut belarus belgium berlin bogotá bolivia bosnia boston brasilia brazil britain brussels bulgaria
	burma cairo california cambodia cameroon canada canberra caracas charlotte chicago chile china cleveland colombia colorado connecticut copenhagen crimea croatia cuba
	cyprus dallas damascus delhi denmark denver detroit dubai dublin ecuador egypt england estonia ethiopia europe finland florida france gaza geneva georgia germany ghana
	greece guatemala haiti hanoi havana hawaii helsinki hiroshima honduras houston hungary iceland idaho illinois india indiana indonesia iowa iran iraq ireland islamabad israel istanbul
	italy jakarta japan jerusalem jordan kabul kansas karachi kashmir kazakhstan kentucky kenya kiev kyiv korea kosovo kuwait laos latvia lebanon liberia libya lima lisbon
	lithuania london louisiana luxembourg madrid maine malaysia mali malta manchester manila maryland massachusetts melbourne mexico miami michigan milan minnesota
	mississippi missouri moldova mongolia montana morocco moscow mozambique mumbai myanmar nairobi namibia nebraska nepal netherlands nevada nicaragua niger nigeria
	norway ohio oklahoma oman oregon oslo ottawa pakistan palestine panama paraguay paris pennsylvania peru philadelphia philippines poland portugal prague pyongyang qatar
	riyadh romania rome russia rwanda scotland seattle senegal seoul serbia shanghai singapore slovakia slovenia somalia spain stockholm sudan sweden switzerland
	sydney syria taipei taiwan tanzania tehran tennessee texas thailand tibet tokyo toronto tunisia turkey uganda ukraine uruguay utah uzbekistan vancouver venezuela vermont vienna
	vietnam virginia wales warsaw washington wellington wisconsin wyoming yemen zambia zimbabwe zurich u.s. us u.s u.k. uk eu uae`)

// Words that stand in names but begin with a small letter.
var particles = wordSet(`al al- bin ibn bint van von der den de del della di da dos das do du la le el ter ten zu af av y abu ben`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}
