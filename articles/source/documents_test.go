package source_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"hearsay/articles/source"
)

// zipOf is a ZIP archive of files, given as names and contents in turn.
func zipOf(t testing.TB, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: files[i], Method: zip.Store})
		if err == nil {
			_, err = w.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// wordOf is a Word document of plain paragraphs.
func wordOf(t testing.TB, paragraphs ...string) string {
	return wordWith(t, "<w:p><w:r><w:t>"+strings.Join(paragraphs,
		"</w:t></w:r></w:p><w:p><w:r><w:t>")+"</w:t></w:r></w:p>")
}

func wordWith(t testing.TB, body string) string {
	return zipOf(t, "[Content_Types].xml", "<Types/>", "word/styles.xml",
		`<w:styles><w:style w:styleId="Titel1"><w:name w:val="Title"/></w:style><w:style w:styleId="berschrift2">`+
			`<w:name w:val="heading 2"/></w:style></w:styles>`,
		"word/document.xml", `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>`+body+"</w:body></w:document>")
}

const wordBody = `<w:p><w:pPr><w:pStyle w:val="Titel1"/></w:pPr><w:r><w:t>Quay </w:t></w:r><w:r><w:t>divides ` +
	`town</w:t></w:r></w:p>
<w:p><w:r><w:t>By Ada Penn</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="berschrift2"/></w:pPr><w:r><w:t>The plan</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">She </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:ins><w:r><w:t>said</w:t></w:r></w:ins>
<w:r><w:tab/><w:t>“no</w:t><w:noBreakHyphen/><w:t>one”.</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr><w:r><w:t>Boats &amp; nets</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>One</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Two</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Who knew?</w:t></w:r></w:p>`

const odtBody = `<office:document-content xmlns:office="o" xmlns:text="t"><office:automatic-styles>
<style:style style:name="P1" style:parent-style-name="Title"/><style:style style:name="P2" style:parent-style-name="Quotations"/>
</office:automatic-styles><office:body><text:tracked-changes><text:p>Gone.</text:p></text:tracked-changes>
<text:p text:style-name="P1">Quay divides<text:s text:c="2"/>town</text:p><text:p>By Ada Penn</text:p>
<text:h text:outline-level="2">The plan</text:h><text:p>She <text:span>sa</text:span>id<text:tab/>“no”.<text:note><text:p>A note.</text:p></text:note></text:p>
<text:p text:style-name="P2">We, the undersigned.</text:p><text:list><text:list-item><text:p>Boats</text:p></text:list-item></text:list>
</office:body></office:document-content>`

const rtf = `{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times Cyr;}}{\info{\title ` +
	`Hidden}{\author X}}
{\header Page 1\par}{\*\generator Word;}\pard\b Quay divides town\b0\par By Ada Penn\par
\pard She said \ldblquote no\rdblquote\'85{\v hidden}{\deleted gone} caf\'e9 \u8220?yes\u8221\'94 {\f1 \'cd\'e5\'f2}\~1.\par
\pard{\listtext 1.\tab}\ls1 Boats\line and nets\par {\field{\*\fldinst HYPERLINK "x"}{\fldrslt a link}}.\par \u-10179?\u-8704?}`

func TestADocumentIsItsParagraphs(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"a.docx": {wordWith(t, wordBody), "title: Quay divides town\nbyline: By Ada Penn\nheading: The " +
			"plan\nbody: She said “no-one”.\n" +
			"item: Boats & nets\nbody: One\nbody: Two\nstrong: Who knew?\n"},
		"a.odt": {zipOf(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", odtBody),
			"title: Quay divides town\nbyline: By Ada Penn\nheading: The plan\nbody: She said “no”.\nextract: " +
				"We, the undersigned.\nitem: Boats\n"},
		"a.rtf": {rtf, "title: Quay divides town\nbyline: By Ada Penn\nbody: She said “no”… café “yes” Нет " +
			"1.\nitem: Boats and nets\n" +
			"item: a link.\nitem: 😀\n"},
	} {
		for _, name := range []string{name, "-"} {
			all := articlesOf(t, name, c.in)
			if got := outline(all[0]); len(all) != 1 || got != c.want || all[0].Title != "Quay divides "+
				"town" || all[0].Byline != "Ada Penn" {
				t.Errorf("%s: byline %q, got\n%swant\n%s", name, all[0].Byline, got, c.want)
			}
		}
	}
}

func book(t testing.TB, spine string, files ...string) string {
	return zipOf(t, append([]string{"mimetype", "application/epub+zip", "META-INF/container.xml",
		`<container><rootfiles><rootfile full-path="O/b.opf"/></rootfiles></container>`, "O/b.opf",
		`<package><metadata><dc:title>Quays</dc:title><dc:creator>Ada ` +
			`Penn</dc:creator><dc:date>2026-02-03</dc:date></metadata>
		<manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="1" href="c%201.xhtml"/><item id="2" href="../c2.xhtml"/>
		<item id="3" href="none.xhtml"/></manifest><spine>` + spine + "</spine></package>"}, files...)...)
}

func TestTheChaptersOfABookAreArticles(t *testing.T) {
	in := book(t, `<itemref idref="n"/><itemref idref="1"/><itemref idref="2"/>`, "O/nav.xhtml",
		"<nav>Contents</nav>",
		"O/c 1.xhtml", "<html><h1>The quay</h1><p>"+sentence+"</p></html>", "c2.xhtml", "<html><p>“No,” she "+
			"said. "+sentence+"</p></html>")
	want := "The quay · Ada Penn · Quays · 2026-02-03\ntitle: The quay\nbyline: Ada Penn\nbody: " + sentence + "\n" +
		"Quays · Ada Penn ·  · 2026-02-03\ntitle: Quays\nbyline: Ada Penn\nbody: “No,” she said. " + sentence + "\n"
	if got := outlines(t, "a.epub", in); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	all, problems := readAll("a.epub", book(t, `<itemref idref="3"/><itemref idref="2"/>`, "c2.xhtml",
		"<p>"+sentence+"</p>"))
	if len(all) != 1 || len(problems) != 1 || !errors.Is(problems[0], source.ErrUnreadable) {
		t.Errorf("a chapter is missing: %d articles, %v", len(all), problems)
	}
}

func TestADocumentThatIsNoneIsRefused(t *testing.T) {
	whole := wordWith(t, wordBody)
	for name, c := range map[string]struct {
		in   string
		want error
	}{
		"cut.docx":     {whole[:len(whole)/2], source.ErrUnreadable},
		"empty.docx":   {wordWith(t, "<w:p/>"), source.ErrEmpty},
		"other.docx":   {zipOf(t, "word/document.xml.bak", "x"), source.ErrUnreadable},
		"none.epub":    {zipOf(t, "mimetype", "application/epub+zip"), source.ErrUnreadable},
		"pictures.odt": {zipOf(t, "content.xml", "<a/>"), source.ErrEmpty},
		"big.docx":     {wordOf(t, strings.Repeat("She said no. ", 1<<18)), source.ErrTooBig},
	} {
		r := source.Reader{}
		r.Limit = 1 << 20
		n := 0
		for _, err := range r.Read(name, strings.NewReader(c.in)) {
			n++
			if checkError(t, err); !errors.Is(err, c.want) {
				t.Errorf("%s: %v, want %v", name, err, c.want)
			}
		}
		if n != 1 {
			t.Errorf("%s: %d articles and errors", name, n)
		}
	}
}
