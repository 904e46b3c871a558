// Who gave an option, and who beats whom.
#include "cli/options/settings.hpp"

#include <cstdlib>
#include <gtest/gtest.h>

namespace {

using namespace proviso;

constexpr cli::option options[] = {{"fail-on"}, {"no-waivers", cli::option::takes::nothing}};

TEST(settings, keep_what_was_offered_first) {
  cli::settings all;
  all.offer("fail-on", {{"error", "--fail-on", {}}});
  all.offer("fail-on", {{"never", "fail_on", {}}});
  ASSERT_NE(all.one("fail-on"), nullptr);
  EXPECT_EQ(all.one("fail-on")->value, "error");
  EXPECT_EQ(all.one("plan"), nullptr);
  EXPECT_TRUE(all.all("plan").empty());
}

TEST(settings, take_no_notice_of_an_offer_without_values) {
  cli::settings all;
  all.offer("plan", {});
  all.offer("plan", {{"a.toml", "plans", {}}, {"b.toml", "plans", {}}});
  EXPECT_EQ(all.all("plan").size(), 2u);
}

TEST(settings, read_the_variables_of_options) {
  ::setenv("PROVISO_FAIL_ON", "warning", 1);
  ::setenv("PROVISO_NO_WAIVERS", "", 1);
  cli::settings all;
  cli::offer_environment(all, options);
  ::unsetenv("PROVISO_FAIL_ON");
  ::unsetenv("PROVISO_NO_WAIVERS");
  ASSERT_NE(all.one("fail-on"), nullptr);
  EXPECT_EQ(all.one("fail-on")->value, "warning");
  EXPECT_EQ(all.one("fail-on")->by, "PROVISO_FAIL_ON");
  EXPECT_EQ(all.one("no-waivers"), nullptr);
}

} // namespace
