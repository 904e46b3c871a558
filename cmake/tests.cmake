# proviso_test(NAME SOURCES… USES LAYER… PRIVATE TARGET…): one test program, NAME_test; each of its tests is one of
# ctest's. USES names the layers under test, PRIVATE other targets. Tests run in the project's folder, so they may
# open "contracts/northwind.proviso"; shared helpers are included as "support/file.hpp".

include(GoogleTest)

# What nearly every test includes is read once.
add_library(proviso_tests_precompiled OBJECT ${PROJECT_BINARY_DIR}/precompiled.cpp)
target_link_libraries(proviso_tests_precompiled PRIVATE proviso_options fmt::fmt GTest::gtest)
target_precompile_headers(proviso_tests_precompiled PRIVATE
  <cstdint> <map> <optional> <string> <string_view> <variant> <vector> <fmt/format.h> <gtest/gtest.h>)

function(proviso_test name)
  cmake_parse_arguments(test "" "" "SOURCES;USES;PRIVATE" ${ARGN})
  add_executable(${name}_test ${test_SOURCES})
  target_include_directories(${name}_test PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${name}_test PRIVATE proviso_options ${test_PRIVATE} GTest::gtest GTest::gtest_main)
  target_precompile_headers(${name}_test REUSE_FROM proviso_tests_precompiled)
  foreach(used IN LISTS test_USES)
    target_link_libraries(${name}_test PRIVATE proviso_${used})
  endforeach()
  gtest_discover_tests(${name}_test
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    TEST_PREFIX "${name}."
    DISCOVERY_TIMEOUT 60
    PROPERTIES TIMEOUT 120)
endfunction()
