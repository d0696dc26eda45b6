package reader

import (
	tea "charm.land/bubbletea/v2"

	"hearsay/ui/reader/journey"
	"hearsay/ui/reader/lessons"
	"hearsay/ui/reader/opening"
	"hearsay/ui/reader/tour"
	"hearsay/ui/reader/view"
)

// teaching is the reader as its lessons see it, and shows the first steps.
type teaching struct {
	*model
	before  view.Place // where the reader was when a lesson began, and how they had come there
	journey journey.Journey[view.Place]
}

// lessonRef is what the article of the lessons is known by, which is never remembered as read.
const lessonRef = ""

func (t *teaching) At() *view.Place          { return &t.at }
func (t *teaching) Reviewing() bool          { return t.reviewing.On() }
func (t *teaching) Asking() bool             { return t.prompt != nil || t.menu != nil }
func (t *teaching) Key(action string) string { return t.say(action) }
func (t *teaching) Tell(s string)            { t.tell(s) }
func (t *teaching) Ready() bool              { return t.doc() != nil && t.options.Items[t.at.Item].lesson }

// OpenLesson turns to the article of the lessons, as if nobody had read it.
func (t *teaching) OpenLesson() bool {
	if t.options.Lesson == nil {
		t.tell("there are no lessons here")
		return false
	}
	if t.reviewing.On() {
		t.reviewing.End()
	}
	t.before, t.journey = t.at, t.model.journey
	if o := t.current(); o != nil {
		last := t.at
		o.last = &last
	}
	it := *t.options.Lesson
	it.lesson, it.Ref, it.Section = true, lessonRef, sectionLearn
	t.options.Items = append(t.options.Items, it)
	t.model.journey = journey.Journey[view.Place]{}
	t.at = view.StartOf(len(t.options.Items) - 1)
	t.turnTo(t.at.Item)
	return true
}

// LeaveLesson takes the article of the lessons away again, if nothing was opened behind it, and goes back to what was
// read before.
func (t *teaching) LeaveLesson() {
	if t.reviewing.On() {
		t.reviewing.End()
	}
	last := len(t.options.Items) - 1
	if last >= 0 && t.options.Items[last].lesson {
		if o := t.shelf[last]; o != nil && o.run != nil {
			o.run.cancel()
		}
		delete(t.shelf, last)
		t.options.Items = t.options.Items[:last]
	}
	t.model.journey = t.journey
	t.restore(t.before)
	if t.at.Item < 0 {
		offering{t.model}.open()
	}
}

// sectionLearn is the heading of the lessons in the list of articles, and lessonItem stands for them there.
const (
	sectionLearn = "Learn"
	lessonItem   = 1 << 30
)

// lessonRow is the line of the list of articles that begins the lessons.
func lessonRow(m *model) []opening.Row {
	if m.options.Lesson == nil || m.lessons.On() {
		return nil
	}
	return []opening.Row{{Section: sectionLearn, Title: "Five short lessons, ten minutes in all",
		Also: "help tutorial lessons tour", Item: lessonItem,
		Facts: opening.Facts{About: m.say("lessons") + " begins them, too"}}}
}

// firstSteps shows the picture to who sees the reader for the first time.
func (t teaching) firstSteps() {
	if t.options.Tour && !t.toured && !t.lessons.On() {
		t.tour()
	}
}

// tour shows the picture of the first steps.
func (t teaching) tour() {
	t.model.toured = true
	t.openMenu(&tour.Picture{Say: t.say, Do: func(k tea.KeyPressMsg) { t.press(k) }})
}

// deskOf is where decisions on an item are kept: those of a lesson nowhere.
func deskOf(m *model, item int) Desk {
	if item < len(m.options.Items) && m.options.Items[item].lesson {
		return lessons.Desk{Now: m.options.now}
	}
	return m.options.Desk
}
