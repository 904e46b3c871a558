// simulate_plain contract|plan: what bench/simulate simulates. simulate_plain users|counts YEARS: the same
// demand in the obvious way, user by user or by how many users have how many days, with the standard library's
// numbers; prints the mean logins of a month.
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fmt/core.h>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct population {
  int users;
  double spread;
  std::array<double, 5> shares; // of 0, 1, 2, 4 and 12 login days
};

constexpr std::array days{0, 1, 2, 4, 12};
constexpr int months = 12;

std::vector<population> ten() {
  std::vector<population> result;
  for (int i = 0; i < 10; ++i)
    result.push_back({1'000 + 1'500 * i, 0.05 + 0.02 * i, {0.40, 0.30, 0.15, 0.10, 0.05}});
  return result;
}

void print_contract() {
  fmt::print("contract bench \"Ten populations\" {{\n  term 2027-01-01 to 2027-12-31\n  currency USD\n");
  for (const int pool : {0, 1})
    fmt::print(
        "  sku pool-{} \"Pool\" {{\n    license customer-community\n    sold as logins\n    quantity {} per "
        "month\n    block 1_000\n    price 2.00 per login\n    grace 5%\n"
        "    overage 2.50 per login, measured quarterly\n  }}\n",
        pool, pool == 0 ? 60'000 : 66'000);
  fmt::print("}}\n");
}

void print_plan() {
  fmt::print("[plan]\nname = \"Ten\"\ncontract = \"bench\"\n");
  const auto all = ten();
  for (std::size_t i = 0; i < all.size(); ++i) {
    fmt::print("[[population]]\nname = \"people {0}\"\nsku = \"pool-{1}\"\nusers = {2}\nspread = "
               "{3:.2f}\nlogin_days = {{",
               i, i % 2, all[i].users, all[i].spread);
    for (std::size_t d = 0; d < days.size(); ++d)
      fmt::print("{} {} = {:.2f}", d == 0 ? "" : ",", days[d], all[i].shares[d]);
    fmt::print(" }}\n");
  }
}

long user_by_user(const population& of, long users, std::mt19937_64& numbers) {
  std::discrete_distribution<int> which(of.shares.begin(), of.shares.end());
  long sum = 0;
  for (long user = 0; user < users; ++user)
    sum += days[static_cast<std::size_t>(which(numbers))];
  return sum;
}

long by_counts(const population& of, long users, std::mt19937_64& numbers) {
  long sum = 0;
  double left = 1;
  for (std::size_t d = 0; d + 1 < days.size() && users > 0; ++d) {
    const auto some = std::binomial_distribution<long>(users, of.shares[d] / left)(numbers);
    sum += some * days[d];
    users -= some;
    left -= of.shares[d];
  }
  return sum + users * days.back();
}

double mean_logins(int years, bool counts) {
  std::mt19937_64 numbers(1);
  double sum = 0;
  for (int year = 0; year < years; ++year)
    for (const auto& one : ten()) {
      const auto sigma = std::sqrt(std::log(1 + one.spread * one.spread));
      const auto factor = std::lognormal_distribution<>(-sigma * sigma / 2, sigma)(numbers);
      const auto users = std::lround(one.users * factor);
      for (int month = 0; month < months; ++month)
        sum += static_cast<double>(counts ? by_counts(one, users, numbers) : user_by_user(one, users, numbers));
    }
  return sum / years / months;
}

} // namespace

int main(int count, char** arguments) {
  const std::string_view what = count > 1 ? arguments[1] : "";
  if (what == "contract")
    print_contract();
  else if (what == "plan")
    print_plan();
  else if (count > 2 && (what == "users" || what == "counts"))
    fmt::print("{:.1f}\n", mean_logins(std::atoi(arguments[2]), what == "counts"));
  else
    return 2;
}
