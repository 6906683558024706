# SPDX-License-Identifier: GPL-3.0-or-later
# The real window worked by keys, before a real server in the same process. SIMRS_SHOTS=folder leaves pictures of the
# pages on the way, SIMRS_THEME=dark in the other look.
if(NOT "driven" IN_LIST SIMRS_TEST_KINDS)
  return()
endif()

add_library(simrs_desk STATIC ui/desk.cpp ui/desk_steps.cpp)
simrs_link(simrs_desk PUBLIC app_registration server_rig)

foreach(name main_job form trouble offline pairs visits counter photo papers)
  simrs_test(NAME desk_${name}_test ROOM registration KIND driven SOURCES ui/desk_${name}_test.cpp LIBS desk)
endforeach()
simrs_test(NAME desk_import_test ROOM registration KIND driven
  SOURCES ui/desk_import_test.cpp import/dirty_list.cpp LIBS desk)
foreach(name morning keys)
  simrs_test(NAME desk_${name}_test ROOM registration KIND driven
    SOURCES ui/desk_${name}_test.cpp ui/desk_morning.cpp LIBS desk)
endforeach()
simrs_test(NAME desk_two_counters_test ROOM registration KIND driven SOURCES ui/desk_two_counters_test.cpp
  LIBS desk fault_proxy)
simrs_test(NAME desk_nonsense_test ROOM registration KIND driven
  SOURCES ui/desk_nonsense_test.cpp ui/nonsense.cpp ui/desk_morning.cpp LIBS desk)
simrs_test(NAME desk_nonsense_lists_test ROOM registration KIND driven
  SOURCES ui/desk_nonsense_lists_test.cpp ui/nonsense.cpp LIBS desk)
