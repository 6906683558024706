# SPDX-License-Identifier: GPL-3.0-or-later
# How requests are carried out, over all of them.
simrs_test(NAME every_request_test ROOM core KIND unit SOURCES core/every_request_test.cpp LIBS hospital)
simrs_test(NAME executor_test ROOM core KIND unit SOURCES core/executor_test.cpp LIBS hospital)
