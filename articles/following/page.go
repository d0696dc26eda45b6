package following

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"hearsay/analysis"
	"hearsay/articles/library"
	"hearsay/articles/library/voices"
	"hearsay/articles/people"
)

// Place is where something stands: an article of the library and a range of its text.
type Place struct {
	Key      string    `json:"key"`
	Headline string    `json:"headline"`
	Outlet   string    `json:"outlet"`
	When     time.Time `json:"when"`
	// Dated is set where that is the article's own date, and not when it was added.
	Dated bool `json:"dated"`
	Start int  `json:"-"` // bytes
	End   int  `json:"-"`
	// Text is what stands there, in one line.
	Text string `json:"text"`
	// number and speaker are the library's.
	number  int64
	speaker int
}

// Line is a quote.
type Line struct {
	Place
	Quote     int
	Kind      analysis.Kind
	Polarity  analysis.Polarity
	Words     int
	Certainty float64
	// Voice is the index of its speaker among the voices of the register; -1 where that is somebody else.
	Voice int
}

// Side is a position.
type Side struct {
	Place
	Stance analysis.Stance
	// Changed is set where the one before it on the topic took the other side, and the dates of both are known.
	Changed bool
}

// Topic is what a person takes positions on, in the order of time.
type Topic struct {
	Name  string
	Sides []Side
	// Changes counts the changes of side, and Both is set where there is one of which the time is not known.
	Changes int
	Both    bool
}

// Mention is somebody who speaks of the person.
type Mention struct {
	Name  string
	Lines []Line
}

// Page is what the library tells of a person.
type Page struct {
	Person       people.Person
	Names        []people.Count
	Descriptions []people.Count
	Outlets      []people.Count
	// Kinds count the quotes of what was said, by kind; Denied and Refused those of what was not.
	Kinds           map[analysis.Kind]int
	Denied, Refused int
	Articles        int
	// Lines are all quotes in the order of time, the first first.
	Lines  []Line
	Topics []Topic
	By     []Mention
	// Questions are those about this person, as indexes into the register's.
	Questions []int
}

// Page gathers what the library tells of a person.
func (f *Follower) Page(ctx context.Context, r *people.Register, person int) (*Page, error) {
	p := &Page{Person: r.People[person], Names: r.Spellings(person), Descriptions: r.Descriptions(person),
		Outlets: r.Outlets(person), Kinds: map[analysis.Kind]int{}}
	at, articles := map[[2]int64]int{}, map[int64]bool{}
	var in [][2]int64
	for _, i := range p.Person.Voices {
		v := &r.Voices[i]
		k := [2]int64{v.Order, int64(v.Speaker)}
		in = append(in, k)
		at[k] = i
		articles[v.Order] = true
	}
	p.Articles = len(articles)
	for i, q := range r.Questions {
		if q.A == person || q.B == person || slices.Contains(q.Others, person) {
			p.Questions = append(p.Questions, i)
		}
	}
	which, err := json.Marshal(in)
	if err != nil {
		return nil, err
	}
	err = library.Look(f.Library, func(db *sql.DB) (err error) {
		g := gathering{ctx: ctx, db: db, which: string(which)}
		if err = g.read(); err != nil {
			return err
		}
		if p.Lines, err = g.lines(saidBy, at); err != nil {
			return err
		}
		if p.Topics, err = g.topics(); err != nil {
			return err
		}
		p.By, err = g.spokenOf()
		return err
	})
	p.count()
	return p, err
}

func (p *Page) count() {
	for i := range p.Lines {
		switch l := &p.Lines[i]; l.Polarity {
		case analysis.Denied:
			p.Denied++
		case analysis.Refused:
			p.Refused++
		default:
			p.Kinds[l.Kind]++
		}
	}
}

// The queries take the person's voices as JSON: [[article, speaker], …].
const (
	theirs = ` FROM json_each(?) AS j`
	where  = `SELECT a.number, a.key, a.headline, a.outlet, a.date, a.added, a.text FROM article AS a
		WHERE a.number IN (SELECT value ->> 0` + theirs + `)`
	saidBy = `SELECT x.article, x.start, x.end, x.speaker, x.quote, x.kind, x.polarity, x.words, x.certainty, ''` +
		theirs + ` CROSS JOIN saying AS x ON x.article = j.value ->> 0 AND x.speaker = j.value ->> 1`
	saidOf = `SELECT x.article, x.start, x.end, x.speaker, x.quote, x.kind, x.polarity, x.words, x.certainty, v.name` +
		theirs + ` CROSS JOIN spoken_of AS o ON o.article = j.value ->> 0 AND o.speaker = j.value ->> 1
		JOIN saying AS x ON x.article = o.article AND x.speaker = o.by AND x.quote = o.quote
		JOIN voice AS v ON v.article = o.article AND v.speaker = o.by`
	takenBy = `SELECT x.article, x.start, x.end, x.stance, x.topic` + theirs + `
		CROSS JOIN side AS x ON x.article = j.value ->> 0 AND x.speaker = j.value ->> 1`
)

