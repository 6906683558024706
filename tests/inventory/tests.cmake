# SPDX-License-Identifier: GPL-3.0-or-later
# The stock ledger and its rights: on the server, without a connection, and by several at once.
add_library(simrs_stock_rig STATIC inventory/stock_rig.cpp)
simrs_link(simrs_stock_rig PUBLIC hospital)

simrs_test(NAME stock_rules_test ROOM inventory KIND unit SOURCES inventory/stock_rules_test.cpp LIBS stock_rig)
simrs_test(NAME stock_offline_test ROOM inventory KIND integration SOURCES inventory/stock_offline_test.cpp
           LIBS stock_rig)
simrs_test(NAME stock_race_test ROOM inventory KIND integration SOURCES inventory/stock_race_test.cpp
           LIBS stock_rig POSTGRES)
