// Foreign text in Markdown: shown as it is, whoever renders it.
#pragma once

#include <string>
#include <string_view>

namespace proviso::base {

// One line of plain text: nothing in it is markup, HTML, a cell's end, a link or a picture. Forges look for
// mentions and references (@team, #1, !1, &1, ~label, www.…, https://…) in the text that was rendered, where
// escapes are gone: there a zero-width space keeps the sign from its name.
[[nodiscard]] std::string markdown(std::string_view foreign);

} // namespace proviso::base
