#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Column maps of the user: --map completes a format or describes a file of unknown layout,
# and what it lacks is named with the remedy. --format decides.

. "${srcdir:-.}/tests/formats/lib.sh"

# says FILE MAP FORMAT: the rows read equal standard input.
says() {
    cat >"$scratch/expected"
    "$program" "$1" "$2" "$3" >"$scratch/rows" 2>&1
    compare "$1 $2 $3"
}

# --- a known layout that lacks something ---

says "$folder/comtrade-legacy/hand-trimmed.csv" flow=import,reporter=China <<'END'
format comtrade-legacy
2012 | China | Japan | import | 731815 | 2500 | USD
END
says "$folder/comtrade-legacy/hand-trimmed.csv" flow=import <<'END'
refused: lacks its reporter; name the column or what holds for all rows, as in --map reporter=REPORTING-COUNTRY
END
says "$folder/dgcis-commodity/renamed.csv" period=FY2022-23,flow=export <<'END'
format dgcis-commodity
FY2022-23 | India | Russia | export | TEA | 0.87 | USD mn
END

# --- an unknown layout, below a title ---

cat >"$scratch/own.csv" <<'END'
Annual report,,,,
Year,Where,Trade Value,Dir,Month
2019,Russian Federation,"1,234.5",Exports,2
2020,India,7,M,11
END
says "$scratch/own.csv" "period=Year,value='Trade Value',scale=1000,flow=export,reporter=India" <<'END'
format --map
2019 | India |  | export |  | 1,234.5 | USD thousand
2020 | India |  | export |  | 7 | USD thousand
END
says "$scratch/own.csv" \
    "period=Year+Month,value=\"Trade Value\",unit=EUR,scale=1000000,flow=Dir,reporter=ESP,partner=Where" <<'END'
format --map
2019-02 | Spain | Russia | export |  | 1,234.5 | EUR mn
2020-11 | Spain | India | import |  | 7 | EUR mn
END
says "$scratch/own.csv" "period=Yeer,value='Trade Value',unit=USD,flow=Dir,reporter=India" <<'END'
refused: has no column `Yeer`, and that is no period; did you mean Year? its columns are Year, Where, Trade Value, Dir, Month
END
says "$scratch/own.csv" "period=Year,value='Trade Value',unit=USD,flow=Dir,reporter=Indya" <<'END'
refused: has no column `Indya`, and that is no reporter; its columns are Year, Where, Trade Value, Dir, Month
END
says "$scratch/own.csv" "period=Year,value='Trade Value',reporter=India" <<'END'
refused: lacks its flow and unit; name the column or what holds for all rows, as in --map flow=EXPORT-OR-IMPORT,unit=UNIT-OF-VALUES
END

says "$scratch/own.csv" "period=Year,value='Trade Value',unit=birr,flow=Dir,reporter=India" <<'END'
refused: has no column `birr`, and that is no unit; did you mean ETB? its columns are Year, Where, Trade Value, Dir, Month
END

# --- codes of countries: whose, has to be said ---

printf 'Y;V;P\n2019;5;643\n2019;6;004\n' >"$scratch/codes.csv"
says "$scratch/codes.csv" period=Y,value=V,unit=USD,flow=import,reporter=India,partner=P <<'END'
format --map
2019 | India | 643 | import |  | 5 | USD
2019 | India | 004 | import |  | 6 | USD
END
says "$scratch/codes.csv" \
    period=Y,value=V,unit=USD,flow=import,reporter=India,partner=P:country-m49 <<'END'
format --map
2019 | India | Russia | import |  | 5 | USD
2019 | India | Afghanistan | import |  | 6 | USD
END

# --- years that are not what they look like ---

