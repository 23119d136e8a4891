# Checks of the sources, and of the checks themselves: each must find the mistakes that its self-test plants.
if(NOT ISNAD_SANITIZE)
  foreach(check layers ascii sizes format)
    set(program Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/architecture/${check}.py)
    add_test(NAME architecture/${check} COMMAND ${program} ${PROJECT_SOURCE_DIR})
    add_test(NAME architecture/${check}-self-test COMMAND ${program} --self-test)
    set_tests_properties(architecture/${check} architecture/${check}-self-test PROPERTIES LABELS architecture SKIP_RETURN_CODE 77)
  endforeach()
endif()
