package mail

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"regexp"

	"hearsay/articles/source/format"
)

// separator is the line that stands before each message of a mailbox.
var separator = regexp.MustCompile(`^From \S+.*\d{4}\s*$`)

// escaped is a line of a message that would look like that line.
var escaped = regexp.MustCompile(`^>+From `)

// readMailbox reads a mailbox message by message.
func readMailbox(f *format.File, yield format.Yield) error {
	m := mailbox{in: f.In, limit: f.Most()}
	for n := 1; ; n++ {
		data, long, err := m.next()
		if err == io.EOF && n == 1 {
			return &format.Error{Name: f.Name, Err: fmt.Errorf("%w: no message begins in it", format.ErrRecord),
				Hint: "look whether it is a mailbox, in which a line such as “From a@b.example Sat Mar 14 08:30:00 2026” stands " +
					"before each message"}
		} else if err == io.EOF {
			return nil
		} else if err != nil {
			return format.SystemError(f.Name, err)
		}
		e := format.Entry{Position: f.Position(n)}
		if long {
			e.Err = format.TooBig(e.Position, 0, f.Most())
		} else if e.Article, e.Err = article(e.Position, data); e.Err == nil {
			e.Article.ID = f.ID(n)
		}
		if !yield(e) {
			return nil
		}
	}
}

// mailbox parts the messages of a stream.
type mailbox struct {
	in    *bufio.Reader
	limit int64
	begun bool
	ended bool
}

// next gives the next message, of which it keeps no more than the limit and tells whether there was more.
func (m *mailbox) next() (message []byte, long bool, err error) {
	blank := true
	for !m.ended {
		line, err := m.line()
		if m.ended = err == io.EOF; err != nil && err != io.EOF {
			return nil, false, err
		}
		if blank && separator.Match(line) {
			if m.begun {
				return message, long, nil
			}
			m.begun, message = true, nil
			continue
		}
		blank = len(bytes.TrimSpace(line)) == 0
		if escaped.Match(line) {
			line = line[1:]
		}
		if long = long || int64(len(message)+len(line)) > m.limit; !long {
			message = append(message, line...)
		}
	}
	if !m.begun {
		return nil, false, io.EOF
	}
	m.begun = false
	return message, long, nil
}

// line reads a line, or as much of it as the buffer holds.
func (m *mailbox) line() ([]byte, error) {
	line, err := m.in.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		err = nil
	}
	return bytes.Clone(line), err
}
