#include "checking/facts/subject.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::checking {
namespace {

using base::truth;

std::string scope_doubt(const model::restriction& r, const model::license& license) {
  return fmt::format(
      "whether '{}' binds every holder of {}: name the license in its 'for', or leave it out in writing",
      r.name, license.name);
}

} // namespace

std::string exception_doubt(const model::restriction& r, const model::license& license) {
  return fmt::format(
      "whether the exception of '{}' holds for every holder of {}: name the license in the exception", r.name,
      license.name);
}

held_as held_as_of(const subject& one, holdings* who, const holdings::right& what,
                   const std::function<truth(const model::license&)>& bound) {
  const bool grantable = one.as == exposure::kind::grantable;
  const bool is_held = grantable || one.as == exposure::kind::granted;
  const auto* all = who == nullptr || !is_held ? nullptr : who->of(*one.holder, what);
  if (all == nullptr)
    return {one.as, std::nullopt, nullptr};
  const auto by = grantable ? in_scope(*all, bound) : held{all->all(), 0, false};
  return {by.users > 0 ? exposure::kind::granted : one.as, by, all};
}

base::day day_of_term(const model::contract& contract, base::day today) {
  const auto term = contract.months.term();
  return std::clamp(today, term.first, term.last);
}

std::optional<subject> under(const metadata::holder& one, const standing& is, const model::restriction& r,
                             const model::contract& contract) {
  switch (is.is) {
  case standing::of::anybody: return subject{&one, nullptr, exposure::kind::grantable, {}};
  case standing::of::unknown: return subject{&one, nullptr, exposure::kind::granted, is.doubt};
  case standing::of::internal: return std::nullopt;
  case standing::of::guest:
  case standing::of::licensed: break;
  }
  switch (binds(r.subject, *is.license, contract)) {
  case truth::yes: return subject{&one, is.license, exposure::kind::granted, {}};
  case truth::unknown: return subject{&one, is.license, exposure::kind::granted, scope_doubt(r, *is.license)};
  case truth::no: break;
  }
  if (is.is == standing::of::guest)
    return subject{&one, is.license, exposure::kind::guest, {}};
  return std::nullopt;
}

} // namespace proviso::checking
