package library

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// smallLibrary is the file of a library in which there is something of everything.
func smallLibrary(t testing.TB) []byte {
	t.Helper()
	l := newLibrary(t)
	key := add(t, l, story(), findings("2"))
	if err := l.Keep(ctx, key, findings("1")); err != nil {
		t.Fatal(err)
	}
	for _, body := range []string{"right", "wrong", "right after all"} {
		note(t, l, key, "ida", body)
	}
	if err := l.SetPlace(ctx, key, 9); err != nil {
		t.Fatal(err)
	}
	whole := filepath.Join(t.TempDir(), "whole.db")
	if err := l.Backup(ctx, whole); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// useAll does with a file whatever can be done with a library. Errors are well: that nothing crashes, hangs or comes
// back other than it was written is what counts.
func useAll(t *testing.T, data []byte) {
	path := filepath.Join(t.TempDir(), "library.db")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	limited, stop := context.WithTimeout(ctx, 20*time.Second)
	defer stop()
	l, err := Open(limited, path, Options{Make: true})
	if err != nil {
		return
	}
	defer l.Close()
	f, err := l.Check(limited)
	if err != nil {
		t.Error(err)
	}
	for i, fault := range f.Faults {
		if strings.ContainsAny(fault, "\n") || strings.Contains(fault, path) || slices.Contains(f.Faults[:i], fault) {
			t.Errorf("fault %d of %q", i, f.Faults)
		}
	}
	list, _ := l.List(limited, All)
	for _, s := range list {
		useArticle(t, l, s.Key)
	}
	var key string
	key, _, err = l.Add(limited, plain("rain", "It rained."), findings("3")) // whose spans do not fit
	if err == nil {
		l.Append(limited, key, "ida", []byte("right"))
		l.Remove(limited, key, true)
	}
	l.Backup(limited, path+".backup")
	if limited.Err() != nil {
		t.Error("it hangs")
	}
}

func useArticle(t *testing.T, l *Library, key string) {
	if a, err := l.Article(ctx, key); err == nil {
		if a.Text != words {
			t.Errorf("another text than was added: %q", a.Text)
		}
		for _, p := range a.Paragraphs {
			_ = p.Of(a.Text)
		}
	}
	if d, err := l.Analysis(ctx, key); err == nil && d != nil {
		for _, q := range d.Quotes {
			_ = q.Content[0].Of(words)
			_ = d.Speakers[q.Speakers[0]]
		}
	}
	log, _ := l.Log(ctx, key, "ida")
	for _, e := range log {
		switch string(e.Body) {
		case "right", "wrong", "right after all":
		default:
			t.Errorf("an entry that nobody wrote: %q", e.Body)
		}
	}
	l.Reviewers(ctx, key)
	l.Place(ctx, key)
	l.Find(ctx, key)
}

// Bytes that a disk has turned over crash nothing, and nothing false is read for true.
func TestADamagedFile(t *testing.T) {
	whole := smallLibrary(t)
	dice := rand.New(rand.NewPCG(5, 6))
	for range 60 {
		data := append([]byte{}, whole...)
		for range 1 + dice.IntN(8) {
			data[dice.IntN(len(data))] ^= 1 << dice.IntN(8)
		}
		if dice.IntN(10) == 0 {
			data = data[:dice.IntN(len(data))]
		}
		useAll(t, data)
	}
}

func FuzzDamagedFile(f *testing.F) {
	whole := smallLibrary(f)
	f.Add(uint32(100), []byte{0xff}, uint32(len(whole)))
	f.Add(uint32(4096), []byte("\x00\x00\x00"), uint32(8192))
	f.Fuzz(func(t *testing.T, at uint32, over []byte, end uint32) {
		data := append([]byte{}, whole...)
		copy(data[int(at)%len(data):], over)
		useAll(t, data[:min(int(end), len(data))])
	})
}
