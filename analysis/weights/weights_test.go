package weights

import (
	"strings"
	"testing"
)

var form = Form{Magic: "test", Version: 3, Sum: 8, From: 12, Of: "tests", Made: "go test"}

func sealed() string {
	file := make([]byte, 40000)
	for i := range file {
		file[i] = byte(i * 7)
	}
	form.Seal(file)
	return string(file)
}

func TestAChangedFileIsToldOf(t *testing.T) {
	good := sealed()
	if err := form.Check(good); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, file, want string }{
		{"nothing", "", "the weights for tests are damaged: build the program again"},
		{"a header cut short", good[:10], "damaged"},
		{"another kind of file", "TEST" + good[4:], "damaged"},
		{"another version", "test\x02" + good[5:], "version 2, not 3: run go test"},
		{"the first byte that counts", good[:12] + "!" + good[13:], "damaged"},
		{"one in the middle", good[:20000] + "!" + good[20001:], "damaged"},
		{"the last", good[:len(good)-1] + "!", "damaged"},
		{"one cut off", good[:len(good)-1], "damaged"},
	} {
		if err := form.Check(c.file); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// What no byte of the checksum is of may be written later.
func TestWhatStandsBeforeTheSumIsFree(t *testing.T) {
	good := sealed()
	if err := form.Check(good[:5] + "abc" + good[8:]); err != nil {
		t.Error(err)
	}
}

// Weights that were learnt with a template more, or with the same ones in another order, are of no use.
func TestWeightsOfOtherTemplatesAreToldOf(t *testing.T) {
	of := func(templates Templates) string {
		f := form
		f.Templates = templates
		file := make([]byte, 12+100+TemplatesSize)
		f.Seal(file)
		return string(file)
	}
	want := form
	want.Templates = Templates{Count: 23, Sum: 4711}
	if err := want.Check(of(want.Templates)); err != nil {
		t.Error(err)
	}
	for file, says := range map[string]string{
		of(Templates{Count: 22, Sum: 4711}): "the weights for tests are for 22 feature templates, not 23: run go test",
		of(Templates{Count: 23,
			Sum: 4712}): "the weights for tests are for feature templates of other names or in another order, not the " +
			"program's: run go test",
		of(want.Templates)[:15]: "damaged",
	} {
		if err := want.Check(file); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%v, not %q", err, says)
		}
	}
}

func FuzzCheck(f *testing.F) {
	f.Add(sealed())
	f.Add("test\x03")
	f.Fuzz(func(t *testing.T, file string) {
		if err := form.Check(file); err == nil {
			again := []byte(file)
			form.Seal(again)
			if string(again) != file {
				t.Errorf("%q is well, but sealed anew it is %q", file, again)
			}
		}
	})
}

func TestWhatWasPackedComesOutAsItWas(t *testing.T) {
	good := sealed()
	packed := Pack([]byte(good))
	if file, err := form.Unpack(string(packed)); err != nil || file != good {
		t.Errorf("%d bytes of %d, %v", len(file), len(good), err)
	}
	flipped := []byte(packed)
	flipped[len(flipped)/2] ^= 1
	for what, file := range map[string]string{"nothing": "", "a part": string(packed[:len(packed)-1]),
		"what is not packed": good, "a changed bit": string(flipped)} {
		if file, err := form.Unpack(file); err == nil && form.Check(file) == nil {
			t.Errorf("%s was taken", what)
		}
	}
}

// Files of any length come back, whatever of them is zero; the form of what is packed need not be that of weights.
func FuzzPack(f *testing.F) {
	f.Add([]byte(nil))
	f.Add(make([]byte, wordSize))
	f.Add([]byte(strings.Repeat("\x00\x01", wordSize) + "\x00"))
	f.Fuzz(func(t *testing.T, file []byte) {
		if got, err := form.Unpack(string(Pack(file))); err != nil || got != string(file) {
			t.Fatalf("%q became %q, %v", file, got, err)
		}
		if got, err := form.Unpack(string(file)); err == nil && len(got) > len(file)*wordSize/maskSize {
			t.Fatalf("%d bytes became %d", len(file), len(got))
		}
	})
}
