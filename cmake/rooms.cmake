# A room is a folder of src/: its *.cpp make the library isnad_<room>, its *_test.cpp the test program test_<room>.

find_package(Threads REQUIRED)

add_library(isnad_options INTERFACE)
target_compile_options(isnad_options INTERFACE -Wall -Wextra -Wconversion $<$<NOT:$<BOOL:${ISNAD_UNITY}>>:-Wshadow> -Werror -ffp-contract=off)
if(ISNAD_PCH AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 loses track of sizes in strings that come from a precompiled header and warns of what is not there.
  target_compile_options(isnad_options INTERFACE -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread -Wno-restrict)
endif()
target_include_directories(isnad_options INTERFACE ${PROJECT_SOURCE_DIR}/src)
if(ISNAD_SANITIZE)
  target_compile_options(isnad_options INTERFACE -fsanitize=${ISNAD_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(isnad_options INTERFACE -fsanitize=${ISNAD_SANITIZE})
endif()

if(ISNAD_TESTS)
  find_package(GTest REQUIRED)
endif()

# isnad_precompile(TARGET NAME headers...): the first target of a NAME compiles the headers once, the others of that name use
# them. Of the rooms off in release builds, which so prove that every file includes what it uses; of the tests always on.
function(isnad_precompile target name)
  if(NOT ISNAD_PCH AND NOT name STREQUAL "ISNAD_TEST_PCH")
    return()
  endif()
  get_property(first GLOBAL PROPERTY ${name})
  if(first)
    target_precompile_headers(${target} REUSE_FROM ${first})
  else()
    target_precompile_headers(${target} PRIVATE ${ARGN})
    set_property(GLOBAL PROPERTY ${name} ${target})
  endif()
endfunction()

# isnad_room(PLACE LINKS libraries...)
function(isnad_room place)
  cmake_parse_arguments(ROOM "" "" "LINKS" ${ARGN})
  string(REPLACE "/" "_" name ${place})
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${place}/*.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  if(sources)
    add_library(isnad_${name} STATIC ${sources})
    target_link_libraries(isnad_${name} PUBLIC isnad_options ${ROOM_LINKS})
    if(ISNAD_UNITY)
      # So names in the anonymous namespaces of a room have to differ; a local name may still hide one of another file
      # (no -Wshadow above).
      set_target_properties(isnad_${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 0)
    endif()
    isnad_precompile(isnad_${name} ISNAD_ROOM_PCH <algorithm> <array> <charconv> <functional> <map> <memory> <optional> <set> <span>
      <string> <string_view> <unordered_map> <vector> ${PROJECT_SOURCE_DIR}/src/lexicon/lexicon.h ${PROJECT_SOURCE_DIR}/src/model/collection.h
      ${PROJECT_SOURCE_DIR}/src/text/letters.h)
  else()
    add_library(isnad_${name} INTERFACE)
    target_link_libraries(isnad_${name} INTERFACE isnad_options ${ROOM_LINKS})
  endif()
  set_property(GLOBAL APPEND PROPERTY ISNAD_ROOMS ${name})
  set_property(GLOBAL PROPERTY ISNAD_TESTS_${name} "${tests}")
endfunction()
