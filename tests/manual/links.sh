#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The arrow, as the linker sees it: no library needs a symbol that only a library above it defines.
# What breaks this is printed as LIBRARY[MEMBER]: symbol. And no library that is loaded when it is
# first needed is loaded with the program.

: "${NM:=nm}"
command -v "$NM" >/dev/null || {
    echo "links.sh: no $NM: skipped"
    exit 77
}

: "${READELF:=readelf}"
if command -v "$READELF" >/dev/null; then
    needed=$("$READELF" -d src/tradescope | grep NEEDED)
    [ "$needed" ] || {
        echo "links.sh: $READELF finds no libraries in src/tradescope" >&2
        exit 99
    }
    ! echo "$needed" | grep -E 'lib(archive|expat|xml2|icu|odbc)' || {
        echo "links.sh: the program is linked with the library above, which it should load later"
        exit 1
    }
fi

set --
for layer in ${LAYERS:?is set by make check}; do
    library=src/$layer/lib${layer##*/}.a
    [ -f "$library" ] || {
        echo "links.sh: $library was not built" >&2
        exit 99
    }
    set -- "$@" "$library"
done
# One line a symbol: LIBRARY[MEMBER]: NAME TYPE ...
for library; do
    echo "library $library"
    "$NM" -A -P -g "$library"
done | awk '
$1 == "library" { rank++; library[rank] = $2; next }
$3 == "U" { uses++; user[uses] = $1; symbol[uses] = $2; from[uses] = rank; next }
!($2 in home) { home[$2] = rank; symbols++ }
END {
    if (!symbols) {
        print "links.sh: the libraries have no symbols"
        exit 99
    }
    for (i = 1; i <= uses; i++)
        if (symbol[i] in home && home[symbol[i]] > from[i]) {
            printf "%s %s is defined in %s, which is above it\n", user[i], symbol[i],
                library[home[symbol[i]]]
            failures++
        }
    exit failures > 0
}'
