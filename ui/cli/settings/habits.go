package settings

import (
	"os"
	"path/filepath"
	"slices"

	"github.com/pelletier/go-toml/v2"

	"hearsay/ui/cli/files"
)

// Habits are what a person set by keys in the reader, kept for the next time.
type Habits struct {
	// Show is how sure at least that must be which is shown: one of [Shown].
	Show string `toml:"show,omitempty"`
	// Split is the article's share of the window in percent; 0 is the usual one.
	Split int `toml:"split,omitempty"`
	// Quotes and Speakers are the heights of these lists in percent of the window's, where they were moved.
	Quotes   int `toml:"quotes,omitempty"`
	Speakers int `toml:"speakers,omitempty"`
	// Toured is set once the picture of the first steps was seen, and Lessons are how many lessons were finished.
	Toured  bool `toml:"toured,omitempty"`
	Lessons int  `toml:"lessons,omitempty"`
}

// HabitsFile is where they are kept, in the folder for what programs leave behind.
func HabitsFile(stateHome string) string { return filepath.Join(stateHome, "hearsay", "reader.toml") }

// ReadHabits reads them. Where there are none, or none that make sense, they are those of a person who set nothing.
func ReadHabits(path string) (h Habits) {
	data, err := os.ReadFile(path)
	if err != nil || len(data) > longestConfig || toml.Unmarshal(data, &h) != nil {
		return Habits{}
	}
	if !slices.Contains(Shown(), h.Show) {
		h.Show = ""
	}
	return h
}

// Write keeps them. The file is whole at any time.
func (h Habits) Write(path string) error {
	data, err := toml.Marshal(h)
	if err != nil {
		return err
	}
	return files.WriteOwn(path, data)
}
