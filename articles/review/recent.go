package review

// Entry is the entry of a name, and whether there is one.
func (s *State) Entry(name string) (Entry, bool) {
	i, ok := s.at[name]
	if !ok {
		return Entry{}, false
	}
	return s.entries[i], true
}

// Recent are the last decisions that stand, at most so many, the newest first. Undo takes them back in this order.
func (s *State) Recent(most int) (out []Entry) {
	for i := len(s.done) - 1; i >= 0 && len(out) < most; i-- {
		if s.active(s.done[i]) {
			out = append(out, s.entries[s.done[i]])
		}
	}
	return out
}
