#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Files of every kind, alone and before and behind each other, in every mode, and on the screen with
# every pane entered and every key of the table pressed. In all cases the program ends with
# status 0, 1 or 2, in time, and without a report of a sanitizer.
#
#     PAIRS=all make check TESTS=tests/cli/pairs.sh     every layout before and behind each kind

. "${srcdir:-.}/tests/cli/lib.sh"

layouts=$srcdir/tests/formats/layouts
printf 'PK\003\004\024\000' >refused.zip
: >empty.csv
mkdir folder
cp "$srcdir/tests/screen/files/two-pairs.csv" claims.csv
cp "$srcdir/tests/screen/files/trade-2019.csv" statistics.csv
cp "$layouts/comexstat-countries/PAIS.csv" codes.csv
cp "$layouts/plain/orders.csv" plain.csv
cp "$srcdir/tests/screen/header-only.csv" header.csv
cp "$srcdir/tests/screen/files/broken.csv" broken.csv
gzip -c statistics.csv >packed.csv.gz
head -c 200 packed.csv.gz >cut.csv.gz
kinds='claims.csv statistics.csv codes.csv plain.csv header.csv empty.csv missing.csv refused.zip
    broken.csv packed.csv.gz cut.csv.gz folder'

# Every key of the table except those that quit, at every pane; a key that opens a prompt is followed by
# ^C, which closes it, and all by Esc, which closes a page. What has no key is typed as a command.
"$program" --list-commands | awk -F '\t' '
    function bytes(key) {
        if (key in named) return named[key]
        if (key ~ /^\^./) return sprintf("\\%03o", index(controls, substr(key, 2)))
        if (key == "\\" || key == "%") return key key
        return key
    }
    BEGIN {
        controls = "ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_"
        count = split("Up \\033[A Down \\033[B Right \\033[C Left \\033[D Home \\033[H End \\033[F " \
            "PgUp \\033[5~ PgDn \\033[6~ S-Tab \\033[Z F1 \\033OP F2 \\033OQ " \
            "F3 \\033OR F4 \\033OS F5 \\033[15~ F6 \\033[17~ " \
            "Enter \\015 Tab \\011 Delete \\033[3~ Space \\040 Esc \\033\\000", pairs, " ")
        for (i = 1; i < count; i += 2) named[pairs[i]] = pairs[i + 1]
    }
    $1 == "quit" || $1 == "suspend" { next }
    $2 == "" { keys = keys ":" $1 "\\015\\003\\033\\000" }
    {
        count = split($2, list, " ")
        for (i = 1; i <= count; i++)
            if (list[i] != "q") keys = keys bytes(list[i]) "\\003\\033\\000"
    }
    END {
        for (pane = 1; pane <= 8; pane++)
            printf "%d\\015\\033\\000G%d%s%d\\015e\\033\\000", pane, pane, keys, pane
    }' >keys.format
# shellcheck disable=SC2059  # made to be one
printf "$(cat keys.format)" >keys
[ "$(tr -cd '\003' <keys | wc -c)" -gt 400 ] || wrong "these are not all keys of the table"

# ends_well ARGUMENT...: with the keys on standard input.
ends_well() {
    command_line="tradescope $*"
    status=0
    timeout 60 "$program" "$@" <keys >.stdout 2>.stderr || status=$?
    [ "$status" -le 2 ] || wrong "exits $status"
    ! grep -qE 'Sanitizer|runtime error' .stderr || wrong "a sanitizer speaks"
    ! grep -qF '(null)' .stderr .stdout || wrong "says nothing at all"
    [ "$status" -eq 0 ] || [ -s .stderr ] || [ "$1" = --check ] || wrong "does not say why it fails"
}

try() {
    for mode in --print=all --sum=flow --export=csv --check --explain=balance --headless=100x30; do
        ends_well $mode "$@"
    done
}

others=$kinds
[ "${PAIRS-}" != all ] || others="$kinds $(find "$layouts" -name '*.csv' ! -name '* *' | sort)"
for first in $kinds; do
    try "$first"
    for second in $others; do
        try "$first" "$second"
        case $second in
        /*) try "$second" "$first" ;;
        esac
    done
done
try missing.csv codes.csv header.csv empty.csv statistics.csv
finish
