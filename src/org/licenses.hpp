// Licenses as an org writes them, to those of the catalogue: by name, label or key, without case.
#pragma once

#include "org/directory.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

namespace proviso::org {

class licenses {
public:
  // `known` is the contract's catalogue, `words` the one with the words of exports.
  licenses(const model::catalogue& known, const model::catalogue& words, directory& into)
      : known_(known), words_(words), into_(into) {}

  // The number of the license with that name or key, of which one may be empty; `none` where both are. A name
  // and a key of two licenses are one that nobody knows.
  [[nodiscard]] std::uint32_t number_of(std::string_view name, std::string_view key = {});
  // What a label such as "Customer Community Logins" counts the use of: a license by its name, or several of
  // it.
  [[nodiscard]] license counted_as(std::string_view label) const;

private:
  [[nodiscard]] license read(std::string_view name, std::string_view key) const;

  const model::catalogue& known_;
  const model::catalogue& words_;
  directory& into_;
  std::unordered_map<std::string, std::uint32_t> numbers_; // by name and key in lower case
};

// What the catalogue knows of one text.
[[nodiscard]] license find_license(const model::catalogue& known, const model::catalogue& words,
                                   std::string_view text);

} // namespace proviso::org
