# SPDX-License-Identifier: GPL-3.0-or-later
# The areas of Indonesia.
simrs_test(NAME area_list_test ROOM areas KIND unit SOURCES areas/area_list_test.cpp LIBS areas)
target_compile_definitions(area_list_test PRIVATE SIMRS_AREAS="${CMAKE_SOURCE_DIR}/resources/areas/areas.z")
