#include "editor/completion.hpp"

#include "base/currency.hpp"
#include "checking/rules/schema.hpp"
#include "editor/continuations.hpp"
#include "editor/keywords.hpp"
#include "editor/place.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

namespace proviso::editor {
namespace {

using kind = suggestion::kind;

struct asked {
  const analysis& in;
  const settings& by;
  const names& known;
  const place& here;
  std::uint32_t offset;
  std::string contract; // the cursor stands in, or its test names
};

using list = std::vector<suggestion>;

// ---- classes of names

template <thing Is, kind Shown>
void add_declared(const asked& of, list& to) {
  const bool scoped = Is == thing::sku || Is == thing::restriction;
  for (const auto* each : of.known.declared(Is, scoped ? std::string_view(of.contract) : std::string_view()))
    to.push_back({Shown, std::string(each->in.name), std::string(each->in.title)});
}

void add_parameters(const asked& of, list& to) {
  const auto size = of.here.before.size();
  const auto* rule = size < 2 ? nullptr : of.in.resolved.rules.find(of.here.before[size - 2]);
  if (rule != nullptr)
    for (const auto& each : rule->parameters)
      to.push_back({kind::field, std::string(each.name), checking::describe(each)});
}

// Those that go on with what is written, since an editor takes only a part of it for the word.
void add_packs(const asked& of, list& to) {
  for (const auto& pack : of.by.rules.packs())
    to.push_back({kind::pack, pack, "pack"});
  std::error_code error;
  const std::filesystem::path self(of.in.path);
  for (auto each = std::filesystem::directory_iterator(self.parent_path(), error);
       !error && each != std::filesystem::directory_iterator(); each.increment(error))
    if (each->path().extension() == ".proviso" && each->path().filename() != self.filename())
      to.push_back({kind::pack, "./" + each->path().filename().string(), "file"});
  const auto begun = of.in.text().substr(of.here.begin, of.offset - of.here.begin);
  std::erase_if(to, [&](const suggestion& each) { return !each.name.starts_with(begun); });
  std::ranges::stable_sort(to, {}, [](const suggestion& each) { return each.name.starts_with('.'); });
}

void add_currencies(const asked&, list& to) {
  for (const auto code : base::currency_codes())
    to.push_back({kind::value, std::string(code), {}});
}

void add_collections(const asked&, list& to) {
  for (const auto& each : checking::collections())
    to.push_back({kind::value, std::string(each.name), std::string(each.documentation)});
}

using adder = void (*)(const asked&, list&);
const std::map<std::string_view, adder> classes{
    {"$packs", add_packs},
    {"$contracts", add_declared<thing::contract, kind::group>},
    {"$skus", add_declared<thing::sku, kind::sku>},
    {"$restrictions", add_declared<thing::restriction, kind::sku>},
    {"$licenses", add_declared<thing::license, kind::license>},
    {"$license-groups", add_declared<thing::license_group, kind::group>},
    {"$capabilities", add_declared<thing::capability, kind::capability>},
    {"$objects", add_declared<thing::object, kind::object>},
    {"$object-groups", add_declared<thing::object_group, kind::group>},
    {"$rules", add_declared<thing::rule, kind::rule>},
    {"$parameters", add_parameters},
    {"$currencies", add_currencies},
    {"$collections", add_collections},
};

// ---- places

void add_clauses(std::string_view block, list& to) {
  for (const auto& each : keywords())
    if (each.starts_in(block))
      to.push_back({kind::keyword, std::string(each.word), std::string(each.meaning)});
}

void add_continuations(const asked& of, list& to) {
  for (const auto what : continuations(of.here.block(), of.here.before))
    if (const auto names = classes.find(what); names != classes.end())
      names->second(of, to);
    else
      to.push_back({kind::word, std::string(what), {}});
}

// The contract whose names count at an offset.
template <typename Declarations>
std::string contract_at(const Declarations& all, std::uint32_t offset) {
  for (const auto& declaration : all) {
    if (const auto* contract = std::get_if<syntax::contract>(&declaration);
        contract != nullptr && contract->at.begin <= offset && offset <= contract->at.end)
      return std::string(contract->name.text);
    if (const auto* amendment = std::get_if<syntax::amendment>(&declaration);
        amendment != nullptr && amendment->at.begin <= offset && offset <= amendment->at.end)
      return std::string(amendment->contract.text);
  }
  return {};
}

// In quotes stand names only behind `use`.
bool is_of_interest(const place& here) {
  const bool pack = here.before.size() == 1 && here.before.front() == "use";
  return !here.in_comment && here.in_text == pack;
}

} // namespace

suggestions suggest(const analysis& in, const settings& by, std::uint32_t offset) {
  const auto here = find_place(in.text(), offset);
  suggestions result{{in.source(), here.begin, here.end}, {}};
  if (!is_of_interest(here))
    return result;
  const names known(in);
  const asked of{in, by, known, here, offset, contract_at(in.tree().declarations, offset)};
  add_continuations(of, result.all);
  if (here.before.empty())
    add_clauses(here.block(), result.all);
  return result;
}

} // namespace proviso::editor
