#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A filter is answered by the rows of a file or refused; it never passes all of them because it was
# not understood. Every test of the filter language goes over claims, statistics and plain tables.
. "${srcdir:-.}/tests/cli/lib.sh"
TRADESCOPE_DATADIR=$srcdir/data
export TRADESCOPE_DATADIR

cat >claims.csv <<'END'
kind,period,reporter,partner,flow,value,unit,speaker,note
figure,2019,India,Russia,export,3,USD bn,oil,STRASSE
figure,2020,India,China,export,9,USD bn,o,x
END
cat >baci.csv <<'END'
t,i,j,k,v,q
2019,699,643,010121,5,1
2020,699,643,010121,7,1
END
cat >plain.csv <<'END'
name,amount
a,5
c,7
END

# sum ARGUMENT...: the sums as CSV, without the header, in one line.
sum() {
    columns=$1
    shift
    run --export=csv --sum="$columns" "$@"
    exits 0
    sums=$(tail -n +2 "$scratch/.stdout" | tr '\n' ' ')
}

# --- statistics: the fields of the claims file mean the columns that state them ---

while read -r filter expected; do
    sum period -f "$filter" baci.csv
    [ "$sums" = "${expected:+$expected }" ] || wrong "gives $sums, not $expected"
done <<'END'
value>6 2020,1,7000,USD
value:7 2020,1,7000,USD
value=5 2019,1,5000,USD
value!=5 2020,1,7000,USD
value>=6000 
value>=6000USD 2020,1,7000,USD
value:6..8 2020,1,7000,USD
v>6 2020,1,7000,USD
period:2020 2020,1,7000,USD
period>2019 2020,1,7000,USD
partner:china 
product:01..0102 2019,1,5000,USD 2020,1,7000,USD
kind:event 
measure:growth 
source:baci 2019,1,5000,USD 2020,1,7000,USD
source:other 
END
sum period -f 'not value:5' baci.csv
[ "$sums" = '2020,1,7000,USD ' ] || wrong "gives $sums"
sum period -f 'has:value' baci.csv
[ "$sums" = '2019,1,5000,USD 2020,1,7000,USD ' ] || wrong "gives $sums"

# Balance adds the same rows as --sum.
run --print=balance -f 'value>6' baci.csv
says '2020' '$7 thousand'
says_not '2019'

# --- a column that no file has is refused in all modes, and the columns are listed ---

for mode in --print --print=balance --print=rows --sum=1 --export=csv --export=json \
    --explain=exports --headless=80x24; do
    sums=name
    [ "$mode" = --sum=1 ] && mode=--sum=$sums
    run "$mode" -f 'partner:russia' plain.csv
    exits 2
    complains 'plain.csv states no `partner`' 'name, amount'
    for filter in 'period>=2019' 'value>6' has:quote 'not kind:event' 'amount>6 or flow:export' \
        agree:single; do
        run "$mode" -f "$filter" plain.csv
        exits 2
    done
    run "${mode%=name}${mode#--sum=name}" -f 'quote:x' baci.csv
    [ "$status" -eq 2 ] || wrong "exits $status"
done

# A check is of whole files.
run --check -f 'reporter:India' baci.csv
exits 2
complains '--check looks at whole files'

# --- files of several kinds: no row passes of one that lacks the column, with a message ---

for files in 'baci.csv plain.csv' 'plain.csv baci.csv'; do
    # shellcheck disable=SC2086  # two files
    run --print=figures -f 'period:2020' $files
    says '2020'
    says_not '2019'
    complains 'no row of plain.csv is shown' 'name, amount'
done

# --- the order of text ---

run --export=csv -f 'speaker>o' claims.csv
says 'oil'
says_not ',o,'
run --export=csv -f 'speaker<=o' claims.csv
says ',o,'
says_not 'oil'
run --export=csv -f 'speaker:o..' claims.csv
says 'oil' ',o,'
# A search folds as = does: one sharp s is two.
{
    echo 'kind,period,reporter,partner,flow,value,unit,note'
    echo 'figure,2019,India,Russia,export,1,USD,STRASSE'
    echo 'figure,2020,India,Russia,export,1,USD,Straße'
    echo 'figure,2021,India,Russia,export,1,USD,strase'
} >sharp.csv
for filter in note:straße note=straße note:ß; do
    run --export=csv -f $filter sharp.csv
    says STRASSE Straße
    says_not strase
done
run --export=csv -f note:Straße sharp.csv
says Straße
says_not STRASSE strase

finish
