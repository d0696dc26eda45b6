package cli

import (
	"iter"
	"net/http"
	"slices"
	"strings"

	"hearsay/articles"
	"hearsay/articles/library"
	"hearsay/articles/samples"
	"hearsay/articles/source"
	"hearsay/articles/source/fetch"
	"hearsay/ui/cli/oneline"
	"hearsay/ui/cli/originals"
)

// input is something named on the command line that holds an article, or several.
type input struct {
	// name is the path of a file, "-" for standard input, a sample's name, or what an article of the library is called.
	name   string
	sample bool
	// key is that of an article of the library; empty for all else.
	key string
	// err is why what was named is not there.
	err error
	// keeps has what it is read from kept; nil where nobody asks for it.
	keeps *originals.Keeping
}

// standardInput is how the command line names it.
const standardInput = "-"

// inputs turns samples and files named on the command line into inputs, in that order. Where nothing is named there is
// what is piped in, or nothing at all.
func (p *program) inputs(sampleNames, files []string) ([]input, error) {
	var all []input
	for _, name := range sampleNames {
		if _, err := samples.Open(name); err != nil {
			return nil, usage("%w", err)
		}
		all = append(all, input{name: name, sample: true})
	}
	for _, name := range files {
		if name == standardInput && slices.Contains(all, input{name: standardInput}) {
			return nil, usage("- is standard input, which can be read only once")
		}
		if name == standardInput && p.inTerminal {
			return nil, usage("- is standard input, and that is the terminal: pipe an article in, or name a FILE")
		}
		if name == "" {
			return nil, usage("an empty name is no file")
		}
		for _, file := range filesOf(name) {
			all = append(all, input{name: file})
		}
	}
	if len(all) == 0 && !p.inTerminal {
		all = append(all, input{name: standardInput})
	}
	return all, nil
}

// isAddress reports whether a name is an address on the web, and no file's.
func isAddress(name string) bool { return source.IsAddress(name) && !isThere(name) }

// fetchPage fetches the page of an address, and says so where a person waits for it.
func fetchPage(p *program, address string) (*fetch.Page, error) {
	if p.errTerminal && !p.shelf.hasScreen() {
		tell(p.err, "fetching "+oneline.Clean(address)+" …")
	}
	ctx, stop := p.interrupts()
	defer stop()
	return fetcher(p, p.reading.Most()).Get(ctx, address)
}

// fetcher fetches pages of so many bytes at most.
func fetcher(p *program, most int64) *fetch.Fetcher {
	return fetch.New(fetch.Options{Agent: "Hearsay/" + version() + " (news reader in a terminal, at a person's request)",
		Limit: most, Private: p.private, Proxy: http.ProxyFromEnvironment})
}

// filesOf are the files that a name on the command line stands for.
func filesOf(name string) []string {
	if name == standardInput {
		return []string{name}
	}
	return source.Files(name)
}

// readInput reads the articles of an input with a reader that all inputs share, since it keeps their ids apart.
func (p *program) readInput(r *source.Reader, in input) iter.Seq2[articles.Article, error] {
	switch {
	case in.keeps != nil && in.name == standardInput:
		return in.keeps.Read(r, in.name, p.in)
	case in.keeps != nil:
		return in.keeps.Open(r, in.name)
	case in.key != "" || in.err != nil:
		return func(yield func(articles.Article, error) bool) { yield(p.stored(in)) }
	case in.sample:
		return func(yield func(articles.Article, error) bool) { yield(samples.Open(in.name)) }
	case in.name == standardInput:
		return r.Read(standardInput, p.in)
	}
	return r.Open(in.name)
}

// reading is what came of reading one article.
type reading struct {
	article articles.Article
	err     error
	// from is what to call the article by: where it stands, or its id where it is from no file.
	from string
	// told is what there is to say about how it was read, or about what came before it in its file.
	told []string
	// original is what it was read from, where that is to be kept.
	original *library.Original
}

// from is what to call an article of an input by, which was read last.
func (in input) from(r *source.Reader, a *articles.Article) string {
	if in.key != "" || in.sample {
		return oneline.Shorten(a.ID, oneline.LongestName)
	}
	return placeOf(r.Position())
}

// placeOf is a position as a line may show it.
func placeOf(position string) string {
	if rest, ok := strings.CutPrefix(position, standardInput); ok && (rest == "" || rest[0] == '#') {
		position = "standard input" + rest
	}
	return oneline.Clean(position)
}

// readAll reads the articles of all inputs one after the other.
func (p *program) readAll(inputs []input) iter.Seq[reading] {
	return func(yield func(reading) bool) {
		r := source.Reader{Options: p.reading}
		var notes []string
		r.Note = func(position, note string) { notes = append(notes, placeOf(position)+": "+note) }
		for _, in := range inputs {
			for a, err := range p.readInput(&r, in) {
				if !yield(reading{a, err, in.from(&r, &a), notes, in.keeps.Of(r.Position())}) {
					return
				}
				notes = nil
			}
		}
	}
}

func sampleNames() []string {
	var names []string
	for _, s := range samples.All() {
		names = append(names, s.Name)
	}
	return names
}
