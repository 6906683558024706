# SPDX-License-Identifier: GPL-3.0-or-later
# The pure rules of the registration room, and the synthetic hospital they are tried on.
find_library(SIMRS_RAPIDCHECK rapidcheck REQUIRED)
if(NOT TARGET simrs_seed)
  add_subdirectory(${CMAKE_SOURCE_DIR}/resources/seed ${CMAKE_BINARY_DIR}/resources/seed)
endif()

foreach(name name_key identity_rules search_text match_rank)
  simrs_test(NAME ${name}_test ROOM registration KIND unit ENV "RC_PARAMS=max_success=3000 max_size=24"
    SOURCES registration_rules/${name}_test.cpp LIBS registration ${SIMRS_RAPIDCHECK})
endforeach()

foreach(name seed people day_shape)
  simrs_test(NAME ${name}_test ROOM registration KIND unit
    SOURCES registration_rules/${name}_test.cpp LIBS server_demo seed)
endforeach()

simrs_test(NAME patient_details_test ROOM registration KIND unit
  SOURCES registration_rules/patient_details_test.cpp LIBS registration)
simrs_test(NAME place_words_test ROOM registration KIND unit
  SOURCES registration_rules/place_words_test.cpp LIBS registration)
simrs_test(NAME licence_test ROOM registration KIND unit
  SOURCES registration_rules/licence_test.cpp LIBS registration)
simrs_test(NAME visit_rules_test ROOM registration KIND unit
  SOURCES registration_rules/visit_rules_test.cpp LIBS registration)

simrs_test(NAME calling_order_test ROOM registration KIND unit
  SOURCES registration_rules/calling_order_test.cpp LIBS registration)

simrs_test(NAME same_person_test ROOM registration KIND unit
  SOURCES registration_rules/same_person_test.cpp registration_rules/identity_pairs.cpp
  LIBS registration server_demo seed)
