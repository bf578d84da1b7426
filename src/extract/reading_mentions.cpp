// The part of Reading that gathers the names of an article before it is asked who they are.
#include <algorithm>
#include <cctype>

#include "core/text.h"
#include "extract/reading.h"

namespace onrecord {
namespace {

// At the start of a sentence a first name can be taken for a verb ("Hope Min-seo spoke"): where the article
// has the full name elsewhere, it is completed.
void complete(std::string_view text, const Resolver::Parts& parts, std::vector<Mention>& mentions) {
  MentionFinder::Surnames full;
  for (const Mention& m : mentions)
    if (m.name.full() || !m.title.empty()) full.insert(slice(text, m.bytes));
  for (Mention& m : mentions) {
    if (m.name.full() || !m.title.empty() || m.bytes.begin < 3 || text[m.bytes.begin - 1] != ' ') continue;
    std::size_t begin = m.bytes.begin - 1;
    while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n') --begin;
    const Range longer{begin, m.bytes.end};
    if (full.count(slice(text, longer)) == 0 && full.count(slice(text, {begin, m.bytes.begin - 1})) == 0) continue;
    m.bytes = longer;
    m.name = parts.mentions.names().parse(slice(text, longer));
    m.place = m.place == Mention::Place::inside ? Mention::Place::head : m.place;
  }
}

// "Karl and Anna Holt", "the Holts": two of one surname.
void share_surnames(std::string_view text, const Resolver::Parts& parts, std::vector<Mention>& mentions) {
  for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
    Mention& m = mentions[i];
    const Mention& next = mentions[i + 1];
    if (m.name.full() || !m.title.empty() || !next.name.full() || m.headline || next.bytes.begin != m.bytes.end + 5)
      continue;
    const std::string_view full = slice(text, next.bytes);
    const Range surname{next.bytes.begin + full.rfind(' ') + 1, next.bytes.end};
    if (slice(text, {m.bytes.end, next.bytes.begin}) != " and ") continue;
    const auto are_several = [&](const Mention& other) {  // "the Holts"
      const std::string_view last = slice(text, other.bytes).substr(slice(text, other.bytes).rfind(' ') + 1);
      return last.size() == surname.size() + 1 && last.ends_with('s') && last.starts_with(slice(text, surname));
    };
    if (!(m.given && next.given) && std::none_of(mentions.begin(), mentions.end(), are_several)) continue;
    const bool surname_itself = std::any_of(mentions.begin(), mentions.end(), [&](const Mention& other) {
      return other.name.full() && other.name.surname() == m.name.surname();
    });
    if (surname_itself) continue;  // "Weber and Anna Holt" where Karl Weber is about
    m.surname = surname;
    m.name = parts.mentions.names().parse(std::string(slice(text, m.bytes)) + " " + std::string(slice(text, surname)));
  }
}

// "Holt’s husband, Karl", "Holt’s daughter Anna": by the surname of the one whose he or she is, where no name of more
// words begins with that first name.
void share_with_family(std::string_view text, const Resolver::Parts& parts, std::vector<Mention>& mentions) {
  for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
    const Mention& owner = mentions[i];
    Mention& m = mentions[i + 1];
    if (owner.place != Mention::Place::owner || owner.sentence != m.sentence || m.name.full() || !m.title.empty() ||
        m.headline || m.bytes.begin > owner.bytes.end + 20 ||
        parts.mentions.given_gender(slice(text, m.bytes)) == Gender::unknown)
      continue;
    std::string_view between = slice(text, {owner.bytes.end, m.bytes.begin});
    const std::size_t space = between.find(' ');
    if (space == std::string_view::npos || space == 0) continue;
    between.remove_prefix(space + 1);
    while (!between.empty() && (between.back() == ' ' || between.back() == ',')) between.remove_suffix(1);
    if (!parts.lexer.has(parts.lexer.entry(between), parts.kin)) continue;
    const std::string& first = m.name.words.front();
    const bool known = std::any_of(mentions.begin(), mentions.end(), [&](const Mention& other) {
      return other.name.full() && (other.name.words.front() == first || other.name.surname() == first);
    });
    if (known) continue;
    const std::string_view whole = slice(text, owner.bytes);
    const std::size_t last = whole.rfind(' ') + 1;
    m.surname = {owner.bytes.begin + last, owner.bytes.end};
    m.name = parts.mentions.names().parse(std::string(slice(text, m.bytes)) + " " + std::string(whole.substr(last)));
  }
}

