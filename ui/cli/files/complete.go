package files

import (
	"os"
	"path/filepath"
	"strings"
)

// Complete is a path that is typed with more of it, as far as all files and folders that begin so are called alike; a
// folder ends in what separates it from what is in it. A path without a folder in it stays as it is. Home is a path
// that may begin in a person's own folder as the system knows it.
func Complete(typed string, home func(string) string) string {
	at := strings.LastIndexFunc(typed, func(r rune) bool { return r == '/' || r == filepath.Separator })
	if at < 0 {
		return typed
	}
	folder, begins := typed[:at+1], typed[at+1:]
	entries, err := os.ReadDir(home(folder))
	if err != nil {
		return typed
	}
	common, n := "", 0
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(name, begins) || strings.HasPrefix(name, ".") && begins == "" {
			continue
		}
		if info, err := os.Stat(filepath.Join(home(folder), name)); err == nil && info.IsDir() {
			name += typed[at : at+1]
		}
		if n++; n == 1 {
			common = name
		}
		for !strings.HasPrefix(name, common) {
			common = common[:len(common)-1]
		}
	}
	if n == 0 {
		return typed
	}
	return folder + strings.ToValidUTF8(common, "")
}
