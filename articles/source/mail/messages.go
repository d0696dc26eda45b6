// Package mail reads messages: mail and newsletters, alone and in mailboxes, and pages that browsers save in the form
// of a message.
package mail

import (
	"net/mail"
	"strings"
	"time"

	"hearsay/articles/source/format"
)

// Formats are mail.
func Formats() []format.Format {
	return []format.Format{
		{Name: "a web page saved with its pictures (MHTML)", Endings: []string{".mhtml", ".mht"}, Looks: isMHTML,
			Read: readSaved, About: "the page, as its browser saved it, and its address"},
		{Name: "a mailbox (mbox)", Endings: []string{".mbox", ".mbx"}, Looks: isMailbox,
			Read: readMailbox, Many: true, About: "its messages, each an article: mail, newsletters"},
		{Name: "an e-mail message", Endings: []string{".eml", ".emlx"}, Looks: isMail,
			Read: readMessage, About: "its HTML, or its text where it has none; the subject is the title"},
	}
}

// isMailbox reports whether text begins with the line that parts the messages of a mailbox, and a message after it.
func isMailbox(s format.Sample) bool {
	words := strings.Fields(s.Lines[0])
	if len(words) < 5 || words[0] != "From" {
		return false
	}
	_, err := time.Parse("Mon Jan 2", strings.Join(words[2:5], " "))
	return err == nil && len(format.Fields(s.Lines[1:])) > 1
}

// isMail reports whether text begins with a message's header: one from somebody that holds what only mail programs
// write, or addresses and the date as they write it. "From: …, To: …" alone are also the first lines of a letter that a
// paper prints.
func isMail(s format.Sample) bool {
	lines := s.Lines
	if s.Ending == ".emlx" {
		lines = lines[1:] // the first is the number of bytes that follow
	}
	h := format.Fields(lines)
	if !h.Any("from", "sender", "return-path", "received", "delivered-to") {
		return false
	}
	if h.Any("message-id", "received", "return-path", "dkim-signature", "content-transfer-encoding") ||
		h.Any("mime-version") && strings.Contains(h["content-type"], "/") {
		return true
	}
	_, err := mail.ParseDate(h["date"])
	return err == nil && strings.Contains(h["from"], "@")
}

// isMHTML reports whether text begins as browsers save a page in the form of a message that nobody has sent.
func isMHTML(s format.Sample) bool {
	h := format.Fields(s.Lines)
	kind := strings.ToLower(h["content-type"])
	page := strings.HasPrefix(kind, "multipart/related") || strings.HasPrefix(kind, "text/html")
	return h.Any("snapshot-content-location") ||
		h.Any("mime-version") && page && !h.Any("to", "received", "message-id", "return-path", "delivered-to")
}
