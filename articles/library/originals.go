package library

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"time"
)

const originalsStep = `
-- The bytes that articles were read from, as they came: those of a file or of a page. They go with the last article
-- that was read from them.
CREATE TABLE original (
	number INTEGER PRIMARY KEY,
	sum    BLOB NOT NULL UNIQUE CHECK (length(sum) = 32), -- SHA-256 of the bytes
	name   TEXT NOT NULL,                                 -- of the file, or the address of the page
	came   INTEGER NOT NULL,                              -- microseconds since 1970
	size   INTEGER NOT NULL,                              -- how many bytes
	packed BLOB NOT NULL                                  -- by gzip
) STRICT;
CREATE TABLE read_from (
	article  INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
	original INTEGER NOT NULL REFERENCES original,
	place    TEXT NOT NULL                                -- where in it the article stands; empty where it is all of it
) STRICT;
CREATE INDEX read_from_original ON read_from (original);
CREATE TRIGGER original_goes AFTER DELETE ON read_from
WHEN NOT EXISTS (SELECT 1 FROM read_from WHERE original = OLD.original)
BEGIN DELETE FROM original WHERE number = OLD.original; END;

-- Articles of one address are versions of each other.
CREATE INDEX article_address ON article (address) WHERE address <> '';
`

// Original is what an article was read from, as it came: a file, or a page of the web.
type Original struct {
	// Name is the file's, without its folder, or the address of the page.
	Name string
	// Place is where in it the article stands, as source.Reader tells it; empty where the article is all there is.
	Place string
	// Came is when it was read, Size how many bytes it has, and Sum their SHA-256.
	Came time.Time
	Size int64
	Sum  [sha256.Size]byte

	packed []byte
}

// NewOriginal is an original of some bytes, which it packs.
func NewOriginal(name string, data []byte, came time.Time) *Original {
	b := &bytes.Buffer{}
	w := gzip.NewWriter(b)
	w.Write(data) // a buffer takes whatever comes
	w.Close()
	return &Original{Name: name, Came: came, Size: int64(len(data)), Sum: sha256.Sum256(data), packed: b.Bytes()}
}

// Bytes are what it consists of, or an error where that is not what was kept.
func (o *Original) Bytes() ([]byte, error) {
	data, err := o.unpacked()
	if err == nil && sha256.Sum256(data) != o.Sum {
		err = errors.New("its original is not as it was kept")
	}
	if err != nil {
		return nil, &Error{Name: o.Name, Err: fmt.Errorf("%w: %w", ErrDamaged, err), Hint: whatToDo[ErrDamaged]}
	}
	return data, nil
}

// unpacked never is more than one byte beyond the size, whatever the packed bytes promise.
func (o *Original) unpacked() ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(o.packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(r, o.Size+1))
}

// KeepOriginal keeps what an article was read from, where nothing is kept of it yet: what came first is what it was
// read from. It is for the note of AddWith.
func KeepOriginal(ctx context.Context, tx *sql.Tx, article int64, o *Original) error {
	var kept bool
	err := tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM read_from WHERE article = ?)", article).Scan(&kept)
	if err != nil || kept {
		return err
	}
	var number int64
	err = tx.QueryRowContext(ctx, "SELECT number FROM original WHERE sum = ?", o.Sum[:]).Scan(&number)
	if errors.Is(err, sql.ErrNoRows) {
		err = tx.QueryRowContext(ctx, "INSERT INTO original (sum, name, came, size, packed) VALUES (?, ?, ?, ?, ?) "+
			"RETURNING number", o.Sum[:], o.Name, microseconds(o.Came), o.Size, o.packed).Scan(&number)
	}
	if err == nil {
		_, err = tx.ExecContext(ctx, "INSERT INTO read_from (article, original, place) VALUES (?, ?, ?)", article, number,
			o.Place)
	}
	return err
}

// OriginalOf is what an article was read from; ErrNoOriginal where that was not kept.
func OriginalOf(ctx context.Context, l *Library, key string) (*Original, error) {
	if known, err := column(ctx, l, "SELECT key FROM article WHERE key = ?", key); err != nil || len(known) == 0 {
		return nil, errors.Join(fault(l.path, err), noArticle(key))
	}
	var o *Original
	rows, err := l.db.QueryContext(ctx, `SELECT place, name, came, size, original.sum, packed FROM read_from
		JOIN original ON original.number = original JOIN article ON article.number = article WHERE key = ?`, key)
	if err != nil {
		return nil, fault(l.path, err)
	}
	defer rows.Close()
	for rows.Next() {
		if o, err = scanOriginal(rows); err != nil {
			return nil, l.damaged(key, err.Error())
		}
	}
	if err := rows.Err(); err != nil {
		return nil, fault(l.path, err)
	}
	if o == nil {
		return nil, &Error{Name: key, Err: ErrNoOriginal, Hint: "hearsay add FILE keeps it of what it was read from"}
	}
	return o, nil
}

func scanOriginal(rows *sql.Rows) (*Original, error) {
	o, sum, came := &Original{}, []byte(nil), int64(0)
	if err := rows.Scan(&o.Place, &o.Name, &came, &o.Size, &sum, &o.packed); err != nil {
		return nil, err
	}
	if len(sum) != len(o.Sum) || o.Size < 0 {
		return nil, errors.New("its original is not as it was kept")
	}
	o.Came = moment(came)
	copy(o.Sum[:], sum)
	return o, nil
}

