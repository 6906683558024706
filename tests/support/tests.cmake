# SPDX-License-Identifier: GPL-3.0-or-later
# The throw-away PostgreSQL: the fixture that starts and stops it, and the library through which tests use it.
add_library(simrs_test_postgres STATIC support/test_postgres.cpp support/test_postgres.h)
simrs_link(simrs_test_postgres PUBLIC Qt6::Core PostgreSQL::libpq)

set(postgres_script ${CMAKE_CURRENT_SOURCE_DIR}/support/postgres.sh)
add_test(NAME postgres_up COMMAND ${postgres_script} start ${SIMRS_TEST_POSTGRES_DIR})
add_test(NAME postgres_down COMMAND ${postgres_script} stop ${SIMRS_TEST_POSTGRES_DIR})
set_tests_properties(postgres_up PROPERTIES FIXTURES_SETUP postgres LABELS "store;integration" TIMEOUT 120)
set_tests_properties(postgres_down PROPERTIES FIXTURES_CLEANUP postgres LABELS "store;integration" TIMEOUT 120)

simrs_test(NAME test_postgres_test ROOM store KIND integration SOURCES support/test_postgres_test.cpp POSTGRES)

# A feed under load, and who follows it.
add_library(simrs_feed_rig STATIC support/feed_writers.cpp support/feed_reader.cpp)
simrs_link(simrs_feed_rig PUBLIC store Threads::Threads)

# A bad line between two processes.
add_library(simrs_fault_proxy STATIC support/fault_proxy.cpp)
simrs_link(simrs_fault_proxy PUBLIC base Threads::Threads)
simrs_test(NAME fault_proxy_test ROOM sync KIND integration SOURCES support/fault_proxy_test.cpp
  LIBS fault_proxy Qt6::Network)
