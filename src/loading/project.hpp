// The files of a run and what they use: each is read and parsed once. Cycles are diagnostics that show the way
// round.
#pragma once

#include "base/source.hpp"
#include "loading/independent.hpp"
#include "loading/location.hpp"
#include "syntax/parse.hpp"

#include <cstdint>
#include <deque>
#include <map>

namespace proviso::loading {

// A named file with everything it uses and all rules of the library; what is used comes before what uses it.
struct bundle {
  std::uint32_t source = 0; // of the named file; 0 where it could not be read
  const syntax::file* named = nullptr;
  std::vector<const syntax::file*> files;
  const base::sources* texts = nullptr;
  std::vector<damaged_text> damaged; // of these files
  bool headings_known = true;        // every `use` was followed, the first line of every declaration read
};

class project {
public:
  // `folder` is that of the configuration; without one, a named file's own folder bounds what it may use.
  project(base::sources& sources, library rules, std::optional<std::filesystem::path> folder)
      : sources_(sources), rules_(std::move(rules)), folder_(std::move(folder)) {}

  // Trees live as long as the project; a fault is reported the first time it is met.
  [[nodiscard]] bundle load_file(const std::string& path, base::span named_at, base::diagnostics& faults);
  // A text that stands for a file where another one uses it, as one that is open in an editor.
  void offer_text(const std::string& path, std::string text);
  // A text with a file's name, as standard input has.
  [[nodiscard]] bundle load_text(const std::string& path, std::string text, base::diagnostics& faults);
  // The rules of the library and what they use.
  [[nodiscard]] std::vector<const syntax::file*> load_rules(base::diagnostics& faults);
  // The whole library, then what else the bundle holds.
  [[nodiscard]] std::vector<const syntax::file*> with_library(const bundle& of, base::diagnostics& faults);
  // The path of a file that the bundle's own file names, from that one's folder.
  [[nodiscard]] std::optional<std::string> beside(const bundle& of, const syntax::text& name,
                                                  base::diagnostics& faults) const;

private:
  enum class state { fresh, open, done };
  struct node {
    file_location where;
    std::uint32_t source = 0;
    syntax::parsed parsed;
    std::vector<std::size_t> uses;
    bool uses_known = true;
    state visited = state::fresh;
  };

  std::size_t add(file_location where, std::string shown, std::string text);
  std::size_t add(file_location where, const library_file& file);
  std::size_t add(file_location where, std::uint32_t source, syntax::parsed parsed);
  std::optional<std::size_t> node_of(const file_location& where, base::span named_at,
                                     base::diagnostics& faults);
  const std::vector<std::size_t>& rule_nodes(base::diagnostics& faults);
  void visit(std::size_t at, base::diagnostics& faults);
  void follow(std::size_t from, const syntax::use& use, base::diagnostics& faults);
  [[nodiscard]] base::diagnostic cycle(std::size_t back_to, base::span at) const;
  void tell_damage(const node& in, bundle& of) const;
  bundle bundle_of(std::optional<std::size_t> named, base::diagnostics& faults);
  void gather(std::size_t at, std::vector<bool>& seen, std::vector<const syntax::file*>& files) const;

  base::sources& sources_;
  library rules_;
  std::optional<std::filesystem::path> folder_;
  std::deque<node> nodes_;
  std::map<std::string, std::size_t> by_key_;
  std::map<std::string, std::string> offered_;         // by key
  std::optional<std::vector<std::size_t>> rule_nodes_; // empty until first asked for
  std::vector<std::size_t> path_; // from the named file to the one whose uses are being followed
};

} // namespace proviso::loading
