package document

import (
	"bytes"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"hearsay/analysis"
)

const text = "Zoë Venn said: “Wir gehen nicht.” Nobody else — not 新聞 — said a word."

// Whatever the engine may find, it comes back as it was. Every field of a document is filled, so that one of a kind
// that cannot be kept makes this fail.
func TestADocumentComesBackAsItWas(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		var d analysis.Document
		madeUp{dice}.fill(t, reflect.ValueOf(&d).Elem())
		mend(&d, dice)
		data, err := Encode(&d)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Decode(data, text)
		if err != nil {
			t.Fatalf("%v in %s", err, data)
		}
		if !reflect.DeepEqual(got, &d) {
			t.Fatalf("wrote %+v\nread  %+v\nas %s", &d, got, data)
		}
		again, err := Encode(got)
		if err != nil || !bytes.Equal(again, data) {
			t.Fatalf("%v: the second time it is written as\n%s\nnot\n%s", err, again, data)
		}
	}
}

// madeUp fills values at random: no list is empty, since an empty one and none at all are written alike.
type madeUp struct{ dice *rand.Rand }

func (m madeUp) fill(t *testing.T, v reflect.Value) {
	if v.Type() == spanType {
		v.Set(reflect.ValueOf(m.span()))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			m.fill(t, v.Field(i))
		}
	case reflect.Slice:
		if n := m.dice.IntN(4); n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
		}
		for i := range v.Len() {
			m.fill(t, v.Index(i))
		}
	case reflect.Int:
		v.SetInt(int64(m.dice.IntN(max(len(words[v.Type()]), 1))))
	case reflect.Float64:
		v.SetFloat(m.dice.Float64())
	case reflect.Bool:
		v.SetBool(m.dice.IntN(2) == 0)
	case reflect.String:
		v.SetString([]string{"", "a", "“He” is\n\x00\u2028 the man"}[m.dice.IntN(3)])
	default:
		t.Fatalf("%s: nothing is known of how it is kept", v.Type())
	}
}

func (m madeUp) span() analysis.Span {
	var at []int
	for i := range text {
		at = append(at, i)
	}
	at = append(at, len(text))
	start := m.dice.IntN(len(at))
	return analysis.Span{Start: at[start], End: at[start+m.dice.IntN(len(at)-start)]}
}

// mend makes every index lead somewhere: there is always a first quote and a first speaker.
func mend(d *analysis.Document, dice *rand.Rand) {
	if len(d.Quotes) == 0 {
		d.Quotes = make([]analysis.Quote, 1)
	}
	if len(d.Speakers) == 0 {
		d.Speakers = make([]analysis.Speaker, 1)
	}
	speaker := func() int { return dice.IntN(len(d.Speakers)) }
	for i := range d.Quotes {
		q := &d.Quotes[i]
		for j := range q.Speakers {
			q.Speakers[j] = speaker()
		}
		for j := range q.Why.Chain {
			q.Why.Chain[j].Speaker = speaker()
		}
		for j := range q.Why.Candidates {
			q.Why.Candidates[j].Speaker = speaker() + analysis.None
		}
	}
	for i := range d.Positions {
		p := &d.Positions[i]
		p.Speaker = speaker()
		for j := range p.Targets {
			p.Targets[j] = speaker()
		}
		for j := range p.Quotes {
			p.Quotes[j] = dice.IntN(len(d.Quotes))
		}
	}
}

// An enumeration that gains a value needs a word for it here.
func TestEveryValueHasItsWord(t *testing.T) {
	for kind, all := range words {
		for i, w := range all {
			if n, err := numberOf(kind, w); err != nil || n != int64(i) {
				t.Errorf("%s: %q stands for %d, not %d (%v)", kind, w, n, i, err)
			}
		}
		beyond := reflect.New(kind).Elem()
		beyond.SetInt(int64(len(all)))
		if named, ok := beyond.Interface().(interface{ String() string }); ok && spells(named.String) {
			t.Errorf("%s has the value %q, for which there is no word", kind, named.String())
		}
	}
}

// spells reports whether there is a word at all: String panics beyond the last.
func spells(word func() string) (does bool) {
	defer func() { does = recover() == nil }()
	return word() != ""
}

// The form itself is held fast: files written today are read for years.
func TestTheForm(t *testing.T) {
	d := &analysis.Document{
		Engine: "3", Language: "en", Sentences: []analysis.Span{{Start: 0, End: 4}},
		Quotes: []analysis.Quote{{Kind: analysis.Direct, Content: []analysis.Span{{Start: 5, End: 9}}, Speakers: []int{0},
			Confidence: 0.5,
			Why: analysis.Why{Found: "a colon", SpeakerConfidence: 0.25,
				Candidates: []analysis.Candidate{{Speaker: analysis.None}}}}},
		Speakers:  []analysis.Speaker{{Name: "Zoë", Names: []string{"Zoë"}, Type: analysis.Person, Gender: analysis.Female}},
		Positions: []analysis.Position{{Stance: analysis.Opposes, Act: analysis.Denies, Quotes: []int{0}}},
	}
	want := `{"engine":"3","language":"en","positions":[{"act":"denies","quotes":[0],"stance":"opposes"}],` +
		`"quotes":[{"confidence":0.5,"content":[[5,9]],"kind":"direct","speakers":[0],"why":{"candidates":[{"speaker":-1}],` +
		`"found":"a colon","speaker_confidence":0.25}}],"sentences":[[0,4]],` +
		`"speakers":[{"gender":"female","name":"Zoë","names":["Zoë"],"type":"person"}]}`
	if got, err := Encode(d); err != nil || string(got) != want {
		t.Errorf("%v\n%s\nwant\n%s", err, got, want)
	}
}