printf 'Y;V\n201112;5\n' >"$scratch/fiscal.csv"
says "$scratch/fiscal.csv" period=Y,value=V,unit=USD,flow=import,reporter=India <<'END'
refused: cannot be read: `Y`: `201112` is 2011-12 as month and FY2011-12 as fiscal-year; nothing in the file tells which; write period=Y:month or period=Y:fiscal-year
END
says "$scratch/fiscal.csv" period=Y:month,value=V,unit=USD,flow=import,reporter=India <<'END'
format --map
2011-12 | India |  | import |  | 5 | USD
END
says "$scratch/fiscal.csv" period=Y:fiscal-year,value=V,unit=USD,flow=import,reporter=India <<'END'
format --map
FY2011-12 | India |  | import |  | 5 | USD
END

# --- columns that are periods, flows or partners ---

printf 'Country,2019,2020,Note\nRussia,5,..,x\nBrazil,7.5,8,\n' >"$scratch/years.csv"
says "$scratch/years.csv" melt=period,reporter=India,partner=Country,flow=export,unit=USD <<'END'
format --map
2019 | India | Russia | export |  | 5 | USD
2019 | India | Brazil | export |  | 7.5 | USD
2020 | India | Brazil | export |  | 8 | USD
END
printf 'Country,201011,201112\nRussia,5,6\n' >"$scratch/open.csv"
says "$scratch/open.csv" melt=period,reporter=India,partner=Country,flow=export,unit=USD <<'END'
refused: cannot be read: `melt=period`: `201011` is 2010-11 as month and FY2010-11 as fiscal-year; nothing in the file tells which; write melt=period:month or melt=period:fiscal-year
END
says "$scratch/open.csv" melt=period:fiscal-year,reporter=India,partner=Country,flow=export,unit=USD <<'END'
format --map
FY2010-11 | India | Russia | export |  | 5 | USD
FY2011-12 | India | Russia | export |  | 6 | USD
END
printf ',Reporter,Partner,Year,Export,Import,Total\n0,India,Russia,2020.0,3,5,8\n' >"$scratch/flows.csv"
says "$scratch/flows.csv" period=Year,reporter=Reporter,partner=Partner,melt=flow,unit=USD <<'END'
format --map
2020 | India | Russia | export |  | 3 | USD
2020 | India | Russia | import |  | 5 | USD
END
says "$scratch/flows.csv" period=Year,reporter=Reporter,partner=Partner,melt=flow:Export,unit=USD <<'END'
format --map
2020 | India | Russia | export |  | 3 | USD
END
says "$scratch/flows.csv" \
    "period=Year,reporter=Reporter,partner=Partner,melt=flow:Export=re-export+'Import',unit=USD" <<'END'
format --map
2020 | India | Russia | re-export |  | 3 | USD
2020 | India | Russia | import |  | 5 | USD
END
says "$scratch/flows.csv" period=Year,reporter=Reporter,partner=Partner,melt=flow:Exports,unit=USD <<'END'
refused: cannot be read: it has no column `exports`; its columns are , Reporter, Partner, Year, Export, Import, Total
END
printf 'Y,Export FOB,Export CIF\n2019,1,2\n' >"$scratch/twice.csv"
says "$scratch/twice.csv" period=Y,reporter=India,melt=flow,unit=USD <<'END'
refused: cannot be read: the columns `Export FOB` and `Export CIF` are both export; name those to take, as in melt=flow:Exports+Imports
END
printf 'From,India,Japan\nIndia,,7\nJapan,9,\n' >"$scratch/matrix.csv"
says "$scratch/matrix.csv" period=2019,reporter=From,melt=partner,flow=export,unit=USD <<'END'
format --map
2019 | India | Japan | export |  | 7 | USD
2019 | Japan | India | export |  | 9 | USD
END
says "$scratch/matrix.csv" melt=period,reporter=From,flow=export,unit=USD <<'END'
refused: cannot be read: melt=period: no column has the name of a period, such as 2019; its columns are From, India, Japan
END

# --- rows whose text says the flow, and rows that are none ---