// gathering reads what is known of some voices.
type gathering struct {
	ctx   context.Context
	db    *sql.DB
	which string // the voices
	texts map[int64]*source
}

// source is an article with its text.
type source struct {
	Place
	text string
}

// read reads the articles.
func (g *gathering) read() error {
	g.texts = map[int64]*source{}
	rows, err := g.db.QueryContext(g.ctx, where, g.which)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var s source
		var day string
		var added int64
		if err := rows.Scan(&s.number, &s.Key, &s.Headline, &s.Outlet, &day, &added, &s.text); err != nil {
			return err
		}
		s.When, s.Dated = voices.When(day, added), day != ""
		g.texts[s.number] = &s
	}
	return rows.Err()
}

// scan reads a row: where something stands, and more.
func (g *gathering) scan(rows *sql.Rows, p *Place, more ...any) error {
	var article int64
	var start, end int
	if err := rows.Scan(append([]any{&article, &start, &end}, more...)...); err != nil {
		return err
	}
	s := g.texts[article]
	if s == nil { // it was removed meanwhile
		return nil
	}
	*p = s.Place
	p.Start = min(max(start, 0), len(s.text))
	p.End = min(max(end, p.Start), len(s.text))
	p.Text = inOneLine(strings.ToValidUTF8(s.text[p.Start:p.End], ""))
	return nil
}

// inOneLine puts words into one line with a space between. Most stand so already, and are not written anew.
func inOneLine(s string) string {
	if strings.ContainsAny(s, "\n\t\r") || strings.Contains(s, "  ") {
		return strings.Join(strings.Fields(s), " ")
	}
	return strings.TrimSpace(s)
}

func (g *gathering) lines(query string, at map[[2]int64]int) ([]Line, error) {
	named, err := g.named(query, at)
	out := make([]Line, len(named))
	for i := range named {
		out[i] = named[i].Line
	}
	return out, err
}

// namedLine is a quote with the name of who says it.
type namedLine struct {
	Line
	name string
}

func (g *gathering) named(query string, at map[[2]int64]int) (out []namedLine, err error) {
	rows, err := g.db.QueryContext(g.ctx, query, g.which)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var l namedLine
		var kind, polarity, speaker int
		if err := g.scan(rows, &l.Place, &speaker, &l.Quote, &kind, &polarity, &l.Words, &l.Certainty,
			&l.name); err != nil {
			return nil, err
		}
		l.speaker, l.Kind, l.Polarity, l.Voice = speaker, analysis.Kind(kind), analysis.Polarity(polarity), -1
		if v, ok := at[[2]int64{l.number, int64(speaker)}]; ok {
			l.Voice = v
		}
		out = append(out, l)
	}
	slices.SortFunc(out, func(a, b namedLine) int { return inTime(&a.Place, &b.Place) })
	return out, rows.Err()
}

// inTime is the order of time and, within an article, that of its text.
func inTime(a, b *Place) int {
	return cmp.Or(a.When.Compare(b.When), cmp.Compare(a.number, b.number), a.Start-b.Start, a.End-b.End)
}

func (g *gathering) spokenOf() (out []Mention, err error) {
	all, err := g.named(saidOf, nil)
	at := map[string]int{}
	for _, l := range all {
		i, ok := at[l.name]
		if !ok {
			i = len(out)
			at[l.name] = i
			out = append(out, Mention{Name: l.name})
		}
		out[i].Lines = append(out[i].Lines, l.Line)
	}
	slices.SortStableFunc(out, func(a, b Mention) int { return len(b.Lines) - len(a.Lines) })
	return out, err
}

func (g *gathering) topics() (out []Topic, err error) {
	rows, err := g.db.QueryContext(g.ctx, takenBy, g.which)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	at := map[string]int{}
	for rows.Next() {
		var s Side
		var stance int
		var topic string
		if err := g.scan(rows, &s.Place, &stance, &topic); err != nil {
			return nil, err
		}
		s.Stance = analysis.Stance(stance)
		k := people.Topic(topic, s.Key)
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, Topic{Name: topic})
		}
		out[i].Sides = append(out[i].Sides, s)
	}
	for i := range out {
		out[i].order()
	}
	slices.SortStableFunc(out, func(a, b Topic) int {
		return cmp.Or(b.Changes-a.Changes, len(b.Sides)-len(a.Sides), strings.Compare(a.Name, b.Name))
	})
	return out, rows.Err()
}

// order puts the positions into the order of time, and finds changes of side.
func (t *Topic) order() {
	slices.SortFunc(t.Sides, func(a, b Side) int { return inTime(&a.Place, &b.Place) })
	var last *Side
	for i := range t.Sides {
		s := &t.Sides[i]
		if s.Stance == analysis.Neutral {
			continue
		}
		if last != nil && s.Stance != last.Stance {
			t.Both = true
			if s.Changed = s.Dated && last.Dated; s.Changed {
				t.Changes++
			}
		}
		last = s
	}
}
