#include "tracing/overloads.hpp"

#include "apex/vocabulary.hpp"
#include "base/text.hpp"
#include "tracing/standard.hpp"

#include <algorithm>
#include <array>

namespace proviso::tracing {
namespace {

enum class fit : std::uint8_t { no, perhaps, exact };

constexpr auto numbers =
    std::to_array<std::string_view>({"integer", "long", "double", "decimal", apex::number_type});
constexpr auto texts = std::to_array<std::string_view>({"string", "id"});
constexpr auto plain =
    std::to_array<std::string_view>({"integer", "long", "double", "decimal", apex::number_type, "string", "id",
                                     "boolean", "date", "datetime", "time", "blob"});
constexpr std::string_view anything = "object";
constexpr std::string_view any_record = "sobject";

bool both(std::span<const std::string_view> of, std::string_view a, std::string_view b) {
  return base::is_one_of(of, a) && base::is_one_of(of, b);
}

class fitting {
public:
  fitting(const drawing& in, type_id of) : in_(in), of_(of) {}

  [[nodiscard]] fit of(const std::vector<std::string>& parameters,
                       const std::vector<std::string>& arguments) const {
    if (parameters.size() != arguments.size())
      return fit::no;
    auto result = fit::exact;
    for (std::size_t i = 0; i < parameters.size(); ++i)
      result = std::min(result,
                        one(base::lower(in_.types.qualified(parameters[i], of_)), base::lower(arguments[i])));
    return result;
  }

private:
  [[nodiscard]] fit one(const std::string& parameter, const std::string& argument) const {
    if (argument.empty())
      return fit::perhaps;
    if (parameter == argument)
      return fit::exact;
    if (parameter == anything || argument == anything || both(numbers, parameter, argument) ||
        both(texts, parameter, argument))
      return fit::perhaps;
    if (base::is_one_of(plain, parameter) || base::is_one_of(plain, argument))
      return fit::no;
    if (is_container(parameter) != is_container(argument))
      return is_iterable(parameter) || is_iterable(argument) ? fit::perhaps : fit::no;
    if (is_container(parameter))
      return one(base::lower(innermost(parameter)), base::lower(innermost(argument))) == fit::no ? fit::no
                                                                                                 : fit::perhaps;
    return of_types(parameter, argument);
  }

  [[nodiscard]] bool is_iterable(const std::string& type) const {
    return base::is_one_of(standard_classes, type.substr(0, type.find_first_of("<["))) ||
           in_.types.find(type, of_);
  }

  // An instance of a class fits its bases; a record any record; of other types it is not known.
  [[nodiscard]] fit of_types(const std::string& parameter, const std::string& argument) const {
    const auto wanted = in_.types.find(parameter, of_);
    const auto given = in_.types.find(argument, of_);
    if (wanted && given) {
      const auto bases = in_.types.with_bases(*given);
      return std::ranges::find(bases, *wanted) == bases.end() ? fit::no : fit::perhaps;
    }
    if (parameter == any_record || argument == any_record)
      return wanted || given ? fit::no : fit::perhaps;
    const bool known = base::is_one_of(standard_classes, parameter) ||
                       base::is_one_of(standard_classes, argument) ||
                       parameter.find('.') != std::string::npos || argument.find('.') != std::string::npos;
    return known ? fit::perhaps : fit::no;
  }

  const drawing& in_;
  type_id of_;
};

std::vector<start> starts(const drawing& in, const std::vector<member>& all, bool certain) {
  std::vector<start> result;
  for (const auto one : all)
    result.push_back({in.node_of(one), certain});
  return result;
}

} // namespace

std::vector<std::string> argument_types(const drawing& in, const apex::mention& call, type_id inside) {
  std::vector<std::string> result;
  for (const auto& one : call.arguments)
    if (one.is == apex::operand::how::path)
      result.push_back(in.types.type_of(one.text, one.root_type, inside).value_or(""));
    else
      result.push_back(in.types.qualified(one.text, inside));
  return result;
}

std::vector<start> choose(const drawing& in, const std::vector<member>& all,
                          const std::vector<std::string>& arguments) {
  if (all.size() <= 1)
    return starts(in, all, true);
  std::vector<member> exact;
  std::vector<member> possible;
  for (const auto one : all) {
    const auto how = fitting(in, one.type).of(in.method_of(one).parameters, arguments);
    if (how == fit::exact)
      exact.push_back(one);
    if (how != fit::no)
      possible.push_back(one);
  }
  if (exact.size() == 1)
    return starts(in, exact, true);
  if (possible.empty())
    return starts(in, all, false);
  return starts(in, possible, possible.size() == 1);
}

} // namespace proviso::tracing
