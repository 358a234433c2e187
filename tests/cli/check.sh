#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# --check lists what cannot be read as FILE:LINE:COLUMN: reason on standard output, and the
# exit status is 1. A file without problems gives no output.
. "${srcdir:-.}/tests/cli/lib.sh"

passes() {
    run --check "$1"
    exits 0
    says_nothing
    complains_not
}

# finds FILE PATTERN...: one problem per pattern, each matching a whole line after "FILE:".
finds() {
    file=$1
    shift
    run --check "$file"
    exits 1
    complains_not
    says_lines $#
    for reason; do
        says_line "$file:$reason"
    done
}

run --check
exits 0
says_lines 4
says ':92: close: India > Russia: total FY2023-24: 004 says nearly $65bn'
complains_not

claims >good.csv
passes good.csv

# --- rows ---

{ claims; echo 'z,event,2024,,India'; } >few.csv
finds few.csv '7: .*5.*15.*'
{ claims; echo 'z,event,2024,,India,Russia,,,,,,,Text,Quote,s1,more'; } >many.csv
finds many.csv '7: .*16.*15.*'

# row NAME=VALUE...: the good file with one more row, a good figure with these changes.
row() {
    kind=figure date=2024-07-05 period=2023 flow=export measure=value value=1 unit='USD bn' \
        qualifier=exact base='' id=z
    for assignment; do
        eval "${assignment%%=*}=\${assignment#*=}"
    done
    claims
    echo "$id,$kind,$date,$period,India,Russia,$flow,$measure,$value,$unit,$qualifier,$base,T,Q,s1"
}
# row_fails COLUMN WORDS NAME=VALUE...: the reason names the place and contains the words.
row_fails() {
    column=$1 words=$2
    shift 2
    row "$@" >row.csv
    finds row.csv "7:$column: .*$words.*"
}
row >row.csv
passes row.csv
row period= >row.csv
run --check row.csv
exits 0
says '1 claim without a period'
row period=2023H2 kind=forecast >row.csv
passes row.csv
row_fails 2 'fact' kind=fact
row_fails 3 '2024-13' date=2024-13
row_fails 4 'soon' period=soon
row_fails 4 '2023-02-29' period=2023-02-29
row_fails 4 'FY2023-25' period=FY2023-25
row_fails 4 'may be FY2017-18.*or FY2018-19' period=FY2018
row_fails 7 'exports' flow=exports
row_fails 8 'sum' measure=sum
row_fails 9 '4,26' value='"4,26"'
row_fails 9 '1e999' value=1e999
row_fails 9 'nan' value=nan
row_fails 9 '0x10' value=0x10
row_fails 10 'USD zillion' unit='USD zillion'
row_fails 11 'roughly' qualifier=roughly
row_fails 12 'then' base=then
row_fails 1 'x' id=x
row_fails 9 'value' value=
row_fails 10 'unit' unit=
row_fails 9 'event' kind=event

# A bad row hides neither the next one nor the good rows.
{
    claims
    echo 'b1,figure,2024,2023,India,Russia,export,value,many,USD bn,exact,,T,Q,s1'
    echo 'b2,figure,2024,2023,India,Russia,export,value,5,USD,exact,,T,Q'
    echo 'b3,figure,2024,Q3,India,Russia,export,value,5,USD,exact,,T,Q,s1'
} >three.csv
finds three.csv '7:9: .*many.*' '8: .*14.*15.*' '9:4: .*Q3.*'
run --export=csv three.csv
says_lines 6

# The line is that of the row's start, even after quoted fields with line breaks.
{
    claims | head -n 1
    printf 'a,event,2024,,,,,,,,,,T,"one\ntwo\r\nthree",s1\n'
    echo 'b,event,someday,,,,,,,,,,T,Q,s1'
} >lines.csv
finds lines.csv '5:3: .*someday.*'

# --- whole files ---

finds no.csv ' .*[Nn]o such file.*'
mkdir folder.csv
finds folder.csv '.*folder.*'
: >empty.csv
finds empty.csv '.*empty.*'
{ claims; printf 'z,event,2024,,\000\001\000,,,,,,,,T,Q,s1\n'; } >binary.csv
finds binary.csv '.*binary.*'
printf 'PK\003\004\000\000\010\000abc\000\000' >workbook.csv
finds workbook.csv '.*zip.*'
printf '\377\376\000\000i\000\000\000' >utf32.csv
finds utf32.csv '.*UTF-32.*'
printf 'year,count\n2023,4\n' >other.csv
finds other.csv ' has no layout that is known.*--map period=year,.*'
printf '<!DOCTYPE html>\n<html><body>404</body></html>\n' >page.csv
run --check page.csv
exits 1
says 'page.csv:'
claims | head -n 1 >header.csv
passes header.csv
{ claims; printf 'z,event,2024,,,,,,,,,,T,"never closed,s1\n'; } >open.csv
run --check open.csv
exits 1
says_line 'open.csv:7:.*quote.*'
if [ "$(id -u)" -ne 0 ]; then
    claims >secret.csv
    chmod 000 secret.csv
    finds secret.csv ' .*[Pp]ermission denied.*'
fi

# --- standard input ---

run_from good.csv --check -
exits 0
says_nothing
run_from three.csv --check -
exits 1
says_line '.*:7:9: .*many.*'
run --check -
exits 1

# Control characters of a file never reach the terminal, in a reason either.
row value="$(printf '\033]0;title\007')" >escape.csv
run --check escape.csv
exits 1
says_line 'escape.csv:7:9: .*'
! grep -q "$(printf '[\033\007]')" .stdout || wrong "a control character came through"

# --- comparisons of the rows with each other, and --strict ---

run --check --strict "$srcdir/data/india-russia.csv"
exits 0
says 'close: India > Russia: total FY2023-24: 004 says nearly $65bn'
complains_not

# A claim contradicts the figures of DGCI&S.
run --check --strict
exits 1
says 'conflict: India > Russia: fold of total from FY2021-22 to FY2023-24: stated nearly 3x' \
    'india-russia.csv:12: conflict:'

{
    claims
    echo 'c1,figure,2024-07-05,2019,India,Russia,total,value,5,USD bn,exact,,T,Q,s1'
    echo 'c2,figure,2024-07-05,2019,India,Russia,total,value,9,USD bn,exact,,T,R,s2'
} >conflict.csv
run --check conflict.csv
exits 0
says_line 'conflict.csv:7: conflict: .*'
run --check --strict conflict.csv
exits 1
says 'conflict: India > Russia: total 2019: s1 says $5bn, s2 says $9bn'

finish
