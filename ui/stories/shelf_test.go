//go:build unix

package stories

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"hearsay/ui/screen/drive"
)

// A library from its beginning: a folder is added from within, found in, read where a quote stands, tagged, and asked
// for by a saved query; an article is removed and brought back; a feed brings another one, while a second one is gone.
func TestALibraryIsMadeSearchedAndKept(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{"bridge.txt": story, "school.txt": "School opens again\n\n" +
		"The teacher Ada Venn said on Monday that the roof was dry.\n\n“We sing again,” Venn told parents.\n"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	lib := filepath.Join(t.TempDir(), "news.db")
	env := []string{"HEARSAY_LIBRARY=" + lib, "HEARSAY_CONFIG=/dev/null", "XDG_STATE_HOME=" + t.TempDir()}
	start := func(args ...string) *drive.Session {
		return drive.Start(t, program, drive.Options{Args: args, Env: env, Width: 150, Height: 40})
	}
	start().Sees("Choose an article", "a file, a folder").Type(folder).Sees("open the folder").Press("alt+enter").
		Sees("2 articles added to the library").Press("esc").
		Sees("In the library", "speaker:name", "● Bridge to close", "● School opens").
		Type("said:sing").Sees("Found in the library · 1 article", "Venn", "We sing again").
		Press("enter").Sees("School opens again", "2 Quotes 2/2").
		Press("A").Sees("School opens again", "Open").Type("school").Press("ctrl+t").Sees("tags for it").Type("pupils").
		Press("enter").Sees("#pupils").Press("esc").Type("bridge").Sees("▌● Bridge").Press("ctrl+x").
		Sees("1 article removed", "ctrl+z").Press("ctrl+z").Sees("1 article brought back", "Bridge to close").
		Press("esc", "esc", "q").Quits(0)

	run := func(args ...string) {
		t.Helper()
		c := exec.Command(program, args...)
		c.Env = append(os.Environ(), env...)
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%v: %v, %s", args, err, out)
		}
	}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/feed" {
			http.NotFound(w, r)
			return
		}
		fmt.Fprintf(w, `<rss version="2.0"><channel><title>The Bay Post</title><item><title>Harbour dredged</title>`+
			`<guid>1</guid><description>Mayor Orla Fenn said on Monday that the harbour would be dredged again in the `+
			`autumn, after the storms.</description></item></channel></rss>`)
	}))
	defer s.Close()
	run("views", "save", "pupils", "tag:pupils")
	run("feeds", "add", "--allow-private", s.URL+"/feed")
	list := filepath.Join(t.TempDir(), "feeds.opml")
	broken := `<opml version="2.0"><body><outline type="rss" text="Gone" xmlUrl="` + s.URL + `/gone"/></body></opml>`
	if err := os.WriteFile(list, []byte(broken), 0o644); err != nil {
		t.Fatal(err)
	}
	run("feeds", "import", list)
	start("--allow-private").Sees("Choose an article").Type("@pupils").Sees("Found in the library", "School opens again").
		Press("esc", "ctrl+r").Sees("1 new article from 1 feed", "Gone").Sees("Harbour dredged").Press("esc").Quits(0)
	start("@pupils").Sees("School opens again", "2 Quotes").Press("q").Quits(0)
}
