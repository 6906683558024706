# SPDX-License-Identifier: GPL-3.0-or-later
# Lists of patients from other systems.
if(SIMRS_SCREENS)
  simrs_test(NAME import_row_test ROOM registration KIND unit SOURCES import/import_row_test.cpp
    LIBS app_registration)
endif()
simrs_test(NAME import_patients_test ROOM registration KIND integration SOURCES import/import_patients_test.cpp
  LIBS server_rig POSTGRES)
