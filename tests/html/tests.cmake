# Whole HTML pages, from bytes to the fate of each line: <page>.html beside <page>.tsv.
add_executable(html_pages ${CMAKE_CURRENT_LIST_DIR}/html_pages_test.cpp)
target_link_libraries(html_pages PRIVATE isnad_engine GTest::gtest_main)
target_include_directories(html_pages PRIVATE ${PROJECT_SOURCE_DIR})
target_compile_definitions(html_pages PRIVATE ISNAD_SOURCE_DIR="${PROJECT_SOURCE_DIR}" ISNAD_LEXICON="${PROJECT_BINARY_DIR}/lexicon.bin")
add_dependencies(html_pages lexicon)
isnad_precompile(html_pages ISNAD_TEST_PCH <gtest/gtest.h>)
add_test(NAME html/pages COMMAND html_pages)
