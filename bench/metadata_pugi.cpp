// A peer: every file as a tree of pugixml's, grants on two objects counted.
#include <cstdio>
#include <filesystem>
#include <pugixml.hpp>
#include <string_view>

namespace {

long hits(const pugi::xml_node& root) {
  long count = 0;
  for (const auto& grant : root.children("objectPermissions")) {
    const std::string_view object = grant.child_value("object");
    if ((object == "Case" || object == "Lead") && grant.child("allowRead").text().as_bool())
      ++count;
  }
  return count;
}

} // namespace

int main(int, char** words) {
  long count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(words[1]))
    if (pugi::xml_document file; entry.is_regular_file() && file.load_file(entry.path().c_str()))
      count += hits(file.document_element());
  std::printf("%ld\n", count);
}
