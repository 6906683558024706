# SPDX-License-Identifier: GPL-3.0-or-later
# One more field and one more request, done in a copy of the tree: what they touch is counted, then built and tested.
# The numbers are the budget outside tests/: files, and lines added. Both cores are theirs while they build.
if(NOT "check" IN_LIST SIMRS_TEST_KINDS)
  return()
endif()

function(simrs_cost name files lines)
  simrs_check(NAME cost_${name} ROOM cost COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/cost/cost_check.sh
              ${name} ${CMAKE_BINARY_DIR} ${files} ${lines} ${ARGN})
  set_tests_properties(cost_${name} PROPERTIES PROCESSORS 2)
endfunction()

# A field: one line in the struct and one in the table beside it.
simrs_cost(field 1 2 codec_fuzz_replay main_job_test)
# A request: its struct with its reply, its name in the list, and the file that carries it out.
simrs_cost(request 2 60 codec_fuzz_replay main_job_test count_visits_test)
# A page: its files and, in the room's feature.cpp, an include and its line.
simrs_cost(page 3 70 desk_hours_test)