// Version is one of the articles that came of one address.
type Version struct {
	Key, Headline string
	Added         time.Time
	// Length is how many bytes its text has.
	Length int
	// Entries is the length of the logs of all reviewers.
	Entries int
	// Current is set of the one that stands for all: the longest, and of several the last. A page that comes back
	// shorter, as behind a wall, takes no other's place.
	Current bool
}

// Versions are the articles that came of the same address as an article, in the order in which they came, itself among
// them. Articles that were read from one original are no versions of each other.
func Versions(ctx context.Context, l *Library, key string) (all []Version, err error) {
	rows, err := l.db.QueryContext(ctx, `SELECT b.key, b.headline, b.added, octet_length(b.text),
		(SELECT count(*) FROM entry WHERE entry.article = b.number)
		FROM article AS a JOIN article AS b ON b.number = a.number OR b.address = a.address AND b.address <> ''
		WHERE a.key = ? AND (b.number = a.number OR NOT EXISTS (SELECT 1 FROM read_from AS x JOIN read_from AS y
			ON y.original = x.original WHERE x.article = a.number AND y.article = b.number))
		ORDER BY b.number`, key)
	if err != nil {
		return nil, fault(l.path, err)
	}
	defer rows.Close()
	current := 0
	for rows.Next() {
		var v Version
		var added int64
		if err := rows.Scan(&v.Key, &v.Headline, &added, &v.Length, &v.Entries); err != nil {
			return nil, fault(l.path, err)
		}
		v.Added = moment(added)
		if all = append(all, v); v.Length >= all[current].Length {
			current = len(all) - 1
		}
	}
	if err := rows.Err(); err != nil {
		return nil, fault(l.path, err)
	}
	if len(all) == 0 {
		return nil, noArticle(key)
	}
	all[current].Current = true
	return all, nil
}

// keepsOriginals reports whether a library is of a version that keeps originals.
func keepsOriginals(ctx context.Context, l *Library) bool {
	kept, err := column(ctx, l, "SELECT name FROM sqlite_schema WHERE name = 'read_from'")
	return err == nil && len(kept) > 0
}

// checkOriginals looks whether all originals are as they were kept.
func checkOriginals(ctx context.Context, l *Library, f *Findings) error {
	if !keepsOriginals(ctx, l) {
		return nil
	}
	rows, err := l.db.QueryContext(ctx, `SELECT '', name, came, size, sum, packed FROM original ORDER BY number`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		o, err := scanOriginal(rows)
		if err == nil {
			_, err = o.Bytes()
		}
		if own := new(Error); errors.As(err, &own) {
			err = fmt.Errorf("the original %s: %w", o.Name, own.Err)
		}
		if err != nil {
			f.add("%v", err)
		}
	}
	return rows.Err()
}

// origin is of which original an article was read, by the key of the one and the number of the other, and where in it.
type origin struct {
	key, place string
	original   int64
}

func origins(ctx context.Context, l *Library) (all []origin, err error) {
	rows, err := l.db.QueryContext(ctx,
		"SELECT key, place, original FROM read_from JOIN article ON number = article ORDER BY original, number")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var o origin
		if err := rows.Scan(&o.key, &o.place, &o.original); err != nil {
			return all, err
		}
		all = append(all, o)
	}
	return all, rows.Err()
}

// takeOriginals takes from another library what articles that are here too were read from, where that is not kept here.
// What is damaged is left out and told of.
func takeOriginals(ctx context.Context, l, from *Library, done *Merged) error {
	if !keepsOriginals(ctx, from) {
		return nil
	}
	all, err := origins(ctx, from)
	if err != nil {
		done.Faults = append(done.Faults, "the originals cannot be read ("+detail(err)+")")
	}
	var last Original // of a file with many articles all come one after the other
	var of int64
	for _, a := range all {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		number, err := lacksOriginal(ctx, l, from, a.key)
		if err != nil {
			return err
		}
		if number == 0 {
			continue
		}
		if of != a.original {
			o, err := OriginalOf(ctx, from, a.key)
			if err == nil {
				_, err = o.Bytes()
			}
			if own := new(Error); errors.As(err, &own) {
				err = own.Err
			}
			if err != nil {
				done.Faults = append(done.Faults, fmt.Sprintf("%s: %v", a.key, err))
				continue
			}
			last, of = *o, a.original
		}
		last.Place = a.place
		if err := l.transact(ctx, func(tx *sql.Tx) error { return KeepOriginal(ctx, tx, number, &last) }); err != nil {
			return err
		}
	}
	return nil
}

// lacksOriginal is the number of the article of a library that is the same as one of another and whose original is not
// kept; 0 where there is none.
func lacksOriginal(ctx context.Context, l, from *Library, key string) (number int64, err error) {
	var sum []byte
	err = from.db.QueryRowContext(ctx, "SELECT sum FROM article WHERE key = ?", key).Scan(&sum)
	if err == nil {
		err = l.db.QueryRowContext(ctx, `SELECT number FROM article WHERE sum = ?
			AND NOT EXISTS (SELECT 1 FROM read_from WHERE article = number)`, sum).Scan(&number)
	}
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return number, fault(l.path, err)
}
