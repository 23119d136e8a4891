# `isnad dossier` from outside: schema, determinism, hostile pages, links of the page.
if(ISNAD_SANITIZE)
  set(megabytes 1)
else()
  set(megabytes 50)
endif()
add_test(NAME dossier COMMAND ${ISNAD_SYSTEM_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/dossier/dossier_test.py
  $<TARGET_FILE:isnad> ${PROJECT_BINARY_DIR}/lexicon.bin ${PROJECT_SOURCE_DIR} ${megabytes})
set_tests_properties(dossier PROPERTIES SKIP_RETURN_CODE 77)
