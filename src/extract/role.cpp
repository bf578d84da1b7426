#include "extract/role.h"

#include <algorithm>
#include <cstdlib>

#include "core/text.h"

namespace onrecord {
namespace {

constexpr int rank_office = 6, rank_before = 5, rank_title = 3, rank_described = 2;

std::string_view last_of(std::string_view words) { return words.substr(words.rfind(' ') + 1); }

bool drop(std::string_view& words, std::initializer_list<std::string_view> beginnings) {
  for (const std::string_view beginning : beginnings)
    if (!words.empty() && words[0] == beginning[0] && words.starts_with(beginning)) {
      words.remove_prefix(beginning.size());
      return true;
    }
  return false;
}

// "former mayor".
bool is_former_phrase(std::string_view words) {
  drop(words, {"the ", "The ", "a ", "A "});
  return drop(words, {"former ", "Former ", "onetime ", "Onetime "});
}

// "PRESSOhio": where a page was read as one line.
bool glued(std::string_view word) {
  std::size_t capitals = 0;
  for (const char c : word) {
    if (c >= 'a' && c <= 'z' && capitals > 3) return true;
    capitals = c >= 'A' && c <= 'Z' ? capitals + 1 : 0;
  }
  return false;
}

// Of what somebody is no more: "who was his adviser".
bool is_past(std::string_view verb) { return one_of(verb, {"was", "served as", "had been", "worked as"}); }

// " the " of "the mayor"; a space where there is none.
std::string article(std::string_view words) {
  for (const std::string_view word : {"the ", "a ", "an "})
    if (words.rfind(word, 0) == 0) return " " + std::string(word);
  return " ";
}

// What somebody may be one day is not what he is: "the next president"; nor is what he alone has done.
bool not_yet(std::string_view words) {
  return drop(words, {"next ", "only ", "future ", "potential ", "possible ", "prospective ", "likely ", "would-be "});
}

// Words that a role cannot end with: what they begin was cut off.
void drop_loose_end(std::string_view& words) {
  const auto loose = [](std::string_view word) {
    return one_of(
        word, {"a",      "an",    "the",   "his",    "her",   "their",   "its",     "at",     "of",    "for",  "in",
               "on",     "with",  "by",    "from",   "to",    "as",      "and",     "or",     "one",   "two",  "three",
               "during", "under", "after", "before", "since", "against", "between", "over",   "about", "than", "four",
               "five",   "six",   "seven", "eight",  "nine",  "ten",     "several", "nearly", "many"});
  };
  const std::size_t space = words.rfind(' ');
  const std::string_view before = space == std::string_view::npos ? std::string_view() : words.substr(0, space);
  const bool year = words.find_first_not_of("0123456789", space + 1) == std::string_view::npos;
  if ((words.ends_with("ing") && loose(last_of(before))) || (year && last_of(before) == "for") ||
      (year && before.ends_with("s") && before.size() > 2 && before.find_last_of("'’") + 3 > before.size()))
    words = before.substr(0, before.rfind(year ? ' ' : '\0'));  // "founder of two lobbying", "aide on Holt’s 2008"
  while (words.find(' ') != std::string_view::npos && loose(last_of(words))) words = words.substr(0, words.rfind(' '));
}

// Without the article and what stands around it: "an adviser to the board," is "adviser to the board".
std::string trimmed(std::string_view words) {
  while (!words.empty() && (words.back() == ' ' || words.back() == ',' || words.back() == '\n')) words.remove_suffix(1);
  drop(words, {"neither ", "Neither ", "even ", "Even ", "not ", "now ", "currently "});
  drop(words, {"a ", "an ", "the ", "both ", "A ", "An ", "The ", "Both "});
  if (words.rfind("one of ", 0) != 0 && words.rfind("One of ", 0) != 0)
    drop(words, {"one ", "One ", "another ", "Another "});
  if (std::string_view rest = words;
      drop(rest, {"fellow "}) && (rest[0] < 'a' || rest.find(' ') == std::string_view::npos))
    words = rest;                                                     // "fellow Sen.", not "fellow at the institute"
  for (const std::string_view of : {"his ", "her ", "His ", "Her "})  // "his wife presidential candidate Anna Holt"
    if (words.rfind(of, 0) == 0) {
      std::string_view rest = words.substr(of.size());
      if (drop(rest, {"wife ", "husband ", "daughter ", "son ", "brother ", "sister "}) &&
          rest.find(' ') != std::string_view::npos)
        words = rest;
    }
  // "his top aide" is a top aide; whose wife "his wife" is, stays to be asked.
  drop(words, {"its ", "their ", "Its ", "Their "});
  if (words.find(' ') != words.rfind(' ')) drop(words, {"his ", "her ", "His ", "Her "});
  for (const std::string_view other : {" and his ", " and her ", " and their ", " by the time", " by then"})
    words = words.substr(0, words.find(other));
  drop_loose_end(words);
  while (!words.empty() && (words[0] == '>' || words[0] == '*')) words.remove_prefix(1);
  return words.rfind("whose ", 0) == 0 || words.ends_with("est person") || not_yet(words) ? std::string()
                                                                                          : std::string(words);
}

// "Sens." is "Sen.".
std::string one_of_many(std::string_view title) {
  if (title.ends_with("men")) return std::string(title.substr(0, title.size() - 2)) + "an";
  return title.back() == '.' ? std::string(title.substr(0, title.size() - 2)) + "."
                             : std::string(title.substr(0, title.size() - 1));
}

// "mayors" is "mayor", "spokesmen" "spokesman".
std::string singular(std::string_view word) {
  std::string out(word);
  if (out.size() > 4 && out.ends_with("men"))
    out[out.size() - 2] = 'a';
  else if (out.size() > 4 && out.ends_with("ies"))
    out.replace(out.size() - 3, 3, "y");
  else if (out.size() > 3 && out.back() == 's' && !out.ends_with("ss"))
    out.pop_back();
  return out;
}

}  // namespace

RoleFinder::RoleFinder(const Grammar& grammar, const Names& names)
    : names_(names),
      stage_(grammar.stage("person")),
      lexer_(grammar.lexer()),
      person_capture_(stage_.capture("person")),
      role_capture_(stage_.capture("role")),
      verb_capture_(stage_.capture("verb")),
      title_(lexer_.tag("title")),
      role_(lexer_.tag("role")),
      roles_(lexer_.tag("roles")),
      realm_(lexer_.tag("realm")),
      weak_(lexer_.tag("weak")),
      none_(lexer_.tag("none")),
      bare_(lexer_.tag("bare")),
      opinion_(lexer_.tag("opinion")),
      seeker_(lexer_.tag("seeker")),
      place_(lexer_.tag("place")),
      given_(grammar.alphabet().symbol("GIVEN")),
      title_symbol_(grammar.alphabet().symbol("TITLE")),
      until_(grammar.alphabet().symbol("SUBORD")),
      thing_(grammar.alphabet().symbol("THING")),
      fragment_(grammar.alphabet().symbol("FRAGMENT")),
      quote_(grammar.alphabet().symbol("QUOTE")),
      possessive_(grammar.alphabet().symbol("POSS")),
      person_(grammar.alphabet().symbol("PERSON")),
      of_(grammar.alphabet().symbol("OF")),
      determiner_(grammar.alphabet().symbol("DET")),
      base_(grammar.alphabet().symbol("VBASE")),
      adverb_(grammar.alphabet().symbol("ADV")),
      comma_(grammar.alphabet().symbol("COMMA")),
      and_(grammar.alphabet().symbol("AND")),
      someone_(grammar.alphabet().symbol("SOMEONE")),
      dash_(grammar.alphabet().symbol("DASH")),
      organization_(grammar.alphabet().symbol("ORG")),
      body_(grammar.alphabet().symbol("BODY")),
      paper_(grammar.alphabet().symbol("PAPER")),
      finite_(grammar.alphabet().members("FINITE")) {
  for (const std::string_view name : {"PREPS", "FINITE", "VINF", "VGER"}) governs_ += grammar.alphabet().members(name);
  for (const std::string_view name : {"MODAL", "TO", "PRONOUN"}) verbs_ += grammar.alphabet().members(name);
  for (const std::string_view name : {"NOUN", "NBASE", "NS", "NING"}) nouns_ += grammar.alphabet().symbol(name);
}

std::vector<RoleFound> RoleFinder::find(std::string_view text, const Clause& clause,
                                        const std::vector<std::size_t>& named) const {
  std::vector<RoleFound> out;
  if (named.empty()) return out;
  std::string symbols = clause.symbols;  // "Karl London" looks like a place, and is none
  for (const std::size_t span : named) symbols[span] = person_;
  const auto words = [&](Range spans) { return slice(text, clause.bytes(spans)); };
  const std::string_view first = slice(text, clause.tokens.front().range);
  const bool supposed = one_of(first, {"Maybe", "Perhaps", "If"});
  for (int pass = 1; pass <= stage_.passes(); ++pass)
    for (const Match& match : stage_.all(symbols, words, pass)) {
      const auto& person = match.captures[person_capture_];
      const auto& role = match.captures[role_capture_];
      if (!person || !role || speaks_next(text, clause, symbols, *person, *role) ||
          !only_age(text, clause, *person, *role))
        continue;
      // "Karl Weber, his son’s high school teacher"; not "a friend of Holt’s"
      if (person->end < role->begin && role->size() == 1 && role->end < symbols.size() &&
          symbols[role->end] == possessive_ && words(*role).find(" of ") == std::string_view::npos)
        continue;
      RoleFound found{match.rule, person->begin, clause.bytes(whole(text, clause, *role)), std::nullopt};
      if (const auto& verb = match.captures[verb_capture_]) found.verb = clause.bytes(*verb);
      // "while Holt was the mayor"
      const bool clause_of_its_own = found.verb && clause.spans[person->end].bytes.begin == found.verb->begin;
      const std::size_t until = symbols.find(until_);
      if (clause_of_its_own && until < person->begin) {
        const std::string_view verb = slice(text, *found.verb), when = slice(text, clause.spans[until].bytes);
        if (is_past(verb) || (verb == "became" && one_of(when, {"before", "until", "when"}))) continue;
      }
      found.supposed = supposed && person->end < role->begin && symbols[person->end] != comma_;
      out.push_back(found);
    }
  return out;
}

// With what a role that ends in an article goes on: "during the" Holt administration, whose given name is a phrase; and
// with the last word of a name that is a word of the language: "head of Westmark Teachers" United,
Range RoleFinder::whole(std::string_view text, const Clause& clause, Range role) const {
  const std::string_view last = slice(text, clause.spans[role.end - 1].bytes);
  if (one_of(last, {"the", "a", "an"}) && role.end + 1 < clause.spans.size() && clause.spans[role.end].symbol == given_)
    role.end += 2;
  const auto capital = [](std::string_view word) { return word[0] >= 'A' && word[0] <= 'Z'; };
  if (role.end < clause.spans.size() && clause.spans[role.end].symbol == person_ && capital(last_of(last))) {
    const Span& next = clause.spans[role.end];
    const bool ends = role.end + 1 == clause.spans.size() || clause.spans[role.end + 1].symbol == comma_;
    if (ends && next.tokens.size() == 1 && clause.tokens[next.tokens.begin].entry != 0 &&
        clause.tokens[next.tokens.begin].symbol != given_ && capital(slice(text, next.bytes)))
      ++role.end;
  }
  // "the Center for Strategic and International Studies"
  if (role.size() > 1 && role.end + 1 < clause.spans.size() && clause.spans[role.end].symbol == and_ &&
      capital(last_of(last)) && !lexer_.has(lexer_.entry(last_of(last)), place_)) {
    const Span& next = clause.spans[role.end + 1];
    const bool name = next.symbol == thing_ || next.symbol == body_ || next.symbol == paper_;
    if (name && capital(slice(text, next.bytes)) && clause.tokens[next.tokens.begin].symbol != determiner_ &&
        slice(text, clause.spans[role.end - 2].bytes) == "for")
      role.end += 2;
  }
  return role;
}

// Of "leader over her rival" before a name: "her rival".
std::string_view RoleFinder::own(std::string_view words) const {
  const std::string_view two = words.substr(words.rfind(' ', words.size() - last_of(words).size() - 2) + 1);
  const auto is_role = [&](std::string_view end) { return lexer_.has(lexer_.entry(end), role_); };
  if (!is_role(last_of(words)) && !is_role(two) && two != "running mate") return words;
  for (const std::string_view owner : {" his ", " her ", " its ", " their "})
    if (const std::size_t at = words.rfind(owner); at != std::string_view::npos) return words.substr(at + 1);
  return words;
}

// What "two Westmark teachers" are is, of each of them, a "Westmark teacher".
std::string RoleFinder::single(std::string words) const {
  std::string_view rest = words;
  const bool number = drop(rest, {"two ", "three ", "four ", "five ", "six ", "several ", "Two ", "Three ", "Four ",
                                  "pair of ", "couple of ", "trio of ", "group of "});
  if (number && rest.rfind("of ", 0) == 0) return "one " + std::string(rest);                   // "two of the lawyers"
  const bool owned = drop(rest, {"one of his ", "one of her ", "One of his ", "One of her "});  // "one of his advisers"
  std::size_t end = rest.size();
  for (const std::string_view word : {",", " of ", " for ", " at ", " in ", " on ", " from ", " who ", " with "})
    end = std::min(end, rest.find(word));
  const std::string_view phrase = rest.substr(0, end);
  const std::string_view noun = last_of(phrase);
  const std::uint32_t entry = lexer_.entry(noun);
  const bool plural = entry != 0 && lexer_.has(entry, roles_) && !lexer_.has(entry, role_);
  if (!plural && !((number || owned) && noun.back() == 's')) return number || owned ? std::string(rest) : words;
  std::string out(phrase.substr(0, phrase.size() - noun.size()));
  out += singular(noun);
  out += rest.substr(end);
  return out;
}

// Between a name and what stands behind it there is no more than an age: not "Holt, whose plain, outsider appeal".
bool RoleFinder::only_age(std::string_view text, const Clause& clause, Range person, Range role) const {
  for (std::size_t i = person.end; i < role.begin; ++i) {
    const std::string_view said = slice(text, clause.spans[i].bytes);
    if (clause.spans[i].symbol == thing_ && said.rfind("whose ", 0) == 0) return false;
  }
  return true;
}

// The head of a role, before "of", "who" or a comma: "fan" of "fan of the team".
std::string_view RoleFinder::head(std::string_view words) const {
  for (const std::string_view end :
       {",", " (", " of ", " for ", " to ", " who ", " in ", " on ", " at ", " from ", " with "})
    words = words.substr(0, words.find(end));
  return last_of(words);
}

// Without what the writer thinks of somebody: "outspoken mayor" is "mayor"; empty for "the most hawkish candidate".
std::string RoleFinder::plain(std::string_view words) const {
  for (const std::string_view more : {"most ", "Most ", "more ", "More ", "least "})
    if (words.rfind(more, 0) == 0 && words.rfind("senior ", more.size()) != more.size()) return {};
  words.remove_prefix(std::min(words.find_first_not_of(' '), words.size()));
  for (std::size_t space = words.find(' '); space != std::string_view::npos; space = words.find(' ')) {
    std::string_view first = words.substr(0, space);
    if (first.ends_with(',')) first.remove_suffix(1);
    if (first.empty()) break;
    const bool hyphens = first.size() > 12 && std::count(first.begin(), first.end(), '-') > 2;  // "take-no-prisoners"
    const std::uint32_t entry = lexer_.entry(first[0] >= 'a' ? first : std::string_view(fold_name(first)));
    if (!hyphens && !lexer_.has(entry, opinion_)) break;
    words.remove_prefix(std::min(words.find_first_not_of(' ', space), words.size()));
    drop(words, {"and ", "but "});
  }
  return std::string(words);
}

// What a role tells: nothing ("a man who …"), little ("rival"), or as much as its rank says.
void RoleFinder::judge(RoleSeen& role) const {
  role.words = plain(role.words);
  const std::uint32_t entry = lexer_.entry(head(role.words));
  if (role.words.empty() || entry == 0) return;
  const bool one = role.words.find(' ') == std::string::npos;
  if (lexer_.has(entry, none_) || (one && lexer_.has(entry, weak_))) role.words.clear();  // "rival": of whom?
  const bool bare = one && lexer_.has(entry, bare_);
  if (lexer_.has(entry, weak_) || bare) role.rank = std::min(role.rank, 1);
}

// "After the talks with Holt, the mayor said": what stands behind the name is somebody else, who speaks.
bool RoleFinder::speaks_next(std::string_view text, const Clause& clause, const std::string& symbols, Range person,
                             Range role) const {
  if (role.begin != person.end + 1) return false;
  // "Addressed - on Monday, to Holt - the mayor spoke": the second dash ends what the first began.
  const bool closed = symbols[person.end] == dash_ && symbols.find(dash_) < person.begin;
  std::size_t next = role.end;
  while (next < symbols.size() && symbols[next] == adverb_) ++next;
  std::size_t first = person.begin;  // of the names: "with Holt and Weber, the mayor said"
  const bool definite = slice(text, clause.spans[role.begin].bytes).rfind("the ", 0) == 0;
  while (definite && first > 1 && (symbols[first - 1] == and_ || symbols[first - 1] == comma_) &&
         symbols[first - 2] == person_)
    first -= 2;
  const bool governed = first > 0 && governs_.find(symbols[first - 1]) != std::string::npos;
  // "After an hour with Holt, the mayor “looked pale”"
  if (next < symbols.size() && (symbols[next] == fragment_ || symbols[next] == quote_) && governed) {
    const std::string_view said = slice(text, clause.spans[next].bytes);
    const std::size_t letter = std::min(said.find_first_not_of("\"'“‘"), said.size() - 1);
    return said[letter] >= 'a' && said[letter] <= 'z';
  }
  if (next >= symbols.size() || finite_.find(symbols[next]) == std::string::npos) return false;
  const bool inserted = next + 1 < symbols.size() && symbols[next + 1] == comma_;  // "Holt, a friend said, “is …”"
  return inserted || governed || closed;
}

RoleSeen RoleFinder::seen(std::string_view text, const RoleFound& found) const {
  RoleSeen role;
  if (!found.supposed) role.words = single(trimmed(own(slice(text, found.role))));
  // "who was his adviser" is one no more.
  if (found.verb && !role.words.empty())
    if (const std::string_view verb = slice(text, *found.verb); is_past(verb))
      role.words = "who " + std::string(verb) + article(slice(text, found.role)) + role.words;
  const auto rank = found.rule->keys.find("rank");
  role.rank = rank == found.rule->keys.end() ? 1 : std::atoi(rank->second.c_str());
  if (role.words.rfind("then ", 0) == 0) role.rank = 1;  // "then a student": not what he is today
  const auto way = found.rule->keys.find("way");
  role.party = way != found.rule->keys.end() && way->second == "party";
  role.clause = way != found.rule->keys.end() && way->second == "clause";
  role.bytes = found.role;
  judge(role);
  return role;
}

RoleSeen RoleFinder::described(std::string_view words, Range bytes) const {
  RoleSeen role;
  role.words = single(trimmed(words));
  role.rank = rank_described;
  role.bytes = bytes;
  judge(role);
  return role;
}

RoleSeen RoleFinder::before(std::string_view text, const Clause& clause, const Mention& mention) const {
  const Span& span = clause.spans[mention.span];
  const std::vector<Token>& tokens = clause.tokens;
  RoleSeen role;
  std::size_t begin = span.tokens.begin, end = begin;
  while (end < span.tokens.end && tokens[end].range.begin < mention.bytes.begin) ++end;
  // Mr. says nothing of what a man is.
  while (end > begin && names_.is_address(slice(text, tokens[end - 1].range))) --end;
  for (std::size_t i = begin; i < end; ++i)
    if (one_of(slice(text, tokens[i].range), {"said", "says"})) begin = i + 1;
  for (std::size_t i = begin + 1; i + 1 < end; ++i)
    if (governs_next(text, tokens, i)) begin = i + 1;
  for (std::size_t i = begin; i + 1 < end; ++i)
    if (glued(slice(text, tokens[i].range))) begin = i + 1;
  if (begin == end) return role;
  // "the judge Holt had criticised", not "the late Sen. Holt".
  const bool titled =
      std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                  tokens.begin() + static_cast<std::ptrdiff_t>(end), [&](const Token& t) { return is_title(text, t); });
  if (titled && !mention.name.full() && one_of(slice(text, tokens[begin].range), {"a", "A", "any", "another"}))
    return role;  // "a President Holt"
  const bool called = mention.span == 1 && clause.spans[0].tokens.size() == 1 && tokens[0].symbol == base_;
  if (titled && called && !mention.name.full()) return role;  // "Enter President Holt."
  if (tokens[begin].symbol == determiner_ && !titled && (!mention.name.full() || relative(text, clause, mention.span)))
    return role;
  bool office = false, title = false;
  for (std::size_t i = begin; i < end; ++i) {
    title |= lexer_.has(tokens[i].entry, title_);
    const bool lower = text[tokens[i].range.begin] >= 'a';
    office |= title || lexer_.has(tokens[i].entry, role_) || (lower && lexer_.has(tokens[i].entry, roles_));
  }
  const bool owned = tokens[end - 1].symbol == possessive_;                                // "the Post’s Anna Holt"
  if (owned && !mention.name.full() && (mention.plain || mention.thing_end)) return role;  // "Coroner’s Office"
  // "Westmark’s Anna Holt", "Karl Weber’s Blue Fence" are nothing by that.
  if (owned && !office && end > begin + 1) {
    const Token& owner = tokens[end - 2];
    const bool human = std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                                   tokens.begin() + static_cast<std::ptrdiff_t>(end),
                                   [&](const Token& t) { return t.symbol == given_ || t.symbol == title_symbol_; });
    if (human || lexer_.has(owner.entry, place_)) return role;
  }
  const Token& head = tokens[end - 1];
  const bool noun =
      nouns_.find(head.symbol) != std::string::npos || (head.symbol == organization_ && text[head.range.begin] >= 'a');
  if (!owned && head.entry != 0 && noun && !lexer_.has(head.entry, role_) && !lexer_.has(head.entry, roles_) &&
      !lexer_.has(head.entry, title_))
    return role;  // "the centrist organization Holt used"
  if (begin > 0 && begin + 1 == end && verbs_.find(tokens[begin - 1].symbol) != std::string::npos &&
      text[tokens[begin].range.begin] >= 'a')
    return role;  // "he would counsel Holt"
  if (!office && !owned) return role;
  // "the Post’s Anna Holt" is of the Post.
  const std::size_t last = owned && !office && end > begin + 1 ? end - 2 : end - 1;
  role.bytes = {tokens[office_begin(text, tokens, begin, end)].range.begin, tokens[last].range.end};
  role.words = trimmed(slice(text, role.bytes));
  // "former mayor and party chairman Anna Holt" is neither any more.
  if (mention.span > 1 && clause.spans[mention.span - 1].symbol == and_ && mention.bytes.end == span.bytes.end &&
      clause.spans[mention.span - 2].symbol == someone_ && tokens[begin].symbol != determiner_ &&
      is_former_phrase(slice(text, clause.spans[mention.span - 2].bytes)) && !is_former_phrase(role.words) &&
      !lexer_.has(tokens[end - 1].entry, seeker_))
    role.words = "former " + role.words;
  for (const std::string_view many : {"Sens.", "Reps.", "Govs.", "Senators", "Representatives", "Congressmen"})
    if (role.words.ends_with(many)) role.words.replace(role.words.size() - many.size(), many.size(), one_of_many(many));
  role.title = role.words.find(' ') == std::string::npos;
  role.rank = !office ? 1 : role.title ? rank_title : title ? rank_office : rank_before;
  // "Rep. Anna Holt of Montana"
  for (std::size_t i = end; i < span.tokens.end; ++i)
    if (tokens[i].symbol == of_ && tokens[i].range.begin >= mention.bytes.end && i + 1 < span.tokens.end) {
      const char first = text[tokens[i + 1].range.begin];
      const bool place = (first >= 'A' && first <= 'Z') || tokens[i + 1].symbol == determiner_;
      if (!place) break;  // "accused Mayor Holt of fraud"
      role.words += " " + std::string(slice(text, {tokens[i].range.begin, span.bytes.end}));
      break;
    }
  judge(role);
  return role;
}

