// Store: the SQLite file that keeps articles, statements, people and what a
// user corrected. The only place with SQL in it.
//
// One writer at a time; readers open read-only. What is logged in one call is one
// transaction: an interrupted run loses nothing that was reported as logged.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/article.h"
#include "core/official.h"
#include "core/register_words.h"
#include "core/statement.h"
#include "core/tenure.h"

namespace onrecord {

// What an article was extracted with; kept with every statement.
struct Provenance {
  std::string version;  // of the program
  std::string rules;    // hash of the rule set
};

struct Logged {
  bool known = false;          // this text was in the store already
  bool updated = false;        // known, but extracted anew with other rules or metadata
  std::size_t statements = 0;  // now kept for the article
};

// An article to be logged, with what was found in it.
struct Extracted {
  Article article;
  std::vector<Statement> statements;
  // What each statement claims, for the comparison (bytes; see ClaimRow). Empty: none is kept; else one a
  // statement, of which those that are empty are not kept.
  std::vector<std::string> frames;
  // What each statement takes a stand on, in words of the comparison's: what `with_stand` finds it by. Empty: nothing
  // is kept; else one list a statement.
  std::vector<std::vector<std::string>> stands = {};
};

// A statement as the comparison needs it: by the hundred thousand, so without what only a reader wants.
struct ClaimRow {
  std::int64_t key = 0;            // local to the file: see Store::record
  std::string statement, article;  // ids
  Range place;                     // from its first to its last byte in the article
  Speaker speaker;
  std::string text, cue;
  std::optional<Date> day;  // said (the first it can have been), else published
  Manner manner = Manner::speech;
  Act act = Act::say;
  std::string frame;           // empty: none kept
  std::string version, rules;  // that the frame was made with
};

// A statement with its article's data, as asked for.
struct Record {
  Statement statement;
  std::string article;  // id
  std::string file;
  std::optional<std::string> url, outlet, title;
  std::optional<Date> published;
  std::string text;      // the content's words, pieces joined by " … "
  std::string cue_text;  // the cue's words; empty: no cue
  std::string version, rules;
  std::optional<Term> held;     // where a role was asked for: the imported term in which the speaker held it that day
  std::size_t occurrences = 1;  // how many articles carry the same claim: same speaker, stance and words
};

// Everything is optional; what is given must all hold. Text is matched without
// regard to case and diacritics; text without a letter or digit fits nothing.
//   store.records({.speaker = "Sak", .about = "energy"})
struct Filter {
  std::optional<std::string> speaker = {};  // words of a name, all, whole: "Sak" finds Yuriy Sak, not Isaksen
  std::optional<std::string> person = {};   // id of a person
  // Any of these roles: all its words in the role as worded, by stem, or in an imported term that holds on the day.
  std::vector<std::string> roles = {};
  std::optional<Date> since = {}, until = {};  // on the day said, else on the day published; both included
  std::optional<std::string> about = {};       // words of the content, all of them, by stem; "…": a phrase
  // What may stand in the place of a word of `about` (in lower case): words, and phrases with a hyphen.
  std::map<std::string, std::vector<std::string>> synonyms = {};
  std::optional<Kind> kind = {};
  std::optional<Manner> manner = {};
  std::optional<std::string> article = {};  // id of an article
  std::optional<std::string> id = {};       // a statement's id, or the first hex digits of it
  std::size_t limit = 0;                    // 0: all
  // Oldest first, the undated last, then by file, article and place in it; or best match of about first.
  enum class Order { day, rank } order = Order::day;
};

// A role as articles worded it, under the wording most statements use.
struct DatedRole {
  std::string role;
  std::optional<Date> since, until;  // first and last day it was seen with the person
  std::size_t statements = 0;
};

// One person, organisation or group: all whose names lead there (store/register.h). The unnamed, authors and
// unknown speakers are nobody here.
struct PersonRow {
  std::string id;    // 32 hex digits: hash of kind and the folded name that the others lead to
  std::string name;  // as renamed by hand, else the full name that most statements use
  SpeakerKind kind = SpeakerKind::person;
  std::vector<std::string> aliases;  // the other names, most used first
  std::vector<DatedRole> roles;      // oldest first, the undated last
  std::size_t statements = 0;
  std::optional<Date> first, last;  // days said, else published
};

// Who corrected something, and when ("2016-10-07T08:00:00Z"): the store has no clock.
struct Signature {
  std::string who, when;
};

// What an import changed.
struct Imported {
  std::size_t added = 0, changed = 0, known = 0;  // people and organisations; known: nothing new of them
  std::size_t terms = 0;                          // added, or ended
};

// Two people in the store who may be one.
struct PeopleProposal {
  std::string name, person, other_name, other;  // names and ids
  std::string why;
};

// What somebody changed by hand in the register.
struct RegisterChange {
  std::string note;   // "merge: Bob Marlow is Robert Marlow"
  std::string field;  // "alias", "rename", "merge", "split"
  Signature by;
  bool undone = false;
};

// What a user says of two statements, against or with the judge.
enum class Ruling {
  conflict,  // they do not go together
  agree,     // they say the same
  update,    // the position changed, or what it is about did: no contradiction
  none,      // they have nothing to do with each other
};
std::string_view name(Ruling);
std::optional<Ruling> parse_ruling(std::string_view);  // nothing for any other word

struct Verdict {
  std::string a, b;  // ids of the statements, a < b
  Ruling ruling = Ruling::none;
  std::string note;  // why; may be empty
  Signature by;
};

class Store {
 public:
  enum class Mode { read, write };  // write creates the file, and its folder, if there is none

