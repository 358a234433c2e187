#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One rule per column: the notation of periods and numbers is decided for all rows and reported, or
# refused with both readings if two fit, and --map decides.
. "${srcdir:-.}/tests/cli/lib.sh"

fields='value=Val,flow=export,reporter=India,partner=Partner,unit=USD'

# periods WORD...: a file with a row for each.
periods() {
    echo 'When,Partner,Val'
    for word; do echo "$word,Brazil,1"; done
} >periods.csv
# become WHEN PERIOD...: the periods of the rows, by --map period=WHEN.
become() {
    run --map "period=$1,$fields" --sum=period periods.csv
    shift
    exits 0
    for period; do says "$period "; done
    says_lines $(($# + 1))
}
# open_to A B: neither is chosen, both are named, and each can be requested.
open_to() {
    run --map "period=When,$fields" --sum=period periods.csv
    exits 1
    says_not Brazil
    complains "write period=When:$1 or period=When:$2"
}

periods 2008-09 2009-10 2010-11 2012-13
become When FY2008-09 FY2009-10 FY2010-11 FY2012-13
complains '`When`: fiscal years: `2008-09` is FY2008-09'
periods 2008-09 2009-11
become When 2008-09 2009-11
complains_not
periods 2008-09 2009-10
open_to month fiscal-year
become When:month 2008-09 2009-10
become When:fiscal-year FY2008-09 FY2009-10
periods 201112
open_to month fiscal-year
periods 2008-09 2009-10 2010-13
open_to month fiscal-year

periods 13/01/2023 01/02/2023
become When 2023-01-13 2023-02-01
periods 01/13/2023 01/02/2023
become When 2023-01-13 2023-01-02
periods 01/02/2023 02/03/2023
open_to day-first month-first
become When:day-first 2023-02-01 2023-03-02
become When:month-first 2023-01-02 2023-02-03
# What the sample decides holds for all rows.
# shellcheck disable=SC2046
periods $(for day in 13 14 15 16 17 18 19 20; do for month in 01 02 03 04 05 06 07 08; do
    echo "$day/$month/2023"; done; done) 02/13/2023
run --map "period=When,$fields" --check periods.csv
exits 1
says 'periods.csv:66:1: period: `02/13/2023` is no period'

periods 2023-01-01 2023-02-01 2023-05-01
become When 2023-01 2023-02 2023-05
periods 2023-01-31 2023-02-28 2024-02-29
become When 2023-01 2023-02 2024-02
periods 2023-01-01 2023-02-03
become When 2023-01-01 2023-02-03
periods 2019-01-01 2020-01-01
open_to month year
become When:year 2019 2020
become When:month 2019-01 2020-01
periods 2019-01-01
open_to month day

periods 2012.0 2013.0
become When 2012 2013
periods '2019 [YR2019]' '2020 [YR2020]'
become When 2019 2020
periods 20100101 20100201
become When 2010-01 2010-02
periods fy2017_18 fy2018_19
become When FY2017-18 FY2018-19
periods 2019-01-01T00:00:00 2019-02-01T00:00:00
become When 2019-01 2019-02
printf 'Year,Month,Partner,Val\n2017,Jan,Brazil,1\n2017,February,Brazil,2\n' >periods.csv
become Year+Month 2017-01 2017-02
printf 'Year,Month,Partner,Val\n2008,9,Brazil,1\n2009,10,Brazil,2\n' >periods.csv
become Year+Month 2008-09 2009-10

# --- numbers ---

# values SEPARATOR NUMBER...: a file with a row for each.
values() {
    separator=$1
    shift
    echo "Year${separator}Partner${separator}Val"
    for number; do echo "2019${separator}Brazil${separator}$number"; done
} >values.csv
# add_up_to NUMBER [KEY]: the sum of the rows.
add_up_to() {
    run --map "period=Year,$fields${2:+,$2}" --sum=period values.csv
    exits 0
    says " $1  USD"
}

values ';' 12,500 13,125
add_up_to 25.625
complains 'the decimal sign is a comma'
add_up_to 25,625 decimal=point
values , '"12,500"' '"13,125"'
run --map "period=Year,$fields" --sum=period values.csv
exits 1
complains '`12,500` is 12.500 with a decimal comma' 'decimal=comma or --map decimal=point'
add_up_to 25.625 decimal=comma
add_up_to 25,625 thousands=comma
values , '"4,169.88"' 900.13
add_up_to 5,070.01
values , '"4.169,88"' '"900,13"'
add_up_to 5,070.01
values ';' 1.234 4321
add_up_to 4,322.234
values ';' 1.234 4.321
run --map "period=Year,$fields" --sum=period values.csv
exits 1
add_up_to 5,555 thousands=point
values , '"1,23,456"' '(56)'
add_up_to 123,400
values , 1000 .. n.a. ':' 500
add_up_to 1,500
values , 1000 x
run --map "period=Year,$fields" --sum=period values.csv
exits 1
add_up_to 1,000 missing=x
values , '"1,234.5"' '"12,5"'
run --map "period=Year,$fields" --check values.csv
exits 1
says 'values.csv:3:3: Val: `12,5` is no number'
for number in Infinity -inf NaN 1e40 -1e300; do
    values , 1 "$number"
    run --map "period=Year,$fields" --sum=period values.csv
    exits 1
    complains 'values.csv:3:3: Val: '
done
run --map "period=Year,$fields,decimal=dot" values.csv
exits 2

# A plain table has numbers too.
printf 'name,amount\na,10\nb,n.a.\nc,2\nd,"1,5"\n' >plain.csv
run -f 'amount<5' --export=csv plain.csv
says 'c,2' 'd,"1,5"'
says_not 'a,10' 'b,'

finish
