package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"hearsay/articles"
	"hearsay/articles/export/told"
	"hearsay/articles/library"
	"hearsay/articles/library/finding"
	"hearsay/articles/query"
	"hearsay/articles/source"
	"hearsay/articles/subscriptions"
	"hearsay/ui/cli/files"
	"hearsay/ui/cli/oneline"
	"hearsay/ui/cli/originals"
	"hearsay/ui/cli/pipeline"
	"hearsay/ui/cli/recent"
	"hearsay/ui/cli/search"
	"hearsay/ui/reader"
	"hearsay/ui/reader/opening"
)

// offer is what there is to read where nobody named anything: the articles of the library, those that were added last
// first, and the built-in ones.
func (p *program) offer() gathered {
	var g gathered
	lib, err := p.openLibrary(context.Background(), false)
	var all []finding.Row
	if err == nil {
		f := finding.Finder{Library: lib, Now: p.now}
		page := finding.Page{Order: finding.Added, Backwards: true, Most: mostOffered + 1}
		all, err = f.Find(context.Background(), query.All{}, page)
	}
	if err != nil && !errors.Is(err, library.ErrMissing) {
		g.faults = append(g.faults, err.Error())
	}
	if len(all) > mostOffered {
		all = all[:mostOffered]
		g.notes = append(g.notes, "only the 1,000 articles that were added last are listed: hearsay list shows all, "+
			"what is typed finds all")
	}
	g.items = readLast(p)
	add := func(items ...reader.Item) {
		for _, it := range items {
			if !slices.ContainsFunc(g.items, func(i reader.Item) bool { return i.Ref == it.Ref }) {
				g.items = append(g.items, it)
			}
		}
	}
	for _, s := range all {
		add(reader.Item{Name: oneline.Clean(s.Headline), Section: "In the library", Ref: libraryRef + s.Key,
			Facts: factsStored(&s), Open: p.openStored(s.Key)})
	}
	add(sampleItems()...)
	return g
}

// What the articles that were read last are remembered by, before a path, a key or a name; and a file that holds many,
// before its path and the id of the article.
const (
	fileRef    = "file:"
	withinRef  = "within:"
	libraryRef = "library:"
	addressRef = "address:"
	sampleRef  = "sample:"
)

// readLast are the articles that were read last, as far as they are still there.
func readLast(p *program) (items []reader.Item) {
	for _, e := range recent.Load(recent.File(p.stateHome)) {
		it, ok := again(p, e.Ref)
		if !ok {
			continue
		}
		it.Name, it.Section = oneline.Clean(e.Title), "Read last"
		it.Facts = opening.Facts{Outlet: oneline.Clean(e.Outlet), Date: e.Date, About: oneline.Clean(e.About), Found: true,
			Quotes: e.Quotes, Speakers: e.Voices, Top: cleanAll(slices.Clone(e.Top)), Read: true,
			Stored: strings.HasPrefix(e.Ref, libraryRef)}
		it.Cast = e.Cast
		items = append(items, it)
	}
	return items
}

// again is an article that was read before, by what it is remembered by; false where it is no more.
func again(p *program, ref string) (it reader.Item, ok bool) {
	kind, name, _ := strings.Cut(ref, ":")
	switch kind + ":" {
	case fileRef:
		return fileItem(name, p.reading), isFile(name)
	case withinRef:
		path, id, _ := strings.Cut(name, "\n")
		it, ok = fileItem(path, p.reading), isFile(path)
		it.Ref, it.Open = ref, func(context.Context) (articles.Article, error) { return within(path, id, p.reading) }
	case addressRef:
		it, ok = addressItem(name, p.reading), true
	case libraryRef:
		if _, err := p.findStored(name); err == nil {
			it, ok = reader.Item{Ref: ref, Open: p.openStored(name)}, true
		}
	case sampleRef:
		it, ok = sampleItem(name), slices.Contains(sampleNames(), name)
	}
	return it, ok
}

// within reads one of the articles of a file, by its id.
func within(path, id string, o source.Options) (articles.Article, error) {
	r := source.Reader{Options: o}
	for a, err := range r.Open(path) {
		if err == nil && a.ID == id {
			return a, nil
		}
	}
	return articles.Article{}, fmt.Errorf("%s: the article %s is no longer in it", oneline.Clean(path), oneline.Clean(id))
}

