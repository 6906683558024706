# SPDX-License-Identifier: GPL-3.0-or-later
# The window, its pages' texts, the masters by keyboard; all before a server that is only pretended.
add_library(simrs_shell_rig STATIC shell/shell_rig.cpp shell/shell_rig.h)
simrs_link(simrs_shell_rig PUBLIC app_registration fake_server Qt6::Test)

foreach(name error_text entity_form form_command link_text photo settings)
  simrs_test(NAME shell_${name}_test ROOM shell KIND unit SOURCES shell/${name}_test.cpp LIBS shell_rig)
endforeach()
foreach(name page_text main_window)
  simrs_test(NAME shell_${name}_test ROOM shell KIND driven SOURCES shell/${name}_test.cpp LIBS shell_rig)
endforeach()
foreach(name masters_page masters_lists)
  simrs_test(NAME shell_${name}_test ROOM shell KIND driven SOURCES shell/${name}_test.cpp LIBS desk)
endforeach()
simrs_check(NAME translations_complete ROOM translations COMMAND tests/shell/translations.sh)
