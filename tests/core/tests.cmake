# SPDX-License-Identifier: GPL-3.0-or-later
# How requests are carried out, over all of them.
# In parts: half a minute of processor each would come near the limit where others run beside it.
simrs_test(NAME every_request_test ROOM core KIND unit SOURCES core/every_request_test.cpp core/random_world.cpp
           core/aimed_requests.cpp core/aimed_at_visits.cpp core/aimed_at_lists.cpp
           core/aimed_at_counter.cpp LIBS hospital
           ENV SIMRS_PARTS=8 SIMRS_PART=0)
if(TARGET every_request_test)
  foreach(part 1 2 3 4 5 6 7)
    add_test(NAME every_request_test_${part} COMMAND every_request_test)
    simrs_label(every_request_test_${part} core unit)
    set_tests_properties(every_request_test_${part} PROPERTIES ENVIRONMENT
                         "QT_QPA_PLATFORM=offscreen;TZ=Asia/Jakarta;SIMRS_PARTS=8;SIMRS_PART=${part}")
  endforeach()
endif()
simrs_test(NAME executor_test ROOM core KIND unit SOURCES core/executor_test.cpp LIBS hospital)
simrs_test(NAME upcast_test ROOM core KIND unit SOURCES core/upcast_test.cpp LIBS hospital)
simrs_test(NAME golden_commands_test ROOM core KIND unit SOURCES core/golden_commands_test.cpp LIBS hospital)
if(TARGET golden_commands_test)
  target_compile_definitions(golden_commands_test PRIVATE
    SIMRS_GOLDEN_COMMANDS="${CMAKE_CURRENT_LIST_DIR}/golden_commands")
endif()
