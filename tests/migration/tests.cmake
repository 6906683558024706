# SPDX-License-Identifier: GPL-3.0-or-later
# Databases and files of older and newer programs.
simrs_test(NAME migration_test ROOM store KIND integration SOURCES migration/migration_test.cpp LIBS hospital POSTGRES)
simrs_test(NAME client_files_test ROOM sync KIND unit SOURCES migration/client_files_test.cpp LIBS hospital)
if(TARGET migration_test)
  target_compile_definitions(migration_test PRIVATE SIMRS_MIGRATION_FOLDER="${CMAKE_CURRENT_LIST_DIR}")
endif()
