package positions

import "strings"

// side is what a word does to what it is about.
type side int8

const (
	noSide side = 0
	pro    side = 1
	con    side = -1
)

// The lists are of base forms.
var (
	// proVerbs and conVerbs take the side of, or against, their object.
	proVerbs = wordSet(`back support praise welcome endorse applaud hail defend embrace favor favour champion commend congratulate thank salute
		advocate promote approve laud tout encourage bless honor honour admire appreciate love cheer prefer recommend cherish extol compliment
		respect trust vouch propose propound like celebrate credit uphold`)
	conVerbs = wordSet(`veto demonize demonise slam blast criticize criticise condemn denounce oppose reject attack accuse blame decry deplore mock ridicule assail rebuke bash
		lambaste lambast chide scold fault deride lament protest resist rip castigate berate excoriate pan trash knock chastise reprimand
		bemoan disavow repudiate disparage belittle admonish vilify skewer hate loathe despise detest abhor dislike distrust resent regret
		boycott rebuff spurn savage pillory torch taunt upbraid censure dismiss dispute discredit sue oust impeach fire
		deplatform lampoon disown slight deny refute rebut debunk`)
	// demandVerbs want their object to come about.
	demandVerbs = wordSet(`demand seek urge want request`)
	// willVerbs take "to" and what the speaker means to do or wants done.
	willVerbs = wordSet(`vote vow pledge promise offer agree want plan intend hope seek propose urge demand aim commit wish call implore beg encourage press swear
		undertake resolve lobby push advise recommend`)
	refuseVerbs = wordSet(`refuse`)
	// proNouns and conNouns stand with "expressed", "voiced", "his": the object follows a preposition or "to".
	proNouns = wordSet(`support optimism hope confidence appreciation gratitude willingness readiness interest admiration satisfaction praise backing approval
		endorsement enthusiasm commitment desire openness determination solidarity sympathy faith trust respect preference eagerness thanks congratulations agreement
		defense defence love advocacy`)
	conNouns = wordSet(`concern concerns doubt doubts skepticism scepticism frustration anger outrage alarm fear fears dismay disappointment opposition criticism
		condemnation displeasure disapproval objection objections reservations disgust contempt disdain hatred distrust misgivings unease resentment dissatisfaction
		hostility disagreement indignation rejection`)
	expressVerbs = wordSet(`express voice signal reaffirm reiterate underscore underline convey show declare announce stress emphasize emphasise repeat affirm confirm
		state indicate demonstrate accentuate highlight restate offer lend throw give pledge have share air raise register echo`)
)

// phrasal are verbs whose side hangs on a word that follows them.
var phrasal = map[string]side{
	"rule out": con, "call for": pro, "rule against": con, "rule for": pro, "withdraw from": con, "push for": pro, "argue for": pro, "advocate for": pro, "stand by": pro, "stand with": pro, "side with": pro, "agree with": pro, "vote for": pro,
	"campaign for": pro, "approve of": pro, "hope for": pro, "appeal for": pro, "plead for": pro, "lobby for": pro, "rally behind": pro, "press for": pro, "speak for": pro,
	"warn against": con, "argue against": con, "object to": con, "complain about": con, "lash out at": con, "hit out at": con, "hit back at": con, "lash out against": con,
	"rail against": con, "push back against": con, "push back on": con, "speak out against": con, "disagree with": con, "protest against": con, "campaign against": con, "vote against": con, "fight against": con,
	"worry about": con, "advise against": con, "turn against": con, "fire back at": con, "speak up for": pro, "speak out for": pro, "come out against": con, "come out for": pro, "complain of": con, "caution against": con, "inveigh against": con, "scoff at": con,
	"balk at": con, "bristle at": con, "sneer at": con, "disapprove of": con, "warn of": con, "warn about": con, "stand up for": pro, "stand up to": con, "take aim at": con, "take issue with": con,
	"go after": con, "crack down on": con, "break with": con, "clash with": con, "call out": con, "tear into": con, "lay into": con, "make fun of": con,
	"lose faith in": con, "lose trust in": con, "have confidence in": pro, "have faith in": pro, "have respect for": pro, "side against": con, "take a swipe at": con,
}

// doneFor are verbs of a purpose: those who want to do this to something are for it, or against it.
var (
	helps = wordSet(`form launch introduce provide deliver open grant finance fund enact impose sign ratify conclude pass support accept elevate protect defend strengthen expand build rebuild preserve approve adopt continue restore ensure create improve boost secure save
		maintain uphold fund enforce safeguard promote advance invest deepen develop re-establish reestablish establish cultivate foster
		pursue achieve negotiate honor honour implement enhance resume welcome endorse respect honour embrace appreciate applaud celebrate
		congratulate thank modernize`)
	harms = wordSet(`override unseat strike gut undermine weaken sue fire shrink overthrow derail thwart disrupt repeal ban end stop block halt dismantle reject oppose fight combat defeat prevent abolish scrap eliminate destroy curb tackle
		eradicate counter overturn reverse undo kill resist veto cancel oust impeach punish jail topple denounce condemn avoid crush
		slash axe boycott outlaw prohibit abandon terminate rescind deport`)
	endings = wordSet(`end halt stop ban moratorium repeal boycott abolition freeze resignation impeachment removal crackdown cut cuts reduction withdrawal limits curbs sanctions
		embargo overthrow ouster dismissal firing elimination`)
)

