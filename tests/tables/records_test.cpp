// JSON records: the shapes that tools write, dotted parents, and what is no table.
#include "tables/reading.hpp"

#include <gtest/gtest.h>

namespace proviso::tables {
namespace {

constexpr std::string_view one_user = R"({"attributes":{"type":"User"},"Id":"005","Profile":{"Name":"Dealer",)"
                                      R"("UserLicense":{"Name":null}},"IsActive":true,"Count":12})";

TEST(records, are_a_list_or_in_one) {
  const std::string expected = "attributes.type|Id|Profile.Name|Profile.UserLicense.Name|IsActive|Count\n"
                               "1: User|005|Dealer|-|true|12\n";
  const std::string one(one_user);
  EXPECT_EQ(read_text("[" + one + "]"), expected);
  EXPECT_EQ(read_text(R"({"records":[)" + one + "]}"), expected);
  EXPECT_EQ(read_text(R"({"status":0,"result":{"records":[)" + one + R"(],"totalSize":1,"done":true}})"),
            expected);
}

TEST(records, may_bring_columns_later) {
  EXPECT_EQ(read_text("[{\"Id\":1,\"Profile\":null},\n{\"Profile\":{\"Name\":\"x\"},\"Id\":2}]"),
            "Id|Profile\n1: 1|-\nId|Profile|Profile.Name\n2: 2|-|x\n");
}

TEST(records, keep_numbers_as_written) {
  EXPECT_EQ(read_text(R"([{"a":20000,"b":0.10,"c":-3,"d":""}])"), "a|b|c|d\n1: 20000|0.10|-3|-\n");
}

TEST(records, may_follow_one_another) {
  EXPECT_EQ(read_text("{\"Id\":\"1\"}\n{\"Id\":\"2\"}\n"), "Id\n1: 1\n2: 2\n");
}

TEST(records, leave_out_lists_inside) {
  EXPECT_EQ(read_text(R"([{"Id":"1","Sets":{"records":[{"X":"y"}],"totalSize":1}}])"),
            "Id|Sets.totalSize\n1: 1|1\n");
}

TEST(records, may_be_none) {
  EXPECT_EQ(read_text(R"({"records":[],"done":true})"), "");
}

TEST(records, are_not_any_json) {
  EXPECT_EQ(read_text("{\"result\":{}}"),
            "fault: 't' holds no records\nhelp: expected a list of objects, or {\"records\": [...]}\n");
}

TEST(records, of_one_page_are_not_all) {
  EXPECT_EQ(read_text("{\"totalSize\":4000,\"done\":false,\"records\":[]}"),
            "fault: t:1: this is one page of several: its 'done' is false\n"
            "help: join the pages; sf data query and sf data export bulk write them all into one file\n");
}

TEST(records, are_as_many_as_their_answer_counts) {
  const std::string fault =
      "fault: t:1: this is a part: it holds 1 of the 5 records that its 'totalSize' counts\n"
      "help: join the pages; sf data query and sf data export bulk write them all into one "
      "file\n";
  EXPECT_EQ(read_text(R"({"totalSize":5,"records":[{"Id":"1"}]})"), "Id\n1: 1\n" + fault);
  EXPECT_EQ(read_text(R"({"status":0,"result":{"records":[{"Id":"1"}],"totalSize":5,"done":true}})"),
            "Id\n1: 1\n" + fault);
  EXPECT_EQ(read_text(R"({"totalSize":1,"records":[{"Id":"1"}]}{"totalSize":1,"records":[{"Id":"2"}]})"),
            "Id\n1: 1\n1: 2\n");
}

TEST(records, say_where_they_break_off) {
  EXPECT_EQ(read_text("[{\"Id\":1},\n{\"Id\":"),
            "Id\n1: 1\nfault: t:2: this is not JSON: unexpected end of input\n");
}

TEST(records, state_a_field_once) {
  EXPECT_EQ(read_text(R"([{"Id":"1","Id":"2"}])"), "Id\n1! states 'Id' twice\n");
}

TEST(records, are_bounded) {
  EXPECT_EQ(read_text("[{\"Id\":\"" + std::string(2 * longest_row, 'x') + "\"}]"),
            "fault: t:1: the record or value that ends here is longer than 1 MiB\n");
  EXPECT_EQ(read_text(std::string(100'000, '[')), "fault: t:1: this is nested deeper than 32 levels\n");
}

} // namespace
} // namespace proviso::tables