cat >"$scratch/indicators.csv" <<'END'
Indicator,Unit,2019
Merchandise imports by India,a,5
Merchandise exports by India,a,6
Merchandise exports (% of world),a,7
Export volume index,a,8
Important notes,a,9
END
says "$scratch/indicators.csv" melt=period,reporter=India,flow=Indicator,unit=USD <<'END'
format --map
2019 | India |  | import |  | 5 | USD
2019 | India |  | export |  | 6 | USD
left out 2: shares, indices, quantities and balances, no values of exports or imports
problem on line 6, field 1: flow: `Important notes` is no flow that the format knows; it takes a text that names exports or imports, export, exports, X, import, imports, M, re-export*, RX, re-import*, RM
END
says "$scratch/indicators.csv" \
    "melt=period,reporter=India,flow=export,unit=USD,keep=Indicator:'*exports by*'" <<'END'
format --map
2019 | India |  | export |  | 6 | USD
left out 4: `Indicator` is not *exports by*
END
says "$scratch/indicators.csv" \
    "melt=period,reporter=India,flow=Indicator,unit=USD,drop=Indicator:'Important notes'+'* imports *'" <<'END'
format --map
2019 | India |  | export |  | 6 | USD
left out 2: shares, indices, quantities and balances, no values of exports or imports
left out 2: `Indicator` is Important notes or * imports *
END
says "$scratch/indicators.csv" melt=period,reporter=India,flow=Indicator,unit=USD,keep=Element:x <<'END'
refused: cannot be read: it has no column `element`; its columns are Indicator, Unit, 2019
END

# --- a word that is a column, and one that stands for itself ---

printf 'Year,Export,USD,USA,to\n2019,10,20,JPN,MEX\n' >"$scratch/words.csv"
says "$scratch/words.csv" period=Year,reporter=India,flow=export,value=Export,unit=USD <<'END'
format --map
2019 | India |  | export |  | 10 | USD
END
says "$scratch/words.csv" period=Year,reporter=India,flow=column:Export,value=USD,unit=USD <<'END'
format --map
problem on line 2, field 2: flow: `10` is no flow that the format knows; it takes a text that names exports or imports, export, exports, X, import, imports, M, re-export*, RX, re-import*, RM
END
says "$scratch/words.csv" period=Year,reporter=India,partner=to,flow=export,value=USD,unit=USD <<'END'
refused: cannot be read: `to` is a column and the partner Tonga; write partner=column:to or partner="Tonga"
END
says "$scratch/words.csv" \
    period=Year,reporter=India,partner=column:to,flow=export,value=USD,unit=USD <<'END'
format --map
2019 | India | Mexico | export |  | 20 | USD
END

# --- how the file is written ---

printf 'Report;2019\n1;2\nJahr;Wert\n2019;1,5\n' >"$scratch/written.csv"
says "$scratch/written.csv" \
    period=Jahr,value=Wert,reporter=Germany,flow=export,unit=EUR,separator=semicolon,header=3,decimal=comma <<'END'
format --map
2019 | Germany |  | export |  | 1,5 | EUR
END
says "$scratch/written.csv" period=Jahr,value=Wert,reporter=Germany,flow=export,unit=EUR,header=9 <<'END'
refused: has no header on line 9: none of its first 4 records starts there
END
printf 'a,b|x|y\n2019|1,000|2\n' >"$scratch/pipe.csv"
says "$scratch/pipe.csv" 'period=a,b,value=x' <<'END'
rows: --map: `b,value` is no field; there are period, reporter, partner, flow, product, value, unit, scale, melt, keep, drop, header, separator, parts, decimal, thousands and missing
END
says "$scratch/pipe.csv" \
    "period='a,b',value=x,separator=pipe,reporter=India,partner=World,flow=import,unit=USD,thousands=comma" <<'END'
format --map
2019 | India | World | import |  | 1,000 | USD
END
printf ',,\n2019,5,x\n' >"$scratch/unnamed.csv"
says "$scratch/unnamed.csv" \
    "period=column1,value='column 2',reporter=India,flow=import,unit=USD,header=1" <<'END'
