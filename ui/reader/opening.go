package reader

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"hearsay/analysis"
	"hearsay/articles"
)

// run is an analysis at work beside the reader.
type run struct {
	cancel context.CancelFunc
	events chan tea.Msg
	done   float64
}

type openedMsg struct {
	item    int
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
}

// open reads an item beside the reader. What was opened before is taken from the shelf.
func (m *model) open(item int) tea.Cmd {
	if m.shelf[item] != nil {
		return nil
	}
	read := m.options.Items[item].Open
	return func() tea.Msg {
		a, err := read(context.Background())
		return openedMsg{item, a, err}
	}
}

// arrived shows an article that was read, and starts its analysis.
func (m *model) arrived(msg openedMsg) {
	o := &opened{item: msg.item, article: msg.article, err: msg.err, narrowed: none}
	m.shelf[msg.item] = o
	if msg.err == nil {
		m.analyse(o)
	}
	m.findHits()
}

// analyse starts the analysis of an article. Its progress and its result come back as messages.
func (m *model) analyse(o *opened) {
	ctx, cancel := context.WithCancel(context.Background())
	r := &run{cancel: cancel, events: make(chan tea.Msg, 1)}
	o.run = r
	go m.work(ctx, r, o.item, o.article)
	m.start(r.listen)
}

// work runs beside the reader: it touches nothing of the model.
func (m *model) work(ctx context.Context, r *run, item int, a articles.Article) {
	doc, err := m.options.Analyze(ctx, a, func(done float64) {
		select {
		case r.events <- progressMsg{r, item, done}:
		default: // the last one has not been read yet; a later one will be
		}
	})
	r.events <- analysedMsg{r, item, doc, err}
}

func (r *run) listen() tea.Msg { return <-r.events }

func (m *model) progressed(msg progressMsg) {
	msg.run.done = msg.done
	m.start(msg.run.listen)
}

func (m *model) analysed(msg analysedMsg) {
	o := m.shelf[msg.item]
	if o == nil || o.run != msg.run {
		return
	}
	o.run = nil
	switch {
	case msg.err != nil:
		m.tell("the analysis was stopped: press r to start it again")
		return
	case msg.doc.MarksOnly:
		m.tell(msg.doc.InLanguage() + "; attribution knows English only: words in quotation marks are shown, without speakers")
	}
	o.take(msg.doc)
	o.page = nil // its edges are drawn anew
	if m.at.item == o.item && m.at.quote == none && len(o.doc.Quotes) > 0 {
		m.settle()
		m.choose(max(m.visibleQuote(true), 0))
	}
}

// cancel stops the analysis at work on the current article.
func (m *model) cancel() bool {
	o := m.current()
	if o == nil || o.run == nil {
		return false
	}
	o.run.cancel()
	return true
}

func (m *model) cancelAll() {
	for _, o := range m.shelf {
		if o.run != nil {
			o.run.cancel()
		}
	}
}

func (m *model) restart() {
	if o := m.current(); o != nil && o.run == nil && o.doc == nil && o.err == nil {
		m.analyse(o)
		return
	}
	m.tell("the article is analysed already")
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
		return fmt.Sprintf("still finding out who says what: %.0f %%", 100*o.run.done)
	}
	return "the article was not analysed: " + m.say("analyse") + " does it"
}

// goTo opens another item.
func (m *model) goTo(item int) {
	if item < 0 || item >= len(m.options.Items) {
		m.tell("there is no further article")
		return
	}
	m.leave()
	m.at = startOf(item)
	m.start(m.open(item))
	if o := m.current(); o != nil && o.doc != nil && len(o.doc.Quotes) > 0 {
		m.choose(0)
	}
}
