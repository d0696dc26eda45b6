package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"syscall"
	"testing"
	"time"

	"hearsay/ui/cli/oneline"
)

// goldLine is an annotated article in which marking finds just what is marked.
const goldLine = `{"id": "a", "text": "Zoë: “Never.” she said.", "outlet": "Wire", "attributions": [` +
	`{"content": [[5, 13]], "cue": [], "source": [], "speaker": ["Zoë"]}]}` + "\n"

// wrongLine has another source, and a content that nobody finds.
const wrongLine = `{"id": "b", "text": "It rained.\nZoë: “Nëver.” she said.", "attributions": [` +
	`{"content": [[16, 24]], "source": [[25, 28]], "kind": "direct"}, {"content": [[0, 9]], "kind": "indirect"}]}` + "\n"

func TestScoreOfWhatIsFound(t *testing.T) {
	got := story{t: t, args: []string{"score", file(t, "gold.jsonl", goldLine+wrongLine)}, analyze: marking}.run()
	// Alpha: 5 of 10 words differ; content is said 6 times, cue 4, source 1, none 9: 1 - 5/10 / (1 - 114/380).
	want := `2 documents (0 without a prediction), 3 gold, 2 predicted
content     P 1.000  R 0.667  F1 0.800   recall direct 1.000  indirect 0.000
exact       P 1.000  R 0.667  F1 0.800   recall direct 1.000  indirect 0.000
attributed  P 0.500  R 0.333  F1 0.400   recall direct 0.500  indirect 0.000
strict      P 0.500  R 0.333  F1 0.400   recall direct 0.500  indirect 0.000
speaker     R 1.000 of 1 named, right on 1.000 of those found   recall direct 1.000
tokens      P 1.000  R 0.500  F1 0.667
alpha       0.286

recall of    gold  content   exact  attributed  strict  speaker
direct          2    1.000   1.000       0.500   0.500    1.000
mixed           0      n/a     n/a         n/a     n/a      n/a
indirect        1    0.000   0.000       0.000   0.000      n/a

outlet  documents    gold  predicted  content F1  attributed F1      P      R
(none)          1       2          1       0.667          0.000  0.000  0.000
Wire            1       1          1       1.000          1.000  1.000  1.000
`
	if got.code != exitDone || got.err != "" || got.out != want {
		t.Errorf("exit code %d, %q\n%s\nwant\n%s", got.code, got.err, got.out, want)
	}
}

// What analyze wrote scores as what is found now does, whether its text stands beside it or not.
func TestScoreOfPredictions(t *testing.T) {
	gold := file(t, "gold.jsonl", goldLine+wrongLine)
	now := story{t: t, args: []string{"score", "-f", "json", "--calibration", "--errors", "9", gold},
		analyze: marking}.run()
	found := story{t: t, args: []string{"analyze", gold}, analyze: marking}.run()
	for name, args := range map[string][]string{
		"a file":         {gold, file(t, "found.jsonl", found.out)},
		"standard input": {gold, "-"},
	} {
		got := story{t: t, args: append([]string{"score", "-f", "json", "--calibration", "--errors", "9"}, args...),
			stdin: found.out}.run()
		if got.code != exitDone || got.err != "" || got.out != now.out {
			t.Errorf("%s: exit code %d, %q, %s, want %s", name, got.code, got.err, got.out, now.out)
		}
	}
	for _, key := range []string{`"missing":0`,
		`"calibration":{"count":2,"ece":0.0,"tenths":[{"from":0.5,"to":0.6,"count":2,"confidence":0.5,"right":0.5}]}`,
		`"error":"missed"`} {
		if !strings.Contains(now.out, key) {
			t.Errorf("%s lacks %s", now.out, key)
		}
	}
}

func TestGoldAgainstItself(t *testing.T) {
	gold := file(t, "gold.jsonl", goldLine+wrongLine)
	got := story{t: t, args: []string{"score", "--errors", "5", "--calibration", gold, gold}}.run()
	if got.code != exitDone || got.err != "" || !strings.HasPrefix(got.out, "2 documents") ||
		strings.Contains(got.out[strings.Index(got.out, "content"):strings.Index(got.out, "outlet")], " 0.") {
		t.Errorf("exit code %d, %q\n%s", got.code, got.err, got.out)
	}
	if !strings.HasSuffix(got.out, "\nconfidence: the predictions have none\n") {
		t.Errorf("nothing is said of confidence:\n%s", got.out)
	}
}

