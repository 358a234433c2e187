#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One table in the notations of spreadsheets and statistical offices: the rows are the
# same in each.
. "${srcdir:-.}/tests/cli/lib.sh"

# same_as FILE OTHER: both are read without a problem and hold the same rows.
same_as() {
    run --check "$2"
    exits 0
    says_nothing
    run --export=csv "$1"
    exits 0
    keeps expected.csv
    run --export=csv "$2"
    exits 0
    complains_not
    says_exactly <expected.csv
}

claims >lf.csv
run --export=csv lf.csv
exits 0
says_lines 6

sed "s/\$/$(printf '\r')/" lf.csv >crlf.csv
same_as lf.csv crlf.csv
tr '\n' '\r' <lf.csv >cr.csv
same_as lf.csv cr.csv
{ printf '\357\273\277' && cat lf.csv; } >bom.csv
same_as lf.csv bom.csv
printf %s "$(cat lf.csv)" >unended.csv
same_as lf.csv unended.csv
{ head -n 3 lf.csv && echo && tail -n +4 lf.csv && echo && echo; } >blank.csv
same_as lf.csv blank.csv
sed 's/,/;/g; s/all; /all, /' lf.csv >semicolon.csv
same_as lf.csv semicolon.csv
sed 's/,/	/g; s/all	 /all, /' lf.csv >tab.csv
same_as lf.csv tab.csv
sed 's/\([^",]*\),/"\1",/' lf.csv >quoted.csv
same_as lf.csv quoted.csv

# Windows-1252 becomes UTF-8: e acute, the euro sign, typographic quotes.
head='kind,date,text,quote,source'
printf '%s\nevent,2024,Caf\351,"\223\200 5\224 \226 said",s1\n' $head >cp1252.csv
printf '%s\nevent,2024,Caf\303\251,"\342\200\234\342\202\254 5\342\200\235 \342\200\223 said",s1\n' \
    $head >utf8.csv
run --export=csv cp1252.csv
exits 0
says 'event,2024,Café,“€ 5” – said,s1'
complains 'is read as Windows-1252, which is a guess'

# Line breaks, separators and quotes inside quotes; an unknown column.
printf '%s,extra\nevent,2024,"a;b,c","one\ntwo ""three""",s1,kept\n' $head >nested.csv
run --export=json nested.csv
exits 0
says '"a;b,c"' 'one\ntwo \"three\"' '"extra": "kept"'

# Columns are found by name, in any order.
awk -F , '{ print $3 "," $1 "," $2 "," $5 "," $4 }' <<END >order.csv
kind,date,text,quote,source
event,2024,T,Q,s1
END
run --check order.csv
exits 0

# The shipped file is without problems, and so is a copy of it.
run --export=csv
exits 0
keeps shipped.csv
run --check shipped.csv
exits 0

finish
