// Package packed reads archives and packed files: each file in them as one by itself. It promises that no path in an
// archive leads anywhere, and that what is made to fill a machine ends in an error.
package packed

import "hearsay/articles/source/format"

// Formats are archives, compressed files and databases.
func Formats() []format.Format {
	const unpack = "unpack it and give the files in it"
	return []format.Format{
		{Name: "a web archive (WACZ)", Endings: []string{".wacz"}, Hint: unpack, Binary: true,
			Looks: format.ZipHolding("pages/pages.jsonl", ".wacz")},
		{Name: "a ZIP archive", Endings: []string{".zip"}, Looks: format.IsZip, Hint: unpack, Binary: true},
		{Name: "a tar archive", Endings: []string{".tar"}, Looks: format.At(257, "ustar"), Hint: unpack,
			Binary: true},
		{Name: "a 7-Zip archive", Endings: []string{".7z"}, Looks: format.Starts("7z\xbc\xaf\x27\x1c"), Hint: unpack,
			Binary: true},
		{Name: "a RAR archive", Endings: []string{".rar"}, Looks: format.Starts("Rar!\x1a\x07"), Hint: unpack,
			Binary: true},
		{Name: "a file packed by xz", Endings: []string{".xz", ".txz"}, Looks: format.Starts("\xfd7zXZ\x00"), Hint: unpack,
			Binary: true},
		{Name: "a file packed by bzip2", Endings: []string{".bz2", ".tbz2"}, Looks: isBzip2, Hint: unpack, Binary: true},
		{Name: "a file packed by zstd", Endings: []string{".zst"}, Looks: format.Starts("\x28\xb5\x2f\xfd"), Hint: unpack,
			Binary: true},
		{Name: "a file that is gzipped twice", Looks: format.Starts(format.GzipMark), Hint: unpack, Binary: true},
		{Name: "an SQLite database", Endings: []string{".sqlite", ".sqlite3"}, Looks: format.Starts("SQLite format 3\x00"),
			Hint: "a library is named with --library FILE", Binary: true},
		{Name: "a Parquet table", Endings: []string{".parquet"}, Looks: format.Starts("PAR1"),
			Hint: format.HintRows, Binary: true},
	}
}

func isBzip2(s format.Sample) bool { return format.At(0, "BZh")(s) && format.At(4, "1AY&SY")(s) }
