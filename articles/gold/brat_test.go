package gold

import (
	"path/filepath"
	"strings"
	"testing"
)

const bratText = "Zoë: “No rain,” she said.\nThe mayor, Ada Venn, expects rain and doubts snow.\n"

// bratMarks are the words of the text that tests speak of.
const bratMarks = "T1\tContent 5 15\t“No rain,”\nT2\tCue 20 24\tsaid\nT3\tSource 16 19\tshe\nT4\tContent 55 " +
	"59\train\nT5\tCue 47 54\texpects\n" +
	"T6\tSource 26 45\tThe mayor, Ada Venn\nT7\tContent 71 75\tsnow\nT8\tCue 64 70\tdoubts\n"

func TestBrat(t *testing.T) {
	for _, c := range []struct {
		name, ann string
		want      []string
	}{
		{"PolNeAR's events", bratMarks + "T9\tAttribution 20 24\tsaid\nE1\tAttribution:T9 Content:T1 Cue:T2 " +
			"Source:T3\nT10\tDiscard 0 3\tZoë\n",
			[]string{"direct “No rain,”|said|she|"}},
		{"an event before its words", "E1\tCue:T2 Content:T1 Source:T3\n" + bratMarks,
			[]string{"direct “No rain,”|said|she|"}},
		{"numbered arguments", bratMarks + "E1\tCUE:T8 content:T7 Content2:T4 SOURCE1:T6\n",
			[]string{"indirect rain+snow|doubts|The mayor, Ada Venn|"}},
		{"an event without content", bratMarks + "E1\tAttribution:T2 Source:T3\n", nil},
		{"an event in an event", bratMarks + "E1\tContent:T4 Source:T6\nE2\tCue:T2 Content:E1\n",
			[]string{"indirect rain||The mayor, Ada Venn|", "indirect rain|said||"}},
		{"parts", "T1\tContent 5 8;9 15\t“No rain,”\n", []string{"direct “No+rain,”|||"}},
		{"relations from the content", bratMarks + "R1\tSource Arg1:T1 Arg2:T3\t\nR2\thasCue Arg1:T1 Arg2:T2\nR3 said-by " +
			"Arg1:T4 Arg2:T6\nR4 by Arg1:T7 Arg2:T6\n",
			[]string{"direct “No rain,”|said|she|", "indirect rain||The mayor, Ada Venn|",
				"indirect snow||The mayor, Ada Venn|"}},
		{"relations through the cue", bratMarks + "R1 a Arg1:T4 Arg2:T5\nR2 a Arg1:T5 Arg2:T6\nR3 a Arg1:T8 Arg2:T7\nR4 a " +
			"Arg1:T6 Arg2:T8\n",
			[]string{"direct “No rain,”|||", "indirect rain|expects|The mayor, Ada Venn|",
				"indirect snow|doubts|The mayor, Ada Venn|"}},
		{"relations through the source", bratMarks + "R1 a Arg1:T1 Arg2:T3\nR2 a Arg1:T3 Arg2:T2\n",
			[]string{"direct “No rain,”|said|she|", "indirect rain|||", "indirect snow|||"}},
		{"contents joined", bratMarks + "R1 same Arg1:T4 Arg2:T7\nR2 source Arg1:T7 Arg2:T6\n",
			[]string{"direct “No rain,”|||", "indirect rain+snow||The mayor, Ada Venn|"}},
		{"roles in the arguments", "T1\tWords 5 15\t“No rain,”\nT2\tPerson 16 19\tshe\nR1\tAttribution CONTENT:T1 " +
			"The-Source:T2\n", []string{"direct “No rain,”||she|"}},
		{"a role in the relation", "T1\tContent 5 15\t“No rain,”\nT2\tPerson 16 19\tshe\nR1\tSource_of Arg1:T1 Arg2:T2\n",
			[]string{"direct “No rain,”||she|"}},
		{"content alone", "T1\tContent 5 15\t“No rain,”\n", []string{"direct “No rain,”|||"}},
		{"a name and a kind", bratMarks + "A1\tKind E1 Mixed\nN1\tReference T3 Wikidata:Q1\tZoë Lund\nE1\tCue:T2 " +
			"Content:T1 Source:T3\n#1\tAnnotatorNotes T1\tsure\n*\tEquiv T1 T4\n",
			[]string{"mixed “No rain,”|said|she|Zoë Lund"}},
		{"two names, and one of the event", bratMarks +
			"N1\tReference T3 Wikidata:Q1\tZoë Lund\nN2\tReference T3 Wikidata:Q2\tAda Venn\nN3\tReference E2 " +
			"x:1\tBo\nN4\tReference T99 x:1\tCy\n" +
			"E1\tCue:T2 Content:T1 Source:T3\nE2\tContent:T4\n",
			[]string{"direct “No rain,”|said|she|Zoë Lund+Ada Venn", "indirect rain|||Bo"}},
		{"a kind by the attribute's name", "T1\tContent 5 15\nA1\tIndirect T1\n", []string{"indirect “No rain,”|||"}},
		{"lines of Windows", "T1\tContent 5 15\t“No rain,”\r\n\r\n", []string{"direct “No rain,”|||"}},
		{"white space told otherwise", "T1\tContent 20 29\tsaid. The\n", []string{"indirect said.\nThe|||"}},
	} {
		folder := write(t, map[string]string{"a.txt": bratText, "a.ann": c.ann})
		var r Reader
		expect(t, c.name, readAll(t, &r, folder), append([]string{"a:"}, c.want...))
	}
}

