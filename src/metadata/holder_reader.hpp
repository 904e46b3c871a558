// Reads the sections of profiles, permission sets and muting sets: what they grant and let run.
#pragma once

#include "metadata/elements.hpp"
#include "metadata/part.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace proviso::metadata {

class holder_reader {
public:
  // Objects are numbered by `objects`.
  holder_reader(elements& from, object_names& objects, part& into)
      : from_(from), objects_(objects), part_(into) {}

  // After the section was opened; goes past its end.
  void section(std::string_view name);

private:
  void license();
  void object();
  void permission(const leaf& stated, grant& into);
  void other_permission(const leaf& stated);
  void user_permission();
  void accessed(stated_names& to, std::string_view element);
  // Whether what an element names is enabled; its name is in `name_`.
  [[nodiscard]] bool enabled(std::string_view element);

  elements& from_;
  object_names& objects_;
  part& part_;
  std::string name_;
};

} // namespace proviso::metadata
