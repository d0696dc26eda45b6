package attribution

// The numbers that decide what is found. Where nothing else is told, they were chosen on the development part of
// PolNeAR, for the best F1 of attributed quotes.
const (
	// leastCue is the log-odds from which a token counts as a possible cue: nearly all true ones have more.
	leastCue = -3
	// leastLikely is the marginal probability below which a cue is not taken for one.
	leastLikely = 0.15
	// leastSource and leastContent are the marginal probabilities from which a label is put into a labelling that lacks
	// it.
	leastSource  = 0.07
	leastContent = 0.3
	// beside is how many tokens from a quotation that nothing claims a cue is looked for, and leastBeside how likely one
	// must be at least: that somebody said the words is sure.
	beside      = 14
	leastBeside = 0.004
	// leastConfident is the confidence below which a quote is not worth a reader's time. Where its cue is a verb that does
	// nothing but report, as “emphasizing” does, a reader misses it sooner: leastReported.
	leastConfident = 0.36
	leastReported  = 0.3
)

// cueLimits part the log-odds of cues into the eight steps that the features of spans know. The weights were learnt
// with them.
var cueLimits = [...]float32{leastCue, -2, -1.2, -0.5, 0.3, 1.2, 2.5}

// The confidences of quotes that the models do not tell of.
const (
	// AloneConfidence and runOnConfidence: in annotated news, the training part of PolNeAR, nine in ten quotations that
	// run on belong to the speech before, half of them as quotes by themselves; of those that stand alone a third are
	// quotes, and nearly all of these have a source that was not found.
	AloneConfidence = 0.15
	runOnConfidence = 0.55
)

// The bounds of what a confidence is a function of, beyond which a few examples would turn it, and how it is fitted:
// by so many steps of gradient ascent, after which it no longer changes.
const (
	leastProbability  = 1e-4
	leastPath         = -8
	mostLogOdds       = 6
	confidenceSteps   = 4000
	confidenceRate    = 0.08
	confidencePenalty = 0.001
)

// How the linear models learn.
const (
	// folds is how many parts the lessons are cut into, so that the span model learns from cue scores as good as those of
	// articles the cue model has not seen.
	folds      = 4
	cueRounds  = 6
	spanRounds = 7
	cueRate    = 0.12
	spanRate   = 0.02
	// adaGradStart keeps the first steps of a weight from being too long.
	adaGradStart = 1e-3
	// A model's weights are the mean of those after its last rounds, and a whole model the mean of several.
	meanOf     = 3
	spanModels = 4
	cueModels  = 3
	// One head in ten is learnt from as if it were a word never seen before, so that the models also learn to tell a
	// cue by what stands around it.
	unknownRate = 0.1
	// keptShare is the share of the features that each example keeps (dropout: Srivastava et al. 2014), so that the models
	// learn not to lean on a few of them that tell all of an article they know.
	keptShare = 0.5
	// Examples that are as good as learnt are passed over, which saves time: those whose gradients are below these.
	leastCueGradient  = 0.005
	leastSpanGradient = 0.002
)
