# SPDX-License-Identifier: GPL-3.0-or-later
# Reading and writing separated values.
simrs_test(NAME csv_file_test ROOM csv KIND unit SOURCES csv/csv_file_test.cpp LIBS csv)
simrs_test(NAME csv_writer_test ROOM csv KIND unit SOURCES csv/csv_writer_test.cpp LIBS csv)
