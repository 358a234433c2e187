#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The arrow, as far as includes show it: a file of src/ includes headers of its own folder and of
# those before it in the list, never of those behind it. With it go a few habits of every source
# file. What breaks a rule is printed as FILE:LINE: reason.

: "${srcdir:=.}"
cd "$srcdir" || exit 99

find src tests \( -name '*.[ch]' -o -name '*.sh' \) | LC_ALL=C sort | xargs awk -v order="${LAYERS:?is set by make check}" '
BEGIN {
    layer_count = split(order, layers, " ")
    for (i = 1; i <= layer_count; i++)
        rank[layers[i]] = i
}

function complain(reason) {
    printf "%s:%d: %s\n", FILENAME, FNR, reason
    failures++
}

function folder_of(path) {
    sub(/\/[^\/]*$/, "", path)
    return path
}

# The folder of src/ that a path lies in; "" for main.c and for the tests, which see all.
function layer_of(path) {
    return path ~ /^src\/.*\// ? folder_of(substr(path, 5)) : ""
}

function own_header(path) {
    sub(/^src\//, "", path)
    sub(/\.c$/, ".h", path)
    return path
}

# getline leaves the file open, and the header is needed once.
function exists(path,    line, found) {
    found = (getline line < path) >= 0
    close(path)
    return found
}

FNR == 1 {
    includes = 0
    layer = layer_of(FILENAME)
    if (layer != "" && !(layer in rank))
        complain("src/" layer "/ has no place in the order of the folders")
}
FNR <= 2 && /SPDX-License-Identifier: GPL-3.0-or-later/ { licensed[FILENAME] = 1 }
FNR == 2 && !(FILENAME in licensed) { complain("no SPDX line at the top") }

FILENAME !~ /\.[ch]$/ { next }
FILENAME ~ /^(\.\/)?src\// && FILENAME !~ /src\/(base\/(complaint|memory)|ui\/prompt)\.c$/ && /stderr/ {
    complain("writes to stderr; base/complaint.h does, and makes it visible")
}
/^[ \t]*#[ \t]*include/ { check_include() }

function check_include(    name, target) {
    includes++
    name = $0
    sub(/^[ \t]*#[ \t]*include[ \t]*/, "", name)
    if (FILENAME ~ /\.c$/ && includes == 1 && name !~ /^"config\.h"/)
        complain("the first include is not \"config.h\"")
    if (FILENAME ~ /\.h$/ && name ~ /^"config\.h"/)
        complain("a header includes \"config.h\"")
    if (FILENAME ~ /\.[ch]$/ && name ~ /\.c[">]/)
        complain("includes a .c file")
    if (layer != "" && FILENAME ~ /\.c$/ && includes == 2 && exists("src/" own_header(FILENAME)) &&
        index(name, "\"" own_header(FILENAME) "\"") != 1)
        complain("the second include is not its own header \"" own_header(FILENAME) "\"")
    if (name ~ /^<(ncursesw\/|ncurses\/)?(n?curses|term|panel|form|menu)\.h>/ ||
        name ~ /^<readline\//)
        if (layer != "ui")
            complain("only src/ui may include " name)
    if (layer == "" || name !~ /^"/ || name ~ /^"config\.h"/)
        return
    target = folder_of(substr(name, 2))
    if (!(target in rank))
        complain(name " is not of the form \"FOLDER/NAME.h\"")
    else if (rank[target] > rank[layer])
        complain("src/" layer " may not include " name ": src/" target " is above it")
}

END { exit failures > 0 }
'
