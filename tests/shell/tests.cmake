# SPDX-License-Identifier: GPL-3.0-or-later
# The window, its pages' texts, the masters by keyboard; all before a server that is only pretended.
add_library(simrs_shell_rig STATIC shell/shell_rig.cpp shell/shell_rig.h)
simrs_link(simrs_shell_rig PUBLIC app_registration fake_server Qt6::Test)

foreach(name compare desk_pages emergency papers_page error_text entity_form form_command link_text photo settings)
  simrs_test(NAME shell_${name}_test ROOM shell KIND unit SOURCES shell/${name}_test.cpp LIBS shell_rig)
endforeach()
simrs_test(NAME shell_main_window_test ROOM shell KIND driven SOURCES shell/main_window_test.cpp LIBS shell_rig)
# In parts: every page in three languages takes most of a minute.
simrs_test(NAME shell_page_text_test ROOM shell KIND driven SOURCES shell/page_text_test.cpp LIBS shell_rig
           ENV SIMRS_PARTS=3 SIMRS_PART=0)
if(TARGET shell_page_text_test)
  foreach(part 1 2)
    add_test(NAME shell_page_text_test_${part} COMMAND shell_page_text_test)
    simrs_label(shell_page_text_test_${part} shell driven)
    set_tests_properties(shell_page_text_test_${part} PROPERTIES ENVIRONMENT
                         "QT_QPA_PLATFORM=offscreen;TZ=Asia/Jakarta;SIMRS_PARTS=3;SIMRS_PART=${part}")
  endforeach()
endif()
foreach(name masters_page masters_lists)
  simrs_test(NAME shell_${name}_test ROOM shell KIND driven SOURCES shell/${name}_test.cpp LIBS desk)
endforeach()
simrs_check(NAME translations_complete ROOM translations COMMAND tests/shell/translations.sh)
