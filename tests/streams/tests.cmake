# Containers from outside, with a crawl that is made for it. Sanitizers keep shadows of memory, and take ten times as long.
if(ISNAD_SANITIZE)
  set(crawl_megabytes 3)
  set(crawl_resident 4000)
else()
  set(crawl_megabytes 30)
  set(crawl_resident 200)
endif()
add_test(NAME streams COMMAND ${ISNAD_SYSTEM_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/streams/streams_test.py
  $<TARGET_FILE:isnad> ${PROJECT_BINARY_DIR}/lexicon.bin ${PROJECT_SOURCE_DIR} ${crawl_megabytes} ${crawl_resident})
