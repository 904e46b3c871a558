// One input that attacks every format at once: in all of them it is text and nothing else.
#include "base/text.hpp"
#include "report/arithmetic.hpp"
#include "report/formats.hpp"
#include "report/sample.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <regex>

namespace {

using namespace proviso;
using namespace proviso::test;

constexpr std::string_view attack =
    "=cmd|'/c calc'!A1\x1b[2J\x07\r\n::error::pwned%0A\xe2\x80\xae\xff</title></style><script>alert(1)</script>"
    "<img src=x onerror=alert(1)>\"'&amp; ]]> | `x` [a](javascript:x) ![b](http://e.example/p) @team #1 !2 "
    "https://e.example www.e.example \xc2\x85 \xe2\x80\xa8 \xef\xbb\xbf";

struct attacked : sample {
  attacked() {
    const std::string text(attack);
    sources.add(text + ".proviso", "# " + text + "\nsku x\n");
    contract.name = text;
    contract.title = text;
    contract.skus[0].name = text;
    assessment.totals.complete = false;
    assessment.totals.missing = {text};
    first().file = text;
    first().plan_file = text;
    first().rules[text] = {text, text, text};
    first().checks = {{text, checking::verdict::violation}};
    plan.name = text;
    add(found());
    auto waived = found();
    waived.waived = {on("2027-12-31"), text, text};
    add(std::move(waived));
    auto open = found();
    open.verdict = checking::verdict::undetermined;
    open.missing = {text};
    open.places.clear();
    add(std::move(open));
    first().known.push_back(found());
    report.has_baseline = true;
  }

  [[nodiscard]] checking::finding found() const {
    auto f = exceeded(*this);
    f.rule = f.message = f.subject = f.fix = std::string(attack);
    f.places = {{base::span{3, 2, 9}, std::string(attack)}};
    return f;
  }
};

struct format {
  std::string_view name;
  std::string (*write)(const report::report&);
};

constexpr format formats[] = {
    {"text", [](const report::report& all) { return report::to_text(all, false); }},
    {"json", report::to_json},
    {"concise", report::to_concise},
    {"csv", report::to_csv},
    {"markdown", report::to_markdown},
    {"html", report::to_html},
    {"sarif", report::to_sarif},
    {"junit", report::to_junit},
    {"github", report::to_github},
    {"gitlab", report::to_gitlab},
    {"arithmetic", [](const report::report& all) { return report::arithmetic_of(all.contracts.front()); }},
};

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> result{""};
  for (const char c : text)
    if (c == '\n')
      result.emplace_back();
    else
      result.back() += c;
  return result;
}

TEST(hostile_input, is_no_control_character_in_any_format) {
  const attacked in;
  for (const auto& [name, write] : formats) {
    const auto text = write(in.report);
    EXPECT_EQ(base::broken_utf8(text), std::string::npos) << name;
    EXPECT_EQ(base::harmless(text), text) << name;
    EXPECT_NE(text.find("calc"), std::string::npos) << name << " does not show it";
  }
}

TEST(hostile_input, is_no_line_of_its_own) {
  const attacked in;
  for (const auto& [name, write] : formats)
    for (const auto& line : lines(write(in.report)))
      EXPECT_FALSE(line.starts_with("::error::")) << name << ": " << line;
  const auto commands = lines(report::to_github(in.report));
  EXPECT_EQ(commands.size(), 4u); // two, one that is waived, and the end
}

TEST(hostile_input, is_no_markup) {
  const attacked in;
  for (const auto& write : {report::to_html, report::to_junit}) {
    const auto text = write(in.report);
    for (const auto* markup : {"<script", "<img", "</title></style>", "\"'&amp; ]]>"})
      EXPECT_EQ(text.find(markup), std::string::npos) << markup << " in\n" << text;
  }
}

TEST(hostile_input, loads_nothing_into_the_page) {
  const attacked in;
  const auto page = report::to_html(in.report);
  EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
  EXPECT_FALSE(std::regex_search(page, std::regex("<[a-z][^>]*\\s(src|href|on[a-z]+)\\s*="))) << page;
}

TEST(hostile_input, is_no_mention_link_or_picture) {
  const attacked in;
  const auto comment = report::to_markdown(in.report);
  for (const auto* live : {"@team", "#1", "!2", "https://", "www.e", "![", "](", "<", "`x`"})
    for (auto at = comment.find(live); at != std::string::npos; at = comment.find(live, at + 1))
      EXPECT_TRUE((at > 0 && comment[at - 1] == '\\') || comment.compare(at, 4, "<br>") == 0) << live << " in\n"
                                                                                              << comment;
  EXPECT_EQ(comment.find("@team"), std::string::npos);
}

TEST(hostile_input, is_no_formula) {
  const attacked in;
  for (const auto& line : lines(report::to_csv(in.report)))
    EXPECT_FALSE(std::regex_search(line, std::regex("(^|,)\"?[=+@-]"))) << line;
}

TEST(hostile_input, leaves_json_whole) {
  const attacked in;
  for (const auto& write : {report::to_json, report::to_sarif, report::to_gitlab}) {
    const auto text = write(in.report);
    EXPECT_TRUE(nlohmann::json::accept(text));
    EXPECT_TRUE(std::ranges::all_of(text, [](char c) { return c == '\n' || (c >= 0x20 && c < 0x7F); }));
  }
}

} // namespace
