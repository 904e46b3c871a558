# proviso_layer(NAME SOURCES… USES LAYER… PRIVATE TARGET…): one static library a layer.
# USES names the layers below it, which its headers may include; PRIVATE packages stay inside its sources.

# What every part of Proviso is compiled with.
add_library(proviso_options INTERFACE)
target_compile_options(proviso_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion)
target_include_directories(proviso_options INTERFACE ${PROJECT_SOURCE_DIR}/src)

# Left out are the checks of pointers: null stops the program under the address sanitizer as well, with them an address
# is no constant to GCC, and they double the time to compile.
if(PROVISO_SANITIZE)
  set(sanitizers -fsanitize=address,undefined
    -fno-sanitize=null,nonnull-attribute,returns-nonnull-attribute,alignment,vptr,object-size)
  target_compile_options(proviso_options INTERFACE
    ${sanitizers} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(proviso_options INTERFACE ${sanitizers})
endif()

if(PROVISO_FUZZ)
  target_compile_options(proviso_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# What nearly every source includes is read once. Without the time in it, the same headers give the same bytes.
if(CMAKE_CXX_COMPILER_ID STREQUAL Clang)
  target_compile_options(proviso_options INTERFACE "SHELL:-Xclang -fno-pch-timestamp")
endif()
file(WRITE ${PROJECT_BINARY_DIR}/precompiled.cpp "")
add_library(proviso_precompiled OBJECT ${PROJECT_BINARY_DIR}/precompiled.cpp)
target_link_libraries(proviso_precompiled PRIVATE proviso_options fmt::fmt)
target_precompile_headers(proviso_precompiled PRIVATE
  <algorithm> <array> <cstdint> <map> <optional> <set> <span> <string> <string_view> <utility> <variant> <vector>
  <fmt/format.h>)

function(proviso_layer name)
  cmake_parse_arguments(layer "" "" "SOURCES;USES;PRIVATE" ${ARGN})
  add_library(proviso_${name} STATIC ${layer_SOURCES})
  target_link_libraries(proviso_${name} PUBLIC proviso_options fmt::fmt)
  foreach(used IN LISTS layer_USES)
    target_link_libraries(proviso_${name} PUBLIC proviso_${used})
  endforeach()
  target_link_libraries(proviso_${name} PRIVATE ${layer_PRIVATE})
  target_precompile_headers(proviso_${name} REUSE_FROM proviso_precompiled)
endfunction()
