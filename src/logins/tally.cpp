#include "logins/tally.hpp"

#include "logins/store.hpp"

namespace proviso::logins {

tally::tally(std::unique_ptr<store> users) : users_(std::move(users)) {}
tally::tally(tally&&) noexcept = default;
tally& tally::operator=(tally&&) noexcept = default;
tally::~tally() = default;

std::uint64_t tally::users() const {
  return users_->users();
}

void tally::each(const std::function<void(const user&)>& use) const {
  users_->each(use);
}

} // namespace proviso::logins
