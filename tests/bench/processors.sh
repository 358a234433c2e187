#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Files of several parts, which several threads read and search: all that is found in them is the
# same as on one processor. Under ./dev tsan this is also where they may get into each other's way.
generate=$PWD/bench/generate
. "${srcdir:-.}/tests/cli/lib.sh"
command -v taskset >/dev/null || exit 77
first=$(taskset -cp $$ | sed 's/.*: *//; s/[-,].*//')

# agrees NAME [KEYS] ARGUMENT...: the run on all processors says what the run on one does.
agrees() {
    file=$1.csv keys=$2
    shift 2
    command_line="tradescope $* $file"
    alone=0 together=0
    printf '%b' "$keys" >keys
    taskset -c "$first" "$program" "$@" "$file" <keys >alone 2>alone.err || alone=$?
    "$program" "$@" "$file" <keys >.stdout 2>.stderr || together=$?
    [ $alone -eq $together ] || wrong "exits $together, and $alone on one processor"
    cmp -s alone .stdout || wrong "says something else than on one processor"
    cmp -s alone.err .stderr || wrong "complains of something else than on one processor"
}

"$generate" claims 20000 >claims.csv
# Quotes that hold whole records, and a row that is too short, wherever the file is cut into parts.
awk 'NR % 50 == 7 { print "\"a", $0; print $0 "\"\"\",\"\n\"" } { print } NR % 900 == 8 { print "short" }' \
    claims.csv >odd.csv
"$generate" baci 150000 >baci.csv
"$generate" comtrade 15000 >comtrade.csv
# Exponents that first occur far behind the start, in all parts at once. They change no value.
awk -F , -v OFS=, 'NR > 30000 && $5 ~ /^[0-9.]+$/ { $5 = $5 "e0" } { print }' baci.csv >exponents.csv

for name in claims odd baci comtrade exponents; do
    agrees $name '' --check
    agrees $name '' --print=all
    agrees $name '' --export=csv
done
for expression in 'flow:import value>=500mn' 'quote~/fertili[sz]er|crude oil/i' 'corridor' \
    'partner:russia period>=2015' '-reporter:india product:27'; do
    agrees claims '' --export=csv -f "$expression"
done
agrees claims '3s\0154G/2019\rnN4G' --headless=120x34

command_line='tradescope --sum of the values with exponents and of those without'
"$program" --sum=flow --export=csv baci.csv >sum
"$program" --sum=flow --export=csv exponents.csv >.stdout 2>.stderr
grep -q , sum || wrong "the sum of the others is missing"
cmp -s sum .stdout || wrong "are not the same"
finish
