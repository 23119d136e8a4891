# The program from outside. Debian's python3 has jsonschema; another one that comes first in the path may not.
find_program(ISNAD_SYSTEM_PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH)
if(NOT ISNAD_SYSTEM_PYTHON)
  set(ISNAD_SYSTEM_PYTHON ${Python3_EXECUTABLE})
endif()
if(ISNAD_SANITIZE)
  set(megabytes 4)
else()
  set(megabytes 50)
endif()
add_test(NAME cli COMMAND ${ISNAD_SYSTEM_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/cli/cli_test.py
  $<TARGET_FILE:isnad> ${PROJECT_BINARY_DIR}/lexicon.bin ${PROJECT_SOURCE_DIR} ${megabytes})
set_tests_properties(cli PROPERTIES SKIP_RETURN_CODE 77)
