package review_test

import (
	"encoding/json"
	"fmt"
	"time"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
)

func Example() {
	const text = "It will rain, he said."
	machine := &analysis.Document{Engine: "2", Quotes: []analysis.Quote{{Content: []analysis.Span{{Start: 0, End: 12}},
		Cue: []analysis.Span{{Start: 17, End: 21}}, Source: []analysis.Span{{Start: 14, End: 16}}, Confidence: 0.9}}}
	pen := &review.Writer{Reviewer: "ann", Article: "a1", Text: text, Now: time.Now}
	state := review.NewState()

	sheet := overlay.Of(text, machine, state)
	e := pen.Speakers(sheet.Quote(0).Subject, review.NewWho("Ben Orr", analysis.Person, text,
		analysis.Span{Start: 14, End: 16}))
	state.Add(e)
	line, err := json.Marshal(e) // to be appended to a log
	if err != nil {
		fmt.Println(err)
		return
	}
	again, err := review.Decode(line)
	fmt.Println(again.Act, err)

	corrected, orphans := overlay.Apply(text, machine, state)
	fmt.Println(corrected.Speakers[0].Name, len(orphans))

	if e, ok := pen.Undo(state); ok {
		state.Add(e)
	}
	corrected, _ = overlay.Apply(text, machine, state)
	fmt.Println(len(corrected.Speakers))
	// Output:
	// speakers <nil>
	// Ben Orr 0
	// 0
}
