# SPDX-License-Identifier: GPL-3.0-or-later
# One more field, request and page, done in a copy of the tree: what each touches is counted, then built and tested.
# The numbers are the budget outside tests/: files, and lines added.
if(NOT "check" IN_LIST SIMRS_TEST_KINDS)
  return()
endif()

function(simrs_cost name files lines)
  simrs_check(NAME cost_${name} ROOM cost COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/cost/cost_check.sh
              count ${name} ${CMAKE_BINARY_DIR} ${files} ${lines})
endfunction()

# Both cores are its own while it builds.
function(simrs_cost_build name patches)
  simrs_check(NAME cost_build_${name} ROOM cost COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/cost/cost_check.sh
              build ${name} ${CMAKE_BINARY_DIR} ${patches} ${ARGN})
  set_tests_properties(cost_build_${name} PROPERTIES PROCESSORS 2)
endfunction()

# A field: one line in the struct and one in the table beside it.
simrs_cost(field 1 2)
# A request: its struct with its reply, its name in the list, and the file that carries it out.
simrs_cost(request 2 60)
# A page: its files and, in the room's feature.cpp, an include and its line.
simrs_cost(page 3 70)

# Both are headers that every room reads: one build for the two. A page is built for itself, since nothing else is.
simrs_cost_build(rooms "field request" codec_fuzz_replay main_job_test count_visits_test)
simrs_cost_build(page page desk_hours_test)
