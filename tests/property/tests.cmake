# Properties that hold for any text: RapidCheck makes up Arabic-like text and random bytes, and shrinks what breaks them.
find_package(rapidcheck REQUIRED)

# Under sanitizers a quarter of the texts.
set(property_share 1)
if(ISNAD_SANITIZE)
  set(property_share 4)
endif()

# isnad_property(NAME LIBRARY CASES): <name>_property.cpp
function(isnad_property name library cases)
  add_executable(property_${name} ${CMAKE_CURRENT_SOURCE_DIR}/property/${name}_property.cpp)
  target_link_libraries(property_${name} PRIVATE ${library} rapidcheck GTest::gtest_main)
  target_include_directories(property_${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_compile_definitions(property_${name} PRIVATE ISNAD_LEXICON="${PROJECT_BINARY_DIR}/lexicon.bin")
  add_dependencies(property_${name} lexicon)
  isnad_precompile(property_${name} ISNAD_PROPERTY_PCH <gtest/gtest.h> <rapidcheck.h> <rapidcheck/gtest.h>)
  math(EXPR cases "${cases} / ${property_share}")
  add_test(NAME property/${name} COMMAND property_${name})
  # The same texts every time: it is the fuzz targets that search on.
  set_tests_properties(property/${name} PROPERTIES ENVIRONMENT "RC_PARAMS=seed=2026 max_success=${cases}")
endfunction()

isnad_property(text isnad_text 3000)
isnad_property(words isnad_language_words 5000)
isnad_property(analyze isnad_engine 1500)