func TestScoreShowsErrors(t *testing.T) {
	predictions := `{"id": "b", "quotes": [{"content": [[16, 24]], "source": [[11, 14]], "confidence": 0.95}, ` +
		`{"content": [[25, 33]], "confidence": 0.15}]}`
	got := story{t: t, args: []string{"score", "--errors", "9", "--calibration", file(t, "gold.jsonl", wrongLine),
		file(t, "found.jsonl", predictions)}}.run()
	want := `wrong source, direct · b · line 2, characters 16-24
  source   she
  found    Zoë
  content  “Nëver.”

missed, indirect · b · line 1, characters 0-9
  content  It rained

spurious, indirect · b · line 2, characters 25-33
  content  she said

1 documents (0 without a prediction), 2 gold, 2 predicted
`
	if !strings.HasPrefix(got.out, want) {
		t.Errorf("exit code %d, %q\n%s\nwant\n%s", got.code, got.err, got.out, want)
	}
	want = `
confidence   predicted   mean  attributed
0.1 to 0.2           1  0.150       0.000
0.9 to 1.0           1  0.950       0.000
expected calibration error 0.550, over 2 predictions
`
	if !strings.HasSuffix(got.out, want) {
		t.Errorf("the output ends\n%s\nwant\n%s", got.out, want)
	}
	few := story{t: t, args: []string{"score", "--errors", "1", file(t, "gold.jsonl", wrongLine),
		file(t, "found.jsonl", predictions)}}.run()
	if n := strings.Count(few.out, " · b · "); n != 1 {
		t.Errorf("%d errors are shown, want 1", n)
	}
}

// Where every word bears one label, or nothing was found, there is no figure: neither the best nor the worst.
func TestWhatIsNotDefinedIsNoFigure(t *testing.T) {
	gold := file(t, "gold.jsonl", `{"id": "a", "text": "Rain fell.", "attributions": []}`+"\n")
	none := file(t, "none.jsonl", `{"id": "a", "quotes": []}`+"\n")
	got := story{t: t, args: []string{"score", gold, none}}.run()
	for _, want := range []string{"content     P n/a  R n/a  F1 n/a", "tokens      P n/a  R n/a  F1 n/a",
		"alpha       n/a\n"} {
		if got.code != exitDone || !strings.Contains(got.out, want) {
			t.Errorf("%q is not in\n%s%s", want, got.out, got.err)
		}
	}
	got = story{t: t, args: []string{"score", "-f", "json", gold, none}}.run()
	if !strings.Contains(got.out, `"alpha":null`) ||
		!strings.Contains(got.out, `"content":{"p":null,"r":null,"f1":null,`) {
		t.Errorf("%s", got.out)
	}
	got = story{t: t, args: []string{"score", file(t, "one.jsonl", goldLine),
		file(t, "no.jsonl", `{"id": "a", "quotes": []}`)}}.run()
	if !strings.Contains(got.out, "content     P n/a  R 0.000  F1 0.000") {
		t.Errorf("nothing found of one:\n%s", got.out)
	}
}

