package packed

import (
	"archive/tar"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"hearsay/articles/source/format"
)

// readZip reads the files of a ZIP archive, in its order.
func readZip(f *format.File, yield format.Yield) error {
	return readParts(f, yield, func(name string) bool { return !Beside(name) })
}

// readWACZ reads the crawls of a web archive, and none of what is told about them.
func readWACZ(f *format.File, yield format.Yield) error {
	return readParts(f, yield, func(name string) bool { return strings.HasPrefix(name, "archive/") })
}

// errLocked is what is wrong with a file that a password locks.
var errLocked = errors.New("it is locked by a password")

func readParts(f *format.File, yield format.Yield, wanted func(name string) bool) error {
	archive, err := f.Zip()
	if err != nil {
		return err
	}
	found := false
	yield = noting(&found, yield)
	for _, z := range archive.File {
		if z.FileInfo().IsDir() || !wanted(z.Name) {
			continue
		}
		in, err := z.Open()
		if z.Flags&1 != 0 {
			err = errLocked
		}
		if err != nil {
			at := f.Name + "#" + z.Name
			if !yield(format.Entry{Position: at, Err: &format.Error{Name: at,
				Err: fmt.Errorf("%w: %w", format.ErrUnreadable, err), Hint: "unpack it and give the files in it"}}) {
				return nil
			}
			continue
		}
		goOn := f.Within(z.Name, f.Room.Unpacked(in), yield)
		in.Close()
		if !goOn || f.Room.Full() {
			return nil
		}
	}
	return nothing(f, found)
}

// noting notes that something was found.
func noting(found *bool, yield format.Yield) format.Yield {
	return func(e format.Entry) bool { *found = true; return yield(e) }
}

// nothing tells of an archive in which nothing was found, but for what is packed too deep, which was told.
func nothing(f *format.File, found bool) error {
	if found || f.Room.Told() {
		return nil
	}
	return &format.Error{Name: f.Name, Err: fmt.Errorf("%w: no file in it may hold an article", format.ErrEmpty),
		Hint: "give an archive of articles"}
}

// readTar reads the files of a tar archive as they come.
func readTar(f *format.File, yield format.Yield) error {
	archive := tar.NewReader(f.In)
	found := false
	yield = noting(&found, yield)
	for {
		entry, err := archive.Next()
		if err == io.EOF {
			return nothing(f, found)
		} else if err != nil {
			return format.SystemError(f.Name, err)
		}
		if entry.Typeflag != tar.TypeReg || Beside(entry.Name) {
			continue
		}
		if !f.Within(entry.Name, f.Room.Unpacked(archive), yield) || f.Room.Full() {
			return nil
		}
	}
}

// Beside reports whether a file is by its name one of those that stand beside articles and hold none: hidden, what
// systems leave in folders, or what belongs to a saved page.
func Beside(name string) bool {
	if slices.ContainsFunc(strings.Split(path.Clean(strings.ReplaceAll(name, "\\", "/")), "/"), func(part string) bool {
		return strings.HasPrefix(part, ".") && strings.Trim(part, ".") != "" || part == "__MACOSX"
	}) {
		return true
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".css", ".js", ".mjs", ".map", ".ico", ".svg", ".ttf", ".otf", ".woff", ".woff2", ".ini", ".db", ".lnk", ".exe",
		".dll", ".cdx", ".cdxj", ".idx":
		return true
	}
	return false
}
