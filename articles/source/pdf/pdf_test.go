package pdf_test

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"hearsay/articles"
	"hearsay/articles/source/pdf"
)

func unpacked(in io.Reader) io.Reader { return in }

// made is a document with a page for each content; F is a common font, B a bold one, D one with codes of its own.
func made(packed bool, contents ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [")
	for i := range contents {
		fmt.Fprintf(&b, "%d 0 R ", 10+2*i)
	}
	fmt.Fprintf(&b, "] /Count %d /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R /B 4 0 R /D 5 0 R >> "+
		">> >>\nendobj\n",
		len(contents))
	b.WriteString("3 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >> " +
		"endobj\n" +
		"4 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Times-Bold >> endobj\n" +
		"5 0 obj << /Subtype /Type1 /Encoding << /Differences [1 /quotedblleft /N /eacute /quotedblright /f_i " +
		"/uni2026] >> >> endobj\n")
	for i, c := range contents {
		filter := ""
		if packed {
			var z bytes.Buffer
			w := zlib.NewWriter(&z)
			w.Write([]byte(c))
			w.Close()
			c, filter = z.String(), " /Filter /FlateDecode"
		}
		fmt.Fprintf(&b, "%d 0 obj << /Type /Page /Parent 2 0 R /Contents %d 0 R >> endobj\n", 10+2*i, 11+2*i)
		fmt.Fprintf(&b, "%d 0 obj << /Length %d%s >>\nstream\n%s\nendstream endobj\n", 11+2*i, len(c), filter, c)
	}
	b.WriteString("trailer << /Root 1 0 R >>\n%%EOF\n")
	return b.Bytes()
}

// at shows lines of text one below the other.
func at(font string, size, x, y float64, lines ...string) string {
	var b strings.Builder
	for i, l := range lines {
		fmt.Fprintf(&b, "BT /%s %g Tf %g %g Td (%s) Tj ET\n", font, size, x, y-1.2*size*float64(i), l)
	}
	return b.String()
}

// told is what is read, a paragraph a line, headings with a sign before them.
func told(t *testing.T, data []byte) string {
	t.Helper()
	all, err := pdf.Blocks(data, unpacked)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, x := range all {
		if x.Role == articles.Heading {
			b.WriteString("# ")
		}
		b.WriteString(x.Words + "\n")
	}
	return b.String()
}

func TestLinesBecomeParagraphs(t *testing.T) {
	page := at("B", 18, 60, 780, "Ferry to Holm stops") +
		at("F", 10, 60, 740, "The ferry to Holm, which is govern-", "ment property, will stop, said Jo",
			"Bell-", "Orme on Monday.") +
		at("B", 10, 60, 670, "What the plan says") +
		at("F", 10, 60, 650, "\x93We shall row,\x94 she said.") +
		"BT /F 10 Tf 1 0 0 1 60 620 Tm [(Ke) 20 (rning is no) -300 (space.)] TJ T* ET\n" +
		"BT /D 10 Tf 60 590 Td (\\001\\002\\003\\004 \\005\\006) Tj ET"
	want := "# Ferry to Holm stops\nThe ferry to Holm, which is government property, will stop, said Jo " +
		"Bell-Orme on Monday.\n" +
		"# What the plan says\n“We shall row,” she said.\nKerning is no space.\n“Né” fi…\n"
	for _, packed := range []bool{false, true} {
		if got := told(t, made(packed, page)); got != want {
			t.Errorf("packed %v: got\n%swant\n%s", packed, got, want)
		}
	}
}

func TestColumnsAreReadOneAfterTheOther(t *testing.T) {
	row := func(n int) string {
		y := 740 - 12*float64(n)
		return at("F", 10, 60, y, fmt.Sprintf("left line %d of the text", n)) + at("F", 10, 320, y,
			fmt.Sprintf("right line %d of it", n))
	}
	page := at("B", 18, 60, 780, "A title that stands across both of the columns")
	for n := range 6 {
		page += row(n)
	}
	got := told(t, made(true, page))
	want := "# A title that stands across both of the columns\n"
	var words []string
	for n := range 6 {
		words = append(words, fmt.Sprintf("left line %d of the text", n))
	}
	for n := range 6 {
		words = append(words, fmt.Sprintf("right line %d of it", n))
	}
	if want += strings.Join(words, " ") + "\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestWhatRunsAlongIsNoText(t *testing.T) {
	var pages []string
	for n := range 4 {
		pages = append(pages, at("F", 8, 60, 815, fmt.Sprintf("The Sound, page %d", n+1))+
			at("F", 10, 60, 740, fmt.Sprintf("Words of page %d, which go", n+1), "on without an end")+
			"/Artifact BMC "+at("F", 10, 60, 400, "drawn by the printer")+" EMC "+at("F", 8, 300, 30,
			fmt.Sprint(n+1)))
	}
	want := "Words of page 1, which go on without an end Words of page 2, which go on without an end " +
		"Words of page 3, which go on without an end Words of page 4, which go on without an end\n"
	if got := told(t, made(true, pages...)); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestFontsOfTwoBytesAreReadByTheirMap(t *testing.T) {
	s := string(made(false, "BT /D 10 Tf 60 740 Td <00010002000300050006> Tj ET"))
	cmap := "1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfchar <0001> <201C> endbfchar " +
		"2 beginbfrange <0002> <0003> <0041> <0005> <0006> [<00660069> <201D>] endbfrange"
	font := "5 0 obj << /Subtype /Type0 /ToUnicode 6 0 R /DescendantFonts [ << /DW 500 /W [1 [600 700] 3 4 250] " +
		">> ] >> endobj\n" +
		fmt.Sprintf("6 0 obj << /Length %d >> stream\n%s\nendstream endobj\n", len(cmap), cmap)
	if got := told(t, []byte(strings.Replace(s, "trailer", font+"trailer", 1))); got != "“ABfi”\n" {
		t.Errorf("%q", got)
	}
	_, err := pdf.Blocks([]byte(strings.Replace(s, "trailer", "5 0 obj << /Subtype /Type0 >> endobj trailer",
		1)), unpacked)
	if !errors.Is(err, pdf.ErrCodes) {
		t.Error(err)
	}
}

func TestObjectsInStreamsAreFound(t *testing.T) {
	s := string(made(false, at("F", 10, 60, 740, "The ferry stops.")))
	first := strings.Index(s, "1 0 obj")
	last := strings.Index(s, "3 0 obj")
	inner := strings.NewReplacer("1 0 obj\n", "", "2 0 obj\n", "", "endobj\n", "|").Replace(s[first:last])
	parts := strings.Split(inner, "|")
	head := fmt.Sprintf("1 0 2 %d ", len(parts[0]))
	body := head + parts[0] + parts[1]
	packed := fmt.Sprintf("9 0 obj << /Type /ObjStm /N 2 /First %d /Length %d >> stream\n%s\nendstream "+
		"endobj\n", len(head), len(body), body)
	if got := told(t, []byte(s[:first]+packed+s[last:])); got != "The ferry stops.\n" {
		t.Errorf("%q", got)
	}
}

func TestADocumentWithoutTextSaysWhy(t *testing.T) {
	locked := bytes.Replace(made(false, at("F", 10, 60, 740, "No.")), []byte("/Root"), []byte("/Encrypt 9 0 R "+
		"/Root"), 1)
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"locked":   {locked, pdf.ErrLocked},
		"pictures": {made(false, "0 0 10 10 re f BI /W 1 ID \x00(No.) Tj\x01 EI"), pdf.ErrNoText},
		"nothing":  {[]byte("%PDF-1.4\n"), pdf.ErrNone},
		"cut":      {made(false, "BT")[:60], pdf.ErrNone},
		"a ring": {[]byte("1 0 obj << /Pages 1 0 R /Kids [1 0 R] >> endobj trailer << /Root 1 0 R >>"),
			pdf.ErrNone},
		"deep": {[]byte("1 0 obj " + strings.Repeat("[<<", 1<<18) + " endobj trailer << /Root 1 0 R >>"),
			pdf.ErrNone},
	} {
		if _, err := pdf.Blocks(c.data, unpacked); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func FuzzPDF(f *testing.F) {
	f.Add(made(false, at("F", 10, 60, 740, "The ferry stops.", "It does.")+"/X Do q 1 0 0 1 0 0 cm Q"))
	f.Add(made(true, at("D", 10, 60, 740, "\x01\x02")))
	f.Add([]byte("1 0 obj << /Length 3 >> stream\n<<\nendstream trailer << /Root 1 0 R >>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		all, err := pdf.Blocks(data, unpacked)
		if (err == nil) != (len(all) > 0) {
			t.Errorf("%d blocks, %v", len(all), err)
		}
		for _, b := range all {
			if strings.ToValidUTF8(b.Words, "") != b.Words || strings.TrimSpace(b.Words) == "" {
				t.Errorf("%q", b.Words)
			}
		}
	})
}
