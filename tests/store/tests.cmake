# SPDX-License-Identifier: GPL-3.0-or-later
# The transaction door, on both engines.
simrs_test(NAME database_test ROOM store KIND integration SOURCES store/database_test.cpp LIBS store POSTGRES)
simrs_test(NAME store_test ROOM store KIND integration SOURCES store/store_test.cpp LIBS store POSTGRES)
simrs_test(NAME feed_test ROOM store KIND integration SOURCES store/feed_test.cpp LIBS store POSTGRES)
simrs_test(NAME cache_file_test ROOM store KIND unit SOURCES store/cache_file_test.cpp LIBS store)
simrs_test(NAME schema_test ROOM store KIND integration SOURCES store/schema_test.cpp LIBS hospital POSTGRES)
if(TARGET schema_test)
  target_compile_definitions(schema_test PRIVATE SIMRS_SCHEMA_FOLDER="${CMAKE_CURRENT_SOURCE_DIR}/store")
endif()
