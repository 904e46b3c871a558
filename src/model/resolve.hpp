// Trees to model: names looked up, units fixed, dates and amounts checked. Every fault is a diagnostic at its
// clause; a contract with a fault is not to be judged.
#pragma once

#include "base/diagnostic.hpp"
#include "model/catalogue.hpp"
#include "model/contract.hpp"
#include "syntax/tree.hpp"

#include <span>
#include <vector>

namespace proviso::model {

// Whether a group of objects declares its members: one line for hundreds of objects of which there is nothing
// to say but that they exist. In any other group a member has to be declared.
[[nodiscard]] bool declares_members(const syntax::group& tree);

// The catalogue that these files declare together: one namespace of licenses and groups.
[[nodiscard]] catalogue resolve_catalogue(std::span<const syntax::file* const> files,
                                          base::diagnostics& faults);

// One contract with those of the amendments that name it. It points into the catalogue, which must outlive it
// and stay where it is.
[[nodiscard]] contract resolve_contract(const syntax::contract& tree,
                                        std::span<const syntax::amendment* const> amendments,
                                        const catalogue& known, base::diagnostics& faults);

// Every contract of these files, amended, in the order written; two of one name are a fault, and so is an
// amendment to a contract that is not there.
[[nodiscard]] std::vector<contract> resolve_contracts(std::span<const syntax::file* const> files,
                                                      const catalogue& known, base::diagnostics& faults);

} // namespace proviso::model
