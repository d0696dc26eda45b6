package source_test

import (
	"errors"
	"strings"
	"testing"

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
		"UTF-8":                           {news, news},
		"UTF-8 with a mark":               {"\ufeff" + news, news},
		"UTF-16, little end first":        {encode(t, little, news), news},
		"UTF-16, big end first":           {encode(t, big, news), news},
		"UTF-16, no mark":                 {encode(t, bare, news), news},
		"UTF-16, no mark, big":            {encode(t, bareBig, news), news},
		"windows-1252":                    {encode(t, charmap.Windows1252, news), news},
		"UTF-8 cut in a character":        {news + strings.Repeat(" é", 9) + "\xc3", news + strings.Repeat(" é", 9) + "\ufffd"},
		"ASCII, then UTF-8, far below":    {strings.Repeat("Plain words. ", 9000) + "“Marks.”", strings.Repeat("Plain words. ", 9000) + "“Marks.”"},
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
