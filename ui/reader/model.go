package reader

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"hearsay/analysis"
	"hearsay/ui/reader/asking"
	"hearsay/ui/reader/journey"
	"hearsay/ui/reader/keys"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/lessons"
	"hearsay/ui/reader/pane"
	"hearsay/ui/reader/picking"
	"hearsay/ui/reader/reviewing"
	"hearsay/ui/reader/theme"
	"hearsay/ui/reader/view"
)

// model is the reader's state. It is changed in Update alone.
type model struct {
	ctx     context.Context // ends when the program does
	options Options
	actions []action
	keys    keys.Table

	w, h     int // of the panes and the lines around them
	window   int // the window's lines, with those of a lesson
	terminal terminal
	colours  *theme.Colours
	screen   theme.Screen
	theme    *theme.Theme
	split    int
	shares   [2]int        // of the lists' heights, in percent, where they were moved
	border   layout.Border // that is being moved
	width    int           // the widest the text column may be
	mouse    bool
	least    analysis.Level // how sure at least that is which is shown
	doubts   bool           // positions are shown that are less sure

	at      view.Place
	journey journey.Journey[view.Place]
	shelf   map[int]*opened // what was opened, by item
	layout  layout.Layout
	panes   *pane.Set
	hits    pane.Hits
	// positions is the pane of the positions, which has columns to step through.
	positions *pane.Positions

	prompt    *asking.Prompt
	menu      overlay
	drag      drag
	copied    string // what was copied last, for more to be added
	notes     string // the file to which was written last
	picking   *picking.Mode
	reviewing *reviewing.Mode
	lessons   *lessons.Mode
	toured    bool              // the picture of the first steps was seen
	pressed   string            // the key that is being answered
	offers    []Item            // what else could be opened when the list of articles was
	removed   []removal         // from the library, the last one last
	resting   int               // the item of the list's current line
	visits    []int             // the items that were read, the last one last
	ahead     []tea.KeyPressMsg // keys that wait for the quotes
	presses   int               // how many keys were pressed
	stepping  bool              // from quote to quote, and nothing else since
	click     click
	note      string // what the last key has to say
	notices   []string
	pending   []tea.Cmd // what is to be started after this update
	quit      bool
}

func newModel(ctx context.Context, o Options) *model {
	m := &model{ctx: ctx, options: o, mouse: !o.MouseOff, split: layout.DefaultSplit, width: o.Width,
		shelf: map[int]*opened{}}
	if m.width == 0 {
		m.width = defaultWidth
	}
	m.adopt(o.Habits)
	m.picking = picking.New(host{m})
	m.reviewing = reviewing.New(host{m}, m.picking, o.Between)
	m.lessons = lessons.New(&teaching{model: m}, o.Habits.Lessons)
	m.panes = pane.NewSet(m.entries())
	m.positions = m.panes.Of(layout.Positions).Pane.(*pane.Positions)
	m.actions = append(actions(), commandActions(o.Commands)...)
	table, faults := tableOf(m.actions).Remap(keysWith(o.Commands, o.Keys))
	m.terminal.profile = colorprofile.TrueColor
	colours, wrong := theme.ColoursOf(o.Colours)
	m.colours = colours
	m.keys, m.notices = table, slices.Concat(faults, wrong, o.Notices)
	m.at, m.resting = view.StartOf(0), none
	if o.Choose {
		m.at = view.StartOf(none) // nothing is open before it is chosen
	}
	m.rescreen()
	return m
}

// Init opens the first article, or the list of them, and asks the terminal for its background.
func (m *model) Init() tea.Cmd {
	cmds := []tea.Cmd{tea.RequestBackgroundColor}
	if m.followsTerminal() {
		cmds = append(cmds, tea.Raw(ansi.SetModeLightDark))
	}
	m.nextNotice()
	if m.options.Choose {
		offering{m}.open()
		return tea.Batch(cmds...)
	}
	return tea.Batch(append(cmds, m.open(0))...)
}

