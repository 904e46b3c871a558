// The open texts and what is understood of each. A text that changes is understood anew, and with it those that
// read it.
#pragma once

#include "editor/analysis.hpp"
#include "editor/documents.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace proviso::editor {

class workspace {
public:
  explicit workspace(settings by) : by_(std::move(by)) {}

  // Each returns the URIs of the texts that were understood anew.
  std::vector<std::string> open(const std::string& uri, int version, std::string text);
  std::vector<std::string> change(const std::string& uri, int version, const std::vector<text_change>& changes);
  std::vector<std::string> close(const std::string& uri);
  // Files changed on disk.
  std::vector<std::string> refresh();

  [[nodiscard]] const settings& by() const { return by_; }
  [[nodiscard]] const document* find(const std::string& uri) const { return documents_.find(uri); }
  // Null where the text is not open.
  [[nodiscard]] const analysis* understood(const std::string& uri) const;

  struct readers {
    std::vector<const analysis*> open;
    std::unique_ptr<analysis> closed; // of the file itself, where that is not open
  };
  // All that reads the file, but for the one that asks.
  [[nodiscard]] readers others_that_read(const std::string& file, const analysis& asking) const;

private:
  void understand(const std::string& uri);
  [[nodiscard]] std::map<std::string, std::string> open_texts() const; // by their paths
  std::vector<std::string> understand_with_readers(const std::string& uri, const std::string& path);

  settings by_;
  documents documents_;
  std::map<std::string, std::unique_ptr<analysis>> understood_; // by URI
};

} // namespace proviso::editor
