package format

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"hearsay/articles"
	"hearsay/articles/source/fetch"
)

// DefaultLimit is the most bytes an article may have where nobody says anything else.
const DefaultLimit = 64 << 20

// Options are what a person says about files beforehand.
type Options struct {
	// Limit is the most bytes a file of one article may have, or one article of a file of many, which may itself be of
	// any length. It counts what comes out of a packed file. 0 stands for DefaultLimit.
	Limit int64
	// TextColumn is the column of a table, or the field of records that have it, which holds the articles' text; empty
	// where it is to be guessed.
	TextColumn string
	// Fetch fetches the page of an address that stands for a file; nil where nothing is fetched.
	Fetch func(address string) (*fetch.Page, error)
	// Note is told what a person should know of a file that was read, a clause; nil where nobody listens.
	Note func(position, note string)
}

// File is a file, or standard input, or what is inside another file, that has been begun: past its byte order mark, in
// bytes of which one is an ASCII letter.
type File struct {
	Options
	// Name is what positions and errors call it: "news.zip#march.jsonl".
	Name string
	// Inner is the name that tells its format: that of what was packed where anything was.
	Inner string
	In    *bufio.Reader
	// Unicode is true where a byte order mark, or bytes of which every other is zero, told that this is Unicode.
	Unicode bool
	// At is the file itself for those who do not read it from its beginning, and Size its bytes; nil for what is no file
	// of the disk.
	At   io.ReaderAt
	Size int64
	// Within reads what is inside the file, under a name of its own, as a file for itself, and tells what is wrong with
	// it. It says whether to go on.
	Within func(inner string, in io.Reader, yield Yield) bool
	// Room is what may still be unpacked, for the outermost file and all within it together.
	Room *Room
}

// Begin takes off a byte order mark and turns UTF-16 into UTF-8. It looks at no more than what the first read gave:
// waiting for more would hold up a line that is already there.
func (f *File) Begin(in io.Reader) error {
	f.In = bufio.NewReaderSize(in, sampleSize)
	if _, err := f.In.Peek(4); err != nil && err != io.EOF {
		return err
	}
	head, _ := f.In.Peek(f.In.Buffered())
	wide := wideEncoding(head)
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		f.In.Discard(3)
		f.Unicode = true
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}) || bytes.HasPrefix(head, []byte{0xfe, 0xff}):
		f.Unicode = true
		return f.Begin(transform.NewReader(f.In, unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()))
	case wide != nil:
		f.Unicode = true
		return f.Begin(transform.NewReader(f.In, wide.NewDecoder()))
	}
	return nil
}

// Sample looks at how the file begins. Of what can be JSONL it waits for no more than the first line, of all else for
// as much as a sample may hold.
func (f *File) Sample() (Sample, error) {
	first, err := f.peekLine()
	if err != nil && err != io.EOF {
		return Sample{}, SystemError(f.Name, err)
	}
	head := NewSample(f.Inner, first, err == io.EOF)
	if !head.Whole && (LooksLikeJSON([]byte(head.Text)) || head.Ending == ".jsonl" || head.Ending == ".ndjson") {
		return head, nil
	}
	all, err := f.In.Peek(sampleSize)
	if err != nil && err != io.EOF {
		return Sample{}, SystemError(f.Name, err)
	}
	return NewSample(f.Inner, all, err == io.EOF), nil
}

// peekLine looks at what is there, and at least at the first line that is not empty, as far as a sample reaches.
func (f *File) peekLine() ([]byte, error) {
	head, err := f.In.Peek(max(1, f.In.Buffered()))
	for err == nil && len(head) < sampleSize && !bytes.Contains(bytes.TrimLeft(head, "\r\n"), []byte("\n")) {
		if head, err = f.In.Peek(len(head) + 1); err == nil {
			head, err = f.In.Peek(f.In.Buffered())
		}
	}
	return head, err
}

// Most is the most bytes that an article may have.
func (o Options) Most() int64 {
	if o.Limit > 0 {
		return o.Limit
	}
	return DefaultLimit
}

// Tell tells a person something about what stands at a position.
func (o Options) Tell(position, note string) {
	if o.Note != nil {
		o.Note(position, note)
	}
}

// Position is where the article of a number stands in the file.
func (f *File) Position(n int) string { return fmt.Sprintf("%s#%d", f.Name, n) }

// ID is the id of the article of a number in the file, for one that has none.
func (f *File) ID(n int) string { return fmt.Sprintf("%s-%d", IDOf(f.Inner), n) }

// Bytes are all of the file that is left; more than it may have is an error.
func (f *File) Bytes() ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(f.In, f.Most()+1))
	if err != nil {
		return nil, SystemError(f.Name, err)
	}
	if int64(len(data)) > f.Most() {
		return nil, TooBig(f.Name, 0, f.Most())
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, &Error{Name: f.Name, Err: ErrEmpty, Hint: hintEmpty}
	}
	return data, nil
}

// hintEmpty is what to do with a file that holds nothing.
const hintEmpty = "give a file with an article in it"

// Text is all of the file in UTF-8. Markup may itself say which encoding it is in.
func (f *File) Text(markup bool) (string, error) {
	data, err := f.Bytes()
	if err != nil {
		return "", err
	}
	if f.Unicode {
		return strings.ToValidUTF8(string(data), "\uFFFD"), nil
	}
	text, guessed, ok := decode(data, markup)
	if !ok {
		return "", f.Undecodable()
	}
	if guessed != "" {
		f.Tell(f.Name, "it is in "+guessed+", as it seems; save it as UTF-8 where letters are wrong")
	}
	if !markup {
		return text, nil
	}
	text, n := Mojibake(text)
	if n > 0 {
		f.Tell(f.Name, NoteMojibake(n, true))
	}
	return text, nil
}

// Undecodable tells that the file's encoding cannot be told.
func (f *File) Undecodable() error {
	return &Error{Name: f.Name, Err: ErrUndecodable, Hint: HintEncoding}
}

// HintEncoding is what to do with text in an encoding that cannot be told.
const HintEncoding = "save it as UTF-8, as “iconv -f ENCODING -t UTF-8” does"

// Whole makes a reader of files that hold one article, out of what makes an article of the file's text.
func Whole(markup bool, read func(name, text string) (articles.Article, error)) Reader {
	return func(f *File, yield Yield) error {
		text, err := f.Text(markup)
		if err != nil {
			return err
		}
		a, err := read(f.Name, text)
		if err != nil {
			return err
		}
		yield(Entry{Article: a, Position: f.Name})
		return nil
	}
}

// TrimEnding takes an ending off a file's name.
func TrimEnding(name, ending string) string {
	if strings.EqualFold(filepath.Ext(name), ending) {
		return name[:len(name)-len(ending)]
	}
	return name
}

// IDOf is the id of a file's article: the name without folder and ending.
func IDOf(name string) string {
	if name == "-" || name == "" {
		return "stdin"
	}
	base := filepath.Base(name)
	if short := strings.TrimSuffix(base, filepath.Ext(base)); short != "" {
		base = short
	}
	return strings.ToValidUTF8(base, "\uFFFD")
}
