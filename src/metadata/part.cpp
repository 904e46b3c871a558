#include "metadata/part.hpp"

#include "apex/read.hpp"
#include "base/text.hpp"
#include "metadata/component_reader.hpp"
#include "metadata/elements.hpp"
#include "metadata/flow_reader.hpp"
#include "metadata/holder_reader.hpp"
#include "metadata/list_reader.hpp"
#include "metadata/page_reader.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::metadata {
namespace {

bool is_root(file_kind of, std::string_view name) {
  return std::ranges::any_of(file_formats,
                             [&](const file_format& one) { return one.is == of && one.root == name; });
}

std::string_view root_of(file_kind is) {
  return std::ranges::find(file_formats, is, &file_format::is)->root;
}

bool is_text(std::string_view text, elements& from, std::uint32_t source) {
  constexpr std::string_view marks[] = {"\xFF\xFE", "\xFE\xFF", std::string_view("<\0", 2),
                                        std::string_view("\0<", 2)};
  for (const auto mark : marks)
    if (text.starts_with(mark)) {
      from.fault("the file is UTF-16, expected UTF-8", {source, 0, 1}, "save it as UTF-8");
      return false;
    }
  if (const auto at = foreign_byte(text); at != std::string_view::npos) {
    const auto begin = static_cast<std::uint32_t>(at);
    from.fault("this is no character of XML in UTF-8", {source, begin, begin + 1},
               "save the file as UTF-8 without control characters");
    return false;
  }
  return true;
}

bool has_root(elements& from, file_kind is, base::span& at) {
  if (!from.root())
    return false;
  at = from.tag();
  if (is_root(is, from.name()))
    return true;
  if (is == file_kind::manifest) // other tools have files of that name
    return false;
  from.fault(fmt::format("expected <{}>, found <{}>", root_of(is), base::harmless(from.name())), at,
             "the file's name says what it is: rename it, or retrieve it again");
  return false;
}

// ---- the file beside a class or trigger

void read_settings_section(std::string_view name, elements& from, code_settings& into) {
  if (name == "apiVersion")
    into.api_version = from.version();
  else if (name == "status")
    into.active = from.stated().value == "Active";
  else
    from.skip();
}

// ---- what is no XML

part code_part(std::string_view text, std::uint32_t source) {
  part result;
  if (text.size() > apex::largest_file) {
    result.faults.push_back(
        {fmt::format("this is larger than {} MiB, too large for Apex", apex::largest_file >> 20),
         {source, 0, 1},
         {},
         {}});
    return result;
  }
  result.code = std::make_unique<apex::unit>(apex::read_unit(text, source));
  result.faults = std::move(result.code->faults);
  result.at = {source, 0, text.empty() ? 0U : 1U};
  return result;
}

// ---- XML, section by section

void read_sections(file_kind is, elements& from, object_names& objects, part& into) {
  const auto sections = [&](auto read) {
    while (from.next())
      read(from.name());
    (void)from.next(); // what stands behind the root element
  };
  using name = std::string_view;
  switch (is) {
  case file_kind::profile:
  case file_kind::permission_set:
  case file_kind::object_settings:
  case file_kind::muting_set: {
    holder_reader holder(from, objects, into);
    return sections([&](name each) { holder.section(each); });
  }
  case file_kind::object_permission:
  case file_kind::user_permission:
  case file_kind::class_access:
  case file_kind::flow_access:
  case file_kind::page_access: {
    holder_reader(from, objects, into).section(std::ranges::find(set_parts, is, &set_part::is)->element);
    (void)from.next(); // what stands behind the root element
    return;
  }
  case file_kind::group: return sections([&](name each) { read_group_section(each, from, into); });
  case file_kind::network: return sections([&](name each) { read_network_section(each, from, into); });
  case file_kind::manifest: return sections([&](name each) { read_manifest_section(each, from, into); });
  case file_kind::sharing_set: return sections([&](name each) { read_sharing_section(each, from, into); });
  case file_kind::flow: {
    flow_reader flow(from, *into.flow);
    return sections([&](name each) { flow.section(each); });
  }
  case file_kind::flow_definition:
    return sections([&](name each) { read_definition_section(each, from, *into.flow_definition); });
  case file_kind::quick_action:
    return sections([&](name each) { read_quick_action_section(each, from, *into.quick_action); });
  case file_kind::code_settings:
    into.settings->at = into.at;
    return sections([&](name each) { read_settings_section(each, from, *into.settings); });
  case file_kind::code:
  case file_kind::page:
  case file_kind::page_component:
  case file_kind::web_component:
  case file_kind::aura_component: return; // no XML
  }
}

part xml_part(std::string_view text, file_kind is, std::uint32_t source, object_names& objects,
              xml_shapes& shapes) {
  part result;
  if (is == file_kind::flow)
    result.flow = std::make_unique<flow>();
  if (is == file_kind::flow_definition)
    result.flow_definition = std::make_unique<flow_definition>();
  if (is == file_kind::quick_action)
    result.quick_action = std::make_unique<quick_action>();
  if (is == file_kind::code_settings)
    result.settings = std::make_unique<code_settings>();
  elements from(text, source, shapes, result.faults);
  if (!is_text(text, from, source))
    return result;
  if (has_root(from, is, result.at))
    read_sections(is, from, objects, result);
  from.finish();
  return result;
}

} // namespace

part read_part(std::string_view text, file_kind is, std::uint32_t source, object_names& objects,
               xml_shapes& shapes) {
  if (is == file_kind::code)
    return code_part(text, source);
  if (is == file_kind::page)
    return page_part(text, source);
  if (is == file_kind::page_component)
    return page_component_part(text, source);
  if (is == file_kind::web_component)
    return web_component_part(text, source);
  if (is == file_kind::aura_component)
    return aura_component_part(text, source);
  return xml_part(text, is, source, objects, shapes);
}

} // namespace proviso::metadata
