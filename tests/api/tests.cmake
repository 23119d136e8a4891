# Misuse of the headers must not compile.
if(NOT ISNAD_SANITIZE)
  add_test(NAME api/must-not-compile
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/api/misuse.py ${CMAKE_CXX_COMPILER} ${PROJECT_SOURCE_DIR})
endif()
