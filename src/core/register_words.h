// RegisterWords: the words of a language that tell the register who is who and since when.
//
// The register (store) and tenures (core) know no English: these words come from
// rules/en/register.txt and person-names.txt, by way of the command line.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

struct RegisterWords {
  // All folded: lower case, without full stops.
  std::set<std::string> past;                  // "former": the role is over
  std::set<std::string> skipped;               // "longtime": says nothing of which role it is
  std::set<std::string> ends;                  // "of": what follows only says more of an office
  std::map<std::string, std::string> offices;  // "sen" is "senator", "vice-president" "vice president"
  std::set<std::string> suffixes;              // of names: "jr"
  std::map<std::string, std::string> given;    // short forms of given names: "joe" is "joseph"
};

// Reads lines word<TAB>what it is; kinds of lines that are not known here are passed over.
void read_register_words(std::string_view lines, RegisterWords& words);

// A role as it is compared.
struct RoleForm {
  std::string key;      // of the same role, however it is worded; empty where no word is left
  bool past = false;    // "former senator"
  bool office = false;  // the key is the name of an office: "senator"
};

// "former Florida Gov." is {"governor", past, office}; "Gov. of Florida", "Gov. (R-Fla.)" {"governor", office};
// "top adviser to Holt" {"top adviser to holt"}: an office counts only at the end of what is before "to".
RoleForm form_of(std::string_view role, const RegisterWords& words);

// The wordings of an office: of "senator" "sen" and "senator"; of any other role itself alone.
std::vector<std::string> wordings_of(std::string_view role, const RegisterWords& words);

// The words of a role or a name, folded: lower case, without full stops, commas, brackets and quotation marks.
std::vector<std::string> folded_words(std::string_view text);

}  // namespace onrecord
