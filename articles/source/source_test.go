package source_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hearsay/articles/source"
	"hearsay/articles/source/pdf"
)

func write(t *testing.T, path, content string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func zipped(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.String()
}

func TestFilesGetTheirNamesAsIds(t *testing.T) {
	dir := t.TempDir()
	var r source.Reader
	files := []struct{ path, content, id string }{
		{"one/vote.txt", "She said no.", "vote"},
		{"two/vote.md", "She said no.", "vote-2"},
		{"three/vote.html.gz", zipped("<p>She said no.</p>"), "vote-3"},
		{"vote-2.txt", "She said no.", "vote-2-2"},
		{"a.b.c", "She said no.", "a.b"},
		{".hidden", "She said no.", ".hidden"},
		{"lines.jsonl", `{"id": "vote", "text": "She said no."}`, "vote"},
		{"more.jsonl.gz", zipped(`{"text": "She said no."}`), "more-1"},
		{"nobody knows", `{"id": "known", "text": "She said no."}`, "known"},
	}
	for _, f := range files {
		a, err := source.First(r.Open(write(t, filepath.Join(dir, f.path), f.content)))
		if err != nil {
			t.Errorf("%s: %v", f.path, err)
		} else if checkArticle(t, a); a.ID != f.id || a.Text != "She said no." {
			t.Errorf("%s: id %q, text %q", f.path, a.ID, a.Text)
		}
	}
	for _, name := range []string{"-", ""} {
		var r source.Reader
		if a, err := source.First(r.Read(name, strings.NewReader("She said no."))); err != nil || a.ID != "stdin" {
			t.Errorf("standard input: %q, %v", a.ID, err)
		}
	}
}

func TestWhatCannotBeReadIsToldInOneLine(t *testing.T) {
	dir := t.TempDir()
	tests := []struct {
		name, content string
		want          error
		says          string
	}{
		{"empty.txt", "", source.ErrEmpty, "empty"},
		{"blank.md", " \n\n\t", source.ErrEmpty, "empty"},
		{"front.md", "---\ntitle: x\n---\n", source.ErrEmpty, "empty"},
		{"empty.jsonl", "\n\n", source.ErrEmpty, "empty"},
		{"a.pdf", "%PDF-1.7\n\x00\x01", pdf.ErrNone, "turn it into text"},
		{"a.epub", "PK\x03\x04rest", source.ErrUnreadable, "not a valid zip file"},
		{"a.docx", "PK\x03\x04rest", source.ErrUnreadable, "not a valid zip file"},
		{"a.zip", "PK\x03\x04rest", source.ErrUnreadable, "check that the file is whole"},
		{"a.txt", "\x89PNG\x0d\x0a\x1a\x0a\x00\x00", source.ErrBinary, "an image file"},
		{"a.mp4", "\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom", source.ErrBinary, "a video file"},
		{"a.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", source.ErrBinary, "an old office document"},
		{"a.rtf", `{\rtf1 {\info text}}`, source.ErrEmpty, "words in it"},
		{"a.bin", strings.Repeat("\x00\x01\x02\x7f", 99), source.ErrBinary, "a binary file"},
		{"big.txt", strings.Repeat("word ", 3000), source.ErrTooBig, "more than 10 KB"},
		{"bomb.txt.gz", zipped(strings.Repeat("word ", 3000)), source.ErrTooBig, "more than 10 KB"},
		{"cut.gz", zipped("She said no.")[:20], source.ErrUnreadable, "check that the file is whole"},
		{"bad\x1b[31m\nname.txt", "", source.ErrEmpty, `\x1b[31m\nname`},
	}
	for _, test := range tests {
		r := source.Reader{Options: source.Options{Limit: 10 << 10}}
		_, err := source.First(r.Open(write(t, filepath.Join(dir, test.name), test.content)))
		if !errors.Is(err, test.want) {
			t.Errorf("%q: %v", test.name, err)
			continue
		}
		if checkError(t, err); !strings.Contains(err.Error(), test.says) {
			t.Errorf("%q: %v", test.name, err)
		}
	}
}

func TestWhatIsNoFileIsTold(t *testing.T) {
	dir := t.TempDir()
	var r source.Reader
	for path, want := range map[string]error{
		filepath.Join(dir, "nothing.txt"): source.ErrMissing,
		dir:                               source.ErrDirectory,
	} {
		_, err := source.First(r.Open(path))
		if !errors.Is(err, want) {
			t.Errorf("%s: %v", path, err)
		}
		checkError(t, err)
	}
	shut := write(t, filepath.Join(dir, "shut.txt"), "She said no.")
	if err := os.Chmod(shut, 0); err != nil {
		t.Fatal(err)
	}
	if f, err := os.Open(shut); err == nil {
		f.Close()
		t.Skip("this user may read every file")
	}
	if _, err := source.First(r.Open(shut)); !errors.Is(err, source.ErrUnreadable) {
		t.Errorf("%v", err)
	}
}
