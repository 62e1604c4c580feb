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
option(CUNTU_PRECOMPILE "Precompile the headers of Qt and the standard library: builds faster, hides missing includes" OFF)
option(CUNTU_UNITY "Compile the sources of a library several at a time: quicker as a whole, slower after a change" OFF)
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
if(CUNTU_PRECOMPILE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(cuntu_options INTERFACE -fpch-preprocess) # without it ccache keeps nothing that uses them
endif()
if(CUNTU_SANITIZE)
    # Address: stack, heap and globals. Undefined: all of GCC's group but vptr, and float-cast-overflow beside it, as a
    # double that does not fit an integer is undefined and coordinates are cast to pixels everywhere. A finding ends the
    # program (no-sanitize-recover), so that it fails the test.
    # Left out: vptr needs the type information of every library beside ours, and Qt's and GDAL's is partly hidden;
    # object-size finds at -O1 what the address sanitizer finds too; float-divide-by-zero and unsigned overflow are
    # defined by IEEE 754 and the language and are used as such (an empty share is no number, a hash wraps).
    set(CUNTU_SANITIZERS -fsanitize=address,undefined,float-cast-overflow -fno-sanitize=vptr,object-size)
    target_compile_options(cuntu_options INTERFACE ${CUNTU_SANITIZERS} -fno-sanitize-recover=all
        -fno-omit-frame-pointer
        -Wno-maybe-uninitialized) # GCC's manual: with sanitizers it finds what is not there
    target_link_options(cuntu_options INTERFACE -fsanitize=address,undefined)
endif()
