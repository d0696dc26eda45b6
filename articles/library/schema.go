package library

// applicationID marks a SQLite file as a library of Hearsay's: "Hear" in ASCII.
const applicationID = 0x48656172

// steps lead from an empty file to a library of this version, one after the other. A step that a release has taken is
// never changed: what comes later is a step of its own.
func steps() []string {
	return []string{articlesStep, voicesStep, feedsStep, searchStep, originalsStep, listedStep}
}

const articlesStep = `
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
`

const voicesStep = `
-- Who is heard in an article, as the newest engine and the reviews have it: what people are joined of. All of it can be
-- made anew of analyses and entries; the articles of which it has to be are unheard.
CREATE TABLE voice (
	article     INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
	speaker     INTEGER NOT NULL, -- its index in the document
	name        TEXT NOT NULL,
	names       TEXT NOT NULL,    -- JSON
	type        INTEGER NOT NULL,
	gender      INTEGER NOT NULL,
	at          INTEGER NOT NULL, -- byte of the first mention
	description TEXT NOT NULL,
	first       TEXT NOT NULL,    -- word of the name, folded, and the last
	last        TEXT NOT NULL,
	quotes      INTEGER NOT NULL,
	words       INTEGER NOT NULL,
	PRIMARY KEY (article, speaker)
) STRICT, WITHOUT ROWID;
CREATE INDEX voice_last ON voice (last);
CREATE INDEX voice_first ON voice (first);

-- What is heard: one row for each quote and each of its speakers; -1 is a speaker whom nobody knows.
CREATE TABLE saying (
	article   INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
	speaker   INTEGER NOT NULL,
	quote     INTEGER NOT NULL,
	kind      INTEGER NOT NULL,
	polarity  INTEGER NOT NULL,
	start     INTEGER NOT NULL, -- bytes
	end       INTEGER NOT NULL,
	words     INTEGER NOT NULL,
	certainty REAL NOT NULL,
	PRIMARY KEY (article, speaker, quote)
) STRICT, WITHOUT ROWID;

CREATE TABLE side (
	article  INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
	speaker  INTEGER NOT NULL,
	position INTEGER NOT NULL,
	stance   INTEGER NOT NULL,
	topic    TEXT NOT NULL,
	start    INTEGER NOT NULL,
	end      INTEGER NOT NULL,
	PRIMARY KEY (article, speaker, position)
) STRICT, WITHOUT ROWID;

-- Who speaks about whom: the quotes whose content mentions a speaker.
CREATE TABLE spoken_of (
	article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
	speaker INTEGER NOT NULL,
	by      INTEGER NOT NULL,
	quote   INTEGER NOT NULL,
	PRIMARY KEY (article, speaker, by, quote)
) STRICT, WITHOUT ROWID;

-- The names in each article, and in how many articles each name stands.
CREATE TABLE company (
	article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
	names   TEXT NOT NULL -- JSON
) STRICT;
CREATE TABLE renown (
	name     TEXT PRIMARY KEY,
	articles INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER company_comes AFTER INSERT ON company
BEGIN
	INSERT INTO renown (name, articles) SELECT value, 1 FROM json_each(NEW.names) WHERE true
		ON CONFLICT (name) DO UPDATE SET articles = articles + 1;
END;
CREATE TRIGGER company_goes AFTER DELETE ON company
BEGIN
	UPDATE renown SET articles = articles - 1 WHERE name IN (SELECT value FROM json_each(OLD.names));
END;

CREATE TABLE unheard (
	article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE
) STRICT;
CREATE TRIGGER analysis_is_unheard AFTER INSERT ON analysis BEGIN INSERT OR IGNORE INTO unheard VALUES (NEW.article); END;
CREATE TRIGGER entry_is_unheard AFTER INSERT ON entry BEGIN INSERT OR IGNORE INTO unheard VALUES (NEW.article); END;
INSERT INTO unheard SELECT DISTINCT article FROM analysis;

-- The log of what was decided about who is who: it only grows. It goes with no article: what was decided holds for
-- those to come.
CREATE TABLE identity (
	number INTEGER PRIMARY KEY AUTOINCREMENT,
	id     TEXT NOT NULL UNIQUE,
	sum    BLOB NOT NULL,
	body   TEXT NOT NULL
) STRICT;
CREATE TRIGGER identity_stays_as_it_is BEFORE UPDATE ON identity
BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;
CREATE TRIGGER identity_stays BEFORE DELETE ON identity
BEGIN SELECT RAISE(ABORT, 'a decision is never deleted'); END;
`
