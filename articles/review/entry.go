package review

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"
)

// Version is the form of the entries that this package writes.
const Version = 1

// Act is what an entry does.
type Act string

// The acts. Accept and Reject, and the corrections, are about a quote or a position; Same is about a speaker.
const (
	Accept      Act = "accept"       // it is right as it stands
	Reject      Act = "reject"       // it is no quote, or no position
	SetSpeakers Act = "speakers"     // others said it; none where the article does not tell who
	SetContent  Act = "content"      // these words are its content
	SetKind     Act = "kind"         // direct, mixed or indirect
	SetPolarity Act = "polarity"     // said, denied to have been said, or refused
	SetSource   Act = "source"       // these words tell who, or none do
	SetCue      Act = "cue"          // these words attribute it, or none do
	Split       Act = "split"        // these words are its content, and To.Quote is another quote
	Join        Act = "join"         // To.With is part of it
	Same        Act = "same"         // the speaker is the first of To.Speakers, whose name stays
	AddQuote    Act = "add"          // a quote that was missed
	SetStance   Act = "stance"       // the position is on another side
	SetTarget   Act = "target"       // the position is towards something else
	AddPosition Act = "add-position" // a position that was missed
	Skip        Act = "skip"         // not decided now
	Flag        Act = "flag"         // to be looked at again
	Note        Act = "note"         // a remark, on a quote, a position, or the article
	Complete    Act = "complete"     // nothing is missed in the article
	Reopen      Act = "reopen"       // it is not complete after all
	Sit         Act = "sitting"      // what follows is decided under these settings
	Undo        Act = "undo"         // takes the entry named back
	Redo        Act = "redo"         // restores the entry named
)

// Entry is one line of a log: what one reviewer did about one article.
type Entry struct {
	Version int `json:"v"`
	// ID names the entry in its log. A Writer makes it of what the entry says and when.
	ID       string    `json:"id"`
	Reviewer string    `json:"reviewer"`
	Article  string    `json:"article"`
	At       time.Time `json:"at"`
	Act      Act       `json:"act"`
	// Names is the entry that Undo takes back, or Redo restores.
	Names string `json:"entry,omitempty"`
	// Of is what is decided on; nil where it is the article.
	Of *Subject `json:"of,omitempty"`
	// To is what it ought to be; the act says which of its fields counts.
	To *Change `json:"to,omitempty"`
	// Unjudged are the parts of a quote that the entry leaves open: what it does not correct it confirms otherwise. The
	// only one so far is "speakers", of which most marked articles say nothing.
	Unjudged []string `json:"unjudged,omitempty"`
	Note     string   `json:"note,omitempty"`
	Sitting  *Sitting `json:"sitting,omitempty"`

	rest json.RawMessage // the fields that are not known here
}

// Subject is what a decision is about: a quote or a position as the machine found it, or as a reviewer added it; or one
// of the speakers.
type Subject struct {
	// Engine is the version of the engine whose document it was.
	Engine string `json:"engine,omitempty"`
	// Added is the entry that added it; empty where the machine found it.
	Added    string    `json:"added,omitempty"`
	Quote    *Quote    `json:"quote,omitempty"`
	Position *Position `json:"position,omitempty"`
	Speaker  *Who      `json:"speaker,omitempty"`
}

// Quote is a quote by its words and names.
type Quote struct {
	Kind    string  `json:"kind,omitempty"`
	Content []Words `json:"content"`
	Cue     []Words `json:"cue,omitempty"`
	Source  []Words `json:"source,omitempty"`
	// Speakers are none where the speaker is unknown.
	Speakers []Who `json:"speakers,omitempty"`
	// Polarity is "said", "denied" or "refused"; what is left out was said.
	Polarity string `json:"polarity,omitempty"`
	// Confidence and SpeakerConfidence are the machine's.
	Confidence        float64 `json:"confidence,omitempty"`
	SpeakerConfidence float64 `json:"speaker_confidence,omitempty"`
}

// Position is a position by its words and names.
type Position struct {
	Speaker    Who     `json:"speaker"`
	Stance     string  `json:"stance"`
	Target     []Words `json:"target,omitempty"`
	Statement  []Words `json:"statement,omitempty"`
	Confidence float64 `json:"confidence,omitempty"`
}

// Who is a speaker by name and by where the article mentions them.
type Who struct {
	Name     string  `json:"name"`
	Type     string  `json:"type,omitempty"`
	Mentions []Words `json:"mentions,omitempty"`
}

// Change is what a quote or a position ought to be.
type Change struct {
	Kind     string  `json:"kind,omitempty"`
	Polarity string  `json:"polarity,omitempty"`
	Content  []Words `json:"content,omitempty"`
	Cue      []Words `json:"cue,omitempty"`
	Source   []Words `json:"source,omitempty"`
	Speakers []Who   `json:"speakers,omitempty"`
	Stance   string  `json:"stance,omitempty"`
	Target   []Words `json:"target,omitempty"`
	// Quote is what is split off.
	Quote *Quote `json:"quote,omitempty"`
	// With is the quote that becomes part of this one.
	With *Subject `json:"with,omitempty"`
}

// named gives the entry its name: a digest of what it says.
func (e Entry) named() Entry {
	e.ID = ""
	data, err := json.Marshal(e)
	if err != nil { // no entry holds what JSON cannot, but for confidences that are no numbers
		data = []byte(err.Error() + e.Reviewer + e.Article + string(e.Act) + e.At.String())
	}
	sum := sha256.Sum256(data)
	e.ID = hex.EncodeToString(sum[:10])
	return e
}
