# SPDX-License-Identifier: GPL-3.0-or-later
# What comes out of printers. The codes are read back by zbar, which none of us has written.
if(SIMRS_SCREENS)
  find_library(SIMRS_ZBAR zbar REQUIRED)
  simrs_test(NAME paper_test ROOM kit KIND unit SOURCES paper/paper_test.cpp LIBS kit)
  simrs_test(NAME print_queue_test ROOM kit KIND integration SOURCES paper/print_queue_test.cpp
    LIBS kit Qt6::Network)
  simrs_test(NAME papers_test ROOM registration KIND unit
    SOURCES paper/desk_papers_test.cpp paper/sample_papers.cpp LIBS app_registration)
  simrs_test(NAME read_back_test ROOM registration KIND integration
    SOURCES paper/read_back_test.cpp paper/sample_papers.cpp paper/paper_printers.cpp
    LIBS app_registration ${SIMRS_ZBAR})
  foreach(name paper papers)
    target_compile_definitions(${name}_test PRIVATE SIMRS_GOLDEN_PAPERS="${CMAKE_CURRENT_LIST_DIR}/golden")
  endforeach()
endif()
