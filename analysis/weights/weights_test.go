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
