package desktop

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// A command finds its words on standard input and its values in its environment, whatever they hold.
func TestTheShellTakesNothingForAScript(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("there is no sh")
	}
	evil := "$(echo owned) `echo owned` '; echo owned; \" \\ \n*"
	got, err := Shell(t.Context(), `cat; printf %s "$HEARSAY_QUOTE"; printf %s ""$HEARSAY_QUOTE"" | wc -c >/dev/null`,
		[]string{"HEARSAY_QUOTE=" + evil}, "words\n")
	if err != nil || got != "words\n"+evil {
		t.Errorf("%v, %q", err, got)
	}
	_, err = Shell(t.Context(), "echo no such thing >&2; exit 3", nil, "")
	if err == nil || err.Error() != "no such thing" {
		t.Errorf("a script that fails: %v", err)
	}
	if _, err := Shell(t.Context(), "exit 3", nil, ""); err == nil || !strings.Contains(err.Error(), "exit status 3") {
		t.Errorf("a script that fails and is silent: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Shell(ctx, "sleep 9", nil, ""); err == nil {
		t.Error("a script goes on though the reader is left")
	}
}

// Only pages of the web are opened, as an argument of their own.
func TestOnlyPagesAreOpened(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the script is one for sh")
	}
	folder := t.TempDir()
	told, browser := filepath.Join(folder, "told"), filepath.Join(folder, "browser")
	if err := os.WriteFile(browser, []byte("#!/bin/sh\necho \"$#\" \"$1\" >"+told+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	getenv := func(string) string { return browser }
	for _, address := range []string{"file:///etc/passwd", "javascript:1", "-version", "", "https://"} {
		if Browse(address, getenv) == nil {
			t.Errorf("%q is opened", address)
		}
	}
	if err := Browse("https://bay.example/a?b=$(c)&d", getenv); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if got, _ := os.ReadFile(told); strings.HasSuffix(string(got), "\n") {
			if string(got) != "1 https://bay.example/a?b=$(c)&d\n" {
				t.Errorf("the browser is told %q", got)
			}
			return
		}
	}
	t.Error("the browser is told nothing")
}

func TestBrowsersOfSystems(t *testing.T) {
	for _, c := range []struct{ system, browser, want string }{{"linux", "", "xdg-open"}, {"darwin", "", "open"},
		{"windows", "", "rundll32"}, {"linux", "firefox", "firefox"}, {"linux", "a:b", "xdg-open"}} {
		if got := opener(c.system, c.browser)[0]; got != c.want {
			t.Errorf("%s, %q: %s", c.system, c.browser, got)
		}
	}
}
