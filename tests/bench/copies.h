// Copies: any number of statements, varied from those of some articles, to measure with.
//
// An edition is an article with its names changed, a part of its words changed for those of one of many topics or
// for words nobody else uses, and its day moved. Speakers and topics come back in other editions, so
// people repeat and contradict themselves and each other; one edition in ten repeats another word for word. The same
// seed gives the same statements on any machine.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include "store/store.h"

namespace onrecord {

class Copies {
 public:
  // `patterns`: articles with what was extracted from them. `statements`: how many there will be in all.
  Copies(const std::vector<Extracted>& patterns, std::size_t statements);

  // The next edition, without frames.
  Extracted next();

 private:
  std::size_t draw(std::size_t below) { return static_cast<std::size_t>(random_()) % below; }
  std::string name(std::size_t number) const;
  std::string word(std::size_t number) const;
  std::string varied(const std::string& text, std::size_t topic);

  const std::vector<Extracted>& patterns_;
  std::vector<std::string> vocabulary_;  // words of the patterns, as often as they stand there
  std::size_t speakers_, topics_;
  std::size_t made_ = 0;
  std::mt19937 random_{20161007};
};

}  // namespace onrecord
