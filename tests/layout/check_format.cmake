# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DROOT=folder -P check_format.cmake: every source below the folders of ROOT is as clang-format would write it.
# Only Debian 12's version judges: others break lines elsewhere.
find_program(formatter NAMES clang-format-14 clang-format)
set(version "none")
if(formatter)
    execute_process(COMMAND ${formatter} --version OUTPUT_VARIABLE version OUTPUT_STRIP_TRAILING_WHITESPACE)
endif()
if(NOT version MATCHES "version 14[.]")
    message("skipped: clang-format 14 is needed, there is: ${version}")
    return()
endif()
file(GLOB_RECURSE files ${ROOT}/core/*.cpp ${ROOT}/core/*.h ${ROOT}/maps/*.cpp ${ROOT}/maps/*.h ${ROOT}/ui/*.cpp ${ROOT}/ui/*.h
    ${ROOT}/plugins/*.cpp ${ROOT}/plugins/*.h ${ROOT}/tests/*.cpp ${ROOT}/tests/*.h ${ROOT}/bench/*.cpp ${ROOT}/bench/*.h
    ${ROOT}/sample-data/*.cpp ${ROOT}/sample-data/*.h)
if(NOT files)
    message(FATAL_ERROR "no sources below ${ROOT}")
endif()
execute_process(COMMAND ${formatter} --dry-run --Werror --style=file:${STYLE} ${files} RESULT_VARIABLE status)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "not as clang-format writes it; run: clang-format -i on the files named above")
endif()
