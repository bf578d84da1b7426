// Register: who is meant by the names of articles, and what people correct in that.
//
// A name has an identity (identity_of, or that and the article: "N@A"). Identities lead to
// others, step by step, and where the last one leads nowhere is a person. What is corrected
// by hand leads first, then the table `link` (what the program found), then "N@A" to "N". So who
// is who is worked out from statements, links and corrections alone: undoing the newest correction gives back
// the store as it was, and no later log undoes one. A correction pins where it leads: what the program
// finds out later about that one changes nothing.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/register_words.h"
#include "core/statement.h"
#include "store/store.h"
#include "store/words.h"

namespace onrecord {

// Whether speakers of the kind are in the register.
bool has_person(SpeakerKind kind);
// The identity of a name: 32 hex digits. `words` are folded (Words::spaced).
std::string identity_of(SpeakerKind kind, const std::string& words);
// "Keller", "de Bruin": what stands before the last word has no capital.
bool is_single_name(std::string_view name);

class Register {
 public:
  Register(SQLite::Database& db, const Words& words);  // both must outlive the register

  // The identity that a name in an article has: "N@A" for a person with a single name, for a name that several
  // officials have, and where it was split off by hand.
  std::string identity_in(const std::string& article, const Speaker& speaker, const std::string& words) const;
  // Reads corrections and names of officials anew.
  void reload();

  // The person that an identity leads to, by id.
  std::string person_of(const std::string& identity);

  // Finds out which names are one person's (linking.h), then settles.
  void link(const RegisterWords& words);
  // Leads every speaker and official to their person. After anything that changes statements, links or corrections;
  // inside the caller's transaction.
  void settle();

  // As Store's members of these names; `person` are ids. Throw Error where it cannot be done.
  void alias(const std::string& person, const std::string& name, const Signature& by);
  void rename(const std::string& person, const std::string& name, const Signature& by);
  void merge(const std::string& person, const std::string& other, const Signature& by);
  std::string split(const std::string& person, const std::vector<std::string>& parts, const Signature& by);
  std::optional<std::string> undo(const Signature& by);

 private:
  using Leads = std::map<std::string, std::string>;
  struct Known {
    std::string id, name, kind;
  };

  std::string root(const std::string& identity);
  std::string root_of_person(const std::string& person);
  Known known(const std::string& person);
  std::set<std::string> identities_of(const std::string& person, const std::string& root);
  std::set<std::string> parts_of(const Known& person, const std::vector<std::string>& parts);
  // Where a name that is to be the person's leads; throws Error where it is somebody else's.
  Leads name_leads(const Known& person, const std::string& name);
  void correct(const std::string& field, const std::string& id, const std::string& name, const Leads& leads,
               const std::string& note, const Signature& by);

  void settle_mentions();
  void move_mention(const std::string& from, const std::string& to, const std::string& article);
  void settle_people();
  void settle_names();

  SQLite::Database& db_;
  const Words& words_;
  SQLite::Statement find_link_;
  Leads corrected_;                  // of all corrections that are not undone
  std::set<std::string> ambiguous_;  // "N" of names that several officials have
};

}  // namespace onrecord
