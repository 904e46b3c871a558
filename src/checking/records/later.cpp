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

constexpr field user_fields[] = {
    {"id", text_type, "hashed", none},
    {"license", record_of(record_kind::license), "the license held", none, nullptr, "license"},
    {"active", truth_type, "may log in", none},
    {"login_days", number_type, "in the months that the data covers", none},
};

constexpr field entitlement_fields[] = {
    {"setting", text_type, "what the org allows", none},
    {"allowed", number_type, "how much", none},
    {"used", number_type, "how much of it is used", none},
};

} // namespace

constinit const record_schema user{
    record_kind::user, "an observed user", user_fields, no_subject, no_days, nowhere};
constinit const record_schema entitlement{record_kind::entitlement,
                                          "an allowance that an org export states",
                                          entitlement_fields,
                                          no_subject,
                                          no_days,
                                          nowhere};

} // namespace proviso::checking::records
