package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os/user"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/export"
	"hearsay/articles/reviews"
	"hearsay/ui/cli/desktop"
	"hearsay/ui/cli/files"
	"hearsay/ui/cli/oneline"
	"hearsay/ui/cli/settings"
	"hearsay/ui/lines"
	"hearsay/ui/reader"
)

// openReader runs the full-screen reader until a person leaves it.
func (p *program) openReader(inputs []input, s settings.Settings, notices []string, keyboard io.Reader,
	change ...func(*reader.Options)) error {
	var g gathered
	if len(inputs) > 0 {
		g = p.gather(inputs)
		g.items = castAgain(p, g.items)
	} else {
		g = p.offer()
	}
	if len(g.items) == 0 {
		return p.tellAll(g.faults)
	}
	ctx, stop := p.interrupts()
	defer stop()
	rescue := &reviews.Rescue{Folders: []string{filepath.Join(p.stateHome, "hearsay")}}
	kept := settings.HabitsFile(p.stateHome)
	o := reader.Options{
		Items:    g.items,
		Choose:   len(inputs) == 0,
		Analyze:  p.find,
		Desk:     p.readerDesk(p.reviewerName(s.Reviewer), rescue),
		Input:    keyboard,
		Output:   p.out,
		Theme:    s.Theme,
		Colours:  s.Colours,
		NoColor:  p.getenv("NO_COLOR") != "",
		Dumb:     p.dumb(),
		MouseOff: !s.Mouse,
		Width:    s.Width,
		Keys:     s.Keys,
		Habits:   habitsOf(settings.ReadHabits(kept), s.Show),
		Keep:     func(h reader.Habits) { keepHabits(kept, h) },
		Notices:  cleanAll(slices.Concat(notices, g.faults, g.notes)),
	}
	reachOut(&o, s, p.getenv)
	followIn(p, &o)
	offerMore(p, &o, !s.Forget)
	for _, c := range change {
		c(&o)
	}
	p.shelf.takeScreen(true)
	err := p.read(ctx, o)
	p.shelf.takeScreen(false)
	lost := rescue.End()
	if lost != nil {
		tell(p.err, lost.Error())
	}
	switch {
	case errors.Is(err, context.Canceled):
		return err
	case err != nil:
		tell(p.err, fmt.Sprintf("the reader stopped: %v; --plain writes the article as text", err))
		return failure(exitFailed)
	}
	if err = p.tellAll(g.faults); lost != nil {
		return failure(exitFailed)
	}
	return err
}

// openLines reads articles line by line, instead of on a screen. Where one of them is standard input, what is typed
// comes from the terminal.
func openLines(p *program, inputs []input, s settings.Settings, notices []string,
	change ...func(*reader.Options)) error {
	keyboard, echo := p.in, !p.inTerminal
	if slices.Contains(inputs, input{name: standardInput}) {
		var err error
		if keyboard, err = p.openKeyboard(); err != nil {
			return usage("standard input is the article, and there is no terminal to type on: name a FILE instead")
		}
		echo = false
	}
	columns := p.columns
	p.read = func(ctx context.Context, o reader.Options) error {
		return lines.Run(ctx, lines.Options{Options: o, Columns: columns, Echo: echo})
	}
	return p.openReader(inputs, s, notices, keyboard, change...)
}

// reachOut lets the reader write files, open pages and run commands.
func reachOut(o *reader.Options, s settings.Settings, getenv func(string) string) {
	o.Formats = readerFormats()
	o.Export = func(format, path string, i export.Item) (string, error) {
		return exportFrom(format, homePath(path, getenv), i)
	}
	o.Append = func(path, words string) error {
		if err := files.Append(homePath(path, getenv), words); err != nil {
			return errors.New(oneline.Reason(err))
		}
		return nil
	}
	o.Browse = func(address string) error { return desktop.Browse(address, getenv) }
	o.Shell = desktop.Shell
	for _, c := range s.Commands {
		o.Commands = append(o.Commands, reader.Command(c))
	}
}

// homePath is a path that may begin in a person's own folder.
func homePath(path string, getenv func(string) string) string {
	if rest, ok := strings.CutPrefix(path, settings.HomeMark); ok {
		return filepath.Join(cmp.Or(getenv("HOME"), getenv("USERPROFILE")), rest)
	}
	return path
}

