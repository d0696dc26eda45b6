package attribution

import "hearsay/analysis/features"

// hash is the hash function of all features here.
var hash = features.Standard

// The feature templates of both linear models, each named for what it puts together. Of the words around, Before is the
// one before and Next the one behind. Class is that of package lexicon, Fine, Middle and Coarse are those of package
// clusters, Group is the part that a word plays in telling clauses apart. What is said of the tree is said of its head,
// its dependents, or the branch below the turning point of the path to it.
var (
	ofCue          = features.New[cueTemplates](hash, 1)
	ofCueTree      = features.New[cueTreeTemplates](hash, 41)
	ofCueClusters  = features.New[cueClusterTemplates](hash, 81)
	ofItem         = features.New[itemTemplates](hash, 101)
	ofItemTree     = features.New[itemTreeTemplates](hash, 151)
	ofItemClusters = features.New[itemClusterTemplates](hash, 181)
	ofStep         = features.New[stepTemplates](hash, 201)
	ofStepTree     = features.New[stepTreeTemplates](hash, 251)
	ofStepClusters = features.New[stepClusterTemplates](hash, 281)

	ofContext = features.New[contextTemplates](hash, 77)
	ofPath    = features.New[pathTemplates](hash, 61)
)

// cueTemplates are of the words around a possible cue.
type cueTemplates struct {
	LemmaGroup, FormTag, EndingTag, TagTagBeforeTagNext, LemmaFormNext, LemmaFormBefore, LemmaTagNext,
	LemmaTagBefore, TagFormNext, TagFormBefore, TagTagNextTagNext2, TagTagBefore2TagBefore,
	LemmaTagNextTagNext2, QuotesTag, QuotesClass, LemmaQuotes, ClassTagGroupNext, ClassLeftSubjectTagLeft,
	LemmaLeftSubjectTagLeftGroup, TagLeftSubject, LemmaLeftSubject, ClassGroupNextGroupNext2GroupNext3,
	LemmaRight, ClassTagRightLeftSubjectTag, TagLeftRight, TagFormBeforeFormNext, LemmaFormNext2,
	LemmaFormBefore2, TagFormNextFormNext2, ClassTagGroupBeforeGroupBefore2GroupBefore3, LemmaQuoteEdge,
	TagLemmaNextClassNext, ClassFormNext, FromStartToEndTagClass, LemmaLeftRight features.Template
}

// cueTreeTemplates are of its place in the tree.
type cueTreeTemplates struct {
	LemmaDependents, ClassTagDependents, TagRelationDependents, LemmaRelation, TagRelationHeadLemma,
	ClassRelationHeadClassHeadGroup, LemmaSubjectLemma, TagSubjectLemmaClass,
	ClassSubjectTagObjectTagComplementTag, LemmaObjectLemma, TagObjectLemmaObjectClass,
	LemmaComplementTagComplementStart, ClassComplementTagComplementStart, TagRelationHeadRelation,
	LemmaObjectTagSubjectTag, ClassComplementLemma, LemmaHeadLemma features.Template
}

// cueClusterTemplates are of the clusters of it and of its dependents.
type cueClusterTemplates struct {
	FineDependents, MiddleDependentsTag, CoarseDependentsTagRelation, FineFormNext, MiddleFormNextTag,
	FineRight, FineLeftRight, FineRelationGroup, MiddleQuoteQuoteNextGroup, MiddleSubjectMiddleTag,
	FineSubjectCoarseObjectCoarse, MiddleObjectMiddleTag, TagObjectFineRelation,
	MiddleComplementTagComplementCoarse, LemmaSubjectMiddle, LemmaObjectMiddle, FineTagNextTagNext2,
	MiddleRelationHeadMiddle, TagSubjectMiddleObjectMiddle, FineTag features.Template
}

// itemTemplates are of an item of a window, the linear path from the cue to it, and the cue; each with the side of the
// cue.
type itemTemplates struct {
	Form, TagDistance, TagBeforeTagTagNext, FormBeforeForm, FormFormNext, CueLemmaTag, CueLemmaDistance,
	CueLemmaForm, PathTag, WholePath, TagsBetweenTag, Quotes, QuotesPath, CapitalsPath, CueContextDistance,
	CueContextPath, CueContextTag, CueLemmaPath, CueScorePath, SentenceRelationQuotes, TagBefore2TagBeforeTag,
	TagTagNextTagNext2, NounsFinitesTag, FromStartTag, ToEndTag, CueClassPathTag, CueClassForm,
	CueClassCueContextNounsFinites, CueFormCueContextDistance, EndingFinites, CueScoreBeforeCueScoreNextGroup,
	GroupBeforeGroupGroupNextPath, CueLemmaWholePath, TagsBetweenTagCueLemma, QuotesCueClassPath,
	LemmaClassFinitesCommas, QuotesTagQuoteBeforeQuoteNext, CueTagTagsBetweenTagCueClass features.Template
}

// itemTreeTemplates are of the path in the tree from the cue to an item.
type itemTreeTemplates struct {
	TreePath, TreePathCueLemma, TreePathCueClassTag, BranchCueLemma, BranchCueClassGroupCueTag,
	BranchBranchEndsGroupCueClass, BranchBranchStartCueTag, BranchBranchStartCueLemma, BranchRelationHeadTag,
	RelationHeadLemma, TreePathQuoteCueQuote, BranchBranchTagCueContext, BranchDepthBranchTagCueClass,
	BranchBranchLemmaCueTag, BranchLemmaCueClass,
	BranchBranchStartGroupBranchEndGroupBranchGroupCueTag features.Template
}

// itemClusterTemplates are of an item's cluster and the cue's.
type itemClusterTemplates struct {
	BranchCueFine, TreePathCueMiddle, TreePathCueFineGroup, BranchMiddleCueClassTag, DistanceCoarseCueFine,
	TagFine, PathCueMiddleTag, DistanceCueFineGroup, BranchBranchMiddleCueMiddle,
	WholePathCueMiddle features.Template
}

// stepTemplates are of the step to an item from the one before it.
type stepTemplates struct {
	Side, TagBeforeTag, Form, FormBefore, QuoteBeforeQuoteQuoteNextSentenceBreak, PathGroup, CueContextTagUpTo2,
	CueLemmaUpTo3Group, CueScoreBeforeCueScoreGroupNext, TagBeforeTagTagNext,
	SentenceBreakGroupSentenceRelation, CueClassGroupBeforeGroupUpTo4 features.Template
}

// stepTreeTemplates are of the branches of the tree that end before it and begin with it.
type stepTreeTemplates struct {
	BranchBeforeBranch, BranchBeforeBranchCueLemma, BranchBeforeBranchGroupCueClass, OpensCloses,
	OpensClosesCueClassGroup, OpensClosesBranchBeforeBranch features.Template
}

// stepClusterTemplates are of the cue's cluster.
type stepClusterTemplates struct {
	BranchBeforeBranchCueFine, CueFineUpTo3Group features.Template
}

// contextTemplates are of what stands beside the cue, one value of the features of items.
type contextTemplates struct {
	Beside, BesideBehind features.Template
}

// pathTemplates are of the relations on a path in the tree, one value of the features of items: up from the cue, down
// to the item, and both.
type pathTemplates struct {
	Up, Down, Both features.Template
}
