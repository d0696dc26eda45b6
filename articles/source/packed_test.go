package source_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"hearsay/articles/source"
)

// file is one of an archive.
type file struct{ name, content string }

func archiveOf(files ...file) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		out, _ := w.Create(f.name)
		out.Write([]byte(f.content))
	}
	w.Close()
	return b.String()
}

func tarOf(files ...file) string {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, f := range files {
		w.WriteHeader(&tar.Header{Name: f.name, Size: int64(len(f.content)), Mode: 0o644})
		w.Write([]byte(f.content))
	}
	w.Close()
	return b.String()
}

func zstdOf(s string) string {
	w, _ := zstd.NewWriter(nil)
	return string(w.EncodeAll([]byte(s), nil))
}

// places writes where articles and errors stand, and the articles' ids.
func places(r *source.Reader, name, in string) (found, wrong []string) {
	for a, err := range r.Read(name, strings.NewReader(in)) {
		if err != nil {
			wrong = append(wrong, r.Position())
			continue
		}
		found = append(found, r.Position()+" "+a.ID)
	}
	return found, wrong
}

// Each file in an archive is read as one by itself, also in archives within each other; pictures and what systems leave
// there are passed over, and no path leads anywhere.
func TestEachFileOfAnArchiveIsRead(t *testing.T) {
	files := []file{{"a.txt", "They leak."}, {"news/", ""}, {"news/a.txt", "They do."}, {"b.jsonl", `{"text": "One."}` + "\n{"},
		{"__MACOSX/._a.txt", "x"}, {"p.png", "\x89PNG\r\n\x1a\n\x00"}, {"style.css", "p {}"}, {"../../etc/passwd",
			"root, she said."},
		{"inner.zip", archiveOf(file{"c.csv", "title,text\nG,They leak.\n"}, file{"b.jsonl", `{"text": "Two."}`})},
		{"d.txt.gz", zipped("They leak.")}, {"e.tex", "\\documentclass{article}\n"}, {"empty.txt", ""}}
	want := []string{"a.txt a", "news/a.txt a-2", "b.jsonl#1 b-1", "../../etc/passwd passwd", "inner.zip#c.csv#1 c-1",
		"inner.zip#b.jsonl#1 b-1-2", "d.txt.gz d"}
	for name, in := range map[string]string{"x.zip": archiveOf(files...), "x.tar": tarOf(files...),
		"x.tgz":     zipped(tarOf(files...)),
		"x.tar.zst": zstdOf(tarOf(files...)), "x": zipped(zipped(archiveOf(files...)))} {
		var r source.Reader
		found, wrong := places(&r, name, in)
		for i := range found {
			found[i] = strings.TrimPrefix(found[i], name+"#")
		}
		if !slices.Equal(found, want) || strings.Join(wrong, " ") != name+"#b.jsonl#2 "+name+"#e.tex" {
			t.Errorf("%s: %q, wrong %q", name, found, wrong)
		}
	}
	path := write(t, filepath.Join(t.TempDir(), "x.zip"), archiveOf(files...))
	var r source.Reader
	n := 0
	for _, err := range r.Open(path) {
		if err == nil {
			n++
		}
	}
	if n != len(want) {
		t.Errorf("from the disk: %d articles", n)
	}
	for name, in := range map[string]string{"a.txt.zst": zstdOf("They leak."), "a.txt.gz": zipped("They leak.")} {
		if a := readOne(t, name, in); a.ID != "a" || a.Text != "They leak." {
			t.Errorf("%s: %s, %q", name, a.ID, a.Text)
		}
	}
	if _, wrong := places(new(source.Reader), "x.zip", archiveOf(file{"p.png",
		"\x89PNG\r\n\x1a\n\x00"})); len(wrong) != 1 {
		t.Errorf("an archive of pictures: wrong %q", wrong)
	}
	if _, wrong := places(new(source.Reader), "x.wacz", archiveOf(file{"pages/pages.jsonl", `{"text": "No."}`},
		file{"archive/a.warc", "WARC/1.0\r\nContent-Length: 0\r\n\r\n"})); len(wrong) != 1 ||
		wrong[0] != "x.wacz#archive/a.warc" {
		t.Errorf("a WACZ: wrong %q", wrong)
	}
}

// What is packed in more than anybody packs is told of, and what is cut or damaged ends.
func TestPackedFilesThatMeanHarmEnd(t *testing.T) {
	deep := archiveOf(file{"a.txt", "They leak."})
	for range 9 {
		deep = archiveOf(file{"x.zip", deep}, file{"y.zip", deep})
	}
	if found, wrong := places(new(source.Reader), "x.zip", deep); len(found) != 0 || len(wrong) != 1 {
		t.Errorf("too deep: %q, wrong %q", found, wrong)
	}
	layers := "They leak."
	for range 9 {
		layers = zipped(layers)
	}
	if _, problems := readAll("a.gz", layers); len(problems) != 1 {
		t.Errorf("layers: errors %v", problems)
	}
	for _, in := range []string{archiveOf(file{"a.txt", "They leak."})[:40], tarOf(file{"a.txt", "They leak."})[:600],
		zstdOf(strings.Repeat("They leak.", 99))[:12], "BZh91AY&SY\x00\x01", "\x28\xb5\x2f\xfd\x00\x01"} {
		if all, problems := readAll("a", in); len(all)+len(problems) == 0 {
			t.Errorf("%.9q: neither an article nor an error", in)
		}
	}
}

// A folder stands for the files in it that may hold articles, in the order of their names, and so does a pattern.
func TestAFolderStandsForItsFiles(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a/c.html", "a/p.PNG", ".hidden/x.txt", "a/.x.txt", "a/style.css", "z.zip"} {
		write(t, filepath.Join(dir, name), "They leak.")
	}
	if err := os.Symlink(dir, filepath.Join(dir, "loop")); err != nil {
		t.Log(err)
	}
	want := fmt.Sprint([]string{filepath.Join(dir, "a/c.html"), filepath.Join(dir, "b.txt"), filepath.Join(dir, "z.zip")})
	if got := fmt.Sprint(source.Files(dir)); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := source.Files(filepath.Join(dir, "*.txt")); len(got) != 1 || filepath.Base(got[0]) != "b.txt" {
		t.Errorf("got %s", got)
	}
	for _, name := range []string{filepath.Join(dir, "b.txt"), filepath.Join(dir, "none"), filepath.Join(dir, "*.none"),
		"[a"} {
		if got := source.Files(name); len(got) != 1 || got[0] != name {
			t.Errorf("%s: got %q", name, got)
		}
	}
}