// What is said of something that is good, or bad.
var (
	goodWords = wordSet(`acceptable reasonable great good excellent wonderful fantastic terrific brilliant successful impressive right honest brave courageous outstanding amazing
		incredible beautiful hero heroes success champion patriot triumph blessing friend ally fabulous qualified phenomenal tremendous
		intelligent smart talented thoughtful generous admirable inspiring capable decent dedicated exceptional extraordinary principled trustworthy tireless
		encouraging promising historic honor honour achievement breakthrough perfect superb legitimate`)
	badWords = wordSet(`unconscionable grotesque horrific disastrous phony sickening inappropriate asinine bad terrible horrible awful wrong dangerous unacceptable disgraceful shameful disgusting outrageous ridiculous absurd unfair unjust
		illegal unconstitutional corrupt crooked dishonest unfit unqualified reckless irresponsible racist sexist bigoted liar lie lies
		disgrace disaster catastrophe mistake failure fraud joke hoax sham farce travesty outrage scandal insult threat criminal bully
		coward hypocrite traitor tyrant dictator demagogue bigot nightmare tragedy shame pathetic incompetent cruel inhumane immoral
		hypocritical deplorable despicable appalling abhorrent atrocious evil vile toxic divisive harmful damaging destructive misguided
		misleading false baseless unfounded nonsense garbage failed failing stupid foolish insane crazy cowardly hateful offensive
		troubling alarming worrying disturbing unethical unpatriotic un-american extremist ineffective useless hopeless flawed broken
		rigged witch-hunt charade monster thug con-man disappointment abuse betrayal violation injustice abomination blunder menace
		unhinged corruption corruptions sloppy inexcusable indefensible unworthy unsafe unreasonable unrealistic counterproductive wasteful heartless callous incapable
		intolerable unjustified illegitimate idiotic weak clueless lazy delusional obsessed desperate paranoid petty unlawful lawless hollow cynical shortsighted
		short-sighted discriminatory guilty crook loser fool clown puppet coverup cover-up smear stunt overreach inadequate heinous treasonous
		ludicrous laughable preposterous vindictive`)
	// damning words stand before what they damn.
	damning = wordSet(`terrible horrible disgraceful horrific disastrous corrupt crooked racist phony fake sham shameful disgusting outrageous ridiculous absurd reckless dangerous
		illegal unconstitutional cruel inhumane immoral hypocritical deplorable despicable appalling vile toxic divisive misguided failed failing rigged unfair unjust awful
		unconscionable bogus`)
	// badDeeds are what one is blamed for doing.
	badDeeds = wordSet(`lie cheat fail destroy violate bypass betray undermine ruin hurt harm endanger abuse mislead obstruct weaken ignore steal corrupt incite fan fuel insult divide
		demonize exploit distort fabricate manipulate disrespect disgrace sabotage jeopardize discriminate deceive stoke stonewall squander botch mishandle bungle neglect
		downplay dodge subvert circumvent defy evade exaggerate misrepresent poison hijack capitulate mistreat silence whitewash embolden politicize politicise lack
		coerce defraud extort bribe weaponize coddle conceal suppress disenfranchise terrorize debase degrade demean rig swindle scam dupe pervert
		threaten devastate cripple wreck pander collude conspire flout disregard trample smear slander scapegoat bully intimidate oppress plunder embarrass deny`)
	goodDeeds = wordSet(`protect deserve inspire strengthen improve succeed save rescue excel unite`)
)

// weakTargets say nothing by themselves.
var weakTargets = wordSet(`people lifetime guy guys man men woman women person somebody someone anybody anyone everybody everyone nobody guests guest visitors it that this these those what which who something anything nothing everything one ones way time thing things lot kind sort fact day days week year years
	moment reporters he she they him her them we us i you me himself herself themselves question questions comment reporter answer news some many others more much all none both each
	monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow there here point case part rest same other others other another lots bit matter issue while`)

// pointing are nouns that leave open what is meant where nothing narrows them.
var pointing = wordSet(`decision choice move step plan proposal notion idea view request conclusion report statement comment remark debate process call position claim
	allegation action effort hearing charge investigation treatment conduct detail proceeding content suggestion attempt assertion argument response result outcome
	side role part approach term version accusation practice measure announcement appointment event meeting visit initiative project article story tweet letter reform
	confrontation history use need policy reporting information document evidence testimony interview message word comparison`)

// idleWords are of the words that speak well or ill those that news uses of what happens to somebody, or as mere names.
var idleWords = wordSet(`better best party like likes liked win wins won winning winner benefit benefits growth pain pressure care super united security energy defense share shares
	ready hope hopes interest interests interested death dead kill killed killing die died dies dying war fight fighting fights tax taxes debt sick injured wound wounds victim victims
	poor lose loses losing lost sorry fun please join joined play played grand trust lucky safe create creates increase increased accept accepted agree agreed yes well well-known
	number important suffer suffers suffered suffering hurt hurts sad fear fears feared worry worried worries concerned attacked murdered arrested imprisoned shot harmed
	hell clear clearly friend friends opportunity opportunities unified crushed values chance chances emergency emergencies outraged upset angry frustrated frustration happy glad confident`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// sideOf looks a word up in a list for and a list against.
func sideOf(w string, for_, against map[string]bool) side {
	switch {
	case for_[w]:
		return pro
	case against[w]:
		return con
	}
	return noSide
}
