#include "observing/alike.hpp"

#include "observing/question.hpp"

#include <algorithm>

namespace proviso::observing {
namespace {

bool same_sku(const model::sku& a, const model::sku& b) {
  return a.name == b.name && a.license->name == b.license->name && a.sold.value == b.sold.value;
}

} // namespace

bool count_alike(const model::contract& a, const model::contract& b) {
  base::diagnostics ignored; // who observes is told
  const auto one = ask(a, ignored);
  const auto other = ask(b, ignored);
  return one && other && one->asked.zone == other->asked.zone && one->asked.months == other->asked.months &&
         one->ways == other->ways && one->asked.ways == other->asked.ways &&
         std::ranges::equal(a.skus, b.skus, same_sku);
}

} // namespace proviso::observing
