# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts where: a prefix that can be moved as a whole, and from which plugins can be built.
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/Cuntu)

# Before 1.0 each minor version may break binaries, so it is part of the libraries' names.
set_target_properties(cuntu_core cuntu_maps PROPERTIES
    VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR} INSTALL_RPATH "$ORIGIN")
install(TARGETS cuntu_core cuntu_maps EXPORT cuntuTargets
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
    FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/cuntu)

if(TARGET cuntu)
    file(RELATIVE_PATH libraries ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_LIBDIR})
    set_target_properties(cuntu PROPERTIES INSTALL_RPATH "$ORIGIN/${libraries}")
    install(TARGETS cuntu RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    install(DIRECTORY sample-data/county DESTINATION share/cuntu) # where `cuntu --sample` looks, beside bin
endif()

# For find_package(Cuntu): targets Cuntu::cuntu_core and Cuntu::cuntu_maps, and cuntu_add_plugin.
install(EXPORT cuntuTargets NAMESPACE Cuntu:: DESTINATION ${package_dir})
configure_package_config_file(cmake/CuntuConfig.cmake.in ${PROJECT_BINARY_DIR}/CuntuConfig.cmake
    INSTALL_DESTINATION ${package_dir} NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/CuntuConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/CuntuConfig.cmake ${PROJECT_BINARY_DIR}/CuntuConfigVersion.cmake cmake/plugin.cmake
    DESTINATION ${package_dir})
