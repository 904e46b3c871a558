// What is for sale: the contract's SKUs, then its quotes, each with the stretches of months in which one
// quantity of it is bought.
#pragma once

#include "model/contract.hpp"
#include "savings/purchase.hpp"

#include <cstdint>
#include <vector>

namespace proviso::savings {

struct stretch { // months between two ramps of a SKU; all of the term for a quote
  int first_month = 0;
  int last_month = 0;
  std::int64_t written = 0; // the quantity that the contract states; 0 for a quote

  [[nodiscard]] int months() const { return last_month - first_month + 1; }
};

struct offer {
  const model::sku* sku = nullptr; // of `market::everything`
  bool quote = false;
  std::vector<stretch> stretches; // none: nothing of it is to be decided
  const model::sku* bought =
      nullptr; // of a quote: the SKU of the contract that has its terms, bought in its place

  [[nodiscard]] bool is_pool() const { return sku->sold.value == model::sale::logins; }
};

class market {
public:
  // The contract must outlive it.
  explicit market(const model::contract& written);
  market(const market&) = delete;
  market& operator=(const market&) = delete;

  [[nodiscard]] const model::contract& written() const { return *written_; }
  // The contract with its quotes among its SKUs.
  [[nodiscard]] const model::contract& everything() const { return everything_; }
  [[nodiscard]] const std::vector<offer>& offers() const { return offers_; }
  // The offer of a SKU of the contract.
  [[nodiscard]] std::size_t index_of(const std::string& sku) const;

  // All as the contract says, and nothing of its quotes.
  [[nodiscard]] purchase as_written() const;
  // The contract that buys this. Names, prices and terms stay.
  [[nodiscard]] model::contract buying(const purchase& bought) const;

private:
  const model::contract* written_;
  model::contract everything_;
  std::vector<offer> offers_;
};

} // namespace proviso::savings
