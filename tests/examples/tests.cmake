# The pages of examples/ against what their author planted in them.
add_test(NAME examples COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/examples/examples_test.py
  $<TARGET_FILE:isnad> ${PROJECT_BINARY_DIR}/lexicon.bin ${PROJECT_SOURCE_DIR}/examples)
add_test(NAME examples/own-check COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/examples/check.py)
