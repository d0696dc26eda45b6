package main

import (
	"strings"
	"testing"
)

// What is made up is whole sentences, and the words that a side is taken on are some of theirs.
func TestMadeUpSidesStandInTheirArticles(t *testing.T) {
	g, err := readSideGrammar(madeSides)
	if err != nil {
		t.Fatal(err)
	}
	all := g.articles()
	again, _ := readSideGrammar(madeSides)
	for i, a := range again.articles() {
		if a.text != all[i].text {
			t.Fatalf("article %d is another the second time", i)
		}
	}
	sides := 0
	for _, a := range all {
		if strings.ContainsAny(a.text, "{}[]+") || strings.Contains(a.text, ",.") {
			t.Fatalf("a mark was left in %q", a.text)
		}
		for _, s := range a.sides {
			if len(s.target) != 1 || s.target[0].Empty() || s.target[0].End > len(a.text) {
				t.Fatalf("a side without words in %q", a.text)
			}
			sides++
		}
	}
	if sides < len(all) {
		t.Errorf("%d sides in %d articles", sides, len(all))
	}
}

func TestMarksOfMadeUpSidesTellTheSide(t *testing.T) {
	g, err := readSideGrammar("[who]\nMayor Bell, who won,\n[thing]\nthe ferry\n[sentences]\n" +
		"“-[{Thing}] must go; +[it] may stay,” said {who}\n")
	if err != nil {
		t.Fatal(err)
	}
	var a sidedArticle
	g.add(&a, g.one("sentences"))
	if want := "“The ferry must go; it may stay,” said Mayor Bell, who won."; a.text != want {
		t.Errorf("%q, want %q", a.text, want)
	}
	if len(a.sides) != 2 || !a.sides[0].opposed || a.sides[0].target[0].Of(a.text) != "The ferry" ||
		a.sides[1].opposed || a.sides[1].target[0].Of(a.text) != "it" {
		t.Errorf("%+v", a.sides)
	}
	if _, err := readSideGrammar("[sentences]\n{who} wins.\n"); err == nil {
		t.Error("a list that is not there is asked for, and nobody says so")
	}
}
