// The page: what is on it, in words that a reader looks for.
#include "report/formats.hpp"
#include "report/sample.hpp"

#include <gtest/gtest.h>

namespace {

using namespace proviso;
using namespace proviso::test;

// From the first of the words to the end of the second.
std::string part(const std::string& page, std::string_view from, std::string_view to) {
  const auto start = page.find(from);
  const auto end = page.find(to, start);
  return start == std::string::npos || end == std::string::npos ? page
                                                                : page.substr(start, end + to.size() - start);
}

TEST(html, shows_a_finding_with_its_clause) {
  sample in;
  in.add(exceeded(in));
  EXPECT_EQ(part(report::to_html(in.report), "<article", "</article>"),
            R"(<article class="error" id="f-0123456789abcdef">
<h4><b>error</b> login-pool-exceeded</h4>
<p>dealers needs 2,400 logins in 2027-01-15..2027-03-14, 2,000 are entitled and 200 tolerated</p>
<pre>  --&gt; contracts/portal.proviso:3:5
  |
3 |     quantity 1_000 per month
  |     ^^^^^^^^^^^^^^^^^^^^^^^^ purchased here
  --&gt; contracts/portal.plan.toml:2:1
  |
2 | season = { november = 1.8 }
  | ^^^^^^ multiplied here
</pre>
<dl>
<dt>cost</dt><dd>500.00 USD</dd>
<dt>fix</dt><dd>buy 100 more per month from 2027-01-15</dd>
<dt>why</dt><dd>What exceeds the pool is charged.</dd>
<dt>source</dt><dd>Guide</dd>
</dl>
</article>)");
}

TEST(html, counts_what_there_is) {
  sample in;
  in.add(exceeded(in));
  in.first().known.push_back(exceeded(in));
  in.first().untouched = 2;
  in.report.has_baseline = in.report.of_change = true;
  EXPECT_EQ(part(report::to_html(in.report), "<p class=\"counts\">", "</p>"),
            "<p class=\"counts\"><span class=\"error\">1 error</span><span class=\"baselined\">1 in the "
            "baseline</span><span class=\"baselined\">2 left out: the change does not touch them</span></p>");
}

TEST(html, shows_what_it_costs) {
  const sample in;
  EXPECT_EQ(
      part(report::to_html(in.report), "<h3>Cost</h3>", "</table>"),
      "<h3>Cost</h3>\n<table>\n<thead>\n<tr><th>charge</th><th class=\"n\">USD</th></tr>\n</thead>\n<tbody>\n"
      "<tr><td>commitment</td><td class=\"n\">7,000.50</td></tr>\n"
      "<tr><td>overage</td><td class=\"n\">500.00</td></tr>\n"
      "<tr><td>total</td><td class=\"n\">7,500.50</td></tr>\n</tbody>\n</table>");
}

TEST(html, shows_periods_of_the_same_together) {
  sample in;
  in.add(exceeded(in));
  auto later = exceeded(in);
  later.days = days("2027-03-15", "2027-05-14");
  in.add(std::move(later));
  const auto page = report::to_html(in.report);
  EXPECT_EQ(page.find("<article"), page.rfind("<article"));
  EXPECT_NE(page.find("<summary>also in 1 more period</summary>"), std::string::npos);
}

} // namespace
