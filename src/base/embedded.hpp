// A file that was made part of the program when it was built.
#pragma once

#include <string_view>

namespace proviso::base {

struct embedded_file {
  std::string_view path; // from the folder that was embedded, with '/'
  std::string_view text; // the bytes as they are
};

} // namespace proviso::base
