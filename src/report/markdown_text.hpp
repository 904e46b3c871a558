// Foreign words in Markdown. Private to this layer.
#pragma once

#include <string>
#include <string_view>

namespace proviso::report::markdown {

// As entities, which are shown and mean nothing: no markup, no link, no mention.
[[nodiscard]] std::string plain(std::string_view foreign);

} // namespace proviso::report::markdown
