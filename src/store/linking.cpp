#include "store/linking.h"

#include <algorithm>
#include <utility>

namespace onrecord {
namespace {

constexpr std::size_t far_more = 10;       // times as many statements, and as many statements at least
constexpr std::size_t shortest_short = 3;  // letters of a short form that begins the name: "ben"

struct Parts {
  std::string first, last, suffix;
  std::vector<std::string> middle;
};

Parts parts_of(std::vector<std::string> words, const RegisterWords& known) {
  Parts parts;
  if (words.size() > 1 && known.suffixes.contains(words.back())) {
    parts.suffix = words.back();
    words.pop_back();
  }
  parts.last = words.back();
  if (words.size() > 1) parts.first = words.front();
  if (words.size() > 2) parts.middle.assign(words.begin() + 1, words.end() - 1);
  return parts;
}

// Whether two middle names can be one: equal, or one is the initial of the other.
bool same_middle(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return true;
  return a.front().starts_with(b.front().substr(0, 1)) && (a.front().size() == 1 || b.front().size() == 1 || a == b);
}

// All forms of a name with one first and last word and suffix.
struct Form {
  Parts parts;
  std::string identity;  // where it leads by then
  std::size_t statements = 0;
  std::set<std::string> roles, offices;  // keys of RoleForm
  std::set<std::string> exact;           // roles of several words: "spokesman" is too common to tell
  bool official = false;
  std::vector<Term> terms;

  bool held(const std::string& role, std::optional<Date> day, const RegisterWords& words) const {
    if (roles.contains(role)) return true;
    return std::any_of(terms.begin(), terms.end(), [&](const Term& term) {
      return form_of(term.role, words).key == role && (!day || term.holds_on(*day));
    });
  }
};

class Linking {
 public:
  Linking(const RegisterWords& words) : words_(words) {}

  void add(const OfficialSeen& official) {
    for (std::size_t i = 0; i < official.names.size(); ++i) {
      const std::string& name = official.name_identities[i];
      if (!owners_.emplace(name, official.identity).second && owners_[name] != official.identity)
        ambiguous_.insert(name);
    }
    officials_.push_back(&official);
  }

  void add(const NameSeen& name) {
    if (name.words.size() < 2 || ambiguous_.contains(name.identity)) return;
    Form& form = form_for(name.words, name.identity);
    form.statements += name.statements;
    for (const std::string& role : name.roles) add_role(form, role);
  }

  // After all names.
  void link_forms() {
    for (const auto& [name, owner] : owners_)
      if (!ambiguous_.contains(name) && name != owner) linked_.links[name] = owner;
    for (const OfficialSeen* official : officials_) add_terms(*official);
    for (auto& [last, forms] : by_last_) {
      link_middles(forms);
      link_short_forms(forms);
    }
  }

  void link(const NameInArticle& mention) {
    if (mention.words.empty()) return;
    mention.words.size() == 1 ? link_single(mention) : link_ambiguous(mention);
  }

  Linked take() { return std::move(linked_); }

 private:
  Form& form_for(const std::vector<std::string>& words, const std::string& identity) {
    const Parts parts = parts_of(words, words_);
    std::vector<Form>& forms = by_last_[parts.last];
    const auto found =
        std::find_if(forms.begin(), forms.end(), [&](const Form& form) { return form.identity == identity; });
    if (found != forms.end()) return *found;
    forms.emplace_back();
    forms.back().parts = parts;
    forms.back().identity = identity;
    forms.back().official = owners_.contains(identity) && !ambiguous_.contains(identity);
    return forms.back();
  }

  void add_role(Form& form, const std::string& role) {
    const RoleForm read = form_of(role, words_);
    if (read.key.empty()) return;
    form.roles.insert(read.key);
    if (read.key.find(' ') != std::string::npos) form.exact.insert(read.key);
    if (read.office) form.offices.insert(read.key);
  }

