package source_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hearsay/articles/source"
)

const corpora = "../../../shared/corpora"

// Whatever real articles hold, none is taken for another format: a refused article is worse than a feed that is read.
func TestNoArticleOfTheCorporaIsRefused(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(corpora, "*.jsonl*"))
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