// remember keeps what was read for the next time; that it cannot be kept is no reason to keep anyone from leaving.
func remember(p *program, read []reader.Reading) {
	var all []recent.Entry
	for _, r := range read {
		all = append(all, recent.Entry{Ref: r.Ref, Title: r.Title, Outlet: r.Outlet, Date: r.Date, About: r.About,
			Quotes: r.Quotes, Voices: r.Facts.Speakers, Top: r.Top, Cast: r.Cast, Read: p.now().UTC()})
	}
	_ = recent.Add(recent.File(p.stateHome), all)
}

// factsStored says where an article comes from and what is in it.
func factsStored(s *finding.Row) opening.Facts {
	return opening.Facts{Outlet: oneline.Clean(s.Outlet), Date: s.Date, Found: s.Analysed, Quotes: s.Quotes,
		Speakers: s.Speakers, Top: cleanAll(slices.Clone(s.Top)), Stored: true, Read: s.Read, Reviewed: s.Entries > 0,
		Tags: cleanAll(slices.Clone(s.Tags))}
}

// How much of what a query finds the reader's list shows, how many letters of each, and how many bytes of it before the
// words that were looked for.
const mostShown, longestHit, beforeMark = 60, 300, 36

// search finds what a query means in the library. The first finds out who is heard in articles that came meanwhile.
func (p *offering) search(ctx context.Context, typed string) (out reader.Found) {
	lib, err := p.openLibrary(ctx, false)
	if err != nil {
		return out
	}
	p.ready.Do(func() {
		// Where it cannot be found out, what is known is searched.
		if follower(p.program, lib).Refresh(ctx, nil) == nil {
			_ = finding.Index(ctx, lib, nil)
		}
	})
	f := finding.Finder{Library: lib, Now: p.now}
	e, err := f.Parse(ctx, typed)
	if err != nil {
		if strings.ContainsAny(typed, ":@(\"") && !isAddress(typed) {
			out.Asked, out.Problem = true, search.Fault(typed, err)
		}
		return out
	}
	if out.Asked = !query.Plain(e); !out.Asked && isWordsEnd(typed) {
		if begun, err := f.Parse(ctx, typed+"*"); err == nil {
			e = begun // the last word may be on its way
		}
	}
	hits, err := f.Hits(ctx, e, finding.Page{Order: finding.Added, Backwards: true, Most: library.All}, mostShown)
	if err == nil {
		out.Articles, err = f.Count(ctx, e)
	}
	if err != nil {
		out.Problem = oneline.Clean(err.Error())
	}
	for _, h := range hits {
		out.Places = append(out.Places, reader.Place{Facts: factsStored(&h.Row), Key: h.Key, Title: oneline.Clean(h.Headline),
			Words: aroundMark(&h), Who: oneline.Clean(h.Speaker), Span: h.Span})
	}
	return out
}

