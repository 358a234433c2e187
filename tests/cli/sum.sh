#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# --sum adds the values of the rows that pass, grouped by columns, each unit separately.
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

run --sum=period,flow --all-rows -f kind:figure trade.csv
exits 0
complains_not
says_exactly <<'END'
period     flow    rows as they stand           value  unit
2022       export                   3   1,250,600,000  USD
2022       export                   1      70,000,000  INR
2022       export                   1               -  %
FY2023-24  export                   1   4,260,000,000  USD
FY2023-24  import                   1  61,440,000,000  USD
END

# --- claims: each observation is added once, by the claim that Balance shows: 250.5 is stated more
# exactly than 1000, and the rules against counting twice hold ---

run --sum=period,flow -f kind:figure trade.csv
exits 0
says_line '2022  *export  *2  *250,600,000  USD' 'FY2023-24  export  *1  *4,260,000,000  USD'
complains 'trade.csv: left out: 1 row repeating an observation'
run --print=balance --pair=India:Russia -f 'period:2022 not unit:INR' trade.csv
says '$250.5'

claim_header='kind,period,reporter,partner,flow,product,measure,value,unit,source'
# claims_sum SUM ROW...: the rows, all of 2022 in US dollars, have that sum and say what is left out.
claims_sum() {
    expected=$1 reason=$2
    shift 2
    { echo "$claim_header" && printf '%s\n' "$@"; } >lines.csv
    run --sum=reporter --export=csv lines.csv
    exits 0
    [ "$(sed -n '2,$s/^[^,]*,[^,]*,//p' .stdout)" = "$expected,USD" ] || wrong "the sum is not $expected"
    complains "left out: $reason"
    { echo "$claim_header" && printf '%s\n' "$@" | sed '1!G;h;$!d'; } | sed '/^$/d' >lines.csv
    run --sum=reporter --export=csv lines.csv
    [ "$(sed -n '2,$s/^[^,]*,[^,]*,//p' .stdout)" = "$expected,USD" ] || wrong "another order, another sum"
}
base=figure,2022,India,Russia
claims_sum 5 '1 row repeating an observation' $base,export,,,5,USD,a $base,export,,,5,USD,b
claims_sum 5 '1 row with targets, beside figures' $base,export,,,5,USD,a target,2030,India,Russia,export,,,90,USD,a
claims_sum 5 '1 row of another measure, beside values' $base,export,,,5,USD,a $base,export,,growth,1,USD,a
claims_sum 5 '1 row on a flow that others contain' $base,export,,,5,USD,a $base,re-export,,,2,USD,a
claims_sum 12 '2 rows on a flow that others contain' $base,export,,,5,USD,a $base,import,,,7,USD,a \
    $base,total,,,12,USD,a $base,balance,,,-2,USD,a
claims_sum 12 '1 row on a flow that others contain' $base,export,,,5,USD,a $base,total,,,12,USD,a
claims_sum 5 '2 rows on products that others contain' $base,export,,,5,USD,a $base,export,27,,3,USD,a \
    $base,export,2709,,2,USD,a
claims_sum 10 '1 row on products that others contain' $base,export,27,,3,USD,a $base,export,2709,,2,USD,a \
    $base,export,30,,7,USD,a
claims_sum 20 '2 rows on partners, which the row for World contains' $base,export,,,5,USD,a \
    figure,2022,India,World,export,,,20,USD,a figure,2022,India,China,export,,,6,USD,a
claims_sum 11 '1 row on groups of countries' $base,export,,,5,USD,a figure,2022,India,EU,export,,,20,USD,a \
    figure,2022,India,China,export,,,6,USD,a
claims_sum 5 '2 rows on periods that others contain' $base,export,,,5,USD,a \
    figure,2022-03,India,Russia,export,,,2,USD,a figure,2022Q1,India,Russia,export,,,3,USD,a
claims_sum 20 '2 rows on partners, which the row for World contains' figure,2022-03,India,Russia,export,,,2,USD,a \
    figure,2022,India,World,export,,,20,USD,a figure,2022,India,China,export,27,,6,USD,a
claims_sum 9 '1 row on periods that others contain' $base,export,27,,9,USD,a \
    figure,2022-03,India,Russia,export,2709,,2,USD,a
claims_sum 5 '2 rows on periods that others contain' $base,export,,,5,USD,a \
    figure,2022-03,India,Russia,export,,,2,USD,a figure,2022Q1,India,Russia,export,,,3,USD,a
