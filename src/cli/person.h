// The one person that a user's words mean.
#pragma once

#include <string>

#include "store/store.h"

namespace onrecord {

// Throws Error where nobody is called so (naming the nearest) or where several are
// (naming them); a whole name or alias goes before part of one, so "Ann Lee" means Ann Lee
// even beside Ann Lee-Marsh. The first digits of an id, 4 or more, will do, too.
PersonRow person_named(const Store& store, const std::string& name);

}  // namespace onrecord
