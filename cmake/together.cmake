# proviso_together: every source of the program, a few dozen in one. Each of these holds at most one source of a layer,
# whose namespace keeps its names apart, so they compile. What looks at each source and spends its time on the headers
# they share, as clang-tidy does, is done in a third of the time.

file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/*.cpp)
list(SORT sources)
foreach(source IN LISTS sources)
  string(REGEX REPLACE "^${PROJECT_SOURCE_DIR}/src/([^/]+)/.*" "\\1" layer ${source})
  file(STRINGS ${source} programs REGEX "^int main\\(")
  if(programs)
    set(layer programs) # only one of them, of whatever layer
  endif()
  math(EXPR held_by_${layer} "0${held_by_${layer}} + 1")
  set(number ${held_by_${layer}})
  string(APPEND together_${number} "#include \"${source}\"\n")
  list(APPEND numbers ${number})
endforeach()
list(REMOVE_DUPLICATES numbers)

set(together)
file(REMOVE_RECURSE ${PROJECT_BINARY_DIR}/together) # where there were more
foreach(number IN LISTS numbers)
  set(path ${PROJECT_BINARY_DIR}/together/${number}.cpp)
  file(CONFIGURE OUTPUT ${path} CONTENT "${together_${number}}" @ONLY)
  list(APPEND together ${path})
endforeach()
add_library(proviso_together OBJECT EXCLUDE_FROM_ALL ${together})
target_include_directories(proviso_together PRIVATE ${PROJECT_SOURCE_DIR})
target_compile_definitions(proviso_together PRIVATE $<TARGET_PROPERTY:proviso_cli,COMPILE_DEFINITIONS>)
target_link_libraries(proviso_together PRIVATE proviso_cli)
target_precompile_headers(proviso_together REUSE_FROM proviso_precompiled)
