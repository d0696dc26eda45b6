package source_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"hearsay/articles"
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

// told writes what is known of articles, a line each, to compare.
func told(all []articles.Article) string {
	var lines []string
	for _, a := range all {
		day := ""
		if !a.Date.IsZero() {
			day = a.Date.Format("2006-01-02")
		}
		lines = append(lines, strings.Join([]string{a.ID, a.Title, a.Byline, a.Outlet, day, a.Address, a.Text}, "|"))
	}
	return strings.Join(lines, "\n")
}

// JSON comes in other shapes than a line each, and in the fields of many programs.
func TestJSONOfAnyShapeIsRead(t *testing.T) {
	const words = "The gates leak, she said."
	for name, c := range map[string]struct{ in, want string }{
		"an object of several lines":  {"{\n  \"id\": \"a\",\n  \"text\": \"" + words + "\"\n}\n", "a||||||" + words},
		"an object begun in its line": {"{\"id\": \"a\",\n\"text\": \"" + words + "\"}", "a||||||" + words},
		"an object alone":             {`{"text": "` + words + `"}`, "x-1||||||" + words},
		"a lone object of lines":      {"{\n\"text\": \"" + words + "\"\n}", "x||||||" + words},
		"a list": {`[{"text": "` + words + `"}, {"id": 7, "text": "So, he said."}]`,
			"x-1||||||" + words + "\n7||||||So, he said."},
		"a list of lines": {"\n[\n{\"text\": \"" + words + "\"}\n,{\"text\": \"No\"}]",
			"x-1||||||" + words + "\nx-2||||||No"},
		"objects behind each other": {"{\n\"text\": \"a [ } \\\" b\"\n}\n{\n\"text\": \"c\"\n}",
			"x-1||||||a [ } \" b\nx-2||||||c"},
		"news-please": {`{"authors": ["Rita Vaughan", "Owen Tamblyn"], "date_publish": "2026-03-14 08:30:00",
			"maintext": "` + words + `", "source_domain": "news.example", "title": "Gates", "title_page": null,
			"url": "https://news.example/1"}`, "x|Gates|Rita Vaughan, Owen Tamblyn|news.example|2026-03-14|https://news.example/1|" + words},
		"schema.org": {`{"@type": "NewsArticle", "headline": "Gates", "author": [{"@type": "Person", "name": "Rita Vaughan"}],
			"publisher": {"name": "Coastline"}, "datePublished": "2026-03-14T08:30:00Z",
			"articleBody": "` + words + `"}`, "x|Gates|Rita Vaughan|Coastline|2026-03-14||" + words},
		"a blog's answer": {`[{"id": 3, "date": "2026-03-14T08:30:00", "link": "https://b.example/3",
			"title": {"rendered": "Gates &#8211; again"}, "content": {"rendered": "<p>` + words + `</p>\n<p>So, he said.</p>"}}]`,
			"3|Gates – again|||2026-03-14|https://b.example/3|Gates – again\n\n" + words + "\n\nSo, he said."},
		"a search engine's answer": {`{"took": 3, "hits": {"total": 1, "hits": [{"_id": "z", "_source": {"headline": "Gates",
			"body": "` + words + `"}}]}}`, "z|Gates|||||" + words},
		"a news service's answer": {`{"status": "ok", "totalResults": 2, "articles": [
			{"source": {"id": null, "name": "Coastline"}, "author": "Rita Vaughan", "title": "Gates",
				"publishedAt": "2026-03-14T08:30:00Z",
			 "url": "https://c.example/", "content": "` + words + `"}, {"content": null, "title": "Nothing"}]}`,
			"x-1|Gates|Rita Vaughan|Coastline|2026-03-14|https://c.example/|" + words},
		"paragraphs": {`{"body": ["` + words + `", "So, he said."]}`, "x-1||||||" + words + "\n\nSo, he said."},
		"blocks": {`{"contents": [{"content": "` + words + `", "type": "paragraph"}, {"type": "image", "url": "u"}, null],
			"date": 1773477000000}`, "x||||2026-03-14||" + words},
		"markup":              {`{"title": "Gates", "body_html": "<p>` + words + `</p>"}`, "x-1|Gates|||||Gates\n\n" + words},
		"text stays as it is": {`{"text": "<p>` + words + `</p>"}`, "x-1||||||<p>" + words + "</p>"},
		"a JSON feed": {`{"version": "https:\/\/jsonfeed.org\/version\/1.1", "title": "Coastline", "items": [{"id": "1",
			"title": "Gates", "url": "https://c.example/1", "date_published": "2026-03-14T08:30:00Z",
				"authors": [{"name": "Rita Vaughan"}],
			"content_html": "<p>` + words + `</p>"}, {"id": "2", "content_text": "So, he said."}]}`,
			"1|Gates|Rita Vaughan|Coastline|2026-03-14|https://c.example/1|Gates\n\nRita Vaughan\n\n" + words +
				"\n2|||Coastline|||So, he said."},
		"ninjs": {`{"uri": "urn:1", "versioncreated": "2026-03-14T08:30:00Z", "headline": "Gates", "byline": "By Rita Vaughan",
			"body_html": "<p>` + words + `</p>"}`, "x|Gates|Rita Vaughan||2026-03-14||Gates\n\nRita Vaughan\n\n" + words},
		"ninjs of today": {`{"uri": "https://n.example/1", "versionCreated": "2026-03-14T08:30:00Z", "headlines": [
			{"role": "short", "value": "G"}, {"role": "main", "value": "Gates"}], "bodies": [{"role": "main",
			"contentType": "text/html", "value": "<p>` + words + `</p>"}, {"role": "summary", "value": "x"}]}`,
			"x|Gates|||2026-03-14|https://n.example/1|Gates\n\n" + words},
	} {
		for _, file := range []string{"x.jsonl", "x.json", "x"} {
			all, problems := readAll(file, c.in)
			if got := told(all); got != c.want || len(problems) > strings.Count(c.in, "Nothing") {
				t.Errorf("%s, %s: errors %v\n got %s\nwant %s", name, file, problems, got, c.want)
			}
			for _, a := range all {
				checkArticle(t, a)
			}
		}
	}
}

