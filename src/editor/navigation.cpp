#include "editor/navigation.hpp"

#include <filesystem>

namespace proviso::editor {
namespace {

// The start of the file that the `use` at the offset names; nothing where it is a pack, or there is none.
std::vector<base::span> used_file(const analysis& in, std::uint32_t offset) {
  for (const auto& declaration : in.tree().declarations) {
    const auto* use = std::get_if<syntax::use>(&declaration);
    if (use == nullptr || offset < use->name.at.begin || offset > use->name.at.end)
      continue;
    const auto path = (std::filesystem::path(in.path).parent_path() / use->name.value).lexically_normal();
    for (std::uint32_t number = 1; number <= in.sources.size(); ++number)
      if (in.sources[number].name() == path.string())
        return {{number, 0, 0}};
  }
  return {};
}

std::vector<base::span> places(const names& all, const named_place* of, bool declarations, bool uses) {
  std::vector<base::span> result;
  if (of != nullptr)
    for (const auto* each : all.all_of(of->of))
      if (each->in.declares ? declarations : uses)
        result.push_back(each->in.at);
  return result;
}

} // namespace

std::vector<base::span> definitions_of(const analysis& in, std::uint32_t offset) {
  auto result = used_file(in, offset);
  const names all(in);
  return result.empty() ? places(all, all.at(offset), true, false) : result;
}

std::vector<base::span> references_of(const analysis& in, std::uint32_t offset, bool declarations) {
  const names all(in);
  return places(all, all.at(offset), declarations, true);
}

std::vector<base::span> references_elsewhere(const analysis& in, const origin& declared, bool declarations) {
  const names all(in);
  return places(all, declared_at(in, all, declared), declarations, true);
}

} // namespace proviso::editor
