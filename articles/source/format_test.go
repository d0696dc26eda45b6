package source_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"hearsay/articles/source"
)

const (
	nexisOld = "1 of 2 DOCUMENTS\n\n\n            Corvane Chronicle\n\n         March 14, 2026 Saturday\n\nLock gates " +
		"rebuilt\n\n" +
		"BYLINE: By Rita Vaughan\n\nSECTION: NEWS; Pg. 4\n\nLENGTH: 57 words\n\nThe gates leak.\n\nLOAD-DATE: March 14, " +
		"2026\n"
	nexisNew = "Lock gates rebuilt\n\nCorvane Chronicle\n\nMarch 14, 2026 Saturday\n\nCopyright 2026 Corvane Chronicle " +
		"All Rights Reserved\n\n" +
		"Section: NEWS; Pg. 3\n\nLength: 61 words\n\nByline: Rita Vaughan\n\nBody\n\nThe gates leak.\n\nLoad-Date: March " +
		"14, 2026\n\nEnd of Document\n"
	nexisCover = "User Name: desk\nDate and Time: Monday, March 16, 2026 9:00 AM\nJob Number: 1234567\n\nDocuments " +
		"(2)\n\n1. Lock gates rebuilt\n"
	factivaCodes = "SE News\nHD Lock gates rebuilt\nBY By Rita Vaughan\nWC 61 words\nPD 14 March 2026\nSN Corvane " +
		"Chronicle\nLP \n\nThe gates leak.\n"
	factivaApart = "HD\nLock gates rebuilt\n\nBY\nRita Vaughan\n\nWC\n61 words\n\nPD\n14 March 2026\n\nSN\nCorvane " +
		"Chronicle\n\nLP\nThe gates leak.\n"
	factivaShown = "Lock gates rebuilt\n\nRita Vaughan\n61 words\n14 March 2026\nCorvane " +
		"Chronicle\nXNEWS\nEnglish\n\nThe gates leak.\n\nDocument XNEWS000020260314ea0\n"

	header = "From: Desk <desk@news.example>\nTo: readers@news.example\nSubject: Lock gates\nDate: Sat, 14 Mar 2026 " +
		"08:30:00 +0000\n"
	message = header + "Message-ID: <1@news.example>\nMIME-Version: 1.0\nContent-Type: text/plain; " +
		"charset=utf-8\n\nThe gates leak.\n"
)

// refusals are files of formats that cannot be read: what each begins with, and what it is called.
var refusals = []struct{ in, name string }{
	{declared + `<opml version="2.0"><body><outline text="News"/></body></opml>`, "a list of feeds (OPML)"},
	{declared + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url/></urlset>`, "a site's map"},
	{declared + `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>No.</text></TEI>`, "an XML document"},
	{"filedesc://a.arc 0.0.0.0 20260314083000 text/plain 76\n", "a web archive (ARC)"},
	{"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>No.</p></html>", "an HTTP response"},
	{"[Script Info]\nTitle: Lock gates\n", "subtitles (SubStation Alpha)"},
	{"%!PS-Adobe-3.0\n%%Title: Lock gates\n", "a PostScript document"},
	{"% by hand\n\\documentclass{article}\n\\begin{document}No.\\end{document}\n", "a LaTeX document"},
	{"PK\x03\x04\x14\x00\x00\x00xl/workbook.xml", "a spreadsheet"},
	{"\xfd7zXZ\x00\x00", "a file packed by xz"},
	{"7z\xbc\xaf\x27\x1c\x00", "a 7-Zip archive"},
	{"Rar!\x1a\x07\x00", "a RAR archive"},
	{"SQLite format 3\x00\x10\x00", "an SQLite database"},
	{"PAR1\x15\x04\x00\x00", "a Parquet table"},
	{strings.Repeat("\x01", 60) + "BOOKMOBI\x00", "a Kindle book"},
	{"BM\x36\x00\x0c\x00\x00\x00\x00\x00", "an image file"},
	{"ID3\x03\x00\x00\x00\x00", "an audio file"},
	{"OTTO\x00\x0b\x00\x80", "a font"},
}

// Each is recognised by its content, whatever its name says: one that is right, one that is wrong, or none.
func TestAFormatThatCannotBeReadIsNamedInOneLine(t *testing.T) {
	for _, c := range refusals {
		for _, name := range []string{"-", "a.txt", "a.xml", "a.json", "a"} {
			all, problems := readAll(name, c.in)
			if len(all) != 0 || len(problems) != 1 {
				t.Errorf("%s, %.30q: %d articles, errors %v", name, c.in, len(all), problems)
				continue
			}
			err := problems[0]
			if checkError(t, err); !errors.Is(err, source.ErrFormat) && !errors.Is(err, source.ErrBinary) {
				t.Errorf("%s, %.30q: %v", name, c.in, err)
			}
			if !strings.Contains(err.Error(), " but "+c.name) {
				t.Errorf("%s, %.30q: %v, want %s", name, c.in, err, c.name)
			}
		}
	}
}

// A zipped file is called by its whole name.
func TestAZippedFileIsCalledByItsWholeName(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"news.tex.gz", zipped("\\documentclass{article}\n"), "news.tex.gz: "},
		{"news.jsonl.gz", zipped("{\"id\": 1}\n"), "news.jsonl.gz, line 1: "},
	} {
		_, problems := readAll(c.name, c.in)
		if len(problems) != 1 || !strings.Contains(problems[0].Error(), c.want) {
			t.Errorf("%s, %.20q: %v, want %q", c.name, c.in, problems, c.want)
		}
	}
}

// Two bytes a letter hide nothing.
func TestAFormatIsRecognisedInUTF16(t *testing.T) {
	for _, bom := range []unicode.BOMPolicy{unicode.UseBOM, unicode.IgnoreBOM} {
		for _, c := range []struct{ in, name string }{{"% by hand\n\\documentclass{article}\n", "a LaTeX document"},
			{declared + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>`, "a site's map"}} {
			in := encode(t, unicode.UTF16(unicode.LittleEndian, bom), c.in)
			if _, problems := readAll("a.txt", in); len(problems) != 1 || !strings.Contains(problems[0].Error(), c.name) {
				t.Errorf("%s: errors %v", c.name, problems)
			}
		}
	}
}

