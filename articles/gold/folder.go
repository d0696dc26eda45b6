package gold

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"hearsay/articles"
	"hearsay/articles/source"
)

// folder reads brat's files of a folder and of the folders in it, in the order of their names.
func (r *Reader) folder(root string) iter.Seq2[Marked, error] {
	return func(yield func(Marked, error) bool) {
		found, stopped := false, false
		err := fs.WalkDir(os.DirFS(root), ".", func(name string, entry fs.DirEntry, err error) error {
			path := filepath.Join(root, filepath.FromSlash(name))
			if err == nil && (entry.IsDir() || !strings.EqualFold(filepath.Ext(name), annotations)) {
				return nil
			}
			found = true
			m := Marked{}
			if err != nil {
				err = unreadable(path, err)
			} else {
				m, err = r.brat(path)
			}
			if !yield(m, err) {
				stopped = true
				return fs.SkipAll
			}
			return nil
		})
		if err == nil && !found && !stopped {
			err = &source.Error{Name: root, Err: fmt.Errorf("%w: there is no .ann file in the folder", ErrNoGold),
				Hint: "give the folder of brat's .ann and .txt files, or a .jsonl file"}
		}
		if err != nil && !stopped {
			yield(Marked{}, err)
		}
	}
}

// brat reads an .ann file and the text that it is about.
func (r *Reader) brat(path string) (Marked, error) {
	data, err := r.read(path)
	if err != nil {
		return Marked{}, err
	}
	a, annotator, err := r.textOf(path)
	if err != nil {
		return Marked{}, err
	}
	all, err := parseBrat(path, string(data), a.Text)
	if err != nil {
		return Marked{}, err
	}
	return Marked{Article: a, Annotator: annotator, name: path, all: all}, nil
}

// read reads a file that is no bigger than the limit. One that is empty was not annotated yet: brat makes it when it
// first shows an article.
func (r *Reader) read(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	limit := r.Limit
	if limit == 0 {
		limit = source.DefaultLimit
	}
	if info.Size() > limit {
		return nil, &source.Error{Name: path, Err: source.ErrTooBig, Hint: "split the article"}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	if len(strings.TrimSpace(string(data))) == 0 {
		return nil, &source.Error{Name: path, Err: source.ErrEmpty,
			Hint: "annotate the article, or take the file out of the folder"}
	}
	return data, nil
}

// textOf reads the text beside an .ann file: of the same name, or of the name without the annotator's behind it, which
// it gives too; in the same folder, or in the folder "text" beside it, as PolNeAR has them.
func (r *Reader) textOf(path string) (a articles.Article, annotator string, err error) {
	name := path[:len(path)-len(annotations)]
	folder, base := filepath.Split(name)
	bases := []string{base}
	if cut := strings.LastIndexAny(base, "_."); cut > 0 {
		bases = append(bases, base[:cut])
	}
	for _, where := range []string{folder, filepath.Join(folder, "..", "text")} {
		for _, b := range bases {
			text := filepath.Join(where, b+".txt")
			if _, err := os.Stat(text); err == nil {
				a, err := r.text(text)
				return a, strings.TrimLeft(base[len(b):], "_."), err
			}
		}
	}
	return articles.Article{}, "", &source.Error{Name: path, Hint: "put the annotated text there",
		Err: fmt.Errorf("%w: %s.txt is not beside it", ErrNoText, base)}
}

// ErrNoText is what an .ann file lacks whose text cannot be found.
var ErrNoText = errors.New("no text")

// text reads a text, which has the same id each time.
func (r *Reader) text(path string) (articles.Article, error) {
	a, err := source.First(r.texts.Open(path))
	if err != nil {
		return a, err
	}
	if r.ids == nil {
		r.ids = map[string]string{}
	}
	if id, ok := r.ids[path]; ok {
		a.ID = id
	}
	r.ids[path] = a.ID
	return a, nil
}

func unreadable(path string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return &source.Error{Name: path, Err: source.ErrMissing, Hint: "check the spelling and the folder"}
	}
	var system *fs.PathError
	if errors.As(err, &system) {
		err = system.Err
	}
	return &source.Error{Name: path, Err: fmt.Errorf("%w: %w", source.ErrUnreadable, err), Hint: "check who may read it"}
}
