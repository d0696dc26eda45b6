package details_test

import (
	"testing"

	"hearsay/articles/source/details"
)

func TestADayIsReadHoweverItIsWritten(t *testing.T) {
	for in, want := range map[string]string{
		"14/03/2026": "2026-03-14", "14.3.2026": "2026-03-14", "31-12-2025, 09:15": "2025-12-31",
		"14/03/2026 08:30": "2026-03-14", "March 14, 2026": "2026-03-14", "14 Mar 2026": "2026-03-14",
		"2026-03-14T08:30:00Z": "2026-03-14", "20260314T083000Z": "2026-03-14", "03/14/2026": "2026-03-14",
		"31/02/2026": "", "99/03/2026": "", "Saturday": "", "12 shares": "",
	} {
		got := ""
		if d := details.Date(in); !d.IsZero() {
			got = d.Format("2006-01-02")
		}
		if got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}