func TestScoreOfBrat(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{"a.txt": "Zoë: “Never.” she said.",
		"a.ann": "T1\tContent 5 13\t“Never.”\nE1\tContent:T1\n"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, path := range []string{folder, filepath.Join(folder, "a.ann")} {
		got := story{t: t, args: []string{"score", path}, analyze: marking}.run()
		if got.code != exitDone || !strings.Contains(got.out,
			"attributed  P 1.000  R 1.000  F1 1.000   recall direct 1.000\n") {
			t.Errorf("exit code %d, %q\n%s", got.code, got.err, got.out)
		}
	}
}

// What cannot be read is told, a line each, and the rest is scored.
func TestScoreGoesOnPastWhatFails(t *testing.T) {
	gold := file(t, "gold.jsonl", goldLine+"{\"id\": 3}\n"+wrongLine+strings.Replace(goldLine, `"a"`, `"c"`, 1))
	found := file(t, "found.jsonl", strings.Join([]string{
		`{"id": "a", "quotes": [{"content": [[5, 13]]}]}`, `{"id": "a", "quotes": []}`, `broken`,
		`{"id": "b", "quotes": [{"content": [[5, 1300]]}]}`, `{"id": "x\u001b[2J", "quotes": []}`,
		`{"id": "c", "text": "Rain.", "quotes": [{"content": [[5, 13]]}]}`,
	}, "\n"))
	got := story{t: t, args: []string{"score", gold, found}}.run()
	if got.code != exitFailed || !strings.HasPrefix(got.out,
		"3 documents (1 without a prediction), 4 gold, 2 predicted\n") {
		t.Errorf("exit code %d\n%s", got.code, got.out)
	}
	told := strings.Split(strings.TrimSuffix(got.err, "\n"), "\n")
	for i, want := range []string{"a: there are two predictions", "found.jsonl, line 3", "gold.jsonl, line 2",
		"found.jsonl, line 4: the content [5, 1300]",
		"c: the prediction was made of another text", `1 of its articles are not in`} {
		if i >= len(told) || !strings.HasPrefix(told[i], "hearsay: ") || !strings.Contains(told[i], want) {
			t.Errorf("line %d of %q does not say %q", i+1, told, want)
		}
	}
	if len(told) != 6 || strings.Contains(got.err, "\x1b") {
		t.Errorf("standard error is %q", got.err)
	}
}

func TestNothingToScore(t *testing.T) {
	article := file(t, "a.txt", shortArticle)
	got := story{t: t, args: []string{"score", article}}.run()
	if got.code != exitFailed || got.out != "" {
		t.Errorf("exit code %d, %q", got.code, got.out)
	}
	got.oneLine(t, "a.txt, line 1", "no attributions", "brat")
}

func TestScoreIsStopped(t *testing.T) {
	for _, args := range [][]string{{"-"}, {file(t, "gold.jsonl", goldLine), "-"}} {
		ctx, stop := context.WithCancel(context.Background())
		in, writer := io.Pipe()
		defer writer.Close()
		time.AfterFunc(20*time.Millisecond, stop)
		got := story{t: t, args: append([]string{"score"}, args...), in: in, interrupt: ctx}.run()
		if got.code != exitInterrupted || got.err != "" || got.out != "" {
			t.Errorf("%v: exit code %d, %q, %q", args, got.code, got.out, got.err)
		}
	}
	gold := file(t, "gold.jsonl", goldLine)
	if got := (story{t: t, args: []string{"score", gold, gold},
		out: stopped{syscall.ENOSPC}}).run(); got.code != exitFailed {
		t.Errorf("onto a full disk: exit code %d", got.code)
	}
}

// Nothing that an article or an annotation holds gets at the terminal.
func TestHostileGold(t *testing.T) {
	gold := `{"id": "\u001b[2J\u202e", "outlet": "\u009b2J\u0007", "text": "\u001b]0;owned\u0007 rain \u202efell", ` +
		`"attributions": [` +
		`{"content": [[0, 30]], "source": [[0, 5]], "speaker": ["\u001b"]}]}`
	gold = strings.Replace(gold, "[0, 30]", "[0, 21]", 1)
	found := `{"id": "\u001b[2J\u202e", "text": "\u001b", "quotes": [{"content": [[0, 21]], "source": [[18, 21]]}, ` +
		`{"content": [[0, 9]]}]}`
	for _, format := range scoreFormats() {
		got := story{t: t, args: []string{"score", "-f", format, "--errors", "9", file(t, "g.jsonl", gold),
			file(t, "f.jsonl", found)}}.run()
		if got.code != exitDone || !strings.Contains(got.out, "rain") {
			t.Errorf("%s: exit code %d, %q, %q", format, got.code, got.out, got.err)
		}
		for _, r := range got.out + got.err {
			if r != '\n' && oneline.Unsafe(r) {
				t.Errorf("%s passes on %q", format, r)
			}
		}
	}
}

// sharedScore is the script whose measures these are, and sharedGold what it is run on.
const sharedScore, sharedGold = "../../../shared/eval/score.py", "../../../shared/corpora"

// The figures are those of the script to the last digit, and the lines for people are its lines.
func TestFiguresAreThoseOfTheScript(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("needs python3")
	}
	if _, err := os.Stat(sharedScore); err != nil {
		t.Skip("needs " + sharedScore)
	}
	for _, name := range []string{"polnear-speakers-dev", "gum-quotes-dev"} {
		all, err := os.ReadFile(filepath.Join(sharedGold, name+".jsonl"))
		if err != nil {
			t.Logf("%s is not here", name)
			continue
		}
		gold := file(t, "gold.jsonl", firstLines(string(all), 5)) // as many as all that is counted needs
		found := file(t, "found.jsonl", story{t: t, args: []string{"analyze", gold}}.run().out)
		script := func(args ...string) string {
			out, err := exec.Command(python, append([]string{sharedScore, gold, found}, args...)...).Output()
			if err != nil {
				t.Fatal(err)
			}
			return string(out)
		}
		var want, got, now map[string]any
		for out, to := range map[string]*map[string]any{
			script("--json"): &want,
			story{t: t, args: []string{"score", "-f", "json", gold, found}}.run().out: &got,
			story{t: t, args: []string{"score", "-f", "json", gold}}.run().out + " ":  &now, // another key than the one before
		} {
			if err := json.NewDecoder(bytes.NewReader([]byte(out))).Decode(to); err != nil {
				t.Fatal(err)
			}
		}
		if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(now, want) {
			t.Errorf("%s: the figures are\n%v, of what is found now\n%v, want\n%v", name, got, now, want)
		}
		text := story{t: t, args: []string{"score", gold, found}}.run().out
		if lines := script(); !strings.HasPrefix(text, lines) {
			t.Errorf("%s: the lines are\n%s, want\n%s", name, text, lines)
		}
	}
}