  // `path` ":memory:" is a store for a test. Throws Error that names the file and the next step
  // where it is missing (read), not a store, newer than this program, read-only (write), or the disk is full.
  Store(const std::string& path, Mode mode);
  ~Store();

  // Keeps the article and its statements in one transaction. The same text logged again
  // changes nothing unless its metadata, the rules or the version did; then its statements are
  // replaced, and what was corrected by hand stays. Metadata that is not given again stays known;
  // from another file alone it is the same article. Of statements with one id the first is kept.
  // Throws Error (disk full, locked, no longer there …); then nothing of the article is kept.
  Logged log(const Article& article, const std::vector<Statement>& statements, const Provenance& provenance);

  // The same for many, all in one transaction: all of them are kept or none. That is ten times as fast, so log
  // by the dozen, and report an article as logged only after this has returned.
  std::vector<Logged> log(const std::vector<Extracted>& entries, const Provenance& provenance);

  // Finds out which names are one person's, by name and role. Call it after the last `log` of a run: until
  // then a name that has never been seen is a person of its own. Takes time in proportion to the names in the store.
  void link(const RegisterWords& words);
  // Who may be one and was not made one: homonyms, and names that are nearly the same.
  std::vector<PeopleProposal> proposals() const;

  // Keeps officials, in one transaction; one identifier in common, else the same name without any, is the same
  // person. Only adds, or ends a term that had no end: what is known is never taken away, and the same file imported
  // twice changes nothing. `link` is still to be called.
  Imported import(const std::vector<Official>& officials);
  // Of the person of the id, by since, then as imported; the same for identifiers ("wikidata" first).
  std::vector<Term> terms(const std::string& person) const;
  std::vector<Identifier> identifiers(const std::string& person) const;

  // The register, by hand; people are ids. Each is one change, whatever is logged later, until `undo` takes
  // it back, newest first. They throw Error that says why where nothing would change or the words fit nobody.
  //   alias   finds the person under another name, and leads that name to the person in articles to come
  //   rename  the same, and shows the person under it
  //   merge   `other` is `person`
  //   split   takes out names of the person, or what a name says in the article of a statement (its id), and makes
  //           a person of them; returns the id
  //   undo    returns what was undone; nothing where nothing is left
  void alias(const std::string& person, const std::string& name, const Signature& by);
  void rename(const std::string& person, const std::string& name, const Signature& by);
  void merge(const std::string& person, const std::string& other, const Signature& by);
  std::string split(const std::string& person, const std::vector<std::string>& parts, const Signature& by);
  std::optional<std::string> undo(const Signature& by);
  std::vector<RegisterChange> changes() const;  // newest first

  // Every role that a statement gives the person of the id, as worded, by statement.
  std::vector<Observation> observations(const std::string& person) const;

  std::vector<Record> records(const Filter& filter) const;
  // The statements that fit, in the order of their keys. Row by row, so that memory does not grow with their number;
  // a row is good until `each` returns.
  void claims(const Filter& filter, const std::function<void(const ClaimRow&)>& each) const;
  // That of one key, as `claims` or `with_word` gave it. Asserts that it is there, as does `record`.
  ClaimRow claim(std::int64_t key) const;
  // Keys of the statements whose content has the word, by stem; nothing where they are more than `most`.
  std::optional<std::vector<std::int64_t>> with_word(const std::string& word, std::size_t most) const;
  Record record(std::int64_t key) const;
  // All words of `query`, by stem, in content, cue, source, role and title; best first. 0: no limit.
  std::vector<Record> search(const std::string& query, std::size_t limit) const;
  // People, organisations and groups with all words of `name` in a spelling of theirs (all where empty),
  // most quoted first, then by name.
  std::vector<PersonRow> people(const std::string& name) const;
  // Keys of the statements that take that stand (Extracted::stands), the `most` logged last, newest first.
  std::vector<std::int64_t> with_stand(const std::string& stand, std::size_t most) const;
  // Ids of the articles that were logged from that file, or have that id; in the order of their ids.
  std::vector<std::string> articles(const std::string& file_or_id) const;
  // The article's text as read, for `show`. Nothing where the id is unknown.
  std::optional<Article> article(const std::string& id) const;

  // Keeps what a user says of a pair; what was said of it before stays underneath. Throws Error where a statement
  // is not in the store.
  void review(const Verdict& verdict);
  // Takes back the newest word on the pair, which is returned; the one before it holds again. Nothing where there is
  // none.
  std::optional<Verdict> undo_review(const std::string& a, const std::string& b, const Signature& by);
  // The newest word on each pair that was not taken back, in the order of their making.
  std::vector<Verdict> verdicts() const;
  // Pairs that somebody has looked at, each as both ids, the smaller first, with "-" between; and that they now have.
  std::set<std::string> seen() const;
  void see(const std::vector<std::string>& pairs);

  struct Counts {
    std::size_t articles = 0, statements = 0, people = 0, bytes = 0;
    int schema = 0;
  };
  Counts counts() const;
  // What is damaged in the file, a line each; empty where it is sound. Reads all of it.
  std::vector<std::string> faults() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

// $ONRECORD_STORE, else $XDG_DATA_HOME/onrecord/onrecord.db, else ~/.local/share/onrecord/onrecord.db.
// Throws Error (misuse) where none of the three variables is set.
std::string default_store_path();

}  // namespace onrecord
