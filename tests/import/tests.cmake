# SPDX-License-Identifier: GPL-3.0-or-later
# Lists of patients from other systems.
if(SIMRS_SCREENS)
  simrs_test(NAME import_row_test ROOM registration KIND unit SOURCES import/import_row_test.cpp
    LIBS app_registration)
  simrs_test(NAME import_list_test ROOM registration KIND integration
    SOURCES import/import_list_test.cpp import/dirty_list.cpp LIBS app_registration server_rig POSTGRES)
  simrs_test(NAME transfer_test ROOM registration KIND integration SOURCES import/transfer_test.cpp
    LIBS app_registration server_rig POSTGRES)
endif()
simrs_test(NAME number_book_test ROOM registration KIND integration SOURCES import/number_book_test.cpp
  LIBS server_rig POSTGRES)
simrs_test(NAME import_patients_test ROOM registration KIND integration SOURCES import/import_patients_test.cpp
  LIBS server_rig POSTGRES)
