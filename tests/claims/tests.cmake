# Claims over small stories of our own.
foreach(cases numbers events)
  add_test(NAME claims/${cases} COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/claims/claims_test.py
    $<TARGET_FILE:isnad> ${PROJECT_BINARY_DIR}/lexicon.bin ${CMAKE_CURRENT_SOURCE_DIR}/claims/${cases}.txt)
endforeach()
