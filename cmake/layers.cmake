# proviso_layer(NAME SOURCES… USES LAYER… PRIVATE TARGET…): one static library a layer.
# USES names the layers below it, which its headers may include; PRIVATE packages stay inside its sources.

add_library(proviso_options INTERFACE)
target_compile_options(proviso_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion)
target_include_directories(proviso_options INTERFACE ${PROJECT_SOURCE_DIR}/src)
if(PROVISO_SANITIZE)
  target_compile_options(proviso_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(proviso_options INTERFACE -fsanitize=address,undefined)
endif()

function(proviso_layer name)
  cmake_parse_arguments(layer "" "" "SOURCES;USES;PRIVATE" ${ARGN})
  add_library(proviso_${name} STATIC ${layer_SOURCES})
  target_link_libraries(proviso_${name} PUBLIC proviso_options fmt::fmt-header-only)
  foreach(used IN LISTS layer_USES)
    target_link_libraries(proviso_${name} PUBLIC proviso_${used})
  endforeach()
  target_link_libraries(proviso_${name} PRIVATE ${layer_PRIVATE})
endfunction()
