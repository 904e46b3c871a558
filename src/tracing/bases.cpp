#include "tracing/bases.hpp"

#include "apex/vocabulary.hpp"
#include "base/text.hpp"
#include "tracing/standard.hpp"

#include <algorithm>

namespace proviso::tracing {

bool is_standard(std::string_view name) {
  const auto first = base::lower(name.substr(0, name.find_first_of(".<[")));
  return base::is_one_of(standard_namespaces, first) || base::is_one_of(standard_classes, first);
}

namespace {

constexpr std::string_view custom_part = "__"; // which no class has in its name

// LeadShare, LeadChangeEvent
bool is_satellite(const drawing& in, std::string_view name) {
  const auto lowered = base::lower(name);
  return std::ranges::any_of(satellite_suffixes, [&](std::string_view suffix) {
    return lowered.size() > suffix.size() && lowered.ends_with(suffix) &&
           in.is_object(name.substr(0, name.size() - suffix.size()));
  });
}

} // namespace

bool is_record(const drawing& in, std::string_view name) {
  return name.find(custom_part) != std::string_view::npos || in.is_object(name) ||
         in.used_objects.contains(base::lower(name)) || is_satellite(in, name);
}

namespace {

// Of a single word the namespaces are no types.
bool is_platform_type(std::string_view name) {
  if (name.find('.') != std::string_view::npos)
    return is_standard(name);
  const auto word = base::lower(name);
  return word == apex::number_type || base::is_one_of(standard_classes, word) ||
         base::is_one_of(describing_classes, word) || base::is_one_of(standard_exceptions, word);
}

} // namespace

bool is_missing(const drawing& in, std::string_view type, type_id inside) {
  const auto name = type.substr(0, type.find_first_of("<["));
  return !name.empty() && !is_platform_type(name) && !is_record(in, name) && !in.types.find(name, inside);
}

void list_used_objects(drawing& to) {
  const auto use = [&](std::string_view name) { to.used_objects.insert(base::lower(name)); };
  for (std::size_t i = 0; i < to.found.objects.size(); ++i)
    use(to.found.objects[static_cast<metadata::object_id>(i)]);
  for (const auto& type : to.types.all()) {
    if (type.of->unit.trigger)
      use(type.of->unit.trigger->object);
    for (const auto& method : type.is->methods) {
      for (const auto& touch : method.touches)
        for (const auto& one : touch.objects)
          if (one.as == apex::queried::how::object)
            use(one.name);
      for (const auto& one : method.mentions)
        if (one.gives_fields)
          use(one.text);
    }
  }
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
