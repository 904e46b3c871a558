// Any bytes as what an editor sends. The server must not crash, hang or take more memory than there are bytes,
// and what it says must be frames of JSON. It knows no rules, so that texts are understood quickly.
#include "editor/protocol.hpp"
#include "editor/server.hpp"

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <sstream>

namespace {

using namespace proviso;

std::string framed(std::string_view text) {
  std::ostringstream out;
  editor::write_message(out, text);
  return out.str();
}

void check_frames(const std::string& said) {
  std::istringstream in(said);
  editor::message_reader reader(in);
  for (auto frame = reader.next(); frame.is != editor::frame::kind::end; frame = reader.next())
    if (frame.is != editor::frame::kind::message || !nlohmann::json::accept(frame.text))
      std::abort();
}

// A message to a line, framed here, finds more than bytes that must first guess their own number.
std::string framed_lines(const std::string& bytes) {
  std::istringstream in(bytes);
  std::string result;
  for (std::string line; std::getline(in, line);)
    result += framed(line);
  return result;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  const auto hello = framed(R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{}})");
  for (const auto& said : {bytes, hello + framed_lines(bytes)}) {
    std::istringstream in(said);
    std::ostringstream out;
    (void)editor::serve({}, in, out);
    check_frames(out.str());
  }
  return 0;
}
