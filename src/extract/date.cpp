#include "extract/date.h"

namespace onrecord {

Dater::Dater(const Grammar&) {}

std::optional<Interval> Dater::said(const Article&, const Sentence&, const Clause&, const Quotation&) const {
  return std::nullopt;
}

}  // namespace onrecord
