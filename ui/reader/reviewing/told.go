package reviewing

import (
	"hearsay/articles/export"
	"hearsay/articles/review"
	"hearsay/articles/review/queue"
)

// Told is what is written of the review beside what it corrected: who has decided on how much, in a sentence, and what
// was decided on each quote of the document that is shown.
func (r *Review) Told() (reviewed string, judged []export.Judged) {
	all := r.cases()
	reviewed = "Reviewed by " + r.Reviewer() + ": " +
		queue.ProgressOf(queue.Of(review.Sitting{Order: review.Reading}, all), all).String() + "."
	judged = make([]export.Judged, len(r.sheet.Document.Quotes))
	for i := range judged {
		if d := r.sheet.Quote(i).Decision; d != nil {
			judged[i] = export.Judged{Verdict: string(d.Verdict()), Flagged: d.Flagged, Notes: d.Notes}
		}
	}
	return reviewed, judged
}
