# SPDX-License-Identifier: GPL-3.0-or-later
# A real server in the test's own process, and a blocking client that speaks the whole protocol.
add_library(simrs_server_rig STATIC server/server_rig.cpp server/desk_client.cpp)
simrs_link(simrs_server_rig PUBLIC server_exec tls_client Qt6::Test)

simrs_test(NAME main_job_test ROOM registration KIND integration SOURCES server/main_job_test.cpp
  LIBS server_rig POSTGRES)
simrs_test(NAME visit_moves_test ROOM registration KIND integration SOURCES server/visit_moves_test.cpp
  LIBS server_rig POSTGRES)
simrs_test(NAME stays_test ROOM registration KIND integration SOURCES server/stays_test.cpp LIBS server_rig POSTGRES)
simrs_test(NAME counter_queue_test ROOM registration KIND integration SOURCES server/counter_queue_test.cpp
  LIBS server_rig POSTGRES)
simrs_test(NAME save_lists_test ROOM registration KIND integration SOURCES server/save_lists_test.cpp
  LIBS server_rig POSTGRES)
simrs_test(NAME master_history_test ROOM registration KIND integration SOURCES server/master_history_test.cpp
  LIBS server_rig POSTGRES)
simrs_test(NAME find_similar_test ROOM registration KIND integration SOURCES server/find_similar_test.cpp
  LIBS server_rig POSTGRES)
simrs_test(NAME session_test ROOM access KIND integration SOURCES server/session_test.cpp LIBS server_rig)
simrs_test(NAME frozen_device_test ROOM access KIND integration SOURCES server/frozen_device_test.cpp LIBS server_rig)
simrs_test(NAME login_guard_test ROOM access KIND unit SOURCES server/login_guard_test.cpp LIBS server_exec)
simrs_test(NAME bad_input_test ROOM registration KIND integration SOURCES server/bad_input_test.cpp LIBS server_rig)
simrs_test(NAME certificate_renewal_test ROOM access KIND integration
  SOURCES server/certificate_renewal_test.cpp LIBS server_rig Qt6::Network)
simrs_test(NAME database_gone_test ROOM store KIND integration SOURCES server/database_gone_test.cpp
  LIBS server_rig Qt6::Network POSTGRES)
simrs_test(NAME same_nik_race_test ROOM registration KIND campaign SOURCES server/same_nik_race_test.cpp
  LIBS server_rig POSTGRES)
simrs_test(NAME sequencer_node_test ROOM sync KIND integration SOURCES server/sequencer_node_test.cpp
  LIBS server_rig feed_rig Qt6::Network POSTGRES)