// Where the content tells nothing the ending does, but not that of a document that is no text: many a story.doc is
// plain.
func TestAFormatIsRecognisedByTheEnding(t *testing.T) {
	for name, want := range map[string]string{
		"a.opml": "OPML",
		"a.ass":  "SubStation Alpha",
		"a.tex":  "LaTeX",
	} {
		in := "The gates leak, she said."
		if strings.HasSuffix(name, ".gz") {
			in = zipped(in)
		}
		if _, problems := readAll(name, in); len(problems) != 1 || !strings.Contains(problems[0].Error(), want) {
			t.Errorf("%s: errors %v", name, problems)
		}
	}
	for _, name := range []string{"story.doc", "a.rtf", "a.pdf", "a.epub", "a.webarchive", "a.xml", "a.log",
		"a.png"} {
		if a := readOne(t, name, "The gates leak, she said."); a.Text != "The gates leak, she said." {
			t.Errorf("%s: %q", name, a.Text)
		}
	}
}

// Articles that quote what other formats begin with, or begin with the same letters, are articles.
func TestProseThatLooksLikeAnotherFormatIsRead(t *testing.T) {
	const prose = "The archive of the county opened on Monday after nine years of work, and the first reader was at " +
		"the door before it was light. "
	tests := map[string]string{
		"a car maker":            "BMW said on Monday that it would build no more engines in Munich.",
		"a film's name":          "OTTO is a dog. “He barks,” said Ada Penn.",
		"tags of music":          "ID3 tags are older than the shop, said Tom Reed.",
		"a file's mark":          "PAR1 is what the road is called. “Nobody knows why,” said Ada Penn.",
		"a Nexis header, quoted": strings.Repeat(prose, 2) + "\n\nA record begins so:\n\n" + nexisOld,
		"a Nexis header in a line": "The header says LENGTH: 57 words and BYLINE: By Rita Vaughan, and LOAD-DATE: March " +
			"14, 2026, said the archivist.",
		"a number of words":        "The writer’s rules\n\nLENGTH: 700 words\n\nNo more, said the editor. “I count them.”",
		"a Factiva header, quoted": strings.Repeat(prose, 2) + "\n\nA record begins so:\n\n" + factivaCodes,
		"abbreviations": "LA police said no.\n\nPD spokesman Tom Reed agreed.\n\nBY noon it was over.\n\nSE " +
			"London was quiet, he said.\n",
		"a document's number": prose + "It ended: 61 words.\n\nDocument XNEWS000020260314ea0\n",
		"a printed letter": "From: The mayor\nTo: All citizens\nSubject: The lock gates\n\n“They leak,” the " +
			"mayor wrote.",
		"a quoted message": strings.Repeat(prose, 2) + "\n\nThe message read:\n\n" + message,
		"an interview":     "Q: Do the gates leak?\nA: They do.\n\nQ: Who says so?\nA: Everybody.",
		"a transcript":     "SASKIA DOMIN, HOST: Good evening.\n\nHUGH BARROWBY: Thank you.\n",
		"from somebody":    "From Monday on the gates leak.\nDate: nobody knows, said Ada Penn.",
		"commas": "Title, text, author: a paper has all three, said Ada Penn.\n\nThe gates, the lock, " +
			"the boats wait.\n",
		"names of columns, alone":   "title, text\n\n" + prose + "\n\nOne, two, three, said Ada Penn.\n",
		"words in rows":             "“No,” “never,” “not now”\n“No,” she said, and went\n“No,” they said, and stayed",
		"lines with a tab":          "DOMIN:\tGood evening.\nBARROWBY:\tThank you.\nDOMIN:\tWere you warned?\n",
		"a table in prose":          "Votes\tfor\tagainst\nLow Drennick\t5\t6\n\n" + prose + "\n",
		"times":                     "00:00 was the hour of the storm.\n\n12:30 brought the rain, said Ada Penn.\n",
		"a number, then a time":     "1\n\n00:00:01 --> is how the film begins, said Ada Penn.\n",
		"a web protocol":            "HTTP/2 is faster, said Ada Penn.\n\nWARC is a format, she said.\n",
		"a tag":                     "<rss> is what the feed begins with, said Ada Penn.\n\n<feed> is the other one.\n",
		"a tag of news":             "<nitf> is the root, <head> comes next, said Ada Penn.\n",
		"a tag of a page":           "<b>No</b>, said Ada Penn.\n",
		"a video standard":          "WEBVTTs are short, said Ada Penn.\n",
		"brackets":                  "[Script Info] was all that stood there, said Ada Penn.\n",
		"one of many":               "1 of 50 was enough.\n\nByline: Rita Vaughan\n\n“They leak,” she wrote.\n",
		"a percent sign":            "%PDF is how they begin; 5% do not, said Ada Penn.\n",
		"a number of documents":     "Documents (2)\n\n1. Lock gates\n\n“They leak,” said Ada Penn.\n",
		"fields without a message":  "Place: Drennick\nTime: noon\nSpeaker: Ada Penn\n\n“They leak.”",
		"from somebody on some day": "From Drennick Saturday March 14 the boats come back, said Ada Penn.\nThey leak.",
	}
	for name, in := range tests {
		for _, file := range []string{"-", "a.txt", "a.html", "a.md"} {
			all, problems := readAll(file, in)
			if len(problems) > 0 || len(all) != 1 {
				t.Errorf("%s, %s: errors %v", name, file, problems)
			} else if file == "a.txt" && all[0].Text != in {
				t.Errorf("%s: changed to %q", name, all[0].Text)
			}
		}
	}
}

