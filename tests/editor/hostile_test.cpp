// Whatever comes in, the server answers and goes on: random frames, and a contract that is cut and pasted at
// random while everything is asked about it.
#include "editor/refused.hpp"
#include "editor/requests.hpp"
#include "editor/server.hpp"
#include "support/folder.hpp"

#include <gtest/gtest.h>
#include <random>
#include <sstream>

namespace {

using namespace proviso;

editor::settings settings() {
  editor::settings result;
  result.rules = loading::library::embedded();
  result.today = base::parse_day("2027-03-01");
  return result;
}

std::string framed(const std::string& text) {
  return "Content-Length: " + std::to_string(text.size()) + "\r\n\r\n" + text;
}

std::string answers_to(const std::string& bytes) {
  std::istringstream in(bytes);
  std::ostringstream out;
  (void)editor::serve(settings(), in, out);
  return out.str();
}

class dice {
public:
  explicit dice(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t bound) { return bound == 0 ? 0 : random_() % bound; }

private:
  std::mt19937 random_;
};

TEST(hostile, frames_never_keep_the_next_message_from_its_answer) {
  const std::string pieces[] = {
      "Content-Length: ", "7",  "\r\n", "\n",  "{}",   "\r\n\r\n", "99999999999",
      "Content-Type: x",  "-1", "{\"",  "[[[", "\xFF", " ",        std::string(5000, 'x')};
  dice dice(1);
  for (int run = 0; run < 2000; ++run) {
    std::string bytes;
    for (auto parts = dice.below(12); parts > 0; --parts)
      bytes += pieces[dice.below(std::size(pieces))];
    // What a frame claims may swallow a message: eight lines are more than any of these lengths.
    bytes += "\n\n\n\n\n\n\n\n\n\n" + framed(R"({"jsonrpc":"2.0","id":"asked","method":"initialize"})");
    ASSERT_NE(answers_to(bytes).find("\"id\":\"asked\""), std::string::npos) << bytes;
  }
}

TEST(hostile, deep_json_is_refused) {
  for (const auto* opening : {"[", "{\"a\":"}) {
    std::string text;
    for (int i = 0; i < 1'000'000; ++i)
      text += opening;
    EXPECT_NE(answers_to(framed(text)).find("nests too deep"), std::string::npos);
  }
}

TEST(hostile, a_length_that_is_not_there_takes_no_memory) {
  EXPECT_NE(answers_to("Content-Length: 67108864\r\n\r\nshort").find("ends after 5 of"), std::string::npos);
}

TEST(hostile, a_contract_in_pieces_is_still_answered) {
  const auto whole = support::read_file("contracts/northwind.proviso");
  const std::string pasted[] = {
      "{",
      "}",
      "\"",
      "\"\"\"",
      "\n",
      ";",
      "sku ",
      "term 2027-02-30 to 2027-01-01",
      "price graduated per member { next 0 at 1 }",
      "𝄞",
      "use \"./northwind.proviso\"\n",
      "amendment \"x\" to northwind effective 2028-01-01 { sku portal-logins { quantity 1 per month } }"};
  dice dice(7);
  editor::session session{editor::workspace(settings())};
  const std::string uri = editor::to_uri(std::filesystem::absolute("contracts/northwind.proviso").string());
  for (int run = 0; run < 25; ++run) {
    auto text = whole;
    for (auto edits = dice.below(3) + 1; edits > 0; --edits)
      text.replace(dice.below(text.size()), dice.below(2) * dice.below(60),
                   pasted[dice.below(std::size(pasted))]);
    text.resize(dice.below(4) == 0 ? dice.below(text.size()) : text.size());
    session.texts.open(uri, run, text);
    const auto& in = *session.texts.understood(uri);
    (void)editor::to_json(editor::remarks_of(in), session.places_of(in));
    for (int ask = 0; ask < 4; ++ask) {
      const editor::json at{{"line", dice.below(70)}, {"character", dice.below(60)}};
      const editor::json params{{"textDocument", {{"uri", uri}}},
                                {"position", at},
                                {"newName", "fresh"},
                                {"context", editor::json::object()},
                                {"range", {{"start", at}, {"end", at}}},
                                {"options", {{"tabSize", 2}}},
                                {"uri", uri}};
      for (const auto& request : editor::requests()) {
        try {
          (void)request.answer(session, params);
        } catch (const editor::refused& why) {
          EXPECT_FALSE(why.why.empty());
        }
      }
    }
  }
}

} // namespace
