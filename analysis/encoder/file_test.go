package encoder

import (
	"strings"
	"testing"

	"hearsay/analysis/encoder/kernel"
	"hearsay/analysis/text"
)

func TestDamagedFilesAreTold(t *testing.T) {
	good := makeFile(small, 1).file
	changed := func(at int, to byte) string {
		b := []byte(good)
		b[at] = to
		return string(b)
	}
	sizes := func(which int, to byte) string { return signed([]byte(changed(sizesAt+4*which, to))) }
	for _, c := range []struct{ name, file, want string }{
		{"nothing", "", "damaged"},
		{"cut short", good[:len(good)-1], "damaged"},
		{"only a header", good[:headerSize], "damaged"},
		{"another file", "PK" + good[2:], "damaged"},
		{"another version", changed(len(form.Magic), 9), "version 9, not 1: run analysis/train/encoder/train.py"},
		{"a changed weight", changed(len(good)-5, good[len(good)-5]+1), "damaged"},
		{"a changed piece", changed(headerSize+20, 'x'), "damaged"},
		{"no layers", sizes(0, 0), "cannot be run"},
		{"heads that do not fit", sizes(2, 3), "cannot be run"},
		{"too few positions", sizes(5, 20), "cannot be run"},
		{"a layer too many", sizes(0, 4), "damaged"},
		{"a piece too few", sizes(4, byte(makeFile(small, 1).size.pieces-1)), "damaged"},
	} {
		if _, err := Read(c.file); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, not %q", c.name, err, c.want)
		}
	}
}

// Any bytes are either told to be no weights, or make an encoder that does its work.
func FuzzRead(f *testing.F) {
	tiny := size{layers: 1, hidden: 16, heads: 1, inner: 16, positions: maxPositions, projected: 1}
	good := makeFile(tiny, 1).file
	for _, s := range []string{"", form.Magic, good, good[:200]} {
		f.Add([]byte(s), false)
		f.Add([]byte(s), true)
	}
	x := text.Split(article, nil)
	f.Fuzz(func(t *testing.T, b []byte, sign bool) {
		file := string(b)
		if sign && len(b) >= sizesAt {
			file = signed([]byte(file))
		}
		if e, err := Read(file); err == nil {
			encode(t, e, x)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	m := makeFile(large, 1)
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			if _, err := Read(m.file); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("unpack", func(b *testing.B) {
		for b.Loop() {
			m.unpack(kernel.Fastest(), m.file)
		}
		b.ReportMetric(float64(m.matrices()), "weights")
	})
}
