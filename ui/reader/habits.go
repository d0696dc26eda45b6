package reader

import (
	"hearsay/ui/reader/layout"
)

// adopt takes on what was set when the reader was left last.
func (m *model) adopt(h Habits) {
	m.least, m.shares, m.toured = h.Least, h.Shares, h.Toured
	if h.Split != 0 {
		m.setSplit(h.Split)
	}
}

// habits are what is to be so again the next time.
func (m *model) habits() Habits {
	h := Habits{Least: m.least, Shares: m.shares, Toured: m.toured, Lessons: m.lessons.Finished()}
	if m.split != layout.DefaultSplit {
		h.Split = m.split
	}
	return h
}
