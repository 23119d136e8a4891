# The rooms across documents together, on the pages of examples/ as the engine reads them.
find_package(GTest REQUIRED)
add_executable(collection_test ${CMAKE_CURRENT_SOURCE_DIR}/collection/collection_test.cpp
  ${CMAKE_CURRENT_SOURCE_DIR}/collection/settle_test.cpp)
target_link_libraries(collection_test PRIVATE isnad_engine GTest::gtest_main)
target_include_directories(collection_test PRIVATE ${PROJECT_SOURCE_DIR})
target_compile_definitions(collection_test PRIVATE ISNAD_SOURCE_DIR="${PROJECT_SOURCE_DIR}" ISNAD_LEXICON="${PROJECT_BINARY_DIR}/lexicon.bin")
add_dependencies(collection_test lexicon)
isnad_precompile(collection_test ISNAD_TEST_PCH <gtest/gtest.h>)
add_test(NAME collection COMMAND collection_test)
