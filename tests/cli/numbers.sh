#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The largest and smallest numbers and periods: each is right, or refused, or said to be
# rounded, in every mode. The digits are those of the file, or were worked out by hand: a double
# holds each whole number up to 2^53 = 9007199254740992.
. "${srcdir:-.}/tests/cli/lib.sh"

head='id,kind,period,reporter,partner,flow,measure,value,unit,text'

# file NAME PERIOD VALUE...: a claim for each value, in years from 2001 on, or in the period.
file() {
    name=$1 period=$2
    shift 2
    echo "$head" >"$name"
    number=0
    for value; do
        number=$((number + 1))
        echo "c$number,figure,${period:-$((2000 + number))},India,Russia,export,value,$value,USD,Text"
    done >>"$name"
}

rounded_note='more digits than are calculated with'

# What a double holds is nowhere said to be rounded, and is the same in all modes.
file exact.csv '' 9007199254740992 0.1 -0 0.30000000000000004 1e15 4.9e-324 123456789012345 1e30
run --check exact.csv
exits 0
says_not "$rounded_note"
for format in csv json; do
    run --export=$format exact.csv
    exits 0
    complains_not
    says 9007199254740992 0.30000000000000004 1e15 4.9e-324 123456789012345 1e30
done
# Sums are written with 15 decimals at most, so that what a double adds behind them is not shown.
run --sum=period --export=csv exact.csv
says_line '2001,1,9007199254740992,USD' '2002,1,0.1,USD' '2003,1,0,USD' \
    '2004,1,0.3,USD' '2005,1,1000000000000000,USD' '2007,1,123456789012345,USD'
run --sum=period exact.csv
says 9,007,199,254,740,992 4.94e-324 123,456,789,012,345
run --print=figures exact.csv
says 9,007,199,254,740,992 4.94e-324 123,456,789,012,345

# More digits than that are kept in the rows, and said to be rounded wherever one calculates.
for value in 12345678901234567890 9007199254740993 1234567.123456789012 -98765432109876543.25; do
    file long.csv '' 5 "$value"
    for mode in --check --print=figures --sum=period --explain=exports; do
        run $mode long.csv
        exits 0
        cat .stdout .stderr >both
        grep -qF "long.csv:3: note: 1 number has $rounded_note" both ||
            wrong "does not say that $value is rounded"
    done
    for format in csv json; do
        run --export=$format long.csv
        exits 0
        says "$value"
        complains "long.csv:3: note: 1 number has $rounded_note"
    done
done
file sum.csv '' 9007199254740992 9007199254740992
run --sum=flow sum.csv
complains 'sums above 9,007,199,254,740,992 are rounded to 16 digits'
says 18,014,398,509,481,984
file sum.csv '' 1 2
run --sum=flow sum.csv
complains_not

# The first of several, in a table of statistics and a plain one.
awk 'BEGIN {
    print "a,b"
    for (i = 1; i <= 3000; i++)
        print i "," (i > 2000 ? "1234567890123456789" : i)
}' >plain.csv
run --check plain.csv
says "plain.csv:2002: note: from here on 1000 numbers have $rounded_note"

# Too large for any trade.
for value in 1e31 1e308 1e400 -1e308; do
    file large.csv '' 5 "$value"
    for mode in --check --print --sum=period --export=csv; do
        run $mode large.csv
        exits 1
        cat .stdout .stderr >both
        grep -q "large.csv:3:8: value: .$value. is " both || wrong "takes $value"
    done
    says_not "$value"
done

# Periods: days that exist, in years that have four digits.
for period in 1000 9999 FY1999-00 2024-02-29 2000-02-29 2023-03-01/2024-02-29 2023-03/2024-02 \
    2022-03-01/2023-02-28 9999-12-31 1000-01-01; do
    file good.csv $period 5
    run --check good.csv
    exits 0
    for format in csv json; do
        run --export=$format good.csv
        exits 0
        says "$period"
    done
    run --sum=period --export=csv good.csv
    exits 0
    says_line "$period,1,5,USD"
    run --print=figures good.csv
    exits 0
    says '$5'
done
for period in 1 0001 999 10000 2023-02-29 1900-02-29 2100-02-29 2024-02-30 2024-13 2024-00-01 \
    2023-03-01/2023-02-29 FY2023-25; do
    file bad.csv $period 5
    for mode in --check --print --sum=period --export=csv; do
        run $mode bad.csv
        exits 1
        cat .stdout .stderr >both
        grep -q "bad.csv:2:3: period: .$period. is no period" both || wrong "takes $period"
    done
done

# Where no row states a flow, one sentence says so, however many rows there are.
awk 'BEGIN {
    print "Year,Country,Partner,Series,Value"
    for (i = 0; i < 3000; i++) print 1900 + i % 100 ",India,China,Population " i ",5"
}' >no-flow.csv
series="period=Year,reporter=Country,partner=Partner,flow=Series,value=Value,unit=USD"
run --check --map "$series" no-flow.csv
exits 1
says 'no-flow.csv:2:4: no row states a flow' 'flow: `Population 0`'
[ "$(cat "$scratch/.stdout" "$scratch/.stderr" | grep -c Population)" = 1 ] || wrong 'says it of each row'
run --print=balance --map "$series" no-flow.csv
exits 1
complains 'no row states a flow'

# With one row that does, the others are listed.
printf '2019,India,China,Exports,7\n' >>no-flow.csv
run --check --map "$series" no-flow.csv
exits 1
says 'no-flow.csv:2:4: flow: `Population 0`' 'no-flow.csv:3:4: flow: `Population 1`'
says_not 'no row states'
finish
