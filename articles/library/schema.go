package library

// applicationID marks a SQLite file as a library of Hearsay's: "Hear" in ASCII.
const applicationID = 0x48656172

// steps lead from an empty file to a library of this version, one after the other. A step that a release has taken is
// never changed: what comes later is a step of its own.
func steps() []string {
	return []string{`
-- The text is the article's identity; its key is the beginning of its sum in hexadecimal digits.
CREATE TABLE article (
	number     INTEGER PRIMARY KEY,
	key        TEXT NOT NULL UNIQUE,
	sum        BLOB NOT NULL UNIQUE CHECK (length(sum) = 32), -- SHA-256 of the text
	added      INTEGER NOT NULL,                              -- microseconds since 1970
	id         TEXT NOT NULL,
	headline   TEXT NOT NULL,
	title      TEXT NOT NULL,
	byline     TEXT NOT NULL,
	outlet     TEXT NOT NULL,
	date       TEXT NOT NULL,                                 -- RFC 3339, or empty
	address    TEXT NOT NULL,
	paragraphs TEXT NOT NULL,                                 -- JSON: [[start, end, "role"], …], in bytes
	text       TEXT NOT NULL
) STRICT;
CREATE INDEX article_id ON article (id);

-- What each version of the engine found.
CREATE TABLE analysis (
	article  INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
	engine   TEXT NOT NULL,
	made     INTEGER NOT NULL,
	language TEXT NOT NULL,
	quotes   INTEGER NOT NULL,
	speakers INTEGER NOT NULL,
	sum      BLOB NOT NULL,
	document TEXT NOT NULL,
	PRIMARY KEY (article, engine)
) STRICT;

-- The log of reviews: it only grows. An entry goes with its article and not before.
CREATE TABLE entry (
	number   INTEGER PRIMARY KEY AUTOINCREMENT,
	article  INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
	reviewer TEXT NOT NULL CHECK (reviewer <> ''),
	time     INTEGER NOT NULL,
	sum      BLOB NOT NULL,
	body     BLOB NOT NULL
) STRICT;
CREATE INDEX entry_of ON entry (article, reviewer, number);
CREATE TRIGGER entry_stays_as_it_is BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry of the log is never changed'); END;
CREATE TRIGGER entry_is_not_replaced BEFORE INSERT ON entry WHEN EXISTS (SELECT 1 FROM entry WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'an entry of the log is never replaced'); END;
CREATE TRIGGER entry_stays BEFORE DELETE ON entry WHEN EXISTS (SELECT 1 FROM article WHERE number = OLD.article)
BEGIN SELECT RAISE(ABORT, 'an entry of the log is never deleted'); END;

-- Where a person stopped reading.
CREATE TABLE place (
	article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
	byte    INTEGER NOT NULL
) STRICT;
`}
}
