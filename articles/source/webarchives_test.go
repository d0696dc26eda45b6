package source_test

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// warcRecord writes a record of a web archive.
func warcRecord(kind, content, body string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: <https://c.example/1>\r\nContent-Type: %s\r\n"+
		"Content-Length: %d\r\n\r\n%s\r\n\r\n", kind, content, len(body), body)
}

// answered writes what a server answered.
func answered(header, body string) string {
	return warcRecord("response", "application/http; msgtype=response", "HTTP/1.1 "+header+"\r\n\r\n"+body)
}

// A crawl is as many articles as it has pages with one; all else in it is passed over.
func TestEachPageOfACrawlIsAnArticle(t *testing.T) {
	page := "<html><title>Gates</title><body><p>" + sentence + "</p><p>So they do, said Ada Penn.</p></body></html>"
	want := sentence + "\n\nSo they do, said Ada Penn."
	czech := strings.ReplaceAll(page, "So they do", "Město řeklo ne")
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	w.Write([]byte(page))
	w.Close()
	in := warcRecord("warcinfo", "application/warc-fields", "software: crawler/1\r\n") +
		warcRecord("request", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n") +
		answered("200 OK\r\nContent-Type: text/html; charset=utf-8", page) +
		answered("200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip", packed.String()) +
		answered("200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked",
			fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(page), page)) +
		answered("200 OK\r\nContent-Type: text/html; charset=ISO-8859-2", encode(t, charmap.ISO8859_2, czech)) +
		answered("404 Not Found\r\nContent-Type: text/html", page) +
		answered("200 OK\r\nContent-Type: image/png", "\x89PNG\r\n\x00") +
		answered("200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br", "\x01\x02") +
		answered("200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked", page) + // which was put together
		warcRecord("conversion", "text/plain", want) + warcRecord("resource", "text/html", page)
	var members bytes.Buffer
	w = gzip.NewWriter(&members)
	w.Write([]byte(in[:200]))
	w.Close()
	w = gzip.NewWriter(&members)
	w.Write([]byte(in[200:]))
	w.Close()
	for name, in := range map[string]string{"a.warc": in, "a.warc.gz": members.String(), "-": in} {
		all, problems := readAll(name, in)
		if len(all) != 7 || len(problems) != 1 || !strings.Contains(problems[0].Error(), "#9: ") {
			t.Fatalf("%s: %d articles, errors %v", name, len(all), problems)
		}
		for i, a := range all {
			checkArticle(t, a)
			if i == 3 && !strings.Contains(a.Text, "Město řeklo ne") || i != 3 && !strings.HasSuffix(a.Text, want) ||
				a.Address != "https://c.example/1" {
				t.Errorf("%s, %d: %q, address %q", name, i, a.Text, a.Address)
			}
		}
	}
	for _, in := range []string{in[:len(in)-200], "WARC/1.0\r\nContent-Length: -5\r\n\r\n",
		"WARC/1.0\r\nWARC-Type: response\r\n\r\n",
		warcRecord("warcinfo", "application/warc-fields", "x"), "WARC/1.0\r\n" + strings.Repeat("X: y\r\n", 300000)} {
		_, problems := readAll("a.warc", in)
		if len(problems) == 0 {
			t.Errorf("%.30q: no error", in)
			continue
		}
		checkError(t, problems[len(problems)-1])
	}
}

// binaryArchive writes what Safari saves of a page.
func binaryArchive(page string) string {
	data := []byte("bplist00")
	var offsets []int
	object := func(b ...byte) { offsets = append(offsets, len(data)); data = append(data, b...) }
	text := func(s string) { object(append([]byte{0x5f, 0x10, byte(len(s))}, s...)...) }
	object(0xd1, 1, 2)
	text("WebMainResource")
	object(0xd3, 3, 4, 5, 6, 7, 8)
	text("WebResourceData")
	text("WebResourceURL")
	text("WebResourceMIMEType")
	object(append(binary.BigEndian.AppendUint32([]byte{0x4f, 0x12}, uint32(len(page))), page...)...)
	text("https://c.example/1")
	text("text/html")
	table := len(data)
	for _, o := range offsets {
		data = binary.BigEndian.AppendUint32(data, uint32(o))
	}
	data = append(data, 0, 0, 0, 0, 0, 0, 4, 1)
	for _, n := range []int{len(offsets), 0, table} {
		data = binary.BigEndian.AppendUint64(data, uint64(n))
	}
	return string(data)
}

func TestASafariArchiveIsItsPage(t *testing.T) {
	want := readOne(t, "a.html", savedPage)
	written := declared + `<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "x"><plist version="1.0"><dict>
		<key>WebMainResource</key><dict><key>WebResourceData</key><data>` +
		base64.StdEncoding.EncodeToString([]byte(savedPage)) + `</data><key>WebResourceURL</key>
		<string>https://c.example/1</string></dict></dict></plist>`
	for _, in := range []string{binaryArchive(savedPage), written} {
		if a := readOne(t, "a.webarchive", in); a.Text != want.Text || a.Title != want.Title || a.Address == "" {
			t.Errorf("%q, title %q, address %q", a.Text, a.Title, a.Address)
		}
	}
	whole := binaryArchive(savedPage)
	for n := range whole {
		if n%7 != 0 && n < len(whole)-60 {
			continue
		}
		for _, in := range []string{whole[:n], whole[:n] + "\xff" + whole[n+1:]} {
			if all, problems := readAll("a.webarchive", in); len(all)+len(problems) == 0 {
				t.Errorf("%d bytes: neither an article nor an error", n)
			}
		}
	}
}