// isWordsEnd reports whether what is typed ends in a letter or a digit.
func isWordsEnd(typed string) bool {
	r, _ := utf8.DecodeLastRuneInString(typed)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// shelfKeeper changes the library from within the reader's list.
type shelfKeeper struct{ *program }

// keysFor are the keys of the library's articles with some references.
func keysFor(refs []string) (keys []string) {
	for _, r := range refs {
		if key, ok := strings.CutPrefix(r, libraryRef); ok {
			keys = append(keys, key)
		}
	}
	return keys
}

func (p shelfKeeper) Remove(ctx context.Context, refs []string) (func(context.Context) error, error) {
	lib, err := p.openLibrary(ctx, false)
	if err != nil {
		return nil, err
	}
	w, err := library.Withdraw(ctx, lib, keysFor(refs))
	return func(ctx context.Context) error { return library.Return(ctx, lib, w) }, err
}

func (p shelfKeeper) Tag(ctx context.Context, refs []string, words string) ([]string, error) {
	lib, err := p.openLibrary(ctx, false)
	if err != nil {
		return nil, err
	}
	var add, remove []string
	for w := range strings.FieldsSeq(words) {
		if tag, no := strings.CutPrefix(w, "-"); no && tag != "" {
			remove = append(remove, tag)
		} else {
			add = append(add, strings.TrimPrefix(w, "#"))
		}
	}
	keys := keysFor(refs)
	if _, err := finding.Tag(ctx, lib, keys, add, remove); err != nil {
		return nil, err
	}
	tags, err := finding.TagsOf(ctx, lib, keys[0])
	return cleanAll(tags), err
}

func (p shelfKeeper) Add(ctx context.Context, name string, progress func(int)) (string, error) {
	lib, err := p.openLibrary(ctx, true)
	if err != nil {
		return "", err
	}
	inputs := p.named(name)
	for i := range inputs {
		inputs[i].keeps = &originals.Keeping{Now: p.now}
	}
	b := &adding{program: p.program, lib: lib}
	var fault error
	err = pipeline.InOrder(ctx, p.readAll(inputs), b.work, func(f found) error {
		if f.err != nil {
			b.failed++
			fault = cmp.Or(fault, f.err)
			return nil
		}
		_, isNew, err := keepFound(ctx, lib, &f)
		if isNew {
			b.added++
		} else {
			b.before++
		}
		progress(b.added + b.before)
		return err
	})
	switch {
	case err != nil:
		return "", err
	case b.added+b.before == 0 && fault != nil:
		return "", errors.New(oneline.Clean(fault.Error()))
	}
	what := told.Count(b.added, "article") + " added to the library"
	if b.before > 0 {
		what += fmt.Sprintf(", %d were there", b.before)
	}
	if b.failed > 0 {
		what += fmt.Sprintf(", %d could not be read: %s", b.failed, oneline.Clean(fault.Error()))
	}
	return what, nil
}

// Refresh asks the servers of the feeds that are followed for what is new.
func (p shelfKeeper) Refresh(ctx context.Context) (string, error) {
	lib, err := p.openLibrary(ctx, false)
	if err != nil {
		return "", err
	}
	k := keeper(p.program, lib)
	all, err := k.List(ctx)
	if err != nil {
		return "", err
	}
	if len(all) == 0 {
		return "", errors.New("you follow no feed: hearsay feeds add ADDRESS subscribes to one")
	}
	brought := 0
	var faults []string
	err = k.Refresh(ctx, all, func(r subscriptions.Report) {
		brought += r.New
		if r.Err != nil {
			faults = append(faults, oneline.Clean(cmp.Or(r.Feed.Title, r.Feed.Address)+": "+oneline.Reason(r.Err)))
		}
	})
	what := told.Count(brought, "new article") + " from " + told.Count(len(all)-len(faults), "feed")
	if len(faults) > 0 {
		what += "; " + strings.Join(faults, "; ")
	}
	return what, err
}

// named are the inputs that a name stands for, or the reference of an article.
func (p shelfKeeper) named(name string) (all []input) {
	kind, rest, _ := strings.Cut(name, ":")
	switch kind + ":" {
	case sampleRef:
		return []input{{name: rest, sample: true}}
	case withinRef:
		path, _, _ := strings.Cut(rest, "\n")
		return []input{{name: path}}
	case fileRef, addressRef:
		name = rest
	default:
		name = typedName(name, p.getenv)
	}
	if isAddress(name) {
		return []input{{name: name}}
	}
	for _, file := range filesOf(name) {
		all = append(all, input{name: file})
	}
	return all
}

// aroundMark is what was found in one line, from not far before the first words that were looked for.
func aroundMark(h *finding.Hit) string {
	words, from := h.Words, 0
	if len(h.Marks) > 0 && h.Marks[0].Start > beforeMark {
		from = h.Marks[0].Start - beforeMark
		from += max(strings.IndexByte(words[from:h.Marks[0].Start], ' ')+1, 0)
	}
	for from < len(words) && !utf8.RuneStart(words[from]) {
		from++
	}
	line := strings.Join(strings.Fields(oneline.Clean(oneline.Shorten(words[from:], longestHit))), " ")
	if from > 0 {
		return "… " + line
	}
	return line
}

// storedItem is an article of the library that was named on the command line.
func (p *program) storedItem(in input) reader.Item {
	a, err := p.stored(in)
	if err != nil {
		return reader.Item{Name: in.key, Open: p.openStored(in.key)} // the reader tells of it when it comes there
	}
	return reader.Item{Name: oneline.Clean(a.Headline()), Ref: libraryRef + in.key, Open: p.openStored(in.key),
		Facts: opening.Facts{Outlet: oneline.Clean(a.Outlet), Date: a.Date, About: oneline.Clean(a.Byline), Stored: true}}
}

func (p *program) openStored(key string) func(context.Context) (articles.Article, error) {
	return func(context.Context) (articles.Article, error) { return p.stored(input{key: key}) }
}

// typedName is a name as somebody typed or pasted it, or dragged it into the terminal: quoted, escaped, as an address
// of a file, or in a person's own folder.
func typedName(typed string, getenv func(string) string) string {
	name := strings.TrimSpace(typed)
	for _, q := range []string{`"`, "'"} {
		if len(name) > 1 && strings.HasPrefix(name, q) && strings.HasSuffix(name, q) {
			return name[1 : len(name)-1]
		}
	}
	if path, ok := strings.CutPrefix(name, "file://"); ok {
		if plain, err := url.PathUnescape(path); err == nil {
			return plain
		}
	}
	if !isThere(name) {
		name = strings.ReplaceAll(name, `\ `, " ")
	}
	return homePath(name, getenv)
}

// named says what could be opened by a name; empty where there is nothing.
func (p *offering) named(typed string) string {
	name := typedName(typed, p.getenv)
	switch {
	case isAddress(name):
		return "the address " + oneline.Clean(name)
	case !isThere(name):
		return ""
	case isFile(name):
		return "the file " + oneline.Clean(name)
	}
	return "the folder " + oneline.Clean(name)
}

// offering is what the reader's list of articles asks the command line for.
type offering struct {
	*program
	ready sync.Once // of what is searched
}

// find gives the articles that a name stands for, as the command line does.
func (p *offering) find(_ context.Context, typed string) ([]reader.Item, error) {
	name := typedName(typed, p.getenv)
	if name == "" {
		return nil, errors.New("type the name of a file or a folder, or an address")
	}
	if isAddress(name) {
		if key := p.withAddress(name); key != "" {
			return []reader.Item{p.storedItem(input{name: name, key: key})}, nil
		}
		all := []input{{name: name}}
		return p.items(p.gather(all))
	}
	var all []input
	for _, file := range filesOf(name) {
		all = append(all, input{name: file})
	}
	return p.items(p.gather(p.look(all)))
}

// items are the articles that were gathered, or what is wrong where there are none.
func (p *offering) items(g gathered) ([]reader.Item, error) {
	if len(g.items) == 0 && len(g.faults) > 0 {
		return nil, errors.New(oneline.Clean(g.faults[0]))
	}
	return castAgain(p.program, g.items), nil
}

// castAgain gives articles that were read before the speakers' order that they had then.
func castAgain(p *program, items []reader.Item) []reader.Item {
	known := recent.Load(recent.File(p.stateHome))
	for i, it := range items {
		if at := slices.IndexFunc(known, func(e recent.Entry) bool { return e.Ref == it.Ref }); at >= 0 {
			items[i].Cast = known[at].Cast
		}
	}
	return items
}

// withAddress is the key of the library's article from an address; empty where it holds none.
func (p *offering) withAddress(address string) string {
	lib, err := p.openLibrary(context.Background(), false)
	if err != nil {
		return ""
	}
	all, err := lib.List(context.Background(), library.All)
	if i := slices.IndexFunc(all, func(s library.Summary) bool { return s.Address == address }); err == nil && i >= 0 {
		return all[i].Key
	}
	return ""
}

// complete is a path with more of it, as far as files and folders are called so, else a query with its last word
// completed.
func (p *offering) complete(typed string) string {
	more := files.Complete(typed, func(path string) string { return homePath(path, p.getenv) })
	if more != typed {
		return more
	}
	lib, err := p.openLibrary(context.Background(), false)
	if err != nil {
		return typed
	}
	f := finding.Finder{Library: lib, Now: p.now}
	c := query.Complete(typed, len(typed), func(field query.Field, prefix string) []string {
		values, _ := f.Values(context.Background(), field, prefix)
		return values
	})
	if len(c.Options) == 0 {
		return typed
	}
	return typed[:c.From] + oneline.Clean(c.Options[0])
}

// lessonSample is the built-in article on which the lessons are.
const lessonSample = "strait-call"

// offerMore lets the reader open more than it was started with, and remember what was read.
func offerMore(p *program, o *reader.Options, keep bool) {
	more := &offering{program: p}
	o.Named, o.Find, o.Complete, o.Search = more.named, more.find, more.complete, more.search
	o.Shelf = shelfKeeper{p}
	o.Offers = func() []reader.Item { return p.offer().items }
	lesson := sampleItem(lessonSample)
	o.Lesson, o.Tour = &lesson, true
	if keep {
		o.Remember = func(read []reader.Reading) { remember(p, read) }
	}
}
