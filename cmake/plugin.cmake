# SPDX-License-Identifier: GPL-3.0-or-later
# cuntu_add_plugin: the one way to build a plugin, for Cuntu's own and, through find_package(Cuntu), for everybody else's.

# What host and plugin must have in common to live in one process: Qt's minor version, the platform with its C++ ABI, and
# the sanitizers. Sets <prefix>_qt, <prefix>_abi and <prefix>_sanitizer.
function(cuntu_build_traits prefix)
    set(abi ${CMAKE_CXX_COMPILER_ID})
    if(abi MATCHES "^(GNU|Clang|AppleClang)$")
        set(abi itanium)
    endif()
    string(TOLOWER "${CMAKE_SYSTEM_PROCESSOR}-${CMAKE_SYSTEM_NAME}-${abi}" abi)
    set(sanitizer none)
    if(CUNTU_SANITIZE OR CMAKE_CXX_FLAGS MATCHES "-fsanitize=[a-z,]*address")
        set(sanitizer address)
    endif()
    set(${prefix}_qt ${Qt6Core_VERSION_MAJOR}.${Qt6Core_VERSION_MINOR} PARENT_SCOPE)
    set(${prefix}_abi ${abi} PARENT_SCOPE)
    set(${prefix}_sanitizer ${sanitizer} PARENT_SCOPE)
endfunction()

# Sets <result> to <text> as a JSON string, quotes included.
function(cuntu_json_string result text)
    string(REPLACE "\\" "\\\\" text "${text}")
    string(REPLACE "\"" "\\\"" text "${text}")
    string(REPLACE "\n" "\\n" text "${text}")
    set(${result} "\"${text}\"" PARENT_SCOPE)
endfunction()

# Sets <result> to a JSON array: 'water 0.3' (at least this version), 'water' (any), 'water 0.3 optional'.
function(cuntu_json_requirements result)
    set(array "[]")
    foreach(requirement IN LISTS ARGN)
        if(NOT requirement MATCHES "^([a-z][a-z0-9_]*)( ([0-9.]+))?( (optional))?$")
            message(FATAL_ERROR "REQUIRES '${requirement}': expected 'id', 'id version' or 'id version optional'")
        endif()
        set(optional false)
        if(CMAKE_MATCH_5)
            set(optional true)
        endif()
        string(JSON length LENGTH "${array}")
        string(JSON array SET "${array}" ${length}
            "{\"id\": \"${CMAKE_MATCH_1}\", \"version\": \"${CMAKE_MATCH_3}\", \"optional\": ${optional}}")
    endforeach()
    set(${result} "${array}" PARENT_SCOPE)
endfunction()

# Writes what the host reads of a plugin before it loads it. Takes the P_ variables of cuntu_add_plugin.
function(cuntu_write_metadata file id)
    get_target_property(api Cuntu::cuntu_core CUNTU_PLUGIN_API)
    cuntu_build_traits(build)
    cuntu_json_requirements(requires ${P_REQUIRES})
    set(authors "[]")
    foreach(author IN LISTS P_AUTHORS)
        string(JSON length LENGTH "${authors}")
        cuntu_json_string(author "${author}")
        string(JSON authors SET "${authors}" ${length} "${author}")
    endforeach()
    foreach(key NAME_ZH NAME_EN DESCRIPTION_ZH DESCRIPTION_EN VERSION LICENCE)
        cuntu_json_string(${key} "${P_${key}}")
    endforeach()
    file(CONFIGURE OUTPUT ${file} @ONLY CONTENT [[{
    "id": "@id@",
    "name": { "zh": @NAME_ZH@, "en": @NAME_EN@ },
    "description": { "zh": @DESCRIPTION_ZH@, "en": @DESCRIPTION_EN@ },
    "version": @VERSION@,
    "api": @api@,
    "requires": @requires@,
    "licence": @LICENCE@,
    "authors": @authors@,
    "build": { "qt": "@build_qt@", "abi": "@build_abi@", "sanitizer": "@build_sanitizer@" }
}
]])
endfunction()

