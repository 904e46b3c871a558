// The elements of a metadata file and their values, with places and faults, whatever the file is of.
#pragma once

#include "base/diagnostic.hpp"
#include "metadata/program.hpp"
#include "metadata/scan.hpp"
#include "metadata/xml.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace proviso::metadata {

inline constexpr std::size_t most_part_faults = 10; // of one file

struct leaf { // an element that holds a text
  std::string_view name;
  std::string_view text;
  base::span at; // its tag
};

class elements {
public:
  // `source` is the number of the text among the sources of the run.
  elements(std::string_view text, std::uint32_t source, xml_shapes& shapes, base::diagnostics& faults)
      : size_(text.size()), source_(source), faults_(faults), xml_(text, shapes) {}

  // Opens the root element; false where there is none.
  [[nodiscard]] bool root() { return xml_.next() == xml_reader::event::open; }
  // The next element inside the one that is open; false at its end or at a fault.
  [[nodiscard]] bool next() { return xml_.next() == xml_reader::event::open; }
  // Each element inside the one that is open: its name, to read, or not to, and then it is gone past.
  template <typename Read>
  void each(Read read) {
    while (next())
      if (!read(name()))
        skip();
  }
  // Each element inside the one that is open, with its text, to read. What is not wanted by its name may hold
  // whatever it likes, and is read or not.
  template <typename Wanted, typename Read>
  void each_text(Wanted wanted, Read read) {
    if (const auto leaves = xml_.leaves(); !leaves.empty()) {
      for (const auto& one : leaves)
        read(leaf{one.name, without_blanks(one.text), span(one.begin, one.end)});
      return;
    }
    while (next()) {
      leaf one{name(), {}, tag()};
      if (!wanted(one.name))
        skip();
      else if (xml_.value(value_))
        read(one = {one.name, value_, one.at});
    }
  }
  // Tells the fault of the text, where there is one.
  void finish();

  // Of the element that was opened last. A prefix tells the namespace; what is meant is behind it.
  [[nodiscard]] std::string_view name() const {
    const auto name = xml_.name();
    return name.substr(name.find(':') + 1);
  }
  [[nodiscard]] base::span tag() const { return span(xml_.begin(), xml_.end()); }

  // Each goes past the end of the element.
  void skip() { (void)xml_.skip(); }
  void text(std::string& into) { (void)xml_.value(into); }
  [[nodiscard]] base::stated<std::string> stated();
  void add_to(stated_names& list);            // unless it is empty
  [[nodiscard]] std::optional<int> version(); // 67 of 67.0

  [[nodiscard]] bool truth_of(const leaf& one);

  [[nodiscard]] bool failed() const { return !xml_.fault().message.empty(); }
  void fault(std::string message, base::span at, std::string help = {});

private:
  [[nodiscard]] base::span span(std::size_t begin, std::size_t end) const {
    return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  std::size_t size_;
  std::uint32_t source_;
  base::diagnostics& faults_;
  xml_reader xml_;
  std::string value_;
};

} // namespace proviso::metadata
