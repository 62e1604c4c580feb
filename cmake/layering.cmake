# SPDX-License-Identifier: GPL-3.0-or-later

# Stops the configuration when a target links what its place does not allow.
function(cuntu_check_links target)
    get_target_property(linked ${target} LINK_LIBRARIES)
    foreach(library IN LISTS linked)
        if(NOT library IN_LIST ARGN)
            message(FATAL_ERROR "${target} links ${library}; it may only link: ${ARGN}")
        endif()
    endforeach()
endfunction()

# Dependencies point one way: ui -> maps -> core, and core has no GUI.
function(cuntu_check_layering)
    cuntu_check_links(cuntu_core cuntu_options Qt6::Core GDAL::GDAL PROJ::proj PkgConfig::GEOS PkgConfig::ICU PkgConfig::SQLITE3
        PkgConfig::SPATIALITE PkgConfig::XLSXWRITER PkgConfig::EXIV2 tl::expected)
    cuntu_check_links(cuntu_maps cuntu_options cuntu_core Qt6::Gui Qt6::Widgets Qt6::Svg Qt6::Xml GDAL::GDAL)
endfunction()
