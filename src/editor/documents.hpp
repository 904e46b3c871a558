// The texts that are open in an editor, by their URIs: they stand for the files of the same path.
#pragma once

#include "editor/positions.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::editor {

// "file:///plans/a%20b.proviso" to "/plans/a b.proviso"; what is no file keeps its URI as its name.
[[nodiscard]] std::string to_path(std::string_view uri);
[[nodiscard]] std::string to_uri(std::string_view path);

struct document {
  std::string path;
  int version = 0;
  std::string text;
};

struct text_change {
  struct stretch {
    position start;
    position end;
  };
  std::optional<stretch> replaced; // none: the whole text
  std::string text;
};

class documents {
public:
  void open(const std::string& uri, int version, std::string text);
  // In order, each against the text that the ones before it left. False where the document is not open.
  bool change(const std::string& uri, int version, const std::vector<text_change>& changes);
  void close(const std::string& uri);

  [[nodiscard]] const document* find(const std::string& uri) const;
  [[nodiscard]] const std::map<std::string, document>& all() const { return all_; }

private:
  std::map<std::string, document> all_;
};

} // namespace proviso::editor
