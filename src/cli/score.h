// Score: how good the statements of annotated articles are.
//
// Everything is counted in words (a run of letters, digits and the marks inside a word), so that
// a full stop more or less is no error. An attribution is found when one statement has
// half of its content's words; a statement is right when half of its content's words are those of one
// attribution. Content is also counted strictly (the same words) and partially (the share of
// words shared), as in the literature on attribution: figures can be compared with published ones.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cli/gold.h"
#include "core/statement.h"
#include "match/grammar.h"

namespace onrecord {

// What the statements of one rule are worth.
struct RuleScore {
  std::size_t statements = 0, right = 0, exact = 0;
  std::size_t spurious = 0;  // share no word with any attribution
};

// Statements of about the same confidence.
struct ConfidenceBin {
  std::size_t statements = 0, right = 0;
  double confidence = 0;  // their sum
};

struct ScoredFigure {
  std::string name;
  double value;  // a share, 0 to 1
};

class Score {
 public:
  // The grammar says which cues are speech. `speakers` may be empty: no figures of speakers then.
  Score(const Grammar& grammar, GoldSpeakers speakers);

  void add(const GoldArticle& gold, const std::vector<Statement>& statements);

  std::size_t statements() const { return count("statements"); }
  std::size_t attributions() const { return count("gold"); }

  // In a fixed order. A share of nothing is left out.
  std::vector<ScoredFigure> figures() const;
  const std::map<std::string, RuleScore>& rules() const { return rules_; }
  const std::array<ConfidenceBin, 10>& calibration() const { return calibration_; }
  // How far confidence is from the share that is right, on the average of the statements.
  double calibration_error() const;

  // One line each: article, kind or rule, words.
  const std::vector<std::string>& missed() const { return missed_; }
  const std::vector<std::string>& spurious() const { return spurious_; }

 private:
  using Words = std::vector<std::size_t>;  // numbers of words, in order
  struct Attribution;
  struct Said;

  std::size_t count(std::string_view key) const;
  double sum(std::string_view key) const;
  void add_shares(std::vector<ScoredFigure>& out, const std::string& name, std::string_view part,
                  std::string_view whole) const;
  void add_prf(std::vector<ScoredFigure>& out, const std::string& name, std::string_view right,
               std::string_view statements, std::string_view found, std::string_view gold) const;
  bool is_speech(const GoldArticle& gold, const GoldAttribution& a, bool quoted) const;
  void add_statement(const GoldArticle& gold, const Said& said, const std::vector<Attribution>& attributions);
  void add_attribution(const GoldArticle& gold, const Attribution& a, const std::vector<Said>& all);
  void add_spans(const std::string& key, const std::set<Words>& gold, const std::set<Words>& found);
  void add_speaker(const GoldSpeaker& gold, const Speaker& got);

  GoldSpeakers speakers_;
  std::set<std::string, std::less<>> speech_cues_;
  std::map<std::string, double, std::less<>> sums_;
  std::map<std::string, RuleScore> rules_;
  std::array<ConfidenceBin, 10> calibration_;
  std::vector<std::string> missed_, spurious_;
};

// The words of a text, in order: a run of letters, digits and "_", joined over a ’ ' - or . inside.
std::vector<Range> score_words(std::string_view text);

// Whether two names are one person's: the same words, or the same first and last word; accents,
// case, initials and titles are nothing. "Dr. Anna B. Holt", "Anna Holt" → true; "Holt", "Anna Holt" → false.
bool same_person_name(std::string_view gold, std::string_view got);
// The words of a name without what tells nothing.
std::vector<std::string> name_words(std::string_view name);

}  // namespace onrecord
