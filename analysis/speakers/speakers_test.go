package speakers

import (
	"strings"
	"sync"
	"testing"

	"hearsay/analysis/annotated/annotatedtest"
	"hearsay/analysis/narrator"
	"hearsay/analysis/speakers/entities"
	"hearsay/analysis/text"
)

// marked reads a text in which ‹…› stands around sources, {…} around contents and […] around cues: each pair of source
// and content is a quote. A content
// without a source has ‹› before it, one that runs on from the quote before ‹+›.
func marked(t testing.TB, s string) Article {
	t.Helper()
	var plain strings.Builder
	var quotes []Quote
	var source, content, cue []text.Span
	start, goesOn := 0, false
	for _, c := range s {
		switch c {
		case '‹', '{', '[':
			start = plain.Len()
		case '›':
			if p := (text.Span{Start: start, End: plain.Len()}); !p.Empty() {
				source = append(source, p)
			} else {
				source = append(source, text.Span{})
			}
		case ']':
			cue = append(cue, text.Span{Start: start, End: plain.Len()})
		case '}':
			content = append(content, text.Span{Start: start, End: plain.Len()})
		case '+':
			goesOn = true
		default:
			plain.WriteRune(c)
		}
		if len(source) == 1 && len(content) == 1 {
			q := Quote{Content: content, Cue: cue, Source: source, Continues: -1}
			if source[0].Empty() {
				q.Source = nil
			}
			if goesOn {
				q.Continues = len(quotes) - 1
			}
			quotes = append(quotes, q)
			source, content, cue, goesOn = nil, nil, nil, false
		}
	}
	return article(t, plain.String(), quotes)
}

func article(t testing.TB, s string, quotes []Quote) Article {
	t.Helper()
	who := narrator.Find(annotatedtest.Read(t, s), false)
	return Article{Text: who.Text, Quotes: quotes, Narrators: who}
}

var learnt = sync.OnceValues(Load)

func resolve(t testing.TB, a Article) Result {
	t.Helper()
	m, err := learnt()
	if err != nil {
		t.Fatal(err)
	}
	return m.Resolve(a)
}

func namesOf(r Result, q int) string {
	var out []string
	for _, s := range r.Quotes[q].Speakers {
		out = append(out, r.Speakers[s].Name)
	}
	return strings.Join(out, " & ")
}

func TestSourcesLeadToSpeakers(t *testing.T) {
	for _, c := range []struct {
		story, text string
		want        []string
	}{
		{"a surname is that of the full name, before or after it",
			"‹Haldane› said {it was late}. Treasurer Ruth Haldane had spoken. ‹Haldane› said {it was early}.",
			[]string{"Ruth Haldane", "Ruth Haldane"}},
		{"he and she are told apart",
			"Robert Fell met Maria Stone on Friday. ‹She› said {the road was closed}. ‹He› said {it was open}.",
			[]string{"Maria Stone", "Robert Fell"}},
		{"a title stands for the one who bears it",
			"Mayor Anna Bright met Governor Paul Dunn. ‹The mayor› said {the bridge is safe}. ‹The governor› " +
				"said {it is not}.", []string{"Anna Bright", "Paul Dunn"}},
		{"an apposition describes",
			"‹Karl Weiss, the museum's director›, said {the roof leaked}. ‹The director› said {it had been mended}.",
			[]string{"Karl Weiss", "Karl Weiss"}},
		{"a nationality narrows a description",
			"French President Jeanne Morel called German Chancellor Otto Brandt. ‹The French leader› said {it " +
				"went well}. ‹The German leader› said {it did not}.",
			[]string{"Jeanne Morel", "Otto Brandt"}},
		{"both of two",
			"French President Jeanne Morel called German Chancellor Otto Brandt. ‹Both leaders› said {it went well}.",
			[]string{"Jeanne Morel & Otto Brandt"}},
		{"two names are two speakers, and they are both",
			"‹Ann Bell and Carl Dorn› said {they would sue}. ‹They› said {it would take years}.",
			[]string{"Ann Bell & Carl Dorn", "Ann Bell & Carl Dorn"}},
		{"a joint office is one speaker",
			"‹Ann Bell, director of trade and industry›, said {prices fell}.", []string{"Ann Bell"}},
		{"unnamed ones are named by their description",
			"‹A senior official who asked not to be named› said {talks had failed}.", []string{"A senior official"}},
		{"an adviser is not the one advised",
			"Prime Minister Ivan Petrov left. ‹Petrov's adviser› said {he was ill}.", []string{"Petrov's adviser"}},
		{"the name behind a description",
			"‹One of the family's lawyers, Justin Baker,› said {they would appeal}. ‹Baker› said {it was hard}.",
			[]string{"Justin Baker", "Justin Baker"}},
		{"a title with \"of\"",
			"‹Chief of staff Tom Hale› said {it was over}. ‹Hale› said {no more}.", []string{"Tom Hale", "Tom Hale"}},
		{"whose words they are",
			"‹Mayor Tom Hale› said {it was over}. ‹Hale's remarks› suggested {relief}.", []string{"Tom Hale",
				"Tom Hale"}},
		{"examples speak",
			"‹Critics of the plan, like Ann Bell and Carl Dorn,› said {it was late}.",
			[]string{"Ann Bell & Carl Dorn"}},
		{"what stands before a verb of its own is no apposition",
			"The road to Port Ellen, ‹the mayor› said, {is closed}. Mayor Tom Hale was there. ‹Hale› said {so}.",
			[]string{"Tom Hale", "Tom Hale"}},
		{"two countries",
			"France talked with Germany all night. ‹The two countries› said {they would build a bridge}.",
			[]string{"France & Germany"}},
		{"East Asian names begin with the surname",
			"Premier Li Wenhao arrived. ‹Li› said {the harvest was good}.", []string{"Li Wenhao"}},
		{"Mr. and Mrs. of one surname",
			"Peter Crane and his wife, Laura Crane, won. ‹Mrs. Crane› said {it was luck}. ‹Mr. Crane› said " +
				"{it was skill}.", []string{"Laura Crane", "Peter Crane"}},
		{"acronyms",
			"The World Weather Council (WWC) met. ‹The WWC› said {the year was dry}.",
			[]string{"World Weather Council"}},
		{"who is the one before it",
			"Nora Field, ‹who› said {the well was dry}, moved away.", []string{"Nora Field"}},
		{"I is the speaker of the words around it",
			"‹Nora Field› said {“the well was dry.”} ‹+›{“It stayed so for years.”}", []string{"Nora Field",
				"Nora Field"}},
		{"no source, no guess", "Rita Hale sang. ‹›{The song was reportedly long}.", []string{""}},
	} {
		leads(t, c.story, c.text, c.want)
	}
}

