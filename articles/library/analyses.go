package library

import (
	"context"
	"database/sql"
	"errors"

	"hearsay/analysis"
	"hearsay/articles/library/document"
	"hearsay/articles/library/voices"
)

// Keep keeps what an engine found in an article, in place of what an engine of the same version may have found before.
func (l *Library) Keep(ctx context.Context, key string, d *analysis.Document) error {
	return l.transact(ctx, func(tx *sql.Tx) error {
		var number int64
		err := tx.QueryRowContext(ctx, "SELECT number FROM article WHERE key = ?", key).Scan(&number)
		if errors.Is(err, sql.ErrNoRows) {
			return noArticle(key)
		}
		if err != nil {
			return err
		}
		return l.insertAnalysis(ctx, tx, number, d)
	})
}

func (l *Library) insertAnalysis(ctx context.Context, tx *sql.Tx, article int64, d *analysis.Document) error {
	data, err := document.Encode(d)
	if err != nil {
		return &Error{Name: "the analysis", Err: err}
	}
	_, err = tx.ExecContext(ctx,
		`INSERT OR REPLACE INTO analysis (article, engine, made, language, quotes, speakers, sum, document)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		article, d.Engine, microseconds(l.options.Now()), d.Language, len(d.Quotes), len(d.Speakers), sumOf(data),
		string(data))
	if err != nil {
		return err
	}
	return hear(ctx, tx, article, d)
}

// hear keeps who is heard in an article, unless a newer engine has looked at it or reviewers have: then it stays
// unheard, for whoever asks next to find out.
func hear(ctx context.Context, tx *sql.Tx, article int64, d *analysis.Document) error {
	var text string
	var reviewed bool
	err := tx.QueryRowContext(ctx, "SELECT text, EXISTS (SELECT 1 FROM entry WHERE article = number) FROM article "+
		"WHERE number = ?", article).Scan(&text, &reviewed)
	if err != nil || reviewed {
		return err
	}
	rows, err := tx.QueryContext(ctx, "SELECT engine FROM analysis WHERE article = ?", article)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var engine string
		if err := rows.Scan(&engine); err != nil {
			return err
		}
		if CompareEngines(engine, d.Engine) > 0 {
			return nil
		}
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return err
	}
	return voices.Write(ctx, tx, article, text, d)
}

// Engines are the versions of the engine whose findings in an article are kept, the newest first.
func (l *Library) Engines(ctx context.Context, key string) ([]string, error) {
	all, err := column(ctx, l, "SELECT engine FROM analysis JOIN article ON number = article WHERE key = ?", key)
	if err != nil {
		return nil, fault(l.path, err)
	}
	sortEngines(all)
	return all, nil
}

// Analysis is what the newest engine found in an article; nil where none has looked.
func (l *Library) Analysis(ctx context.Context, key string) (*analysis.Document, error) {
	engines, err := l.Engines(ctx, key)
	if err != nil || len(engines) == 0 {
		return nil, err
	}
	return l.AnalysisBy(ctx, key, engines[0])
}

// AnalysisBy is what an engine of a certain version found in an article; nil where it has not looked.
func (l *Library) AnalysisBy(ctx context.Context, key, engine string) (*analysis.Document, error) {
	var data, text string
	var sum []byte
	err := l.db.QueryRowContext(ctx,
		"SELECT analysis.sum, document, text FROM analysis JOIN article ON number = article WHERE key = ? AND engine = ?",
		key, engine).Scan(&sum, &data, &text)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, fault(l.path, err)
	}
	d, err := readDocument(data, text, sum)
	if err != nil {
		return nil, l.damaged(key, err.Error())
	}
	return d, nil
}

func readDocument(data, text string, sum []byte) (*analysis.Document, error) {
	if string(sum) != string(sumOf([]byte(data))) {
		return nil, errors.New("what was found is not as it was written")
	}
	return document.Decode([]byte(data), text)
}
