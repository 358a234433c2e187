#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Files that are not UTF-8. Bytes are written in octal: the Cyrillic of Windows-1251 from its code
# page, and UTF-16 with its mark in both orders.

. "$srcdir/tests/cli/lib.sh"

head='kind,period,reporter,partner,flow,value,unit'

# "Россия" and "Индия", which are Latin letters in Windows-1252: the guess is used, and said.
{ echo $head; printf 'figure,2023,\320\356\361\361\350\377,\310\355\344\350\377,export,4,USD bn\n'; } >cyrillic.csv
guess='text that is not UTF-8 is read as WINDOWS-1251, which is a guess'
run --check cyrillic.csv
says "note: $guess"
run --export=csv cyrillic.csv
says 'figure,2023,Россия,Индия,export,4,USD bn'
complains "$guess"
run_from cyrillic.csv --export=csv -
says 'figure,2023,Россия,Индия,export,4,USD bn'
complains "$guess"
gzip -c cyrillic.csv >guessed.csv.gz
run --export=csv guessed.csv.gz
says 'figure,2023,Россия,Индия,export,4,USD bn'
complains "$guess"
run --encoding=windows-1252 --export=csv cyrillic.csv
says 'figure,2023,Ðîññèÿ,Èíäèÿ,export,4,USD bn'
complains_not
# Letters of a Latin alphabet stand alone: "Curaçao" and "Türkiye" in Windows-1252.
{ echo $head; printf 'figure,2023,Cura\347ao,T\374rkiye,export,4,USD bn\n'; } >latin.csv
run --export=csv latin.csv
says 'figure,2023,Curaçao,Türkiye,export,4,USD bn'
complains 'is read as Windows-1252, which is a guess'
run --encoding=windows-1251 --export=csv cyrillic.csv
exits 0
says 'figure,2023,Россия,Индия,export,4,USD bn'
complains_not
gzip -c cyrillic.csv >packed.csv.gz
run --encoding=cp1251 --export=csv packed.csv.gz
says 'figure,2023,Россия,Индия,export,4,USD bn'
run_from cyrillic.csv --encoding=windows-1251 --export=csv -
says 'figure,2023,Россия,Индия,export,4,USD bn'
run --encoding=windows-1251 --headless=80x24 cyrillic.csv
says 'Россия'

# UTF-8 is what it is, with or without being named.
{ echo $head; echo 'figure,2023,Curaçao,Türkiye,export,4,USD bn'; } >utf8.csv
run --encoding=UTF-8 --export=csv utf8.csv
exits 0
says 'Curaçao,Türkiye'
complains_not
run --encoding=UTF-8 --check cyrillic.csv
exits 1
says 'cyrillic.csv: is not UTF-8: byte 58 is none of its characters; name another encoding'

# UTF-16 in the order that its mark says, or that is named.
two() { # ORDER: ASCII on standard input, each byte with a zero byte before or behind it
    od -An -v -to1 | awk -v order="$1" '{ for (i = 1; i <= NF; i++)
        printf (order == "le" ? "\\%s\\000" : "\\000\\%s"), $i }'
}
for order in le be; do
    [ $order = le ] && mark='\377\376' || mark='\376\377'
    bytes=$({ echo $head; echo 'figure,2023,India,Russia,export,4,USD bn'; } | two $order)
    # shellcheck disable=SC2059
    printf "$mark$bytes" >$order.csv
    run --export=csv $order.csv
    exits 0
    says 'figure,2023,India,Russia,export,4,USD bn'
    run_from $order.csv --export=csv -
    says 'figure,2023,India,Russia,export,4,USD bn'
    complains_not
    gzip -c $order.csv >$order.csv.gz
    run --export=csv $order.csv.gz
    says 'figure,2023,India,Russia,export,4,USD bn'
    # shellcheck disable=SC2059
    printf "$bytes" >bare.csv
    run --encoding=utf-16$order --export=csv bare.csv
    says 'figure,2023,India,Russia,export,4,USD bn'
    run_from bare.csv --encoding=utf-16$order --export=csv -
    says 'figure,2023,India,Russia,export,4,USD bn'
done

# What is no encoding.
run --encoding=klingon --check utf8.csv
exits 2
complains '--encoding: `klingon` is no encoding that is known here; write utf-8, windows-1252'

finish
