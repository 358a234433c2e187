#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Formats of official statistics: the list, the user's own, a file that matches two,
# and the options --format and --map.
. "${srcdir:-.}/tests/cli/lib.sh"

own=$XDG_CONFIG_HOME/tradescope/formats

# --- the list ---

run --list-formats
exits 0
complains_not
says_line 'baci	CEPII BACI	t i j k v q'
says_lines "$(find "$srcdir/data/formats" -name '*.format' | wc -l)"
awk -F '\t' 'NF != 3 || $1 <= last { exit 1 } { last = $1 }' .stdout || wrong "is not in order"

# --- the user's own ---

mkdir -p "$own"
cat >"$own/office.format" <<'END'
title    Office of Samples, monthly trade
header   with Time Country Kind "1,000 EUR"

period   from Time as yyyymm year
reporter is Austria
partner  from Country as country-iso2
flow     from Kind
    E Imp* = import
    A Exp* = export
product  from Goods as hs
value    from "1,000 EUR"
unit     is EUR thousand
written  decimal-comma
missing  - ..
skip     Kind Saldo because derived from exports and imports
split    partner by Country whole WORLD
split    product by Goods whole TOTAL
END
cat >samples.csv <<'END'
Time;Country;Kind;Goods;1,000 EUR
201901;IN;E;101;1.234,5
201901;IN;Exports;27;2,5
201901;IN;Saldo;27;-1.232
2019;RU;A;TOTAL;..
END
run --list-formats
says_line 'office	Office of Samples, monthly trade	time country kind 1000eur'
run --check samples.csv
exits 0
says_nothing

# An installed format is replaced.
printf 'title Mine\nheader exactly t i j k v q\nrefuse is not wanted\n' >"$own/baci.format"
printf 't,i,j,k,v,q\n2019,699,643,101,5,1\n' >baci.csv
run --list-formats
says_line 'baci	Mine	t i j k v q'
run --check baci.csv
exits 1
says_line 'baci.csv: is not wanted'
rm "$own/baci.format"
run --check baci.csv
exits 0

# A broken one is reported, and hides neither the others nor the installed one of its name.
printf 'title Mine\nheader exactly t i j\nflow is up\ncolour red\n' >"$own/baci.format"
run --list-formats
exits 1
says_line 'baci	CEPII BACI	t i j k v q'
says office
complains "$own/baci.format:3: \`up\` is no flow; write export" \
    "$own/baci.format:4: \`colour\` is no statement"
run --check baci.csv
complains "$own/baci.format:3:"
says_nothing
rm "$own/baci.format"

# --- a file that matches two formats ---

printf 'title Mine\nheader with t i j k\n' >"$own/rival.format"
run --check baci.csv
exits 1
says_line 'baci.csv: may be of the format baci (CEPII BACI) or rival (Mine); choose with --format baci or --format rival'
run --format=baci --check baci.csv
exits 0
says_nothing
rm "$own/rival.format"

# --- what is said about the columns ---

run --format=comtrade --check baci.csv
exits 1
says 'baci.csv: is not of the format comtrade (UN Comtrade): its header lacks `period`'
run --format=nonesuch --check baci.csv
says 'there is no such format; --list-formats lists them'
printf 'Year,Value\n2019,5\n2020,x\n' >own.csv
run --check own.csv
exits 1
says_line 'own.csv: has no layout that is known.*--map period=Year,value=Value,flow=EXPORT-OR-IMPORT,.*'
run --map 'period=Year,value=Value,unit=USD,flow=export,reporter=India' --check own.csv
exits 1
says_lines 1
says 'own.csv:3:2: '
run --map 'period=Year' --check own.csv
exits 1
says 'own.csv: lacks its reporter, flow, value and unit; name the column'
run --map 'period' own.csv
exits 2
complains '--map: a `=` is missing'
run --print own.csv
complains 'own.csv: has no layout that is known'
finish
