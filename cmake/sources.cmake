# SPDX-License-Identifier: GPL-3.0-or-later

# cuntu_sources(TARGET SOURCES file... [HEADERS file...])
# Adds the files of one folder to TARGET. HEADERS are its public headers: installed, and compiled by themselves in the tests.
function(cuntu_sources target)
    cmake_parse_arguments(PARSE_ARGV 1 P "" "" "SOURCES;HEADERS")
    if(P_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "cuntu_sources(${target}): unknown arguments: ${P_UNPARSED_ARGUMENTS}")
    endif()
    foreach(file IN LISTS P_SOURCES)
        target_sources(${target} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/${file})
    endforeach()
    foreach(file IN LISTS P_HEADERS)
        target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}
            FILES ${CMAKE_CURRENT_SOURCE_DIR}/${file})
    endforeach()
endfunction()

# cuntu_precompile(TARGET header...)
# With CUNTU_PRECOMPILE, compiles these headers and the standard library's once for all of TARGET's sources.
function(cuntu_precompile target)
    if(CUNTU_PRECOMPILE)
        target_precompile_headers(${target} PRIVATE <algorithm> <functional> <map> <memory> <optional> <string> <vector> ${ARGN})
    endif()
endfunction()

# cuntu_unite(TARGET)
# With CUNTU_UNITY, compiles TARGET's sources eight at a time. What two of them declare for themselves by the same name
# is then declared twice: it belongs in one place, or under two names.
function(cuntu_unite target)
    if(CUNTU_UNITY)
        set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
    endif()
endfunction()

# cuntu_test(NAME SOURCES file... [LINK target...] [LABELS label...])
# One GoogleTest program; each of its tests is a ctest of its own.
function(cuntu_test name)
    cmake_parse_arguments(PARSE_ARGV 1 P "" "" "SOURCES;LINK;LABELS")
    if(P_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "cuntu_test(${name}): unknown arguments: ${P_UNPARSED_ARGUMENTS}")
    endif()
    add_executable(${name} ${P_SOURCES})
    target_link_libraries(${name} PRIVATE cuntu_options cuntu_test_support ${P_LINK})
    # Tests are built more often than they run: without the last optimisations they are there sooner.
    target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O1>)
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
    if(CUNTU_PRECOMPILE)
        target_precompile_headers(${name} REUSE_FROM cuntu_test_headers)
    endif()
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS "${P_LABELS}" TIMEOUT 600
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;CUNTU_SETTINGS_DIR=${PROJECT_BINARY_DIR}/tests/settings")
endfunction()
