# SPDX-License-Identifier: GPL-3.0-or-later
# kit_gallery is not a test: it renders pages of the kit to PNG files, to be looked at.
add_executable(kit_gallery EXCLUDE_FROM_ALL ${CMAKE_CURRENT_LIST_DIR}/gallery.cpp)
simrs_link(kit_gallery PRIVATE shell)
