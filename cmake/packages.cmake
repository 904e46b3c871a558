# Every library Proviso uses, and why. All are packages of Debian 12; cmake/setup.sh installs them.

find_package(pegtl REQUIRED)         # the grammar of the language, as types: taocpp::pegtl
find_package(CLI11 REQUIRED)         # commands and options: CLI11::CLI11
find_package(ODBC REQUIRED)          # usage counted in a warehouse, by proviso-odbc: ODBC::ODBC
find_package(nlohmann_json REQUIRED) # the JSON report: nlohmann_json::nlohmann_json
set(ZLIB_USE_STATIC_LIBS ${PROVISO_STATIC})
find_package(ZLIB REQUIRED)          # exports packed by gzip: ZLIB::ZLIB
if(PROVISO_TESTS)
  find_package(GTest REQUIRED)       # tests: GTest::gtest, GTest::gtest_main
  find_package(rapidcheck REQUIRED)  # properties, tried on random inputs: rapidcheck
  find_package(valijson REQUIRED)    # holds the JSON report against its schema: valijson
  find_package(yaml-cpp REQUIRED)    # what pipelines are described by: yaml-cpp
  find_package(pugixml REQUIRED)     # another reader of XML, to agree with: pugixml::pugixml
endif()

# GMP: exact numbers of any size. It comes without a CMake description.
find_path(GMP_INCLUDE gmpxx.h REQUIRED)
find_library(GMP_LIBRARY gmp REQUIRED)
find_library(GMPXX_LIBRARY gmpxx REQUIRED)
add_library(proviso_gmp INTERFACE)
target_link_libraries(proviso_gmp INTERFACE gmpxx gmp)
add_library(gmp::gmpxx ALIAS proviso_gmp)

# zstd: exports packed by it. Its CMake description is not in the package.
find_path(ZSTD_INCLUDE zstd.h REQUIRED)
find_library(ZSTD_LIBRARY zstd REQUIRED)
add_library(proviso_zstd INTERFACE)
target_link_libraries(proviso_zstd INTERFACE zstd)
add_library(zstd::zstd ALIAS proviso_zstd)

# libsodium: keyed hashes of user ids. It comes without a CMake description.
find_path(SODIUM_INCLUDE sodium.h REQUIRED)
find_library(SODIUM_LIBRARY sodium REQUIRED)
add_library(proviso_sodium INTERFACE)
target_link_libraries(proviso_sodium INTERFACE sodium)
add_library(sodium::sodium ALIAS proviso_sodium)

# fmt and toml++ come as shared libraries only, and the program is linked statically. Their bodies are compiled here,
# once; header-only, every file that includes them would take up to fifteen seconds.

# fmt: text from values, without streams and locales.
find_path(FMT_INCLUDE fmt/format-inl.h REQUIRED)
add_library(proviso_fmt STATIC ${CMAKE_CURRENT_LIST_DIR}/packages/fmt.cpp)
add_library(fmt::fmt ALIAS proviso_fmt)

# toml++: plans and configuration, with the place of every value.
find_path(TOML_INCLUDE toml++/toml.h REQUIRED)
add_library(proviso_toml STATIC ${CMAKE_CURRENT_LIST_DIR}/packages/toml.cpp)
target_compile_definitions(proviso_toml PUBLIC TOML_HEADER_ONLY=0)
add_library(tomlplusplus::tomlplusplus ALIAS proviso_toml)
