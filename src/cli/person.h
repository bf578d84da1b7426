// The one person that a user's words mean.
#pragma once

#include <string>

#include "store/store.h"

namespace onrecord {

// Throws Error where nobody is called so (naming the nearest), or where several are and none is
// meant beyond doubt (naming them). A whole name or alias goes before part of one, so "Ann Lee" means
// Ann Lee even beside Ann Lee-Marsh; "Lee" means Ann Lee with 40 statements, and not one Lee with
// a single one, and a line on standard error says so. The first digits of an id, 4 or more, will do, too.
PersonRow person_named(const Store& store, const std::string& name);

}  // namespace onrecord
