// A folder of its own for a test, and whole files.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace proviso::support {

// A new empty folder that goes, with all it holds, when the object goes.
class temporary_folder {
public:
  temporary_folder();
  ~temporary_folder();
  temporary_folder(const temporary_folder&) = delete;
  temporary_folder& operator=(const temporary_folder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

private:
  std::filesystem::path path_;
};

// Both throw std::runtime_error with the file's name.
std::string read_file(const std::filesystem::path& file);
void write_file(const std::filesystem::path& file, std::string_view text);

} // namespace proviso::support
