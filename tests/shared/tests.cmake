# Tests on material that is not part of the project: run where it lies beside the checkout, skipped elsewhere.
if(NOT ISNAD_SANITIZE)
  add_test(NAME shared/seeds COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/shared/seeds_test.py
    $<TARGET_FILE:isnad> ${PROJECT_SOURCE_DIR}/../shared)
  set_tests_properties(shared/seeds PROPERTIES SKIP_RETURN_CODE 77)
endif()