// Update answers one message.
func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.resized(msg)
	case tea.ColorProfileMsg:
		m.setProfile(msg.Profile)
	case tea.BackgroundColorMsg:
		m.setBackground(msg)
	case uv.DarkColorSchemeEvent, uv.LightColorSchemeEvent:
		m.start(tea.RequestBackgroundColor)
	case tea.KeyPressMsg:
		m.press(msg)
	case tea.PasteMsg:
		m.typed(msg)
	case tea.MouseClickMsg:
		m.clicked(msg.Mouse())
	case tea.MouseMotionMsg:
		m.dragged(msg.Mouse())
	case tea.MouseReleaseMsg:
		m.released()
	case tea.MouseWheelMsg:
		m.wheeled(msg.Mouse())
	case tea.ResumeMsg:
		m.resumed()
	case openedMsg:
		m.arrived(msg)
	case progressMsg:
		m.progressed(msg)
	case analysedMsg:
		m.analysed(msg)
	case restedMsg:
		offering{m}.rested(msg)
	case foundMsg:
		offering{m}.found(msg)
	case pausedMsg:
		offering{m}.paused(msg)
	case keptMsg:
		shelving{m}.kept(msg)
	case searchedMsg:
		offering{m}.searched(msg)
	case ranMsg:
		commands{m}.ran(msg)
	default:
		m.typed(msg) // the prompt's cursor blinks by messages of its own
	}
	m.settle()
	return m, m.pendingCmd()
}

// start has a command begun after this update.
func (m *model) start(c tea.Cmd) {
	if c != nil {
		m.pending = append(m.pending, c)
	}
}

func (m *model) pendingCmd() tea.Cmd {
	if m.quit {
		m.cancelAll()
		return tea.Quit
	}
	cmds := m.pending
	m.pending = nil
	return tea.Batch(cmds...)
}

func (m *model) press(k tea.KeyPressMsg) {
	m.note = ""
	m.presses++
	switch {
	case k.String() == "ctrl+c" || (m.layout.Shape == layout.TooSmall && k.String() == m.key("quit")):
		m.quit = true
	case m.layout.Shape == layout.TooSmall:
		m.pressUnseen(k)
	case m.prompt != nil: // which may be asked over a list
		m.promptKey(k)
	case m.menu != nil:
		m.menuKey(k)
	case !typingAhead{m}.takes(k):
		m.act(k)
	}
}

// pressUnseen answers a key in a window too small to show what it would do: it leaves what is
// asked or chosen, and nothing else.
func (m *model) pressUnseen(k tea.KeyPressMsg) {
	switch {
	case k.String() != "esc":
	case m.prompt != nil:
		m.promptKey(k)
	case m.menu != nil && !m.menu.Lasting():
		m.menuKey(k)
	case m.menu != nil:
	case m.picking.On():
		m.doNamed("pick-leave")
	}
}

// act does what a key stands for in the pane in focus.
func (m *model) act(k tea.KeyPressMsg) {
	m.pressed = k.String()
	i := m.keys.At(m.context(), m.pressed)
	if i < 0 && m.context()&keys.Deciding != 0 {
		i = m.keys.At(m.panes.Of(m.at.Focus).In, m.pressed)
	}
	if i < 0 {
		m.tell(m.elsewhere(m.pressed))
		return
	}
	m.do(i)
}

// doNamed does an action by its name, whatever its keys are.
func (m *model) doNamed(name string) {
	for i, a := range m.actions {
		if a.Name == name {
			m.do(i)
		}
	}
}

func (m *model) do(i int) {
	if a := m.actions[i]; !a.always && m.doc() == nil {
		m.tell(m.whyNotYet())
		return
	}
	switch a := m.actions[i]; {
	case a.In == keys.Picking && !m.picking.On():
		m.tell("this is for choosing words: " + m.say("extent") + " does so in a review")
		return
	case a.In&^(keys.Deciding|keys.Answering) == 0 && !m.reviewing.On():
		m.tell("nothing is being reviewed: " + m.say("review") + " begins")
		return
	}
	if !slices.Contains(steps, m.actions[i].Name) {
		m.stepping = false
	}
	m.actions[i].do(m)
	m.lessons.Did(m.actions[i].Name)
	if m.note == "" {
		m.nextNotice()
	}
}

// tell says something in the status line until the next key.
func (m *model) tell(s string) { m.note = s }

// announce says something as soon as nothing else is being said.
func (m *model) announce(s string) {
	m.notices = append(m.notices, s)
	if m.note == "" {
		m.nextNotice()
	}
}

func (m *model) nextNotice() {
	if len(m.notices) > 0 {
		m.note, m.notices = m.notices[0], m.notices[1:]
	}
}

// current is the article in the panes; nil before the first is opened.
func (m *model) current() *opened { return m.shelf[m.at.Item] }

// doc is what was found in the current article; nil while that is not known.
func (m *model) doc() *analysis.Document {
	if o := m.current(); o != nil {
		return o.Doc
	}
	return nil
}

// steps are the actions that go from quote to quote.
var steps = []string{"next-quote", "previous-quote", "next-same", "previous-same"}

const (
	defaultWidth = 76
	doubleClick  = 400 * time.Millisecond
)
