package measure

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

func near(t *testing.T, what string, got Value, want, within float64) {
	t.Helper()
	if !got.Defined() || math.Abs(float64(got)-want) > within {
		t.Errorf("%s is %v, want %v", what, float64(got), want)
	}
}

// Newcombe (1998), table I: method 3, the score interval of Wilson (1927).
func TestWilsonAsNewcombePrintsIt(t *testing.T) {
	for _, c := range []struct {
		right, of int
		low, high float64
	}{{81, 263, 0.2553, 0.3662}, {15, 148, 0.0624, 0.1605}, {0, 20, 0, 0.1611}, {1, 29, 0.0061, 0.1718}} {
		r := Rate{c.right, c.of}
		low, high := r.Wilson()
		near(t, fmt.Sprint(r, " low"), low, c.low, 5e-5)
		near(t, fmt.Sprint(r, " high"), high, c.high, 5e-5)
		near(t, "margin", r.Margin(), (c.high-c.low)/2, 1e-4)
	}
}

// No text leads beyond what a share can be.
func TestRatesInWords(t *testing.T) {
	for _, c := range []struct {
		rate Rate
		want string
	}{
		{Rate{25, 28}, "0.89 (0.73–0.96)"}, {Rate{28, 40}, "0.70 (0.55–0.82)"}, {Rate{6, 6}, "1.00 (0.61–1.00)"},
		{Rate{0, 3}, "0.00 (0.00–0.56)"},
		{Rate{1, 2}, "0.50 (0.09–0.91)"}, {Rate{1, 9}, "0.11 (0.02–0.43)"}, {Rate{}, "n/a"},
	} {
		if got := c.rate.String(); got != c.want {
			t.Errorf("%d of %d is %s, want %s", c.rate.Right, c.rate.Of, got, c.want)
		}
	}
	for of := 1; of < 60; of++ {
		for right := 0; right <= of; right++ {
			var share, low, high float64
			n, _ := fmt.Sscanf(Rate{right, of}.String(), "%f (%f–%f)", &share, &low, &high)
			if n != 3 || low < 0 || low > share || share > high || high > 1 {
				t.Errorf("%d of %d is %s", right, of, Rate{right, of})
			}
		}
	}
}

func TestWilsonHoldsTheShare(t *testing.T) {
	for of := 1; of < 60; of++ {
		for right := 0; right <= of; right++ {
			r := Rate{right, of}
			if low, high := r.Wilson(); low > r.Share() || high < r.Share() || low < 0 || high > 1 {
				t.Fatalf("%d of %d: %v to %v", right, of, low, high)
			}
		}
	}
}

// table makes pairs of a matrix of counts: rows are the first rater's.
func table(rows ...[]int) Pairs {
	p := Pairs{}
	for i, row := range rows {
		for j, k := range row {
			if k > 0 {
				p[[2]string{string(rune('a' + i)), string(rune('a' + j))}] = k
			}
		}
	}
	return p
}

// Cohen (1960), the tables of proportions (κ = -.09) and of frequencies (κ = .492); Gwet (2008), 125 subjects on whom
// kappa is paradoxical: κ = -0.0234, AC1 = 0.9408.
func TestKappaAndAC1AsTheirAuthorsPrintThem(t *testing.T) {
	first := table([]int{25, 13, 12}, []int{12, 2, 16}, []int{3, 15, 2}).Agreement()
	near(t, "percent", first.Percent, 0.29, 1e-9)
	near(t, "kappa", first.Kappa, -0.0923, 5e-5)
	second := table([]int{88, 14, 18}, []int{10, 40, 10}, []int{2, 6, 12}).Agreement()
	near(t, "percent", second.Percent, 0.70, 1e-9)
	near(t, "kappa", second.Kappa, 0.4915, 5e-5)
	paradox := table([]int{118, 5}, []int{2, 0}).Agreement()
	near(t, "kappa", paradox.Kappa, -0.0234, 5e-5)
	near(t, "AC1", paradox.AC1, 0.9408, 5e-5)
}

// Krippendorff (2011): A, binary data; B, nominal data; C, four observers with gaps.
func TestAlphaAsKrippendorffPrintsIt(t *testing.T) {
	for _, c := range []struct {
		name   string
		raters []string
		want   float64
	}{
		{"A", []string{"0100000010", "1110010000"}, 0.095},
		{"B", []string{"aabbdcccedda", "babbbccceddd"}, 0.692},
		{"C", []string{"123321412...", "1233224125.3", ".33323422 51.", "123324412 51."}, 0.743},
	} {
		units := [][]string{}
		for _, line := range c.raters {
			line = strings.ReplaceAll(line, " ", "") // a gap is a dot
			for i, r := range line {
				if i == len(units) {
					units = append(units, nil)
				}
				units[i] = append(units[i], strings.Trim(string(r), "."))
			}
		}
		near(t, c.name, Alpha(units), c.want, 5e-4)
	}
}