  void add_terms(const OfficialSeen& official) {
    for (std::size_t i = 0; i < official.names.size(); ++i) {
      if (official.names[i].size() < 2 || ambiguous_.contains(official.name_identities[i])) continue;
      Form& form = form_for(official.names[i], official.name_identities[i]);
      form.terms.insert(form.terms.end(), official.terms.begin(), official.terms.end());
      for (const Term& term : official.terms)
        if (const RoleForm read = form_of(term.role, words_); read.office) form.offices.insert(read.key);
    }
  }

  std::string root(const std::string& identity) const {
    std::string at = identity;
    for (auto next = linked_.links.find(at); next != linked_.links.end(); next = linked_.links.find(at))
      at = next->second;
    return at;
  }

  // Makes two one, the less quoted leading to the other; an official is led to.
  void join(const Form& a, const Form& b, const std::vector<Form>& forms) {
    const std::string x = root(a.identity), y = root(b.identity);
    if (x == y) return;
    const auto weight = [&](const std::string& of) {
      std::size_t statements = 0;
      bool official = false;
      for (const Form& form : forms)
        if (root(form.identity) == of) statements += form.statements, official |= form.official;
      return std::pair(official, statements);
    };
    const auto wx = weight(x), wy = weight(y);
    if (wx.first && wy.first) return propose(x, y, "the same name");  // two officials
    const bool to_x = wx != wy ? wx > wy : x < y;
    linked_.links[to_x ? y : x] = to_x ? x : y;
  }

  void propose(const std::string& identity, const std::string& leads_to, const std::string& why) {
    if (identity != leads_to) linked_.proposals.insert({identity, leads_to, why});
  }

  // "Anna B. Holt" and "Anna Holt", where there is no "Anna C. Holt".
  void link_middles(std::vector<Form>& forms) {
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < forms.size(); ++i) groups[{forms[i].parts.first, forms[i].parts.suffix}].push_back(i);
    for (const auto& [key, members] : groups) {
      const auto same = [&](std::size_t a, std::size_t b) {
        return same_middle(forms[a].parts.middle, forms[b].parts.middle);
      };
      // Whether all that can be the same as `a` can be the same as each other.
      const auto certain = [&](std::size_t a) {
        return std::all_of(members.begin(), members.end(), [&](std::size_t b) {
          return !same(a, b) ||
                 std::all_of(members.begin(), members.end(), [&](std::size_t c) { return !same(a, c) || same(b, c); });
        });
      };
      for (const std::size_t a : members)
        for (const std::size_t b : members) {
          if (a >= b || !same(a, b)) continue;
          if (certain(a) && certain(b)) {
            join(forms[a], forms[b], forms);
          } else {
            propose(forms[a].identity, forms[b].identity, "the same name but for one in the middle");
          }
        }
    }
  }

  bool same_given(const std::string& a, const std::string& b) const {
    if (a == b) return true;
    const auto full = [&](const std::string& word) {
      const auto found = words_.given.find(word);
      return found == words_.given.end() ? word : found->second;
    };
    if (full(a) == full(b)) return true;
    const auto short_of = [](const std::string& x, const std::string& y) {
      return x.size() >= shortest_short && x.size() < y.size() && y.starts_with(x);
    };
    return short_of(a, b) || short_of(b, a);
  }

  // "Joe Marlow" and "Joseph Marlow Jr.", by a role of both.
  void link_short_forms(std::vector<Form>& forms) {
    for (std::size_t a = 0; a < forms.size(); ++a)
      for (std::size_t b = a + 1; b < forms.size(); ++b) {
        const Parts &x = forms[a].parts, &y = forms[b].parts;
        const bool suffixes = x.suffix != y.suffix, both = suffixes && !x.suffix.empty() && !y.suffix.empty();
        if (root(forms[a].identity) == root(forms[b].identity) || both || !same_given(x.first, y.first)) continue;
        if (x.first == y.first && !suffixes) continue;  // link_middles has decided
        if (!same_middle(x.middle, y.middle)) continue;
        const auto shared = [](const std::set<std::string>& p, const std::set<std::string>& q) {
          return std::any_of(p.begin(), p.end(), [&](const std::string& role) { return q.contains(role); });
        };
        // A father and a son have their first name in common: the office alone cannot tell.
        const bool family = suffixes && x.first == y.first;
        if (!family &&
            (shared(forms[a].offices, forms[b].offices) || (!suffixes && shared(forms[a].exact, forms[b].exact)))) {
          join(forms[a], forms[b], forms);
        } else {
          propose(forms[a].identity, forms[b].identity, suffixes ? "one has a " + x.suffix + y.suffix : "like names");
        }
      }
  }

