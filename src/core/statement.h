// Statement: who said what, in which role, on which day, and exactly where it
// stands. The record that `extract` prints and the store keeps
// (schema onrecord.statement/1).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "core/range.h"

namespace onrecord {

enum class Kind { direct, mixed, indirect };  // all in quotation marks, partly, not at all
enum class Manner { speech, attitude };       // said, written, testified; believed, wanted, supported by deed

// What the cue does to the content. "Denied that P" is P denied.
enum class Act {
  say,
  deny,
  confirm,
  promise,
  demand,
  support,
  oppose,
  question,
  predict,
  believe,
  want,
  accuse,
  praise
};

enum class SpeakerKind { person, organization, group, unnamed, author, unknown };

struct Speaker {
  std::string
      name;  // the fullest name known; for a group or an unnamed person the words that name them; empty: unknown
  SpeakerKind kind = SpeakerKind::unknown;
  std::string role;    // as worded ("Ukraine’s chief negotiator"); empty: none given
  std::string person;  // id of the person in the store; empty outside it

  friend bool operator==(const Speaker&, const Speaker&) = default;
};

struct Statement {
  std::string id;  // 32 hex digits: hash of article id and content ranges
  Kind kind = Kind::indirect;
  std::vector<Range> content;   // bytes of the article's text, in order, never empty
  std::optional<Range> cue;     // the words that report
  std::optional<Range> source;  // the words that name the speaker
  Speaker speaker;
  std::optional<Interval> said;
  Manner manner = Manner::speech;
  Act act = Act::say;
  std::string rule;       // id of the attribution rule that won
  double confidence = 0;  // 0 to 1
};

// The words of the content, pieces joined by " … ".
std::string content_text(std::string_view article_text, const Statement& statement);

// The names used in the record, and back; parse_… return nothing for any other word.
std::string_view name(Kind);
std::string_view name(Manner);
std::string_view name(Act);
std::string_view name(SpeakerKind);
std::optional<Kind> parse_kind(std::string_view);
std::optional<Manner> parse_manner(std::string_view);
std::optional<Act> parse_act(std::string_view);
std::optional<SpeakerKind> parse_speaker_kind(std::string_view);

}  // namespace onrecord