func TestAlphaOfTwoIsTheSameEitherWay(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		p, units := Pairs{}, [][]string{}
		for range 2 + random.IntN(40) {
			a, b := string(rune('a'+random.IntN(3))), string(rune('a'+random.IntN(3)))
			p.Add(a, b)
			units = append(units, []string{a, b})
		}
		if a, b := p.Alpha(), Alpha(units); a.Defined() != b.Defined() || a.Defined() && math.Abs(float64(a-b)) > 1e-12 {
			t.Fatalf("%v and %v of %v", a, b, p)
		}
	}
}

func TestWhatIsNotDefinedIsNoNumber(t *testing.T) {
	one := table([]int{9})
	for name, v := range map[string]Value{
		"kappa of one label": one.Agreement().Kappa, "AC1 of one label": one.Agreement().AC1,
		"alpha of one label": one.Alpha(),
		"percent of nothing": Pairs{}.Agreement().Percent, "alpha of nothing": Alpha(nil),
		"alpha of single labels": Alpha([][]string{{"a", ""}, {"", "b"}}),
		"F1 of nothing":          F1(0, 0, 0), "share of nothing": Rate{}.Share(),
		"a mean of nothing":          new(Reliability).Error(),
		"a bootstrap of one article": Bootstrap([]Rate{{1, 2}, {}}, 100, 1).Low,
	} {
		if j, err := json.Marshal(v); v.Defined() || v.String() != "n/a" || err != nil || string(j) != "null" {
			t.Errorf("%s is %v, %s", name, v, j)
		}
	}
	near(t, "percent of one label", one.Agreement().Percent, 1, 0)
}

// Hripcsak and Rothschild (2005): as the number of things that neither marks grows, kappa comes near to F.
func TestKappaComesNearToFWithoutEnd(t *testing.T) {
	const both, first, second = 60, 15, 9
	f := F1(both, both+first, both+second)
	near(t, "F", f, 120.0/144, 1e-12)
	last := math.Inf(1)
	for neither := 10; neither < 1e8; neither *= 10 {
		gap := math.Abs(float64(f - table([]int{both, first}, []int{second, neither}).Agreement().Kappa))
		if gap >= last {
			t.Fatalf("the gap grew from %v to %v at %d", last, gap, neither)
		}
		last = gap
	}
	if last > 1e-5 {
		t.Errorf("the gap is still %v", last)
	}
}

func TestReliability(t *testing.T) {
	for _, c := range []float64{-1, 0, 1, 7, math.NaN(), math.Inf(1)} {
		if b := BandOf(c); b < 0 || b > 9 {
			t.Errorf("%v falls into band %d", c, b)
		}
	}
	for confidence, want := range map[float64]int{0: 0, 0.0999: 0, 0.1: 1, 0.7: 7, 1: 9, -1: 0, 2: 9} {
		if got := BandOf(confidence); got != want {
			t.Errorf("%v is in the band %d, want %d", confidence, got, want)
		}
	}
	var r Reliability
	for i := range 10 {
		r.Add(0.95, i < 9)
		r.Add(0.31, i < 2)
	}
	near(t, "ECE", r.Error(), (0.05+0.11)/2, 1e-9)
	b := r.Bands()
	if len(b) != 2 || b[0].From != 0.3 || b[1].Rate != (Rate{9, 10}) {
		t.Errorf("%+v", b)
	}
}

func TestTheBootstrapIsSeededAndWiderThanSingleQuotesSay(t *testing.T) {
	var groups []Rate
	for i := range 40 { // articles that are wholly right or wholly wrong
		groups = append(groups, Rate{10 * (i % 4 / 3), 10})
	}
	a, b := Bootstrap(groups, 500, 7), Bootstrap(groups, 500, 7)
	low, high := Rate{100, 400}.Wilson()
	if a != b || Bootstrap(groups, 500, 8) == a {
		t.Errorf("%v and %v", a, b)
	}
	if a.Low >= 0.25 || a.High <= 0.25 || a.High-a.Low <= high-low {
		t.Errorf("%v against %v to %v", a, low, high)
	}
}

func TestFiguresKeepTheirFormInJSON(t *testing.T) {
	in := struct {
		Rate Rate
		V    Value
	}{Rate{11, 12}, 0.123456}
	data, err := json.Marshal(in)
	if want := `{"Rate":{"right":11,"of":12,"share":0.9167,"low":0.6461,"high":0.9851,"margin":0.1695},"V":0.1235}`; err != nil || string(data) != want {
		t.Fatalf("%s, %v", data, err)
	}
	if err := json.Unmarshal(data, &in); err != nil || in.Rate != (Rate{11, 12}) {
		t.Errorf("%+v, %v", in, err)
	}
}

// Figures are rounded as Python rounds: to the nearest, and from the very middle to the even digit.
func TestFiguresAreRounded(t *testing.T) {
	for x, want := range map[float64]string{0.03125: "0.0312", 0.09375: "0.0938", 0.12345: "0.1235", 2.0 / 3: "0.6667",
		1: "1.0", 0: "0.0", -0.25: "-0.25"} {
		if got, err := json.Marshal(Value(x)); err != nil || string(got) != want {
			t.Errorf("%v is written %s, want %s", x, got, want)
		}
	}
}
