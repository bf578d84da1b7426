#include "extract/speaker.h"

#include <algorithm>
#include <numeric>

#include "extract/reading.h"

namespace onrecord {

Resolver::Parts::Parts(const Grammar& grammar)
    : alphabet(grammar.alphabet()),
      lexer(grammar.lexer()),
      mentions(grammar),
      roles(grammar, mentions.names()),
      descriptions(grammar),
      person(alphabet.symbol("PERSON")),
      body(alphabet.symbol("BODY")),
      group(alphabet.symbol("GROUP")),
      someone(alphabet.symbol("SOMEONE")),
      paper(alphabet.symbol("PAPER")),
      thing(alphabet.symbol("THING")),
      he(alphabet.symbol("HE")),
      they(alphabet.symbol("THEY")),
      i(alphabet.symbol("I")),
      it(alphabet.symbol("IT")),
      him(alphabet.symbol("HIM")),
      my(alphabet.symbol("MY")),
      her(alphabet.symbol("HER")),
      who(alphabet.symbol("WHO")),
      which(alphabet.symbol("WHICH")),
      that(alphabet.symbol("THAT")),
      as(alphabet.symbol("AS")),
      colon(alphabet.symbol("COLON")),
      bracket(alphabet.symbol("BRACKET")),
      comma(alphabet.symbol("COMMA")),
      number(alphabet.symbol("NUMBER")),
      possessive(alphabet.symbol("POSS")),
      until(alphabet.symbol("SUBORD")),
      conjunction(alphabet.symbol("AND")),
      determiner(alphabet.symbol("DET")),
      organization(alphabet.symbol("ORG")),
      title(alphabet.symbol("TITLE")),
      of(alphabet.symbol("OF")),
      place_symbol(alphabet.symbol("PLACE")),
      roles_symbol(alphabet.symbol("ROLES")),
      past(alphabet.symbol("VPAST")),
      governs(std::string(alphabet.members("PREPS")) + std::string(alphabet.members("VGER")) +
              std::string(alphabet.members("VINF"))),
      place(lexer.tag("place")),
      organization_tag(lexer.tag("organization")),
      pointer(lexer.tag("pointer")),
      crowd(lexer.tag("crowd")),
      passing(lexer.tag("passing")),
      nation(lexer.tag("nationality")),
      title_tag(lexer.tag("title")),
      role(lexer.tag("role")),
      given(lexer.tag("given")),
      kin(lexer.tag("kin")),
      called(lexer.tag("called")),
      desk(lexer.tag("desk")),
      asks(lexer.tag("asks")),
      quizzes(lexer.tag("quizzes")),
      matter(lexer.tag("matter")),
      says(lexer.tag("says")),
      dead(lexer.tag("dead")),
      exclusive(lexer.tag("exclusive")),
      portfolio(lexer.tag("portfolio")),
      leads(lexer.tag("leads")),
      member(lexer.tag("member")),
      ending(lexer.tag("ending")),
      expletive(lexer.tag("expletive")),
      of_many(lexer.tag("many")),
      while_(lexer.tag("while")),
      becomes(lexer.tag("becomes")),
      contender(lexer.tag("contender")),
      credit(lexer.tag("credit")),
      issues(lexer.tag("issues")) {}

Resolver::Resolver(const Grammar& grammar) : parts_(grammar) {}

bool Resolver::Parts::is_rank(std::string_view word) const {
  const std::uint32_t entry = lexer.entry(word);
  return entry != 0 && lexer.has(entry, title_tag) && lexer.value(entry, title_tag).rfind("office", 0) == 0;
}

std::vector<Speaker> Resolver::resolve(const Article& article, const std::vector<Sentence>& sentences,
                                       const std::vector<Clause>& clauses,
                                       const std::vector<Quotation>& quotations) const {
  if (quotations.empty() || sentences.empty()) return std::vector<Speaker>(quotations.size());
  Reading reading(parts_, article, sentences, clauses, quotations);

  std::vector<std::size_t> order(quotations.size());
  std::iota(order.begin(), order.end(), 0);
  const auto place = [&](std::size_t i) {
    return quotations[i].source ? quotations[i].source->begin : quotations[i].content[0].begin;
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
  std::vector<Named> named(quotations.size());
  for (const std::size_t i : order) {
    named[i] = reading.name(quotations[i]);
    if (quotations[i].source) reading.spoke(named[i], quotations[i].source->begin);
  }

  std::vector<Speaker> out;
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    std::size_t from = i;  // one carried on has the speaker of its first
    for (std::size_t steps = 0; quotations[from].speaker_of && steps < quotations.size(); ++steps)
      from = *quotations[from].speaker_of;
    out.push_back(reading.speaker(named[from]));
  }
  return out;
}

}  // namespace onrecord
