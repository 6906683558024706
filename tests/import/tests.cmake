# SPDX-License-Identifier: GPL-3.0-or-later
# Lists of patients from other systems.
if(SIMRS_SCREENS)
  simrs_test(NAME import_row_test ROOM registration KIND unit SOURCES import/import_row_test.cpp
    LIBS app_registration)
endif()