// An element of a list that is none of an article is told of by its place, and the next one follows.
func TestABrokenElementIsToldAndTheRestGoesOn(t *testing.T) {
	all, problems := readAll("a.json", `[{"text": "One."}, {"text": "\q"}, 7, {"title": "x"}, {"text": "Two."}]`)
	if told(all) != "a-1||||||One.\na-5||||||Two." || len(problems) != 3 {
		t.Fatalf("%s, errors %v", told(all), problems)
	}
	for i, at := range []string{"a.json#2: ", "a.json#3: ", "a.json#4: "} {
		if checkError(t, problems[i]); !strings.HasPrefix(problems[i].Error(), at) {
			t.Errorf("%v does not stand at %s", problems[i], at)
		}
	}
	all, problems = readAll("a.json", `[{"text": "One."}, {"text": "Two`)
	if len(all) != 1 || len(problems) != 1 {
		t.Errorf("a list that is cut: %s, errors %v", told(all), problems)
	}
	for _, in := range []string{"[1, 2, 3]", `["a", "b"]`, "[[[["} {
		if all, problems = readAll("a.json", in); len(all) != 0 || len(problems) != 1 {
			t.Errorf("%s: %s, errors %v", in, told(all), problems)
		}
	}
}

// A first line that is broken does not make one object of all the others.
func TestAFirstLineThatIsBrokenIsToldAlone(t *testing.T) {
	all, problems := readAll("a.jsonl", `{"text": "One.`+"\n\n"+`{"text": "Two."}`+"\n"+`{"text": "Three."}`)
	if len(all) != 2 || len(problems) != 1 || !strings.Contains(problems[0].Error(), "line 1") {
		t.Errorf("%s, errors %v", told(all), problems)
	}
}

// No element is held beyond the limit, whatever the file's own length.
func TestAnElementMayNotBeLongerThanTheLimit(t *testing.T) {
	r := source.Reader{Options: source.Options{Limit: 200}}
	element := `{"text": "` + strings.Repeat("word ", 30) + `"}, `
	long := `{"text": "` + strings.Repeat("word ", 99) + `", "x": [[["}"]]]}, `
	good, bad := 0, 0
	in := "[" + strings.Repeat(element, 3) + long + element + strings.TrimSuffix(element, ", ") + "]"
	for _, err := range r.Read("a.json", strings.NewReader(in)) {
		if good++; err != nil {
			good--
			if bad++; !errors.Is(err, source.ErrTooBig) || !strings.Contains(err.Error(), "a.json#4") {
				t.Errorf("error %v", err)
			}
		}
	}
	if good != 5 || bad != 1 {
		t.Errorf("%d read, %d refused", good, bad)
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
