#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the manual and README show is what the program does with the shipped data: the filters of
# tradescope(7) have as many rows as the page says, and the outputs stand in the pages line by line.

: "${srcdir:=.}"
program=${TRADESCOPE:-src/tradescope}

command -v mandoc >/dev/null || {
    echo "examples.sh: no mandoc: skipped"
    exit 77
}
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' 0
export HOME="$scratch" INPUTRC=/dev/null LC_ALL=C.UTF-8
unset XDG_STATE_HOME COLUMNS
mkdir -p "$scratch/.config/tradescope"
echo 'set remember off' >"$scratch/.config/tradescope/config" # each example is a first start
unset XDG_CONFIG_HOME
failures=0
checks=0

page() {
    mandoc -T utf8 -O width=78 "$srcdir/man/$1" | sed "s/.$(printf '\b')//g"
}

# counts: the lines `EXPRESSION  NUMBER` of the list of examples.
counts() {
    sed -n '/^\.Sh EXAMPLES/,/^\.El/s/^\.It Li "\(.*\)" Ta \([0-9]*\)$/\2 \1/p' \
        "$srcdir/man/tradescope.7" |
        sed 's/\\(dq/"/g; s/\\(ti/~/g; s/\\(ha/^/g; s/\\(aq/'\''/g; s/\\e/\\/g'
}

counts >"$scratch/counts"
while read -r wanted expression; do
    found=$("$program" -f "$expression" --export=json </dev/null | grep -c '^{')
    checks=$((checks + 1))
    [ "$found" = "$wanted" ] || {
        echo "tradescope.7: $expression has $found rows, not $wanted"
        failures=$((failures + 1))
    }
done <"$scratch/counts"

# shows FILE ARGUMENT...: each line that the program writes stands in the text $scratch/text.
shows() {
    file=$1
    shift
    printf '%s' "${keys-}" | "$program" "$@" >"$scratch/output" 2>&1
    while IFS= read -r line; do
        line=$(printf '%s\n' "$line" | sed 's/ *$//')
        [ -n "$line" ] || continue
        checks=$((checks + 1))
        grep -qF -e "$line" "$scratch/text" || {
            printf '%s: tradescope %s writes another line: %s\n' "$file" "$*" "$line"
            failures=$((failures + 1))
        }
    done <"$scratch/output"
}

page tradescope.1 >"$scratch/text"
shows tradescope.1 --ascii --headless 72x18
COLUMNS=60 shows tradescope.1 --ascii --print=balance -f "period>=FY2019-20"
COLUMNS=58 shows tradescope.1 --ascii --print=path -f "period>=FY2018-19"
COLUMNS=70 shows tradescope.1 --ascii --explain=coverage

# leads KEYS TEXT: the tour comes to a screen with this text.
leads() {
    checks=$((checks + 1))
    # shellcheck disable=SC2059  # the keys are escapes
    printf "$1" | "$program" --ascii --headless 80x24 | grep -qF -e "$2" || {
        printf 'tradescope.1: in the tour, %s does not lead to: %s\n' "$1" "$2"
        failures=$((failures + 1))
    }
}

# shellcheck disable=SC2016
{
    leads 'l' '5 Source 1 of 1 on this'
    leads 'ljjj' '> balance '
    leads 'ljjj\r' '> balance FY2023-24  -$57.18bn  = X - M'
    leads 'ljjj\r\033\0002' 'needed to FY2029-30'
    leads 'ljjj\r\033\00023' '> 2030          total'
    leads 'ljjj\r\033\00023j\r' '004  nearly $65bn  close'
    leads '/oil\r' 'match 1 of 8 in figures'
    leads '7' 'conflict'
    leads ':help close\r' 'differs, by less'
    leads ':set theme light\r' 'theme is light'
    leads '&oil fertilizer\r' '1 of 158 rows'
}

cp "$srcdir/README" "$scratch/text"
shows README --headless 80x24
keys=2
shows README --headless 80x24 "$srcdir/tests/screen/files/trade-years.csv"
keys=

[ "$checks" -ge 50 ] || {
    echo "examples.sh: only $checks examples were found"
    failures=$((failures + 1))
}
exit $((failures > 0))
