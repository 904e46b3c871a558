#include "pipelines/project.hpp"

#include <stdexcept>

namespace proviso::test {
namespace {

constexpr auto plan = R"([plan]
name = "Busy"
contract = "shop"

[[population]]
name = "customers"
users = 1_000
sku = "logins"
login_days = { 0 = 0.5, 1 = 0.5 }
)";

} // namespace

std::string root() {
  return PROVISO_ROOT;
}

std::string shop(const std::string& quantity) {
  return R"(use "salesforce/experience-cloud"

contract shop "Web shop" {
  term       2027-01-01 to 2027-12-31
  currency   USD
  time zone  "UTC"

  sku logins "Customer logins" {
    license    customer-community
    sold as    logins
    count      one login per user per day
    quantity   )" +
         quantity + R"( per month
    price      2.00 per login
    overage    2.50 per login, measured monthly
  }
}
)";
}

project::project() {
  for (const auto* folder : {"contracts", "home"})
    std::filesystem::create_directory(folder_.path() / folder);
  write("contracts/shop.proviso", shop("1_000"));
  write("contracts/shop.plan.toml", plan);
  write("proviso.toml", "contracts = [\"contracts/*.proviso\"]\nas_of = 2027-02-01\n");
  const auto made = run("git init -q && git config user.name t && git config user.email t@example.com && "
                        "git add contracts proviso.toml && git commit -qm start");
  if (made.status != 0)
    throw std::runtime_error("no repository: " + made.err);
}

support::ended project::run(const std::string& command, std::vector<std::string> variables) const {
  variables.insert(variables.end(), {std::string("PATH=") + PROVISO_PROGRAMS + ":/usr/bin:/bin", "TZ=UTC",
                                     "LC_ALL=C.UTF-8", "HOME=" + (folder_.path() / "home").string()});
  return support::run({command, folder_.path(), std::move(variables)});
}

void project::write(const std::string& file, const std::string& text) const {
  support::write_file(folder_.path() / file, text);
}

std::string project::read(const std::string& file) const {
  return support::read_file(folder_.path() / file);
}

bool project::has(const std::string& file) const {
  return std::filesystem::exists(folder_.path() / file);
}

} // namespace proviso::test
