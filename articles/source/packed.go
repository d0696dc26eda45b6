package source

// packed are archives, compressed files and databases.
func packed() []format {
	const unpack = "unpack it and give the files in it"
	return []format{
		zipped("a web archive (WACZ)", "pages/pages.jsonl", unpack, ".wacz"),
		{name: "a ZIP archive", endings: []string{".zip"}, looks: isZip, hint: unpack, binary: true},
		{name: "a tar archive", endings: []string{".tar"}, looks: at(257, "ustar"), hint: unpack,
			binary: true},
		{name: "a 7-Zip archive", endings: []string{".7z"}, looks: starts("7z\xbc\xaf\x27\x1c"), hint: unpack,
			binary: true},
		{name: "a RAR archive", endings: []string{".rar"}, looks: starts("Rar!\x1a\x07"), hint: unpack,
			binary: true},
		{name: "a file packed by xz", endings: []string{".xz", ".txz"}, looks: starts("\xfd7zXZ\x00"), hint: unpack,
			binary: true},
		{name: "a file packed by bzip2", endings: []string{".bz2", ".tbz2"}, looks: isBzip2, hint: unpack, binary: true},
		{name: "a file packed by zstd", endings: []string{".zst"}, looks: starts("\x28\xb5\x2f\xfd"), hint: unpack,
			binary: true},
		{name: "a file that is gzipped twice", looks: starts(string(gzipMark)), hint: unpack, binary: true},
		{name: "an SQLite database", endings: []string{".sqlite", ".sqlite3"}, looks: starts("SQLite format 3\x00"),
			hint: "a library is named with --library FILE", binary: true},
		{name: "a Parquet table", endings: []string{".parquet"}, looks: starts("PAR1"), hint: hintRows, binary: true},
	}
}

func isBzip2(s sample) bool { return at(0, "BZh")(s) && at(4, "1AY&SY")(s) }
