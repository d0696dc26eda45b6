package source_test

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"hearsay/articles/source"
)

// Text that says nothing of its encoding is read by what its letters would be, and where that is not the usual one it
// is told.
func TestAnEncodingIsGuessedAndTold(t *testing.T) {
	for _, c := range []struct {
		in   string
		e    encoding.Encoding
		told string
	}{
		{"“It’s a naïve plan,” said Zoë Müller at the café – “and a dear one.”", charmap.Macintosh, "Mac Roman"},
		{"The mayor said: “No.” It’s what she always says.", charmap.Macintosh, "Mac Roman"},
		{"„Nie” – powiedział burmistrz Łodzi. Rzeczniczka stwierdziła, że to błąd, którego miasto żałuje.",
			charmap.Windows1250,
			"windows-1250"},
		{"Starosta města řekl, že žádá o slyšení. „Nevím,“ dodal, „kdy přijde můj čas.“", charmap.Windows1250,
			"windows-1250"},
		{"市長は「反対だ」と述べた。", japanese.ISO2022JP, "ISO-2022-JP"},
		{"“It’s a naïve plan,” said Zoë Müller at the café – “and a dear one.” ÉTÉ", charmap.Windows1252, ""},
		{"«Déjà vu», dit-elle à l’hôtel. Où êtes-vous? Ça coûte 5 €, naïve œuvre.", charmap.Windows1252, ""},
		{"Señor Núñez dijo que no; el niño, José, también. ¿Qué más?", charmap.Windows1252, ""},
		{"Blåbærsyltetøy og rømmegrøt, sa Øystein på Ås.", charmap.Windows1252, ""},
		{"João não disse à imprensa: “não há razões”.", charmap.Windows1252, ""},
	} {
		got, notes, problems := readTold(source.Options{}, "a.txt", encode(t, c.e, c.in))
		if !strings.HasSuffix(got, "|"+c.in) || len(problems) > 0 || strings.Join(notes, "") != "" != (c.told != "") ||
			!strings.Contains(strings.Join(notes, ""), c.told) {
			t.Errorf("%s: got %s, notes %q, errors %v", c.in, got, notes, problems)
		}
	}
}

// Other alphabets in UTF-16 without a mark have few zeros, and are read all the same.
func TestOtherAlphabetsInUTF16(t *testing.T) {
	for _, text := range []string{"Мэр сказал: «нет». Больше никто ничего не сказал.", "市長は「反対だ」と述べた。 OK.",
		"Ο δήμαρχος είπε «όχι»."} {
		for _, e := range []encoding.Encoding{unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
			unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)} {
			if a := readOne(t, "a.txt", encode(t, e, text)); a.Text != text {
				t.Errorf("%q became %q", text, a.Text)
			}
			line := `{"id": "x", "text": "` + text + `"}`
			if a := readOne(t, "a.jsonl", encode(t, e, line)); a.Text != text {
				t.Errorf("a line: %q became %q", text, a.Text)
			}
		}
	}
}

// wrongly decodes UTF-8 as many a program did.
func wrongly(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		r := charmap.Windows1252.DecodeByte(c)
		if r == '\uFFFD' {
			r = rune(c)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// What was decoded wrongly before is mended in markup; text that must stay as it is stays so, and it is told.
func TestMojibakeIsMendedOrTold(t *testing.T) {
	const right = "“It’s naïve,” said Zoë. “Łódź, too.”"
	wrong := wrongly(right)
	page := "<html><title>T</title><body><p>" + wrong + " " + sentence + "</p></body></html>"
	got, notes, _ := readTold(source.Options{}, "a.html", page)
	if !strings.Contains(got, right) || !strings.Contains(strings.Join(notes, ""), "mended") {
		t.Errorf("a page: %s, notes %q", got, notes)
	}
	for name, in := range map[string]string{"a.txt": wrong, "a.jsonl": `{"text": "` + wrong + `"}`, "a.csv": "title,text\nT,\"" +
		wrong + "\"\n"} {
		got, notes, _ := readTold(source.Options{}, name, in)
		if !strings.HasSuffix(got, wrong) || !strings.Contains(strings.Join(notes, ""), "decoded wrongly") {
			t.Errorf("%s: %s, notes %q", name, got, notes)
		}
	}
	for _, in := range []string{right, "Â is a letter, Ã another, said Ada; so is â.", "Ålesund, Ärger, Ðorvaldur",
		"He typed “Ã©” where é was meant, said Zoë – naïvely. “So it’s wrong.”"} {
		if _, notes, _ := readTold(source.Options{}, "a.txt", in); len(notes) > 0 {
			t.Errorf("%s: notes %q", in, notes)
		}
	}
}

// The last byte of ” is none of windows-1252: many programs lost it, and the rest tells what it was.
func TestAQuotationMarkThatLostItsLastByteIsKnown(t *testing.T) {
	const lost = "â€œThe gates leak,â€\ufffd said Ada Penn, who keeps the lock at Drennick. Itâ€™s old."
	a := readOne(t, "a.html", "<meta charset=utf-8><article><h1>Gates</h1><p>"+lost+"</p><p>"+sentence+"</p></article>")
	if !strings.Contains(a.Text, "“The gates leak,” said Ada Penn, who keeps the lock at Drennick. It’s old.") {
		t.Errorf("%q", a.Text)
	}
	_, notes, _ := readTold(source.Options{}, "a.txt", lost)
	if !strings.Contains(strings.Join(notes, " "), "decoded wrongly") {
		t.Errorf("notes %q", notes)
	}
}
