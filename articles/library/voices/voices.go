// Package voices keeps who is heard in the articles of a library, and what was decided about who is who, in tables of
// the library's. It promises that what it gives of an article is what was written of it last, and that the decisions
// are those that were appended, each as it was written.
package voices

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"hearsay/analysis"
	"hearsay/articles/people"
)

// Querier is a database, or a transaction in one.
type Querier interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// Write keeps who is heard in an article, in place of what was known: what was found in its text, as it was corrected.
func Write(ctx context.Context, tx Querier, article int64, text string, d *analysis.Document) error {
	for _, table := range []string{"voice", "saying", "side", "spoken_of", "company", "unheard"} {
		if _, err := tx.ExecContext(ctx, "DELETE FROM "+table+" WHERE article = ?", article); err != nil {
			return err
		}
	}
	w := writer{ctx: ctx, tx: tx, article: article}
	w.forgetWords()
	all := people.Hear("", text, d)
	for i := range all {
		w.voice(&all[i])
	}
	if company := people.Company(text, d.Sentences); len(company) > 0 {
		w.exec("INSERT INTO company (article, names) VALUES (?, ?)", article, asJSON(company))
	}
	w.sayings(text, d)
	w.sides(d)
	w.spokenOf(d)
	w.words(text, all, d)
	return w.err
}

// mostNumbered is how many quotes, and how many speakers, of one article are found by their words.
const mostNumbered = 1 << 20

// numbered is the row of the words of an article's quote or speaker.
func (w *writer) numbered(n int) int64 { return w.article<<20 + int64(n) }

func (w *writer) forgetWords() {
	for _, table := range []string{"quote_words", "voice_words"} {
		w.exec("DELETE FROM "+table+" WHERE rowid BETWEEN ? AND ?", w.numbered(0), w.numbered(mostNumbered-1))
	}
}

// words writes the words of the quotes, and the names of those who are heard, for whoever searches.
func (w *writer) words(text string, all []people.Voice, d *analysis.Document) {
	for i := range all {
		names := append([]string{all[i].Name}, all[i].Names...)
		w.exec("INSERT OR REPLACE INTO voice_words (rowid, names) VALUES (?, ?)", w.numbered(all[i].Speaker),
			strings.Join(names, "\n"))
	}
	for i := range d.Quotes[:min(len(d.Quotes), mostNumbered)] {
		var parts []string
		for _, s := range d.Quotes[i].Content {
			parts = append(parts, text[s.Start:s.End])
		}
		w.exec("INSERT INTO quote_words (rowid, content) VALUES (?, ?)", w.numbered(i), strings.Join(parts, "\n"))
	}
}

// writer writes rows until one of them fails.
type writer struct {
	ctx     context.Context
	tx      Querier
	article int64
	err     error
}

func (w *writer) exec(statement string, args ...any) {
	if w.err == nil {
		_, w.err = w.tx.ExecContext(w.ctx, statement, args...)
	}
}

func (w *writer) voice(v *people.Voice) {
	first, last := people.Ends(v.Name)
	w.exec(`INSERT INTO voice (article, speaker, name, names, type, gender, at, description, first, last, quotes, words)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, w.article, v.Speaker, v.Name, asJSON(v.Names), int(v.Type),
		int(v.Gender), v.At, v.Description, first, last, v.Quotes, v.Words)
}

func (w *writer) sayings(text string, d *analysis.Document) {
	for i := range d.Quotes {
		q := &d.Quotes[i]
		by := q.Speakers
		if len(by) == 0 {
			by = []int{analysis.None}
		}
		whole := wholeOf(q.Content)
		for _, s := range by {
			w.exec(`INSERT OR IGNORE INTO saying (article, speaker, quote, kind, polarity, start, end, words, certainty)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, w.article, s, i, int(q.Kind), int(q.Polarity), whole.Start, whole.End,
				analysis.Words(text, q.Content), q.Certainty())
		}
	}
}

func wholeOf(spans []analysis.Span) analysis.Span {
	if len(spans) == 0 {
		return analysis.Span{}
	}
	return analysis.Span{Start: spans[0].Start, End: spans[len(spans)-1].End}
}

func (w *writer) sides(d *analysis.Document) {
	for i, p := range d.Positions {
		at := wholeOf(p.Statement)
		w.exec(`INSERT INTO side (article, speaker, position, stance, topic, start, end) VALUES (?, ?, ?, ?, ?, ?, ?)`,
			w.article, p.Speaker, i, int(p.Stance), p.Topic, at.Start, at.End)
	}
}

// spokenOf writes which quotes mention whom.
func (w *writer) spokenOf(d *analysis.Document) {
	in := contents(d)
	for s := range d.Speakers {
		for _, m := range d.Speakers[s].Mentions {
			for _, q := range in.around(m) {
				for _, by := range d.Quotes[q].Speakers {
					if by != s {
						w.exec("INSERT OR IGNORE INTO spoken_of (article, speaker, by, quote) VALUES (?, ?, ?, ?)", w.article, s,
							by, q)
					}
				}
			}
		}
	}
}

// said is a stretch of the text that is part of a quote's content.
type said struct {
	analysis.Span
	quote int
}

// stretches are in the order in which they begin.
type stretches []said

func contents(d *analysis.Document) (all stretches) {
	for i := range d.Quotes {
		for _, c := range d.Quotes[i].Content {
			all = append(all, said{c, i})
		}
	}
	slices.SortFunc(all, func(a, b said) int { return a.Start - b.Start })
	return all
}

// deepest is how many contents may begin before a mention within the one that holds it: quotes within quotes are few.
const deepest = 8

