#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# No circle of includes: a source file with the header of its name is one module, and no module
# includes itself over others, however many lie between. What is left when modules that include no
# other, or are included by no other, are taken away again and again is in a circle, or between two;
# it is printed as MODULE: the modules of these that it includes.

: "${srcdir:=.}"
cd "$srcdir" || exit 99

find src -name '*.[ch]' | LC_ALL=C sort | xargs awk '
FNR == 1 {
    module = FILENAME
    sub(/^src\//, "", module)
    sub(/\.[ch]$/, "", module)
    modules[module] = 1
}
/^[ \t]*#[ \t]*include[ \t]*".*\.h"/ {
    name = $0
    sub(/^[^"]*"/, "", name)
    sub(/\.h".*$/, "", name)
    if (name != "config" && name != module)
        included[module, name] = 1
}

# True if the module includes one of those left, or, as `is_reverse` says, one of them includes it.
function has_neighbour(module, is_reverse,    other) {
    for (other in modules)
        if (is_reverse ? (other, module) in included : (module, other) in included)
            return 1
    return 0
}

function take_away(    module, count) {
    for (module in modules)
        if (!has_neighbour(module, 0) || !has_neighbour(module, 1))
            ends[++count] = module
    while (count > 0) {
        delete modules[ends[count--]]
        found = 1
    }
}

END {
    for (module in modules)
        total++
    if (total < 100) {
        print "circles.sh: only " total + 0 " modules found"
        exit 99
    }
    do {
        found = 0
        take_away()
    } while (found)
    for (module in modules) {
        line = module ":"
        for (other in modules)
            if ((module, other) in included)
                line = line " " other
        print line
        circles++
    }
    exit circles > 0
}
'
