package source_test

import (
	"encoding/base64"
	"errors"
	"mime/quotedprintable"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"

	"hearsay/articles/source"
)

// letter writes a message in parts.
func letter(header string, parts ...string) string {
	return header + "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=\"=_x\"\n\nFor old " +
		"programs.\n--=_x\n" +
		strings.Join(parts, "\n--=_x\n") + "\n--=_x--\nAfter it.\n"
}

func quotedPrintable(s string) string {
	var b strings.Builder
	w := quotedprintable.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return strings.ReplaceAll(b.String(), "\r\n", "\n")
}

const letterHead = "Received: from a by b;\n\tSat, 14 Mar 2026 08:30:00 +0000\nFrom: " +
	"=?utf-8?q?Coastline_=E2=80=93_News?= " +
	"<desk@news.example>\nTo: readers@news.example\nSubject: Fwd: =?ISO-8859-1?Q?Caf=E9_gates?=\n leak\n" +
	"Date: Sat, 14 Mar 2026 08:30:00 +0000 (UTC)\nMessage-ID: <1@news.example>\n"

// A message is an article, of its HTML where it has some, whatever it was packed in to be sent.
func TestAMessageIsAnArticle(t *testing.T) {
	const words = "“They leak,” said Zoë Quist, who keeps the lock at Drennick and has done so for years."
	page := "<html><body><p>" + words + "</p><p>So they do.</p><p><a href='x'>Unsubscribe here</a></p></body></html>"
	old := strings.NewReplacer("“", `"`, "”", `"`).Replace(words)
	const head = "title: Café gates leak\n"
	for name, c := range map[string]struct{ in, want string }{
		"text": {letterHead + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n" +
			quotedPrintable(words+"\n\nSo they do.\n-- \nThe desk\n"), head + "body: " + words + "\nbody: So they do.\n"},
		"HTML before text": {letter(letterHead, "Content-Type: text/plain\n\nOther words.",
			"Content-Type: text/html; charset=utf-8\n"+
				"Content-Transfer-Encoding: base64\n\n"+base64.StdEncoding.EncodeToString([]byte(page))),
			head + "body: " + words + "\nbody: So they do.\n"},
		"a western encoding": {letterHead +
			"Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\n" +
			encode(t, charmap.ISO8859_1, old), head + "body: " + old + "\n"},
		"an eastern encoding, told by the field": {letterHead + "Content-Type: text/plain; charset=\"windows-1250\"\n\n" +
			encode(t, charmap.Windows1250, "Łódź mówi nie, a Kraków się waha."), head +
			"body: Łódź mówi nie, a Kraków się waha.\n"},
		"Japanese": {letterHead + "Content-Type: text/plain; charset=iso-2022-jp\n\n" +
			encode(t, japanese.ISO2022JP, "市長は「反対だ」と述べた。"), head + "body: 市長は「反対だ」と述べた。\n"},
		"what is quoted": {letterHead + "\nShe wrote:\n\n> They leak,\n> and badly.\n\nSo they do.\n",
			head + "body: She wrote:\nextract: They leak, and badly.\nbody: So they do.\n"},
		"parts within parts, and an attachment": {letter(letterHead, "Content-Type: multipart/related; boundary=y\n\n--y\n"+
			"Content-Type: text/html\n\n<p>They leak, she said.</p>\n--y\nContent-Type: image/png\n"+
			"Content-Transfer-Encoding: base64\n\niVBOR\n--y--", "Content-Type: text/html\nContent-Disposition: attachment\n\n"+
			"<p>Not this.</p>"), head + "body: They leak, she said.\n"},
		"an end that is cut": {strings.Split(letter(letterHead, "Content-Type: text/plain\n\nThey leak, she said.\n"),
			"\n--=_x--")[0],
			head + "body: They leak, she said.\n"},
		"a byline": {letterHead + "\nBy Rita Vaughan\n\nThey leak.\n", head +
			"byline: By Rita Vaughan\nbody: They leak.\n"},
		"other lines": {strings.ReplaceAll(letterHead+"\nThey leak.\n\nSo they do.", "\n", "\r\n"), head +
			"body: They leak.\nbody: So they do.\n"},
	} {
		a := readOne(t, "a.eml", c.in)
		if got := outline(a); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", name, got, c.want)
		}
		if a.Outlet != "Coastline – News" || a.Date.Format("2006-01-02") != "2026-03-14" || a.ID != "a" {
			t.Errorf("%s: id %s, outlet %q, date %v", name, a.ID, a.Outlet, a.Date)
		}
	}
	person := readOne(t, "-", "From: \"Vaughan, Rita\" <x@y.example>\nMessage-ID: <1>\n\nThey leak.\n")
	if person.Outlet != "Vaughan, Rita" {
		t.Errorf("outlet %q, byline %q", person.Outlet, person.Byline)
	}
	if a := readOne(t, "-",
		"From: Rita Vaughan <rita.vaughan@post.example>\nMessage-ID: <1>\n\nThey leak.\n"); a.Byline != "Rita Vaughan" {
		t.Errorf("outlet %q, byline %q", a.Outlet, a.Byline)
	}
	apple := readOne(t, "a.emlx",
		"62\nFrom: Desk <d@x.example>\nMessage-ID: <1>\n\nThey leak, she said.\n<?xml version='1.0'?><plist/>")
	if apple.Text != "They leak, she said." {
		t.Errorf("%q", apple.Text)
	}
}

