-- Articles, the statements in them, who made them, and what people corrected.
-- Days are ISO dates ("2016-10-07"), ids 32 hex digits made from content, so
-- that they are the same on any machine; `key` columns are local to this file.

CREATE TABLE article (
  key            INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,  -- hash of text
  file           TEXT NOT NULL,         -- as given when it was logged
  url            TEXT,
  outlet         TEXT,
  title          TEXT,
  published      TEXT,
  url_from       TEXT NOT NULL,         -- where each of the four came from; empty: unknown
  outlet_from    TEXT NOT NULL,
  title_from     TEXT NOT NULL,
  published_from TEXT NOT NULL,
  text           TEXT NOT NULL,
  title_ranges   TEXT NOT NULL,         -- paragraphs, [[begin, end], …] in bytes of text
  body_ranges    TEXT NOT NULL,
  repairs        TEXT NOT NULL,         -- one a line
  version        TEXT NOT NULL,         -- of the program its statements were extracted with
  rules          TEXT NOT NULL          -- hash of the rules
) STRICT;

-- Persons, organisations and groups with a name. Who is unnamed has no row.
CREATE TABLE person (
  key  INTEGER PRIMARY KEY,
  id   TEXT NOT NULL UNIQUE,  -- hash of kind and folded name
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'group'))
) STRICT;

-- A name as articles give it. Several can be one person: they are the aliases.
CREATE TABLE speaker (
  key    INTEGER PRIMARY KEY,
  name   TEXT NOT NULL,  -- empty: unknown
  kind   TEXT NOT NULL,
  words  TEXT NOT NULL,  -- the name folded (lower case, no diacritics), a blank on either side of every word
  person INTEGER REFERENCES person (key),
  UNIQUE (name, kind)
) STRICT;
CREATE INDEX speaker_person ON speaker (person);

CREATE TABLE statement (
  key          INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,  -- hash of article and content ranges
  article      INTEGER NOT NULL REFERENCES article (key),
  ordinal      INTEGER NOT NULL,      -- place among the article's statements, from 0
  kind         TEXT NOT NULL CHECK (kind IN ('direct', 'mixed', 'indirect')),
  manner       TEXT NOT NULL CHECK (manner IN ('speech', 'attitude')),
  act          TEXT NOT NULL,
  content      TEXT NOT NULL,         -- the words
  ranges       TEXT NOT NULL,         -- their places, [[begin, end], …] in bytes of the text
  cue          TEXT NOT NULL,         -- words and place; empty and null: none
  cue_range    TEXT,
  source       TEXT NOT NULL,
  source_range TEXT,
  speaker      INTEGER NOT NULL REFERENCES speaker (key),
  role         TEXT NOT NULL,         -- as worded: one observation of a role, on the statement's day; empty: none
  said_from    TEXT,
  said_to      TEXT,
  said_basis   TEXT,
  rule         TEXT NOT NULL,
  confidence   REAL NOT NULL,
  claim        INTEGER NOT NULL,      -- hash of speaker, stance and folded words: the same in every article that has it
  UNIQUE (article, ordinal),
  CHECK ((said_from IS NULL) = (said_to IS NULL) AND (said_from IS NULL) = (said_basis IS NULL))
) STRICT;
CREATE INDEX statement_speaker ON statement (speaker);
CREATE INDEX statement_claim ON statement (claim);

-- What people correct by hand. Logging never touches a row here: what is meant
-- is named by the id that its content gives it, so it is found again after an
-- article was extracted anew. The newest row that is not undone holds.
CREATE TABLE correction (
  key      INTEGER PRIMARY KEY,
  about    TEXT NOT NULL CHECK (about IN ('article', 'statement', 'person')),
  id       TEXT NOT NULL,
  field    TEXT NOT NULL,            -- 'role', 'said', 'speaker', 'verdict', 'alias', 'same as', …
  value    TEXT,                     -- JSON; null: there is none
  note     TEXT NOT NULL DEFAULT '',
  made_by  TEXT NOT NULL,
  made_at  TEXT NOT NULL,
  undone_at TEXT
) STRICT;
CREATE INDEX correction_id ON correction (id);

-- A statement with all that is known about it: what is asked for.
CREATE VIEW record AS
  SELECT statement.key, statement.id, article.id AS article, article.file, article.url, article.outlet, article.title,
         article.published, statement.ordinal, statement.kind, statement.manner, statement.act, statement.content,
         statement.ranges, statement.cue, statement.cue_range, statement.source, statement.source_range,
         speaker.key AS speaker_key, speaker.name AS speaker, speaker.kind AS speaker_kind, person.id AS person,
         statement.role, statement.said_from, statement.said_to, statement.said_basis,
         coalesce(statement.said_from, article.published) AS first_day,
         coalesce(statement.said_to, article.published) AS last_day,
         statement.rule, statement.confidence, article.version, article.rules, statement.claim
  FROM statement
  JOIN article ON article.key = statement.article
  JOIN speaker ON speaker.key = statement.speaker
  LEFT JOIN person ON person.key = speaker.person;

-- The words to search, by stem; the program keeps it in step with `statement`.
CREATE VIRTUAL TABLE statement_words USING fts5 (
  content, cue, source, role, title,
  content = 'record', content_rowid = 'key',
  tokenize = 'porter unicode61 remove_diacritics 2'
);
