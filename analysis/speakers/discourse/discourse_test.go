package discourse_test

import (
	"slices"
	"testing"

	"hearsay/analysis/annotated"
	"hearsay/analysis/annotated/annotatedtest"
	"hearsay/analysis/speakers/discourse"
)

func discourseOf(t *testing.T, s string) (*discourse.Discourse, *annotated.Text) {
	t.Helper()
	of := annotatedtest.ReadWithoutStates(t, s)
	return discourse.New(of), of
}

func TestMentionsMakeEntitiesSalient(t *testing.T) {
	d, _ := discourseOf(t, "Bell's aide met Dorn. “He is late,” Bell said.")
	bell := d.Mention(0, 1)
	if !bell.Possessive || bell.Quoted || bell.Sentence != 0 {
		t.Errorf("a possessor is %+v", bell)
	}
	bell.Entities = []int{3}
	first := d.Add(bell)
	he := d.Mention(7, 8)
	if !he.Quoted || he.Sentence != 1 {
		t.Errorf("a pronoun in quotation marks is %+v", he)
	}
	he.Entities = []int{3, 1}
	both := d.Add(he)
	d.AddJoint(he)
	for e, want := range map[int][2]int{0: {0, -1}, 1: {1, 7}, 3: {2, 7}, 9: {0, -1}} {
		if d.Count(e) != want[0] || d.Last(e) != want[1] {
			t.Errorf("entity %d: %d mentions, the last at %d, want %v", e, d.Count(e), d.Last(e), want)
		}
	}
	if k, ok := d.EndingAt(0); !ok || k != first {
		t.Errorf("the mention that ends at the first token is %d, %v", k, ok)
	}
	if k, ok := d.EndingAt(7); !ok || k != both {
		t.Errorf("what is put together of others takes their place: %d, %v", k, ok)
	}
}

func TestBackLooksAtNoMoreThanItIsTold(t *testing.T) {
	d, _ := discourseOf(t, "One two three four five six seven.")
	for i := range 5 {
		d.Add(d.Mention(i, i+1))
	}
	seen := func(k, most int) (out []int) {
		for k, m := range d.BackFrom(k, most) {
			if m.From != k {
				t.Errorf("mention %d begins at %d", k, m.From)
			}
			out = append(out, k)
		}
		return out
	}
	for _, c := range []struct {
		from, most int
		want       []int
	}{{4, 2, []int{4, 3}}, {4, 9, []int{4, 3, 2, 1, 0}}, {1, 2, []int{1, 0}}, {-1, 3, nil}, {4, 0, nil}} {
		if got := seen(c.from, c.most); !slices.Equal(got, c.want) {
			t.Errorf("%d back from %d: %v, want %v", c.most, c.from, got, c.want)
		}
	}
}

func TestWhoSpokeLast(t *testing.T) {
	d, _ := discourseOf(t, "Bell spoke.")
	if d.Source() != -1 || len(d.Speakers()) != 0 {
		t.Error("somebody spoke before anything was read")
	}
	m := d.Mention(0, 1)
	m.Entities = []int{2}
	d.Speak(d.Add(m))
	if d.Source() != 0 || !slices.Equal(d.Speakers(), []int{2}) {
		t.Errorf("%v spoke last", d.Speakers())
	}
}

func TestListsOfEntities(t *testing.T) {
	for _, c := range []struct {
		a, b        []int
		share, same bool
		union       []int
	}{
		{[]int{1, 2}, []int{2, 1}, true, true, []int{1, 2}},
		{[]int{1, 2}, []int{2, 3}, true, false, []int{1, 2, 3}},
		{[]int{1}, []int{2}, false, false, []int{1, 2}},
		{nil, []int{2}, false, false, []int{2}},
		{nil, nil, false, true, nil},
	} {
		if discourse.Share(c.a, c.b) != c.share || discourse.Same(c.a, c.b) != c.same ||
			!slices.Equal(discourse.Union(slices.Clone(c.a), c.b), c.union) {
			t.Errorf("%v and %v", c.a, c.b)
		}
	}
}
