package cli

import (
	"strings"
	"testing"

	"hearsay/articles"
)

// A text that was cut in a character keeps all others, and a line tells of it; that is no failure.
func TestADamagedCharacterIsTold(t *testing.T) {
	whole := "The mayor said “no” on Monday.\n\n“Never,” she added, and went home.\n\n“"
	cut := whole[:len(whole)-1]
	for _, command := range []string{"--plain", "analyze", "export --format json", "add"} {
		got := story{t: t, args: strings.Fields(command), stdin: cut, data: t.TempDir(), env: terminal()}.run()
		if got.code != exitDone || strings.Contains(got.out, "â€") {
			t.Errorf("%s: exit code %d, %q", command, got.code, got.out)
		}
		got.oneLine(t, "hearsay: standard input: 1 damaged character in the text")
	}
	line := `{"id": 2, "text": "“No` + "\uFFFD" + `,” she said."}` + "\n"
	for name, says := range map[string]string{"cut.txt": "cut.txt: 1 damaged", "a.jsonl": "a.jsonl#2: 1 damaged"} {
		text := cut
		if strings.HasSuffix(name, "l") {
			text = "\n" + line
		}
		story{t: t, args: []string{"analyze", file(t, name, text)}, env: terminal()}.run().oneLine(t, says)
	}
	if note := damageNote(&articles.Article{Text: "“No.”"}); note != "" {
		t.Errorf("of a whole text it says %q", note)
	}
}
