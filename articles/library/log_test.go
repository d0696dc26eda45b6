package library

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"time"
)

// What reviewers decide stands in the order in which they decided it, each in a log of their own.
func TestTheLog(t *testing.T) {
	now := time.Date(2026, 11, 25, 10, 0, 0, 123456789, time.UTC)
	path := newPath(t)
	l := open(t, path, Options{Make: true, Now: func() time.Time { return now }})
	key, other := add(t, l, story(), nil), add(t, l, plain("rain", "It rained."), nil)
	first := note(t, l, key, "ida", `{"quote": 1}`)
	note(t, l, key, "ben", "no")
	note(t, l, other, "ida", "elsewhere")
	second := note(t, l, key, "ida", "a\x00\xff\nb")
	empty := note(t, l, key, "ida", "")
	l.Close()
	l = open(t, path, Options{})
	log, err := l.Log(ctx, key, "ida")
	if want := []Entry{first, second, empty}; err != nil || !reflect.DeepEqual(log, want) {
		t.Errorf("%v: %+v\nwant %+v", err, log, want)
	}
	if first.Number >= second.Number || first.Article != key || first.Reviewer != "ida" ||
		!first.Time.Equal(now.Truncate(time.Microsecond)) {
		t.Errorf("entry %+v", first)
	}
	if who, err := l.Reviewers(ctx, key); err != nil || strings.Join(who, " ") != "ben ida" {
		t.Errorf("%v: %q", err, who)
	}
	if log, err := l.Log(ctx, key, "eve"); err != nil || len(log) != 0 {
		t.Errorf("%v: %+v", err, log)
	}
	_, err = l.Append(ctx, "0000000", "ida", nil)
	is(t, err, ErrNoArticle)
	_, err = l.Append(ctx, key, "", []byte("x"))
	is(t, err, ErrNoReviewer)
}

// No way leads to an entry's being changed, replaced or deleted before its article is.
func TestEntriesStay(t *testing.T) {
	l := newLibrary(t)
	key := add(t, l, story(), nil)
	e := note(t, l, key, "ida", "right")
	for _, forbidden := range []string{
		"UPDATE entry SET body = x'00'",
		"UPDATE entry SET reviewer = 'ben' WHERE number = 1",
		"DELETE FROM entry",
		"INSERT OR REPLACE INTO entry SELECT * FROM entry",
		"REPLACE INTO entry (number, article, reviewer, time, sum, body) SELECT number, article, 'ben', time, sum, body " +
			"FROM entry",
		"INSERT INTO entry SELECT * FROM entry WHERE true ON CONFLICT (number) DO UPDATE SET body = x'00'",
	} {
		if _, err := l.db.Exec(forbidden); err == nil || !strings.Contains(err.Error(), "an entry of the log is never") {
			t.Errorf("%s: %v", forbidden, err)
		}
	}
	if log, err := l.Log(ctx, key, "ida"); err != nil || len(log) != 1 || !bytes.Equal(log[0].Body, e.Body) {
		t.Errorf("%v: %+v", err, log)
	}
}

// An entry that the disk has spoilt is told of; the others are there.
func TestADamagedEntry(t *testing.T) {
	l := newLibrary(t)
	key := add(t, l, story(), nil)
	for _, body := range []string{"one", "two", "three"} {
		note(t, l, key, "ida", body)
	}
	for _, s := range []string{"DROP TRIGGER entry_stays_as_it_is", "UPDATE entry SET body = 'twe' WHERE number = 2"} {
		if _, err := l.db.Exec(strings.ReplaceAll(s, "'twe'", "x'747765'")); err != nil {
			t.Fatal(err)
		}
	}
	log, err := l.Log(ctx, key, "ida")
	is(t, err, ErrDamaged, key, "2")
	if len(log) != 2 || string(log[1].Body) != "three" {
		t.Errorf("%+v", log)
	}
	if f, err := l.Check(ctx); err != nil || len(f.Faults) != 1 || !strings.Contains(f.Faults[0], "entry 2") ||
		f.Entries != 3 {
		t.Errorf("%v: %+v", err, f)
	}
}
