package speakers

// kinship says which nouns may stand for each other.
type kinship struct {
	classes uint64 // the classes that the noun belongs to
	general uint64 // those of them that it may stand for as a whole, as "lawmaker" may for a senator
}

// akin reports whether two nouns may stand for the same: one is a general word for the other, or they mean the same.
func (a kinship) akin(b kinship) bool { return a.classes&b.classes&(a.general|b.general) != 0 }

func (a kinship) with(b kinship) kinship {
	return kinship{a.classes | b.classes, a.general | b.general}
}

// The classes of nouns for persons, one a line. What stands before a bar is general: it may stand for any of the others,
// which do not stand for each other, as a mayor is an official but no minister. Without a bar, all mean much the same.
const personClasses = `
leader head ruler | president premier chancellor king queen dictator monarch prince princess emir sultan pm president-elect chancellor-elect chief chairman chairwoman chair captain
lawmaker legislator parliamentarian politician democrat republican member | senator senators congressman congresswoman representative rep sen mp assemblyman councilman councilwoman councillor councilor speaker
congressman congresswoman representative rep
senator sen senators
councillor councilor councilman councilwoman councilmember
politician democrat republican | president premier chancellor minister mayor governor leader candidate nominee chairman chairwoman chair whip gov secretary hopeful
candidate nominee contender hopeful frontrunner front-runner challenger
rival opponent challenger critic
official | minister secretary commissioner officer diplomat ambassador envoy administrator director chief mayor governor deputy undersecretary spokesman spokeswoman spokesperson gov
diplomat | ambassador envoy attaché
ambassador envoy
minister premier pm
secretary minister
governor gov
aide adviser advisor strategist assistant consultant manager counselor counsellor staffer confidant surrogate
pollster strategist
spokesman spokeswoman spokesperson representative
executive boss | ceo cfo chairman chairwoman chair president founder co-founder cofounder owner director
ceo executive
founder co-founder cofounder
billionaire businessman businesswoman mogul tycoon developer entrepreneur investor banker magnate financier
expert researcher scientist academic scholar author | professor analyst economist historian fellow epidemiologist psychologist sociologist physicist biologist physiologist geneticist prof
professor prof
economist analyst strategist trader
lawyer attorney counsel | solicitor barrister prosecutor advocate defender
lawyer attorney advocate barrister
judge justice magistrate jurist
officer policeman policewoman cop | detective sheriff chief inspector superintendent constable commissioner trooper investigator deputy captain sergeant lieutenant
reporter journalist writer newsman | correspondent columnist editor commentator author blogger pundit producer publisher
host anchor moderator journalist
author writer novelist poet playwright biographer
doctor physician medic | surgeon nurse psychiatrist dr oncologist cardiologist pediatrician
commander officer soldier | general colonel veteran lieutenant captain sergeant admiral major gen lt col sgt capt
coach manager
player athlete star | captain striker goalkeeper midfielder defender batsman bowler skipper
artist star celebrity | actor actress singer director comedian musician rapper filmmaker
cleric priest clergyman | bishop archbishop cardinal pope pastor reverend rabbi imam ayatollah rev
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
student pupil graduate trainee apprentice
teacher educator | principal headmaster headmistress headteacher
worker employee staffer | driver clerk postman foreman
farmer rancher grower
voter supporter follower delegate donor
witness bystander onlooker
ally friend colleague partner
predecessor successor
immigrant migrant refugee
source insider
engineer technician designer architect technologist
chef cook restaurateur`

// Nouns for persons that stand for nobody but those who are called just so.
const otherPersons = `elder chieftain co-leader incumbent person individual guest visitor tourist songwriter pilot astronaut treasurer auditor accountant comptroller coordinator supervisor
	whistleblower informant trustee secretary-general minister-president niece nephew aunt uncle cousin sister-in-law brother-in-law mother-in-law father-in-law son-in-law
	daughter-in-law grandson granddaughter girlfriend boyfriend fiance fiancee juror counterpart shareholder commander-in-chief inspector`

// The classes of nouns for organisations.
const bodyClasses = `
company firm corporation business giant group | automaker carmaker retailer airline lender maker startup manufacturer carrier chain conglomerate operator provider brand developer bank publisher producer broadcaster
automaker carmaker maker manufacturer producer
bank lender
group organization organisation body | association union charity nonprofit alliance coalition federation network movement foundation society ngo institute lobby forum council
union federation association
charity nonprofit ngo foundation
agency body regulator watchdog department | ministry bureau office commission authority service council committee panel board survey
government administration | regime cabinet authority kremlin
regime government
country nation state | kingdom republic
party | coalition opposition
court | tribunal bench jury
outlet publication media | newspaper paper magazine website broadcaster station channel network daily tabloid publisher site
newspaper paper | daily tabloid
website site
station channel network broadcaster
university college school academy
school academy institute
team club side squad
parliament legislature assembly | house senate congress chamber
congress house senate
campaign camp
police force department
militia army military forces navy
hospital clinic
city town county municipality
bloc union
pac committee
crowd public audience
family couple household
staff crew delegation team
thinktank think-tank institute
church vatican diocese
fund exchange
presidency chancellery premiership`
