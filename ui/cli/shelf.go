package cli

import (
	"cmp"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/library"
	"hearsay/articles/library/finding"
	"hearsay/ui/cli/oneline"
	"hearsay/ui/cli/search"
	"hearsay/ui/cli/settings"
)

// shelf is the library as the command line knows it. It is opened when something in it is asked for, and not before.
type shelf struct {
	file    string // what --library names
	config  string // what --config names
	lib     *library.Library
	opening sync.Mutex // of lib, which the reader asks for from more than one side
	// atScreen is set while the reader has the screen: nobody is to wait for the library then.
	atScreen bool
	// keys are those of the articles that were read from the library, by their texts.
	keys sync.Map
}

// libraryPrefix marks the name of an article of the library where a file could have that name too.
const libraryPrefix = "lib:"

// libraryFlag lets a command name the library's file.
func (p *program) libraryFlag(c *cobra.Command) {
	c.Flags().StringVar(&p.shelf.file, "library", "", "take the library in this `FILE`")
}

// libraryPath is the library's file: the one that the flag, the environment or the configuration names, or the usual
// one. What is wrong with the configuration it tells in a line each.
func (p *program) libraryPath() (string, []string) {
	if p.shelf.file != "" {
		return p.shelf.file, nil
	}
	s, faults := settings.Of(settings.Find(p.shelf.config, p.getenv, p.configHome), p.getenv)
	return cmp.Or(homePath(s.Library, p.getenv), filepath.Join(p.dataHome, "hearsay", "library.db")), faults
}

// openLibrary opens the library once; one is begun where there is none and it is wanted.
func (p *program) openLibrary(ctx context.Context, begin bool) (*library.Library, error) {
	p.shelf.opening.Lock()
	defer p.shelf.opening.Unlock()
	if p.shelf.lib != nil {
		return p.shelf.lib, nil
	}
	path, _ := p.libraryPath()
	o := library.Options{Make: begin, Now: p.now, Waiting: func() {
		tell(p.err, path+": the library is in use by another program; waiting for it")
	}}
	if p.shelf.atScreen {
		o.Patience = library.FirstWait
	}
	lib, err := library.Open(ctx, path, o)
	p.shelf.lib = lib
	return lib, err
}

// takeScreen has the library tell at once, instead of after seconds, when another program stands in the way; or wait
// again where the screen is given back.
func (s *shelf) takeScreen(taken bool) {
	s.opening.Lock()
	defer s.opening.Unlock()
	if s.atScreen = taken; s.lib != nil && taken {
		s.lib.SetPatience(library.FirstWait)
	}
}

// hasScreen reports whether the reader has the terminal's screen.
func (s *shelf) hasScreen() bool {
	s.opening.Lock()
	defer s.opening.Unlock()
	return s.atScreen
}

func (s *shelf) close() {
	s.opening.Lock() // work that was given up may still ask for it
	defer s.opening.Unlock()
	if s.lib != nil {
		s.lib.Close() // all that was written is on the disk
	}
}

// queryPrefix marks a query, or the name of a saved one, where articles of the library are named.
const queryPrefix = "@"

// keysOf are the keys of the articles that a name stands for: that of one article, or those that a query finds.
func keysOf(ctx context.Context, p *program, lib *library.Library, name string) ([]string, error) {
	asked, isQuery := strings.CutPrefix(name, queryPrefix)
	if !isQuery {
		key, err := lib.Find(ctx, strings.TrimPrefix(name, libraryPrefix))
		return []string{key}, err
	}
	f := finding.Finder{Library: lib, Now: p.now}
	e, err := f.Asked(ctx, search.Joined([]string{asked}))
	if err != nil {
		return nil, usage("%s: %w", oneline.Clean(name), err)
	}
	if err := prepare(ctx, p, lib); err != nil {
		return nil, err
	}
	keys, err := f.Keys(ctx, e)
	if err == nil && len(keys) == 0 {
		err = &library.Error{Name: name, Err: library.ErrNotFound, Hint: "hearsay search --help tells what a query may say"}
	}
	return keys, err
}

