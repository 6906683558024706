# SPDX-License-Identifier: GPL-3.0-or-later
# How requests are carried out, over all of them.
simrs_test(NAME every_request_test ROOM core KIND unit SOURCES core/every_request_test.cpp LIBS hospital)
simrs_test(NAME executor_test ROOM core KIND unit SOURCES core/executor_test.cpp LIBS hospital)
simrs_test(NAME upcast_test ROOM core KIND unit SOURCES core/upcast_test.cpp LIBS hospital)
simrs_test(NAME golden_commands_test ROOM core KIND unit SOURCES core/golden_commands_test.cpp LIBS hospital)
if(TARGET golden_commands_test)
  target_compile_definitions(golden_commands_test PRIVATE
    SIMRS_GOLDEN_COMMANDS="${CMAKE_CURRENT_LIST_DIR}/golden_commands")
endif()
