# SPDX-License-Identifier: GPL-3.0-or-later
# The sync core and its simulator: one thread, one seed, the real outbox, replica, executor and feed. `./dev sim` runs
# it over many seeds; seeds that once failed run first in every campaign (regressions.h).
simrs_test(NAME client_session_test ROOM sync KIND unit SOURCES sync/client_session_test.cpp LIBS sync)
simrs_test(NAME numbers_test ROOM sync KIND integration
           SOURCES sync/numbers_test.cpp sync/number_desk.cpp LIBS hospital POSTGRES)
simrs_test(NAME device_core_test ROOM sync KIND unit SOURCES sync/device_core_test.cpp LIBS hospital)
simrs_test(NAME cache_rows_test ROOM sync KIND unit SOURCES sync/cache_rows_test.cpp LIBS hospital)
simrs_test(NAME feed_service_test ROOM sync KIND unit SOURCES sync/feed_service_test.cpp LIBS hospital)
simrs_test(NAME key_digest_test ROOM sync KIND unit SOURCES sync/key_digest_test.cpp LIBS hospital)

file(GLOB simulator_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.cpp ${CMAKE_CURRENT_LIST_DIR}/*.h)
list(FILTER simulator_files EXCLUDE REGEX "(_(main|test)\\.cpp|number_desk\\..*)$")
add_library(simrs_simulator STATIC ${simulator_files})
simrs_link(simrs_simulator PUBLIC hospital)
add_executable(simrs-sim ${CMAKE_CURRENT_LIST_DIR}/sim_main.cpp)
simrs_link(simrs-sim PRIVATE simulator)

# Its self-test: the files that hold a rule which can be broken, compiled once more and linked before the others.
file(GLOB common_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/common/*/*.cpp)
set(planted_files)
foreach(file ${common_files} ${simulator_files})
  file(STRINGS ${file} planted REGEX "include \"common/base/planted_bug.h\"")
  if(planted)
    list(APPEND planted_files ${file})
  endif()
endforeach()
add_executable(simrs-sim-planted ${CMAKE_CURRENT_LIST_DIR}/planted_main.cpp ${planted_files})
target_compile_definitions(simrs-sim-planted PRIVATE SIMRS_PLANTED_BUGS)
simrs_link(simrs-sim-planted PRIVATE simulator)

if("campaign" IN_LIST SIMRS_TEST_KINDS)
  set(minutes 0.5)
  set(sample --only 4,6,13 --most 200)
  if("$ENV{SIMRS_CAMPAIGN}" STREQUAL "full")
    set(minutes 9)
    set(sample)
  endif()
  add_test(NAME simulator_seeds COMMAND simrs-sim --regressions --start fresh --seeds 1000000 --minutes ${minutes})
  simrs_label(simulator_seeds sync campaign)
  add_test(NAME simulator_sees COMMAND simrs-sim-planted ${sample})
  simrs_label(simulator_sees sync campaign)
endif()
