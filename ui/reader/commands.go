package reader

import (
	"maps"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hearsay/analysis"
	"hearsay/ui/reader/asking"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/keys"
	"hearsay/ui/reader/taking"
	"hearsay/ui/reader/view"
)

// commands has other programs do something with what is current: the browser, or what somebody gave a key to.
type commands struct{ *model }

// groupCommands is the heading of what somebody gave keys to.
const groupCommands = "Your commands"

// commandPrefix stands before the name of a command where it is that of an action.
const commandPrefix = "command-"

func commandActions(all []Command) (out []action) {
	for _, c := range all {
		out = append(out, bind(commandPrefix+c.Name, groupCommands, keys.Anywhere, nil, "", c.Name+": "+c.Run,
			func(m *model) { commands{m}.run(c) }))
	}
	return out
}

// keysWith are the keys that were asked for, those of commands among them.
func keysWith(all []Command, wanted map[string][]string) map[string][]string {
	if len(all) == 0 {
		return wanted
	}
	out := map[string][]string{}
	maps.Copy(out, wanted)
	for _, c := range all {
		if _, ok := out[commandPrefix+c.Name]; !ok && c.Key != "" {
			out[commandPrefix+c.Name] = []string{c.Key}
		}
	}
	return out
}

// ranMsg is what came of a command.
type ranMsg struct {
	command Command
	printed string
	err     error
}

// values are what stands for the words in braces, by the variables that hold them for the shell.
func (m commands) values() map[string]string {
	o, at := m.current(), m.at
	out := map[string]string{"address": o.Article.Address, "key": o.Article.ID, "quote": "", "sentence": "", "speaker": ""}
	if at.Quote != none {
		of := taking.Of{Findings: o.Findings}
		out["quote"] = o.Quoted(at.Quote)
		out["sentence"] = of.Reported(at.Quote)
		out["speaker"] = o.Name(o.First(at.Quote))
	}
	if at.Speaker != none {
		out["speaker"] = o.Name(at.Speaker)
	}
	return out
}

// script has the shell take values from its environment: what stands in an article is never a part of the script.
func script(run string, values map[string]string) (out string, env []string) {
	for name, value := range values {
		variable := "HEARSAY_" + strings.ToUpper(name)
		run = strings.ReplaceAll(run, "{"+name+"}", `"$`+variable+`"`)
		env = append(env, variable+"="+strings.ReplaceAll(value, "\x00", ""))
	}
	return run, env
}

// run has the shell run a command with what the pane in focus shows on its standard input.
func (m commands) run(c Command) {
	if m.options.Shell == nil {
		m.tell("there is no shell here")
		return
	}
	words, refusal := copying(m).current(false)
	if refusal != "" {
		m.tell(refusal)
		return
	}
	shell, ctx := m.options.Shell, m.ctx
	run, env := script(c.Run, m.values())
	m.tell(c.Name + " …")
	m.start(func() tea.Msg {
		printed, err := shell(ctx, run, env, words.words+"\n")
		return ranMsg{c, printed, err}
	})
}

// ran tells what came of a command, or shows what it printed.
func (m commands) ran(msg ranMsg) {
	printed := strings.TrimSpace(msg.printed)
	switch {
	case msg.err != nil:
		m.tell(msg.command.Name + ": " + msg.err.Error())
	case msg.command.Show && printed != "" && m.menu == nil && m.prompt == nil:
		m.note = ""
		var all []asking.Choice
		for _, line := range strings.Split(printed, "\n") {
			for _, l := range cells.Wrap(cells.Clean(line), max(min(m.w, 90)-6, 1)) {
				all = append(all, asking.Choice{Segs: []draw.Seg{draw.Plain(" " + l)}, Words: l})
			}
		}
		m.openMenu(&asking.Menu{Title: msg.command.Name, All: all})
	case printed != "":
		first, _, _ := strings.Cut(printed, "\n")
		m.tell(msg.command.Name + ": " + first)
	default:
		m.tell(msg.command.Name + ": done")
	}
}

// browse opens the article in the browser, at the current quote.
func (m commands) browse() {
	o := m.current()
	switch {
	case o == nil || !taking.OnTheWeb(o.Article.Address):
		m.tell("the article has no address on the web that is known")
		return
	case m.options.Browse == nil:
		m.tell("there is no browser here")
		return
	}
	address := o.Article.Address
	if q := m.at.Quote; q != none && o.Doc != nil && len(o.Doc.Quotes[q].Content) > 0 {
		address = taking.LinkTo(address, o.Article.Text, analysis.Span(o.Doc.Quotes[q].Content[0]))
	}
	if err := m.options.Browse(address); err != nil {
		m.tell("the browser: " + err.Error())
		return
	}
	m.tell("opened in the browser: " + view.Host(o.Article.Address))
}