// around are the quotes whose content holds a mention.
func (s stretches) around(m analysis.Span) (quotes []int) {
	after, _ := slices.BinarySearchFunc(s, m.Start+1, func(a said, at int) int { return a.Start - at })
	for i := after - 1; i >= max(0, after-deepest); i-- {
		if s[i].Covers(m) {
			quotes = append(quotes, s[i].quote)
		}
	}
	return quotes
}

func asJSON(words []string) string {
	if words == nil {
		words = []string{}
	}
	data, err := json.Marshal(words)
	if err != nil {
		panic(err) // words can be written
	}
	return string(data)
}

// Unheard are the keys of the articles of which it has to be found out anew who is heard.
func Unheard(ctx context.Context, db Querier) (keys []string, err error) {
	rows, err := db.QueryContext(ctx, "SELECT key FROM unheard JOIN article ON number = article ORDER BY number")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var key string
		if err := rows.Scan(&key); err != nil {
			return nil, err
		}
		keys = append(keys, key)
	}
	return keys, rows.Err()
}

const columns = `SELECT a.number, hex(a.sum), a.outlet, a.date, a.added, v.speaker, v.name, v.names, v.type, v.gender, v.at,
	v.description, v.quotes, v.words, coalesce(c.names, '[]')
	FROM voice AS v JOIN article AS a ON a.number = v.article LEFT JOIN company AS c ON c.article = v.article`

// All are the voices of all articles.
func All(ctx context.Context, db Querier) ([]people.Voice, error) { return read(ctx, db, columns) }

// Called are the voices whose names begin or end in one of some words.
func Called(ctx context.Context, db Querier, words []string) ([]people.Voice, error) {
	in := asJSON(words)
	return read(ctx, db, columns+` WHERE v.last IN (SELECT value FROM json_each(?1))
		OR v.first IN (SELECT value FROM json_each(?1))`, in)
}

func read(ctx context.Context, db Querier, query string, args ...any) ([]people.Voice, error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []people.Voice
	company := map[int64][]string{}
	for rows.Next() {
		v, names, beside, err := voice(rows)
		if err == nil {
			err = json.Unmarshal([]byte(names), &v.Names)
		}
		if err != nil {
			return nil, err
		}
		if _, ok := company[v.Order]; !ok {
			var all []string
			if err := json.Unmarshal([]byte(beside), &all); err != nil {
				return nil, err
			}
			company[v.Order] = all
		}
		v.Company = company[v.Order]
		out = append(out, v)
	}
	return out, rows.Err()
}

func voice(rows *sql.Rows) (v people.Voice, names, company string, err error) {
	var kind, gender int
	var sum, day string
	var added int64
	err = rows.Scan(&v.Order, &sum, &v.Outlet, &day, &added, &v.Speaker, &v.Name, &names, &kind, &gender, &v.At,
		&v.Description, &v.Quotes, &v.Words, &company)
	v.Article, v.Type, v.Gender = strings.ToLower(sum), analysis.SpeakerType(kind), analysis.Gender(gender)
	v.Date = When(day, added)
	return v, names, company, err
}

// When is when an article came out or, where that is not known, when it was added.
func When(day string, added int64) time.Time {
	if t, err := time.Parse(time.RFC3339Nano, day); err == nil {
		return t
	}
	return time.UnixMicro(added).UTC()
}

// Renown tells in how many articles a name stands.
func Renown(ctx context.Context, db Querier) (people.Renown, error) {
	r := people.Renown{}
	if err := db.QueryRowContext(ctx, "SELECT count(*) FROM company").Scan(&r.Articles); err != nil {
		return r, err
	}
	known := map[string]int{}
	r.In = func(name string) int {
		n, ok := known[name]
		if !ok {
			// A name that cannot be counted tells nothing.
			if err := db.QueryRowContext(ctx, "SELECT articles FROM renown WHERE name = ?", name).Scan(&n); err != nil {
				n = r.Articles
			}
			known[name] = n
		}
		return n
	}
	return r, nil
}

// Decisions are what was decided about who is who, in the order in which it was. What is damaged is left out, and told.
func Decisions(ctx context.Context, db Querier) (all []people.Decision, damaged []string, err error) {
	rows, err := db.QueryContext(ctx, "SELECT number, sum, body FROM identity ORDER BY number")
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var number int64
		var sum []byte
		var body string
		if err := rows.Scan(&number, &sum, &body); err != nil {
			return nil, nil, err
		}
		var d people.Decision
		if string(sum) != string(sumOf(body)) || json.Unmarshal([]byte(body), &d) != nil || d.Check() != nil {
			damaged = append(damaged, fmt.Sprintf("decision %d on who is who is not as it was written", number))
			continue
		}
		all = append(all, d)
	}
	return all, damaged, rows.Err()
}

// Append adds decisions that are not there yet, and tells how many that were.
func Append(ctx context.Context, tx Querier, all ...people.Decision) (added int, err error) {
	for _, d := range all {
		if err := d.Check(); err != nil {
			return added, err
		}
		body, err := json.Marshal(d)
		if err != nil {
			return added, err
		}
		result, err := tx.ExecContext(ctx, "INSERT INTO identity (id, sum, body) VALUES (?, ?, ?) "+
			"ON CONFLICT (id) DO NOTHING", d.ID, sumOf(string(body)), string(body))
		if err != nil {
			return added, err
		}
		n, err := result.RowsAffected()
		if err != nil {
			return added, err
		}
		added += int(n)
	}
	return added, nil
}

// shortSum is how much of a SHA-256 tells a damaged row from a whole one.
const shortSum = 8

func sumOf(body string) []byte {
	sum := sha256.Sum256([]byte(body))
	return sum[:shortSum]
}

// KeyOf writes the sum of a text as the keys of people have it.
func KeyOf(sum []byte) string { return hex.EncodeToString(sum) }