// What a later program adds is passed over, and what an earlier one did not know is empty.
func TestFieldsComeAndGo(t *testing.T) {
	d, err := Decode([]byte(`{"engine": "9", "tone": {"deep": [1]}, "quotes": [{"content": [[0, 4]], "echoes": [7]}]}`),
		text)
	if err != nil || d.Engine != "9" || len(d.Quotes) != 1 || d.Quotes[0].Kind != analysis.Indirect ||
		d.Quotes[0].Why.Found != "" {
		t.Errorf("%v, %+v", err, d)
	}
}

func TestWhatCannotBeADocument(t *testing.T) {
	for _, c := range []struct{ data, says string }{
		{``, "unexpected end"},
		{`[]`, "an object was expected, not a list"},
		{`{"quotes": 3}`, "quotes: a list was expected, not 3"},
		{`{"engine": null}`, "engine: a string was expected, not nothing"},
		{`{"quotes": [{"content": [[0, 400]]}]}`, "quotes: 1: content: 1: 0 to 400 is no part"},
		{`{"quotes": [{"content": [[9, 3]]}]}`, "9 to 3"},
		{`{"quotes": [{"content": [[-1, 3]]}]}`, "-1 to 3"},
		{`{"quotes": [{"content": [[0, 3]]}]}`, "cuts a letter"},
		{`{"quotes": [{"content": [[0]]}]}`, "pair"},
		{`{"quotes": [{"content": [[0, 1.5]]}]}`, "whole number was expected, not 1.5"},
		{`{"quotes": [{"content": [[0, 1e99]]}]}`, "whole number"},
		{`{"quotes": [{"kind": "sung"}]}`, `"sung" is none of indirect, mixed, direct`},
		{`{"quotes": [{"kind": 2}]}`, "a word was expected, not 2"},
		{`{"quotes": [{"speakers": [0]}]}`, "quote 1: there is no speaker 1"},
		{`{"quotes": [{"why": {"chain": [{}]}}]}`, "there is no speaker 1"},
		{`{"quotes": [{"why": {"candidates": [{"speaker": -2}]}}]}`, "there is no speaker -1"},
		{`{"positions": [{}]}`, "position 1: there is no speaker 1"},
		{`{"speakers": [{}], "positions": [{"targets": [1]}]}`, "there is no speaker 2"},
		{`{"speakers": [{}], "positions": [{"quotes": [0]}]}`, "there is no quote 1"},
	} {
		if d, err := Decode([]byte(c.data), text); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, %+v; want an error that says %q", c.data, err, d, c.says)
		}
	}
	for _, f := range []float64{math.NaN(), math.Inf(1)} {
		if data, err := Encode(&analysis.Document{Quotes: []analysis.Quote{{Confidence: f}}}); err == nil {
			t.Errorf("%v is written as %s", f, data)
		}
	}
	if data, err := Encode(&analysis.Document{Quotes: []analysis.Quote{{Kind: 3}}}); err == nil {
		t.Errorf("a kind that there is not is written as %s", data)
	}
}

// Whatever the bytes, reading gives a document that can be written again and is then the same, or an error.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"quotes":[{"content":[[0,4]],"kind":"mixed","speakers":[0]}],"speakers":[{"name":"Zoë"}],"positions":[{"quotes":[0]}]}`))
	f.Add([]byte(`{"sentences":[[5,5]],"quotes":[{"why":{"candidates":[{"speaker":-1}]},"confidence":1e-7}]}`))
	f.Add([]byte(`{"quotes":[{"why":{"candidates":[]}}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Decode(data, text)
		if err != nil {
			return
		}
		for _, q := range d.Quotes {
			for _, s := range append(append(q.Content, q.Cue...), q.Source...) {
				_ = s.Of(text)
			}
			for _, s := range q.Speakers {
				_ = d.Speakers[s]
			}
		}
		again, err := Encode(d)
		if err != nil {
			t.Fatalf("what was read cannot be written: %v", err)
		}
		if second, err := Decode(again, text); err != nil {
			t.Errorf("%v: what was written cannot be read: %s", err, again)
		} else if third, _ := Encode(second); !bytes.Equal(again, third) {
			t.Errorf("%s\nbecomes\n%s", again, third)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	d := &analysis.Document{Speakers: make([]analysis.Speaker, 5)}
	for range 45 {
		d.Quotes = append(d.Quotes, analysis.Quote{Content: []analysis.Span{{Start: 0, End: 4}}, Speakers: []int{2},
			Confidence: 0.93125,
			Why:        analysis.Why{Found: "the reporting verb “said” follows the content", Chain: make([]analysis.Link, 3)}})
	}
	data, err := Encode(d)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Decode(data, text); err != nil {
			b.Fatal(err)
		}
	}
}
