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

-- Persons, organisations and groups: who is meant by names.
CREATE TABLE person (
  key  INTEGER PRIMARY KEY,
  id   TEXT NOT NULL UNIQUE,  -- of the identity that the others lead to
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'group'))
) STRICT;

-- A name as articles give it. Several can be one person: they are the aliases.
-- `identity` is what leads to a person: "N", the hash of kind and folded name, or
-- "N@A", the name in the one article A where it means somebody else or only a
-- surname is given. Empty: who is unnamed is nobody here.
CREATE TABLE speaker (
  key      INTEGER PRIMARY KEY,
  name     TEXT NOT NULL,  -- empty: unknown
  kind     TEXT NOT NULL,
  words    TEXT NOT NULL,  -- the name folded (lower case, no diacritics), a blank on either side of every word
  identity TEXT NOT NULL,
  person   INTEGER REFERENCES person (key),
  UNIQUE (name, kind, identity)
) STRICT;
CREATE INDEX speaker_person ON speaker (person);
CREATE INDEX speaker_identity ON speaker (identity);

-- Where the program leads an identity by itself: to another that is the same
-- person by name and role. Made anew after every run that logs or imports;
-- what people correct goes before.
CREATE TABLE link (
  identity TEXT PRIMARY KEY,
  leads_to TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What may be one person, and is for a person to decide. Made anew with `link`.
CREATE TABLE proposal (
  identity TEXT NOT NULL,
  leads_to TEXT NOT NULL,
  why      TEXT NOT NULL,
  PRIMARY KEY (identity, leads_to)
) STRICT, WITHOUT ROWID;

-- People as imported files give them, with other names, ids elsewhere and terms.
CREATE TABLE official (
  key      INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,  -- hash of kind and its first identifier, else of kind and folded name
  kind     TEXT NOT NULL,
  name     TEXT NOT NULL,
  identity TEXT NOT NULL,         -- of its name; its id where another is called the same
  person   INTEGER REFERENCES person (key)
) STRICT;
CREATE INDEX official_person ON official (person);

CREATE TABLE official_identifier (
  scheme   TEXT NOT NULL,  -- 'wikidata', 'bioguide', …
  value    TEXT NOT NULL,
  official INTEGER NOT NULL REFERENCES official (key),
  PRIMARY KEY (scheme, value, official)
) STRICT, WITHOUT ROWID;
CREATE INDEX official_identifier_official ON official_identifier (official);

CREATE TABLE official_name (
  official INTEGER NOT NULL REFERENCES official (key),
  name     TEXT NOT NULL,  -- the official's own, too
  words    TEXT NOT NULL,
  PRIMARY KEY (official, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE term (
  key          INTEGER PRIMARY KEY,
  official     INTEGER NOT NULL REFERENCES official (key),
  role         TEXT NOT NULL,
  organization TEXT NOT NULL,  -- empty: none, as in all that follow
  area         TEXT NOT NULL,
  party        TEXT NOT NULL,
  since        TEXT NOT NULL,  -- 2016, 2016-10 or 2016-10-07
  until        TEXT NOT NULL,
  source       TEXT NOT NULL,  -- the file
  words        TEXT NOT NULL,  -- of role and organization, folded as in speaker
  first_day    TEXT,           -- since and until as days; null: open
  last_day     TEXT,
  UNIQUE (official, role, organization, area, since, until)
) STRICT;

-- Names of people besides those in articles: given by hand or imported. Made anew with `link`.
CREATE TABLE known_name (
  person INTEGER NOT NULL REFERENCES person (key),
  name   TEXT NOT NULL,
  words  TEXT NOT NULL,     -- folded as in speaker
  shown  INTEGER NOT NULL,  -- 1: the name to show them under
  PRIMARY KEY (person, name)
) STRICT, WITHOUT ROWID;

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
  claim        INTEGER NOT NULL,      -- hash of stance and folded words: the same in every article that has it
  UNIQUE (article, ordinal),
  CHECK ((said_from IS NULL) = (said_to IS NULL) AND (said_from IS NULL) = (said_basis IS NULL))
) STRICT;
CREATE INDEX statement_speaker ON statement (speaker);
CREATE INDEX statement_claim ON statement (claim);

-- What a statement claims, in the bytes that the comparison reads (src/compare/frame.h). They hold for the version
-- and the rules of its article. Statements that nothing is compared with have none.
CREATE TABLE frame (
  statement INTEGER PRIMARY KEY REFERENCES statement (key) ON DELETE CASCADE,
  bytes     BLOB NOT NULL
) STRICT;

-- What people correct by hand. Logging never touches a row here: what is meant
-- is named by the id that its content gives it, so it is found again after an
-- article was extracted anew. The newest row that is not undone holds. Of a
-- person `value` is {"name": …, "leads": {identity: identity, …}}: where
-- identities lead from then on. The newest is undone first.
CREATE TABLE correction (
  key      INTEGER PRIMARY KEY,
  about    TEXT NOT NULL CHECK (about IN ('article', 'statement', 'person', 'pair')),  -- a pair's id is both, "a-b"
  id       TEXT NOT NULL,
  field    TEXT NOT NULL,            -- 'role', 'said', 'speaker', 'verdict', …; of a person 'alias', 'rename', 'merge', 'split'
  value    TEXT,                     -- JSON; null: there is none
  note     TEXT NOT NULL DEFAULT '',
  made_by  TEXT NOT NULL,
  made_at  TEXT NOT NULL,
  undone_at TEXT
) STRICT;
CREATE INDEX correction_id ON correction (id);

-- What statements take a stand on, as the comparison names it ("+topic.carbon-tax"), so that those against one are
-- found however they are worded. Few statements take one.
CREATE TABLE stand (
  target    TEXT NOT NULL,
  statement INTEGER NOT NULL REFERENCES statement (key) ON DELETE CASCADE,
  PRIMARY KEY (target, statement)
) STRICT, WITHOUT ROWID;
CREATE INDEX stand_statement ON stand (statement);

-- Pairs that `conflicts --new` has shown, as "a-b".
CREATE TABLE seen (
  pair TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- A statement with all that is known about it: what is asked for.
CREATE VIEW record AS
  SELECT statement.key, statement.id, article.id AS article, article.file, article.url, article.outlet, article.title,
         article.published, statement.ordinal, statement.kind, statement.manner, statement.act, statement.content,
         statement.ranges, statement.cue, statement.cue_range, statement.source, statement.source_range,
         speaker.key AS speaker_key, speaker.name AS speaker, speaker.kind AS speaker_kind, speaker.words AS speaker_words,
         speaker.person AS person_key, person.id AS person,
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
