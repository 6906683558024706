# SPDX-License-Identifier: GPL-3.0-or-later
# Races and kills. SIMRS_CAMPAIGN=full runs them at their full size.
if(NOT "campaign" IN_LIST SIMRS_TEST_KINDS)
  return()
endif()

add_executable(campaign_clerk campaign/clerk.cpp)
simrs_link(campaign_clerk PRIVATE server_rig)

simrs_test(NAME race_test ROOM registration KIND campaign SOURCES campaign/race_test.cpp LIBS server_rig POSTGRES)
add_dependencies(race_test campaign_clerk)
simrs_test(NAME kill_test ROOM registration KIND campaign SOURCES campaign/kill_test.cpp LIBS server_rig POSTGRES)
add_dependencies(kill_test campaign_clerk simrs-server)

add_executable(campaign_sequencer campaign/sequencer.cpp)
simrs_link(campaign_sequencer PRIVATE server_exec)
simrs_test(NAME sequencer_test ROOM sync KIND campaign SOURCES campaign/sequencer_test.cpp LIBS feed_rig POSTGRES)
add_dependencies(sequencer_test campaign_sequencer)

# What clients were told and saw, and who judges it; the counters are processes of their own.
add_library(simrs_histories STATIC campaign/history.cpp campaign/history_judge.cpp campaign/view_hash.cpp)
simrs_link(simrs_histories PUBLIC registration)
simrs_test(NAME history_judge_test ROOM sync KIND unit SOURCES campaign/history_judge_test.cpp LIBS histories)

add_executable(campaign_counter campaign/counter_main.cpp campaign/counter.cpp campaign/counter.h)
set_target_properties(campaign_counter PROPERTIES AUTOMOC ON)
simrs_link(campaign_counter PRIVATE histories client)

add_library(simrs_fleet STATIC campaign/fleet.cpp campaign/cable.cpp campaign/server_record.cpp)
simrs_link(simrs_fleet PUBLIC histories server_rig fault_proxy)

foreach(name partition process_kill postgres_stop)
  simrs_test(NAME ${name}_test ROOM sync KIND campaign SOURCES campaign/${name}_test.cpp LIBS fleet POSTGRES)
  add_dependencies(${name}_test campaign_counter simrs-server)
endforeach()
# Needs the right to make network namespaces, which not every machine gives: only at the full size.
if("$ENV{SIMRS_CAMPAIGN}" STREQUAL "full")
  simrs_test(NAME cable_test ROOM sync KIND campaign SOURCES campaign/cable_test.cpp LIBS fleet POSTGRES)
  add_dependencies(cable_test campaign_counter simrs-server)
endif()