// habitsOf are the reader's as they were kept, with what was chosen to be shown.
func habitsOf(h settings.Habits, show string) reader.Habits {
	level, _ := analysis.LevelNamed(cmp.Or(show, h.Show)) // all is shown where no level is named
	return reader.Habits{Least: level, Split: h.Split, Shares: [2]int{h.Quotes, h.Speakers}, Toured: h.Toured,
		Lessons: h.Lessons}
}

// keepHabits keeps them for the next time; that they cannot be kept is no reason to keep anyone from leaving.
func keepHabits(path string, h reader.Habits) {
	kept := settings.Habits{Split: h.Split, Quotes: h.Shares[0], Speakers: h.Shares[1], Toured: h.Toured,
		Lessons: h.Lessons}
	if h.Least != analysis.Unsure {
		kept.Show = h.Least.String()
	}
	if settings.ReadHabits(path) != kept {
		_ = kept.Write(path)
	}
}

// writePlain writes the articles as text for people, for pipes and for terminals that cannot draw; as they were
// corrected where the library holds them, whether they are named by key or by file.
func (p *program) writePlain(inputs []input, s settings.Settings, f rootFlags, notices []string) error {
	if len(inputs) == 0 {
		return usage("no article to write: name a FILE, pipe one in, or take a --sample")
	}
	for _, n := range notices {
		tell(p.err, n)
	}
	text := textFormat(p.textWidth(s.Width))
	return p.writeAll(inputs, []writer{text.write}, &stream{Writer: p.out, format: text},
		p.readBy(choosing{Choice: reviews.Choice{Named: f.reviewer, Asking: p.reviewerName(s.Reviewer)}}))
}

// tellAll tells of inputs that could not be read; the program has then failed, if only in part.
func (p *program) tellAll(faults []string) error {
	for _, f := range faults {
		tell(p.err, f)
	}
	if len(faults) > 0 {
		return failure(exitFailed)
	}
	return nil
}

func cleanAll(lines []string) []string {
	for i, l := range lines {
		lines[i] = oneline.Clean(l)
	}
	return lines
}

// openKeyboard opens the terminal for its keys, past a standard input that is an article.
func openKeyboard() (io.Reader, error) {
	keyboard, screen, err := tea.OpenTTY()
	if err != nil {
		return nil, err
	}
	if screen != keyboard {
		screen.Close()
	}
	return keyboard, nil
}

// newAnalyzer is an analyzer that loads the engine when it is first asked for something, which may be never.
func newAnalyzer() analyzer {
	load := sync.OnceValues(analysis.Load)
	return func(ctx context.Context, a articles.Article, progress func(float64)) (*analysis.Document, error) {
		engine, err := load()
		if err != nil {
			return nil, err
		}
		in := a.Input()
		in.Progress = progress
		return engine.Analyze(ctx, in)
	}
}

// desk is a reviewer's, as the reader knows it.
type desk struct{ reviews.Desk }

// Look gives the review of an article of the library, nil for any other.
func (d desk) Look(ctx context.Context, a articles.Article) (reader.Log, error) {
	return logOrNone(d.Desk.Look(ctx, a))
}

// Open puts the article and what was found in it into the library, and goes on with its review.
func (d desk) Open(ctx context.Context, a articles.Article, found *analysis.Document) (reader.Log, error) {
	return logOrNone(d.Desk.Open(ctx, a, found))
}

// logOrNone keeps no log from becoming a log that is nothing.
func logOrNone(l *reviews.Log, err error) (reader.Log, error) {
	if l == nil {
		return nil, err
	}
	return l, err
}

// readerDesk is the desk of the reader, where what was decided is saved if the library is lost.
func (p *program) readerDesk(reviewer string, r *reviews.Rescue) desk {
	d := p.desk(reviewer)
	d.Rescue = r
	return desk{d}
}

// desk is where a reviewer of this name works.
func (p *program) desk(reviewer string) reviews.Desk {
	return reviews.Desk{Library: p.openLibrary, Reviewer: reviewer, Now: p.now}
}

// analyzed finds who said what in an article of which nothing is known.
func (p *program) analyzed(ctx context.Context, a articles.Article) (*analysis.Document, error) {
	return p.analyze(ctx, a, nil)
}

// reviewerName is who decides: the one that was named, or the one who is logged in.
func (p *program) reviewerName(named string) string {
	if named != "" {
		return named
	}
	for _, v := range []string{"USER", "LOGNAME", "USERNAME"} {
		if name := p.getenv(v); name != "" {
			return name
		}
	}
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "reviewer"
}