format --map
2019 | India |  | import |  | 5 | USD
END
printf 'Y;Mon;V\n2019;Jan;5\n2019;Feb;6\n' >"$scratch/joined.csv"
says "$scratch/joined.csv" period=Y+Mon,value=V,reporter=India,flow=import,unit=USD <<'END'
format --map
2019-01 | India |  | import |  | 5 | USD
2019-02 | India |  | import |  | 6 | USD
END

# A year that holds for all rows, and the month of each.
printf 'Country,Month,Export,Import\nAlbania,January,1.5,2\nAlbania,Feb,,3\n' >"$scratch/months.csv"
says "$scratch/months.csv" period=2022+Month,reporter=Russia,partner=Country,melt=flow,unit=USD <<'END'
format --map
2022-01 | Russia | Albania | export |  | 1.5 | USD
2022-01 | Russia | Albania | import |  | 2 | USD
2022-02 | Russia | Albania | import |  | 3 | USD
END

# --- what is offered ---

# offers MAP: for the file on standard input.
offers() {
    cat >"$scratch/offered.csv"
    "$program" "$scratch/offered.csv" >"$scratch/rows" 2>&1
    grep -qF -e "as in --map $1" "$scratch/rows" || {
        echo "offered is not $1: $(cat "$scratch/rows")"
        failures=$((failures + 1))
    }
}
offers "melt=flow:'Exports (USD mn)'+'Imports (USD mn)',period=Year,reporter=REPORTING-COUNTRY,partner=Country,unit=" <<'END'
Year,Country,Exports (USD mn),Imports (USD mn)
2021,Russia,3254.68,9869.99
END
offers "melt=flow:Export+Import,period=Year,reporter=Reporter,partner=Partner,unit=" <<'END'
,Reporter,Partner,Year,Export,Import
0,India,Russia,2020.0,2655.52,5485.75
END
offers "melt=period,flow=EXPORT-OR-IMPORT,reporter=REPORTING-COUNTRY,partner=Country,unit=" <<'END'
Country,2020,2021
Russia,1,2
END

# --- what is no wish ---

refuses() {
    "$program" "$scratch/own.csv" "$1" >"$scratch/rows" 2>&1
    grep -qF -e "rows: --map: $2" "$scratch/rows" || {
        echo "--map $1: $(cat "$scratch/rows"), not $2"
        failures=$((failures + 1))
    }
}
refuses valu=Trade '`valu` is no field; there are period'
refuses period 'a `=` is missing behind `period`'
refuses "value='x" 'the quote behind value= is not closed'
refuses period= 'nothing stands behind period='
refuses period=Year,period=Month 'period is stated twice'
refuses "value='x'y" 'a comma is missing before `y`'
refuses value=V,scale=7 'scale=7 is none of 1, 1000'
refuses melt=colour 'melt=colour is none of melt=period'
refuses melt=flow:Sales 'the name of `Sales` tells no flow; write melt=flow:Sales=export'
refuses melt=flow:Sales=up 'melt=flow:Sales=up: `up` is no flow; write'
refuses melt=flow,flow=export 'flow is stated twice'
refuses keep=Element 'keep= goes on with a column and its words'
refuses separator=blank 'separator=blank is none of comma, semicolon, tab and pipe'
refuses header=none 'header=none is no number of a line'
refuses "value=V,unit='USD mn',scale=1000" 'with scale=1000 the unit is a currency alone'

# --- formats by name ---

baci=$folder/baci/BACI_HS17_Y2021_V202301.csv
says "$baci" '' comtrade <<'END'
refused: is not of the format comtrade (UN Comtrade): its header lacks `period`, `primaryvalue`, `reporterdesc`, `partnerdesc`; --list-formats tells how each is recognised
END
says "$baci" '' nonesuch <<'END'
refused: cannot be read as `nonesuch`: there is no such format; --list-formats lists them
END

echo "$failures failures"
exit $((failures > 0))
