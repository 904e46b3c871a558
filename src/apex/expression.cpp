#include "apex/expression.hpp"

#include <iterator>
#include <utility>

namespace proviso::apex {
namespace {

constexpr std::size_t longest_text = 4096; // of a query that is put together
constexpr std::size_t most_options = 32;   // of one expression

} // namespace

void text_said::add(std::string_view more, bool ends) {
  if (!whole)
    return;
  text += more.substr(0, longest_text - std::min(longest_text, text.size()));
  whole = ends && text.size() < longest_text;
}

std::optional<std::string> whole_text(const values& of) {
  const bool known = of.size() == 1 && of[0].variable == value::no_variable && of[0].text && of[0].text->whole;
  return known ? std::optional(of[0].text->text) : std::nullopt;
}

void expression::begin(value one) {
  now_.clear();
  now_.push_back(std::move(one));
}

void expression::cast(std::string type) {
  cast_ = std::move(type);
  now_.clear();
}

// 'a' + b + 'c': known up to what is not.
void expression::add_to_sum() {
  const bool known =
      now_.size() == 1 && cast_.empty() && (now_[0].text || now_[0].variable != value::no_variable);
  if (!sum_) {
    sum_ = known ? std::move(now_[0]) : value{{}, text_said{}, value::no_variable};
    sum_->is = known ? operand{operand::how::type, "String", {}} : operand{};
    if (!sum_->text)
      sum_->text = text_said{{}, true};
  } else if (known && now_[0].variable == value::no_variable) {
    sum_->text->add(now_[0].text->text, now_[0].text->whole);
  } else {
    sum_->text->whole = false;
  }
  now_.clear();
}

void expression::plus() {
  add_to_sum();
}

void expression::mix() {
  mixed_ = true;
  now_.clear();
}

void expression::forget() {
  now_.clear();
  cast_.clear();
  sum_.reset();
  mixed_ = false;
}

void expression::choose() {
  forget();
}

// (SObject) new Lead(): what it is is told better than by the cast.
bool expression::is_new_instance() const {
  return now_.size() == 1 && (now_[0].is.is == operand::how::query || now_[0].is.is == operand::how::type);
}

void expression::finish() {
  if (sum_)
    add_to_sum();
  if (mixed_)
    now_.assign(1, {});
  else if (sum_)
    now_.assign(1, std::move(*sum_));
  else if (!cast_.empty() && !is_new_instance())
    now_.assign(1, {{operand::how::type, cast_, {}}, {}, value::no_variable});
  if (options_.size() < most_options)
    options_.insert(options_.end(), std::move_iterator(now_.begin()), std::move_iterator(now_.end()));
  else
    options_.back() = {};
  forget();
}

values expression::take() {
  finish();
  return std::exchange(options_, {});
}

values expression::take_last() {
  return std::exchange(now_, {});
}

} // namespace proviso::apex
