package source_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"hearsay/articles/source"
)

const corpora = "../../../shared/corpora"

// Whatever real articles hold, none is taken for another format: a refused article is worse than a feed that is read.
func TestNoArticleOfTheCorporaIsRefused(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(corpora, "*-dev.jsonl"))
	whole, _ := filepath.Glob(filepath.Join(corpora, "news-unlabelled.jsonl*"))
	files = append(files, whole...)
	plain, _ := filepath.Glob("../../../shared/articles/text/*.txt")
	if len(files) == 0 {
		t.Skip("needs articles in " + corpora)
	}
	n := 0
	read := func(where, text string) {
		if n++; strings.HasPrefix(text, `{\rtf1`) { // an article of the newswire is in rich text indeed
			return
		}
		var r source.Reader
		_, err := source.First(r.Read("-", strings.NewReader(text)))
		if errors.Is(err, source.ErrFormat) || errors.Is(err, source.ErrBinary) {
			t.Errorf("%s: %v: %.80q", where, err, text)
		}
	}
	for _, f := range files {
		eachText(t, f, func(text string) { read(f, text) })
	}
	for _, f := range plain {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		read(f, string(text))
	}
	t.Logf("%d texts read", n)
}

// Real texts survive what happens to files: written in windows-1252 where they can be, or cut in a character.
func TestTextsOfTheCorporaKeepTheirCharacters(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(corpora, "*-dev.jsonl"))
	if len(files) == 0 {
		t.Skip("needs articles in " + corpora)
	}
	read := func(in string) string {
		a, err := source.First(new(source.Reader).Read("a.txt", strings.NewReader(in)))
		if err != nil {
			return err.Error()
		}
		return a.Text
	}
	western, cuts := 0, 0
	for _, f := range files {
		eachText(t, f, func(text string) {
			old, err := charmap.Windows1252.NewEncoder().String(text)
			if err == nil && old != text && !garbled.MatchString(text) {
				if western++; read(old) != text {
					t.Errorf("%s, windows-1252: %.80q", f, text)
				}
			}
			for i, n := 0, 0; i < len(text) && n < 3; i++ {
				if text[i] >= utf8.RuneSelf && !utf8.RuneStart(text[i]) && !ambiguous(text[:i]) {
					n++
					if cuts++; read(text[:i]) != strings.ToValidUTF8(text[:i], "\uFFFD") {
						t.Errorf("%s, cut at %d: %.80q", f, i, text)
					}
				}
			}
		})
	}
	t.Logf("%d texts in windows-1252, %d cuts", western, cuts)
}

// garbled are texts of the corpora that were UTF-8 and taken for windows-1252 before they came there.
var garbled = regexp.MustCompile(`[ÂÃâ][\x{80}-\x{bf}‘’“”•–—˜™š›œŸŽžƒ„…†‡ˆ‰Š‹Œ€]`)

// inASCII is a text without anything outside ASCII that ends with a letter.
var inASCII = regexp.MustCompile(`^[\x00-\x7f]*[A-Za-z]$`)

// ambiguous reports whether a text may as well end with a letter of windows-1252, as "café" does: where the first of
// its characters outside ASCII is cut after its first byte, which is none that common ones begin with.
func ambiguous(text string) bool {
	last := len(text) - 1
	return inASCII.MatchString(text[:last]) && strings.IndexByte("\xc2\xc3\xc4\xc5\xe2\xf0", text[last]) < 0
}

// eachText gives every text of a corpus that is one, whole articles as well as sentences.
func eachText(t *testing.T, path string, do func(string)) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var in io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var rec struct {
			Text     string `json:"text"`
			Sentence string `json:"sentence_normalized"`
		}
		if err := json.Unmarshal(lines.Bytes(), &rec); err != nil {
			t.Fatal(path, err)
		}
		if text := rec.Text + rec.Sentence; strings.TrimSpace(text) != "" {
			do(text)
		}
	}
	if lines.Err() != nil {
		t.Fatal(path, lines.Err())
	}
}
