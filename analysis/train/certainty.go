package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"hearsay/analysis/speakers"
	"hearsay/analysis/text"
)

// How much an article of another kind counts beside one of the news.
const ofOtherKind = 0.1

// trainSpeakerCertainty learns how sure it is who is behind a quote, from articles of which people have told it, and
// prints how well that is borne out: on articles that the figures were not learnt from.
func trainSpeakerCertainty(dir, out string) error {
	weights, err := os.ReadFile(out)
	if err != nil {
		return fmt.Errorf("read the weights for speakers, which their certainty is added to: %w", err)
	}
	r, err := newReader()
	if err != nil {
		return err
	}
	var all []judgedArticle
	for _, name := range []string{"world-train.jsonl", "polnear-speakers-dev.jsonl", "gum-quotes-train.jsonl",
		"gum-quotes-dev.jsonl"} {
		some, err := readJudged(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		all = append(all, some...)
	}
	if err := r.measureCertainty(string(weights), all); err != nil {
		return err
	}
	judged, err := r.judgeAll(all)
	if err != nil {
		return err
	}
	if weights, err = speakers.Calibrate(string(weights), judged); err != nil {
		return err
	}
	if err := os.WriteFile(out, weights, 0o644); err != nil {
		return fmt.Errorf("write the weights for speakers: %w", err)
	}
	return nil
}

// judge reads articles as the engine does, but with the quotes that people have found.
func (r *reader) judge(all []judgedArticle) (out []speakers.Judged, err error) {
	for _, a := range all {
		article, err := r.read(a.text)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", a.id, err)
		}
		article.Quotes = nil
		for _, q := range a.quotes {
			article.Quotes = append(article.Quotes, speakers.Quote{Content: q.content, Cue: q.cue, Source: q.source,
				Continues: -1})
		}
		j := speakers.Judged{Article: article, Weight: 1, Right: func(q int, names []string) (right, known bool) {
			return a.quotes[q].isBy(names), a.quotes[q].told()
		}}
		if !a.news {
			j.Weight = ofOtherKind
		}
		out = append(out, j)
	}
	return out, nil
}

// judgeLoose reads articles with the quotes that the engine finds, and judges those of them that have no source: words
// that run on from others, and words that stand alone, which people do not mark as such.
func (r *reader) judgeLoose(all []judgedArticle) (out []speakers.Judged, err error) {
	for _, a := range all {
		article, err := r.read(a.text)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", a.id, err)
		}
		j := speakers.Judged{Article: article, Weight: 1}
		j.Right = func(q int, names []string) (right, known bool) {
			gold := a.sameContent(article.Quotes[q].Content, article.Text.Text)
			if len(article.Quotes[q].Source) > 0 || gold == nil || !gold.told() {
				return false, false
			}
			return gold.isBy(names), true
		}
		if a.news {
			out = append(out, j)
		}
	}
	return out, nil
}

// judgeAll judges both the quotes that people have found and those without a source that the engine finds.
func (r *reader) judgeAll(all []judgedArticle) ([]speakers.Judged, error) {
	given, err := r.judge(all)
	if err != nil {
		return nil, err
	}
	loose, err := r.judgeLoose(all)
	return append(given, loose...), err
}

// measureCertainty prints, for the news, how far confidences are from what comes true, each half by what was learnt
// from the other and the rest.
func (r *reader) measureCertainty(weights string, all []judgedArticle) error {
	var given, found, plain reckoning
	for half := range 2 {
		var learn, test []judgedArticle
		for k, a := range all {
			if a.news && k%2 == half {
				test = append(test, a)
			} else {
				learn = append(learn, a)
			}
		}
		judged, err := r.judgeAll(learn)
		if err != nil {
			return err
		}
		file, err := speakers.Calibrate(weights, judged)
		if err != nil {
			return err
		}
		for k, to := range []*reckoning{&plain, &given} {
			model, err := speakers.Read([]string{weights, string(file)}[k])
			if err != nil {
				return err
			}
			if judged, err = r.judge(test); err != nil {
				return err
			}
			to.addGiven(model, judged)
			if k == 0 {
				continue
			}
			if err := r.addFound(&found, model, test); err != nil {
				return err
			}
		}
	}
	plain.print("sources given, as it was")
	given.print("sources given")
	found.print("end to end")
	return nil
}

// addGiven adds the quotes of judged articles whose speakers are named.
func (c *reckoning) addGiven(m *speakers.Model, judged []speakers.Judged) {
	for _, j := range judged {
		res := m.Resolve(j.Article)
		for q, a := range res.Quotes {
			if right, known := j.Right(q, res.NamesBehind(q)); known && len(a.Speakers) > 0 {
				c.add(a.Confidence, right)
			}
		}
	}
}

// addFound adds the quotes that the engine finds itself, where people have found them too.
func (r *reader) addFound(c *reckoning, m *speakers.Model, test []judgedArticle) error {
	for _, a := range test {
		article, err := r.read(a.text)
		if err != nil {
			return fmt.Errorf("read %s: %w", a.id, err)
		}
		res := m.Resolve(article)
		for q := range article.Quotes {
			gold := a.sameContent(article.Quotes[q].Content, article.Text.Text)
			if gold != nil && gold.told() && len(res.Quotes[q].Speakers) > 0 {
				c.add(res.Quotes[q].Confidence, gold.isBy(res.NamesBehind(q)))
			}
		}
	}
	return nil
}

// sameContent is the quote whose content shares with this at least half of the tokens of both.
func (a *judgedArticle) sameContent(content []text.Span, t *text.Text) *spokenFor {
	mine := tokensOf(t, content)
	for k := range a.quotes {
		other := tokensOf(t, a.quotes[k].content)
		shared := 0
		for i := range mine {
			if other[i] {
				shared++
			}
		}
		if shared > 0 && 2*shared >= len(mine)+len(other)-shared {
			return &a.quotes[k]
		}
	}
	return nil
}

func tokensOf(t *text.Text, spans []text.Span) map[int]bool {
	out := map[int]bool{}
	for _, p := range spans {
		from, to := t.Range(p)
		for i := from; i < to; i++ {
			if strings.ContainsAny(strings.ToLower(t.Word(i)), "abcdefghijklmnopqrstuvwxyz0123456789") {
				out[i] = true
			}
		}
	}
	return out
}

// reckoning counts how often what was claimed with a confidence was so.
type reckoning struct {
	claimed, right [10]float64
	count          [10]int
	brier          float64
}

func (c *reckoning) add(p float64, right bool) {
	k := min(9, int(10*p))
	y := 0.0
	if right {
		y = 1
	}
	c.claimed[k] += p
	c.right[k] += y
	c.count[k]++
	c.brier += (p - y) * (p - y)
}

func (c *reckoning) print(what string) {
	n, off := 0, 0.0
	right := 0.0
	for k := range c.count {
		n += c.count[k]
		right += c.right[k]
		off += max(c.claimed[k]-c.right[k], c.right[k]-c.claimed[k])
	}
	all := float64(max(1, n))
	told("%-24s of %d with a speaker right on %.3f, off by %.3f (ECE), Brier %.3f", what, n, right/all, off/all,
		c.brier/all)
}