func TestAMessageWithoutTextIsTold(t *testing.T) {
	for _, in := range []string{letterHead + "Content-Type: application/pdf\n\n%PDF-", letter(letterHead), letterHead} {
		_, problems := readAll("a.eml", in)
		if len(problems) != 1 || !errors.Is(problems[0], source.ErrNoText) {
			t.Errorf("%.40q: errors %v", in, problems)
			continue
		}
		checkError(t, problems[0])
	}
	deep := letterHead + "Content-Type: multipart/mixed; boundary=a\n\n" +
		strings.Repeat("--a\nContent-Type: multipart/mixed; boundary=a\n\n", 3000)
	if _, problems := readAll("a.eml", deep); len(problems) != 1 {
		t.Errorf("parts within parts: errors %v", problems)
	}
}

// A mailbox is as many articles as it has messages; one that is broken is told of, and the next one follows.
func TestEachMessageOfAMailboxIsAnArticle(t *testing.T) {
	one := "From desk@news.example Sat Mar 14 08:30:00 2026\n" + letterHead + "\nThey leak.\n\n>From here on they do.\n\n"
	none := "From desk@news.example Sat Mar 14 08:30:00 2026\n" + letterHead + "Content-Type: image/png\n\nx\n\n"
	long := "From desk@news.example Sat Mar 14 08:30:00 2026\n" + letterHead + "\n" + strings.Repeat("They leak. ", 300) +
		"\n\n"
	r := source.Reader{Options: source.Options{Limit: 2000}}
	var got, wrong []string
	for a, err := range r.Read("a.mbox", strings.NewReader(one+none+long+one)) {
		if err != nil {
			checkError(t, err)
			wrong = append(wrong, r.Position())
			continue
		}
		checkArticle(t, a)
		got = append(got, r.Position()+" "+a.ID+" "+a.Text)
	}
	const text = "Café gates leak\n\nThey leak.\n\nFrom here on they do."
	if strings.Join(got, "|") != "a.mbox#1 a-1 "+text+"|a.mbox#4 a-4 "+text || strings.Join(wrong,
		" ") != "a.mbox#2 a.mbox#3" {
		t.Errorf("%q, wrong %q", got, wrong)
	}
	if _, problems := readAll("a.mbox", "No message.\n"); len(problems) != 1 {
		t.Errorf("errors %v", problems)
	}
}

// A page saved with its pictures is that page, with its address.
func TestASavedPageIsFoundAmongItsPictures(t *testing.T) {
	const frame = "Content-Type: text/html\nContent-Location: https://ads.example/\n\n<p>Buy this, said nobody at " +
		"all, ever.</p>"
	page := "Content-Type: text/html\nContent-ID: <f@mhtml.blink>\nContent-Transfer-Encoding: quoted-printable\n" +
		"Content-Location: https://news.example/1\n\n" + quotedPrintable(savedPage)
	want := readOne(t, "a.html", savedPage)
	for name, head := range map[string]string{
		"by address": "From: <Saved by Blink>\nSnapshot-Content-Location: https://news.example/1\nSubject: " +
			"G\nMIME-Version: 1.0\n" +
			"Content-Type: multipart/related;\n\ttype=\"text/html\";\n\tboundary=\"-x\"\n\n",
		"by id": "MIME-Version: 1.0\nContent-Type: multipart/related; start=\"<f@mhtml.blink>\"; boundary=\"-x\"\n\n",
	} {
		in := head + "---x\n" + frame + "\n---x\n" + page + "\n---x\nContent-Type: image/png\n\nx\n---x--\n"
		for _, file := range []string{"a.mhtml", "a.mht", "a"} {
			a := readOne(t, file, strings.ReplaceAll(in, "\n", "\r\n"))
			if a.Text != want.Text || a.Title != want.Title || a.Address == "" {
				t.Errorf("%s, %s: %q, title %q, address %q", name, file, a.Text, a.Title, a.Address)
			}
		}
	}
}
