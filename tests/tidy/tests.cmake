# SPDX-License-Identifier: GPL-3.0-or-later
# The rules on the source tree, one check each; the self-test plants violations and demands that each is found.
if(NOT "check" IN_LIST SIMRS_TEST_KINDS)
  return()
endif()

find_program(SIMRS_PYTHON NAMES python3 REQUIRED)
set(tidy_script ${CMAKE_CURRENT_SOURCE_DIR}/tidy/tidy.py)
foreach(rule declared includes umbrellas cmake only hospital_words names unfinished machine_paths heads sizes tests)
  simrs_check(NAME tidy_${rule} ROOM tidy COMMAND ${SIMRS_PYTHON} ${tidy_script} ${rule})
endforeach()
simrs_check(NAME tidy_self_test ROOM tidy COMMAND ${SIMRS_PYTHON} ${tidy_script} --self-test)
