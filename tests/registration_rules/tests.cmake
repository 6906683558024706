# SPDX-License-Identifier: GPL-3.0-or-later
find_library(SIMRS_RAPIDCHECK rapidcheck REQUIRED)

simrs_test(NAME name_key_test ROOM registration KIND unit
  SOURCES registration_rules/name_key_test.cpp LIBS registration ${SIMRS_RAPIDCHECK})
