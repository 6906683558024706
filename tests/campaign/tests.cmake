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
