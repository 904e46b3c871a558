#include "tables/records.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <utility>

namespace proviso::tables {
namespace {

using nlohmann::json;

// Feeds the parser, and ends where one value or record would not fit into memory.
struct feed {
  bytes& from;
  std::size_t taken = 0; // since the last record
  bool too_long = false;

  [[nodiscard]] bool ended() {
    too_long = too_long || taken > longest_row;
    return too_long || from.peek() == no_more;
  }
};

class cursor { // over the feed, as the parser wants it
public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  cursor() = default;
  explicit cursor(feed& from) : from_(&from) {}

  char operator*() const { return static_cast<char>(from_->from.peek()); }
  cursor& operator++() {
    from_->from.get();
    ++from_->taken;
    return *this;
  }
  friend bool operator==(const cursor& a, const cursor& b) { return a.ended() == b.ended(); }
  friend bool operator!=(const cursor& a, const cursor& b) { return !(a == b); }

private:
  [[nodiscard]] bool ended() const { return from_ == nullptr || from_->ended(); }

  feed* from_ = nullptr;
};

// Told by the parser of each part; gives a row for each record. Always returns false to stop.
class gatherer final : public nlohmann::json_sax<json> {
public:
  gatherer(feed& from, const listener& to, base::diagnostics& faults) : from_(from), to_(to), faults_(faults) {}

  [[nodiscard]] bool stopped() const { return stopped_; }
  [[nodiscard]] bool any_records() const { return listed_ || rows_ > 0; }

  bool null() override { return scalar(std::nullopt); }
  bool boolean(bool value) override {
    partial_ = partial_ || (!value && key_ == "done" && is_beside_records());
    return partial_ && wrapped_ ? one_page() : scalar(value ? "true" : "false");
  }
  bool number_integer(number_integer_t value) override { return scalar(fmt::format("{}", value)); }
  bool number_unsigned(number_unsigned_t value) override {
    if (key_ == "totalSize" && is_beside_records())
      total_ = value;
    return scalar(fmt::format("{}", value));
  }
  bool number_float(number_float_t, const string_t& written) override { return scalar(written); }
  bool string(string_t& value) override {
    return scalar(value.empty() ? std::nullopt : std::optional(std::move(value)));
  }
  bool binary(binary_t&) override { return false; }

  bool start_object(std::size_t) override {
    if (!deeper())
      return false;
    if (!record_depth_ && starts_record())
      start_record();
    else if (record_depth_ && !list_depth_)
      enter(key_);
    parents_.push_back({parent::object, key_});
    return true;
  }
  bool key(string_t& name) override {
    key_ = std::move(name);
    return true;
  }
  bool end_object() override {
    parents_.pop_back();
    const auto ended = depth_--;
    if (record_depth_ == ended) {
      record_depth_.reset();
      return give();
    }
    if (record_depth_ && !list_depth_)
      leave();
    return depth_ > 0 || ends_whole();
  }
  bool start_array(std::size_t) override {
    if (!deeper())
      return false;
    if (record_depth_ && !list_depth_)
      list_depth_ = depth_;
    listed_ = listed_ || !record_depth_;
    parents_.push_back({parent::list, key_});
    return true;
  }
  bool end_array() override {
    parents_.pop_back();
    if (list_depth_ == depth_--)
      list_depth_.reset();
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const json::exception& error) override {
    if (from_.too_long)
      return give_up(
          fmt::format("the record or value that ends here is longer than {} MiB", longest_row >> 20));
    // "… parse error at line 2, column 7: syntax error while parsing value - unexpected end of input; …"
    std::string_view what = error.what();
    what.remove_prefix(std::min(what.find(" - "), what.size()));
    what = what.substr(0, what.find(';'));
    return give_up(what.empty() ? "this is not JSON" : fmt::format("this is not JSON: {}", what.substr(3)));
  }

private:
  static constexpr const char* whole_file =
      "join the pages; sf data query and sf data export bulk write them all into one file";

  struct parent {
    enum kind { object, list } is = object;
    std::string key; // under which it stands
  };

  // A record stands in a list at the top or called "records", or at the top itself, until that turns out to
  // wrap them.
  [[nodiscard]] bool starts_record() const {
    if (parents_.empty())
      return true;
    const auto& in = parents_.back();
    return in.is == parent::list && (parents_.size() == 1 || in.key == "records");
  }

  void start_record() {
    record_depth_ = depth_;
    known_before_ = names_.size();
    line_ = from_.from.line();
    std::ranges::fill(cells_, std::nullopt);
  }

