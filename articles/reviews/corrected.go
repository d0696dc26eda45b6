package reviews

import (
	"context"
	"slices"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/export"
	"hearsay/articles/library"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
	"hearsay/articles/review/queue"
)

// Choice says whose corrections of an article are taken: those of who is named; else those of whoever asks, if they
// decided anything; else those of the only reviewer there is.
type Choice struct{ Named, Asking string }

// Of is whom of the reviewers of an article it chooses; empty where that is nobody.
func (c Choice) Of(names []string) string {
	for _, want := range []string{c.Named, c.Asking} {
		switch {
		case slices.Contains(names, want):
			return want
		case c.Named != "":
			return ""
		}
	}
	if len(names) == 1 {
		return names[0]
	}
	return ""
}

// Corrected is an article as a reviewer corrected it.
type Corrected struct {
	Sheet    *overlay.Sheet
	Progress queue.Progress
	// Judged is what was decided on each quote of the corrected document.
	Judged []export.Judged
	// Beside are the notes on what is no quote of it: on what was rejected, on positions, on the article itself.
	Beside []string
}

// Correct lays what a reviewer decided on an article of the library over what was found in it. It is nil, with an
// error, where nothing of that can be read.
func Correct(ctx context.Context, lib *library.Library, key, reviewer string, a articles.Article,
	found *analysis.Document) (*Corrected, error) {
	state, err := State(ctx, lib, key, reviewer)
	if state == nil {
		return nil, err
	}
	c := []overlay.Case{{Article: key, Outlet: a.Outlet, Text: a.Text, Machine: found, State: state}}
	sheet := overlay.Of(a.Text, found, state)
	return &Corrected{Sheet: sheet, Progress: queue.ProgressOf(queue.Of(review.Sitting{Order: review.Reading}, c), c),
		Judged: judged(sheet), Beside: notesBeside(sheet)}, err
}

func judged(s *overlay.Sheet) []export.Judged {
	out := make([]export.Judged, len(s.Document.Quotes))
	for i := range out {
		if d := s.Quote(i).Decision; d != nil {
			out[i] = export.Judged{Verdict: string(d.Verdict()), Flagged: d.Flagged, Notes: d.Notes}
		}
	}
	return out
}

func notesBeside(s *overlay.Sheet) (notes []string) {
	for _, item := range slices.Concat(s.Quotes, s.Positions) {
		if item.Decision != nil && (item.Place == analysis.None || item.Subject.Position != nil) {
			notes = append(notes, item.Decision.Notes...)
		}
	}
	for _, o := range s.Orphans {
		notes = append(notes, o.Notes...)
	}
	return notes
}
