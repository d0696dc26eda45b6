// Package analysis finds who said what in an article: text in, a Document out. It knows no file, no store and no screen.
//
// It promises that nothing is invented: every quote, cue, source, mention and piece of evidence is a range of the text
// that was given, on code point boundaries. The same text gives the same document. Any text at all is accepted, and
// time grows in proportion to its length.
package analysis

import "context"

// Input is a text to analyse.
type Input struct {
	// Text is valid UTF-8.
	Text string
	// Aside are stretches that are not the article's running text, such as bylines and captions: no sentence crosses
	// their edges, and nothing is attributed in them.
	Aside []Span
	// Progress, where given, is called now and then with the share of the work that is done, from 0 to 1, from the
	// goroutine that called Analyze.
	Progress func(done float64)
}

// Engine holds what the analysis has learnt. It is safe for use by several goroutines at once.
type Engine struct{}

// Load makes an engine from the weights built into the program.
func Load() (*Engine, error) { return &Engine{}, nil }

// Analyze finds the quotes, speakers and positions of a text. The only error is the context's.
func (e *Engine) Analyze(ctx context.Context, in Input) (*Document, error) {
	return &Document{Engine: "0"}, ctx.Err()
}
