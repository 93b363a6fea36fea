# SPDX-License-Identifier: Apache-2.0
# How every target of the project is built, and the two helpers that declare one.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

# Contraction into fused multiply-adds would make results depend on the processor.
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -ffp-contract=off)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 sees overlaps in std::string where there are none. Source: https://gcc.gnu.org/PR105651
  add_compile_options(-Wno-restrict)
endif()

find_program(MASUDI_CCACHE ccache)
if(MASUDI_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${MASUDI_CCACHE}")
endif()

if(MASUDI_SANITIZE)
  add_compile_options(-fsanitize=${MASUDI_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${MASUDI_SANITIZE})
endif()

# masudi_library(NAME SOURCES … USES …): the step src/NAME, included as "NAME/…".
function(masudi_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;USES" ${ARGN})
  if(arg_SOURCES)
    add_library(masudi_${name} STATIC ${arg_SOURCES})
    set(scope PUBLIC)
  else()
    add_library(masudi_${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(masudi_${name} ${scope} "${PROJECT_SOURCE_DIR}/src")
  target_link_libraries(masudi_${name} ${scope} ${arg_USES})
endfunction()

# masudi_test(NAME SOURCES … USES …): one GoogleTest program; every case is a test of ctest.
function(masudi_test name)
  if(NOT MASUDI_TESTS)
    return()
  endif()
  cmake_parse_arguments(arg "" "" "SOURCES;USES" ${ARGN})
  add_executable(${name}_test ${arg_SOURCES})
  target_link_libraries(${name}_test PRIVATE ${arg_USES} GTest::gtest GTest::gtest_main)
  gtest_discover_tests(${name}_test WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}" DISCOVERY_TIMEOUT 60)
endfunction()
