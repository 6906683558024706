# SPDX-License-Identifier: GPL-3.0-or-later
# The network floor. simrs_tls_client is for every test that talks to a real server.
add_library(simrs_tls_client STATIC net/tls_client.cpp net/tls_client.h)
simrs_link(simrs_tls_client PUBLIC protocol OpenSSL::SSL)

simrs_test(NAME frame_test ROOM protocol KIND unit SOURCES net/frame_test.cpp LIBS protocol)
simrs_test(NAME metrics_text_test ROOM net KIND unit SOURCES net/metrics_text_test.cpp LIBS server_net)
simrs_test(NAME certificates_test ROOM net KIND unit SOURCES net/certificates_test.cpp
           LIBS server_net Qt6::Network)
simrs_test(NAME http_server_test ROOM net KIND integration SOURCES net/http_server_test.cpp
           LIBS server_net Qt6::Network)
simrs_test(NAME net_server_test ROOM net KIND integration SOURCES net/net_server_test.cpp net/net_rig.cpp
           LIBS server_net tls_client)
simrs_test(NAME net_limits_test ROOM net KIND integration SOURCES net/net_limits_test.cpp net/net_rig.cpp
           LIBS server_net tls_client)
