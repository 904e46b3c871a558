#include "format/layout.hpp"

#include "format/columns.hpp"
#include "format/flow.hpp"

namespace proviso::format {
namespace {

class layout {
public:
  void put_file(const std::vector<clause>& whole);
  [[nodiscard]] std::string text() const { return page_.text(); }

private:
  void put(const clause& each, const place& at);
  void put_comment(const clause& own, std::size_t indent);
  void put_words(const clause& of, const place& at);
  void put_short(const clause& of, const place& at);
  void put_block(const clause& of, const place& at);
  void put_clauses(const clause& in, const place& at);

  page page_;
};

// ---- blocks on one line

std::size_t short_width(words all) {
  std::size_t result = 0;
  for (std::size_t at = 0; at < all.size(); ++at)
    result += width(all[at].text) + (at > 0 && stand_apart(all, at) ? 1U : 0U);
  return result;
}

// sku NAME { quantity 5; price 2.00 per login }
std::size_t short_width(const clause& of) {
  auto result = short_width(of.head);
  if (!of.has_block)
    return result;
  result += 4; // " {" and " }"
  for (const auto& each : of.clauses)
    result += short_width(each) + (&each == of.clauses.data() ? 1U : 2U);
  return result + (of.tail.empty() ? 0 : 1 + short_width(of.tail));
}

bool is_short(const clause& of, std::size_t indent) {
  return of.on_one_line && indent + short_width(of) <= line_width;
}

// A clause that takes one line, whatever is around it.
bool takes_one_line(const clause& of) {
  return !of.has_block || is_short(of, 0);
}

void add_words(words all, page& to) {
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (at > 0 && stand_apart(all, at))
      to.add(" ");
    to.add(all[at].text);
  }
}

void add_short(const clause& of, page& to) {
  add_words(of.head, to);
  if (!of.has_block)
    return;
  to.add(" {");
  for (const auto& each : of.clauses) {
    to.add(&each == of.clauses.data() ? " " : "; ");
    add_short(each, to);
  }
  to.add(" }");
  to.add(of.tail.empty() ? "" : " ");
  add_words(of.tail, to);
}

// ---- declarations

// Whether an empty line belongs before this declaration, or before the comments on top of it: where it or the
// one before takes several lines, and the author left none.
bool needs_empty_line(const std::vector<clause>& all, std::size_t at) {
  if (at == 0 || all[at - 1].is_comment())
    return false;
  auto next = at;
  for (; next < all.size() && all[next].is_comment(); ++next)
    if (all[next].after_empty_line)
      return false;
  if (next == all.size() || all[next].after_empty_line)
    return false;
  return !takes_one_line(all[at - 1]) || !takes_one_line(all[next]);
}

void layout::put_file(const std::vector<clause>& whole) {
  for (std::size_t at = 0; at < whole.size(); ++at) {
    if (whole[at].after_empty_line || needs_empty_line(whole, at))
      page_.empty_line();
    put(whole[at], {});
  }
}

// ---- clauses

void layout::put(const clause& each, const place& at) {
  if (each.is_comment())
    put_comment(each, at.indent);
  else if (!each.has_block)
    put_words(each, at);
  else if (is_short(each, at.indent))
    put_short(each, at);
  else
    put_block(each, at);
}

void layout::put_comment(const clause& own, std::size_t indent) {
  page_.open(indent);
  page_.add(own.comment);
  page_.close();
}

void layout::put_words(const clause& of, const place& at) {
  flow(of.head, at, page_);
  page_.close(of.comment);
}

void layout::put_short(const clause& of, const place& at) {
  page_.open(at.indent);
  add_short(of, page_);
  page_.close(of.comment);
}

void layout::put_block(const clause& of, const place& at) {
  flow(of.head, {at.indent, {}, at.in_rule, false}, page_);
  page_.add(" {");
  page_.close(of.opening);
  put_clauses(of, at);
  page_.open(at.indent);
  page_.add("}");
  page_.add(of.tail.empty() ? "" : " ");
  add_words(of.tail, page_);
  page_.close(of.comment);
}

void layout::put_clauses(const clause& in, const place& at) {
  const bool in_rule = in.head[0].text == "rule";
  const auto in_block = columns_of(in);
  for (const auto& each : in.clauses) {
    if (each.after_empty_line && &each != in.clauses.data())
      page_.empty_line();
    const bool aligned = !each.is_comment() && !in.of_members && is_aligned(each, in);
    put(each, {at.indent + 2, aligned ? in_block : columns{}, in_rule, in.of_members});
  }
}

} // namespace

std::string laid_out(const std::vector<clause>& whole) {
  layout result;
  result.put_file(whole);
  return result.text();
}

} // namespace proviso::format
