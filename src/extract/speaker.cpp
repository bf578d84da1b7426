#include "extract/speaker.h"

namespace onrecord {

Resolver::Resolver(const Grammar&) {}

std::vector<Speaker> Resolver::resolve(const Article& article, const std::vector<Sentence>&, const std::vector<Clause>&,
                                       const std::vector<Quotation>& quotations) const {
  std::vector<Speaker> out;
  for (const Quotation& q : quotations) {
    Speaker& speaker = out.emplace_back();
    if (!q.source) continue;
    speaker.name = slice(article.text, *q.source);
    speaker.kind = SpeakerKind::unnamed;
  }
  return out;
}

}  // namespace onrecord
