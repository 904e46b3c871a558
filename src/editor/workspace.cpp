#include "editor/workspace.hpp"

namespace proviso::editor {

std::vector<std::string> workspace::open(const std::string& uri, int version, std::string text) {
  documents_.open(uri, version, std::move(text));
  return understand_with_readers(uri, to_path(uri));
}

std::vector<std::string> workspace::change(const std::string& uri, int version,
                                           const std::vector<text_change>& changes) {
  if (!documents_.change(uri, version, changes))
    return {};
  return understand_with_readers(uri, to_path(uri));
}

std::vector<std::string> workspace::close(const std::string& uri) {
  documents_.close(uri);
  understood_.erase(uri);
  return understand_with_readers(uri, to_path(uri));
}

std::vector<std::string> workspace::refresh() {
  std::vector<std::string> result;
  for (const auto& [uri, document] : documents_.all()) {
    understand(uri);
    result.push_back(uri);
  }
  return result;
}

const analysis* workspace::understood(const std::string& uri) const {
  const auto found = understood_.find(uri);
  return found == understood_.end() ? nullptr : found->second.get();
}

void workspace::understand(const std::string& uri) {
  std::map<std::string, std::string> others;
  for (const auto& [other, document] : documents_.all())
    if (other != uri)
      others[document.path] = document.text;
  const auto& document = *documents_.find(uri);
  understood_[uri] = analyse(by_, document.path, document.text, others);
}

std::vector<std::string> workspace::understand_with_readers(const std::string& uri, const std::string& path) {
  std::vector<std::string> result;
  for (const auto& [other, document] : documents_.all()) {
    const auto* before = understood(other);
    if (other != uri && (before == nullptr || !before->reads(path)))
      continue;
    understand(other);
    result.push_back(other);
  }
  return result;
}

} // namespace proviso::editor