  // One level down; what seemed to be a record may turn out to wrap them.
  bool deeper() {
    if (++depth_ > deepest_record)
      return give_up(fmt::format("this is nested deeper than {} levels", deepest_record));
    if (record_depth_ == 1 && depth_ == 2 && (key_ == "records" || key_ == "result"))
      unwrap();
    return !(partial_ && wrapped_) || one_page();
  }

  // What was read of it is said of all records: no columns of theirs.
  void unwrap() {
    record_depth_.reset();
    wrapped_ = true;
    std::erase_if(columns_, [&](const auto& each) { return each.second >= known_before_; });
    names_.resize(known_before_);
    cells_.resize(known_before_);
  }

  // What is said of all records, or of one that may turn out to wrap them.
  [[nodiscard]] bool is_beside_records() const { return !record_depth_ || depth_ == 1; }

  // An answer that wraps its records ends: all that it counts are there.
  bool ends_whole() {
    const auto records = rows_ - std::exchange(rows_before_, rows_);
    const auto total = std::exchange(total_, std::nullopt);
    return !total || *total <= records ||
           give_up(fmt::format("this is a part: it holds {} of the {} records that its 'totalSize' counts",
                               records, *total),
                   whole_file);
  }

  bool one_page() { return give_up("this is one page of several: its 'done' is false", whole_file); }

  void enter(const std::string& field) {
    prefixes_.push_back(prefix_.size());
    prefix_ += field;
    prefix_ += '.';
  }
  void leave() {
    prefix_.resize(prefixes_.back());
    prefixes_.pop_back();
  }

  bool scalar(cell value) {
    if (!record_depth_ || list_depth_)
      return true; // beside the records, or a list inside one
    const auto column = column_of(prefix_ + key_);
    if (column && cells_[*column])
      odd_ = fmt::format("states '{}' twice", names_[*column]);
    if (column)
      cells_[*column] = std::move(value);
    return column.has_value();
  }

  std::optional<std::size_t> column_of(const std::string& name) {
    const auto [place, fresh] = columns_.try_emplace(name, names_.size());
    if (fresh) {
      if (names_.size() == most_columns) {
        give_up(fmt::format("there are more than {} columns", most_columns));
        return std::nullopt;
      }
      names_.push_back(name);
      cells_.emplace_back();
    }
    return place->second;
  }

  bool give() {
    from_.taken = 0;
    ++rows_;
    if (told_ != names_.size() && !to_.columns(names_))
      return stop();
    told_ = names_.size();
    const bool on = odd_.empty() ? to_.take({line_, cells_}) : to_.refuse({line_, odd_});
    odd_.clear();
    return on || stop();
  }

  bool stop() {
    stopped_ = true;
    return false;
  }
  bool give_up(std::string_view what, std::string help = {}) {
    faults_.push_back(at_line(from_.from.from(), from_.from.line(), what, std::move(help)));
    return stop();
  }

  feed& from_;
  const listener& to_;
  base::diagnostics& faults_;
  int depth_ = 0;
  std::optional<int> record_depth_; // inside a record: where it started
  std::optional<int> list_depth_;   // inside a list of a record: where that started
  std::vector<parent> parents_;
  std::string key_;
  std::string prefix_; // "Profile.UserLicense."
  std::vector<std::size_t> prefixes_;
  header names_;
  std::unordered_map<std::string, std::size_t> columns_;
  std::vector<cell> cells_;
  std::string odd_;
  std::size_t known_before_ = 0; // columns, when the record began
  std::size_t line_ = 1;
  std::size_t told_ = 0; // columns the listener knows of
  std::size_t rows_ = 0;
  std::size_t rows_before_ = 0;        // of answers that have ended
  std::optional<std::uint64_t> total_; // of the answer that is read, as it says itself
  bool listed_ = false;
  bool wrapped_ = false; // the records stand in an object
  bool partial_ = false; // that says it is not done
  bool stopped_ = false;
};

int next_text(bytes& from) {
  while (from.peek() == ' ' || from.peek() == '\t' || from.peek() == '\r' || from.peek() == '\n')
    from.get();
  return from.peek();
}

} // namespace

void read_records(bytes& from, const listener& to, base::diagnostics& faults) {
  feed fed{from, 0, false};
  gatherer parts(fed, to, faults);
  while (next_text(from) != no_more && !parts.stopped())
    json::sax_parse(cursor(fed), cursor(), &parts, json::input_format_t::json, false);
  if (!parts.any_records() && !parts.stopped())
    faults.push_back({fmt::format("'{}' holds no records", base::harmless(from.from().name())),
                      {},
                      "expected a list of objects, or {\"records\": [...]}",
                      {}});
}

} // namespace proviso::tables
