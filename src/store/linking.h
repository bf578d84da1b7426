// Linking: which names are one person's, by name, role and days. Values in, values out; no SQL.
//
// What is linked by itself, persons only:
//   a name of one official                          → that official
//   "Anna B. Holt", "Anna Holt"                     → one, unless the store has another middle name ("Anna C. Holt")
//   "Joe Marlow", "Joseph Marlow"                   → one, where both are seen in one role; where only one has a
//                                                     "Jr.", it must be an office
//   "Holt" with a role in an article                → the only Holt with that role, by articles or by a term on the day
//   "Holt" without one                              → the Holt who is quoted ten times as often as all the others
//   a name of several officials                     → the only one in that role on the day
// All else that may be one person is a proposal: homonyms are never made one silently. What is linked depends
// on what is in the store, and not on the order in which it came there nor on corrections.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/register_words.h"
#include "core/tenure.h"

namespace onrecord {

// A name as it stands in articles.
struct NameSeen {
  std::string identity;            // "N"
  std::vector<std::string> words;  // folded: {"anna", "b", "holt"}; a single name has one
  std::size_t statements = 0;
  std::vector<std::string> roles;  // as worded, in all articles
};

// A single name, or a name of several officials, in one article.
struct NameInArticle {
  std::string identity;  // "N@A"
  std::vector<std::string> words;
  std::vector<std::string> roles;  // as worded there
  std::optional<Date> day;         // of publication
};

struct OfficialSeen {
  std::string identity;                         // where the official's own name leads
  std::vector<std::vector<std::string>> names;  // folded words of each
  std::vector<std::string> name_identities;     // "N" of each, in the same order
  std::vector<Term> terms;
};

struct Proposal {
  std::string identity, leads_to;  // may be one person
  std::string why;

  friend auto operator<=>(const Proposal&, const Proposal&) = default;
};

struct Linked {
  std::map<std::string, std::string> links;  // identity → identity; no cycles
  std::set<Proposal> proposals;
};

Linked link_names(const std::vector<NameSeen>& names, const std::vector<NameInArticle>& mentions,
                  const std::vector<OfficialSeen>& officials, const RegisterWords& words);

}  // namespace onrecord
