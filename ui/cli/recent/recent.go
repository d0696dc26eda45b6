// Package recent remembers which articles were read last, and what was known of them then, so that they can be offered
// the next time and each speaker finds their letter again. It is one file in the folder for what programs leave behind,
// and holds no text of any article.
//
// It promises that the file is whole at any time, that it stays small, and that one which cannot be read is as none.
package recent

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"time"

	"hearsay/ui/cli/files"
)

// Entry is an article that was read.
type Entry struct {
	// Ref is what it is known by: "file:" and a path, "library:" and a key, or "sample:" and a name.
	Ref    string    `json:"ref"`
	Title  string    `json:"title"`
	Outlet string    `json:"outlet,omitempty"`
	Date   time.Time `json:"date,omitzero"`
	About  string    `json:"about,omitempty"`
	// Quotes and Voices are how many quotes and speakers it has, and Top are the short names of who says most. Cast are
	// all speakers whom the machine found, in the order of their letters.
	Quotes int       `json:"quotes"`
	Voices int       `json:"voices"`
	Top    []string  `json:"top,omitempty"`
	Cast   []string  `json:"cast,omitempty"`
	Read   time.Time `json:"read"`
}

const (
	// most is how many articles are remembered, and mostSpeakers how many of an article's speakers.
	most, mostSpeakers = 60, 200
	// longest is the size above which a file is surely not ours.
	longest = 4 << 20
)

// File is where it is kept.
func File(stateHome string) string { return filepath.Join(stateHome, "hearsay", "recent.json") }

// Load is what was read last, the last first; none where there is no file, or none that makes sense.
func Load(path string) (all []Entry) {
	info, err := os.Stat(path)
	if err != nil || info.Size() > longest {
		return nil
	}
	data, err := os.ReadFile(path)
	if err != nil || json.Unmarshal(data, &all) != nil {
		return nil
	}
	return slices.DeleteFunc(all, func(e Entry) bool { return e.Ref == "" })
}

// Add puts what was read before what was read earlier, the last first, and forgets the oldest.
func Add(path string, read []Entry) error {
	all := slices.Clone(read)
	for i := range all {
		all[i].Cast = all[i].Cast[:min(len(all[i].Cast), mostSpeakers)]
	}
	for _, e := range Load(path) {
		if _, again := find(all, e.Ref); !again && len(all) < most {
			all = append(all, e)
		}
	}
	data, err := json.Marshal(all[:min(len(all), most)])
	if err != nil {
		return err
	}
	return files.WriteOwn(path, data)
}

// Find is the entry of a reference.
func Find(path, ref string) (Entry, bool) { return find(Load(path), ref) }

func find(all []Entry, ref string) (Entry, bool) {
	if i := slices.IndexFunc(all, func(e Entry) bool { return e.Ref == ref }); i >= 0 {
		return all[i], true
	}
	return Entry{}, false
}
