#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# --sum adds the values of the rows that pass, by what columns say, each unit by itself.
. "${srcdir:-.}/tests/cli/lib.sh"

cat >trade.csv <<'END'
kind,period,reporter,partner,flow,measure,value,unit
figure,FY2023-24,India,Russia,import,,61.44,USD bn
figure,FY2023-24,India,Russia,export,,4.26,USD bn
figure,2022,India,Russia,export,,250.5,USD mn
figure,2022,India,Russia,export,,1,USD bn
figure,2022,India,Russia,export,,7,INR crore
figure,2022,India,Russia,export,growth,33,%
figure,2022,India,"Korea, South",export,,0.1,USD mn
event,,,,,,,
END

# --- text: periods in the order of time, thousands to the base unit ---

run --sum=period,flow -f kind:figure trade.csv
exits 0
complains_not
says_exactly <<'END'
period     flow    rows           value  unit
2022       export     3   1,250,600,000  USD
2022       export     1      70,000,000  INR
2022       export     1               -  %
FY2023-24  export     1   4,260,000,000  USD
FY2023-24  import     1  61,440,000,000  USD
END

# --- CSV and JSON have the same ---

run --sum=partner -f kind:figure -f value~. -f 'unit:usd' --export=csv trade.csv
exits 0
says_exactly <<'END'
partner,rows,value,unit
"Korea, South",1,100000,USD
Russia,4,66950500000,USD
END
run --export=json --sum=flow -f 'not unit:usd' trade.csv
exits 0
says_exactly <<'END'
[
{"flow": "export", "rows": 1, "value": 70000000.0, "unit": "INR"},
{"flow": "export", "rows": 1, "value": null, "unit": "%"},
{"flow": null, "rows": 1, "value": null, "unit": null}
]
END

# --- statistics: filters know the fields that follow from the columns, and leave alone what a file
# has no column for ---

cat >BACI_HS17_Y2019_V202401.csv <<'END'
t,i,j,k,v,q
2018,699,643,010121,1.5,NA
2019,699,643,010121,2,1
2019,699,842,010121,4,1
2019,643,699,010121,8,1
END
baci=BACI_HS17_Y2019_V202401.csv
run --sum=flow -f 'reporter:India' --export=csv $baci
exits 0
says 'export,3,7500,USD'
run --sum=flow -f 'reporter:India partner:Russia period>=2019' --export=csv $baci
says 'export,1,2000,USD'
run --sum=flow -f 'kind:figure' --export=csv $baci
says 'export,4,15500,USD'

# --- no row, and no column ---

run --sum=flow -f period:1999 trade.csv
exits 0
says_exactly <<'END'
flow  rows  value  unit
END
complains 'period:1999'
run --sum=perod trade.csv
exits 2
complains 'did you mean '
run --sum=period,value trade.csv
exits 2
complains 'value is a column of numbers'
run --sum=unit trade.csv
exits 2
complains 'leave unit out'
run --sum=kind,kind,kind,kind,kind,kind trade.csv
exits 2
complains 'at most 5 columns'
run --sum=flow --check trade.csv
exits 2
complains 'only one of'

# --- the shipped claims against awk ---

shipped=$srcdir/data/india-russia-dgcis.csv
run --sum=flow -f 'unit:"USD mn"' --export=csv "$shipped"
exits 0
keeps sums.csv
columns=$(head -n 1 "$shipped" | tr , '\n' | grep -n -e '^flow$' -e '^value$' | cut -d : -f 1 | tr '\n' ' ')
# shellcheck disable=SC2086  # two numbers
set -- $columns
awk -F , -v flow="$1" -v value="$2" '
    NR > 1 { sum[$flow] += $value; rows[$flow]++ }
    END { for (word in sum) printf "%s,%d,%.0f,USD\n", word, rows[word], sum[word] * 1e6 }
' "$shipped" | sort >awk.csv
tail -n +2 sums.csv | sort >ours.csv
cmp -s awk.csv ours.csv || wrong "is not what awk adds up: $(cat awk.csv)"
finish
