#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Tables of a database give what the same rows give as a file. What is wrong with a name is said,
# passwords are refused, and nothing is written to the database.

. "${srcdir:-.}/tests/cli/lib.sh"

command -v sqlite3 >/dev/null || exit 77
sqlite3 probe.db 'create table t (a)'
"$program" --check 'sqlite:probe.db?table=t' 2>&1 | grep -q 'Can.t open lib\|no default driver' &&
    exit 77

# fill TABLE FILE: the rows of a CSV file with a header, all of them as text.
fill() {
    sqlite3 trade.db -cmd '.mode csv' ".import '$2' $1"
}

# is_same TABLE FILE ARGUMENT...: the program says the same of both, but for their names.
is_same() {
    table=$1
    file=$2
    shift 2
    run "$@" "$file"
    said=$status
    sed "s/$(basename "$file" .csv)/NAME/g" .stdout >expected
    run "$@" "sqlite:trade.db?table=$table"
    exits "$said"
    sed "s/$table/NAME/g" .stdout >got
    cmp -s expected got || wrong "differs from $file"
}

layouts=$srcdir/tests/formats/layouts
for file in comtrade/snake-case comtrade/pascal-case comtrade/months sdmx/names owid/*.csv; do
    for path in "$layouts/$file" "$layouts/$file.csv"; do
        [ -f "$path" ] || continue
        rm -f trade.db
        fill things "$path"
        is_same things "$path" --print=balance
        is_same things "$path" --sum=flow
        is_same things "$path" --export=json
    done
done

rm -f trade.db
fill claims "$srcdir/data/india-russia.csv"
is_same claims "$srcdir/data/india-russia.csv" --print=balance
is_same claims "$srcdir/data/india-russia.csv" --export=csv -f 'partner:russia value>=1bn'
# A view, a name in quotation marks, empty cells, line breaks and quotation marks in a cell.
sqlite3 trade.db <<'END'
create view few as select * from claims where period = 'FY2023-24';
create table "odd ""name" ("a,b" text, c real);
insert into "odd ""name" values ('x "y"' || char(10) || 'z', 1.5), (null, 2);
END
run --sum=kind 'sqlite:trade.db?table=few'
exits 0
run --export=csv 'sqlite:trade.db?table=odd "name'
exits 0
says_exactly <<'END'
"a,b",c
"x ""y""
z",1.5
,2.0
END

run --check 'sqlite:trade.db'
exits 1
says 'has several tables; the tables are: claims, few, odd "name'
run --check 'sqlite:trade.db?table=clams'
exits 1
says 'has no table `clams`; did you mean `claims`?'
run --check 'sqlite:none.db?table=t'
exits 1
says 'cannot be reached'
[ ! -e none.db ] || wrong 'has made a database'
run --check 'odbc:DSN=trade;PWD=secret;table=t'
exits 1
says 'has a password, which every user of this machine can read'
run --check 'odbc:DSN=there_is_no_such_name;table=t'
exits 1
says 'cannot be reached'

before=$(sqlite3 trade.db .schema)
run --check 'sqlite:trade.db?table=few'
[ "$(sqlite3 trade.db .schema)" = "$before" ] || wrong 'has written to the database'

finish
