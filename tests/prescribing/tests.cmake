# SPDX-License-Identifier: GPL-3.0-or-later
# The rules of prescribing, on the starter lists and on random ones.
if(NOT TARGET simrs_clinical)
  add_subdirectory(${CMAKE_SOURCE_DIR}/resources/clinical ${CMAKE_BINARY_DIR}/resources/clinical)
endif()

simrs_test(NAME signa_test ROOM prescribing KIND unit SOURCES prescribing/signa_test.cpp LIBS prescribing)
foreach(name drug_lists drug_checks)
  simrs_test(NAME ${name}_test ROOM prescribing KIND unit
    SOURCES prescribing/${name}_test.cpp LIBS server_demo clinical)
endforeach()
