// Package packed reads archives and packed files: each file in them as one by itself. It promises that no path in an
// archive leads anywhere, since nothing is written, and that what is made to fill a machine ends in an error.
package packed

import (
	"compress/bzip2"
	"compress/gzip"
	"io"

	"github.com/klauspost/compress/zstd"

	"hearsay/articles/source/format"
)

// Formats are archives, compressed files and databases.
func Formats() []format.Format {
	const (
		unpack = "unpack it and give the files in it"
		within = "each file in it, as one by itself; pictures and the like are passed over"
		inside = "the file that is packed in it"
	)
	return []format.Format{
		{Name: "a web archive (WACZ)", Endings: []string{".wacz"}, Read: readWACZ, Many: true, Binary: true,
			Looks: format.ZipHolding("pages/pages.jsonl", ".wacz"), About: "the pages of the crawls in it"},
		{Name: "a ZIP archive", Endings: []string{".zip"}, Looks: format.IsZip, Read: readZip, Many: true, About: within,
			Binary: true},
		{Name: "a tar archive", Endings: []string{".tar", ".tgz"}, Looks: format.At(257, "ustar"), Read: readTar, Many: true,
			About: within, Binary: true},
		{Name: "a 7-Zip archive", Endings: []string{".7z"}, Looks: format.Starts("7z\xbc\xaf\x27\x1c"), Hint: unpack,
			Binary: true},
		{Name: "a RAR archive", Endings: []string{".rar"}, Looks: format.Starts("Rar!\x1a\x07"), Hint: unpack,
			Binary: true},
		{Name: "a file packed by xz", Endings: []string{".xz", ".txz"}, Looks: format.Starts("\xfd7zXZ\x00"), Hint: unpack,
			Binary: true},
		{Name: "a file packed by gzip", Endings: []string{".gz"}, Looks: format.Starts(format.GzipMark), Hint: unpack,
			Unpack: func(in io.Reader) (io.Reader, error) { return gzip.NewReader(in) }, About: inside, Binary: true},
		{Name: "a file packed by bzip2", Endings: []string{".bz2"}, Looks: isBzip2, Hint: unpack,
			Unpack: func(in io.Reader) (io.Reader, error) { return bzip2.NewReader(in), nil }, About: inside, Binary: true},
		{Name: "a file packed by zstd", Endings: []string{".zst"}, Looks: format.Starts("\x28\xb5\x2f\xfd"), Hint: unpack,
			Unpack: unpackZstd, About: inside, Binary: true},
		{Name: "an SQLite database", Endings: []string{".sqlite", ".sqlite3"}, Looks: format.Starts("SQLite format 3\x00"),
			Hint: "a library is named with --library FILE", Binary: true},
		{Name: "a Parquet table", Endings: []string{".parquet"}, Looks: format.Starts("PAR1"),
			Hint: "write it as CSV or JSONL first, as “duckdb -c \"copy 'FILE' to 'articles.jsonl'\"” does", Binary: true},
	}
}

func isBzip2(s format.Sample) bool { return format.At(0, "BZh")(s) && format.At(4, "1AY&SY")(s) }

// zstdWindow is the most memory that a file may ask for to be unpacked: twice what its program asks for at its hardest
// usual setting.
const zstdWindow = 16 << 20

// unpackZstd unpacks in this goroutine, so that nothing is left where nobody reads on.
func unpackZstd(in io.Reader) (io.Reader, error) {
	return zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(zstdWindow),
		zstd.WithDecoderMaxMemory(zstdWindow*4))
}
