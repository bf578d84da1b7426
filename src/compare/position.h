// Position: what one statement claims, as far as the words tell.
//
// The rules of rules/en/position.toml mark words of a statement and say what they do
// (`effect`) and how far they reach (`scope`). A word in the reach of a negation, a denial or an
// opposing verb is turned round; twice turned is not turned, so "did not deny that he
// paid" claims "he paid". A mark in the cue reaches all of the text.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compare/compare.h"
#include "compare/figure.h"
#include "compare/words.h"

namespace onrecord {

enum class Effect {
  nothing,   // kept from other rules: the "not" of "not only"
  negate,    // not, fail to
  none,      // no, none, never: negates, and of everything
  deny,      // denied, disputed
  falsify,   // a hoax, is false
  confirm,   // confirmed, is true
  oppose,    // condemned, against
  support,   // backed, in favour of
  undo,      // repeal, ban, end
  act,       // enact, extend, allow
  blame,     // bad: a word of low regard
  praise,    // good
  require,   // must, should
  permit,    // can, may
  foretell,  // will
  all,       // every, always
  some,      // some, sometimes, a few
  hedge,     // may have, reportedly, would not say: weakens the claim or makes none
  contest,   // claimed, insisted: the writer leaves it to the speaker
  past,      // once, previously, had: the speaker may have given it up since
};

struct Mark {
  const Rule* rule = nullptr;
  Effect effect = Effect::nothing;
  std::vector<std::size_t> words;  // that show it: indices of Position::words
  bool in_cue = false;
  bool absence = false;     // "there was no letter"
  bool leads = false;       // in the text's main clause: nothing before it opens a clause inside another
  bool in_main = false;     // the same, where a "that" which opens the text is not counted
  std::uint64_t about = 0;  // of a negation or "all": stem of the word it is about; 0: none
  int sign = 1;             // of what it claims itself: -1 where it is turned round ("not good")
};

// What has turned a word round.
enum Turn : unsigned { by_negation = 1, by_denial = 2, by_falsity = 4, by_opposition = 8, by_undoing = 16 };

// What the speaker backs or opposes: a topic that is one thing to be for or against (`stand` in topic.toml), however
// it is worded; or somebody who is endorsed, or is not.
struct Stand {
  std::string target;  // id of the topic's rule; of somebody the last name
  bool somebody = false;
  int sign = 1;                    // 1 for it, -1 against it
  std::vector<std::size_t> words;  // that show it: the stance, then the target
};

// A content word of a part, each stem once: what a pair is aligned by.
struct Content {
  std::uint64_t stem = 0;
  std::size_t word = 0;  // the first with that stem
  int sign = 0;          // sum over all words with that stem
  unsigned turns = 0;
  bool governed = false;  // the object of something backed, opposed, done or undone
  bool backed = false;    // the object of what the speaker backs or opposes
  bool head = false;  // the last word of such an object that tells what it is: "levy" of "the old harbour levy plan"
};

// Whom a sentence is about, as far as its first word tells.
enum class Subject { unknown, speaker, another };

// A whole statement, or one of its sentences.
struct Part {
  Subject subject = Subject::unknown;
  std::vector<Content> content;      // in order of their stems
  std::vector<std::size_t> marks;    // indices of Position::marks; those in the cue belong to every part
  std::vector<std::size_t> figures;  // indices of Position::figures
  int value = 0;                     // praise less blame, as turned round
  int stance = 0;                    // support less opposition, as turned round; the cue counts double
  int deed = 0;                      // doing less undoing, as turned round
};

// Whether what is turned down is told again: "denied | the charges", "rejected | the charge that he was paid".
enum class Reply : std::uint8_t { none, bare, spelled };

struct Position {
  Side side;
  std::shared_ptr<const std::string> frame;  // what its words look into, where it was made of one
  std::vector<Word> words;
  std::vector<int> sign;        // a word each: 1, or -1 where turned round
  std::vector<unsigned> turns;  // a word each: Turns, or'ed
  std::vector<bool> governed;   // a word each
  std::vector<bool> backed;     // a word each
  std::vector<bool> head;       // a word each
  bool names_endorsed = false;  // what the speaker backs is somebody, and it is for an office
  std::vector<Stand> stands;
  std::size_t stands_at = 0;    // the first word of what takes the stand; 0 where nothing does, or the cue
  std::vector<Mark> marks;      // in order
  std::vector<Figure> figures;  // in order
  bool headline = false;        // written like one: short, without a full stop
  bool predicate = false;       // the text has a verb of its own, so that it can be true or false
  bool of_speaker = false;      // its subject is who speaks: I, he, she
  bool past = false;            // told as what the speaker once held: "once praised", "had championed"
  bool charges = false;         // the cue accuses, claims or attacks: "accused", "alleged", "slammed"
  bool accuses = false;         // the first or the second of these
  Reply reply = Reply::none;    // turns down what somebody said
  std::string replies_to;   // the names of who said it, where the reply tells: "Keller's claim", "attacks from Keller"
  std::vector<Part> parts;  // the whole; then, where there are several, its sentences
};

// The bar between the cue's words, which come first, and the text's: the first word that is not the cue's.
inline std::size_t bar_of(const Position& p) {
  std::size_t i = 0;
  while (i < p.words.size() && p.words[i].at.where == Shown::Where::cue) ++i;
  return i;
}

// Makes positions. Thread-safe.
class Reader {
 public:
  explicit Reader(const Grammar& grammar);  // must outlive the reader and its positions
  Position read(const Side& side) const;
  // The frame of a side (frame.h), and the position that `read` gives of the side, made of it. A frame that cannot be
  // read is passed over: the side is read anew.
  std::string frame(const Side& side) const;
  Position restore(const Side& side, std::string_view frame) const;
  const Vocabulary& vocabulary() const { return vocabulary_; }

 private:
  void mark(Position& p) const;
  void conclude(Position& p) const;
  void turn(Position& p) const;
  void reach(Position& p, const Mark& mark, std::string_view scope) const;
  void govern(Position& p, const Mark& mark, std::string_view scope) const;
  bool has_predicate(const Position& p) const;
  bool is_plan(const Position& p, const Mark& mark) const;
  const Mark* stance(const Position& p, std::size_t most_turns) const;
  bool is_relative(const Position& p, std::size_t word) const;
  bool leads_on(const Position& p, std::size_t word) const;
  void stand(Position& p, const Mark& mark, const std::vector<bool>& object) const;
  void endorse(Position& p, const Mark& mark, const std::vector<bool>& object) const;
  void value(Position& p) const;
  void take_stands(Position& p) const;
  void find_heads(Position& p) const;
  void aim(const Position& p, Mark& mark) const;
  bool is_of_speaker(const Position& p) const;
  bool is_past(const Position& p) const;
  bool is_charge(const Position& p) const;
  Reply reply_of(const Position& p, std::string& to) const;
  Part part(const Position& p, Range words) const;
  bool opens_claim(const Position& p, std::size_t word) const;
  void divide(Position& p) const;

  Vocabulary vocabulary_;
  const Stage& stage_;
  const Stage& topic_;
  std::size_t cue_;
  char bar_, break_, that_, to_, for_, will_, must_, would_, number_, do_, undo_, of_, be_, charge_, false_, blame_;
  std::string_view finite_;  // classes that open a predicate: what a deed does not reach over
};

}  // namespace onrecord
