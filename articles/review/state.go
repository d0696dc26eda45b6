package review

import "slices"

// State is what one reviewer decided about one article: the sum of the entries of a log. To add an entry costs the same
// whatever came before. The zero value is no state: take NewState or Fold. It is for one goroutine at a time.
type State struct {
	entries []Entry
	at      map[string]int  // where each entry stands, by its name
	taken   map[string]bool // what is taken back
	groups  map[string]*group
	order   []string // the groups' keys, the first decided first
	loose   []int    // entries that name nothing to decide on
	// done and undone are what undo would take back and redo restore, the last one last. What was taken back or restored
	// by name meanwhile stands in them until it comes to the end.
	done, undone []int
	sittings     []int     // the entries with settings
	sitting      []int     // of each entry: how many settings had come before
	one          *Sameness // who is one with whom; nil where that is to be worked out
}

// group is all entries on one thing.
type group struct {
	entries  []int
	decision Decision
	stale    bool // the decision must be made anew
}

// NewState is the state of a reviewer who has not begun.
func NewState() *State {
	return &State{at: map[string]int{}, taken: map[string]bool{}, groups: map[string]*group{}}
}

// Add adds the next entry. One that the state has already is left out, and false is returned.
func (s *State) Add(e Entry) bool {
	if _, ok := s.at[e.ID]; ok {
		return false
	}
	i := len(s.entries)
	s.entries = append(s.entries, e)
	s.at[e.ID] = i
	s.sitting = append(s.sitting, len(s.sittings))
	switch e.Act {
	case Undo:
		s.take(e.Names, true)
	case Redo:
		s.take(e.Names, false)
	case Sit:
		s.sittings = append(s.sittings, i)
	default:
		s.decide(i)
	}
	return true
}

// decide adds an entry to the groups it is about.
func (s *State) decide(i int) {
	e := &s.entries[i]
	keys := keysOf(e)
	s.forgetSameness(e)
	if len(keys) == 0 {
		s.loose = append(s.loose, i)
	}
	active := s.active(i)
	for _, key := range keys {
		g := s.groups[key]
		if g == nil {
			g = &group{}
			s.groups[key] = g
			s.order = append(s.order, key)
		}
		g.entries = append(g.entries, i)
		if active && !g.stale {
			g.decision.take(key, e, i, s.settings(i))
		}
	}
	if active {
		s.done, s.undone = append(s.done, i), s.undone[:0]
	}
}

// take takes an entry back, or restores it.
func (s *State) take(name string, back bool) {
	i, here := s.at[name]
	if s.taken[name] == back || here && !s.entries[i].Act.reversible() {
		return
	}
	if back {
		s.taken[name] = true
	} else {
		delete(s.taken, name)
	}
	if !here { // it may come yet, where logs are put together
		return
	}
	for _, key := range keysOf(&s.entries[i]) {
		s.groups[key].stale = true
	}
	s.forgetSameness(&s.entries[i])
	if back {
		s.undone = append(s.undone, i)
	} else {
		s.done = append(s.done, i)
	}
	s.done = s.trim(s.done, true)
	s.undone = s.trim(s.undone, false)
}

// reversible reports whether what an act does can be taken back: what is said of other entries, or of how one reviews,
// cannot.
func (a Act) reversible() bool { return a != Undo && a != Redo && a != Sit }

// forgetSameness has it worked out anew who is one with whom, where an entry has to do with that.
func (s *State) forgetSameness(e *Entry) {
	if e.Of != nil && e.Of.Speaker != nil {
		s.one = nil
	}
}

// trim drops from the end what is not so any more.
func (s *State) trim(stack []int, active bool) []int {
	for len(stack) > 0 && s.active(stack[len(stack)-1]) != active {
		stack = stack[:len(stack)-1]
	}
	return stack
}

func (s *State) active(i int) bool { return !s.taken[s.entries[i].ID] }

// settings are those in force when an entry was added.
func (s *State) settings(i int) Sitting {
	if n := s.sitting[i]; n > 0 && s.entries[s.sittings[n-1]].Sitting != nil {
		return *s.entries[s.sittings[n-1]].Sitting
	}
	return Sitting{}
}

// Entries are all entries, in their order.
func (s *State) Entries() []Entry { return slices.Clone(s.entries) }

// Len is how many entries there are.
func (s *State) Len() int { return len(s.entries) }

// Sitting is the settings in force, and whether there are any.
func (s *State) Sitting() (Sitting, bool) {
	if len(s.sittings) == 0 {
		return Sitting{}, false
	}
	last := s.entries[s.sittings[len(s.sittings)-1]].Sitting
	if last == nil {
		return Sitting{}, false
	}
	return *last, true
}

// CanUndo is the entry that undo would take back, and whether there is one.
func (s *State) CanUndo() (Entry, bool) { return s.last(s.done) }

// CanRedo is the entry that redo would restore, and whether there is one: a new decision leaves nothing to restore.
func (s *State) CanRedo() (Entry, bool) { return s.last(s.undone) }

func (s *State) last(stack []int) (Entry, bool) {
	if len(stack) == 0 {
		return Entry{}, false
	}
	return s.entries[stack[len(stack)-1]], true
}

// decision is what stands of a group; false where nothing does.
func (s *State) decision(key string) (Decision, bool) {
	g := s.groups[key]
	if g == nil {
		return Decision{}, false
	}
	if g.stale {
		g.decision, g.stale = Decision{}, false
		for _, i := range g.entries {
			if s.active(i) {
				g.decision.take(key, &s.entries[i], i, s.settings(i))
			}
		}
	}
	d := g.decision
	if d.Quote != nil || d.Position != nil {
		s.resolve(&d)
	}
	return d, len(d.Entries) > 0
}

// Decisions are all that stand, the first decided first; what is said of the whole article is not among them.
func (s *State) Decisions() []Decision {
	var out []Decision
	for _, key := range s.order {
		if key == wholeArticle {
			continue
		}
		if d, ok := s.decision(key); ok {
			out = append(out, d)
		}
	}
	return out
}

// On is what stands of a quote or a position, and whether anything does.
func (s *State) On(of Subject) (Decision, bool) { return s.decision(of.Key()) }

// Complete reports whether the reviewer says that nothing is missed in the article.
func (s *State) Complete() bool {
	d, _ := s.decision(wholeArticle)
	return d.complete
}

// Article is what is said of the whole article: its notes, and whether it is flagged or skipped.
func (s *State) Article() Decision {
	d, _ := s.decision(wholeArticle)
	return d
}

// Loose are the entries that stand and name nothing to decide on: a later version may know what they mean.
func (s *State) Loose() []Entry {
	var out []Entry
	for _, i := range s.loose {
		if s.active(i) {
			out = append(out, s.entries[i])
		}
	}
	return out
}

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

// Colleague is another reviewer of an article.
type Colleague struct {
	Name  string
	State *State
}
