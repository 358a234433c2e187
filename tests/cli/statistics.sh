#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# India's trade with Russia in 2019 from three files of statistics in $TRADESCOPE_CORPUS, or else
# ../shared/corpus next to the sources: each series under its own name, none merged with another.
# Skipped (exit 77) without them. The expected numbers are computed from the files with awk.
: "${srcdir:=.}"
corpus=${TRADESCOPE_CORPUS:-$srcdir/../shared/corpus}
if [ ! -d "$corpus" ]; then
    echo "statistics.sh: no folder $corpus: skipped" >&2
    exit 77
fi
corpus=$(cd "$corpus" && pwd)
comtrade=$corpus/comtrade_legacy/India_2019_TOTAL_all_partners_incl_Russia.csv
monthly=$corpus/india_dgcis/MEIDB_monthly_by_country_2007-2020_import_export_cols.csv
fiscal=$corpus/india_dgcis/Kaggle_exports_and_imports_of_india_1997-Jul2022.csv
. "$srcdir/tests/cli/lib.sh"

# Twelve months of DGCI&S: 2,864.83 of exports and 6,236.95 of imports.
sums=$(tr -d '\r' <"$monthly" | awk -F, '$1 ~ /^2019-/ && $2 == "RUSSIA" { m += $3; x += $4 }
    END { printf "%.2f %.2f", x, m }')
command_line="the months of $monthly"
[ "$sums" = '2864.83 6236.95' ] || wrong "add up to $sums"

run --pair India:Russia --print=figures "$comtrade"
exits 0
complains_not
says '$2,871,228,560' '$6,226,189,464'

COLUMNS=120 run --pair India:Russia --print=balance "$comtrade" "$monthly" "$fiscal"
exits 0
says_line '  2019 .*2,871\.23 .*6,226\.19 .*  India_2019_TOTAL_all_.*'
says_line '  2019 .*2,864\.83 .*6,236\.95 .*  MEIDB_monthly_by_coun.*'
says_line '  FY2019-20 .*3,017\.67 .*7,093\.01 .*  Kaggle_exports_and_im.*'

# Their differences: of the same year, and of another period.
COLUMNS=400 run --pair India:Russia --print=checks "$comtrade" "$monthly" "$fiscal"
says 'close: India > Russia: export 2019:' 'close: India > Russia: import 2019:' '0.2 % apart'

# By any names and codes of the countries; a missing mirror is reported.
run --pair 699:643 --print=figures "$comtrade"
says '$2,871,228,560'
run --pair IND:RUS --period 2019 --export=csv "$comtrade"
says '2871228560' '6226189464'
run --pair India:Atlantis --print=balance "$comtrade"
exits 0
complains 'no rows on India > Atlantis' 'Atlantis'
! grep -q 'goes back' "$scratch/.stderr" || wrong 'speaks of keys where there are none'

# One reporter with many partners opens on the world, as the file states it.
command_line="the rows on World of $comtrade"
[ "$(awk -F, '$12 == 0 && $8 == "Import" { print $32 }' "$comtrade")" = 478883729111 ] ||
    wrong 'state other imports'
COLUMNS=120 run --print=figures "$comtrade"
exits 0
says "India's imports from World" '$478,883,729,111'

# A range of periods, and how often.
run --pair India:Russia --period 2018..2019 --print=balance "$monthly"
says '2018' '2019'
says_not '  2017 ' '  2007 '
run --pair India:Russia --period months --print=balance "$monthly"
says '2019-12'
# A month without exports: what is left of them is "at least", also in the table. Amounts of one
# column have one unit: 900 and 1,440 million.
{
    echo 'Date,Country,Import_Value,Export_Value'
    for month in 01 02 03 04 05 06 07 08 09 10 11 12; do
        echo "2014-$month-01,RUSSIA,120,75"
        [ $month -gt 9 ] || echo "2015-$month-01,RUSSIA,100,$([ $month = 08 ] || echo 50)"
    done
} >MEIDB_monthly.csv
run --print=balance MEIDB_monthly.csv
exits 0
says '2015-01/2015-09 ' ' >=400 ' ' 900 ' ' >=-500' '$900mn' '$1,440mn' '$2,340mn'
says_not '$1.44bn' '$2.34bn'
finish
