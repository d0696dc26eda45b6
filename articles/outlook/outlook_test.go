package outlook

import (
	"encoding/csv"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"hearsay/analysis"
	"hearsay/articles/people"
)

// cast are a woman in two articles, a man, a man who is only described, a body, a report and a crowd.
func cast() *people.Register {
	voice := func(article int64, speaker int, name string, kind analysis.SpeakerType, g analysis.Gender) people.Voice {
		return people.Voice{Key: people.Key{Article: fmt.Sprintf("%07d", article), Name: name}, Order: article,
			Speaker: speaker, Names: []string{name}, Type: kind, Gender: g}
	}
	all := []people.Voice{
		voice(1, 0, "Elin Vasstrand", analysis.Person, analysis.Female),
		voice(1, 1, "Tor Brandvold", analysis.Person, analysis.Male),
		voice(1, 2, "a farmer", analysis.Person, analysis.Male),
		voice(2, 0, "Elin Vasstrand", analysis.Person, analysis.Female),
		voice(2, 1, "Reuters", analysis.Organization, 0), voice(2, 2, "the report", analysis.Unknown, 0),
		voice(2, 3, "=HARBOUR()", analysis.Organization, 0)}
	return people.Join(all, nil, people.RenownOf(all))
}

func said(article int64, quote, voice int, kind analysis.Kind, p analysis.Polarity, words int) Said {
	return Said{Article: article, Quote: quote, Voice: voice, Kind: kind, Polarity: p, Words: words,
		Outlet: map[bool]string{true: "Courier", false: "=HARBOUR()"}[article < 3],
		When:   time.Date(2026, time.Month(article), 1, 0, 0, 0, 0, time.UTC), Dated: article < 3}
}

func outlook() *Outlook {
	const direct, indirect = analysis.Direct, analysis.Indirect
	return Of([]Said{
		said(1, 0, 0, direct, analysis.Said, 10), said(1, 1, 0, indirect, analysis.Said, 5),
		said(1, 1, 1, indirect, analysis.Said, 5), // a joint quote
		said(1, 2, 2, direct, analysis.Said, 3), said(1, 3, -1, direct, analysis.Said, 4),
		said(1, 4, 1, direct, analysis.Refused, 0), said(2, 0, 3, direct, analysis.Said, 7),
		said(2, 1, 4, indirect, analysis.Said, 6), said(2, 2, 5, indirect, analysis.Said, 2),
		said(2, 3, 4, direct, analysis.Denied, 9), said(3, 0, 6, direct, analysis.Said, 1),
	}, cast())
}

func TestWhatIsCounted(t *testing.T) {
	o := outlook()
	if o.Articles != 3 || o.Quotes != 8 || o.Words != 38 || o.Denied != 1 || o.Refused != 1 || o.Undated != 1 {
		t.Errorf("%+v", o)
	}
	want := map[string]string{
		kinds:   "direct 5/8 indirect 3/8",
		sorts:   "persons 5/9 organizations 2/9 documents 1/9 unknown 1/9",
		naming:  "named 5/8 described 3/8",
		genders: "women 3/5 men 2/5",
	}
	for _, g := range o.Groups {
		var all []string
		sum := 0.0
		for _, s := range g.Shares {
			all = append(all, fmt.Sprintf("%s %d/%d", s.Name, s.Quotes, s.Of))
			sum += float64(s.Share)
			if s.Low > s.Share || s.High < s.Share {
				t.Errorf("%s %s: %v is not within %v", g.Name, s.Name, s.Share, s.Interval)
			}
		}
		if got := strings.Join(all, " "); got != want[g.Name] || math.Abs(sum-1) > 1e-9 {
			t.Errorf("%s: %q, want %q; they add up to %v", g.Name, got, want[g.Name], sum)
		}
	}
	if s := o.Speakers[0]; s.Name != "Elin Vasstrand" || s.Quotes != 3 || s.Words != 22 || s.Articles != 2 {
		t.Errorf("%+v", o.Speakers)
	}
	if len(o.Months) != 2 || o.Months[0].Name != "2026-01" || o.Months[0].Quotes != 4 {
		t.Errorf("%+v", o.Months)
	}
}

func TestTheTable(t *testing.T) {
	var b strings.Builder
	if err := outlook().WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(b.String())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, r := range rows {
		found[r[0]+" "+r[1]] = true
		if len(r) != 10 || strings.HasPrefix(r[1], "=") {
			t.Errorf("%q", r)
		}
	}
	for _, w := range []string{"women and men women", "speaker Elin Vasstrand", "outlet Courier", "month 2026-01",
		"kind direct", "outlet '=HARBOUR()"} {
		if !found[w] {
			t.Errorf("there is no row for %s in\n%s", w, b.String())
		}
	}
}

func TestBars(t *testing.T) {
	for share, want := range map[float64]string{0: "", 1: strings.Repeat("█", 20), 0.5: strings.Repeat("█", 10),
		0.001: "▏", math.NaN(): "", 7: strings.Repeat("█", 20)} {
		if got := Bar(share); got != want {
			t.Errorf("%v: %q, want %q", share, got, want)
		}
	}
	if got, _, _ := outlook().Spark(); got != "2026-01 █▆ 2026-02" {
		t.Errorf("%q", got)
	}
	if len((&Outlook{}).Lines(5)) == 0 {
		t.Error("of nothing nothing is told")
	}
}
