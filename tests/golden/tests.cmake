# Golden texts; `golden.py update PROGRAM LEXICON` rewrites them.
add_test(NAME golden COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/golden/golden.py check
  $<TARGET_FILE:isnad> ${PROJECT_BINARY_DIR}/lexicon.bin)
add_test(NAME golden/dossier COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/golden/dossier.py check
  $<TARGET_FILE:isnad> ${PROJECT_BINARY_DIR}/lexicon.bin ${PROJECT_SOURCE_DIR}/examples)