// A line of JSONL is no feed for what its text quotes.
func TestALineThatQuotesAFeedIsRead(t *testing.T) {
	for _, in := range []string{
		`{"id": "a", "text": "He wrote {\"version\": \"https://jsonfeed.org/version/1\"}."}`,
		`{"id": "a", "versioncreated": "2026-03-14", "headline": "Lock gates", "text": "They leak."}`,
	} {
		for _, name := range []string{"-", "a.jsonl", "a.json"} {
			if a := readOne(t, name, in); a.ID != "a" {
				t.Errorf("%s: id %q", name, a.ID)
			}
		}
	}
}

// What is refused is refused by its beginning: a crawl of any size at once, and a document under a name of JSONL once.
func TestWhatIsRefusedIsNotReadFirst(t *testing.T) {
	taken := 0
	endless := readerFunc(func(p []byte) (int, error) {
		if taken == 0 {
			taken += len(p)
			return copy(p, "\\documentclass{article}\n"), nil
		}
		taken += len(p)
		return len(p), nil
	})
	var r source.Reader
	if _, err := source.First(r.Read("a.txt", endless)); !errors.Is(err, source.ErrFormat) || taken > 1<<20 {
		t.Errorf("%v after %d bytes", err, taken)
	}
	if _, problems := readAll("a.jsonl", "%PDF-1.7\nobj\nobj\nobj\n"); len(problems) != 1 {
		t.Errorf("errors %v", problems)
	}
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

var _ io.Reader = readerFunc(nil)

func TestRefusedLooksAheadAtFilesAndNothingElse(t *testing.T) {
	dir := t.TempDir()
	if err := source.Refused(write(t, dir+"/a.tex", "\\documentclass{article}\n")); !errors.Is(err, source.ErrFormat) {
		t.Errorf("a LaTeX document: %v", err)
	}
	for _, path := range []string{write(t, dir+"/b", "The gates leak."), dir, dir + "/missing"} {
		if err := source.Refused(path); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
}
