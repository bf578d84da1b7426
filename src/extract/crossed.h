// Crossed: a feature whose parts are each one of a few words, with all its weights in one small table.
//
// A feature whose parts can be anything is named by its hash, and its weight lies anywhere (weight_table.h). For the
// days of statements three million features are weighed in nine hundred articles, nearly all of a few words: those are
// looked up by the words' numbers, in a tenth of the time.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tuple>

#include "extract/logistic.h"

namespace onrecord {

// A word as a parameter of a template.
struct Literal {
  char text[16] = {};
  template <std::size_t size>
  consteval Literal(const char (&word)[size]) {
    std::copy_n(word, size, text);
  }
};

// One of a few words: `OneOf<"no", "yes"> there = "no"`. Another word does not compile.
template <Literal... words>
class OneOf {
 public:
  static constexpr std::size_t count = sizeof...(words);
  static constexpr std::array<FeaturePart, count> all{std::string_view(words.text)...};

  constexpr OneOf() = default;  // the first
  consteval OneOf(const char* word) {
    while (all[number_].text != word)
      if (++number_ == count) throw "none of the words";
  }
  static constexpr OneOf at(std::size_t number) {
    OneOf out;
    out.number_ = static_cast<std::uint8_t>(number);
    return out;
  }

  constexpr std::size_t number() const { return number_; }
  constexpr const FeaturePart& part() const { return all[number_]; }
  friend constexpr bool operator==(OneOf, OneOf) = default;

 private:
  std::uint8_t number_ = 0;
};

template <typename... Parts>
class Crossed {
 public:
  Crossed(const Weights& weights, std::string_view name) : name_(name) {
    for (std::size_t i = 0; i < hundredths_.size(); ++i) {
      std::size_t left = i;
      [[maybe_unused]] const auto next = [&](std::size_t count) {
        const std::size_t number = left % count;
        left /= count;
        return number;
      };
      const std::tuple parts{Parts::at(next(Parts::count))...};
      hundredths_[i] = static_cast<std::int16_t>(
          std::apply([&](Parts... part) { return weights.hundredths(Weights::hash(name_, part.part()...)); }, parts));
    }
  }

  const FeaturePart& name() const { return name_; }
  int hundredths(Parts... parts) const {
    std::size_t at = 0;
    [[maybe_unused]] std::size_t step = 1;
    ((at += step * parts.number(), step *= Parts::count), ...);
    return hundredths_[at];
  }

 private:
  FeaturePart name_;
  std::array<std::int16_t, (Parts::count * ... * 1)> hundredths_;
};

}  // namespace onrecord
