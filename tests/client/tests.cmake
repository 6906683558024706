# SPDX-License-Identifier: GPL-3.0-or-later
# The client's connection floor. simrs_fake_server is for every test that needs a Backend without a network.
add_library(simrs_fake_server STATIC client/fake_server.cpp client/fake_server.h)
simrs_link(simrs_fake_server PUBLIC client)

simrs_test(NAME outbox_test ROOM client KIND unit SOURCES client/outbox_test.cpp LIBS sync)
simrs_test(NAME outbox_rescue_test ROOM client KIND unit SOURCES client/outbox_rescue_test.cpp LIBS sync)
simrs_test(NAME backend_test ROOM client KIND unit SOURCES client/backend_test.cpp LIBS fake_server)
simrs_test(NAME backend_session_test ROOM client KIND unit SOURCES client/backend_session_test.cpp
           LIBS fake_server)
simrs_test(NAME backend_numbers_test ROOM client KIND unit SOURCES client/backend_numbers_test.cpp
           LIBS fake_server)
simrs_test(NAME read_notes_test ROOM client KIND unit SOURCES client/read_notes_test.cpp LIBS fake_server)
simrs_test(NAME profile_test ROOM client KIND unit SOURCES client/profile_test.cpp LIBS client)
simrs_test(NAME tls_wire_test ROOM client KIND integration SOURCES client/tls_wire_test.cpp net/net_rig.cpp
           LIBS client server_net tls_client)
simrs_test(NAME real_server_test ROOM client KIND integration SOURCES client/real_server_test.cpp
           LIBS client server_rig)

foreach(name offline offline_rooms offline_sets offline_disk offline_hand_in offline_restore)
  simrs_test(NAME ${name}_test ROOM client KIND driven
             SOURCES client/${name}_test.cpp client/offline_desk.cpp support/full_disk.cpp LIBS client server_rig)
endforeach()
