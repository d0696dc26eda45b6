package settings

import (
	"os"
	"path/filepath"
	"testing"
)

// What was set by keys is there the next time, and whatever else the file holds keeps nobody from reading.
func TestHabitsAreKept(t *testing.T) {
	path := HabitsFile(t.TempDir())
	if got := ReadHabits(path); got != (Habits{}) {
		t.Errorf("without a file: %+v", got)
	}
	for _, want := range []Habits{{Show: "sure", Split: 55}, {}, {Show: "likely"},
		{Quotes: 30, Speakers: 20}, {Toured: true, Lessons: 3}} {
		if err := want.Write(path); err != nil {
			t.Fatal(err)
		}
		if got := ReadHabits(path); got != want {
			t.Errorf("%+v is read as %+v", want, got)
		}
	}
	if left, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*")); err != nil || len(left) != 1 {
		t.Errorf("left behind: %q, %v", left, err)
	}
	for broken, want := range map[string]Habits{"show = 'maybe'\nsplit = 40": {Split: 40}, "show = 3": {},
		"\x00\xff": {}} {
		if err := os.WriteFile(path, []byte(broken), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := ReadHabits(path); got != want {
			t.Errorf("%q is read as %+v", broken, got)
		}
	}
	if err := (Habits{}).Write(filepath.Join(path, "below", "a", "file")); err == nil {
		t.Error("habits are kept below a file")
	}
}
