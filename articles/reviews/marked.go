package reviews

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"hearsay/analysis"
	"hearsay/articles/gold"
	"hearsay/articles/review"
	"hearsay/articles/review/annotation"
	"hearsay/articles/review/overlay"
)

// Marked turns what people marked in files into decisions of theirs on what is found there.
type Marked struct {
	Analyze Analyzer
	Now     func() time.Time
	// LeftOut is told of what is not compared, and why.
	LeftOut func(error)
}

// Of is what people marked in files that articles/gold reads, a file or a folder for each of them. They bear the names
// of the files or, where two files have one name, the parts of their paths that differ; people whose lines stand in one
// file bear the names by which the lines tell them apart.
func (m Marked) Of(ctx context.Context, files []string) (Set, error) {
	names, err := NamesOf(files)
	if err != nil {
		return nil, err
	}
	var out Set
	found := map[string]*analysis.Document{} // by text: several people marked it
	for i, file := range files {
		all, err := read(file)
		if err != nil {
			return nil, err
		}
		who := annotators(all, names[i], out.Reviewers())
		marked := map[[2]string]bool{}
		for _, one := range all {
			name := who[one.Annotator]
			k := [2]string{name, one.Text}
			if marked[k] {
				m.LeftOut(fmt.Errorf("%s: %s is marked more than once: the first is taken", file, one.ID))
				continue
			}
			marked[k] = true
			r, err := m.decided(ctx, one, name, found)
			if err != nil {
				return nil, err
			}
			out = append(out, r)
		}
	}
	m.tellApart(out)
	return out, nil
}

// read reads all marked articles of a file.
func read(file string) (all []gold.Marked, err error) {
	for m, err := range (&gold.Reader{}).Open(file) {
		if err != nil {
			return nil, err
		}
		all = append(all, m)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%s: %w in it", file, errors.New("no marked article"))
	}
	return all, nil
}

// annotators are the names of those whose lines stand in a file, by what the lines call them: the file's, unless it
// holds several people's. Names that are taken have the file's before them.
func annotators(all []gold.Marked, file string, taken []string) map[string]string {
	out := map[string]string{}
	for _, m := range all {
		out[m.Annotator] = file
	}
	if len(out) < 2 {
		return out
	}
	for called := range out {
		switch {
		case called == "":
		case slices.Contains(taken, called) || called == file && out[""] != "":
			out[called] = file + " " + called
		default:
			out[called] = called
		}
	}
	return out
}

// decided makes decisions of what somebody marked in an article.
func (m Marked) decided(ctx context.Context, one gold.Marked, name string,
	found map[string]*analysis.Document) (Reviewed, error) {
	marks, err := one.Attributions(one.Text)
	if err != nil {
		return Reviewed{}, err
	}
	d := found[one.Text]
	if d == nil {
		if d, err = m.Analyze(ctx, one.Article); err != nil {
			return Reviewed{}, err
		}
		found[one.Text] = d
	}
	writer := &review.Writer{Reviewer: name, Article: one.ID, Text: one.Text, Now: m.Now}
	state := review.Fold(annotation.Entries(writer, d, marks))
	return Reviewed{overlay.Case{Article: one.ID, Outlet: one.Outlet, Text: one.Text, Machine: d, State: state}, name,
		one.ID}, nil
}

// tellApart tells of articles that bear one id and have other words, so that what people marked in them cannot be
// compared.
func (m Marked) tellApart(all Set) {
	first, texts, told := map[string]Reviewed{}, map[string]int{}, map[string]bool{}
	for _, r := range all {
		texts[r.Text]++
	}
	for _, r := range all {
		f, ok := first[r.ID]
		if !ok {
			first[r.ID] = r
			continue
		}
		if f.Text != r.Text && f.Reviewer != r.Reviewer && texts[r.Text] == 1 && !told[r.ID] {
			told[r.ID] = true
			m.LeftOut(fmt.Errorf("%s: %s and %s marked other texts, which cannot be compared: take the text from one place",
				r.ID, f.Reviewer, r.Reviewer))
		}
	}
}

// NamesOf are the names of the people whose marks stand in files: the files' names without their endings or, where that
// is one name twice, the parts of their paths that not all of them share. It fails where a file is named twice.
func NamesOf(files []string) ([]string, error) {
	paths := make([][]string, len(files))
	seen, bases := map[string]bool{}, map[string]bool{}
	for i, file := range files {
		whole, err := filepath.Abs(file)
		if err != nil {
			return nil, err
		}
		if seen[whole] {
			return nil, fmt.Errorf("%s is named twice: name a file for each person", file)
		}
		seen[whole] = true
		paths[i] = strings.Split(strings.TrimSuffix(whole, ending(whole)), string(filepath.Separator))
		bases[paths[i][len(paths[i])-1]] = true
	}
	out := make([]string, len(files))
	if len(bases) == len(files) {
		for i, p := range paths {
			out[i] = p[len(p)-1]
		}
		return out, nil
	}
	front := shared(paths, func(p []string, i int) string { return p[i] })
	back := shared(paths, func(p []string, i int) string { return p[len(p)-1-i] })
	for i, p := range paths { // of gold and gold/gold, what they share from behind is all of the one
		out[i] = strings.Join(p[front:max(front, len(p)-back)], "/")
	}
	return apart(out, files), nil
}

// apart gives names that are the same after all, such as of a.txt and a.jsonl, their files' whole names.
func apart(names, files []string) []string {
	out := slices.Clone(names)
	for i, n := range names {
		if n == "" || slices.Contains(names[:i], n) || slices.Contains(names[i+1:], n) {
			out[i] = files[i]
		}
	}
	return out
}

// ending is that of a file's name; a name that begins with a dot is none.
func ending(path string) string {
	if e := filepath.Ext(path); e != filepath.Base(path) {
		return e
	}
	return ""
}

// shared is how many parts all paths have in common, counted as part tells.
func shared(paths [][]string, part func(path []string, i int) string) int {
	for n := 0; ; n++ {
		for _, p := range paths {
			if n == len(p) || n == len(paths[0]) || part(p, n) != part(paths[0], n) {
				return n
			}
		}
	}
}
