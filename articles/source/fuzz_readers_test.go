package source_test

import (
	"strings"
	"testing"
	"time"

	"hearsay/articles/source"
)

// longestRead is how long any file of the fuzz tests may take: they are at most a megabyte, read in milliseconds; what
// takes longer takes more than its share, however busy the machine.
const longestRead = 10 * time.Second

// readAny reads a file and checks what holds for every article and error, and that there is one of the two.
func readAny(t *testing.T, name, in string) {
	t.Helper()
	r := source.Reader{Options: source.Options{Limit: 1 << 20}}
	began, found := time.Now(), false
	for a, err := range r.Read(name, strings.NewReader(in)) {
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
	if took := time.Since(began); took > longestRead {
		t.Errorf("%d bytes took %v", len(in), took)
	}
}

// fuzzAs fuzzes the reader of files with one of the names, with what is in them around the bytes that change.
func fuzzAs(f *testing.F, around func(t testing.TB, in string) string, names []string, seeds ...string) {
	for i := range names {
		for _, s := range seeds {
			f.Add(byte(i), s)
		}
	}
	f.Fuzz(func(t *testing.T, which byte, in string) {
		if around != nil {
			in = around(t, in)
		}
		readAny(t, names[int(which)%len(names)], in)
	})
}

func FuzzWord(f *testing.F) {
	fuzzAs(f, wordWith, []string{"a.docx"}, wordBody, "<w:p><w:t>"+nexisNew, "<w:p><w:t>&c;")
}

func FuzzOpenDocument(f *testing.F) {
	fuzzAs(f, func(t testing.TB, in string) string { return zipOf(t, "content.xml", in) }, []string{"a.odt"}, odtBody,
		"<text:p>"+nexisNew, `<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><text:p>&c;`)
}

func FuzzRichText(f *testing.F) {
	fuzzAs(f, func(_ testing.TB, in string) string { return `{\rtf1` + in }, []string{"a.rtf"}, rtf, " "+nexisNew,
		`\bin3 {}}\'9`, `\u99999999?\uc0\ud1`)
}

func FuzzBook(f *testing.F) {
	f.Add(`<itemref idref="2"/>`, "<p>"+sentence)
	f.Add(`<itemref idref="2"/><itemref idref="2"/>`, savedPage)
	f.Fuzz(func(t *testing.T, spine, chapter string) {
		readAny(t, "a.epub", book(t, spine, "c2.xhtml", chapter))
	})
}

func FuzzPackedFiles(f *testing.F) {
	crawl := answered("200 OK\r\nContent-Type: text/html", savedPage)
	fuzzAs(f, nil, []string{"a.zip", "a.tar", "a.gz", "a.zst", "a.bz2", "a.wacz", "a.tgz", "a.docx"},
		archiveOf(file{"a.txt", "They leak."}, file{"../b.zip", archiveOf(file{"c.jsonl", "{"})}),
		tarOf(file{"/a.txt", "They leak."}, file{"b.tar", tarOf(file{"c.html", savedPage})}), zipped("They leak."),
		zstdOf("They leak."), "BZh91AY&SY", archiveOf(file{"archive/a.warc.gz", zipped(crawl)}))
}

func FuzzFeeds(f *testing.F) {
	item := "<item><title>T</title><dc:creator>A B</dc:creator><description>&lt;p&gt;They leak.</description></item>"
	fuzzAs(f, nil, []string{"a.rss", "a.atom", "a.opml", "a.xml", "a.json"},
		"<rss><channel><title>C</title>"+item+"<item><![CDATA[", declared+"<rdf:RDF xmlns='http://purl.org/rss/1.0/'>"+item,
		"<feed "+atomName+"><entry><author><name>A</name></author><content type='xhtml'><div>They leak.",
		"<opml><body><outline text='a' xmlUrl='http://a.example'/>",
		`{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "content_html": "<p>They leak."}]}`)
}

func FuzzAgencies(f *testing.F) {
	fuzzAs(f, nil, []string{"a.nitf", "a.newsml", "a.xml", "a.json"},
		"<nitf><body><body.head><hedline><hl1>T</hl1></hedline></body.head><body.content><p>x&y;</p>",
		"<newsMessage><itemSet><newsItem><contentSet><inlineXML><html><body><p>They leak.",
		"<NewsML><NewsItem><NewsComponent><ContentItem><DataContent><p>They leak.",
		`{"uri": "urn:a", "type": "text", "headline": "T", "body_xhtml": "<p>They leak.</p>", "versioncreated": "2026"}`)
}

func FuzzWebArchives(f *testing.F) {
	fuzzAs(f, nil, []string{"a.warc", "a.webarchive", "a.wet", "a.warc.gz"},
		answered("200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked", "5\r\n<p>x\r\n0\r\n"),
		warcRecord("conversion", "text/plain", "They leak.")+"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n",
		binaryArchive(savedPage),
		declared+"<plist><dict><key>WebMainResource</key><dict><key>WebResourceData</key><data>QQ==")
}

func FuzzMail(f *testing.F) {
	html := "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>x=20=\n"
	fuzzAs(f, nil, []string{"a.eml", "a.mbox", "a.mht", "a.emlx"}, letter(letterHead, html),
		"From a@b Sat Mar 14 08:30:00 2026\n"+letterHead+"\nx\n\n>From y\n\nFrom c\n"+letter(letterHead, html),
		"Snapshot-Content-Location: https://c.example/1\nContent-Type: multipart/related; boundary=a\n\n--a\n"+html+"--a--",
		letterHead+"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nQQ==")
}

func FuzzDatabases(f *testing.F) {
	names := []string{"a.txt", "a.html", "a.rtf"}
	for _, s := range []string{nexisOld, nexisNew, nexisCover + nexisNew, factivaCodes, factivaApart, factivaShown} {
		f.Add(byte(0), s)
		f.Add(byte(1), "<html><p>"+s)
		f.Add(byte(2), "{\\rtf1 "+s)
	}
	f.Fuzz(func(t *testing.T, which byte, in string) { readAny(t, names[int(which)%len(names)], in) })
}

func FuzzTables(f *testing.F) {
	fuzzAs(f, nil, []string{"a.csv", "a.tsv", "-"}, "title,text\na,\"b\"\"\nc\",d\n\"e", "sep=;\na;text\nb;c",
		"text\ttitle\nThey leak.\tT\n", "id,body,date\n1,\"They\n\nleak.\",2026-01-02\n,,\n", "a|text\n1|"+sentence)
}

func FuzzSubtitles(f *testing.F) {
	fuzzAs(f, nil, []string{"a.srt", "a.vtt", "a.sbv", "a.ttml"},
		"1\n00:00:01,000 --> 00:00:04,200\n>> RITA VAUGHAN: They leak.\n- So they do.\n[APPLAUSE]\n",
		"WEBVTT\n\nNOTE x\n\n00:01.000 --> 00:04.000\n<v.a Rita Vaughan>They &amp; leak.</v>\n",
		"0:00:01.000,0:00:04.000\nThey leak.\n", `<tt xmlns="http://www.w3.org/ns/ttml"><body><p begin="1s">They leak.`)
}

func FuzzRecords(f *testing.F) {
	fuzzAs(f, nil, []string{"a.jsonl", "a.json", "-", "a.ndjson"}, `{"id": 1, "text": "a\u00e9\ud800"}`+"\n{\n"+
		`{"text": ""}`, `[{"body": ["They leak."]}, {"x": [}]`, `{"a": {"b": [{"content": {"rendered": "<p>x"}}]}}`,
		`{"hits": {"hits": [{"_id": "1", "_source": {"maintext": "They leak.", "authors": ["A B", {"name": "C"}]}}]}}`,
		"M\x00\"\x00", `{"@context": "https://schema.org", "articleBody": "They leak."}`)
}

func FuzzPage(f *testing.F) {
	fuzzAs(f, nil, []string{"a.html", "a.xhtml"}, savedPage, strings.Repeat("<div>", 600)+"a",
		"<title>a | b</title><h1>a</h1><template shadowrootmode=open><p>"+sentence,
		`<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "articleBody": "`+sentence+`"}]}</script>`,
		"<article><ul><li><a href=x>"+sentence+"</a></ul><figure><figcaption>b<span>c</span></figcaption></figure>",
		"<table><tr><td>"+sentence+"<svg><p>a</svg><select><p>b")
}

func FuzzMarkdown(f *testing.F) {
	fuzzAs(f, nil, []string{"a.md"}, "---\ntitle: x\nauthors: [a, b]\n---\n# x\n\n> “a\n\n- b\n",
		"# a\n\n\\* &amp; `c` <i>d</i> ![e](f) [g][h]\n\n[h]: i\n", "*a_ b* __c**", strings.Repeat("> ", 300)+"a",
		strings.Repeat("[", 900)+"a", "+++\ntitle = 'x'\n+++\n|a|b|\n|-|-|\n|c|d|")
}