func firstLines(s string, n int) string {
	return strings.Join(strings.SplitAfterN(s, "\n", n+1)[:n], "")
}

// sharedSides is the script that measures positions.
const sharedSides = "../../../shared/eval/score_sides.py"

// What is told of positions is to the digit what the script tells, of gold that is held against a spoilt copy of
// itself.
func TestFiguresOfPositionsAreThoseOfTheScript(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("needs python3")
	}
	gold := filepath.Join(sharedGold, "world-dev.jsonl")
	for _, path := range []string{sharedSides, gold} {
		if _, err := os.Stat(path); err != nil {
			t.Skip("needs " + path)
		}
	}
	found := file(t, "found.jsonl", spoilt(t, gold))
	script := func(args ...string) []byte {
		out, err := exec.Command(python, append([]string{sharedSides, gold, found}, args...)...).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		return out
	}
	var want any
	var got struct{ Positions any }
	text := story{t: t, args: []string{"score", gold, found}}.run().out
	if err := json.Unmarshal([]byte(story{t: t, args: []string{"score", "-f", "json", gold, found}}.run().out),
		&got); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(script("--json"), &want); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got.Positions, want) {
		t.Errorf("the figures are\n%v, want\n%v", got.Positions, want)
	}
	if lines := string(script()); !strings.HasSuffix(text, "\n\n"+lines) {
		t.Errorf("the lines are\n%s, want at their end\n%s", text, lines)
	}
}

// spoilt copies annotated articles, with some of their positions left out, turned, moved or given to somebody else.
func spoilt(t *testing.T, path string) string {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	n := 0
	for line := range strings.Lines(string(data)) {
		var a map[string]any
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		kept := []any{}
		for _, p := range a["positions"].([]any) {
			p := p.(map[string]any)
			switch n++; n % 7 {
			case 0:
				continue
			case 1:
				p["stance"] = "supports"
			case 2:
				p["speaker"] = []any{"Ann Bell", "unnamed: police officers"}
			case 3:
				span := p["target"].([]any)[0].([]any)
				span[0] = max(0, span[0].(float64)-9)
				span[1] = max(span[0].(float64)+1, span[1].(float64)-9)
			}
			kept = append(kept, p)
		}
		a["positions"] = kept
		line, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		out.Write(append(line, '\n'))
	}
	return out.String()
}
