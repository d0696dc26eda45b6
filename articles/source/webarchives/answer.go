package webarchives

import (
	"bufio"
	"errors"
	"io"
	"net/textproto"
	"strconv"
	"strings"
)

// answered is the status of a page that a server gave.
const answered = "200"

// answer is what a server answered: its status, its header, and what stands below it, put together where it came in
// pieces.
type answer struct {
	status string
	header textproto.MIMEHeader
	body   io.Reader
}

// answerOf reads an answer. The library's own reader of them would bring all of its client into the program.
func answerOf(record io.Reader) (a answer, err error) {
	in := bufio.NewReader(record)
	r := textproto.NewReader(in)
	line, err := r.ReadLine()
	words := strings.Fields(line)
	if err != nil || len(words) < 2 || !strings.HasPrefix(words[0], "HTTP/") {
		return a, errors.New("no line of status")
	}
	a.status = words[1]
	if a.header, err = r.ReadMIMEHeader(); err != nil && len(a.header) == 0 {
		return a, err
	}
	a.body = in
	if strings.EqualFold(strings.TrimSpace(a.header.Get("Transfer-Encoding")), "chunked") {
		a.body = &pieces{in: in}
	}
	return a, nil
}

// pieces are those of an answer, each behind its length. Some archives put them together and leave the header: then
// there is no length, and all of it is one piece.
type pieces struct {
	in    *bufio.Reader
	left  int64 // bytes of the piece
	begun bool
	whole bool // put together before
}

// Read reads on, and into the next piece. What is no length ends the answer; what came before it is kept.
func (p *pieces) Read(b []byte) (int, error) {
	if p.left == 0 && !p.whole {
		if err := p.next(); err != nil {
			return 0, err
		}
	}
	if p.whole {
		return p.in.Read(b)
	}
	n, err := p.in.Read(b[:min(int64(len(b)), p.left)])
	p.left -= int64(n)
	return n, err
}

// longestLength is how many bytes the line of a length has at most, with what may stand behind the length.
const longestLength = 256

// next reads the length of the next piece.
func (p *pieces) next() error {
	head, _ := p.in.Peek(longestLength)
	text := string(head)
	skipped := 0
	if p.begun {
		text = strings.TrimLeft(text, "\r\n")
		skipped = len(head) - len(text)
	}
	line, _, ok := strings.Cut(text, "\n")
	digits, _, _ := strings.Cut(strings.TrimSpace(line), ";")
	n, err := strconv.ParseInt(strings.TrimSpace(digits), 16, 64)
	switch {
	case (!ok || err != nil || n < 0) && !p.begun:
		p.whole = true
		return nil
	case !ok || err != nil || n <= 0:
		return io.EOF
	}
	p.begun, p.left = true, n
	_, err = p.in.Discard(skipped + len(line) + 1)
	return err
}
