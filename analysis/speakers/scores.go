package speakers

// The numbers of this file decide whom names and descriptions are joined to. All were set by hand on the development
// part of PolNeAR's speakers, where it is told who is behind each source; what was set later, or on more, says so.

// How sure each way of referring is taken to be. What is shown is bent by how often such steps came true (see
// Calibrate), so that only their order within one way counts for it.
const (
	sureName      = 0.97 // a name that one entity bears
	sureOpen      = 0.8  // a name that several bear
	sureSaidOf    = 0.9  // what stands beside a name: "Bell, the mayor"
	sureWordsOf   = 0.85 // "Bell's remarks"
	sureShortened = 0.9  // "the Survey"
	sureAnew      = 0.85 // a description of somebody new
	sureRelative  = 0.95 // "who", as a share of how sure what stands before it is
	sureNoun      = 0.8  // "who" behind a noun that is no mention yet
	sureAuthor    = 0.6  // the "I" of whoever wrote the article
	sureAmong     = 0.6  // "we", for whoever says "I" there, as a share
	sureBeside    = 0.5  // "I" in quotation marks behind the words of another quote
	sureRenamed   = 0.6  // "the Ohio Republican", of a politician who just spoke
	sureSalient   = 0.6  // "the young woman", of the one the sentences before are about
	sureAhead     = 0.6  // "a federal judge", of one who is named soon behind; set on world-train
	sureAgain     = 0.75 // a plural that meant the same before
	sureSeveral   = 0.7  // a plural that fits several
	sureFirst     = 0.9  // "I" within a quote, for who speaks it
	sureRunsOn    = 0.97 // words that run on from others
	sureTurn      = 0.5  // words that stand alone behind a sentence about somebody
	sureAddress   = 0.8  // words that answer those before them; set on invented exchanges
	// sureFit is for a description that fits, and sureByScore for each point of its score, up to mostScore.
	sureFit     = 0.6
	sureByScore = 0.1
	mostScore   = 3
	// ownerFrom is how sure it must be whom "her" in "her aides" means for the aides to be named after them.
	ownerFrom = 0.7
)

// How far back descriptions look.
const (
	farDescribed  = 150 // mentions
	mostDescribed = 40  // entities
	mostFirst     = 60  // entities named first, whom a headline may describe
	farSeveral    = 8   // sentences back to the last mention of each whom a plural means
	farSpoken     = 60  // mentions back to words of somebody who may bear a name
	farRenamed    = 2   // sentences back to what is called anew
	aheadUntil    = 8   // sentences at the start in which somebody is told of before their name; set on world-train
	farAhead      = 10  // sentences on to the name of whom a story tells first what they are; set on world-train
)

// never is the score of what cannot be.
const never = -1e9

// When a description is taken to fit.
const (
	fitFrom = 1.2  // the score from which on somebody fits
	fitLead = 0.12 // by how much the best must lead the second
	// aheadFrom is the score from which on somebody who is only named behind fits.
	aheadFrom = 1.6
	// namedSince is by how much one with a name and one without may differ for them to be taken for the same one.
	namedSince = 0.3
	// evenOdds is how likely each of two is told to be who fit equally well.
	evenOdds = 0.5
	// severalFrom is the score from which on somebody is one of those whom a plural means.
	severalFrom = 1
	// fewest and most are of how many a plural that does not count them is taken for a mention.
	fewestSeveral, mostSeveral = 2, 3
)

// How well the head of a description fits.
const (
	sameHead    = 2.2 // the noun that the article used
	impliedHead = 2   // an office that the article implied: "Bell's inauguration"
	akinHead    = 1.6 // a noun of one class with that, or the party
	aBody       = 1.4 // "company" and its like, of an organisation whose name tells nothing
	aCompany    = 1.0 // a noun for companies, of the same where the article is about it (companyFrom)
	aManOrWoman = 1.0 // "the man", of a person known to be one
	aPlace      = 1.2 // "the country", of a country
	// aPlaceByName is for each time that a place is named, up to mostPlaceNames: it is the country that the article
	// is about.
	aPlaceByName   = 0.1
	mostPlaceNames = 20

	bothFormer      = 0.5  // "former" is said of both
	notFormer       = -0.7 // of what the article said only
	notToldFormer   = -0.2 // of the description only: the article does not tell all
	wordThere       = 0.7  // a narrowing word stands in what the article said
	wordElsewhere   = 0.5  // it is said of the same entity elsewhere
	wordMissing     = -0.45
	wordMissingBare = -0.2 // the same in headlines, which tell first

	sameOwner     = 0.8  // "Bell's lawyer", twice
	ownerUntold   = 0.2  // "his lawyer", after "Bell's lawyer"
	noOwnerBody   = -0.7 // "her website" is one that has been called hers; set with the model of pronouns
	noOwnerPerson = -0.3 // "his lawyer", after "the lawyer"
	noOwner       = -0.8 // "Bell's lawyer", after "the lawyer"
)

// What else speaks for somebody whom a description fits.
const (
	// earlyBare is for those who are named at the start, where a headline describes: a share by sentence.
	earlyBare = 0.6
	// bodyBySentence and personBySentence are for each sentence since the last mention, up to farFit: bodies are
	// spoken of from further away.
	bodyBySentence   = -0.04
	personBySentence = -0.08
	farFit           = 12
	sameWords        = 0.3  // "the group" after "Bell's group", without a name
	unnamedOne       = -0.5 // any other without a name
	spokeLast        = 0.25
)

// How prominent an organisation is in an article.
const (
	aboutByDoubling = 0.2 // each time that the number of its names doubles
	aboutFirst      = 0.6 // for being named in the first sentence
	aboutFade       = 0.6 // how fast that fades from sentence to sentence
	companyFrom     = 0.6 // the prominence from which on "the maker of bread" may be it
	aboutFrom       = 0.8 // the one from which on a reader is told that it is the one the article is about
)

// What speaks for one of several who bear a name.
const (
	bearerTitleSex = 3    // "Mr.", of a man
	bearerOtherSex = -100 // "Mr.", of a woman
	bearerTitle    = 2    // a title of one class with what the article calls them
	// bearerPronoun is a pronoun close behind the name that may mean them, and bearerOtherPronoun one that may not: "its"
	// behind a person's. Set on invented articles.
	bearerPronoun      = 1
	bearerOtherPronoun = -4
	bearerBody         = -2   // a body, where a person was named in full; set likewise
	bearerSpokenOf     = -4   // in the very words; set by hand on invented families
	bearerSpoke        = 1    // words of theirs before; set on the training part of the world's news
	bearerWholeTitle   = 1    // the word before the title, too; set likewise
	bearerRecent       = 1    // being mentioned in the same sentence
	bearerBySentence   = -0.1 // each sentence since
	bearerByMention    = 0.3  // each mention so far, up to bearerMostCounted
	bearerMostCounted  = 10
)
