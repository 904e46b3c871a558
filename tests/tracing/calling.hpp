// A class that a portal user may call, and what its statements lead to.
#pragma once

#include "tracing/ways.hpp"

#include <string>
#include <vector>

namespace proviso::tracing::testing {

// What Ctrl does, whose one method, shown to components, holds the statements; paths as classes in brackets.
inline std::string from(const std::string& statements, std::vector<metadata::text_file> others,
                        const std::string& members = {}) {
  others.push_back({"profiles/D.profile", "<Profile><classAccesses><apexClass>Ctrl</apexClass><enabled>true"
                                          "</enabled></classAccesses></Profile>"});
  others.push_back(code("Ctrl", "public class Ctrl { @AuraEnabled public static void go(String a) {" +
                                    statements + "} " + members + "}"));
  return ways(std::move(others));
}

inline const auto makes =
    code("Svc", "public virtual class Svc { public static Svc getInstance() { return null; }\n"
                " public void make() { insert new Lead(); } }");
inline const std::string surely =
    "profile D → class Ctrl → class Svc | class Svc:2 insert Lead (system mode)\n";

} // namespace proviso::tracing::testing
