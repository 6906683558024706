# SPDX-License-Identifier: GPL-3.0-or-later
# Notes, allergies and merged files, on the server and on devices that were cut off.
add_library(simrs_records_rig STATIC records/records_rig.cpp)
simrs_link(simrs_records_rig PUBLIC hospital Qt6::Test)

simrs_test(NAME notes_test ROOM records KIND integration SOURCES records/notes_test.cpp LIBS records_rig)
simrs_test(NAME allergies_test ROOM records KIND integration SOURCES records/allergies_test.cpp LIBS records_rig)
simrs_test(NAME merge_test ROOM registration KIND integration SOURCES records/merge_test.cpp LIBS records_rig)
simrs_test(NAME merged_tables_test ROOM registration KIND integration SOURCES records/merged_tables_test.cpp
  LIBS records_rig)
simrs_test(NAME pairs_test ROOM registration KIND integration SOURCES records/pairs_test.cpp LIBS records_rig)
simrs_test(NAME desk_board_test ROOM registration KIND integration SOURCES records/desk_board_test.cpp LIBS records_rig)
simrs_test(NAME printed_papers_test ROOM registration KIND integration
  SOURCES records/printed_papers_test.cpp LIBS records_rig)
simrs_test(NAME follow_test ROOM store KIND integration SOURCES records/follow_test.cpp LIBS records_rig POSTGRES)

foreach(name vital_rules early_warning)
  simrs_test(NAME ${name}_test ROOM records KIND unit SOURCES records/${name}_test.cpp LIBS records)
endforeach()
