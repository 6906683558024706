# SPDX-License-Identifier: GPL-3.0-or-later
# Backups: from either engine into either, whole or not at all.
simrs_test(NAME backup_test ROOM store KIND integration SOURCES backup/backup_test.cpp LIBS hospital POSTGRES)
simrs_test(NAME restored_numbers_test ROOM core KIND unit SOURCES backup/restored_numbers_test.cpp LIBS hospital)