func TestBratLinesThatAreWrong(t *testing.T) {
	for ann, want := range map[string]string{
		"T1\tContent 5 14\t“No rain,”\n": "a.ann, line 1: no brat annotation: T1 is ““No rain,””, " +
			"but the text has ““No rain,” there…",
		"#\n\nT1\tContent 5 1000\tx\n": "line 3: no brat annotation: T1 does not lie in the " +
			"text, which has 77 code points…",
		"T1\tContent 9 9\t\n": "does not lie in the text…",
		"T1\tContent x y\n":   "such as “T1 Source 10 18 the mayor”…",
		"T1\tContent 99999999999999999999 999999999999999999999": "does not lie in the text…",
		"T1\tContent 0 77;0 77;0 77;0 77;0 77;0 77":              "longer than the text…",
		"T1\tContent 0 3\nE1\tContent:T1 Source:T2\n":            "line 2: no brat annotation: there is no T2…",
		"T1\tContent 0 3\nR1\tSource Arg1:T1 Arg2:T2\n":          "line 2: no brat annotation: there is no T2…",
		"R1\tSource Arg1:T1\n":                                   "such as “E1…",
		"R1\n":                                                   "such as “E1…",
		"E1\n":                                                   "such as “E1…",
		"E1\tContent:T1 Source\n":                                "“Source” is no role and id…",
		"E1\tContent:E1\n":                                       "there is no E1…",
		"Rain fell.\n":                                           "such as “E1…",
		"{}":                                                     "begins with none of…",
		" \n":                                                    "empty; annotate the article…",
	} {
		folder := write(t, map[string]string{"a.txt": bratText, "a.ann": ann, "b.txt": "Rain.",
			"b.ann": "T1\tContent 0 4\tRain\n"})
		var r Reader
		expect(t, ann, readAll(t, &r, folder), []string{"error: " + want, "b:", "indirect Rain|||"})
	}
}

// A folder may hold folders, texts may lie in a folder beside, and several people may have marked one text.
func TestBratFolders(t *testing.T) {
	const mark = "T1\tContent 0 4\tRain\n"
	folder := write(t, map[string]string{
		"attributions/a_b_4e07.ann": mark, "attributions/a_b_ef2d.ann": mark, "text/a_b.txt": "Rain.",
		"more/c.ann": mark, "more/c.txt": "Rain fell.", "more/d.ann": mark, "more/d.txt": "Rain!", "more/notes.md": "Rain.",
		"other/c.ann": mark, "other/c.txt": "Rain, rain.",
	})
	want := []string{"a_b:", "indirect Rain|||", "a_b:", "indirect Rain|||", "c:", "indirect Rain|||", "d:",
		"indirect Rain|||", "c-2:", "indirect Rain|||"}
	var r Reader
	expect(t, "a folder", readAll(t, &r, folder), want)
	var one Reader
	expect(t, "a file", readAll(t, &one, filepath.Join(folder, "more", "d.ann")), []string{"d:", "indirect Rain|||"})
	var small Reader
	small.Limit = 5
	expect(t, "a limit", readAll(t, &small, filepath.Join(folder, "more", "d.ann")), []string{"error: too big…"})
}

// FuzzBrat reads any bytes as an .ann file of any text, and checks that every span lies in the text, in order.
func FuzzBrat(f *testing.F) {
	f.Add(bratMarks+"E1\tCue:T2 Content:T1 Source:T3\nA1\tKind E1 Mixed\n", bratText)
	f.Add(bratMarks+"R1 a Arg1:T4 Arg2:T5\nR2 a Arg1:T5 Arg2:T6\nN1\tReference T6 Q:1\tAda\n", bratText)
	f.Add("T1\tContent 0 1;0 1\t\nE1\tContent:T1\nE2\tSource:E1 Content:E1\nR1 Content a:E1 b:E1", "ab")
	f.Add("R1 content a:T1 b:T1\nT1 x 0 1\nM1 T1 T1\nE1 E1:E1", "é")
	f.Fuzz(func(t *testing.T, ann, text string) {
		text = strings.ToValidUTF8(text, "?")
		all, err := parseBrat("a.ann", ann, text)
		if err != nil {
			if line := err.Error(); strings.ContainsAny(line, "\n\x1b") {
				t.Errorf("the error %q is no line", line)
			}
			return
		}
		marks, err := (&Marked{all: all}).Attributions(text)
		if err != nil {
			t.Fatalf("a span that was read does not lie in the text: %v", err)
		}
		for _, a := range marks {
			last := 0
			for _, p := range a.Content {
				if p.Start < last || p.End <= p.Start || strings.ToValidUTF8(p.Of(text), "") != p.Of(text) {
					t.Fatalf("%v does not lie in order in %q", a.Content, text)
				}
				last = p.End
			}
			if last == 0 {
				t.Error("an attribution without content")
			}
		}
	})
}
