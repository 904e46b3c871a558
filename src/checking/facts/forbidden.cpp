#include "checking/facts/forbidden.hpp"

#include "base/text.hpp"
#include "checking/facts/standing.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::checking {
namespace {

using base::truth;
using model::operations;

constexpr std::string_view custom_suffix = "__c";

// "acme" of acme__Fund__c; empty: it is of no package.
std::string_view package_of(std::string_view custom) {
  const auto package = custom.find("__");
  const bool has_more =
      package != std::string_view::npos && custom.find("__", package + 2) != std::string_view::npos;
  return has_more ? custom.substr(0, package) : std::string_view();
}

// The name without the suffix, and without the package before it.
std::string_view own_name(std::string_view custom) {
  custom.remove_suffix(custom_suffix.size());
  const auto package = custom.find("__");
  return package == std::string_view::npos ? custom : custom.substr(package + 2);
}

// In lower case, at each underscore and at each capital after a small letter.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool capital = name[i] >= 'A' && name[i] <= 'Z';
    const bool after_small = i > 0 && name[i - 1] >= 'a' && name[i - 1] <= 'z';
    if ((name[i] == '_' || (capital && after_small)) && !words.back().empty())
      words.emplace_back();
    if (name[i] != '_')
      words.back() += capital ? static_cast<char>(name[i] - 'A' + 'a') : name[i];
  }
  if (words.back().empty())
    words.pop_back();
  return words;
}

// "case", "cases", "opportunities"
bool same_noun(std::string_view word, std::string_view noun) {
  if (word == noun || word == std::string(noun) + "s")
    return true;
  return noun.ends_with('y') && word == std::string(noun.substr(0, noun.size() - 1)) + "ies";
}

// Whether it names the object, or what that is called with or without a namespace of the project.
bool names(const model::access_rule& rule, std::string_view object,
           const std::vector<std::string>& namespaces) {
  if (rule.names(object))
    return true;
  if (object.find("__") == std::string_view::npos) // standard objects are of no package
    return false;
  const auto package = package_of(object);
  return std::ranges::any_of(namespaces, [&](const std::string& own) {
    if (package.empty())
      return rule.names(fmt::format("{}__{}", own, object));
    return base::same_but_case(package, own) && rule.names(object.substr(package.size() + 2));
  });
}

const std::string* spelling_of(std::string_view object, const model::contract& contract) {
  if (const auto* known = contract.known->find_object(object))
    return &known->name;
  for (const auto& r : contract.restrictions)
    for (const auto& rule : r.prohibits)
      for (const auto& pattern : rule.objects)
        if (base::same_but_case(pattern.text, object))
          return &pattern.text;
  return nullptr;
}

class ban_maker {
public:
  ban_maker(const model::contract& contract, const metadata::object_names& objects,
            const std::vector<std::string>& namespaces)
      : known_(*contract.known), objects_(objects), namespaces_(namespaces) {
    if (const auto* words = known_.find_group(copy_words, model::group::kind::texts))
      for (const auto& word : words->members)
        words_.push_back(base::lower(word));
  }

  [[nodiscard]] ban make(const model::restriction& r) const {
    ban result{&r, std::vector<forbidden>(objects_.size()), namespaces_};
    for (metadata::object_id id = 0; id < objects_.size(); ++id) {
      forbid(result.objects[id], r, objects_[id]);
      if (result.objects[id].operations.empty())
        compare(result.objects[id], r, objects_[id]);
    }
    return result;
  }

private:
  void forbid(forbidden& into, const model::restriction& r, std::string_view object) const {
    for (const auto& rule : r.prohibits)
      if (names(rule, object, namespaces_)) {
        if (into.operations.empty())
          into.at = rule.at;
        into.operations |= rule.allowed;
      }
  }

