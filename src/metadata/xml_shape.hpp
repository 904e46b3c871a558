// The shape of an element that was gone past: its tags and the blanks between them, without its texts. Most of
// what is skipped repeats its neighbour but for the texts, and is gone past by comparing with it.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace proviso::metadata {

class xml_shape {
public:
  // An element is well formed; its content goes up to the end of its closing tag, in a text that outlives the
  // shape. Known from the second neighbour of a name on: a shape that never comes again is not worth finding.
  void learn(std::string_view name, std::size_t depth, std::string_view content);

  // Where the content ends that begins there, of an element of that name and depth; npos: it has another shape.
  // What has the same is well formed, too: texts hold no mark but the '<' behind them.
  [[nodiscard]] std::size_t end_of(std::string_view name, std::size_t depth, std::string_view text,
                                   std::size_t at) const;

private:
  bool find_pieces(std::string_view content);
  bool add(std::string_view piece);

  static constexpr std::size_t most_pieces = 16;

  std::string_view name_;
  std::size_t depth_ = 0;
  std::array<std::string_view, most_pieces> pieces_; // between them are texts
  std::size_t count_ = 0;                            // none: not known
};

} // namespace proviso::metadata