  void link_single(const NameInArticle& mention) {
    const auto bucket = by_last_.find(mention.words.front());
    if (bucket == by_last_.end()) return;
    struct Candidate {
      std::size_t statements = 0;
      bool in_role = false;
    };
    std::map<std::string, Candidate> candidates;  // by root
    std::set<std::string> roles;
    for (const std::string& role : mention.roles)
      if (const RoleForm form = form_of(role, words_); !form.key.empty()) roles.insert(form.key);
    for (const Form& form : bucket->second) {
      Candidate& candidate = candidates[root(form.identity)];
      candidate.statements += form.statements;
      for (const std::string& role : roles) candidate.in_role |= form.held(role, mention.day, words_);
    }
    std::size_t all = 0, in_role = 0;
    const std::string *most = nullptr, *held = nullptr;
    std::size_t statements = 0, of_held = 0, most_of_held = 0;
    for (const auto& [id, candidate] : candidates) {
      all += candidate.statements;
      if (most == nullptr || candidate.statements > statements) most = &id, statements = candidate.statements;
      if (!candidate.in_role) continue;
      ++in_role;
      of_held += candidate.statements;
      if (held == nullptr || candidate.statements > most_of_held) held = &id, most_of_held = candidate.statements;
    }
    const auto far = [](std::size_t one, std::size_t whole) {
      return one >= far_more && one >= far_more * (whole - one);
    };
    if (in_role == 1 || (in_role > 1 && far(most_of_held, of_held))) {
      linked_.links[mention.identity] = *held;
    } else if (roles.empty() && far(statements, all)) {
      linked_.links[mention.identity] = *most;
    } else {
      for (const auto& [id, candidate] : candidates)
        if (candidate.statements > 0 || candidate.in_role)
          propose(mention.identity, id, candidate.in_role ? "the same surname and role" : "the same surname");
    }
  }

  void link_ambiguous(const NameInArticle& mention) {
    std::set<std::string> fitting, named;
    const std::string name = mention.identity.substr(0, mention.identity.find('@'));
    for (const OfficialSeen* official : officials_) {
      if (std::find(official->name_identities.begin(), official->name_identities.end(), name) ==
          official->name_identities.end())
        continue;
      named.insert(official->identity);
      for (const std::string& role : mention.roles)
        for (const Term& term : official->terms)
          if (form_of(term.role, words_).key == form_of(role, words_).key &&
              (!mention.day || term.holds_on(*mention.day)))
            fitting.insert(official->identity);
    }
    if (fitting.size() == 1) {
      linked_.links[mention.identity] = *fitting.begin();
    } else {
      for (const std::string& identity : named) propose(mention.identity, identity, "several are called so");
    }
  }

  const RegisterWords& words_;
  std::map<std::string, std::string> owners_;  // names of officials, to the first that has it
  std::set<std::string> ambiguous_;            // names of several
  std::vector<const OfficialSeen*> officials_;
  std::map<std::string, std::vector<Form>> by_last_;
  Linked linked_;
};

}  // namespace

Linked link_names(const std::vector<NameSeen>& names, const std::vector<NameInArticle>& mentions,
                  const std::vector<OfficialSeen>& officials, const RegisterWords& words) {
  Linking linking(words);
  for (const OfficialSeen& official : officials) linking.add(official);
  for (const NameSeen& name : names) linking.add(name);
  linking.link_forms();
  for (const NameInArticle& mention : mentions) linking.link(mention);
  return linking.take();
}

}  // namespace onrecord
