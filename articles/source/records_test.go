package source_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"hearsay/articles/source"
)

func TestEachLineIsAnArticle(t *testing.T) {
	all, problems := readAll("news.jsonl", strings.Join([]string{
		`{"id": "a-1", "text": "One.\r\n\r\nTwo “said” é 😀 \ud83d\ude00."}`,
		``,
		`{"id": 17, "text": "\ufeffKept.", "title": "A title", "byline": "By Ada Penn", "outlet": "Post", "date": "2026-02-03", "url": "https://example.org/"}`,
		"{\"text\": \"No id.\", \"author\": [\"Ada Penn\", \"Tom Reed\"], \"date\": 5, \"extra\": {\"a\": []}}\r",
		`{"id": "a-1", "text": ""}`,
		`{"id": "last", "text": "Lone \ud800 half."}`,
	}, "\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var got []string
	for _, a := range all {
		checkArticle(t, a)
		day := ""
		if !a.Date.IsZero() {
			day = a.Date.Format("2006-01-02")
		}
		got = append(got, fmt.Sprintf("%s|%q|%s|%s|%s|%s|%s", a.ID, a.Text, a.Title, a.Byline, a.Outlet, day, a.Address))
	}
	want := []string{
		`a-1|"One.\r\n\r\nTwo “said” é 😀 😀."|||||`,
		`17|"\ufeffKept."|A title|Ada Penn|Post|2026-02-03|https://example.org/`,
		`news-4|"No id."||Ada Penn, Tom Reed|||`,
		`a-1|""|||||`,
		`last|"Lone � half."|||||`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestABadLineIsToldAndTheRestGoesOn(t *testing.T) {
	bad := []string{`["a"]`, `{"id": "x", "text": 5}`, `{"id": "x"}`, `{"id": "x", "text": null}`,
		`{"id": "x", "text": "…`, `plain words`, `17`}
	for _, line := range bad {
		all, problems := readAll("n.jsonl", `{"text": "One."}`+"\n"+line+"\n"+`{"text": "Two."}`)
		if len(all) != 2 || len(problems) != 1 {
			t.Fatalf("%s: %d articles, errors %v", line, len(all), problems)
		}
		checkError(t, problems[0])
		var e *source.Error
		if errors.As(problems[0], &e); !errors.Is(e, source.ErrRecord) || e.Line != 2 {
			t.Errorf("%s: %v, line %d", line, e, e.Line)
		}
		if strings.Contains(e.Error(), "Go ") || strings.Contains(e.Error(), "record") {
			t.Errorf("%s: %v speaks of the program, not of the line", line, e)
		}
		if strings.HasPrefix(line, `{"id": "x"`) && !strings.HasSuffix(line, "…") && e.ID != "x" {
			t.Errorf("%s: the id is %q", line, e.ID)
		}
	}
}

func TestJSONThatIsNotALineEachIsToldOnce(t *testing.T) {
	for _, in := range []string{"{\n  \"id\": \"a\",\n  \"text\": \"b\"\n}\n", `[{"text": "b"}]`,
		"\n[\n{\"text\": \"b\"}\n]"} {
		for _, name := range []string{"a.jsonl", "a.json", "-"} {
			all, problems := readAll(name, in)
			if len(all) != 0 || len(problems) != 1 || !errors.Is(problems[0], source.ErrRecord) ||
				!strings.Contains(problems[0].Error(), "jq -c") {
				t.Errorf("%s, %q: %d articles, errors %v", name, in, len(all), problems)
			}
		}
	}
}

func TestALineMayNotBeLongerThanTheLimitButTheFileMay(t *testing.T) {
	line := `{"text": "` + strings.Repeat("word ", 30) + `"}` + "\n"
	long := `{"text": "` + strings.Repeat("word ", 99999) + `"}` + "\n"
	r := source.Reader{Options: source.Options{Limit: 200}}
	good, bad := 0, 0
	for _, err := range r.Read("a.jsonl", strings.NewReader(long+strings.Repeat(line, 50)+long+line)) {
		if err == nil {
			good++
			continue
		}
		bad++
		if checkError(t, err); !errors.Is(err, source.ErrTooBig) || !strings.Contains(err.Error(), "line 1:") &&
			!strings.Contains(err.Error(), "line 52:") {
			t.Errorf("error %v", err)
		}
	}
	if good != 51 || bad != 2 {
		t.Errorf("%d lines read, %d refused", good, bad)
	}
}

func TestALineIsReadBeforeTheNextIsWritten(t *testing.T) {
	for _, name := range []string{"a.jsonl", "-"} {
		in, out := io.Pipe()
		asked := make(chan bool)
		go func() {
			fmt.Fprintln(out, `{"text": "One."}`)
			<-asked
			fmt.Fprintln(out, `{"text": "Two."}`)
			out.Close()
		}()
		var r source.Reader
		var got []string
		for a, err := range r.Read(name, in) {
			if err != nil {
				t.Fatal(err)
			}
			if got = append(got, a.Text); len(got) == 1 {
				close(asked)
			}
		}
		if strings.Join(got, " ") != "One. Two." {
			t.Errorf("read %q", got)
		}
	}
}

func TestReadingStopsWhereNobodyReadsOn(t *testing.T) {
	var r source.Reader
	n := 0
	for range r.Read("a.jsonl", strings.NewReader(strings.Repeat(`{"text": "One."}`+"\n", 9))) {
		if n++; n == 3 {
			break
		}
	}
	if n != 3 {
		t.Errorf("%d articles", n)
	}
}
