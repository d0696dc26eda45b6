package names

import (
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"hearsay/analysis/features"
	"hearsay/analysis/text"
)

func TestADamagedNetworkIsRefused(t *testing.T) {
	changed := func(at int) string {
		b := []byte(builtInNetwork)
		b[at] ^= 3
		return string(b)
	}
	linear, err := form.Unpack(builtIn)
	if err != nil {
		t.Fatal(err)
	}
	for what, c := range map[string]struct{ file, says string }{
		"nothing":            {"", "damaged"},
		"a short file":       {builtInNetwork[:100], "damaged"},
		"one cut at its end": {builtInNetwork[:len(builtInNetwork)-1], "damaged"},
		"another file":       {strings.Repeat("x", len(builtInNetwork)), "damaged"},
		"a changed bit":      {changed(len(builtInNetwork) / 2), "damaged"},
		"another projection": {changed(networkHeader - 4), "damaged"},
		"a newer one":        {changed(len(networkForm.Magic)), "version 2, not 1: run analysis/train/encoder/names.py"},
	} {
		if _, err := New(linear, c.file); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// FuzzReadNetwork: any bytes are told to be no weights, and break nothing.
func FuzzReadNetwork(f *testing.F) {
	for _, s := range []string{"", networkForm.Magic, builtInNetwork[:40],
		networkForm.Magic + "\x01\x00\x00\x00\x00\xff\xff\xff\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if k, err := readNetwork(s); (k == nil) == (err == nil) {
			t.Errorf("%v and %v", k, err)
		}
	})
}

// No labels are worth more than those that are chosen.
func TestTheBestLabelsAreChosen(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	for range 200 {
		scores := make([][labels]float32, 1+random.IntN(4))
		var by transitions
		for l := range labels {
			for k := range labels {
				by[l][k] = float32(random.NormFloat64())
			}
			for i := range scores {
				scores[i][l] = float32(random.NormFloat64() * 2)
			}
		}
		got := make([]int, len(scores))
		viterbi(scores, &by, got)
		if found, most := scoreOf(got, scores, &by), highestScore(make([]int, len(scores)), 0, scores,
			&by); math.Abs(found-most) > 1e-4 {
			t.Fatalf("%v are worth %v of %v", got, found, most)
		}
	}
}

func scoreOf(of []int, scores [][labels]float32, by *transitions) (sum float64) {
	before := outside
	for i, l := range of {
		if !mayFollow(l, before) {
			return math.Inf(-1)
		}
		sum += float64(by[before][l] + scores[i][l])
		before = l
	}
	return sum + float64(by[before][outside])
}

// highestScore tries all labels from the i-th on.
func highestScore(of []int, i int, scores [][labels]float32, by *transitions) float64 {
	if i == len(of) {
		return scoreOf(of, scores, by)
	}
	most := math.Inf(-1)
	for of[i] = range labels {
		most = max(most, highestScore(of, i+1, scores, by))
	}
	return most
}

// Where the linear model, which has not met the words, is at a loss, what they mean where they stand tells.
func TestTheNetworkKnowsMoreNames(t *testing.T) {
	for _, c := range []struct{ story, text, want string }{
		{"who is founded and raises money is a company",
			"The app is made by Mizzle, which was founded in 2015 and has raised money from investors.", "Mizzle/organization"},
		{"the article before a house of parliament is no part of its name", "Mr Oyelaran and Wei Qiu told the Senate.",
			"Oyelaran/person Wei Qiu/person Senate/organization"},
	} {
		var got []string
		for _, n := range find(t, c.text) {
			got = append(got, n.Of(c.text)+"/"+n.Type.String())
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.story, s, c.want)
		}
	}
}

// The same text has the same names, however many cores there are, and whatever else is being read.
func TestNamesDoNotDependOnCores(t *testing.T) {
	s := strings.Repeat("Ruth Haldane of the Port Authority met Otto Brandt in Brenn. “Brenn waits,” Haldane said.\n", 40)
	before := runtime.GOMAXPROCS(1)
	want := find(t, s)
	runtime.GOMAXPROCS(max(4, before))
	defer runtime.GOMAXPROCS(before)
	if got := find(t, s); !slices.Equal(got, want) {
		t.Errorf("%d names on one core, %d on several, or others", len(want), len(got))
	}
}

// wordStates makes what is seen of a word of nothing but its letters.
type wordStates struct{ *text.Text }

func (s wordStates) ProjectedLayers(token int, to []float32) {
	random := rand.New(rand.NewPCG(features.Exact(s.Word(token)), 1))
	for k := range to {
		to[k] = float32(random.NormFloat64()) / 2
	}
}

// However much stands before it, and wherever the words are parted to be reckoned, a word has the same scores.
func TestScoresDoNotDependOnWhatStandsFarOff(t *testing.T) {
	f := finder(t)
	story := "\n\nRuth Haldane of the Port Authority met Otto Brandt in Brenn. “Brenn waits,” Haldane said, and Brandt " +
		"left Brenn."
	scores := func(s string) [][labels]float32 {
		tx := text.Split(s, nil)
		v := f.model.view(words(tx))
		f.network.addScores(v, f.network.convolve(v, wordStates{tx}))
		return v.scores
	}
	short := scores("it rained here." + story)
	for _, lines := range []int{2, 60, block / 4, block/4 + 1, 2*block/4 - 3} {
		long := scores(strings.Repeat("it rained here.\n", lines) + story)
		if !slices.Equal(long[len(long)-20:], short[len(short)-20:]) {
			t.Errorf("with %d lines before it the story has other scores", lines)
		}
	}
}

// What the network makes of a word it also tells of the others that are written alike, and of no other word.
func TestWordsThatAreWrittenAlikeAreThoughtOfTogether(t *testing.T) {
	f := finder(t)
	last := func(s string) [labels]float32 {
		tx := text.Split(s, nil)
		v := f.model.view(words(tx))
		f.network.addScores(v, f.network.convolve(v, wordStates{tx}))
		return v.scores[len(v.scores)-2]
	}
	end := strings.Repeat("it rained here.\n", 5) + "we saw Quarn."
	alone := last("the man spoke to Mr Tolne.\n" + end)
	if other := last("the man spoke to Mr Haldane.\n" + end); other != alone {
		t.Error("another word changes the scores")
	}
	if alike := last("the man spoke to Mr Quarn.\n" + end); alike == alone {
		t.Error("the same word changes nothing")
	}
}

func TestWordsAreSortedByHowTheyAreWritten(t *testing.T) {
	for w, want := range map[string]int{"house": 0, "House": 1, "UN": 2, "McCain": 3, "iPhone": 3, "A": 4, "U.S.": 5,
		"S.E.C.": 5, "1990s": 6, "12": 6, "—": 7, "": 7} {
		x := newWord(w)
		if got := x.letterCase(); got != want {
			t.Errorf("%q is of kind %d, not %d", w, got, want)
		}
	}
}

// A word is asked about where the linear model had a look at it or at the word beside it.
func TestSmallWordsFarFromNamesAreNotAskedAbout(t *testing.T) {
	m := finder(t).model
	tx := text.Split("it rained and then it was dry until the man Ruth Bell met went home again", nil)
	v := m.view(words(tx))
	for i, active := range v.active {
		switch w := tx.Word(i); {
		case (w == "Ruth" || w == "Bell" || w == "man") && !active:
			t.Errorf("%q is not asked about", w)
		case (w == "rained" || w == "again") && active:
			t.Errorf("%q is asked about", w)
		}
	}
}
