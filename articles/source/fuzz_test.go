package source_test

import (
	"errors"
	"strings"
	"testing"

	"hearsay/articles/source"
)

// FuzzRead reads any bytes under every name that chooses a format, and checks what holds for every article and error.
func FuzzRead(f *testing.F) {
	names := []string{"a.txt", "a.md", "a.html", "a.jsonl", "-", "a.txt.gz", "a.json", "a.csv", "a.rss", "a.eml",
		"a.mbox", "a.mht",
		"a.warc", "a.webarchive", "a.nitf", "a.zip", "a.tar"}
	seeds := []string{
		"", "\n", "Mayor says no\n\nBy Ada Penn\n\nShe said “no”.\r\n", savedPage, "\xff\xfeM\x00a\x00", "\xfe\xff\x00M",
		"\xef\xbb\xbf",
		"---\ntitle: x\n---\n# x\n\n> “a\n\n- b\n", "# a\n\n\\* &amp; `c` <i>d</i> ![e](f) [g][h]\n\n[h]: i\n",
		"*a_ b* __c**",
		`{"id": 1, "text": "a\u00e9\ud800"}` + "\n{\n" + `{"text": ""}`, "{\"text\": \"\xff\"}", zipped("She said no."),
		"PK\x03\x04", "%PDF-",
		strings.Repeat("<div>", 600) + "a", strings.Repeat("> ", 300) + "a", "<q><q>a</q> b</q><br><br>c<br> <br>d",
		"<p>a\u2028b\u0085c\u00a0d",
		"<title>a</title><p>" + sentence + "<figure><p>b</figure>", "a\x00b", "caf\xe9 \x93q\x94",
		"<meta charset=utf-16><p>a\xe9", "<meta charset=x-user-defined><p>a\xe9",
		"<!-- saved from url=(9)http://a --><base href=':'><a href='%zz'>a</a>",
		"<script type='application/ld+json'>{\"@type\":[1]}</script><p>a",
	}
	item := "<item><title>T</title><description>&lt;p&gt;They leak.</description></item>"
	seeds = append(seeds, `[{"body": ["They leak."]}, {"x": [}]`, `{"a": {"b": [{"content": {"rendered": "<p>x"}}]}}`,
		"title,text\na,\"b\"\"\nc\",d\n\"e", "sep=;\na;text\nb;c", "<rss><channel>"+item+"<item><![CDATA[",
		"<feed "+atomName+"><entry>",
		"<nitf><body><body.content><p>x&y;</p>", letter(letterHead, "Content-Type: text/html\n\n<p>x"),
		"From a@b Sat Mar 14 08:30:00 2026\n"+
			letterHead+"\nx\n\n>From y\n", answered("200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked",
			"5\r\n<p>x\r\n0\r\n"),
		binaryArchive("<p>x"), archiveOf(file{"a.txt", "They leak."}, file{"b.zip", archiveOf(file{"../c.jsonl", "{"})}),
		tarOf(file{"a.txt", "They leak."}), zstdOf("They leak."), "\x1b$B;TD9$O\x1b(B", wrongly("“It’s”"))
	for _, c := range refusals {
		seeds = append(seeds, c.in)
	}
	for i := range names {
		for _, s := range seeds {
			f.Add(byte(i), s)
		}
	}
	f.Fuzz(func(t *testing.T, which byte, in string) {
		r := source.Reader{Options: source.Options{Limit: 1 << 20}}
		found := false
		for a, err := range r.Read(names[int(which)%len(names)], strings.NewReader(in)) {
			found = true
			if err != nil {
				checkError(t, err)
				continue
			}
			checkArticle(t, a)
		}
		if !found {
			t.Error("neither an article nor an error")
		}
	})
}

// FuzzPlainTextIsUnchanged checks that valid UTF-8 which is read as text stays as it is.
func FuzzPlainTextIsUnchanged(f *testing.F) {
	for _, s := range []string{"a", "a\r\nb", "\u2028a", "“a” 😀", "\ufeff\ufeffa", "a\x00b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		if strings.ToValidUTF8(in, "") != in || strings.Contains(in, "\x1b$") {
			return
		}
		var r source.Reader
		a, err := source.First(r.Read("a.txt", strings.NewReader(in)))
		switch {
		case errors.Is(err, source.ErrBinary), errors.Is(err, source.ErrFormat), errors.Is(err, source.ErrEmpty),
			errors.Is(err, source.ErrUnreadable):
		case err != nil:
			t.Fatal(err)
		case strings.HasPrefix(in, "\x1f\x8b"):
		case a.Text != strings.TrimPrefix(in, "\ufeff") && strings.Count(in, "\x00") == 0:
			t.Errorf("%q became %q", in, a.Text)
		}
	})
}
