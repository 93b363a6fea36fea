# SPDX-License-Identifier: Apache-2.0
# Writes the sources that build the files of FOLDER into the program: ASM has the bytes, CPP the table. They change only
# where a file does. Called as cmake -DFOLDER=… -DCPP=… -DASM=… -P web_files.cmake
file(GLOB_RECURSE files LIST_DIRECTORIES false RELATIVE "${FOLDER}" "${FOLDER}/*")
list(SORT files)

set(asm "        .section .rodata\n")
set(declared "")
set(table "")
set(number 0)
foreach(file IN LISTS files)
  file(SHA256 "${FOLDER}/${file}" hash)
  string(APPEND asm "// ${hash}\n        .global masudi_web_${number}, masudi_web_${number}_end\n"
                    "masudi_web_${number}:\n        .incbin \"${FOLDER}/${file}\"\nmasudi_web_${number}_end:\n")
  string(APPEND declared "extern const char masudi_web_${number}[], masudi_web_${number}_end[];\n")
  string(APPEND table "    {\"/${file}\", {masudi_web_${number}, std::size_t(masudi_web_${number}_end - masudi_web_${number})}},\n")
  math(EXPR number "${number} + 1")
endforeach()
string(APPEND asm "        .section .note.GNU-stack, \"\", %progbits\n")

if(number EQUAL 0)
  set(body "std::span<const File> dashboard() { return {}; }\n")
else()
  set(body "std::span<const File> dashboard() {\n  static const File kFiles[] = {\n${table}  };\n  return kFiles;\n}\n")
endif()
set(cpp "// Made by web_files.cmake.\n#include \"embedded/embedded.h\"\n\nextern \"C\" {\n${declared}}\n\nnamespace masudi::embedded {\n${body}}\n")

foreach(pair "ASM;asm" "CPP;cpp")
  list(GET pair 0 path)
  list(GET pair 1 text)
  set(before "")
  if(EXISTS "${${path}}")
    file(READ "${${path}}" before)
  endif()
  if(NOT before STREQUAL "${${text}}")
    file(WRITE "${${path}}" "${${text}}")
  endif()
endforeach()
