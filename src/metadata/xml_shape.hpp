// The shape of an element: its tags and the blanks between them, without its texts. Most of what is read or
// skipped has the shape of another one before it, and is gone past by comparing with that.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace proviso::metadata {

struct xml_leaf { // an element that holds a text and nothing else
  std::string_view name;
  std::string_view text;
  std::size_t begin = 0; // of its tag
  std::size_t end = 0;
};

class xml_shape {
public:
  xml_shape() = default;
  xml_shape(const xml_shape&) = delete; // its pieces are of its own text
  xml_shape& operator=(const xml_shape&) = delete;

  // The element is well formed; its content goes up to the end of its closing tag.
  void learn(std::string_view name, std::size_t depth, std::string_view content);

  [[nodiscard]] bool is_of(std::string_view name, std::size_t depth) const {
    return name == name_ && depth == depth_;
  }

  // Where the content ends that begins there, of an element of that name and depth; npos: it has another shape.
  // What has the same is well formed, too: texts hold no mark but the '<' behind them.
  [[nodiscard]] std::size_t end_of(std::string_view text, std::size_t at) const;

  // The same for what holds leaves without prefixes and nothing else, which are told.
  [[nodiscard]] std::size_t leaves_of(std::string_view text, std::size_t at, std::span<const xml_leaf>& leaves);

private:
  bool find_pieces(std::string_view content);
  bool add(std::string_view piece);
  bool find_leaves();
  template <typename Met>
  [[nodiscard]] std::size_t follow(std::string_view text, std::size_t at, Met met) const;

  static constexpr std::size_t most_pieces = 16;

  std::string text_; // of the element that was learned: its name and content
  std::string_view name_;
  std::size_t depth_ = 0;
  std::array<std::string_view, most_pieces> pieces_; // between them are texts
  std::size_t count_ = 0;                            // none: not known
  std::array<xml_leaf, most_pieces> leaves_;         // by the piece before their texts
  bool is_flat_ = false;                             // whether all texts are of leaves directly inside
};

// The shapes of elements that came last, from file to file.
class xml_shapes {
public:
  // Null: none of that name and depth.
  [[nodiscard]] xml_shape* find(std::string_view name, std::size_t depth);
  // In place of the one of that name and depth, or of the oldest.
  void learn(std::string_view name, std::size_t depth, std::string_view content);

private:
  static constexpr std::size_t most = 16; // files have fewer kinds of sections
  static constexpr std::size_t longest = 4096;

  std::array<xml_shape, most> all_;
  std::size_t last_ = 0; // found
  std::size_t next_ = 0; // to be learned anew
};

} // namespace proviso::metadata
