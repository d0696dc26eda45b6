package reader

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/ui/reader/view"
)

// run is an analysis at work beside the reader.
type run struct {
	cancel context.CancelFunc
	events chan tea.Msg
	done   float64
}

type openedMsg struct {
	item    int
	name    string // the item's, in whose place there may be another by now
	article articles.Article
	err     error
}

type progressMsg struct {
	run  *run
	item int
	done float64
}

type analysedMsg struct {
	run  *run
	item int
	doc  *analysis.Document
	err  error
	// log is what was decided on the article; reviewErr is why that is not known.
	log       Log
	reviewErr error
	// place is where the reading of the article stopped.
	place int
}

// turnTo makes an item the current one: it is opened if it was not yet, and the analysis of the one before is given up.
// What is behind the screen costs no work.
func (m *model) turnTo(item int) {
	m.picking.End()
	m.ahead = nil
	for i, o := range m.shelf {
		if i != item && o.run != nil {
			o.run.cancel()
			o.run = nil
		}
	}
	m.start(m.open(item))
	if o := m.shelf[item]; o != nil {
		m.ensureAnalysed(o)
		m.begin(o)
		if o.begun {
			offering{m}.visit(item)
		}
	}
}

// open reads an item beside the reader. What was opened before is taken from the shelf.
func (m *model) open(item int) tea.Cmd {
	if item < 0 || m.shelf[item] != nil {
		return nil
	}
	read, name := m.options.Items[item].Open, m.options.Items[item].Name
	return func() tea.Msg {
		a, err := read(m.ctx)
		return openedMsg{item, name, a, err}
	}
}

// arrived shows an article that was read, and starts its analysis.
func (m *model) arrived(msg openedMsg) {
	if m.shelf[msg.item] != nil || msg.item >= len(m.options.Items) || m.options.Items[msg.item].Name != msg.name {
		return // asked for twice, or given up meanwhile
	}
	o := &opened{Findings: view.Of(msg.article, m.options.Items[msg.item].Name), item: msg.item, err: msg.err}
	m.demand(o)
	m.doubt(o)
	m.shelf[msg.item] = o
	if m.at.Item == o.item || (offering{m}).rests(o.item) {
		m.ensureAnalysed(o)
	}
}

// ensureAnalysed starts the analysis of an article, unless it is done, at work, or was stopped by the reader. Its
// progress and its result come back as messages.
func (m *model) ensureAnalysed(o *opened) {
	if o.err != nil || o.Doc != nil || o.run != nil || o.stopped != nil {
		return
	}
	ctx, cancel := context.WithCancel(m.ctx)
	r := &run{cancel: cancel, events: make(chan tea.Msg, 1)}
	o.run = r
	go m.work(ctx, r, o.item, o.Article, m.options.Items[o.item].Cast, deskOf(m, o.item))
	m.start(r.listen)
}

// work runs beside the reader: it touches nothing of the model.
func (m *model) work(ctx context.Context, r *run, item int, a articles.Article, cast []string, desk Desk) {
	doc, err := m.options.Analyze(ctx, a, func(done float64) {
		select {
		case r.events <- progressMsg{r, item, done}:
		default: // the last one has not been read yet; a later one will be
		}
	})
	if err == nil {
		doc = doc.WithCast(cast)
	}
	msg := analysedMsg{run: r, item: item, doc: doc, err: err}
	if err == nil && desk != nil {
		msg.log, msg.reviewErr = desk.Look(ctx, a)
		msg.place, _ = desk.Place(ctx, a) // without it the article begins at its beginning
	}
	r.events <- msg
}

func (r *run) listen() tea.Msg { return <-r.events }

func (m *model) progressed(msg progressMsg) {
	msg.run.done = msg.done
	m.start(msg.run.listen)
}

func (m *model) analysed(msg analysedMsg) {
	o := m.shelf[msg.item]
	if o == nil || o.run != msg.run {
		return // given up meanwhile
	}
	o.run = nil
	if msg.err != nil {
		o.stopped, m.ahead = msg.err, nil
		return
	}
	o.take(msg.doc, msg.log)
	o.text.Forget() // its edges are drawn anew
	o.place, o.fault = msg.place, msg.reviewErr
	m.begin(o)
}

// begin is the first time that an article and its quotes are on the screen: it goes where the reading stopped, tells
// what is to be known of the article, and does what was waited with.
func (m *model) begin(o *opened) {
	if m.at.Item != o.item || o.Doc == nil || o.begun {
		return
	}
	o.begun = true
	offering{m}.visit(o.item)
	reviews := m.options.Reviewing && m.options.Desk != nil && !m.lessons.On()
	if before := m.note; reviews {
		m.reviewing.Begin()
		if before != "" && m.note != before { // what is being told is not cut short
			m.note, m.notices = before, append([]string{m.note}, m.notices...)
		}
	}
	if o.fault != nil {
		m.announce("what was reviewed cannot be shown: " + o.fault.Error())
	}
	if !reviews && m.at.Top == view.StartOf(0).Top && o.place > 0 {
		m.at.Top = o.place
		m.announce("where you stopped reading: " + m.say("top") + " goes to the top")
	}
	if !m.at.Lit.Empty() { // it was opened there
		across{m}.arrive(o, m.at.Lit)
	}
	if n := o.Article.Damaged(); n > 0 {
		m.announce(fmt.Sprintf("damaged characters in the text: %d, shown as \uFFFD; look for a whole copy", n))
	}
	if o.Doc.MarksOnly {
		m.announce(o.Doc.InLanguage() + "; attribution knows English only: words in quotation marks are shown, " +
			"without speakers")
	}
	if len(m.ahead) == 0 && !reviews {
		teaching{model: m}.firstSteps()
	}
	typingAhead{m}.catchUp()
}

// stopAnalysis stops the analysis at work on the current article.
func (m *model) stopAnalysis() {
	if o := m.current(); o != nil && o.run != nil {
		o.run.cancel()
		return
	}
	m.tell("no analysis is at work")
}

func (m *model) cancelAll() {
	for _, o := range m.shelf {
		if o.run != nil {
			o.run.cancel()
		}
	}
}

func (m *model) restart() {
	o := m.current()
	switch {
	case o == nil || o.err != nil || o.run != nil:
		m.tell(m.whyNotYet())
	case o.Doc != nil:
		m.tell("the article is analysed already")
	default:
		o.stopped = nil
		m.ensureAnalysed(o)
	}
}

// whyNotYet says why there are no quotes to act on.
func (m *model) whyNotYet() string {
	o := m.current()
	switch {
	case o == nil:
		return "the article is not open yet"
	case o.err != nil:
		return "there is no article here: " + m.say("articles") + " lists the others, " + m.say("quit") + " quits"
	case o.run != nil:
		return "" // the meter tells
	case errors.Is(o.stopped, context.Canceled):
		return "the analysis was stopped: " + m.say("analyse") + " starts it again"
	case o.stopped != nil:
		return "the analysis failed: " + o.stopped.Error() + ": " + m.say("analyse") + " tries again"
	}
	return "the article is not analysed yet"
}

// goTo turns to another item, in the place where its reader left it.
func (m *model) goTo(item int) {
	switch {
	case item < 0 || item >= len(m.options.Items):
		m.tell("there is no further article")
		return
	case item == m.at.Item && m.current() != nil:
		return
	}
	to := view.StartOf(item)
	if o := m.current(); o != nil {
		m.remember()
		last := m.at
		o.last = &last
	}
	if o := m.shelf[item]; o != nil && o.last != nil {
		to = *o.last
	}
	m.at = to
	m.turnTo(item)
}