// "those of the party’s past denouncing Republican nominee Anna Holt": a verb between a noun and what it governs.
bool RoleFinder::governs_next(std::string_view text, const std::vector<Token>& tokens, std::size_t verb) const {
  const std::string_view word = slice(text, tokens[verb].range);
  const auto small = [&](std::size_t i) { return text[tokens[i].range.begin] >= 'a'; };
  const bool noun =
      nouns_.find(tokens[verb - 1].symbol) != std::string::npos || (verb > 1 && tokens[verb - 2].symbol == possessive_);
  return word.size() > 6 && word.ends_with("ing") && small(verb) && !small(verb + 1) && small(verb - 1) && noun;
}

// "She was the best friend Holt always had": what stands before the name is not what Holt is.
bool RoleFinder::relative(std::string_view text, const Clause& clause, std::size_t span) const {
  if (span == 0 || span + 1 >= clause.spans.size()) return false;
  const std::string_view before = slice(text, clause.spans[span - 1].bytes);
  if (!one_of(last_of(before), {"is", "was", "be", "been", "became"})) return false;
  std::size_t next = span + 1;
  if (clause.spans[next].symbol == adverb_ && next + 1 < clause.spans.size()) ++next;
  return finite_.find(clause.spans[next].symbol) != std::string::npos;
}

