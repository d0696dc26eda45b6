// Package fetch gets one page of the web, on a person's word: its bytes and what its server says of them.
//
// It promises that no request takes longer or brings more than it may, that nothing within a private network is asked
// unless that was allowed, whatever a name or another page leads to, and that no script is run and nothing beside the
// page is fetched. Every error says in a clause what is wrong, and wraps ErrRefused where the server would not give the
// page.
package fetch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"path"
	"strings"
	"syscall"
	"time"

	"golang.org/x/net/html/charset"
)

// What can go wrong with a page, beside what the network says.
var (
	ErrRefused   = errors.New("the server does not give the page")
	ErrPrivate   = errors.New("an address within a private network")
	ErrTooLong   = errors.New("the server takes too long")
	ErrTooBig    = errors.New("too big")
	ErrUnchanged = errors.New("it is as it was")
	ErrRedirects = errors.New("it leads from one address to the next without end")
)

// Bounds on a request.
const (
	mostTime        = 30 * time.Second // for all of it
	timeToConnect   = 10 * time.Second
	timeToAnswer    = 15 * time.Second // until the server begins to answer
	mostRedirects   = 10
	mostHeaderBytes = 1 << 20
)

// Page is what came from an address.
type Page struct {
	// Address is where it came from in the end.
	Address string
	// Name is a name for it as a file would have, with the ending of its format: "story.html".
	Name string
	// Body are its bytes, unpacked; text in another encoding than Unicode, of which the server tells, is in UTF-8 with a
	// byte order mark.
	Body []byte
	// Version is what its server calls this state of it.
	Version Version
	// Raw are its bytes in the encoding in which they came.
	Raw []byte
}

// Version is what a server calls a state of a page, so as to be asked for a later one (RFC 9110, 8.8).
type Version struct{ ETag, Modified string }

// Fetcher gets pages. It is safe for use by several goroutines at once.
type Fetcher struct {
	client *http.Client
	guard  *guard
	agent  string
	limit  int64
}

// Options are how pages are fetched.
type Options struct {
	// Agent is what the program calls itself to servers.
	Agent string
	// Limit is the most bytes that a page may have.
	Limit int64
	// Private allows addresses within private networks.
	Private bool
	// Proxy tells through which server an address is asked, as http.ProxyFromEnvironment does; nil where none is.
	Proxy func(*http.Request) (*url.URL, error)
}

// New makes a fetcher.
func New(o Options) *Fetcher {
	guarded := &guard{private: o.Private}
	proxy := func(r *http.Request) (*url.URL, error) {
		if o.Proxy == nil {
			return nil, nil
		}
		by, err := o.Proxy(r)
		if by != nil {
			guarded.allow(by)
		}
		return by, err
	}
	return &Fetcher{agent: o.Agent, limit: o.Limit, guard: guarded, client: &http.Client{
		Timeout: mostTime,
		Transport: &turns{next: &http.Transport{Proxy: proxy, DialContext: guarded.dial, TLSHandshakeTimeout: timeToConnect,
			ResponseHeaderTimeout: timeToAnswer, MaxResponseHeaderBytes: mostHeaderBytes, ForceAttemptHTTP2: true,
			DisableKeepAlives: true}},
		CheckRedirect: func(r *http.Request, via []*http.Request) error {
			if len(via) > mostRedirects {
				return ErrRedirects
			}
			return guarded.mayAsk(r.URL)
		}}}
}

// IsAddress reports whether a name is an address on the web.
func IsAddress(name string) bool {
	u, err := url.Parse(name)
	return err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https")
}

// Get fetches the page of an address.
func (f *Fetcher) Get(ctx context.Context, address string) (*Page, error) {
	return f.Newer(ctx, address, Version{})
}

