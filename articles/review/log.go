package review

import (
	"errors"
	"fmt"
)

// Fold is the state after the entries of a log, in their order.
func Fold(entries []Entry) *State {
	s := NewState()
	for _, e := range entries {
		s.Add(e)
	}
	return s
}

// Read is the state after a log as a store keeps it: an entry a line. Lines that are no entries are left out and told
// of; the state is what the others come to.
func Read(lines [][]byte) (*State, error) {
	s := NewState()
	var faults []error
	for i, line := range lines {
		e, err := Decode(line)
		if err != nil {
			faults = append(faults, fmt.Errorf("entry %d: %w", i+1, err))
			continue
		}
		s.Add(e)
	}
	return s, errors.Join(faults...)
}
