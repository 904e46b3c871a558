#include "editor/workspace.hpp"

#include "loading/input.hpp"

#include <algorithm>

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

workspace::readers workspace::others_that_read(const std::string& file, const analysis& asking) const {
  readers result;
  bool is_open = asking.path == file ||
                 (by_.built_in && std::ranges::find(by_.rules.files(), file, &loading::library_file::shown) !=
                                      by_.rules.files().end());
  for (const auto& [uri, each] : understood_) {
    is_open = is_open || each->path == file;
    if (each.get() != &asking && each->reads(file))
      result.open.push_back(each.get());
  }
  base::diagnostics faults;
  auto text = is_open ? std::nullopt : loading::read_file(file, {}, faults);
  if (text)
    result.closed = analyse(by_, file, std::move(*text), open_texts());
  return result;
}

std::map<std::string, std::string> workspace::open_texts() const {
  std::map<std::string, std::string> result;
  for (const auto& [uri, document] : documents_.all())
    result[document.path] = document.text;
  return result;
}

void workspace::understand(const std::string& uri) {
  const auto& document = *documents_.find(uri);
  auto others = open_texts();
  others.erase(document.path);
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
