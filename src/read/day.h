// Days as people write them at the top of a file or into its name.
#pragma once

#include <optional>
#include <string_view>

#include "core/date.h"

namespace onrecord {

// "2016-10-07", "2016-10-07T08:00Z", "7 October 2016", "Fri, 07 Oct 2016 08:00",
// "Oct. 7, 2016". Nothing for a day that does not exist, and for figures whose
// order is anyone's guess ("07/10/2016").
std::optional<Date> parse_day(std::string_view text);

// The first 2016-10-07 in a file's name (not in its folders). "a_2016-10-07_b.txt"
// has one, "a-12016-10-07.txt" and "2016-13-07.txt" have none.
std::optional<Date> day_in_file_name(std::string_view file);

}  // namespace onrecord
