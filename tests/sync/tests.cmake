# SPDX-License-Identifier: GPL-3.0-or-later
# The sync core and its simulator: one thread, one seed, the real outbox, replica, executor and feed. `./dev sim` runs
# it over many seeds; a seed that once failed is a test of its own here.
simrs_test(NAME client_session_test ROOM sync KIND unit SOURCES sync/client_session_test.cpp LIBS sync)
simrs_test(NAME numbers_test ROOM sync KIND integration
           SOURCES sync/numbers_test.cpp sync/number_desk.cpp LIBS hospital POSTGRES)
simrs_test(NAME key_digest_test ROOM sync KIND unit SOURCES sync/key_digest_test.cpp LIBS hospital)

file(GLOB simulator_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/sim_*.cpp ${CMAKE_CURRENT_LIST_DIR}/sim_*.h)
list(FILTER simulator_files EXCLUDE REGEX "_main")
add_library(simrs_simulator STATIC ${simulator_files})
simrs_link(simrs_simulator PUBLIC hospital)
add_executable(simrs-sim ${CMAKE_CURRENT_LIST_DIR}/sim_main.cpp)
simrs_link(simrs-sim PRIVATE simulator)
if("campaign" IN_LIST SIMRS_TEST_KINDS)
  add_test(NAME simulator_seeds COMMAND simrs-sim --seeds 40)
  simrs_label(simulator_seeds sync campaign)
endif()

# Its self-test: common/ and the simulator once more, with rules that can be broken. `./dev sim --planted` builds it.
file(GLOB planted_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/common/*/*.cpp)
add_library(simrs_planted STATIC EXCLUDE_FROM_ALL ${planted_files} ${simulator_files})
simrs_link(simrs_planted PUBLIC Qt6::Sql PostgreSQL::libpq OpenSSL::Crypto tl::expected ${SIMRS_ARGON2})
target_compile_definitions(simrs_planted PUBLIC SIMRS_PLANTED_BUGS)
add_executable(simrs-sim-planted EXCLUDE_FROM_ALL ${CMAKE_CURRENT_LIST_DIR}/planted_main.cpp)
simrs_link(simrs-sim-planted PRIVATE planted)
