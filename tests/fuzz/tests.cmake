# SPDX-License-Identifier: GPL-3.0-or-later
# Each fuzz target twice: as a test with a fixed seed in every preset, and under libFuzzer where clang builds with
# sanitizers. The rooms that read foreign bytes are compiled into the fuzzer itself, so that it sees their branches.
file(GLOB fuzzed CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/common/base/*.cpp ${CMAKE_SOURCE_DIR}/common/entity/*.cpp
     ${CMAKE_SOURCE_DIR}/common/protocol/*.cpp)

foreach(target frame codec)
  simrs_test(NAME ${target}_fuzz_replay ROOM protocol KIND unit
             SOURCES fuzz/fuzz_replay_test.cpp fuzz/${target}_fuzz.cpp LIBS protocol registration)
  if(CMAKE_CXX_COMPILER_ID MATCHES Clang AND CMAKE_CXX_FLAGS_DEBUG MATCHES "fsanitize=address")
    add_executable(${target}_fuzz fuzz/${target}_fuzz.cpp ${fuzzed})
    simrs_link(${target}_fuzz PRIVATE protocol registration)
    target_compile_options(${target}_fuzz PRIVATE -fsanitize=fuzzer)
    target_link_options(${target}_fuzz PRIVATE -fsanitize=fuzzer)
  endif()
endforeach()
