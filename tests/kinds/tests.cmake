# What kind of page a page is, its articles and posts, and what it states about them: <page>.html beside <page>.txt.
add_executable(page_kinds ${CMAKE_CURRENT_LIST_DIR}/page_kinds_test.cpp)
target_link_libraries(page_kinds PRIVATE isnad_article isnad_source GTest::gtest_main)
target_include_directories(page_kinds PRIVATE ${PROJECT_SOURCE_DIR})
target_compile_definitions(page_kinds PRIVATE ISNAD_SOURCE_DIR="${PROJECT_SOURCE_DIR}" ISNAD_LEXICON="${PROJECT_BINARY_DIR}/lexicon.bin")
add_dependencies(page_kinds lexicon)
isnad_precompile(page_kinds ISNAD_TEST_PCH <gtest/gtest.h>)
add_test(NAME kinds/pages COMMAND page_kinds)