// Newer fetches the page of an address where its server has a later one than that of a version; otherwise it is
// ErrUnchanged.
func (f *Fetcher) Newer(ctx context.Context, address string, than Version) (*Page, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, fmt.Errorf("no address of a page: %w", err)
	}
	if err := f.guard.mayAsk(r.URL); err != nil {
		return nil, err
	}
	r.Header.Set("User-Agent", f.agent)
	r.Header.Set("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
	r.Header.Set("Accept-Language", "en,*;q=0.5")
	if than.ETag != "" {
		r.Header.Set("If-None-Match", than.ETag)
	}
	if than.Modified != "" {
		r.Header.Set("If-Modified-Since", than.Modified)
	}
	answer, err := f.client.Do(r)
	if err != nil {
		return nil, plainly(err)
	}
	defer answer.Body.Close()
	switch answer.StatusCode {
	case http.StatusOK:
	case http.StatusNotModified:
		return nil, ErrUnchanged
	default:
		return nil, fmt.Errorf("%w: %s", ErrRefused, status(answer.StatusCode))
	}
	body, err := io.ReadAll(io.LimitReader(answer.Body, f.limit+1))
	if err != nil {
		return nil, plainly(err)
	}
	if int64(len(body)) > f.limit {
		return nil, fmt.Errorf("%w: more than %d MB", ErrTooBig, f.limit>>20)
	}
	kind, with, _ := mime.ParseMediaType(answer.Header.Get("Content-Type"))
	u := answer.Request.URL
	return &Page{Address: plainAddress(u), Name: nameOf(u, kind), Body: inUnicode(body, with["charset"]), Raw: body,
		Version: Version{ETag: header(answer, "ETag"), Modified: header(answer, "Last-Modified")}}, nil
}

// longestVersion is the longest that a server may call a version, in bytes.
const longestVersion = 1 << 10

// header is what a server tells under a name, unless it is longer than anything that is to be kept.
func header(answer *http.Response, name string) string {
	if said := answer.Header.Get(name); len(said) <= longestVersion {
		return said
	}
	return ""
}

// plainAddress is an address without the place on the page, and without a password.
func plainAddress(u *url.URL) string {
	plain := *u
	plain.Fragment, plain.RawFragment, plain.User = "", "", nil
	return plain.String()
}

// endings are those of files of the types that servers tell, where their names may tell another.
var endings = map[string]string{"text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf",
	"text/plain": ".txt", "application/rss+xml": ".xml", "application/atom+xml": ".xml", "application/xml": ".xml",
	"text/xml": ".xml", "application/json": ".json", "application/feed+json": ".json", "text/markdown": ".md",
	"text/csv": ".csv", "application/epub+zip": ".epub", "multipart/related": ".mhtml", "message/rfc822": ".eml"}

// nameOf is a name for a page, as a file would have.
func nameOf(u *url.URL, kind string) string {
	name := path.Base(u.Path)
	if name == "/" || name == "." {
		name = u.Hostname()
		if endings[kind] == "" {
			return name + ".html"
		}
	}
	ending := endings[kind]
	if ending == "" || strings.EqualFold(path.Ext(name), ending) {
		return name
	}
	return name + ending
}

// inUnicode is text in UTF-8, where the server tells that it is in another encoding.
func inUnicode(body []byte, label string) []byte {
	encoding, name := charset.Lookup(label)
	if label == "" || encoding == nil || name == "utf-8" || strings.HasPrefix(name, "utf-16") {
		return body
	}
	text, err := encoding.NewDecoder().Bytes(body)
	if err != nil {
		return body
	}
	return append([]byte("\ufeff"), text...)
}

// status says what a server's answer means.
func status(code int) string {
	if text := http.StatusText(code); text != "" {
		return fmt.Sprintf("%d %s", code, text)
	}
	return fmt.Sprint(code)
}

// plainly is what went wrong, without the method and the address that net/http puts before it.
func plainly(err error) error {
	var asked *url.Error
	if errors.As(err, &asked) {
		err = asked.Err
	}
	var network net.Error
	var name *net.DNSError
	for _, known := range []error{ErrPrivate, ErrRedirects, context.Canceled} {
		if errors.Is(err, known) {
			return known
		}
	}
	switch {
	case errors.As(err, &name) && name.IsNotFound:
		return fmt.Errorf("no server is called %s", name.Name)
	case errors.As(err, &network) && network.Timeout():
		return ErrTooLong
	case errors.Is(err, syscall.ECONNREFUSED):
		return errors.New("no server answers there")
	}
	return err
}

// Reader is the page as a file would be read.
func (p *Page) Reader() io.Reader { return bytes.NewReader(p.Body) }
