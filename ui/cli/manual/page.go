// Package manual writes the manual page, in roff with the man macros. It promises that it tells of every command, flag
// and key there is, and that no text of theirs acts on who formats it.
package manual

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"hearsay/ui/reader/keys"
)

// Page is the manual page: the commands and flags as the command line has them, the keys as the reader has them.
func Page(root *cobra.Command, version string, actions []keys.Action) string {
	var m page
	m.line(`.TH HEARSAY 1 "" "hearsay ` + Escaped(version) + `" "User Commands"`)
	m.section("Name")
	m.line(`hearsay \- ` + Escaped(LowerFirst(root.Short)))
	m.section("Synopsis")
	for _, c := range listed(root) {
		m.line(".B " + Escaped(c.UseLine()))
		m.line(".br")
	}
	m.section("Description")
	m.prose(root.Long)
	m.section("Options")
	m.flags(root.Flags(), "")
	m.section("Commands")
	for _, c := range listed(root)[1:] {
		m.line(".SS " + Escaped(c.CommandPath()))
		m.prose(c.Long)
		m.flags(c.NonInheritedFlags(), "help") // which is the same everywhere
	}
	m.keyList(actions)
	for _, s := range sections() {
		m.section(s.title)
		m.prose(s.intro)
		for _, e := range s.Entries {
			m.entry(e[0], e[1])
		}
	}
	m.section("Examples")
	for _, c := range listed(root) {
		m.example(c.Example)
	}
	return m.String()
}

// listed are the root and the commands that help shows, each before those of its own.
func listed(root *cobra.Command) []*cobra.Command {
	out := []*cobra.Command{root}
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() && c.Name() != "help" {
			out = append(out, listed(c)...)
		}
	}
	return out
}

// page is a manual page in the making, in roff with the man macros.
type page struct{ strings.Builder }

func (m *page) line(s string) { m.WriteString(s + "\n") }

func (m *page) section(title string) { m.line(".SH " + Escaped(strings.ToUpper(title))) }

// prose writes paragraphs; lines that are set in are kept as they are.
func (m *page) prose(s string) {
	for i, paragraph := range strings.Split(strings.TrimSpace(s), "\n\n") {
		if paragraph == "" {
			continue
		}
		if i > 0 {
			m.line(".PP")
		}
		if strings.HasPrefix(paragraph, "  ") {
			m.example(paragraph)
			continue
		}
		m.line(Escaped(paragraph))
	}
}

// example writes lines as they are, in the type of a terminal.
func (m *page) example(s string) {
	if strings.TrimSpace(s) == "" {
		return
	}
	m.line(".PP\n.RS 4\n.nf")
	for _, l := range strings.Split(strings.Trim(s, "\n"), "\n") {
		m.line(Escaped(strings.TrimPrefix(l, "  ")))
	}
	m.line(".fi\n.RE")
}

// entry writes a term and what it means.
func (m *page) entry(term, meaning string) {
	m.line(".TP\n.B " + Escaped(term))
	m.line(Escaped(meaning))
}

// flags writes what the flags do, but for one that is left out.
func (m *page) flags(set *pflag.FlagSet, without string) {
	set.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == without {
			return
		}
		value, meaning := pflag.UnquoteUsage(f)
		term := "--" + f.Name
		if f.Shorthand != "" {
			term = "-" + f.Shorthand + ", " + term
		}
		if value != "" {
			term += " " + value
		}
		m.entry(term, meaning)
	})
}

func (m *page) keyList(actions []keys.Action) {
	m.section("Keys")
	m.prose("The word in brackets is the name that the configuration file gives a key by.")
	group := ""
	for _, a := range actions {
		if a.Group != group {
			group = a.Group
			m.line(".SS " + Escaped(group))
		}
		m.entry(keys.ShowAll(a.Keys), fmt.Sprintf("%s (%s)", a.Help, a.Name))
	}
}

// Escaped keeps roff from reading a text as anything but text.
func Escaped(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`, `"`, `\(dq`, "'", `\(aq`, "`", `\(ga`, "~", `\(ti`, "^",
		`\(ha`).Replace(s)
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}

// LowerFirst is a text whose first letter, of ASCII, is a small one.
func LowerFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}
