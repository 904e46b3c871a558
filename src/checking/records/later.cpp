// Records of inputs that are not read yet: their collections are unknown and their fields say what they will
// hold.
#include "checking/records/reading.hpp"

#include <string>

namespace proviso::checking::records {
namespace {

// Nobody reads a field of a record that there cannot be.
value none(const facts&, record) {
  return absent{};
}
std::string no_subject(const facts&, record) {
  return {};
}
std::optional<base::period> no_days(const facts&, record) {
  return std::nullopt;
}
base::span nowhere(const facts&, record) {
  return {};
}

constexpr field grant_fields[] = {
    {"holder", text_type, "profile or permission set", none},
    {"object", name_of(domain::object), "API name", none},
    {"operations", names_of(domain::operation), "what is granted", none},
    {"license", record_of(record_kind::license), "the license of the holder", none, nullptr, "license"},
};

} // namespace

constinit const record_schema grant{
    record_kind::grant, "access found in metadata", grant_fields, no_subject, no_days, nowhere};

} // namespace proviso::checking::records
