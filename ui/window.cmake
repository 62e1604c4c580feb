# SPDX-License-Identifier: GPL-3.0-or-later
# cuntu_ui: the main window, its panels and dialogs, and the translations of core, maps and ui.
add_library(cuntu_ui STATIC
    content/map_content.cpp content/map_sheet.cpp content/photo_files.cpp content/qgis_folder.cpp content/report_content.cpp content/tile_access.cpp i18n/translations.cpp
    window/board.cpp window/doubt.cpp window/edit_sheet.cpp window/editing.cpp window/explain.cpp window/figures.cpp window/first_map_stamp.cpp window/icons.cpp window/import_queue.cpp window/job_runner.cpp window/lasso.cpp window/layer_look.cpp window/look_keeper.cpp window/main_window.cpp content/poster_content.cpp window/analysis.cpp window/analysis_desk.cpp window/land_weighing.cpp
    window/main_window_actions.cpp window/main_window_dialogs.cpp window/bookmarks.cpp window/tile_fetcher.cpp window/graticule_sheet.cpp window/measure_text.cpp window/map_tips.cpp window/map_controller.cpp window/marking.cpp window/map_menu.cpp window/map_scene.cpp window/photo_marks.cpp
    window/message_log.cpp window/place_card.cpp window/position_text.cpp window/project_actions.cpp window/project_state.cpp
    window/run_window.cpp window/sample.cpp window/search.cpp window/session.cpp window/settings.cpp window/stretch_entry.cpp window/stretch_sheet.cpp window/target_series.cpp window/text.cpp window/theme.cpp window/timeline.cpp window/today.cpp window/tour.cpp window/snapping.cpp
    window/undo_keys.cpp window/view_state.cpp window/window_actions.cpp window/window_panels.cpp
    panels/board_model.cpp panels/curve_chart.cpp panels/curve_panel.cpp panels/date_edit.cpp panels/edit_bar.cpp panels/feature_list.cpp panels/field_form.cpp panels/figure_change_page.cpp panels/figure_model.cpp panels/figure_page.cpp panels/figure_panel.cpp panels/figure_parts_page.cpp panels/figure_plan_page.cpp panels/figure_trial_page.cpp panels/history_list.cpp panels/history_timeline.cpp panels/indicator_panel.cpp
    panels/inspector_panel.cpp panels/knowledge_bar.cpp panels/measure_bar.cpp panels/layer_tree_order.cpp panels/layer_tree_rasters.cpp panels/layer_tree_panel.cpp panels/marking_bar.cpp panels/message_panel.cpp panels/milestone_board.cpp panels/milestone_panel.cpp panels/panel_parts.cpp panels/photo_strip.cpp panels/parameter_form.cpp panels/overview_panel.cpp panels/search_box.cpp panels/shape_preview.cpp
    panels/status_bar.cpp panels/stretch_bar.cpp panels/task_guide_panel.cpp panels/time_axis.cpp panels/time_slider.cpp panels/today_panel.cpp panels/undo_panel.cpp panels/war_board.cpp panels/welcome_page.cpp panels/chart_scale.cpp panels/day_calendar_panel.cpp panels/day_heat_map.cpp panels/profile_panel.cpp panels/xy_chart.cpp
    dialogs/ask_file.cpp dialogs/export_dialog.cpp dialogs/export_list_dialog.cpp dialogs/import_columns.cpp dialogs/import_dialog.cpp dialogs/import_proposal_page.cpp dialogs/import_source_page.cpp dialogs/import_result_dialog.cpp dialogs/mark_dialog.cpp dialogs/mark_list_dialog.cpp dialogs/photo_dialog.cpp dialogs/period_dialog.cpp dialogs/pick_where_dialog.cpp dialogs/new_feature_dialog.cpp panels/analysis_panel.cpp panels/compare_maps.cpp panels/layer_table.cpp panels/run_list.cpp panels/run_panel.cpp panels/share_bar.cpp panels/value_curve_preview.cpp panels/weighing_criteria.cpp panels/weighing_panel.cpp dialogs/pairs_dialog.cpp dialogs/adopt_dialog.cpp dialogs/compare_window.cpp dialogs/poster_dialog.cpp
    dialogs/condition_editor.cpp dialogs/rule_dialog.cpp dialogs/style_dialog.cpp dialogs/style_dialog_classes.cpp dialogs/style_dialog_files.cpp dialogs/symbol_dialog.cpp dialogs/tiles_dialog.cpp
    window/case_marks.cpp window/casework.cpp window/ground.cpp window/oversight_dialogs.cpp window/target_split.cpp window/target_words.cpp
    panels/alert_panel.cpp panels/area_box.cpp panels/case_list.cpp panels/case_panel.cpp panels/case_table_panel.cpp panels/check_panel.cpp panels/optional_day.cpp
    dialogs/case_dialog.cpp dialogs/case_step_dialog.cpp dialogs/split_dialog.cpp dialogs/target_dialog.cpp dialogs/target_versions_dialog.cpp)
target_include_directories(cuntu_ui PUBLIC ${PROJECT_SOURCE_DIR})
target_link_libraries(cuntu_ui PUBLIC cuntu_core cuntu_maps Qt6::Widgets PRIVATE cuntu_options Qt6::Svg)
set_target_properties(cuntu_ui PROPERTIES AUTOMOC ON AUTOGEN_ORIGIN_DEPENDS OFF)
cuntu_precompile(cuntu_ui <QtWidgets> ${PROJECT_SOURCE_DIR}/ui/window/workbench.h)
cuntu_unite(cuntu_ui)
qt_add_resources(cuntu_ui cuntu_window PREFIX /cuntu BASE ${CMAKE_CURRENT_SOURCE_DIR} FILES window/window.qss window/arrow.svg window/arrow-up.svg window/tick-light.svg window/tick-dark.svg)

include(i18n/translations.cmake)
