# SPDX-License-Identifier: GPL-3.0-or-later
# The kit and the frame. kit_gallery is not a test: it renders pages of the kit to PNG files, to be looked at.
foreach(name theme date_text chip form_grid fields icon ticket text_check data_table banner dialogs bar_chart)
  simrs_test(NAME kit_${name}_test ROOM kit KIND unit
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/${name}_test.cpp LIBS kit
    ENV SIMRS_SOURCES=${CMAKE_CURRENT_LIST_DIR}/../..)
endforeach()
simrs_test(NAME shell_frame_test ROOM shell KIND unit SOURCES ${CMAKE_CURRENT_LIST_DIR}/frame_test.cpp LIBS shell)

add_executable(kit_gallery EXCLUDE_FROM_ALL ${CMAKE_CURRENT_LIST_DIR}/gallery.cpp)
simrs_link(kit_gallery PRIVATE shell)
