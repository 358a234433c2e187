#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The locale of the user changes no number, key, word or file: with commas for points, with the
# Turkish i, and in encodings that are not UTF-8, every mode says what it says in C.UTF-8. On a
# terminal that is not in UTF-8, that is what --ascii says.
. "${srcdir:-.}/tests/cli/lib.sh"

command -v localedef >/dev/null || exit 77
mkdir "$scratch/locales"
LOCPATH=$scratch/locales
export LOCPATH

# make LOCALE CHARMAP: what the system has no source of is left out.
locales=
make() {
    localedef -i "$1" -f "$2" "$LOCPATH/$1.$2" >/dev/null 2>&1
    [ ! -f "$LOCPATH/$1.$2/LC_CTYPE" ] || locales="$locales $1.$2"
}
make de_DE UTF-8
make fr_FR UTF-8
make tr_TR UTF-8
make tr_TR ISO-8859-9
make ja_JP EUC-JP
make ru_RU KOI8-R
make zh_CN GB18030
[ -n "$locales" ] || exit 77

# The harness sees them: a program that asks its locale gets a comma.
case $locales in
*de_DE.UTF-8*)
    [ "$(LC_ALL=de_DE.UTF-8 locale decimal_point)" = , ] || wrong "the locales are not used" ;;
esac

cat >words.csv <<'END'
id,kind,period,reporter,partner,flow,measure,value,unit,text,quote,source
a,figure,2020,INDIA,Türkiye,export,value,1234567.891,USD,İstanbul ISPARTA ılık iI,"Straße, Россия, 日本",ISI
b,figure,2021,India,Russia,import,value,0.5,USD bn,IMPORT title,"café €",isi
c,target,2030,India,Russia,total,value,100,USD bn,Aim,q,s
d,figure,2022,India,Russia,import,value,7.25,USD bn,x,q,s
END
cat >statistics.csv <<'END'
Land;Jahr;Wert
INDIA;2020;1.234,5
Indien;2021;0,25
END
printf '2jj/title\r&value>=0.5bn\r3' >keys

# same ARGUMENT...: in all locales, standard output and error, from the keys.
same() {
    command_line="tradescope $*"
    (
        unset LOCPATH
        LC_ALL=C.UTF-8 exec "$program" "$@" <keys >expected 2>&1
    )
    for locale in $locales; do
        LC_ALL=$locale "$program" "$@" <keys >.stdout 2>&1
        cmp -s expected .stdout || {
            wrong "says something else in $locale"
            diff expected .stdout | head -n 8
        }
    done
}

for file in words.csv statistics.csv; do
    for mode in --check --sum=source --sum=Jahr --export=csv --export=json --explain=imports; do
        same "$mode" "$file"
    done
    for format in csv json; do
        same --sum=partner --export=$format "$file"
    done
    same --print --ascii "$file"
    same --print=rows --ascii "$file"
    for size in 80x24 120x34; do
        same --headless=$size --ascii "$file"
    done
done
for filter in text:isparta text:TITLE source:ISI source=isi partner:türkiye 'value>=0.5bn' 'value>1,5' \
    'unit="USD BN"' flow:IMPORT 'quote:straße' 'quote:россия' 'text:/title/i' period:2020..2021; do
    same --export=csv -f "$filter" words.csv
done
same --map 'period=Jahr,value=Wert,reporter=Land,partner=Russia,flow=export,unit=USD' --export=csv \
    statistics.csv
for option in --help --list-columns --list-commands --list-formats; do
    same $option
done

# In UTF-8 the lines and signs are the same too.
utf8=
for locale in $locales; do
    case $locale in *.UTF-8) utf8="$utf8 $locale" ;; esac
done
locales=$utf8
same --print words.csv
same --headless=80x24 words.csv
same --headless=120x34 --styles words.csv
finish
