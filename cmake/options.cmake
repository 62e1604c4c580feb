# SPDX-License-Identifier: GPL-3.0-or-later
# One interface target carries the warnings, the visibility and the sanitizers of everything we compile.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
# One place for everything that runs, so that the program finds its libraries and plugins as it does when installed.
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib)
set(CMAKE_INSTALL_RPATH "$ORIGIN/../lib;$ORIGIN/..;$ORIGIN")

option(CUNTU_WARNINGS_AS_ERRORS "Treat compiler warnings as errors" ON)
option(CUNTU_SANITIZE "Build with address and undefined-behaviour sanitizers" OFF)

find_program(CUNTU_CCACHE ccache)
if(CUNTU_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CUNTU_CCACHE})
endif()

add_library(cuntu_options INTERFACE)
target_compile_options(cuntu_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast
    -Wno-missing-field-initializers # designated initialisers that name only what differs are our idiom
    $<$<BOOL:${CUNTU_WARNINGS_AS_ERRORS}>:-Werror>)
target_compile_definitions(cuntu_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH)
if(CUNTU_SANITIZE)
    # vptr needs the type information of every library beside ours; Qt's is hidden.
    target_compile_options(cuntu_options INTERFACE -fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=undefined
        -fno-omit-frame-pointer)
    target_link_options(cuntu_options INTERFACE -fsanitize=address,undefined)
endif()
