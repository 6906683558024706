# SPDX-License-Identifier: GPL-3.0-or-later
# simrs_test(NAME x ROOM registration KIND unit SOURCES a.cpp LIBS registration [ENV A=b] [ARGS …] [POSTGRES])
# One ctest with its two labels: the room it belongs to and its kind. Campaigns and checks may take ten minutes,
# others one. POSTGRES gives it the throw-away server of this build folder (support/test_postgres.h).
set(SIMRS_TEST_POSTGRES_DIR ${CMAKE_BINARY_DIR}/postgres)
set(SIMRS_TEST_KINDS "unit;integration;driven;campaign;check" CACHE STRING
  "Kinds of tests that this build has; a suite that is all of one kind leaves at its head")

function(simrs_test)
  cmake_parse_arguments(ARG "POSTGRES" "NAME;ROOM;KIND" "SOURCES;LIBS;ENV;ARGS" ${ARGN})
  if(NOT ARG_KIND MATCHES "^(unit|integration|driven|campaign|check)$")
    message(FATAL_ERROR "${ARG_NAME}: KIND must be unit, integration, driven, campaign or check")
  endif()
  if(NOT ARG_KIND IN_LIST SIMRS_TEST_KINDS)
    return()
  endif()
  add_executable(${ARG_NAME} ${ARG_SOURCES})
  set_target_properties(${ARG_NAME} PROPERTIES AUTOMOC ON)
  simrs_link(${ARG_NAME} PRIVATE ${ARG_LIBS} Qt6::Test)
  add_test(NAME ${ARG_NAME} COMMAND ${ARG_NAME} ${ARG_ARGS})
  simrs_label(${ARG_NAME} ${ARG_ROOM} ${ARG_KIND})
  set_property(TEST ${ARG_NAME} APPEND PROPERTY ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=Asia/Jakarta;${ARG_ENV}")
  if(ARG_KIND STREQUAL "campaign")
    # Qt's own limit of five minutes for a test function is too short for the full sizes.
    set_property(TEST ${ARG_NAME} APPEND PROPERTY ENVIRONMENT "QTEST_FUNCTION_TIMEOUT=7200000")
  endif()
  if(ARG_POSTGRES)
    simrs_link(${ARG_NAME} PRIVATE test_postgres)
    simrs_needs_postgres(${ARG_NAME})
  endif()
endfunction()

# A check is a script; it gets the source tree as its working folder.
function(simrs_check)
  cmake_parse_arguments(ARG "" "NAME;ROOM" "COMMAND" ${ARGN})
  if(NOT "check" IN_LIST SIMRS_TEST_KINDS)
    return()
  endif()
  add_test(NAME ${ARG_NAME} COMMAND ${ARG_COMMAND} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  simrs_label(${ARG_NAME} ${ARG_ROOM} check)
endfunction()

function(simrs_label name room kind)
  set(limit 60)
  if(kind MATCHES "campaign|check")
    set(limit 600)
  endif()
  set_tests_properties(${name} PROPERTIES LABELS "${room};${kind}" TIMEOUT ${limit})
endfunction()

# ctest starts the server before the first such test and stops it after the last.
function(simrs_needs_postgres name)
  set_tests_properties(${name} PROPERTIES FIXTURES_REQUIRED postgres)
  set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT "SIMRS_TEST_POSTGRES_DIR=${SIMRS_TEST_POSTGRES_DIR}")
endfunction()
