#include "tracing/bases.hpp"

#include "base/text.hpp"
#include "tracing/standard.hpp"

namespace proviso::tracing {

bool is_standard(std::string_view name) {
  const auto first = base::lower(name.substr(0, name.find_first_of(".<[")));
  return base::is_one_of(standard_namespaces, first) || base::is_one_of(standard_classes, first);
}

std::optional<std::string> base_without_file(const type_index& types, type_id of, inherited what) {
  for (const auto type : types.with_bases(of)) {
    const auto& is = *types.all()[type].is;
    const auto count = what == inherited::anything ? is.bases.size() : is.extended;
    for (std::size_t i = 0; i < count; ++i) {
      const auto name = is.bases[i].substr(0, is.bases[i].find_first_of("<["));
      if (!is_standard(name) && types.find_all(name, type).empty())
        return name;
    }
  }
  return std::nullopt;
}

} // namespace proviso::tracing
