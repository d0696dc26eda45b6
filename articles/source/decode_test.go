package source_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"hearsay/articles/source"
)

func encode(t *testing.T, e encoding.Encoding, s string) string {
	t.Helper()
	out, err := e.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestAnyCommonEncodingIsReadWithoutBeingTold(t *testing.T) {
	const news = "The café owner said: “It’s a naïve plan – and a dear one.”"
	little := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	big := unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	bare := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	bareBig := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	tests := map[string]struct {
		in, want string
	}{
		"UTF-8":                    {news, news},
		"UTF-8 with a mark":        {"\ufeff" + news, news},
		"UTF-16, little end first": {encode(t, little, news), news},
		"UTF-16, big end first":    {encode(t, big, news), news},
		"UTF-16, no mark":          {encode(t, bare, news), news},
		"UTF-16, no mark, big":     {encode(t, bareBig, news), news},
		"windows-1252":             {encode(t, charmap.Windows1252, news), news},
		"UTF-8 cut in a character": {news + strings.Repeat(" é", 9) + "\xc3",
			news + strings.Repeat(" é", 9) + "\ufffd"},
		"ASCII, then UTF-8, far below": {strings.Repeat("Plain words. ", 9000) + "“Marks.”",
			strings.Repeat("Plain words. ", 9000) + "“Marks.”"},
		"UTF-8 with a stray control code": {"Said\x01 “so”.", "Said\x01 “so”."},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if a := readOne(t, "a.txt", test.in); a.Text != test.want {
				t.Errorf("got %q", a.Text)
			}
		})
	}
}

// A text in UTF-8 stays one wherever a character of it is damaged, however few it has outside ASCII.
func TestOneDamagedCharacterChangesNoOther(t *testing.T) {
	texts := map[string]string{
		"one pair of marks": "The mayor said “no” and went home. Nobody asked her why she had said so.",
		"marks and letters": "The café owner said: “It’s a naïve plan – and a dear one.” — Zoë",
		"many marks":        strings.Repeat("“No,” she said. ", 50),
		"Polish":            "Łódź mówi „nie”, a Kraków się waha. Nikt nie wie, dlaczego tak jest.",
		"Russian":           "Мэр сказал: «нет». Больше никто ничего не сказал.",
		"Chinese":           "市长说“不”。没有人知道为什么。市长说“不”。",
		"a face":            "“No,” she wrote 😀, and left.",
	}
	for name, text := range texts {
		for at, r := range text {
			if r < 0x80 {
				continue
			}
			n := utf8.RuneLen(r)
			for what, damage := range map[string]string{
				"its first byte lost": text[at+1 : at+n], "its last byte lost": text[at : at+n-1],
				"a byte changed": "?" + text[at+1:at+n], "the end changed": text[at:at+n-1] + "?",
			} {
				want := strings.ToValidUTF8(text[:at]+damage+text[at+n:], "\uFFFD")
				all, problems := readAll("a.txt", text[:at]+damage+text[at+n:])
				if len(problems) > 0 || all[0].Text != want {
					t.Errorf("%s, %q at %d with %s: %v", name, r, at, what, problems)
				}
			}
		}
	}
}

// "head -c" cuts anywhere.
func TestATextCutInACharacterKeepsAllBefore(t *testing.T) {
	for _, text := range []string{
		"Nobody knows why she said “no” so late.", "It was naïve of her.", "“No” 😀 – “never”", "It rained – nobody came.",
		"Well: «нет». Больше никто ничего не сказал.",
	} {
		for n := 1; n < len(text); n++ {
			want := strings.ToValidUTF8(text[:n], "\uFFFD")
			if a := readOne(t, "a.txt", text[:n]); a.Text != want {
				t.Errorf("%d bytes: %q, want %q", n, a.Text, want)
			}
			page := "<html><meta charset=iso-8859-1><p>" + text[:n]
			if a, err := source.First(new(source.Reader).Read("a.html", strings.NewReader(page))); err == nil &&
				!strings.Contains(want, a.Text) {
				t.Errorf("%d bytes of a page: %q, want %q", n, a.Text, want)
			}
		}
	}
}