  // What is not forbidden itself may belong to, or be named as, what is.
  void compare(forbidden& into, const model::restriction& r, std::string_view object) const {
    for (const auto& rule : r.prohibits)
      for (const auto& pattern : rule.objects) {
        const auto& name = pattern.text;
        if (name.find('*') != std::string::npos)
          continue;
        if (into.parent.empty() && is_child(object, name)) {
          into.parent = name;
          into.at = rule.at;
        } else if (into.resembles.empty() && is_custom_object(object) && !is_custom_object(name) &&
                   is_named_as(object, name, words_)) {
          into.resembles = name;
          into.at = rule.at;
        }
      }
  }

  [[nodiscard]] bool is_child(std::string_view object, std::string_view of) const {
    const auto* parent = known_.find_object(of);
    return parent != nullptr && std::ranges::any_of(parent->related, [&](const std::string& child) {
             return base::same_but_case(child, object);
           });
  }

  const model::catalogue& known_;
  const metadata::object_names& objects_;
  const std::vector<std::string>& namespaces_;
  std::vector<std::string> words_;
};

bool holds_on(const model::exception& permitted, base::day on) {
  return (!permitted.from || *permitted.from <= on) && (!permitted.until || on <= *permitted.until);
}

// An exception for some is none for whoever may hold it.
truth covers(const model::exception& permitted, const model::license* license,
             const model::contract& contract) {
  if (!permitted.subject)
    return truth::yes;
  return license == nullptr ? truth::no : binds(*permitted.subject, *license, contract);
}

} // namespace

bool is_custom_object(std::string_view name) {
  return name.size() > custom_suffix.size() &&
         base::same_but_case(name.substr(name.size() - custom_suffix.size()), custom_suffix);
}

bool is_managed(std::string_view name) {
  return is_custom_object(name) &&
         name.substr(0, name.size() - custom_suffix.size()).find("__") != std::string_view::npos;
}

bool is_named_as(std::string_view custom_object, std::string_view standard_object,
                 const std::vector<std::string>& words) {
  const auto noun = base::lower(standard_object);
  auto parts = words_of(own_name(custom_object));
  const auto rest = std::erase_if(parts, [&](const std::string& part) { return same_noun(part, noun); });
  return rest == 1 && std::ranges::all_of(parts, [&](const std::string& part) {
           return std::ranges::find(words, part) != words.end() ||
                  part.find_first_not_of("0123456789") == std::string::npos;
         });
}

ban::verdict ban::without_exceptions(operations wanted, std::string_view object, const model::license* license,
                                     const model::contract& contract, base::day on) const {
  verdict result{wanted, {}};
  operations doubtful;
  for (const auto& exception : restriction->exceptions)
    if (holds_on(exception, on) && names(exception.permits, object, namespaces))
      switch (covers(exception, license, contract)) {
      case truth::yes: result.sure = result.sure.without(exception.permits.allowed); break;
      case truth::unknown: doubtful |= exception.permits.allowed; break;
      case truth::no: break;
      }
  result.doubtful = result.sure & doubtful;
  result.sure = result.sure.without(doubtful);
  return result;
}

truth ban::forbids(operations wanted, std::string_view object, const model::license& license,
                   const model::contract& contract, base::day on) const {
  const auto left = without_exceptions(wanted, object, &license, contract, on);
  const auto some =
      left.sure.empty() && !left.doubtful.empty() ? truth::unknown : base::to_truth(!left.sure.empty());
  return base::both(binds(restriction->subject, license, contract), some);
}

std::string spelled(std::string_view object, const model::contract& contract) {
  const auto* spelling = spelling_of(object, contract);
  return spelling != nullptr ? *spelling : std::string(object);
}

std::string object_identity(const std::string& object, const model::contract& contract) {
  const auto* spelling = spelling_of(object, contract);
  return spelling != nullptr ? *spelling : base::lower(object);
}

std::vector<ban> bans(const model::contract& contract, const metadata::object_names& objects,
                      const std::vector<std::string>& namespaces, base::day on) {
  const ban_maker maker(contract, objects, namespaces);
  std::vector<ban> result;
  for (const auto& r : contract.restrictions)
    if (r.within(contract.months.term()).holds(on))
      result.push_back(maker.make(r));
  return result;
}

} // namespace proviso::checking