// The other name that stands in those bytes: Fence of “Fence,”; no words where they are none.
PersonName other_name(const Resolver::Parts& parts, std::string_view said) {
  const auto sign = [](char c) { return std::ispunct(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0; };
  while (!said.empty() && sign(said.front())) said.remove_prefix(1);
  while (!said.empty() && sign(said.back())) said.remove_suffix(1);
  said = without_article(said);
  for (std::size_t at = 0; at < said.size(); at = std::min(said.find(' ', at), said.size() - 1) + 1)
    if (said[at] < 'A' || said[at] > 'Z') return {};
  return parts.mentions.names().parse(said);
}

// Where another name of the one mentioned stands: "Anna Holt, the thief known as “Fence,”"; empty where none does.
Range called_besides(const Resolver::Parts& parts, const Clause& clause, const Mention& mention) {
  constexpr std::size_t most = 7;  // spans
  bool called = false, as = false;
  for (std::size_t i = mention.span + 1; i < clause.spans.size() && i < mention.span + most; ++i) {
    const Span& here = clause.spans[i];
    const bool aside = here.symbol == parts.comma || here.symbol == parts.someone ||
                       parts.alphabet.is(here.symbol, "DASH") || parts.alphabet.is(here.symbol, "ADV");
    if (called && (parts.alphabet.is(here.symbol, "QUOTED") || (as && here.symbol == parts.person))) return here.bytes;
    as = here.symbol == parts.as;
    const bool calls = parts.lexer.has(clause.tokens[here.tokens.end - 1].entry, parts.called);
    if (!aside && !calls && !(as && called)) return {};
    called |= calls;
  }
  return {};
}

// Where an article tells by what other name somebody is known, that name is theirs.
void share_other_names(std::string_view text, const Resolver::Parts& parts, const std::vector<Clause>& clauses,
                       std::vector<Mention>& mentions) {
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& m = mentions[i];
    if (!m.name.full() || !m.given || m.headline || m.alias || m.place != Mention::Place::head) continue;
    const PersonName other = other_name(parts, slice(text, called_besides(parts, clauses[m.sentence], m)));
    if (other.words.empty() || other.words.size() > 3) continue;
    const PersonName name = m.name;
    for (Mention& again : mentions)
      if (again.name.words == other.words && again.title.empty())
        again.name = name, again.given = false, again.alias = true;
  }
}

// "Bloomberg" is the company where the article says "Mr. Bloomberg" of the man.
void drop_namesake_bodies(std::string_view text, const Resolver::Parts& parts, std::vector<Mention>& mentions,
                          std::ptrdiff_t from) {
  MentionFinder::Surnames polite;
  for (auto m = mentions.begin() + from; m != mentions.end(); ++m)
    if (m->honorific) polite.insert(slice(text, m->bytes));
  if (polite.empty()) return;
  const auto is_body = [&](const Mention& m) {
    const std::string_view word = slice(text, m.bytes);
    return m.title.empty() && polite.count(word) > 0 &&
           parts.lexer.has(parts.lexer.entry(word), parts.organization_tag);
  };
  mentions.erase(std::remove_if(mentions.begin() + from, mentions.end(), is_body), mentions.end());
}

// Whether the word, which is a role besides, is one in this text: "Star Thanked Dancers" is no name where some are
// stars.
bool is_role_here(std::string_view text, const Resolver::Parts& parts, std::string_view word) {
  const std::uint32_t entry = parts.lexer.entry(word);
  if (!parts.lexer.has(entry, parts.role) || !parts.lexer.value(entry, parts.given).ends_with("weak")) return false;
  std::string small(word);
  small[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(small[0])));
  return has_word(text, small);
}

