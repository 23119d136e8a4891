# The steps that ./run test takes before the release tests, so that one list at the end tells how all of it went.
if(NOT ISNAD_SANITIZE)
  foreach(step build-release build-sanitized fuzz sanitized)
    add_test(NAME steps/${step} COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/steps/steps.sh ${step})
    set_tests_properties(steps/${step} PROPERTIES SKIP_RETURN_CODE 77)
  endforeach()
endif()
