#include "metadata/part.hpp"

#include "apex/read.hpp"
#include "base/text.hpp"
#include "metadata/flow_reader.hpp"
#include "metadata/page_reader.hpp"
#include "metadata/xml.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace proviso::metadata {
namespace {

using event = xml_reader::event;

// A prefix tells the namespace; what is meant is behind it.
std::string_view local(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is_root(file_kind of, std::string_view name) {
  return std::ranges::any_of(file_formats,
                             [&](const file_format& one) { return one.is == of && one.root == name; });
}

std::string_view root_of(file_kind is) {
  return std::ranges::find(file_formats, is, &file_format::is)->root;
}

class part_reader {
public:
  part_reader(std::string_view text, file_kind is, std::uint32_t source, object_names& objects)
      : text_(text), is_(is), source_(source), objects_(objects), xml_(text) {}

  part read() {
    if (is_ == file_kind::flow)
      part_.flow = std::make_unique<metadata::flow>();
    if (is_ == file_kind::code_settings)
      part_.settings = std::make_unique<code_settings>();
    if (sound() && root())
      while (inside(0))
        section(local(xml_.name()));
    finish();
    return std::move(part_);
  }

private:
  // ---- places and faults

  [[nodiscard]] base::span span(std::size_t begin, std::size_t end) const {
    return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  [[nodiscard]] base::span tag() const { return span(xml_.begin(), xml_.end()); }

  void fault(std::string message, base::span at, std::string help = {}) {
    if (part_.faults.size() < most_part_faults)
      part_.faults.push_back({std::move(message), at, std::move(help), {}});
  }

  void finish() {
    const auto& fault_of_text = xml_.fault();
    if (!fault_of_text.message.empty())
      fault(fault_of_text.message, span(fault_of_text.at, std::min(fault_of_text.at + 1, text_.size())),
            fault_of_text.help);
  }

  bool sound() {
    constexpr std::string_view marks[] = {"\xFF\xFE", "\xFE\xFF", std::string_view("<\0", 2),
                                          std::string_view("\0<", 2)};
    for (const auto mark : marks)
      if (text_.starts_with(mark)) {
        fault("the file is UTF-16, expected UTF-8", span(0, 1), "save it as UTF-8");
        return false;
      }
    if (const auto at = foreign_byte(text_); at != std::string_view::npos) {
      fault("this is no character of XML in UTF-8", span(at, at + 1),
            "save the file as UTF-8 without control characters");
      return false;
    }
    return true;
  }

  bool root() {
    if (xml_.next() != event::open)
      return false;
    part_.at = tag();
    if (is_root(is_, local(xml_.name())))
      return true;
    fault(fmt::format("expected <{}>, found <{}>", root_of(is_), base::harmless(xml_.name())), part_.at,
          "the file's name says what it is: rename it, or retrieve it again");
    return false;
  }

  // The next element inside the one `depth` elements are open around; false at its end or at a fault.
  bool inside(std::size_t depth) {
    const auto what = xml_.next();
    if (what == event::open)
      return true;
    if (depth == 0 && what == event::close)
      (void)xml_.next(); // what stands behind the root element
    return false;
  }

  // ---- sections

  void section(std::string_view name) {
    switch (is_) {
    case file_kind::profile:
    case file_kind::permission_set:
    case file_kind::object_settings:
    case file_kind::muting_set: return permissions(name);
    case file_kind::group: return group(name);
    case file_kind::network: return network(name);
    case file_kind::sharing_set: return sharing_set(name);
    case file_kind::flow: return flow(name);
    case file_kind::code_settings: return code(name);
    case file_kind::code:
    case file_kind::page: return; // no XML
    }
  }

  void permissions(std::string_view name) {
    if (name == object_permissions)
      object();
    else if (name == user_permissions)
      user_permission();
    else if (name == user_license || name == license_element)
      license();
    else if (name == class_accesses)
      accessed(part_.classes, accessed_class);
    else if (name == flow_accesses)
      accessed(part_.flows, accessed_flow);
    else if (name == page_accesses)
      accessed(part_.pages, accessed_page);
    else
      (void)xml_.skip();
  }

  void group(std::string_view name) {
    if (name == group_sets)
      add(part_.sets);
    else if (name == group_mutings)
      add(part_.mutings);
    else
      (void)xml_.skip();
  }

  void network(std::string_view name) {
    if (name == member_groups)
      while (inside(1))
        member(local(xml_.name()));
    else if (name == self_registration_profile)
      part_.self_registration = stated();
    else
      (void)xml_.skip();
  }

  void member(std::string_view name) {
    if (name == member_profile)
      add(part_.profiles);
    else if (name == member_set)
      add(part_.sets);
    else
      (void)xml_.skip();
  }

  void sharing_set(std::string_view name) {
    if (name == sharing_profiles)
      add(part_.profiles);
    else if (name != access_mappings)
      (void)xml_.skip();
    else
      while (inside(1))
        if (local(xml_.name()) == object_element)
          add(part_.objects);
        else
          (void)xml_.skip();
  }

  void flow(std::string_view name) { flow_reader(xml_, source_, *part_.flow).section(name); }

  void code(std::string_view name) {
    if (name == "apiVersion")
      api_version();
    else if (name == "status")
      part_.settings->active = stated().value == "Active";
    else
      (void)xml_.skip();
  }

  // 67.0
  void api_version() {
    const auto one = stated();
    int number = 0;
    const auto* end = one.value.data() + one.value.size();
    if (const auto read = std::from_chars(one.value.data(), end, number); read.ec != std::errc())
      fault(fmt::format("the version is '{}', expected a number such as 67.0", base::harmless(one.value)),
            one.at);
    else
      part_.settings->api_version = number;
  }

  // ---- values

  base::stated<std::string> stated() {
    base::stated<std::string> result;
    const auto begin = xml_.begin();
    (void)xml_.value(result.value);
    result.at = span(begin, xml_.end());
    return result;
  }

  void add(stated_names& to) {
    auto one = stated();
    if (!one.value.empty())
      to.push_back(std::move(one));
  }

  void license() {
    auto one = stated();
    if (one.value.empty())
      return;
    if (part_.license && !base::same_but_case(part_.license->value, one.value))
      fault(fmt::format("the license is stated twice, as '{}' and as '{}'",
                        base::harmless(part_.license->value), base::harmless(one.value)),
            one.at, "retrieve the file again");
    part_.license = std::move(one);
  }

  bool truth() {
    const auto at = tag();
    const auto name = xml_.name();
    if (!xml_.value(value_))
      return false;
    if (value_ != "true" && value_ != "false" && value_ != "1" && value_ != "0" && !value_.empty())
      fault(fmt::format("<{}> is '{}', expected true or false", base::harmless(name), base::harmless(value_)),
            at);
    return value_ == "true" || value_ == "1";
  }

  // <classAccesses><apexClass>…</apexClass><enabled>true</enabled></classAccesses>
  void accessed(stated_names& to, std::string_view element) {
    const auto at = tag();
    bool enabled = false;
    name_.clear();
    while (inside(1))
      if (const auto name = local(xml_.name()); name == element)
        (void)xml_.value(name_);
      else if (name == enabled_element)
        enabled = truth();
      else
        (void)xml_.skip();
    if (enabled && !name_.empty())
      to.push_back({name_, at});
  }

  void object() {
    grant one;
    one.at = tag();
    name_.clear();
    while (inside(1))
      if (const auto name = local(xml_.name()); name == object_element)
        (void)xml_.value(name_);
      else
        permission(name, one);
    if (name_.empty() && xml_.fault().message.empty())
      fault("these object permissions name no object", one.at, "add <object>");
    if (name_.empty() || one.operations().empty())
      return;
    one.object = objects_.add(name_);
    part_.grants.push_back(one);
  }

  void permission(std::string_view name, grant& into) {
    const auto known = std::ranges::find(granting_elements, name, &granting_element::name);
    if (known == granting_elements.end()) {
      (void)xml_.skip();
    } else if (truth()) {
      (known->all_records ? into.all : into.stated) |= known->grants;
    }
  }

  // Without <enabled> it is off: a file lists those that are on.
  void user_permission() {
    const auto at = tag();
    bool enabled = false;
    name_.clear();
    while (inside(1))
      if (const auto name = local(xml_.name()); name == name_element)
        (void)xml_.value(name_);
      else if (name == enabled_element)
        enabled = truth();
      else
        (void)xml_.skip();
    const auto same = [&](const sweeping_permission& p) { return base::same_but_case(p.name, name_); };
    const auto known = std::ranges::find_if(sweeping_permissions, same);
    if (enabled && known != sweeping_permissions.end())
      part_.sweeping.push_back({&*known, at});
    if (enabled && base::same_but_case(name_, run_flows))
      part_.all_flows = at;
  }

  std::string_view text_;
  file_kind is_;
  std::uint32_t source_;
  object_names& objects_;
  xml_reader xml_;
  part part_;
  std::string name_;
  std::string value_;
};

} // namespace

namespace {

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

} // namespace

part read_part(std::string_view text, file_kind is, std::uint32_t source, object_names& objects) {
  if (is == file_kind::code)
    return code_part(text, source);
  if (is == file_kind::page)
    return page_part(text, source);
  return part_reader(text, is, source, objects).read();
}

} // namespace proviso::metadata
