package source

import (
	"net/mail"
	"regexp"
	"strings"
	"time"
)

// webpages are the formats in which pages are kept with what belongs to them.
func webpages() []format {
	const anew = "save the page anew as “Web page, HTML only”"
	return []format{
		{name: "a web archive (WARC)", endings: []string{".warc", ".wet", ".wat"}, looks: matches(`^WARC/\d`),
			hint: hintWARC},
		{name: "a web archive (ARC)", endings: []string{".arc"}, looks: matches(`^filedesc://\S+ `), hint: hintWARC},
		{name: "an HTTP response with its header", looks: matches(`^HTTP/\d(\.\d)? \d{3}.*\n[A-Za-z0-9-]+: `),
			hint: "leave its header out, as curl does without -i"},
		{name: "a web page saved with its pictures (MHTML)", endings: []string{".mhtml", ".mht"}, looks: isMHTML,
			hint: anew},
		{name: "a Safari web archive", endings: []string{".webarchive"}, looks: isWebArchive,
			hint: "save the page as its source, or use “textutil -convert html FILE”", binary: true},
	}
}

const hintWARC = "take the pages out of it first, as “warcio extract --payload FILE OFFSET” does"

// messages are mail.
func messages() []format {
	return []format{
		{name: "a mailbox (mbox)", endings: []string{".mbox", ".mbx"}, looks: isMailbox,
			hint: "save the text of each message as plain text"},
		{name: "an e-mail message", endings: []string{".eml", ".emlx"}, looks: isMail,
			hint: "save the text of the message as plain text"},
	}
}

// matches makes a check of the text by a regular expression.
func matches(pattern string) func(sample) bool {
	re := regexp.MustCompile(pattern)
	return func(s sample) bool { return re.MatchString(s.text) }
}

// isWebArchive knows what Safari saves: a property list, binary or XML, of a page with its pictures.
func isWebArchive(s sample) bool {
	list := strings.HasPrefix(s.text, "bplist0")
	if name, _, declared := outermost(s.text); declared && name == "plist" {
		list = true
	}
	return list && strings.Contains(s.text, "WebMainResource")
}

// header are the fields of a message, by their names in lower case.
type header map[string]string

// fields are the header that lines begin with; nil where anything else stands before the first empty line.
func fields(lines []string) header {
	found, last := header{}, ""
	for _, l := range lines {
		if strings.TrimSpace(l) == "" {
			return found
		}
		if name, value, ok := strings.Cut(l, ":"); ok && isFieldName(name) {
			last = strings.ToLower(name)
			found[last] = strings.TrimSpace(value)
		} else if last != "" && (l[0] == ' ' || l[0] == '\t') {
			found[last] += " " + strings.TrimSpace(l)
		} else {
			return nil
		}
	}
	return found
}

// isFieldName reports whether the name of a field can be written so.
func isFieldName(s string) bool {
	return s != "" && strings.Trim(strings.ToLower(s), "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// any reports whether one of the fields is there.
func (h header) any(names ...string) bool {
	for _, n := range names {
		if _, ok := h[n]; ok {
			return true
		}
	}
	return false
}

// isMailbox reports whether text begins with the line that parts the messages of a mailbox, and a message after it.
func isMailbox(s sample) bool {
	words := strings.Fields(s.lines[0])
	if len(words) < 5 || words[0] != "From" {
		return false
	}
	_, err := time.Parse("Mon Jan 2", strings.Join(words[2:5], " "))
	return err == nil && len(fields(s.lines[1:])) > 1
}

// isMail reports whether text begins with a message's header: one from somebody that holds what only mail programs
// write, or addresses and the date as they write it. "From: …, To: …" alone are also the first lines of a letter that a
// paper prints.
func isMail(s sample) bool {
	lines := s.lines
	if s.ending == ".emlx" {
		lines = lines[1:] // the first is the number of bytes that follow
	}
	h := fields(lines)
	if !h.any("from", "sender", "return-path", "received", "delivered-to") {
		return false
	}
	if h.any("message-id", "received", "return-path", "dkim-signature", "content-transfer-encoding") ||
		h.any("mime-version") && strings.Contains(h["content-type"], "/") {
		return true
	}
	_, err := mail.ParseDate(h["date"])
	return err == nil && strings.Contains(h["from"], "@")
}

// isMHTML reports whether text begins as browsers save a page in the form of a message that nobody has sent.
func isMHTML(s sample) bool {
	h := fields(s.lines)
	kind := strings.ToLower(h["content-type"])
	page := strings.HasPrefix(kind, "multipart/related") || strings.HasPrefix(kind, "text/html")
	return h.any("snapshot-content-location") ||
		h.any("mime-version") && page && !h.any("to", "received", "message-id", "return-path", "delivered-to")
}
