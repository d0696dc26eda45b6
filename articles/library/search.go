package library

import (
	"context"
	"database/sql"
	"strings"
)

const searchStep = `
-- What people call articles, and the queries that they save.
CREATE TABLE tag (
	article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
	name    TEXT NOT NULL COLLATE NOCASE CHECK (name <> ''),
	PRIMARY KEY (article, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_name ON tag (name, article);
CREATE TABLE view (
	name  TEXT PRIMARY KEY COLLATE NOCASE CHECK (name <> ''),
	query TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The words of articles, which stand in the articles themselves; of quotes, by article * 2^20 + quote; and of the names
-- of those who are heard, by article * 2^20 + speaker. The articles that were there before are read a few at a time, when
-- somebody searches first, and who is heard in them is found out anew.
CREATE VIRTUAL TABLE article_words USING fts5(headline, text, byline, outlet, content = 'article',
	content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE quote_words USING fts5(content, content = '', contentless_delete = 1,
	tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE voice_words USING fts5(names, content = '', contentless_delete = 1,
	tokenize = 'unicode61 remove_diacritics 2');
CREATE TABLE unindexed (
	article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE
) STRICT;
INSERT INTO unindexed SELECT number FROM article;
INSERT OR IGNORE INTO unheard SELECT DISTINCT article FROM analysis;

CREATE TRIGGER article_words_come AFTER INSERT ON article
BEGIN
	INSERT INTO article_words (rowid, headline, text, byline, outlet)
		VALUES (NEW.number, NEW.headline, NEW.text, NEW.byline, NEW.outlet);
END;
CREATE TRIGGER article_words_go BEFORE DELETE ON article
	WHEN NOT EXISTS (SELECT 1 FROM unindexed WHERE article = OLD.number)
BEGIN
	INSERT INTO article_words (article_words, rowid, headline, text, byline, outlet)
		VALUES ('delete', OLD.number, OLD.headline, OLD.text, OLD.byline, OLD.outlet);
END;
CREATE TRIGGER heard_words_go AFTER DELETE ON article
BEGIN
	DELETE FROM quote_words WHERE rowid BETWEEN OLD.number << 20 AND (OLD.number << 20) + 1048575;
	DELETE FROM voice_words WHERE rowid BETWEEN OLD.number << 20 AND (OLD.number << 20) + 1048575;
END;
`

const listedStep = `
-- What the list of articles is ordered and narrowed by, beside the articles with their long texts: a hundred thousand
-- rows of it are read while one waits. Quotes and speakers are those of the analysis that was made last.
CREATE TABLE listed (
	number   INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
	headline TEXT NOT NULL COLLATE NOCASE,
	outlet   TEXT NOT NULL COLLATE NOCASE,
	date     TEXT NOT NULL,
	quotes   INTEGER NOT NULL,
	speakers INTEGER NOT NULL
) STRICT;
INSERT INTO listed SELECT number, headline, outlet, date, coalesce(quotes, 0), coalesce(speakers, 0) FROM article
	LEFT JOIN analysis ON analysis.rowid = (SELECT rowid FROM analysis WHERE article = number ORDER BY made DESC LIMIT 1);
CREATE INDEX listed_headline ON listed (headline);
CREATE INDEX listed_outlet ON listed (outlet);
CREATE INDEX listed_date ON listed (date);
CREATE INDEX listed_quotes ON listed (quotes);
CREATE INDEX listed_speakers ON listed (speakers);
-- Of many that are equal, that which came last is first, from either end.
CREATE INDEX listed_quotes_rising ON listed (quotes, number DESC);
CREATE INDEX listed_speakers_rising ON listed (speakers, number DESC);
CREATE TRIGGER article_is_listed AFTER INSERT ON article
BEGIN
	INSERT INTO listed VALUES (NEW.number, NEW.headline, NEW.outlet, NEW.date, 0, 0);
END;
CREATE TRIGGER analysis_is_listed AFTER INSERT ON analysis
BEGIN
	UPDATE listed SET quotes = NEW.quotes, speakers = NEW.speakers WHERE number = NEW.article;
END;
`

// takeTags gives articles the tags that they have in another library, and keeps the queries that it saves, but where a
// name has one here.
func takeTags(ctx context.Context, l, from *Library, done *Merged) error {
	kept, err := column(ctx, from, "SELECT name FROM sqlite_schema WHERE name = 'tag'")
	if err != nil || len(kept) == 0 {
		return nil // it is of a version that kept none
	}
	const apart = "\x1f" // stands in no tag and in no name
	tags, err := column(ctx, from, `SELECT hex(a.sum) || ? || tag.name FROM tag JOIN article AS a ON a.number = tag.article
		ORDER BY a.number, tag.name`, apart)
	if err != nil {
		done.Faults = append(done.Faults, "the tags cannot be read ("+detail(err)+")")
	}
	views, err := column(ctx, from, "SELECT name || ? || query FROM view ORDER BY name", apart)
	if err != nil {
		done.Faults = append(done.Faults, "the saved queries cannot be read ("+detail(err)+")")
	}
	if len(tags)+len(views) == 0 {
		return nil
	}
	return l.transact(ctx, func(tx *sql.Tx) error {
		done.Tags = 0
		insert := func(statement string, rows []string) error {
			for _, row := range rows {
				a, b, _ := strings.Cut(row, apart)
				n, err := insertNew(ctx, tx, statement, a, b)
				if err != nil {
					return err
				}
				done.Tags += n
			}
			return nil
		}
		err := insert(`INSERT OR IGNORE INTO tag (article, name) SELECT number, ?2 FROM article WHERE sum = unhex(?1)`, tags)
		if err != nil {
			return err
		}
		return insert("INSERT OR IGNORE INTO view (name, query) VALUES (?, ?)", views)
	})
}
