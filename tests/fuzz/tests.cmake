# SPDX-License-Identifier: GPL-3.0-or-later
# Each fuzz target twice: as a test with a fixed seed in every preset, and under libFuzzer where clang builds with
# sanitizers. The rooms that read foreign bytes are compiled into the fuzzer itself, so that it sees their branches.
function(simrs_fuzzer target)
  simrs_link(${target} PRIVATE protocol registration)
  set_target_properties(${target} PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)
  target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
endfunction()

if(CMAKE_CXX_COMPILER_ID MATCHES Clang AND CMAKE_CXX_FLAGS_DEBUG MATCHES "fsanitize=address")
  set(with_fuzzers ON)
  file(GLOB fuzzed CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/common/base/*.cpp ${CMAKE_SOURCE_DIR}/common/entity/*.cpp
       ${CMAKE_SOURCE_DIR}/common/protocol/*.cpp)
  add_library(simrs_fuzzed OBJECT ${fuzzed})
  simrs_fuzzer(simrs_fuzzed)
endif()

foreach(target frame codec)
  simrs_test(NAME ${target}_fuzz_replay ROOM protocol KIND unit
             SOURCES fuzz/fuzz_replay_test.cpp fuzz/${target}_fuzz.cpp LIBS protocol registration)
  if(with_fuzzers)
    add_executable(${target}_fuzz fuzz/${target}_fuzz.cpp $<TARGET_OBJECTS:simrs_fuzzed>)
    simrs_fuzzer(${target}_fuzz)
    target_link_options(${target}_fuzz PRIVATE -fsanitize=fuzzer)
  endif()
endforeach()
