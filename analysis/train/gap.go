package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"hearsay/analysis/speakers"
	"hearsay/analysis/text"
)

// ambiguous is a pronoun of GAP with two names, in bytes, and whether each is the one meant.
type ambiguous struct {
	id, text string
	pronoun  text.Span
	name     [2]text.Span
	is       [2]bool
}

// feminine reports whether the pronoun is a woman's.
func (a *ambiguous) feminine() bool {
	w := strings.ToLower(a.pronoun.Of(a.text))
	return w == "she" || w == "her" || w == "hers"
}

// measureGAP prints how well the pronouns of GAP are understood, by its own measures (Webster et al. 2018): precision,
// recall and F1 of the names that are taken for those meant, and the F1 of feminine pronouns by that of masculine ones.
// Where a file is given, the answers are written to it as GAP's scorer reads them.
func measureGAP(dir, out string) error {
	r, err := newReader()
	if err != nil {
		return err
	}
	model, err := speakers.Load()
	if err != nil {
		return err
	}
	all, err := readGAP(filepath.Join(dir, "gap-dev.tsv"))
	if err != nil {
		return err
	}
	var answers strings.Builder
	var counts [2]gapCount // masculine, feminine
	for k := range all {
		a := &all[k]
		article, err := r.read(a.text)
		if err != nil {
			return fmt.Errorf("read %s: %w", a.id, err)
		}
		said := a.answer(model.Everybody(article))
		fmt.Fprintf(&answers, "%s\t%s\t%s\n", a.id, gapWord(said[0]), gapWord(said[1]))
		c := &counts[0]
		if a.feminine() {
			c = &counts[1]
		}
		for n := range said {
			c.add(a.is[n], said[n])
		}
	}
	printGAP(counts)
	if out == "" {
		return nil
	}
	if err := os.WriteFile(out, []byte(answers.String()), 0o644); err != nil {
		return fmt.Errorf("write the answers: %w", err)
	}
	return nil
}

// answer tells which of the names the pronoun was joined to.
func (a *ambiguous) answer(everybody [][]text.Span) (is [2]bool) {
	for _, mentions := range everybody {
		holds := false
		var near [2]bool
		for _, m := range mentions {
			holds = holds || m == a.pronoun
			for n := range near {
				near[n] = near[n] || a.names(m, n)
			}
		}
		for n := range near {
			is[n] = is[n] || holds && near[n]
		}
	}
	return is
}

// names reports whether words refer to one of the names, rather than to somebody told by it: "Bell", not "Bell's wife".
func (a *ambiguous) names(m text.Span, n int) bool {
	name := a.name[n]
	if m.End <= name.End {
		return name.Start < m.End
	}
	return m.Start == name.Start && !strings.ContainsAny(m.Of(a.text), "'’")
}

func gapWord(b bool) string { return strings.ToUpper(strconv.FormatBool(b)) }

type gapCount struct{ right, said, gold int }

func (c *gapCount) add(is, said bool) {
	if is {
		c.gold++
	}
	if said {
		c.said++
	}
	if is && said {
		c.right++
	}
}

func (c gapCount) scores() (p, r, f float64) {
	p, r = float64(c.right)/float64(max(1, c.said)), float64(c.right)/float64(max(1, c.gold))
	return p, r, 2 * p * r / max(p+r, 1e-9)
}

func printGAP(counts [2]gapCount) {
	m, f := counts[0], counts[1]
	all := gapCount{m.right + f.right, m.said + f.said, m.gold + f.gold}
	var f1 [3]float64
	for k, what := range []string{"overall", "masculine", "feminine"} {
		var p, r float64
		p, r, f1[k] = []gapCount{all, m, f}[k].scores()
		told("%-10s P %.3f  R %.3f  F1 %.3f", what, p, r, f1[k])
	}
	told("bias       %.3f, the F1 of feminine by that of masculine", f1[2]/max(f1[1], 1e-9))
}

func readGAP(path string) ([]ambiguous, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []ambiguous
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		fields := strings.Split(lines.Text(), "\t")
		if len(fields) < 10 || fields[0] == "ID" {
			continue
		}
		a := ambiguous{id: fields[0], text: fields[1]}
		at := byteOffsets(a.text)
		place := func(word, offset string) (text.Span, error) {
			n, err := strconv.Atoi(offset)
			if err != nil || n < 0 || n >= len(at) || !strings.HasPrefix(a.text[at[n]:], word) {
				return text.Span{}, fmt.Errorf("read %s: %s has no %q at %s", path, a.id, word, offset)
			}
			return text.Span{Start: at[n], End: at[n] + len(word)}, nil
		}
		for k, to := range []*text.Span{&a.pronoun, &a.name[0], &a.name[1]} {
			first := []int{2, 4, 7}[k]
			if *to, err = place(fields[first], fields[first+1]); err != nil {
				return nil, err
			}
		}
		a.is = [2]bool{strings.EqualFold(fields[6], "true"), strings.EqualFold(fields[9], "true")}
		out = append(out, a)
	}
	return out, lines.Err()
}
