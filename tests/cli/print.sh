#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# --print writes panes as plain text, and is the default without a terminal. The expected
# numbers of the shipped data were computed by hand from the articles' figures.
. "${srcdir:-.}/tests/cli/lib.sh"

# --- the balance of FY2023-24: 4.26 - 61.44, 100 * 4.26 / 61.44, (4.26 - 61.44) / 65.70 ---

run --print=balance
exits 0
complains_not
says 'FY2023-24' '4.26' '61.44' '57.18' '6.9' '-0.87'

# --- the path: (100 / 65.7) ^ (1 / 6), ^ (1 / 6.75), ^ (1 / 7), and 65.7 / 1.33 ---

run --print=path
exits 0
says '65.7' '100' '7.25' 'FY2029-30' '6.42' '6.18' 'FY2030-31' '33' '49.4' 'implied'

# --- the evidence ---

run --print=figures
exits 0
says '$4.26bn' '$61.44bn'
run --print=events
exits 0
says '2024-07-08'
run --print=source
exits 0
run --print=problems
exits 0

# --- all panes: --print without a pane, and no terminal ---

run --print=all
exits 0
keeps all
says '57.18' '7.25' '2024-07-08'
run --print
exits 0
says_exactly <all
run
exits 0
complains_not
says_exactly <all

# --- plain: no escape sequences, no trailing blanks; with --ascii, only ASCII ---

! grep -q "$(printf '[\001-\011\013-\037\177]')" all || wrong "has control characters"
! grep -q ' $' all || wrong "has blanks at the end of lines"
run --print --color=never
says_exactly <all
run --print --ascii
exits 0
! LC_ALL=C grep -q '[^ -~]' .stdout || wrong "has other than ASCII characters"
(
    LC_ALL=C
    export LC_ALL
    "$program" --print </dev/null >plain
)
! LC_ALL=C grep -q '[^ -~]' plain || wrong "has other than ASCII characters under LC_ALL=C"

# --- control characters of the data are shown, not sent ---

printf 'kind,date,text,quote\nevent,2024-01-02,"a\033[31mred\007","\302\233 \342\200\256 \177"\n' >hostile.csv
run --print hostile.csv
exits 0
says '2024-01-02' 'red'
! grep -q "$(printf '[\033\007\177]')" .stdout || wrong "a control character came through"
! LC_ALL=C grep -q "$(printf '\302\233')" .stdout || wrong "a C1 control character came through"
! LC_ALL=C grep -q "$(printf '\342\200\256')" .stdout || wrong "a bidi override came through"

# --- one heading, one unit ---

{ claims; echo 'o,figure,,FY2022-23,India,Russia,export,value,3140,USD mn,,,Exports,q,s1'; } >mn.csv
run --print=balance mn.csv
says '3.14' '4.26'
says_not '3,140'
{ claims | head -n 1
    echo 'x,figure,,2023,India,Russia,export,value,350000,INR crore,,,Exports,q,s1'
    echo 'm,figure,,2023,India,Russia,import,value,-5,INR crore,,,Imports,q,s1'; } >crore.csv
run --print crore.csv
says 'INR 350,000 crore  stated by s1' 'imports       -INR 5 crore'
says_not 'covered' 'coverage'

# --- filters, problems, nothing at all ---

claims >claims.csv
run --print=events -f summit claims.csv
exits 0
says 'Summit'
run --print=figures -f imports claims.csv
exits 0
says '61.44'
says_not '4.26bn'
run --print=figures -f 'no such word' claims.csv
exits 0
{ claims; echo 'z,event,2024'; } >partial.csv
run --print=problems partial.csv
says 'partial.csv' '7'
claims | head -n 1 >header.csv
run --print header.csv
exits 0
complains_not

run --print no.csv
exits 1
says_nothing
complains 'no.csv: '

# A missing chart takes no room.
claims | grep -v '^t' | grep -v '^[xm]' >target.csv
run --print=path target.csv
exits 0
! grep -q '^$' .stdout || wrong "has empty lines"

# --- the verdict on a path, with the series of issue 6 ---

{
    echo 'kind,period,reporter,partner,flow,value,unit,base'
    year=2018
    for value in 8.23 10.11 8.14 13.12 49.36 65.70 68.69; do
        echo "figure,FY$year-$((year - 1999)),India,Russia,total,$value,USD bn,"
        year=$((year + 1))
    done
    echo 'target,FY2029-30,India,Russia,total,100,USD bn,2024-03'
} >path.csv
COLUMNS=300 run --print=path path.csv
exits 0
says 'ratio R from FY2023-24      0.63  acceleration needed'
says 'Verdict: acceleration needed from FY2023-24 to FY2024-25 (since the target was announced): 4.55 % a year, 7.25 % required, R = 0.63.'
says 'Bases: on track 5 of 6, acceleration needed 1.'
says_line '0.4 years behind the required path\.'

# --- checks: what was compared, worst first ---

COLUMNS=300 run --print=checks
exits 0
says 'close: India > Russia: total FY2023-24: 004 says nearly $65bn, 003 says $65.7bn:'
says 'fold of total from FY2021-22 to FY2023-24: stated nearly 3x, from the values 5.01x, 40.0 % apart' \
    'FY2021-22 $13,124.67mn (X + M, dgcis), FY2023-24 $65.7bn (003)'

# --- missing lists of the program are reported ---

claims >claims.csv
TRADESCOPE_DATADIR=/nonexistent
export TRADESCOPE_DATADIR
run --print=figures claims.csv
complains 'tradescope: /nonexistent/countries.csv: cannot be opened'
mkdir data
cp "$srcdir/data/countries.csv" data
TRADESCOPE_DATADIR=data run --print=figures claims.csv
complains 'tradescope: data/hs.csv: cannot be opened'
unset TRADESCOPE_DATADIR

finish
