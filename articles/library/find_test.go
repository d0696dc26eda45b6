package library

import (
	"reflect"
	"strings"
	"testing"
)

// Each version of the engine has its say; the newest counts, in whatever order they come.
func TestAnalysesOfSeveralEngines(t *testing.T) {
	l := newLibrary(t)
	key := add(t, l, story(), findings("9"))
	if d, err := l.AnalysisBy(ctx, key, "10"); d != nil || err != nil {
		t.Errorf("%+v, %v", d, err)
	}
	for _, engine := range []string{"10", "2"} {
		if err := l.Keep(ctx, key, findings(engine)); err != nil {
			t.Fatal(err)
		}
	}
	better := findings("10")
	better.Quotes[0].Confidence = 0.875
	if err := l.Keep(ctx, key, better); err != nil {
		t.Fatal(err)
	}
	if d, err := l.Analysis(ctx, key); err != nil || !reflect.DeepEqual(d, better) {
		t.Errorf("%v: %+v", err, d)
	}
	if d, err := l.AnalysisBy(ctx, key, "2"); err != nil || d.Engine != "2" {
		t.Errorf("%v: %+v", err, d)
	}
	if all, err := l.Engines(ctx, key); err != nil || strings.Join(all, " ") != "10 9 2" {
		t.Errorf("%v: %q", err, all)
	}
	is(t, l.Keep(ctx, "0000000", findings("2")), ErrNoArticle, "0000000")
}

func TestNewerEngines(t *testing.T) {
	inOrder := []string{"", "1", "1.5", "2", "2.1", "2.9", "2.10", "2.10-beta", "10", "100", "a", "b1", "b02", "b10"}
	for i, a := range inOrder {
		for j, b := range inOrder {
			if got := CompareEngines(a, b); (got < 0) != (i < j) || (got > 0) != (i > j) {
				t.Errorf("%q and %q: %d", a, b, got)
			}
		}
	}
}

func TestFindingAnArticle(t *testing.T) {
	l := newLibrary(t)
	key := add(t, l, story(), nil)
	one := add(t, l, plain("same", "One text."), nil)
	two := add(t, l, plain("same", "Another text."), nil)
	whole := digits(textSum(words))
	for _, name := range []string{key, whole[:4], whole[:12], whole, strings.ToUpper(whole), "harbour"} {
		if got, err := l.Find(ctx, name); err != nil || got != key {
			t.Errorf("%q is %q, %v", name, got, err)
		}
	}
	for _, name := range []string{whole[:3], "", "harb", "zzzz", whole + "0", "'; DROP TABLE article; --"} {
		_, err := l.Find(ctx, name)
		is(t, err, ErrNoArticle, name)
	}
	_, err := l.Find(ctx, "same")
	is(t, err, ErrSeveral, "same", one, two)
	_, err = l.Article(ctx, "same")
	is(t, err, ErrNoArticle)
}

// A key stays what it is, also when another text's sum begins alike: the later article has the longer key.
func TestKeysThatBeginAlike(t *testing.T) {
	l := newLibrary(t)
	key := add(t, l, story(), nil)
	sum := textSum(words)
	sum[31]++
	if _, err := l.db.Exec("UPDATE article SET sum = ?", sum); err != nil { // as if that were another text
		t.Fatal(err)
	}
	second := add(t, l, story(), nil)
	if len(second) != shortestKey+1 || !strings.HasPrefix(second, key) {
		t.Fatalf("keys are %q and %q", key, second)
	}
	for _, k := range []string{key, second} {
		if got, err := l.Find(ctx, k); err != nil || got != k {
			t.Errorf("%q is %q, %v", k, got, err)
		}
	}
	_, err := l.Find(ctx, key[:5])
	is(t, err, ErrSeveral, key, second)
}
