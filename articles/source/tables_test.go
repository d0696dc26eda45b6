package source_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"hearsay/articles/source"
)

// readTold reads a stream and writes down what is told of it.
func readTold(o source.Options, name, in string) (articles string, notes []string, problems []error) {
	o.Note = func(position, note string) { notes = append(notes, position+": "+note) }
	r := source.Reader{Options: o}
	var lines []string
	for a, err := range r.Read(name, strings.NewReader(in)) {
		if err != nil {
			problems = append(problems, err)
			continue
		}
		lines = append(lines, fmt.Sprintf("%s %s|%s|%s", r.Position(), a.ID, a.Title, a.Text))
	}
	return strings.Join(lines, "\n"), notes, problems
}

// A row is an article; the names of the columns tell what is what, whatever parts the cells.
func TestEachRowIsAnArticle(t *testing.T) {
	const long = "The gates leak, and nobody knows why they do so in a dry March, she said."
	for name, c := range map[string]struct{ in, want, note string }{
		"commas": {"id,title,text\n1,Lock gates,\"The gates leak.\n\n“No,” she said, “never.”\"\n2,Bread,\"It rose, he " +
			"said.\"\n",
			"a.csv#1 1|Lock gates|The gates leak.\n\n“No,” she said, “never.”\na.csv#2 2|Bread|It rose, he said.", ""},
		"other names": {"headline,author,published,outlet,body\nGates,Rita Vaughan,2026-03-14,Coastline,\"They " +
			"\"\"leak\"\".\"\n",
			"a.csv#1 a-1|Gates|They \"leak\".", "“body”"},
		"semicolons": {"headline;author;body\r\nGates;Rita Vaughan;They leak, she said.\r\n",
			"a.csv#1 a-1|Gates|They leak, she said.",
			"“body”"},
		"bars": {"Titel|text\nGates|They leak.\n", "a.csv#1 a-1||They leak.", ""},
		"tabs": {"id\tdate\ttitle\ttext\n7\t2026-03-14\tGates\tThey leak, she said.\n",
			"a.csv#1 7|Gates|They leak, she said.", ""},
		"sep": {"sep=;\ntitle;text\nGates;They, too.\n", "a.csv#1 a-1|Gates|They, too.", ""},
		"no known name": {"Nummer,Wer,Was\n1,Ada," + strings.ReplaceAll(long, ",", ";") + "\n", "a.csv#1 a-1||" +
			strings.ReplaceAll(long, ",", ";"), "“Was”"},
		"no header": {"1\tGates\t" + long + "\n2\tBread\t" + long + "\n3\tBells\t" + long, "a.csv#1 a-1||" +
			long + "\na.csv#2 a-2||" + long + "\na.csv#3 a-3||" + long, "column 3"},
		"one column": {"text\nThey leak.\n", "a.csv#1 a-1||They leak.", ""},
		"commas in the last cell": {"title,text\nGates,They leak, she said, and so on.\n",
			"a.csv#1 a-1|Gates|They leak, she said, and so on.", ""},
		"markup": {"title,content\nGates,<p>They leak.</p><p>So she said.</p>\n",
			"a.csv#1 a-1|Gates|Gates\n\nThey leak.\n\nSo she said.", "“content”"},
		"old lines": {"title,text\rGates,They leak.\rBread,It rose.",
			"a.csv#1 a-1|Gates|They leak.\na.csv#2 a-2|Bread|It rose.", ""},
	} {
		got, notes, problems := readTold(source.Options{}, "a.csv", c.in)
		if got != c.want || len(problems) > 0 || strings.Contains(strings.Join(notes, " "), "column") != (c.note != "") ||
			!strings.Contains(strings.Join(notes, " "), c.note) {
			t.Errorf("%s: notes %q, errors %v\n got %s\nwant %s", name, notes, problems, got, c.want)
		}
	}
	all, problems := readAll("a",
		"headline,author,published,outlet,body\nGates,By Rita Vaughan,2026-03-14,Coastline,They leak.\nB,,,,No.\n")
	if want := "a-1|Gates|Rita Vaughan|Coastline|2026-03-14||They leak.\na-2|B|||||No."; told(all) != want {
		t.Errorf("errors %v, got %s", problems, told(all))
	}
}

// The column of the text is the one that is asked for, by name or number.
func TestTheColumnOfTheTextCanBeChosen(t *testing.T) {
	const in = "id,text,long_read\n1,Short.,The whole of it.\n"
	for _, asked := range []string{"long_read", "Long Read", "3"} {
		got, notes, problems := readTold(source.Options{TextColumn: asked}, "a.csv", in)
		if got != "a.csv#1 1||The whole of it." || len(notes)+len(problems) > 0 {
			t.Errorf("%s: %s, notes %q, errors %v", asked, got, notes, problems)
		}
	}
	for asked, in := range map[string]string{"body": in, "4": in, "": "x,y\n1,2\n3,4\n"} {
		_, _, problems := readTold(source.Options{TextColumn: asked}, "a.csv", in)
		if len(problems) != 1 || !strings.Contains(problems[0].Error(), "--text-column") {
			t.Errorf("%q: errors %v", asked, problems)
			continue
		}
		checkError(t, problems[0])
	}
}

// So is the field of records; those that have no such field are read as ever.
func TestTheFieldOfTheTextCanBeChosen(t *testing.T) {
	const in = `{"id": 1, "text": "Short.", "long_read": "The whole of it."}` + "\n" + `{"id": 2, "text": "Alone."}` + "\n"
	got, notes, problems := readTold(source.Options{TextColumn: "Long Read"}, "a.jsonl", in)
	if got != "a.jsonl#1 1||The whole of it.\na.jsonl#2 2||Alone." || len(notes)+len(problems) > 0 {
		t.Errorf("%q, notes %q, errors %v", got, notes, problems)
	}
	_, _, problems = readTold(source.Options{TextColumn: "n"}, "a.jsonl", `{"n": 3, "text": "Short."}`)
	if len(problems) != 1 || !strings.Contains(problems[0].Error(), "“n” is of the kind number") {
		t.Errorf("errors %v", problems)
	}
}

// A row that is broken is told of by its place, and the rows behind it are read.
func TestABrokenRowIsToldAndTheRestGoesOn(t *testing.T) {
	old := encode(t, charmap.Windows1252, "Ö,She said “old” – and that it’s a naïve one.")
	russian := encode(t, charmap.KOI8R, "Д,Мэр сказал: нет. Больше никто ничего не сказал.")
	got, _, problems := readTold(source.Options{Limit: 400}, "a.csv", "title,text,x\n"+strings.Join([]string{"A,One.,",
		"B", "C,One,two,three,four",
		"D,,", "E,\"" + strings.Repeat("word ", 200) + "\",", old + ",", russian + ",", "G,\"open", "H,Last.,"}, "\n"))
	want := "a.csv#1 a-1|A|One.\na.csv#6 a-6|Ö|She said “old” – and that it’s a naïve one.\na.csv#9 a-9|H|Last."
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for i, at := range []string{"a.csv#2: ", "a.csv#3: ", "a.csv#4: ", "a.csv#5: ", "a.csv#7: ", "a.csv#8: "} {
		if i >= len(problems) || !strings.HasPrefix(problems[i].Error(), at) || !errors.Is(problems[i], source.ErrRecord) {
			t.Fatalf("errors %v, want one at %s", problems, at)
		}
		checkError(t, problems[i])
	}
}
