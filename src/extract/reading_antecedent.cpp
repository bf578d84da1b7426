// The part of Reading that finds the person before a pronoun whom it can mean.
#include <algorithm>

#include "core/text.h"
#include "extract/reading.h"

namespace onrecord {
namespace {

constexpr auto nobody = People::nobody;

}  // namespace

bool Reading::fits(std::size_t person, Gender gender) const {
  if (person == nobody || !people_.people[person].person || (!signs_.empty() && signs_[person]) ||
      (!pictured_.empty() && pictured_[person]))
    return false;
  const Gender own = people_.people[person].gender;
  return gender == Gender::unknown || own == Gender::unknown || own == gender;
}

// Where the person's surname stands in the bytes, as a name of his own: not in "Holt Tower", nor in "Anna Holt" of
// John Holt; text_.size() where it does not.
std::size_t Reading::named_in(std::size_t person, Range bytes) const {
  const Person& p = people_.people[person];
  const std::string_view surname = std::string_view(p.written).substr(p.written.rfind(' ') + 1), said = words(bytes);
  const auto letter = [&](std::size_t i) {
    return i < said.size() && std::isalpha(static_cast<unsigned char>(said[i]));
  };
  const auto capital = [&](std::size_t i) { return i < said.size() && said[i] >= 'A' && said[i] <= 'Z'; };
  for (std::size_t at = said.find(surname); at != std::string_view::npos; at = said.find(surname, at + 1)) {
    const std::size_t end = at + surname.size();
    if (letter(end) || (at > 0 && (letter(at - 1) || said[at - 1] == '.'))) continue;
    if (said[std::min(end, said.size() - 1)] == ' ' && capital(end + 1)) continue;
    std::size_t first = at;
    if (at > 1 && said[at - 1] == ' ')
      for (--first; first > 0 && letter(first - 1);) --first;
    const std::string_view before = said.substr(first, at - first - (first < at));
    const std::vector<std::string>& own = p.name.words;
    if (parts_.mentions.given_gender(before) == Gender::unknown ||
        std::find(own.begin(), own.end(), fold_name(before)) != own.end())
      return bytes.begin + at;
  }
  return text_.size();
}

// Whether what is being said names the person: “Holt is our best,” he said, and is not Holt; nor is he in "he told Holt
// that" and "he praised Holt for".
bool Reading::is_told(std::size_t person) const {
  if (now_ == nullptr) return false;
  // "he said of Holt", "he told Holt"
  if (now_->cue) {
    const std::size_t end = now_->cue->end;
    const std::size_t to = end + (words({end, std::min(end + 4, text_.size())}) == " of " ? 4 : 1);
    if (to < text_.size() && named_in(person, {to, std::min(to + 40, text_.size())}) == to) return true;
  }
  for (const Range& piece : now_->content) {
    if (quoted_at(piece.begin)) {
      if (named_in(person, piece) < text_.size()) return true;
      continue;
    }
    // Without marks it may be himself in what stands before ("Holt was warned early, he said") or further on.
    // Nor is that said where the name follows: "Although he tried, Holt".
    if (!now_->source || piece.begin < now_->source->end || opens_ahead(now_->source->begin)) continue;
    const std::size_t at = named_in(person, {now_->source->end, piece.end});
    if (at == text_.size()) continue;
    if (at < piece.begin) {
      if (words({now_->source->end, at}).find(',') == std::string_view::npos) return true;
      continue;
    }
    const std::string_view ahead = slice(text_, {piece.begin, at});
    if (std::none_of(ahead.begin(), ahead.end(), [](char c) { return c == ' '; }) ||
        ahead.find(". ") + 2 == ahead.size())
      return true;
  }
  return false;
}

// Whether the byte is in a clause that opens its sentence: "If he wins, …".
bool Reading::opens_ahead(std::size_t byte) const {
  const std::vector<Span>& spans = clauses_[sentence_of(byte)].spans;
  for (std::size_t i = 0; i < spans.size() && i < 3 && spans[i].bytes.begin < byte; ++i)
    if (spans[i].symbol == parts_.until) return true;
  return false;
}

// Whom "Holt, whom he praised" is about, who is not he; nobody where the pronoun opens no such clause.
std::size_t Reading::told_of(std::size_t before) const {
  const std::size_t sentence = sentence_of(before);
  const std::vector<Span>& spans = clauses_[sentence].spans;
  const auto at =
      std::partition_point(spans.begin(), spans.end(), [&](const Span& s) { return s.bytes.end <= before; });
  std::size_t i = static_cast<std::size_t>(at - spans.begin());
  if (i < 2 || spans[i - 1].symbol != parts_.who) return nobody;
  i -= spans[i - 2].symbol == parts_.comma && i > 2 ? 3 : 2;
  return spans[i].symbol == parts_.person ? named_by({sentence, i}) : nobody;
}

// Whether a quotation in marks begins there.
bool Reading::quoted_at(std::size_t byte) const {
  const std::vector<Quoted>& quoted = sentences_[sentence_of(byte)].quoted;
  return std::any_of(quoted.begin(), quoted.end(), [&](const Quoted& q) { return q.range.contains(byte); });
}

// Where the pronoun of that gender stands that is the subject of the sentence; `before` where there is none ahead of
// it.
std::size_t Reading::opening_pronoun(std::size_t sentence, std::size_t before, Gender gender) const {
  const Clause& clause = clauses_[sentence];
  const std::size_t verb = first_verb(clause);
  bool fronted = false;
  for (std::size_t i = 0; i < verb; ++i) {
    fronted |= clause.symbols[i] == parts_.until || clause.symbols[i] == parts_.that ||
               clause.symbols[i] == parts_.who || parts_.alphabet.is(clause.symbols[i], "WH");
    if (clause.symbols[i] != parts_.he || gender_of(words(clause.spans[i].bytes)) != gender) continue;
    // "Given that he is weak, Holt wants": he may be Holt.
    const bool named = clause.symbols.find(std::string{parts_.comma, parts_.person}, i) != std::string::npos;
    return fronted && named ? before : std::min<std::size_t>(clause.spans[i].bytes.begin, before);
  }
  return before;
}

// Whether what is being said in marks has a pronoun of that gender before any name: “The vote has moved him”.
bool Reading::tells_of_another(Gender gender) const {
  const auto letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
  return std::any_of(now_->content.begin(), now_->content.end(), [&](const Range& piece) {
    if (!quoted_at(piece.begin)) return false;
    const std::string_view said = words(piece);
    bool opens = true;  // with a capital that tells nothing
    for (auto at = std::find_if(said.begin(), said.end(), letter); at != said.end(); opens = false) {
      const auto end = std::find_if_not(at, said.end(), letter);
      const std::string_view word(at, end);
      if (gender_of(word) == gender) return true;
      if (!opens && word.size() > 1 && word[0] <= 'Z') return false;
      at = std::find_if(end, said.end(), letter);
    }
    return false;
  });
}

// “The vote has moved him,” he said, where the sentence before only mentions the person: he is told of, and who spoke
// last goes on.
bool Reading::told_by_pronoun(std::size_t person, std::size_t before, Gender gender) const {
  constexpr std::size_t near = 4;  // sentences
  const std::size_t here = sentence_of(before);
  if (now_ == nullptr || last_ == nobody || last_ == person || last_asks() || sentence_of(last_at_) + near < here ||
      people_.people[last_].gender != gender || !tells_of_another(gender))
    return false;
  const std::vector<Mention>& mentions = people_.mentions();
  for (std::size_t i = first_mention(before); i-- > 0 && mentions[i].bytes.begin > last_at_;)
    if (people_.of(i) == person && !in_told_[i] &&
        (is_subject(mentions[i]) || speaks(mentions[i]) || acts(mentions[i]) || mentions[i].sentence + 1 < here))
      return false;
  return is_named(person, last_at_, before);
}

// Whom a pronoun means. First who is certainly a person of that gender; then whoever may be. Who spoke in the sentence
// before is as good as certain.
std::size_t Reading::antecedent(std::size_t before, Gender gender) const {
  const std::size_t any = antecedent(before, gender, true);
  if (any != nobody && told_by_pronoun(any, before, gender)) return last_;
  if (any == nobody || !is_told(any)) return any;
  const std::size_t other = antecedent(before, gender, false);
  if (other == nobody) return any;
  // Nobody far away is meant because of that: some speak of themselves by name.
  const std::vector<std::size_t>& of = people_.people[other].mentions;
  const std::size_t here = sentence_of(before);
  const bool near = std::any_of(of.begin(), of.end(), [&](std::size_t i) {
    const Mention& m = people_.mentions()[i];
    return m.bytes.begin < before && m.sentence + 2 >= here && !in_told_[i] && m.place == Mention::Place::head;
  });
  const bool spoke = !spoke_.empty() && spoke_.back().person == other && sentence_of(spoke_.back().at) + 2 >= here;
  return near || spoke ? other : any;
}

// Of “Nine Things Holt Said”, whose headings begin with “He …”: the one whom the title names. Nobody where it names
// another besides, or where the pronoun opens no such heading.
std::size_t Reading::topic_of_list(std::size_t before, Gender gender) const {
  constexpr std::size_t least = 4;  // headings
  const std::size_t here = sentence_of(before);
  const Clause& title = clauses_.front();
  if (!sentences_.front().title || title.tokens.empty() || title.tokens[0].symbol != parts_.number ||
      !is_heading(here, gender) || sentences_[here].range.begin != before)
    return nobody;
  std::size_t headings = 0, topic = nobody;
  for (std::size_t s = 1; s < sentences_.size() && headings < least; ++s) headings += is_heading(s, gender);
  for (std::size_t i = 0; i < people_.mentions().size() && people_.mentions()[i].sentence == 0; ++i) {
    if (!fits(people_.of(i), gender) || people_.of(i) == topic) continue;
    if (topic != nobody) return nobody;
    topic = people_.of(i);
  }
  return headings < least ? nobody : topic;
}

bool Reading::may_mean(const Sought& sought, std::size_t person) const {
  return fits(person, sought.gender) && person != sought.other && (sought.of_any || !is_told(person));
}

std::size_t Reading::antecedent(std::size_t before, Gender gender, bool of_any) const {
  if (const std::size_t ahead = subject_ahead(before); ahead != nobody && fits(ahead, gender)) return ahead;
  if (const std::size_t topic = topic_of_list(before, gender); topic != nobody) return topic;
  const Sought sought{before, sentence_of(before), gender, told_of(before), of_any};
  if (const std::size_t answers = answers_writer(sought); answers != nobody && may_mean(sought, answers))
    return answers;
  const Near near = named_before(sought);
  // "He served with Holt. His biography": what is told of him goes on, not of whom the sentence names beside.
  if (near.person != nobody && !near.subject && depth_ < 8)
    if (const std::size_t opens = opening_pronoun(near.sentence, before, gender); opens < before) {
      ++depth_;
      const std::size_t him = antecedent(opens, gender, of_any);
      --depth_;
      if (him != nobody && may_mean(sought, him)) return him;
    }
  // "He was there. He": the same, where neither names anybody.
  if (sought.here > 0 && last_owner(sought, sought.here) == nobody &&
      (near.person == nobody || near.sentence + 1 < sought.here) && depth_ < 8 &&
      (spoke_.empty() || sentence_of(spoke_.back().at) + 1 < sought.here)) {
    const std::size_t end = sentences_[sought.here - 1].range.end;
    if (const std::size_t opens = opening_pronoun(sought.here - 1, end, gender); opens < end) {
      ++depth_;
      const std::size_t him = antecedent(opens, gender, of_any);
      --depth_;
      if (him != nobody && may_mean(sought, him)) return him;
    }
  }
  if (const std::size_t owner = owner_since(sought, near); owner != nobody) return owner;
  if (const std::size_t owner = owner_described(sought, near); owner != nobody) return owner;
  if (const std::size_t subject = subject_described(sought, near); subject != nobody) return subject;
  if (const std::size_t owner = owner_before(sought, near); owner != nobody) return owner;
  for (std::size_t k = spoke_.size(); k-- > 0;) {
    const bool later = near.person == nobody || spoke_[k].at > near.at;
    if (!later && (near.subject || sentence_of(spoke_[k].at) != near.sentence)) break;
    if (spoke_[k].described && sentence_of(spoke_[k].at) + 3 < sought.here) break;
    if (may_mean(sought, spoke_[k].person)) return spoke_[k].person;
  }
  if (near.person == nobody) return anybody(sought);
  const std::size_t hidden = hidden_nearer(sought, near);
  return hidden == nobody ? near.person : hidden;
}

// "Holt backed Weber; he": whether a clause of its own begins with the pronoun.
bool Reading::behind_semicolon(const Sought& sought) const {
  const Clause& clause = clauses_[sought.here];
  std::size_t he = 0;
  while (he < clause.spans.size() && clause.spans[he].bytes.begin < sought.before) ++he;
  while (he > 0 && parts_.alphabet.is(clause.symbols[he - 1], "ADV")) --he;
  return he > 0 && parts_.alphabet.is(clause.symbols[he - 1], "SEMICOLON");
}

// The last one named outside what is said: who is certainly meant rather than who may be, a subject rather than others.
Reading::Near Reading::named_before(const Sought& sought) const {
  const std::vector<Mention>& mentions = people_.mentions();
  const Range* piece = told(sought.before);  // what "he" said of himself there is open to "he"
  const bool asked = opens_asking(sought.here);
  const std::size_t opens = first_of_paragraph(sought.here);
  const bool behind = behind_semicolon(sought);
  Near near;
  bool sure = false;
  for (std::size_t i = first_mention(sought.before); i-- > 0;) {
    const Mention& m = mentions[i];
    const std::size_t p = people_.of(i);
    // Who speaks within what is told is as good as named outside: "They note that Holt said no. He …".
    // So is whom a body tells of: "The council says that Holt left. He …".
    const bool of_body = in_told_[i] && m.sentence + 2 >= sought.here && told_by_body(i);
    const bool hidden = in_told_[i] && !speaks(m) && !(piece != nullptr && piece->contains(m.bytes.begin)) && !of_body;
    if (hidden || m.place != Mention::Place::head || !may_mean(sought, p)) continue;
    if (m.sentence == sought.here && (asked || led_in(m, sought.before))) continue;
    if (!people_.people[p].known && !(m.sentence + 1 >= sought.here && !asks(m) && may_be_surname(m, p))) continue;
    if (listed(m) || in_role(m, p) || dies(m) || (m.sentence < sought.here && asks(m) && questions(m, sought)))
      continue;
    const bool first = of_body || is_subject(m);
    const bool certain = people_.people[p].gender == sought.gender || m.sentence == sought.here ||
                         (m.sentence + 1 == sought.here && (speaks(m) || (first && acts(m)))) ||
                         (m.sentence >= opens && first && acts(m)) ||
                         (p == last_ && sentence_of(last_at_) + 1 >= sought.here);
    if (near.person != nobody && m.sentence + 3 < sought.here) break;
    if (sure && (m.sentence != near.sentence || (near.sentence == sought.here && !near.governed && !behind))) break;
    if (near.person == nobody || (certain && (!sure || first)))
      near = {p, m.bytes.begin, m.sentence, first, governed(m)}, sure = certain;
  }
  return near;
}

// One whom this paragraph names or is about, in what is told without marks or as the owner of its subject ("the Holt
// movement is alive. He"), where the one found is of an earlier paragraph; nobody where there is none.
std::size_t Reading::of_paragraph(const Sought& sought, const Near& near) const {
  const std::vector<Mention>& mentions = people_.mentions();
  const std::size_t opens = first_of_paragraph(sought.here);
  if (near.person == nobody || near.sentence >= opens) return nobody;
  for (const auto place : {Mention::Place::head, Mention::Place::inside})
    for (std::size_t i = first_mention(sought.before); i-- > 0 && mentions[i].sentence >= opens;) {
      const Mention& m = mentions[i];
      const std::size_t p = people_.of(i);
      if (m.place != place || !may_mean(sought, p) || !people_.people[p].known || in_marks(i) ||
          people_.people[p].gender != sought.gender)
        continue;
      if (place == Mention::Place::head ? told_aside(i) : is_subject(m)) return p;
    }
  return nobody;
}

// One who stands nearer, where no pronoun looks at first: within a phrase, in what is said, an owner. Nobody where none
// is better than who was found.
std::size_t Reading::hidden_nearer(const Sought& sought, const Near& near) const {
  const std::vector<Mention>& mentions = people_.mentions();
  const std::size_t end = first_mention(sought.before), here = sought.here;
  const auto last = [&](std::size_t from, const auto& chosen) {
    for (std::size_t i = end; i-- > 0 && mentions[i].sentence >= from;)
      if (may_mean(sought, people_.of(i)) && chosen(i)) return people_.of(i);
    return nobody;
  };
  const auto at = [&](std::size_t i, Mention::Place place) { return mentions[i].place == place; };
  const auto known = [&](std::size_t i) { return people_.people[people_.of(i)].known; };
  const auto certain = [&](std::size_t i) { return people_.people[people_.of(i)].gender == sought.gender; };
  std::size_t found = nobody;
  if (people_.people[near.person].gender == Gender::unknown) {
    found = last(here, [&](std::size_t i) { return certain(i) && at(i, Mention::Place::head); });
    // "the lead of Anna Holt", in the sentence before
    if (found == nobody && near.sentence + 1 < here)
      found = last(here - 1, [&](std::size_t i) {
        return certain(i) && at(i, Mention::Place::inside) && mentions[i].name.full() && !in_marks(i);
      });
  }
  // "Did that mean Weber would vote for Holt?": who does it rather than for whom.
  if (found == nobody && near.governed && near.sentence < here)
    found = last(near.sentence, [&](std::size_t i) {
      const Mention& m = mentions[i];
      return m.sentence == near.sentence && m.bytes.begin < near.at && at(i, Mention::Place::head) && known(i) &&
             certain(i) && !in_marks(i) && acts(m) && !governed(m);
    });
  if (found == nobody) found = of_paragraph(sought, near);
  // "Holt’s view of Weber, and the claim that he": whom what is another’s is done to.
  if (found == nobody && near.sentence < here)
    found = last(here, [&](std::size_t i) { return certain(i) && known(i) && done_to(i); });
  if (found == nobody && near.sentence + 3 < here) found = ends_phrase(sought);
  // Somebody named two sentences ago in what was said is better than somebody of long ago.
  if (found == nobody && near.sentence + 3 < here)
    found = last(here - 3, [&](std::size_t i) { return at(i, Mention::Place::head) && known(i) && !in_marks(i); });
  // So is whose something it is that the sentence tells of: "If we hear Holt’s strategy right when he says".
  if (found == nobody && near.sentence + 1 < here)
    found = last(here, [&](std::size_t i) { return at(i, Mention::Place::owner) && known(i) && !in_marks(i); });
  return found;
}

// "It was said in the words of Anna Holt. She": who ends a phrase right before, or in the sentence before, with her
// full name; nobody where none does.
std::size_t Reading::ends_phrase(const Sought& sought) const {
  const std::vector<Mention>& mentions = people_.mentions();
  for (std::size_t i = first_mention(sought.before); i-- > 0 && mentions[i].sentence + 1 >= sought.here;) {
    const Mention& m = mentions[i];
    const bool whole = m.name.full() && m.given && m.bytes.end == clauses_[m.sentence].spans[m.span].bytes.end;
    if (whole && !in_marks(i) && !listed(m) && may_mean(sought, people_.of(i)) &&
        people_.people[people_.of(i)].gender == sought.gender)
      return people_.of(i);
  }
  return nobody;
}

// The last one named at all, or else the first one named later.
std::size_t Reading::anybody(const Sought& sought) const {
  const std::vector<Mention>& mentions = people_.mentions();
  const std::size_t end = first_mention(sought.before);
  if (const std::size_t of = ends_phrase(sought); of != nobody) return of;
  for (const bool known : {true, false}) {
    const auto can = [&](std::size_t i) {
      return may_mean(sought, people_.of(i)) && people_.people[people_.of(i)].known >= known && !listed(mentions[i]);
    };
    for (const bool marks : {false, true})
      for (std::size_t i = end; i-- > 0;)
        if (can(i) && in_marks(i) == marks) return people_.of(i);
    for (std::size_t i = end; i < mentions.size(); ++i)
      if (!in_told_[i] && mentions[i].place == Mention::Place::head && can(i)) return people_.of(i);
  }
  return nobody;
}

// Whether the person is named or meant between two places, outside what is said.
bool Reading::is_named(std::size_t person, std::size_t from, std::size_t to) const {
  for (std::size_t i = first_mention(from); i < people_.mentions().size(); ++i) {
    const Mention& m = people_.mentions()[i];
    if (m.bytes.begin >= to) break;
    if (people_.of(i) == person && !in_told_[i] && m.place == Mention::Place::head) return true;
  }
  for (auto spoke = spoke_.rbegin(); spoke != spoke_.rend() && spoke->at > from; ++spoke)
    if (spoke->person == person && spoke->at < to) return true;
  return false;
}

// Whether what was said put a question.
bool Reading::asks(const Quotation* quotation) const {
  if (quotation == nullptr || !quotation->cue) return false;
  const std::string_view cue = words(*quotation->cue);  // "then asked"
  return parts_.lexer.has(parts_.lexer.entry(cue.substr(cue.rfind(' ') + 1)), parts_.asks);
}

}  // namespace onrecord