// leads tells that each quote of a marked text is by whom it ought to be.
func leads(t *testing.T, story, text string, by []string) {
	t.Helper()
	r := resolve(t, marked(t, text))
	// Whether an article belongs to a name is the namer's matter.
	bare := func(s string) string { return strings.TrimPrefix(s, "The ") }
	for q, want := range by {
		if got := namesOf(r, q); bare(got) != bare(want) {
			t.Errorf("%s: quote %d is by %q, not %q", story, q, got, want)
		}
	}
}

func TestEachLinkQuotesItsWords(t *testing.T) {
	a := marked(t, "Russian-born Senator Mark Levin arrived. ‹He› said {it was cold}. ‹Levin› said {it was warm}. "+
		"‹The senator› said {he would stay}.")
	r := resolve(t, a)
	for q := range r.Quotes {
		chain := r.Quotes[q].Chain
		if len(chain) == 0 {
			t.Fatalf("quote %d has no chain", q)
		}
		for _, l := range chain {
			if !strings.Contains(l.Reason, "“"+a.Text.Of(l.From)+"”") {
				t.Errorf("the reason %q does not quote %q", l.Reason, a.Text.Of(l.From))
			}
		}
		if last := a.Text.Of(chain[len(chain)-1].To); !strings.Contains(last, "Levin") {
			t.Errorf("the chain of quote %d ends at %q", q, last)
		}
	}
}

func TestSpeakersOfMostWordsComeFirst(t *testing.T) {
	r := resolve(t, marked(t, "‹Ann Bell› said {no}. "+
		"‹Carl Dorn› said {that he would think about it for a very long time}."))
	if len(r.Speakers) != 2 || r.Speakers[0].Name != "Carl Dorn" {
		t.Errorf("got %v", r.Speakers)
	}
}

func TestASpeakerIsDescribedInTheArticlesWords(t *testing.T) {
	a := marked(t, "‹Yusuf Demir, the president's chief conciliator›, said {talks went on}. ‹Demir› said {no more}.")
	r := resolve(t, a)
	if got := a.Text.Of(r.Speakers[0].Description); got != "the president's chief conciliator" {
		t.Errorf("described as %q", got)
	}
	if s := r.Speakers[0]; s.Type != entities.Person || s.Gender != Male || len(s.Mentions) != 2 {
		t.Errorf("got %+v", s)
	}
}

func TestWhatFitsTwoIsLeftOpen(t *testing.T) {
	r := resolve(t, marked(t, "Officer Dana Reed and Officer Kim Wills came, "+
		"and ‹the officer› said {the road was closed}. ‹Dana Reed› said {so}. ‹Kim Wills› said {so too}."))
	q := r.Quotes[0]
	if len(q.Speakers) != 0 || q.Unknown == "" || len(q.Candidates) != 2 {
		t.Errorf("got %+v", q)
	}
}

func TestALongSpeechLeadsToItsSourceInOneStep(t *testing.T) {
	r := resolve(t, marked(t, "‹Nora Field› said {“The well was dry.”}"+
		strings.Repeat("\n‹+›{“It stayed so for years.”}", 40)))
	first, last := r.Quotes[0], r.Quotes[len(r.Quotes)-1]
	if namesOf(r, len(r.Quotes)-1) != "Nora Field" || len(last.Chain) != len(first.Chain)+1 {
		t.Errorf("got %+v", last)
	}
}
