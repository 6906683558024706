# SPDX-License-Identifier: GPL-3.0-or-later
# The benchmarks (./dev bench). No time is pass or fail in a test: bench_runs only shows that every gauge runs
# on both engines, with few patients and short samples, and that the table it writes is well-formed.
if(NOT "check" IN_LIST SIMRS_TEST_KINDS)
  return()
endif()

file(GLOB bench_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/bench/*.cpp
     ${CMAKE_CURRENT_SOURCE_DIR}/bench/floors/*.cpp)
add_executable(simrs-bench ${bench_files})
simrs_link(simrs-bench PRIVATE client server_rig server_demo feed_rig fault_proxy test_postgres Threads::Threads)
target_compile_definitions(simrs-bench PRIVATE SIMRS_BENCH_FLOORS="${CMAKE_CURRENT_SOURCE_DIR}/bench/floors")
add_dependencies(simrs-bench simrs-server)

simrs_check(NAME bench_runs ROOM bench COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/bench/bench_runs.sh
            $<TARGET_FILE:simrs-bench> ${CMAKE_BINARY_DIR}/bench_runs)
simrs_needs_postgres(bench_runs)
