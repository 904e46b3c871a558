// What pages bring in: components, other pages, flows.
#include "tracing/ways.hpp"

#include <gtest/gtest.h>

namespace proviso::tracing::testing {
namespace {

const auto controller = code("Ctrl", "class Ctrl { public void save() { insert new Lead(); } }");

metadata::text_file page(const std::string& name, const std::string& content) {
  return {"pages/" + name + ".page", "<apex:page>" + content + "</apex:page>"};
}

TEST(pages, bring_in_components) {
  EXPECT_EQ(
      ways({profile(to_page("P")),
            page("P", "<!-- <c:No/> --><c:outer/>"),
            {"components/Outer.component", "<apex:component><c:LeadForm a='b'/></apex:component>"},
            {"components/LeadForm.component", "<apex:component controller=\"Ctrl\"/>"},
            controller}),
      "profile Dealer → page P → Visualforce component Outer → Visualforce component LeadForm → class Ctrl | "
      "class Ctrl:1 insert Lead (system mode)\n");
}

TEST(pages, bring_in_pages) {
  EXPECT_EQ(
      ways({profile(to_page("P")),
            page("P", "<apex:include pageName=\"Q\"/><apex:composition template='R'></apex:composition>"),
            {"pages/Q.page", "<apex:page controller=\"Ctrl\"/>"},
            controller}),
      "what the page 'R' that page P brings in does: no file holds it; retrieve it or, if it is of a managed "
      "package, ask its vendor\n"
      "profile Dealer → page P → page Q → class Ctrl | class Ctrl:1 insert Lead (system mode)\n");
}

TEST(pages, run_flows) {
  EXPECT_EQ(ways({profile(to_page("P")), page("P", "<flow:interview name=\"F\"/>"),
                  flow("F", as_system + makes_lead)}),
            "profile Dealer → page P → flow F | flow F: create Lead in Make (system mode)\n");
  EXPECT_EQ(ways({profile(to_page("P")), page("P", "<flow:interview name='F'/>")}),
            "what the flow 'F' does: no file holds it; retrieve it\n");
}

TEST(pages, bring_in_what_no_file_holds) {
  EXPECT_EQ(
      ways({profile(to_page("P")), page("P", "<c:Gone/><acme:Form/><apex:form/><svg:g/><div/>")}),
      "what the component 'Gone' that page P brings in does: no file holds it; retrieve it or, if it is of a "
      "managed package, ask its vendor\n"
      "what the component 'acme:Form' that page P brings in does: no file holds it; retrieve it or, if it is "
      "of a managed package, ask its vendor\n");
}

} // namespace
} // namespace proviso::tracing::testing
