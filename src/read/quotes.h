// Quotation marks that do not pair: what follows one of them may be misread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/article.h"

namespace onrecord {

// Where quotations are opened (“ or ") and neither closed in their paragraph nor
// carried on by an opening mark at the start of the next, as newspapers do.
// In order; empty where all marks pair.
std::vector<std::size_t> unclosed_quotations(std::string_view text, const std::vector<Paragraph>& paragraphs);

}  // namespace onrecord
