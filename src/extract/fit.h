// Fit: the weights of a conditional logit, brought to their optimum.
//
// `learn` (logistic.h) goes through its cases a few times and stops, so that of a thousand choices one more, or
// another order, gives other weights: days on articles left out were right in .03 more or fewer of the cases. Here
// the likelihood of all choices is climbed to its top (L-BFGS: Nocedal 1980), which the order cannot move. That takes
// all choices in memory and some hundred passes: for thousands of them, not millions.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extract/logistic.h"

namespace onrecord {

// The weights under which the right places are likeliest, held to 0 by a Gaussian prior: half of `ridge` times the
// square of each weight is taken off the log-likelihood. Features seen fewer than `least` times are left out, and
// weights too small to matter. Printed as Weights::parse reads them. No choice gives no weights.
std::string fit(const std::vector<Alternatives>& choices, std::size_t least, double ridge);

}  // namespace onrecord
