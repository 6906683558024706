# SPDX-License-Identifier: GPL-3.0-or-later
# The server's command line as administrators meet it (a process of its own), and what its commands stand on.
add_library(simrs_server_process STATIC cli/server_process.cpp)
simrs_link(simrs_server_process PUBLIC server_cli Qt6::Test)
target_compile_definitions(simrs_server_process PRIVATE SIMRS_SERVER_PROGRAM="$<TARGET_FILE:simrs-server>")
add_dependencies(simrs_server_process simrs-server)

foreach(name exit_code serve user_commands device_commands import_masters demo_command)
  simrs_test(NAME ${name}_test ROOM cli KIND integration SOURCES cli/${name}_test.cpp LIBS server_process)
endforeach()
simrs_test(NAME backup_commands_test ROOM cli KIND integration SOURCES cli/backup_commands_test.cpp
  LIBS server_process POSTGRES)
simrs_test(NAME settings_test ROOM cli KIND unit SOURCES cli/settings_test.cpp LIBS server_cli)
simrs_test(NAME accounts_test ROOM access KIND unit SOURCES cli/accounts_test.cpp LIBS hospital)

add_library(simrs_demo_rig STATIC cli/demo_rig.cpp)
simrs_link(simrs_demo_rig PUBLIC server_demo)
simrs_test(NAME demo_hospital_test ROOM demo KIND unit SOURCES cli/demo_hospital_test.cpp LIBS demo_rig)
simrs_test(NAME demo_day_test ROOM demo KIND integration POSTGRES SOURCES cli/demo_day_test.cpp LIBS demo_rig)
