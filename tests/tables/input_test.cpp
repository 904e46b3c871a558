// Plain and packed bytes come out the same; what is cut, broken or made to burst is refused.
#include "support/folder.hpp"
#include "tables/input.hpp"

#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

namespace proviso::tables {
namespace {

std::string gzipped(const std::string& text) {
  z_stream z{};
  deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&z, text.size()) + 64, '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  z.avail_in = static_cast<uInt>(text.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  deflate(&z, Z_FINISH);
  out.resize(z.total_out);
  deflateEnd(&z);
  return out;
}

std::string zstandard(const std::string& text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
  return out;
}

// Not the same line again and again, so that it packs as an export does.
std::string some_text() {
  std::string text;
  for (std::uint32_t i = 0; i < 100'000; ++i)
    text += std::to_string(i * 2'654'435'761U) + '\n';
  return text;
}

// What comes out, or "fault: …"; the file is called t.
std::string read_back(const std::string& stored) {
  const support::temporary_folder folder;
  const auto path = (folder.path() / "file").string();
  support::write_file(path, stored);
  base::diagnostics faults;
  auto from = input::open(path, {}, faults, "t");
  if (!from)
    return "fault: " + faults.at(0).message;
  std::string text;
  std::string block(100'000, '\0');
  for (auto got = from->read(block); got > 0; got = from->read(block))
    text.append(block, 0, got);
  return from->fault() ? "fault: " + from->fault()->message : text;
}

TEST(input, gives_the_same_bytes_packed_or_not) {
  const auto text = some_text();
  EXPECT_EQ(read_back(text), text);
  EXPECT_EQ(read_back(gzipped(text)), text);
  EXPECT_EQ(read_back(zstandard(text)), text);
  EXPECT_EQ(read_back(""), "");
}

TEST(input, joins_what_follows_one_another) {
  EXPECT_EQ(read_back(gzipped("one\n") + gzipped("two\n") + std::string(512, '\0')), "one\ntwo\n");
  EXPECT_EQ(read_back(zstandard("one\n") + zstandard("two\n")), "one\ntwo\n");
}

TEST(input, refuses_what_is_cut) {
  const std::string cut = "fault: 't' is cut off: its packed data ends before its end";
  for (const auto& stored : {gzipped(some_text()), zstandard(some_text())}) {
    EXPECT_EQ(read_back(stored.substr(0, stored.size() / 2)), cut);
    EXPECT_EQ(read_back(stored.substr(0, stored.size() - 1)), cut);
  }
}

TEST(input, refuses_what_is_broken) {
  auto stored = gzipped(some_text());
  stored[stored.size() - 6] ^= 1;
  EXPECT_EQ(read_back(stored), "fault: 't' cannot be unpacked: incorrect data check");
  EXPECT_EQ(read_back(gzipped("x") + "rest"), "fault: 't' cannot be unpacked: incorrect header check");
}

TEST(input, refuses_a_bomb) {
  EXPECT_EQ(read_back(gzipped(std::string(2 * free_expansion, 'x'))),
            "fault: 't' unpacks to more than 250 times its size: it is refused as a bomb");
  EXPECT_EQ(read_back(gzipped(std::string(free_expansion, 'x'))).size(), free_expansion);
}

TEST(input, says_what_else_is_not_read) {
  EXPECT_EQ(read_back("PK\x03\x04..."),
            "fault: 't' is a zip archive or a workbook: unpack it, or save it as CSV");
  EXPECT_EQ(read_back("\xff\xfei\x01"), "fault: 't' is UTF-16: save it as UTF-8");
  base::diagnostics faults;
  EXPECT_FALSE(input::open("no/such/file.csv", {}, faults));
  EXPECT_FALSE(input::open("tests", {}, faults));
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_EQ(faults[0].message, "there is no file 'no/such/file.csv'");
  EXPECT_EQ(faults[1].message, "'tests' is a folder");
}

} // namespace
} // namespace proviso::tables
