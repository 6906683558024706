# SPDX-License-Identifier: GPL-3.0-or-later
# Who may do what, through a real server; and that a request cannot forget to say it.
simrs_test(NAME matrix_test ROOM access KIND integration SOURCES access/matrix_test.cpp LIBS server_rig)
target_compile_definitions(matrix_test PRIVATE
  SIMRS_GOLDEN_MATRIX="${CMAKE_CURRENT_SOURCE_DIR}/access/golden_matrix.tsv")
simrs_test(NAME device_registry_test ROOM access KIND unit SOURCES access/device_registry_test.cpp LIBS hospital)

if(NOT "check" IN_LIST SIMRS_TEST_KINDS)
  return()
endif()

# The same file compiles with a permission and does not compile without one.
add_library(declared_request OBJECT EXCLUDE_FROM_ALL access/undeclared_request.cpp)
simrs_link(declared_request PRIVATE core)
target_compile_definitions(declared_request PRIVATE SIMRS_DECLARED)
add_library(undeclared_request OBJECT EXCLUDE_FROM_ALL access/undeclared_request.cpp)
simrs_link(undeclared_request PRIVATE core)
foreach(which declared undeclared)
  add_test(NAME ${which}_request_compiles
    COMMAND ${CMAKE_COMMAND} --build ${CMAKE_BINARY_DIR} --target ${which}_request)
  simrs_label(${which}_request_compiles access check)
  set_tests_properties(${which}_request_compiles PROPERTIES RUN_SERIAL TRUE)
endforeach()
set_tests_properties(undeclared_request_compiles PROPERTIES WILL_FAIL TRUE)