// What is in windows-1252 is not taken for UTF-8 with damage.
func TestWesternTextIsNotTakenForUTF8(t *testing.T) {
	for _, text := range []string{
		"She said “no”.", "“CAFÉ” it said on the door.", "It’s the “café”—so she said.", "The café",
		"He called it “naïveté”…", "It cost £5 – or €6, nobody knows.", "“À la carte”, said Zoë",
		"‘“No,” he said,’ she said.", "Señor Müller", "«Déjà vu», dit-elle",
	} {
		if all, problems := readAll("a.txt", encode(t, charmap.Windows1252, text)); len(problems) > 0 || all[0].Text != text {
			t.Errorf("%q became %v, errors %v", text, all, problems)
		}
	}
}

// Text with a byte order mark says what it is.
func TestAByteOrderMarkIsBelieved(t *testing.T) {
	if a := readOne(t, "a.txt", "\ufeffShe said \x93no\x94."); a.Text != "She said \uFFFDno\uFFFD." {
		t.Errorf("%q", a.Text)
	}
}

// Each line of JSONL is decoded for itself, since one file is often made of several.
func TestLinesOfJSONLInOtherEncodings(t *testing.T) {
	old := encode(t, charmap.Windows1252, `{"id": "old", "text": "She said “no” – it’s naïve."}`)
	cut := `{"id": "cut", "text": "She said “no” – it` + "\xe2\x80" + `s naïve."}`
	russian := encode(t, charmap.KOI8R, `{"id": "koi", "text": "Мэр сказал: нет. Больше никто ничего не сказал."}`)
	whole := `{"id": "new", "text": "She said “no”."}`
	all, problems := readAll("a.jsonl", strings.Join([]string{old, cut, russian, whole}, "\n"))
	var got []string
	for _, a := range all {
		checkArticle(t, a)
		got = append(got, a.ID+": "+a.Text)
	}
	want := []string{"old: She said “no” – it’s naïve.", "cut: She said “no” – it\uFFFDs naïve.", "new: She said “no”."}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
	if len(problems) != 1 || !errors.Is(problems[0], source.ErrUndecodable) ||
		!strings.Contains(problems[0].Error(), "line 3") {
		t.Errorf("errors %v", problems)
	}
	for _, e := range []encoding.Encoding{unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
		unicode.UTF16(unicode.BigEndian, unicode.UseBOM)} {
		if a := readOne(t, "a.jsonl", encode(t, e, whole)); a.Text != "She said “no”." {
			t.Errorf("UTF-16: %q", a.Text)
		}
	}
}

func TestAPageSaysWhichEncodingItIsIn(t *testing.T) {
	const words = "Město řeklo „ne“ a žádá slyšení."
	body := "<p>" + words + " " + sentence + "</p>"
	late := strings.Repeat("<meta name=x content=y>", 300)
	for name, label := range map[string]string{
		"short":             `<meta charset="iso-8859-2">`,
		"long":              `<META http-equiv=Content-Type content="text/html; charset=ISO-8859-2">`,
		"after 6 KB":        late + `<meta charset=iso-8859-2>`,
		"unknown, then one": `<meta charset=klingon><meta charset=windows-1250>`,
	} {
		e := charmap.ISO8859_2
		if strings.Contains(label, "1250") {
			e = charmap.Windows1250
		}
		page := strings.ReplaceAll(strings.ReplaceAll(body, "„", `"`), "“", `"`)
		in := encode(t, e, "<html><head>"+label+"</head><body>"+page+"</body></html>")
		if a := readOne(t, "a.html", in); !strings.Contains(a.Text, `Město řeklo "ne" a žádá slyšení.`) {
			t.Errorf("%s: %q", name, a.Text)
		}
	}
	utf8 := "<html><head><meta charset=iso-8859-1></head><body>" + body + "</body></html>"
	if a := readOne(t, "a.html", utf8); !strings.Contains(a.Text, words) {
		t.Errorf("a wrong label on valid UTF-8: %q", a.Text)
	}
	wide := encode(t, japanese.ShiftJIS, `<html><meta charset=shift_jis><p>市長は「反対だ」と述べた。</p></html>`)
	if a := readOne(t, "a.html", wide); !strings.Contains(a.Text, "市長は「反対だ」と述べた。") {
		t.Errorf("got %q", a.Text)
	}
}

func TestTextInAnEncodingThatCannotBeToldIsRefused(t *testing.T) {
	in := encode(t, charmap.KOI8R, "Мэр сказал: нет. Больше никто ничего не сказал.")
	_, problems := readAll("a.txt", in)
	if len(problems) != 1 || !errors.Is(problems[0], source.ErrUndecodable) {
		t.Fatalf("errors %v", problems)
	}
	checkError(t, problems[0])
}