run --sum=source --export=csv lines.csv
says 'a,1,5,USD'
{ echo "$claim_header" && printf '%s\n' $base,export,,,5,USD,a $base,export,,,6,USD,b; } >sources.csv
run --sum=source --export=csv sources.csv
complains_not
says 'a,1,5,USD' 'b,1,6,USD'

# --- forecasts and claims without a period are never added to figures ---

claims_sum 5 '1 row with forecasts, beside figures or targets' $base,export,,,5,USD,a \
    forecast,2022,India,Russia,export,,,6,USD,a
claims_sum 5 '2 rows without a period' $base,export,,,5,USD,a figure,,India,Russia,export,,,6,USD,a \
    figure,,India,Russia,export,,,7,USD,b
printf '%s\n' "$claim_header" figure,,India,Russia,export,,,6,USD,a figure,,India,Russia,export,,,7,USD,b >lines.csv
run --sum=reporter --export=csv lines.csv
exits 0
says_exactly <<'END'
reporter,rows,value,unit
END
complains 'left out: 2 rows without a period'

# --- CSV and JSON have the same ---

run --sum=partner -f kind:figure -f value~. -f 'unit:usd' --export=csv trade.csv
exits 0
says_exactly <<'END'
partner,rows,value,unit
"Korea, South",1,100000,USD
Russia,3,65950500000,USD
END
run --export=json --sum=flow -f 'not unit:usd' trade.csv
exits 0
says_exactly <<'END'
[
{"flow": "export", "rows": 1, "value": 70000000, "unit": "INR"},
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
for files in "$baci trade.csv" "trade.csv $baci"; do
    # shellcheck disable=SC2086  # two files
    run --sum=reporter $files
    complains 'trade.csv: left out: 1 row repeating an observation'
done
run --sum=flow -f 'reporter:India' --export=csv $baci
exits 0
says 'export,3,7500,USD'
run --sum=flow -f 'reporter:India partner:Russia period>=2019' --export=csv $baci
says 'export,1,2000,USD'
run --sum=flow -f 'kind:figure' --export=csv $baci
says 'export,4,15500,USD'

# --- statistics are added as Balance adds them; numbers by hand ---

cat >comtrade.csv <<'END'
typeCode,freqCode,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,cmdCode,cmdDesc,customsCode,motCode,primaryValue,isReported,isAggregate
C,A,2022,699,IND,India,X,Export,0,W00,World,0,W00,World,H6,TOTAL,All,C00,0,100,false,true
C,A,2022,699,IND,India,X,Export,643,RUS,Russian Federation,0,W00,World,H6,TOTAL,All,C00,0,40,false,true
C,A,2022,699,IND,India,X,Export,643,RUS,Russian Federation,0,W00,World,H6,27,Fuels,C00,0,30,false,true
C,A,2022,699,IND,India,X,Export,643,RUS,Russian Federation,784,ARE,UAE,H6,TOTAL,All,C00,0,15,false,true
C,A,2022,699,IND,India,X,Export,643,RUS,Russian Federation,643,RUS,Russia,H6,TOTAL,All,C00,0,25,false,true
C,A,2022,699,IND,India,M,Import,643,RUS,Russian Federation,0,W00,World,H6,TOTAL,All,C00,0,60,false,true
C,A,2022,699,IND,India,M,Import,643,RUS,Russian Federation,0,W00,World,H6,TOTAL,All,C00,2100,35,false,true
C,A,2022,699,IND,India,M,Import,643,RUS,Russian Federation,0,W00,World,H6,TOTAL,All,C00,1000,25,false,true
C,A,2022,699,IND,India,RX,Re-export,643,RUS,Russian Federation,0,W00,World,H6,TOTAL,All,C00,0,3,false,true
END
run --sum=period,flow --export=csv comtrade.csv
exits 0
says '2022,export,1,100,USD' '2022,import,1,60,USD' '2022,re-export,1,3,USD'
complains 'left out: 2 rows by mode of transport' 'which the row for World contains'
run --sum=partner,flow --export=csv comtrade.csv
says 'World,export,1,100,USD' 'Russia,export,1,40,USD' 'Russia,import,1,60,USD'
run --sum=period --pair=India:Russia --export=csv comtrade.csv
says '2022,2,100,USD' # 40 and 60; re-exports are among exports
run --sum=flow --all-rows --export=csv comtrade.csv
says 'flow,rows as they stand,value,unit' 'export,5,210,USD'
run --print=balance --pair=India:Russia comtrade.csv
says '40 ' '60 '
run --print=balance --all-rows comtrade.csv
exits 2

# A stated World is kept, with a note on the sum of its partners.
sed 's/0,100,false/0,30,false/' comtrade.csv >less.csv
run --sum=flow --export=csv less.csv
says 'export,1,30,USD'
complains 'add up to more than the row for World'

# --- several files, in any order; trade in two of them is never added twice ---

printf 't,i,j,k,v,q\n2021,699,643,10121,5,1\n2021,643,699,10121,50,1\n' >2021.csv
printf 't,i,j,k,v,q\n2022,699,643,10121,6,1\n2022,643,699,10121,60,1\n' >2022.csv
for files in '2021.csv 2022.csv' '2022.csv 2021.csv' '2021.csv trade.csv 2022.csv' \
    'trade.csv 2022.csv 2021.csv'; do
    # shellcheck disable=SC2086  # several files
    run --sum=period,flow -f 'unit:USD,"USD thousand"' --pair=Russia:India --export=csv $files
    exits 0
    says_exactly <<'END'
period,flow,rows,value,unit
2021,export,1,50000,USD
2021,import,1,5000,USD
2022,export,1,60000,USD
2022,import,1,6000,USD
END
done
run --sum=flow --export=csv 2021.csv 2022.csv
says 'export,4,121000,USD'
cp 2021.csv again.csv
run --sum=flow 2021.csv again.csv
exits 2
complains '2021.csv and again.csv both state' '--all-rows'
run --sum=flow --export=csv -f source:again 2021.csv again.csv
says 'export,2,55000,USD'
run --sum=flow --export=csv --all-rows 2021.csv again.csv
says 'export,4,110000,USD'
cat 2021.csv 2021.csv | sed '4d' >twice.csv
run --sum=flow --export=csv twice.csv
says 'export,2,55000,USD'
complains 'standing there twice'
{ cat 2021.csv; echo 2021,699,643,10121,6,2; } >revised.csv
run --sum=flow --export=csv revised.csv # in one list of rows, and by the rules of World
says 'export,3,61000,USD'
complains 'revised.csv: added: 1 row that repeats another in other numbers'
sed '/X.Export,0/{p;s/,100,/,101,/;}' comtrade.csv >revised.csv
run --sum=flow --export=csv revised.csv
says 'export,2,201,USD'
complains 'revised.csv: added: 1 row that repeats another in other numbers'
printf 't,i,j,k,v,q\n2021,699,643,10121,5,1\n2021,699,156,10121,NA,1\n' >gap.csv
run --sum=flow --export=csv gap.csv
says 'export,1,5000,USD'
complains 'left out: 1 row without a value'

# --- what the file itself lacks: empty cells of a wide file, records of no interest, its end ---

printf 'Date,Country,Import_Value,Export_Value\n2007-01-01,Brazil,5,6\n2007-01-01,Chile,,7\n' >wide.csv
run --sum=flow --export=csv wide.csv
says 'export,2,13000000,USD' 'import,1,5000000,USD'
complains 'wide.csv: left out: 1 cell of the file without a value'
printf 't,i,j,k,v,q\n2021,699,643,10121,5,1\n2021,699,156,10121,50,1' >cut.csv
run --sum=flow --export=csv cut.csv
exits 0
complains 'cut.csv:3: note: the line has no line end'
printf 't,i,j,k,v,q\n2021,699,643,10121,1.000,1\n' >open.csv
run --sum=flow --export=csv open.csv # may be a thousand: the guess is shown
says 'export,1,1000,USD'
complains 'the decimal sign is a point: `1.000` is 1.000'

# --- pair and product choose rows ---

printf 't,i,j,k,v,q\n2021,699,643,10121,5,1\n2021,699,156,10121,50,1\n2022,699,643,90111,7,1\n' >pair.csv
run --sum=period,partner --pair=India:Russia --export=csv pair.csv
says_exactly <<'END'
period,partner,rows,value,unit
2021,Russia,1,5000,USD
2022,Russia,1,7000,USD
END
run --sum=period,partner --product=0901 --export=csv pair.csv
says_exactly <<'END'
period,partner,rows,value,unit
2022,Russia,1,7000,USD
END

# --- wholes under any name are no parts: the parts are 5 and 7 in each ---

map=period=Year,value=Val,flow=export,reporter=India,partner=Partner,unit=USD
for whole in Total TOTAL 'World Total' 'Grand Total' '"Total, all countries"' Monde Mundo Insgesamt \
    Toplam Всего 总计; do
    printf 'Year,Partner,Val\n2019,Brazil,5\n2019,China,7\n2019,%s,12\n' "$whole" >whole.csv
    run --map "$map" --sum=period --export=csv whole.csv
    says '2019,1,12,USD'
    complains 'which the row for World contains'
done
for group in EU27_2020 EXT_EU27_2020 EA19 EA20 MERCOSUR ACP APEC NATO OPEC CIS CACM LAFTA CAFTA-DR \
    NICs 'Pacific Rim' 'Asia - South' 'Sub Saharan Africa' ASEAN OECD G7 G20 BRICS GCC SAARC EFTA \
    USMCA NAFTA ECOWAS SADC COMESA; do
    printf 'Year,Partner,Val\n2019,Brazil,5\n2019,China,7\n2019,%s,9\n' "$group" >group.csv
    run --map "$map" --sum=period --export=csv group.csv
    says '2019,2,12,USD'
    complains 'on groups of countries'
done
for part in '"Other Asia, nes"' '"Areas, nes"' 'Rest of the World' 'Other countries' Bunkers; do
    printf 'Year,Partner,Val\n2019,Brazil,5\n2019,China,7\n2019,%s,9\n' "$part" >part.csv
    run --map "$map" --sum=period --export=csv part.csv
    says '2019,3,21,USD'
    complains_not
done
printf 'Year,Item,Val\n2019,Rice,5\n2019,Tea,7\n2019,Subtotal,12\n2019,Oil,8\n' >subtotal.csv
run --map period=Year,value=Val,flow=export,reporter=India,product=Item,unit=USD --sum=period \
    --export=csv subtotal.csv
says '2019,3,20,USD'

# Codes in any dress keep their hierarchy: 100 on 7304 contains 60 on 730411.
while read -r heading subheading; do
    {
        echo 'Period,Trade Flow,Reporter,Partner,Commodity Code,Commodity,Trade Value (US$)'
        echo "2019,Export,India,Brazil,$heading,Pipes,100"
        echo "2019,Export,India,Brazil,$subheading,Line pipe,60"
    } >dress.csv
    run --sum=period --export=csv dress.csv
    says '2019,1,100,USD'
    run --print=balance dress.csv
    says '$100'
done <<'END'
7304 730411
73.04 7304.11
7304.0 730411.0
'7304 '730411
"=""7304""" "=""730411"""
HS7304 HS730411
END

# A country is one under any apostrophe, composed or not, and in capitals.
printf "Year,Partner,Val\n2019,Côte d'Ivoire,1\n2019,Cote d\342\200\231Ivoire,2\n2019,%s,4\n2019,%s,8\n" \
    "$(printf 'CÔTE D\342\200\231IVOIRE')" "$(printf 'Co\314\202te d\302\264Ivoire')" >names.csv
printf '2019,"Taiwan, China",16\n2019,Taiwan,32\n2019,%s,64\n2019,Turkey,128\n' \
    "$(printf 'TU\314\210RKIYE')" >>names.csv
run --map "$map" --sum=partner --export=csv names.csv
says_exactly <<'END'
partner,rows,value,unit
Côte d'Ivoire,4,15,USD
Taiwan,2,48,USD
Türkiye,2,192,USD
END

# --- no digits that the file lacks ---

printf 'Year,Partner,Val\n2019,Brazil,123456.78\n2019,China,0.123456789012345\n' >noise.csv
run --map period=Year,value=Val,flow=export,reporter=India,partner=Partner,unit=USD --sum=partner \
    noise.csv
says_line 'Brazil      1  123,456.78  *USD' 'China       1        0.123456789012345  USD'

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

# --- a file that is none, in front of claims and behind them ---

claims >claims.csv
cp "$srcdir/tests/formats/layouts/comexstat-countries/PAIS.csv" PAIS.csv
head -n 1 claims.csv >header.csv
run --sum=period,flow claims.csv
keeps alone
run --sum=period,flow header.csv
keeps nothing
for none in missing.csv PAIS.csv; do
    for files in "$none claims.csv" "claims.csv $none"; do
        # shellcheck disable=SC2086  # two names
        run --sum=period,flow $files
        exits 1
        says_exactly <alone
        complains "$none: " '1 file not read'
    done
    run --sum=period,flow $none header.csv
    exits 1
    says_exactly <nothing
    complains "$none: " '1 file not read'
done

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

# Without a column of partners, all is trade with the world. 6 + 40 + 13 + 20 = 79.
cat >no-partner.csv <<'END'
Month,HSCode,Commodity,Export_Value
2019-01,03,Fish,6
2019-01,27,Mineral fuels,40
2019-01,30,Pharmaceuticals,13
2019-01,84,Machinery,20
END
run --print=balance no-partner.csv \
    --map "period=Month,product=HSCode,value=Export_Value,flow='export',reporter='India',unit='USD'"
exits 0
says '$79'
says_not 'no exports'
finish
