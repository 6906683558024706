# SPDX-License-Identifier: GPL-3.0-or-later
# What comes out of printers.
if(SIMRS_SCREENS)
  simrs_test(NAME paper_test ROOM kit KIND unit SOURCES paper/paper_test.cpp LIBS kit)
  target_compile_definitions(paper_test PRIVATE SIMRS_GOLDEN_PAPERS="${CMAKE_CURRENT_LIST_DIR}/golden")
  simrs_test(NAME print_queue_test ROOM kit KIND integration SOURCES paper/print_queue_test.cpp
    LIBS kit Qt6::Network)
endif()
