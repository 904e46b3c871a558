#include "testing/given_file.hpp"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

namespace proviso::testing {
namespace {

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const auto written = ::write(descriptor, text.data(), text.size());
    if (written <= 0)
      return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

} // namespace

given_files::~given_files() {
  for (const auto& one : files_)
    ::close(one.descriptor);
}

std::string given_files::add(std::string_view kind, std::string_view text) {
  const auto descriptor = ::memfd_create("given", MFD_CLOEXEC);
  if (descriptor < 0)
    return {};
  files_.push_front({descriptor, fmt::format("/proc/self/fd/{}", descriptor), fmt::format("given {}", kind)});
  return write_all(descriptor, text) ? files_.front().path : std::string();
}

void given_files::name_in(base::diagnostics& faults) const {
  for (auto& fault : faults)
    for (const auto& one : files_)
      if (const auto at = fault.message.find(one.path); at != std::string::npos)
        fault.message.replace(at, one.path.size(), one.called);
}

} // namespace proviso::testing
