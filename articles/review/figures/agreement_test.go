package figures_test

import (
	"strings"
	"testing"

	"hearsay/articles/review"
	"hearsay/articles/review/figures"
	"hearsay/articles/review/overlay"
	"hearsay/articles/review/reviewtest"
)

func TestAgreementCountedByHand(t *testing.T) {
	ann, ben := reviewtest.TwoReviewers()
	a := figures.AgreementOf("ann", "ben", []overlay.Case{{Article: "a1", Text: reviewtest.Story,
		Machine: reviewtest.Found(), State: ann,
		Other: ben}})
	// Verdicts: right right, right corrected, right wrong, right right, wrong wrong. By chance 0.8·0.4 + 0.2·0.4 = 0.4
	// agree, so kappa is (0.6 - 0.4)/0.6; AC1 takes (0.6·0.4 + 0.1·0.9 + 0.3·0.7)/2 = 0.27 for chance.
	if a.Verdict.Units != 5 || a.Verdict.Percent.String() != "0.60" || a.Verdict.Kappa.String() != "0.33" ||
		a.Verdict.AC1.String() != "0.45" {
		t.Errorf("%+v", a.Verdict)
	}
	// Speakers of the four quotes that both have: Calder, Calder and Venn, Venn, unknown.
	if a.Speaker.Units != 4 || a.Speaker.Percent.String() != "0.75" || a.Kind.Percent.String() != "1.00" || a.Blind != 6 {
		t.Errorf("%+v, %+v, %d", a.Speaker, a.Kind, a.Blind)
	}
	// Ann has five quotes, Ben four: four match, three of them exactly.
	if a.Half.String() != "0.89" || a.Exact.String() != "0.67" || a.Finished != 1 || len(a.Disagreements) != 3 {
		t.Errorf("%+v", a)
	}
	m := figures.AgreementWithMachine("ann", []overlay.Case{{Article: "a1", Text: reviewtest.Story,
		Machine: reviewtest.Found(), State: ann}})
	// Of the machine's five Ann keeps four, and adds one.
	if m.B != figures.Machine || m.Verdict.Units != 0 || m.Half.String() != "0.80" ||
		m.Speaker.Percent.String() != "1.00" || len(m.Disagreements) != 2 {
		t.Errorf("%+v", m)
	}
}

func TestWhatOnlyOneDecidedIsNoAgreement(t *testing.T) {
	ann, _ := reviewtest.TwoReviewers()
	pen := reviewtest.WriterOf("ben", reviewtest.Story)
	ben := review.Fold([]review.Entry{pen.Accept(review.QuoteOf(reviewtest.Story, reviewtest.Found(), 0))})
	a := figures.AgreementOf("ann", "ben", []overlay.Case{{Article: "a1", Text: reviewtest.Story,
		Machine: reviewtest.Found(), State: ann,
		Other: ben}})
	if a.Verdict.Units != 1 || a.Speaker.Units != 1 || len(a.Disagreements) != 0 || a.Finished != 0 ||
		a.Half.Defined() || a.Alpha.Defined() {
		t.Errorf("%+v", a)
	}
	if !strings.Contains(a.Text(), "n/a") || a.Verdict.Kappa.Defined() {
		t.Errorf("%s", a.Text())
	}
	if none := figures.AgreementOf("ann", "ben", nil); none.Articles != 0 || none.Half.Defined() {
		t.Errorf("%+v", none)
	}
}
