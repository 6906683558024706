# SPDX-License-Identifier: GPL-3.0-or-later
# The transaction door, on both engines.
simrs_test(NAME store_test ROOM store KIND integration SOURCES store/store_test.cpp LIBS store POSTGRES)
