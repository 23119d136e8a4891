# The page fixtures: their truth stands in them, and the program finds it.
add_test(NAME pages/truth COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/check.py)
add_test(NAME pages/articles COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/pages_test.py $<TARGET_FILE:isnad> ${PROJECT_BINARY_DIR}/lexicon.bin)