# Compiles .ts files into the module, where the host finds them as :/cuntu/i18n/<file name>.qm.
function(cuntu_plugin_translations target)
    find_package(Qt6 REQUIRED COMPONENTS LinguistTools)
    list(TRANSFORM ARGN PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/ REGEX "^[^/]")
    qt_add_lrelease(${target} TS_FILES ${ARGN} QM_FILES_OUTPUT_VARIABLE compiled)
    qt_add_resources(${target} ${target}_i18n PREFIX /cuntu/i18n BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${compiled})
endfunction()

# cuntu_add_plugin(ID VERSION version NAME_ZH text NAME_EN text DESCRIPTION_ZH text DESCRIPTION_EN text
#                  SOURCES file... [LINK target...] [REQUIRES "id version [optional]"...] [TRANSLATIONS file.ts...]
#                  [LICENCE spdx] [AUTHORS name...] [OUTPUT_DIRECTORY folder])
#
# Builds the module <ID> into lib/cuntu/plugins and installs it there; with OUTPUT_DIRECTORY it is built into that folder and
# not installed. The target is plugin_<ID>. ID is lower case and also the prefix of the plugin's algorithms and overlays.
# The source with the plugin's class says Q_PLUGIN_METADATA(IID CUNTU_PLUGIN_IID FILE "<ID>.json") and includes its own .moc;
# the JSON is written here, so that id, version and requirements are stated once. cuntu_core is linked; who draws says
# LINK Cuntu::cuntu_maps.
function(cuntu_add_plugin id)
    set(texts VERSION NAME_ZH NAME_EN DESCRIPTION_ZH DESCRIPTION_EN)
    cmake_parse_arguments(PARSE_ARGV 1 P "" "${texts};LICENCE;OUTPUT_DIRECTORY"
        "SOURCES;LINK;REQUIRES;TRANSLATIONS;AUTHORS")
    if(P_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "cuntu_add_plugin(${id}): unknown arguments: ${P_UNPARSED_ARGUMENTS}")
    endif()
    if(NOT id MATCHES "^[a-z][a-z0-9_]*$")
        message(FATAL_ERROR "cuntu_add_plugin(${id}): the id must be lower_case letters, digits and _")
    endif()
    foreach(key IN LISTS texts ITEMS SOURCES)
        if(NOT P_${key})
            message(FATAL_ERROR "cuntu_add_plugin(${id}): ${key} is missing")
        endif()
    endforeach()
    if(NOT P_LICENCE)
        set(P_LICENCE GPL-3.0-or-later)
    endif()

    set(target plugin_${id})
    set(metadata ${CMAKE_CURRENT_BINARY_DIR}/${target}_metadata)
    cuntu_write_metadata(${metadata}/${id}.json ${id})
    add_library(${target} MODULE ${P_SOURCES})
    target_compile_features(${target} PRIVATE cxx_std_20)
    target_include_directories(${target} PRIVATE ${metadata})
    target_link_libraries(${target} PRIVATE Cuntu::cuntu_core Qt6::Core $<TARGET_NAME_IF_EXISTS:cuntu_options> ${P_LINK})
    # Without it a module with a missing symbol links happily and fails on a user's desk.
    target_link_options(${target} PRIVATE LINKER:--no-undefined)
    set_target_properties(${target} PROPERTIES PREFIX "" OUTPUT_NAME ${id} AUTOMOC ON CXX_EXTENSIONS OFF
        CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON INSTALL_RPATH "$ORIGIN/../..")
    if(P_TRANSLATIONS)
        cuntu_plugin_translations(${target} ${P_TRANSLATIONS})
    endif()
    if(P_OUTPUT_DIRECTORY)
        set_target_properties(${target} PROPERTIES LIBRARY_OUTPUT_DIRECTORY ${P_OUTPUT_DIRECTORY})
    else()
        include(GNUInstallDirs)
        set_target_properties(${target} PROPERTIES LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib/cuntu/plugins)
        install(TARGETS ${target} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/cuntu/plugins)
    endif()
endfunction()
