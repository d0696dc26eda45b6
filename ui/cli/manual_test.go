package cli

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"hearsay/articles/source"
	"hearsay/ui/cli/manual"
	"hearsay/ui/reader"
	"hearsay/ui/reader/keys"
)

// The manual page tells of every command, flag, key, variable and exit code there is.
func TestManualIsWhole(t *testing.T) {
	p := &program{actions: reader.Actions()}
	root := rootCommand(p)
	got := story{t: t, args: []string{"man"}}.run()
	if got.code != exitDone {
		t.Fatalf("exit code %d, %q", got.code, got.err)
	}
	has := func(words string) {
		if !strings.Contains(got.out, manual.Escaped(words)) {
			t.Errorf("the manual page does not tell of %q", words)
		}
	}
	for _, flag := range []string{"--plain", "--sample NAME", "--theme COLOURS", "-f, --format FORMAT", "--errors N",
		"--calibration", "-o, --output FILE", "--offsets UNIT", "--force", "doccano-spans", "--reviewer NAME",
		"HEARSAY_REVIEWER", "hearsay review stats", "--library FILE", "--with-reviews", "hearsay library check",
		"HEARSAY_LIBRARY", "lib:", "HEARSAY_CONFIG", "NO_COLOR", "130"} {
		has(flag)
	}
	for _, c := range subcommands(root) {
		has(c.UseLine())
		has(strings.Split(c.Long, "\n")[0])
	}
	for i, name := range exportNames() {
		if e := manual.ExportSection().Entries[i]; e[0] != name || len(e[1]) < 20 {
			t.Errorf("the manual page tells of %q in the place of %s", e, name)
		}
	}
	for _, f := range source.Formats() {
		if f.IsRead() && len(f.Endings) > 0 {
			has(f.Name)
			has(" (" + strings.Join(f.Endings, " "))
		}
	}
	for _, a := range p.actions {
		has(a.Name)
		has(a.Help)
	}
}

func TestManualIsSafeRoff(t *testing.T) {
	root := rootCommand(&program{})
	page := manual.Page(root, "1.0", []keys.Action{{Name: "x", Keys: []string{`\`, "'", "."},
		Help: ".so /etc/passwd\n'br\n\\n(.x", Group: `"a" - ~^`}})
	for _, line := range strings.Split(page, "\n") {
		if strings.HasPrefix(line, ".so") || strings.HasPrefix(line, "'") || strings.Contains(line, `\n(`) {
			t.Errorf("the manual page lets a text act: %q", line)
		}
	}
	man, err := exec.LookPath("groff")
	if err != nil {
		t.Skip("groff is not installed: the page is not formatted")
	}
	c := exec.Command(man, "-man", "-Tutf8", "-ww", "-Kutf8")
	c.Stdin = strings.NewReader(page)
	var warnings strings.Builder
	c.Stderr = &warnings
	if out, err := c.Output(); err != nil || warnings.Len() > 0 || len(out) < 1000 {
		t.Errorf("groff: %v, %s, %d bytes", err, warnings.String(), len(out))
	}
}

func TestKeyTable(t *testing.T) {
	var b strings.Builder
	err := keyTable(&b, []keys.Action{
		{Name: "next", Keys: []string{"J", "|"}, Help: "go on | along", Group: "Move"},
		{Name: "code", Keys: []string{"`"}, Help: "show marks", Group: "Show"},
		{Name: "none", Help: "has no key", Group: "Show"},
	})
	want := "**Move**\n\n| keys | what it does | name |\n|---|---|---|\n| `J` `\\|` | go on \\| along | `next` |\n\n" +
		"**Show**\n\n| keys | what it does | name |\n|---|---|---|\n| `` ` `` | show marks | `code` |\n|  | has no key | " +
		"`none` |\n"
	if err != nil || b.String() != want {
		t.Errorf("%v\n%s\nwant\n%s", err, b.String(), want)
	}
}

// README's table of keys is what hearsay keys writes.
func TestReadmeHasTheKeys(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if os.IsNotExist(err) {
		t.Skip("there is no README.md yet")
	}
	table := story{t: t, args: []string{"keys"}}.run().out
	if err != nil || !strings.Contains(string(readme), table) {
		t.Errorf("README.md does not hold what hearsay keys writes (%v): put it there", err)
	}
}
