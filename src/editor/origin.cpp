#include "editor/origin.hpp"

namespace proviso::editor {

std::optional<origin> origin_at(const analysis& in, std::uint32_t offset) {
  const names all(in);
  const auto* here = all.at(offset);
  const auto* declared = here != nullptr ? all.declaration(here->of) : nullptr;
  if (declared == nullptr)
    return std::nullopt;
  return origin{in.sources[declared->in.at.source].name(), declared->in.at.begin};
}

const named_place* declared_at(const analysis& in, const names& all, const origin& where) {
  for (std::size_t is = 0; is <= static_cast<std::size_t>(thing::variable); ++is)
    for (const auto* each : all.declared(static_cast<thing>(is)))
      if (each->in.at.begin == where.begin && in.sources[each->in.at.source].name() == where.file)
        return each;
  return nullptr;
}

} // namespace proviso::editor