// "Justice vows to appeal": a word of rank alone is a name only where a name of more words has it: "Karl Dean".
void drop_ranks(std::string_view text, const Resolver::Parts& parts, std::vector<Mention>& mentions) {
  MentionFinder::Surnames named;
  for (const Mention& m : mentions) {
    if (!m.name.full() && m.title.empty()) continue;
    const std::string_view written = slice(text, m.bytes);
    named.insert(written.substr(written.rfind(' ') + 1));
    named.insert(written.substr(0, written.find(' ')));
  }
  std::erase_if(mentions, [&](const Mention& m) {
    const std::string_view word = slice(text, m.bytes);
    return m.name.words.size() == 1 && m.title.empty() && named.count(word) == 0 &&
           (parts.is_rank(word) || is_role_here(text, parts, word));
  });
}

}  // namespace

std::vector<Mention> all_mentions(const Resolver::Parts& parts, std::string_view text,
                                  const std::vector<Sentence>& sentences, const std::vector<Clause>& clauses) {
  std::vector<Mention> out;
  out.reserve(clauses.size());
  std::vector<MentionFinder::Word> others;
  for (std::size_t i = 0; i < clauses.size(); ++i)
    parts.mentions.find(text, clauses[i], i, sentences[i].title, out, others);
  MentionFinder::Surnames surnames;
  for (const Mention& m : out) {
    const std::string_view written = slice(text, m.bytes);
    if (m.name.full() && m.given) surnames.insert(written.substr(written.rfind(' ') + 1));
  }
  drop_ranks(text, parts, out);
  complete(text, parts, out);
  share_surnames(text, parts, out);
  share_with_family(text, parts, out);
  share_other_names(text, parts, clauses, out);
  const auto named = static_cast<std::ptrdiff_t>(out.size());
  for (const MentionFinder::Word& word : others)
    parts.mentions.find_surname(text, clauses[word.sentence], word, sentences[word.sentence].title, surnames, out);
  drop_namesake_bodies(text, parts, out, named);
  std::inplace_merge(out.begin(), out.begin() + named, out.end(),
                     [](const Mention& a, const Mention& b) { return a.bytes < b.bytes; });
  return out;
}

// A person of whom the sentences give the surname alone may have a first name in a quotation, where no names are
// read: it is theirs if it is the only one.
void Reading::find_full_names() {
  constexpr std::size_t most_people = 50, most_text = 200000;  // very long texts are not worth it
  const std::string_view text = text_.substr(0, most_text);
  std::size_t looked = 0;
  for (Person& p : people_.people) {
    if (p.many || p.name.full() || p.written.size() < 3 || p.written.find(' ') != std::string::npos) continue;
    if (++looked > most_people) break;
    std::string_view given;
    bool one = true;
    for (std::size_t at = text.find(p.written, 1); at != std::string_view::npos; at = text.find(p.written, at + 1)) {
      const std::size_t end = at + p.written.size();
      if (text[at - 1] != ' ' || (end < text.size() && std::isalpha(static_cast<unsigned char>(text[end])))) continue;
      std::size_t begin = at - 1;
      while (begin > 0 && std::isalpha(static_cast<unsigned char>(text[begin - 1]))) --begin;
      const std::string_view word = slice(text, {begin, at - 1});
      const Gender gender = parts_.mentions.given_gender(word);
      if (gender == Gender::unknown || (p.gender != Gender::unknown && p.gender != gender)) continue;
      const bool initial = begin > 3 && text[begin - 1] == ' ' && text[begin - 2] == '.' && text[begin - 4] == ' ' &&
                           std::isupper(static_cast<unsigned char>(text[begin - 3]));  // "W. Bradford"
      one &= given.empty() || given.ends_with(word);
      given = slice(text, {initial ? begin - 3 : begin, at - 1});
    }
    p.known |= !given.empty();
    if (given.empty() || !one) continue;
    p.written = std::string(given) + " " + p.written;
    p.name = parts_.mentions.names().parse(p.written);
    p.gender = parts_.mentions.given_gender(given.substr(given.rfind(' ') + 1));
    p.known = p.person = true;
  }
}

}  // namespace onrecord