// Where the words of an office begin that stand before a name: "whatever action President Holt takes" is not about
// an action president. Small nouns that stand right before a title with a capital are not of it.
std::size_t RoleFinder::office_begin(std::string_view text, const std::vector<Token>& tokens, std::size_t begin,
                                     std::size_t end) const {
  std::size_t title = end;
  while (title > begin && !is_title(text, tokens[title - 1])) --title;
  if (title == begin) return begin;
  for (std::size_t i = title - 1; i > begin; --i) {
    const Token& word = tokens[i - 1];
    // "former rival Gov. Holt" is governor today, and so is "former candidate Sen. Holt" senator.
    const bool past = one_of(slice(text, tokens[begin].range), {"former", "Former", "onetime", "Onetime", "ex", "Ex"});
    if (lexer_.has(word.entry, weak_) || (past && lexer_.has(word.entry, seeker_))) return i;
    if (lexer_.has(word.entry, role_) || lexer_.has(word.entry, title_)) return begin;
    const std::string_view letters = slice(text, word.range);
    const bool small = std::none_of(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    const bool noun = nouns_.find(word.symbol) != std::string::npos || word.symbol == organization_;
    if (small && noun && !lexer_.has(word.entry, realm_)) return i;
  }
  return begin;
}

bool RoleFinder::is_title(std::string_view text, const Token& token) const {
  return lexer_.has(token.entry, title_) && last_of(slice(text, token.range))[0] < 'a';  // "state Sen."
}

}  // namespace onrecord
