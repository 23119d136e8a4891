# Claims over small stories of our own.
add_test(NAME claims/numbers COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/claims/numbers_test.py
  $<TARGET_FILE:isnad> ${PROJECT_BINARY_DIR}/lexicon.bin ${CMAKE_CURRENT_SOURCE_DIR}/claims/numbers.txt)
add_test(NAME claims/events COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/claims/events_test.py
  $<TARGET_FILE:isnad> ${PROJECT_BINARY_DIR}/lexicon.bin ${CMAKE_CURRENT_SOURCE_DIR}/claims/events.txt)
