// Reading: one article as the Resolver sees it while it names the speakers. Internal to speaker.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/article.h"
#include "core/quotation.h"
#include "core/statement.h"
#include "extract/people.h"
#include "extract/speaker.h"

namespace onrecord {

class Reading {
 public:
  Reading(const Resolver::Parts& parts, const Article& article, const std::vector<Sentence>& sentences,
          const std::vector<Clause>& clauses, const std::vector<Quotation>& quotations);

  // Call in the order of the quotations' sources: pronouns lean on the speakers before.
  Speaker speaker(const Quotation& quotation);

 private:
  // A place in the article: a span of a clause.
  struct At {
    std::size_t sentence, span;
  };

  void find_roles();
  std::size_t sentence_of(std::size_t byte) const;
  std::size_t mention_in(Range bytes, bool whole_phrase) const;
  std::size_t named_by(At at) const;

  Speaker by_head(At at, Range source);
  Speaker inside_phrase(At at, Range source);
  Speaker in_quotation(Range source);
  Speaker who(At at);
  Speaker someone(At at, Range source);
  Speaker they(At at);
  Speaker thing(At at, Range source);
  Speaker author() const;
  Speaker pronoun(Range at, std::string_view word);
  Speaker person(std::size_t person) const;
  Speaker words(Range source, SpeakerKind kind) const;

  std::size_t antecedent(std::size_t before, Gender gender) const;

  const Resolver::Parts& parts_;
  const Article& article_;
  std::string_view text_;
  const std::vector<Sentence>& sentences_;
  const std::vector<Clause>& clauses_;
  People people_;
  std::vector<bool> told_;  // of each mention: it stands in what somebody says
  struct Spoke {
    std::size_t at, person;
  };
  std::vector<Spoke> spoke_;  // pronouns that were settled, in order
  std::size_t author_ = People::nobody;
};

}  // namespace onrecord
