# SPDX-License-Identifier: GPL-3.0-or-later
# Texts of core, maps and ui: collected by the target update_translations, compiled into the program as
# :/cuntu/i18n/cuntu_<language>.qm. English needs a file for its plurals only.
set(cuntu_ts_files ${CMAKE_CURRENT_LIST_DIR}/cuntu_zh_CN.ts ${CMAKE_CURRENT_LIST_DIR}/cuntu_en.ts)
qt_add_lrelease(cuntu_ui TS_FILES ${cuntu_ts_files} QM_FILES_OUTPUT_VARIABLE cuntu_qm_files)
qt_add_resources(cuntu_ui cuntu_i18n PREFIX /cuntu/i18n BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${cuntu_qm_files})

set(cuntu_text_folders ${PROJECT_SOURCE_DIR}/core ${PROJECT_SOURCE_DIR}/maps ${PROJECT_SOURCE_DIR}/ui)
add_custom_target(update_translations
    COMMAND Qt6::lupdate -silent -no-obsolete -locations none -source-language en -extensions cpp,h -I ${PROJECT_SOURCE_DIR} ${cuntu_text_folders}
        -ts ${CMAKE_CURRENT_LIST_DIR}/cuntu_zh_CN.ts
    COMMAND Qt6::lupdate -silent -no-obsolete -locations none -source-language en -pluralonly -extensions cpp,h -I ${PROJECT_SOURCE_DIR} ${cuntu_text_folders}
        -ts ${CMAKE_CURRENT_LIST_DIR}/cuntu_en.ts
    COMMENT "Collecting texts of core, maps and ui" VERBATIM)
