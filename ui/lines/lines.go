// Package lines is the reader without a screen: the same articles, and the same review, as questions and answers, line
// by line. It draws no frames and no colours and moves no cursor, so that it serves screen readers, slow links,
// terminals that can place nothing, and programs that talk to it through a pipe.
//
// It decides nothing by itself: a review is ui/reader/reviewing, which sees a session here as its host, and what is
// decided goes into the same log. It promises that whatever is written stands in whole lines, without anything that
// acts on a terminal, wherever the words come from; that a decision is on disk before its effect is told; that nothing
// is decided which was not told before; and that the end of the input, and of the context, end it cleanly.
package lines

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"hearsay/articles/export/told"
	"hearsay/ui/reader"
	"hearsay/ui/reader/picking"
	"hearsay/ui/reader/reviewing"
	"hearsay/ui/reader/view"
)

// Options are what a session is started with.
type Options struct {
	reader.Options
	// Columns is how wide the terminal is, 0 for no end: lines are then as long as they are.
	Columns int
	// Echo writes what was read behind the prompt, where no terminal does.
	Echo bool
}

// Run talks until there is nothing more to read, its user quits, or the context ends, which is then the error.
func Run(ctx context.Context, o Options) error {
	s := newSession(ctx, o)
	for _, n := range o.Notices {
		s.say(n)
	}
	if o.Choose {
		s.listArticles("")
	} else {
		s.turnTo(0)
	}
	in := read(ctx, o.Input)
	for !s.quit && s.out.err == nil {
		s.prompt()
		select {
		case <-ctx.Done():
			s.quit = true
			s.out.end()
		case line, more := <-in:
			if s.quit = !more; s.quit {
				s.out.end()
				break
			}
			if o.Echo {
				s.out.write(told.Clean(line) + "\n")
			}
			s.take(line)
		}
	}
	s.leave()
	return errors.Join(s.out.err, ctx.Err())
}

// longest is how many bytes of a line are read: more than anybody types.
const longest = 1 << 16

// read gives the lines of an input until it ends, each without its end and what of it is longer than the longest.
func read(ctx context.Context, in io.Reader) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		r := bufio.NewReaderSize(in, longest)
		for {
			line, err := r.ReadSlice('\n')
			text, cut := string(line), errors.Is(err, bufio.ErrBufferFull)
			for errors.Is(err, bufio.ErrBufferFull) {
				_, err = r.ReadSlice('\n')
			}
			if text == "" && err != nil {
				return
			}
			select {
			case out <- strings.TrimRight(text, "\r\n"):
			case <-ctx.Done():
				return
			}
			if err != nil && !cut {
				return
			}
		}
	}()
	return out
}

// session is a conversation about articles.
type session struct {
	options Options
	ctx     context.Context
	out     *paper
	host    host
	opened  map[int]*opened
	at      view.Place
	picking *picking.Mode
	review  reviewing.Spoken
	// asked is what waits for an answer: one of a question, a menu, or the choice of words that picking has; none waits
	// for a command.
	asked asked
	// pressed is the command being done.
	pressed string
	// told is what was asked about last, so that nothing is decided that was not, and nothing told twice.
	told toldOf
	// last is what the review told last.
	last string
	// paragraph is the one that was read last.
	paragraph int
	quit      bool
}

func newSession(ctx context.Context, o Options) *session {
	s := &session{options: o, ctx: ctx, out: &paper{to: o.Output, columns: o.Columns}, opened: map[int]*opened{},
		at: view.StartOf(0), paragraph: view.None}
	s.host = host{s}
	s.picking = picking.New(s.host)
	s.review = reviewing.Spoken{Mode: reviewing.New(s.host, s.picking, o.Between)}
	return s
}

// prompt is what stands before that which is typed: in a review how far it is.
func (s *session) prompt() {
	switch {
	case s.asked.question != nil, s.asked.menu != nil, s.picking.On():
		s.out.write("? ")
	case s.review.On():
		n, of := s.review.Progress()
		s.out.write(fmt.Sprintf("%d/%d> ", n, of))
	default:
		s.out.write("> ")
	}
}

// take answers a line.
func (s *session) take(line string) {
	line = strings.TrimSpace(line)
	switch {
	case s.asked.question != nil:
		s.answer(line)
	case s.asked.menu != nil:
		s.choose(line)
	case s.picking.On():
		s.chooseWords(line)
	default:
		s.command(line)
	}
	s.ask()
}

// leave says that nothing is lost, and keeps where the reading stopped.
func (s *session) leave() {
	if s.review.On() {
		s.say("The review is left at " + s.review.Standing() + ". Every decision is kept.")
	}
	if s.options.Desk == nil {
		return
	}
	for item, o := range s.opened {
		if o.Doc == nil {
			continue
		}
		at := 0
		if item == s.at.Item && s.paragraph >= 0 && s.paragraph < len(o.Article.Paragraphs) {
			at = o.Article.Paragraphs[s.paragraph].Start
		}
		_ = s.options.Desk.Leave(o.Article, at) // a place that is lost is no reason to keep anyone from leaving
	}
}

// say writes a line of its own words, or of what the review tells.
func (s *session) say(line string) { s.out.line(spoken(line)) }

// spoken is what is told on the screen in words that are read aloud: a semicolon in place of each dot that parts two
// things, outside quotation marks.
func spoken(line string) string {
	var b strings.Builder
	inside := 0
	for rest := line; rest != ""; {
		if inside <= 0 && strings.HasPrefix(rest, " · ") {
			b.WriteString("; ")
			rest = rest[len(" · "):]
			continue
		}
		for _, r := range rest {
			switch r {
			case '“':
				inside++
			case '”':
				inside--
			}
			b.WriteRune(r)
			rest = rest[len(string(r)):]
			break
		}
	}
	return b.String()
}