// prepare finds out who is heard in the library's articles, and which words are in them, where that is not known yet,
// and shows how far it is.
func prepare(ctx context.Context, p *program, lib *library.Library) error {
	g := newProgress(p, true)
	defer g.clear()
	step := func(done, of int) { g.done = done - 1; g.step() }
	if err := follower(p, lib).Refresh(ctx, step); err != nil {
		return err
	}
	return finding.Index(ctx, lib, step)
}

// look finds out which of the inputs are articles of the library: those whose name is no file's, but an article's key
// or id there, or a query. A file wins.
func (p *program) look(named []input) []input {
	var inputs []input
	for _, in := range named {
		inputs = append(inputs, queried(p, in)...)
	}
	for i, in := range inputs {
		settled := in.sample || in.key != "" || in.err != nil
		if settled || in.name == standardInput || isThere(in.name) {
			continue
		}
		name, asked := strings.CutPrefix(in.name, libraryPrefix)
		key, err := p.findStored(name)
		switch {
		case err == nil:
			inputs[i].key = key
		case asked || likeKey(name) && !errors.Is(err, library.ErrMissing):
			inputs[i].err = err
		}
	}
	return inputs
}

// queried are the articles that an input stands for which is a query; else it is the input.
func queried(p *program, in input) []input {
	if in.sample || !strings.HasPrefix(in.name, queryPrefix) || isThere(in.name) {
		return []input{in}
	}
	ctx, stop := p.interrupts()
	defer stop()
	lib, err := p.openLibrary(ctx, false)
	var keys []string
	if err == nil {
		keys, err = keysOf(ctx, p, lib, in.name)
	}
	if err != nil {
		return []input{{name: in.name, err: err}}
	}
	var out []input
	for _, key := range keys {
		out = append(out, input{name: key, key: key})
	}
	return out
}

func (p *program) findStored(name string) (string, error) {
	lib, err := p.openLibrary(context.Background(), false)
	if err != nil {
		return "", err
	}
	return lib.Find(context.Background(), name)
}

func isThere(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// likeKey tells by its look whether a name that is no file's was meant for an article's key.
func likeKey(name string) bool { return len(name) >= 4 && strings.Trim(name, "0123456789abcdef") == "" }

// stored reads an article of the library.
func (p *program) stored(in input) (articles.Article, error) {
	if in.err != nil {
		return articles.Article{}, in.err
	}
	a, err := p.shelf.lib.Article(context.Background(), in.key)
	if err == nil {
		p.shelf.keys.Store(a.Text, in.key)
	}
	return a, err
}

// find finds who said what in an article. One of the library that this engine or a later one has looked at is not
// analysed again; what is found in the others is kept.
func (p *program) find(ctx context.Context, a articles.Article, progress func(float64)) (*analysis.Document, error) {
	key, ok := p.shelf.keys.Load(a.Text)
	if !ok {
		return p.analyze(ctx, a, progress)
	}
	if d := p.found(ctx, key.(string)); d != nil {
		return d, nil
	}
	d, err := p.analyze(ctx, a, progress)
	if err == nil {
		d = d.WithCast(castBefore(ctx, p.shelf.lib, key.(string)))
		// Where it cannot be kept, it is found again next time: no reason to keep anyone from reading.
		_ = p.shelf.lib.Keep(ctx, key.(string), d)
	}
	return d, err
}

// castBefore are the names of the speakers whom an earlier engine found in an article of the library, in the order of
// their letters.
func castBefore(ctx context.Context, lib *library.Library, key string) (names []string) {
	if before, err := lib.Analysis(ctx, key); err == nil && before != nil {
		for _, s := range before.Speakers {
			names = append(names, s.Name)
		}
	}
	return names
}

// found is what is known of an article of the library; nil where this engine has to look. Findings that were damaged
// are made anew.
func (p *program) found(ctx context.Context, key string) *analysis.Document {
	d, err := p.shelf.lib.Analysis(ctx, key)
	if err != nil || d == nil || library.CompareEngines(d.Engine, analysis.Version) < 0 {
		return nil
	}
	return d
}
