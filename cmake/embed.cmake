# proviso_embed(LAYER FUNCTION FOLDER PATTERN…): the files of a folder and those below it become part of the program.
# `std::span<const base::embedded_file> proviso::LAYER::FUNCTION()` then gives them, sorted by their path from the
# folder; the layer declares it in LAYER/embedded.hpp. A file that is changed, added or removed is seen by the next
# build. This file is also the script that writes the source: bytes become \x escapes, so that all survive.

if(CMAKE_SCRIPT_MODE_FILE)
  set(entries "")
  foreach(path IN LISTS FILES)
    file(READ ${FOLDER}/${path} bytes HEX)
    string(LENGTH "${bytes}" digits)
    math(EXPR size "${digits} / 2")
    string(REGEX REPLACE "(..)" "\\\\x\\1" text "${bytes}")
    string(APPEND entries "    {\"${path}\", {\"${text}\", ${size}}},\n")
  endforeach()
  list(LENGTH FILES count)
  file(WRITE ${OUTPUT} "#include \"${LAYER}/embedded.hpp\"

#include <array>

namespace proviso::${LAYER} {
namespace {

constexpr std::array<base::embedded_file, ${count}> files{{
${entries}}};

} // namespace

std::span<const base::embedded_file> ${FUNCTION}() { return files; }

} // namespace proviso::${LAYER}
")
  return()
endif()

function(proviso_embed layer function folder)
  list(TRANSFORM ARGN PREPEND ${folder}/ OUTPUT_VARIABLE patterns)
  file(GLOB_RECURSE files RELATIVE ${folder} CONFIGURE_DEPENDS ${patterns})
  list(SORT files)
  list(TRANSFORM files PREPEND ${folder}/ OUTPUT_VARIABLE sources)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp)
  set(script ${PROJECT_SOURCE_DIR}/cmake/embed.cmake)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DLAYER=${layer} -DFUNCTION=${function} -DFOLDER=${folder} "-DFILES=${files}"
            -DOUTPUT=${output} -P ${script}
    DEPENDS ${sources} ${script}
    COMMENT "Embedding ${folder}"
    VERBATIM)
  target_sources(proviso_${layer} PRIVATE ${output})
endfunction()
