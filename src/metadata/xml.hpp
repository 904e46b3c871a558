// Reads XML event by event, straight from the text: whether it is well formed is checked to the last byte, and
// nothing else happens. Entities are never expanded, a document type is refused, depth is bounded; memory is
// the stack of open names. Faster than a tree of everything: only few elements of a file are wanted.
#pragma once

#include "metadata/xml_shape.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace proviso::metadata {

struct xml_fault {
  std::string message; // "expected </label>"
  std::size_t at = 0;  // byte offset
  std::string help;    // the way out; may be empty
};

class xml_reader {
public:
  enum class event { open, close, end, fault };

  static constexpr std::size_t most_depth = 64;      // metadata has five
  static constexpr std::size_t most_attributes = 64; // of one tag; metadata has two

  // The text is UTF-8, a byte-order mark is tolerated. It must outlive the reader, as must the shapes, which
  // the reader knows from other texts and adds to.
  xml_reader(std::string_view text, xml_shapes& shapes);

  // The next tag; an empty element opens and closes. After `end` and `fault` the same again.
  [[nodiscard]] event next();

  // Of the element that was opened or closed last. A prefix stays: names compare as they are written.
  [[nodiscard]] std::string_view name() const { return name_; }
  [[nodiscard]] std::size_t begin() const { return begin_; } // of its tag: the '<'
  [[nodiscard]] std::size_t end() const { return at_; }      // one past its '>'
  [[nodiscard]] std::size_t depth() const { return depth_; } // of open elements

  // After `open`: goes past the element's end. False at a fault.
  [[nodiscard]] bool skip();
  // After `open`: the text of the element without blanks around it, entities decoded, goes past its end. An
  // element inside is a fault.
  [[nodiscard]] bool value(std::string& into);
  // After `open`: the elements inside, where these are many like those of its neighbours and hold plain texts
  // only; goes past its end. None: nothing is taken, `next` goes on inside. They last until the next call.
  [[nodiscard]] std::span<const xml_leaf> leaves();

  [[nodiscard]] const xml_fault& fault() const { return fault_; }

private:
  event fail(std::string message, std::size_t at, std::string help = {});
  bool failed() const { return !fault_.message.empty(); }

  event open();
  event close();
  bool skip_inside();
  [[nodiscard]] std::size_t known_leaves(std::span<const xml_leaf>& found);
  bool learn_ahead();
  bool skip_leaf();
  [[nodiscard]] bool closes(std::size_t at, std::string_view name) const;
  bool attributes();
  bool attribute(std::span<const std::string_view> others);
  bool attribute_value();
  bool text(std::string* into);
  bool reference(std::string* into);
  bool special();
  bool comment();
  bool character_data(std::string* into);
  bool instruction();
  bool declared_encoding(std::string_view declaration, std::size_t at);
  void blanks();
  [[nodiscard]] std::string_view scan_name();
  [[nodiscard]] bool starts(std::string_view what) const { return text_.substr(at_, what.size()) == what; }
  event finish();

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
  std::size_t first_ = 0; // where a declaration may stand
  std::string_view name_;
  std::array<std::string_view, most_depth> open_{};
  std::size_t depth_ = 0;
  std::string* value_ = nullptr; // where character data goes
  bool pending_close_ = false;   // of an empty element
  bool seen_root_ = false;
  xml_shapes& shapes_;
  std::string_view skipped_; // the name of what was skipped last, without a known shape
  xml_fault fault_;
};

// The first byte that is no character of XML in UTF-8, or npos.
[[nodiscard]] std::size_t foreign_byte(std::string_view text);

} // namespace proviso::metadata
