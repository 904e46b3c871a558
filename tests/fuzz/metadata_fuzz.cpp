// Any bytes as each kind of file, from profiles to components and manifests: read without a crash, a hang or a
// place outside of the text; and what is taken for well-formed another reader takes for well-formed too.
#include "metadata/part.hpp"
#include "metadata/xml.hpp"

#include <cstdlib>
#include <pugixml.hpp>

namespace {

using namespace proviso;

void examine(base::span at, std::size_t size) {
  if (at.begin > size || at.end > size + 1 || at.begin > at.end) {
    std::abort();
  }
}

bool well_formed(std::string_view text) {
  metadata::xml_shapes shapes;
  metadata::xml_reader reader(text, shapes);
  auto what = reader.next();
  while (what != metadata::xml_reader::event::end && what != metadata::xml_reader::event::fault) {
    what = reader.next();
  }
  return what == metadata::xml_reader::event::end;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  for (const auto& format : metadata::file_formats) {
    metadata::object_names objects;
    metadata::xml_shapes shapes;
    const auto part = metadata::read_part(text, format.is, 1, objects, shapes);
    for (const auto& fault : part.faults) {
      examine(fault.at, size);
    }
    for (const auto& grant : part.grants) {
      examine(grant.at, size);
      if (grant.object >= objects.size()) {
        std::abort();
      }
    }
    for (const auto& call : part.calls) {
      examine(call.at, size);
    }
    for (const auto& one : part.shared) {
      examine(one.at, size);
    }
    for (const auto& types : part.asks.types) {
      for (const auto& member : types.members) {
        examine(member.at, size);
      }
    }
  }
  if (metadata::foreign_byte(text) == std::string_view::npos && well_formed(text)) {
    pugi::xml_document other;
    if (!other.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8)) {
      std::abort();
    }
  }
  return 0;
}
