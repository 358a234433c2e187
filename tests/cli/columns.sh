#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Which columns of a file count, and what their words are: units, names that are near, codes of
# products, and columns that nothing names. Each file is small enough to add up by hand.

. "$srcdir/tests/cli/lib.sh"

map='period=Year,reporter=India,partner=Partner,flow=export,unit=USD,value='

# --- units ---

cat >units.csv <<'END'
kind,period,reporter,partner,flow,value,unit,source
figure,2023,Russia,India,export,77,ton,a
figure,2023,Russia,India,import,61,USDD mn,a
figure,2023,Russia,India,export,5,mn t,a
figure,2023,Russia,India,import,6,birr,a
END
run --check units.csv
exits 1
says 'units.csv:2:7: unit: `ton` is no unit; did you mean t?'
says 'units.csv:3:7: unit: `USDD mn` is no unit; did you mean USD mn (US Dollar)?'
says 'units.csv:5:7: unit: `birr` is no unit; did you mean ETB (Ethiopian Birr)?'
says_not 'units.csv:4:'

# A currency in the header of a column is taken, and another one is refused.
printf 'Year,Partner,FOB Value (ETB),FOB Value (USD)\n2017,China,6980,288\n' >birr.csv
run --check birr.csv
says "value='FOB Value (USD)',flow=EXPORT-OR-IMPORT"
says 'unit=USD'
run --map "${map}FOB Value (ETB)" --sum=period birr.csv
exits 1
complains 'the column `FOB Value (ETB)` states ETB, and the map USD'
run --map "${map}FOB Value (USD)" --sum=period birr.csv
says '2017       1    288  USD'

# Months in a column that nothing reads are no whole and part, though 1 is the code of the world.
printf 'Year,Month,Partner,Val\n2019,1,Brazil,6980\n2019,2,Brazil,7000\n' >months.csv
run --map "${map}Val" --sum=period months.csv
exits 2
says_nothing
complains 'differ only in `Month`'
run --map "period=Year+Month,${map#period=Year,}Val" --sum=period months.csv
exits 0
says '2019-01     1  6,980  USD' '2019-02     1  7,000  USD'

# offers UNIT HEADER...: the program offers a map with that unit, which is read so; with unit=USD
# the header is refused.
offers() {
    unit=$1
    shift
    for header; do
        printf 'Year,Partner,"%s"\n2019,Brazil,5\n' "$header" >header.csv
        run --check header.csv
        says "partner=Partner,unit=$unit"
        run --map "${map}'$header'" --sum=period header.csv
        exits 1
        says_nothing
        complains "the column \`$header\` states " "and the map USD; write unit='"
        run --map "period=Year,reporter=India,flow=export,value='$header',unit=$unit" --sum=period header.csv
        exits 0
    done
}
offers "'USD thousand'" 'Value (US$ thousand)' 'Value in thousand US dollars' 'Value (1,000 US$)' 'Trade Value 1000USD'
says_line '2019 *1  *5,000  USD'
offers "'USD mn'" 'USD mn' 'Value ($m)' 'fob_usd_mn' 'Value in Mio. US$'
offers "'INR crore'" 'Rs crore' 'Value (Rs. Crores)'
says_line '2019 *1  *50,000,000  INR'
offers "'EUR mn'" 'Value (€ million)' 'Exports in millions of euros'
offers INR 'Value_INR'

printf 'Year,Partner,Value (million)\n2019,Brazil,5\n' >million.csv
run --check million.csv
says "unit='CURRENCY mn'"

# Without a scale in the header the map may say one; "per" is no unit of an amount; dollars may be
# those of other countries.
for header in 'Value (US$)' 'Value' 'Value in dollars'; do
    printf 'Year,Partner,"%s"\n2019,Brazil,5\n' "$header" >header.csv
    run --map "${map}'$header',scale=1000" --sum=period header.csv
    says_line '2019 *1  *5,000  USD'
done
printf 'Year,Partner,Value ($ mn)\n2019,Brazil,5\n' >header.csv
run --map "period=Year,reporter=India,flow=export,unit=CAD mn,value=Value (\$ mn)" --sum=period header.csv
says_line '2019 *1  *5,000,000  CAD'
printf 'Year,Exports (USD bn),Imports (USD bn)\n2019,5,4\n' >header.csv
run --map 'melt=flow,period=Year,reporter=India,unit=USD mn' --sum=period header.csv
exits 1
complains 'the column `Exports (USD bn)` states USD bn, and the map USD mn'

# A column of units that says otherwise is refused; a later row is a problem.
printf 'Year,Partner,Val,Unit\n2019,Brazil,10,USD mn\n2019,China,12,USD mn\n' >column.csv
run --map "${map}Val" --sum=period column.csv
exits 1
says_nothing
complains 'the column `Unit` states `USD mn` on line 2, and the map says USD' "write unit='USD mn'" "drop='Unit':'USD mn'"
run --map "period=Year,reporter=India,partner=Partner,flow=export,value=Val,unit=USD mn" --sum=period column.csv
says_line '2019 *2  *22,000,000  USD'
printf 'Year,Partner,Val,Unit\n2019,Brazil,10,USD\n2019,China,12,tonnes\n' >column.csv
run --map "${map}Val" --sum=period column.csv
exits 1
complains 'states `tonnes` on line 3'
run --map "${map}Val,drop='Unit':'tonnes'" --sum=period column.csv
says_line '2019 *1  *10  USD'
{ echo 'Year,Partner,Val,Unit' && yes '2019,Brazil,1,USD' | sed 100q && echo '2019,China,12,EUR' && echo '2019,Japan,7,'; } >column.csv
run --map "${map}Val" --check column.csv
exits 1
says 'column.csv:102:4: Unit in the file: `EUR` is another unit, and the map says USD; write unit='
says_not 'column.csv:103'
# The units of quantities are none of values.
printf 'Year,Partner,Quantity,Unit,Val\n2019,Brazil,3,KGS,10\n' >column.csv
run --map "${map}Val" --sum=period column.csv
exits 0
says_line '2019 *1  *10  USD'

# A line of units below the header.
printf 'Year,Partner,Val\n,,USD million\n2019,Brazil,5\n' >units.csv
run --map "${map}Val" --sum=period units.csv
exits 1
says_nothing
complains "the line of units, line 2, states USD mn for \`Val\`, and the map USD; write unit='USD mn'"

# --- a total under a word that is not known: counted once, and said ---

printf 'Year,Partner,Val\n2019,Brazil,10\n2019,China,20\n2019,Japan,5\n2019,Zusammenfassung,35\n' >likely.csv
run --map "${map}Val" --sum=period likely.csv
exits 0
says_line '2019 *3  *35  USD'
complains 'likely.csv: left out: 1 row likely the total of other partners' \
    'likely.csv: line 5, `Zusammenfassung`, equals the sum of others, so is likely their total' \
    '--sum with --all-rows adds it'
run --map "${map}Val" --sum=period --all-rows likely.csv
says_line '2019 *4  *70  USD'
run --map "${map}Val" --print=balance --pair=India:World likely.csv
says '  2019            35 '
complains 'likely.csv: note: line 5, `Zusammenfassung`, equals the sum of others'
# It is judged by the whole file, whatever a filter leaves.
run --map "${map}Val" --sum=period -f 'not partner=Japan' likely.csv
says_line '2019 *2  *30  USD'
complains '1 row likely the total of other partners'
# Alone it is a row like others.
run --map "${map}Val" --sum=partner likely.csv
says_line 'Zusammenfassung *1  *35  USD'
run --map "${map}Val" --sum=period -f 'not partner="Zusammenfassung"' likely.csv
says_line '2019 *3  *35  USD'
complains_not
printf 'Year,Partner,Goods,Val\n2019,Brazil,Oil,10\n2019,Brazil,Tea,20\n2019,Brazil,Rice,5\n2019,Brazil,Merchandise in all,35\n' >likely.csv
run --map "${map}Val,product=Goods" --sum=partner likely.csv
says_line 'Brazil *3  *35  USD'
complains 'line 5, `Merchandise in all`, equals the sum of others'
# A total of the rows before it, beside one of all.
printf 'Year,Partner,Val\n2019,Germany,10\n2019,France,20\n2019,Old Europe,30\n2019,Japan,5\n2019,Alles,35\n2020,Germany,11\n2020,France,20\n2020,Old Europe,31\n2020,Japan,5\n2020,Alles,36\n' >likely.csv
run --map "${map}Val" --sum=period likely.csv
says_line '2019 *3  *35  USD' '2020 *3  *36  USD'
# A sum of two in one of two periods may be chance, one of three in one of two is said.
printf 'Year,Partner,Val\n2019,Brazil,10\n2019,China,20\n2019,Japan,5\n2019,Alles,35\n2018,Brazil,1\n2018,China,2\n2018,Japan,3\n2018,Alles,7\n' >likely.csv
run --map "${map}Val" --sum=period likely.csv
says_line '2018 *4  *13  USD' '2019 *4  *70  USD'
complains 'line 5, `Alles`, equals the sum of others' 'which may be chance, so it is added' \
    "-f 'not partner=\"Alles\"'"
# A known country, one more than the sum, and a sum of two only are as they are.
printf 'Year,Partner,Val\n2019,Brazil,10\n2019,China,20\n2019,Japan,5\n2019,India,35\n2018,Brazil,1\n2018,China,2\n2018,Alles,3\n2017,Brazil,1\n2017,China,2\n2017,Japan,5\n2017,Alles,9\n' >likely.csv
run --map "${map}Val" --sum=period likely.csv
complains_not

# --- names that are near ---

printf 'Year,Partner,Value (€),Value ($)\n2019,Brazil,450,500\n' >near.csv
run --map "${map}Value (\$)" --sum=period near.csv
exits 0
says '2019       1    500  USD'
run --map "${map}Value (€)" --sum=period near.csv
exits 1
complains 'the column `Value (€)` states EUR, and the map USD'
run --map "period=Year,reporter=India,flow=export,unit=EUR,value=Value (€)" --sum=period near.csv
says '2019       1    450  EUR'
run --map "${map}value" --sum=period near.csv
exits 1
complains '`value` may be each of the columns `Value (€)`, `Value ($)`; name one'
run --map "${map}'Value (£)'" --sum=period near.csv
exits 1
complains 'has no column `Value (£)`'

# --- codes that lost a zero ---

product='period=Year,reporter=India,flow=export,unit=USD,value=Val,product='
printf 'Year,HSCode,Val\n2019,3,6\n2019,27,40\n2019,30,13\n2019,84,20\n' >lost.csv
run --map "${product}HSCode" --sum=period lost.csv
says '2019       4     79  USD'
run --map "${product}HSCode" --check lost.csv
says 'note: `HSCode`: codes of the Harmonized System that lost a zero: `3` is 03'
printf 'Year,Code,Val\n2019,3,6\n2019,333,6\n' >open.csv
run --map "${product}Code" --sum=period open.csv
exits 1
complains '`3` may be 03 of the Harmonized System'
complains "product='Code:code'"
run --map "${product}Code:code" --sum=period open.csv
says '2019       1      6  USD'
run --map "${product}Code:hs" --sum=period open.csv
says '2019       1      6  USD'
printf 'Year,HSCode,Val\n2019,30,6\n2019,1.0063E+05,7\n' >rounded.csv
run --map "${product}HSCode" --check rounded.csv
exits 1
says 'rounded.csv:3:2: product: `1.0063E+05` was a code before a spreadsheet rounded it'
printf 'Year,HSCode,Val\n2019,HS7304,100\n2019,HS730411,60\n2019,7304 ,100\n' >dressed.csv
run --map "${product}HSCode" --sum=period dressed.csv
says '2019       1    100  USD'

# --- columns that nothing names ---

flow='period=year,reporter=reporter,partner=partner,value=val,flow=export,unit=USD'
cat >second.csv <<'END'
year,reporter,partner,partner2,val
2022,Germany,Russia,World,26
2022,Germany,Russia,Poland,10
2022,Germany,Russia,Belarus,15
END
run --map "$flow" --sum=period second.csv
exits 0
says '2022       1     26  USD'
complains 'left out: 2 rows that only a column which no field names tells apart'
sed '2d' second.csv >parts.csv
run --map "$flow" --sum=period parts.csv
exits 2
complains 'parts.csv: 2 rows on the same trade and period differ only in `partner2`, which no field names'
run --map "$flow" --print=balance parts.csv
exits 1
says_not '25'
complains "say with --map parts='partner2' that they add up"
run --map "$flow" --headless=100x20 parts.csv
says 'differ only in `partner2`'
run --map "$flow,parts=partner2" --sum=period parts.csv
exits 0
says '2022       2     25  USD'
# A row that states all parts is not added to them: 10 + 15 = 25. Other words are parts.
for all in Total World 'TOTAL FOR ALL PORTS'; do
    sed "\$a 2022,Germany,Russia,$all,25" parts.csv >all.csv
    run --map "$flow,parts=partner2" --sum=period all.csv
    exits 0
    says '2022       1     25  USD'
    complains 'left out: 2 rows of parts of a trade, beside the row for all of them'
done
run --sum=period "$srcdir/tests/formats/layouts/us-census-api/districts.csv"
says '2019-02     1      5  USD'
sed '$a 2022,Germany,Russia,All others,25' parts.csv >all.csv
run --map "$flow,parts=partner2" --sum=period all.csv
says '2022       3     50  USD'
run --map "$flow" -f 'partner2=Poland' --sum=period parts.csv
exits 0
says '2022       1     10  USD'
run --map "$flow" --sum=period --all-rows parts.csv
says '     2     25  USD'
# A row is the whole also where its word does not say so: 5 + 7 = 12.
printf 'year,reporter,partner,what,val\n2022,India,Russia,a,5\n2022,India,Russia,b,7\n2022,India,Russia,c,12\n' >sum.csv
run --map "$flow" --sum=period sum.csv
exits 0
says '2022       1     12  USD'
complains 'left out: 2 rows'

# The multiplier of a unit is lost: the values may be thousands.
cut -d, -f1-18,20- "$srcdir/tests/formats/layouts/sdmx/names.csv" >sdmx.csv
run --sum=period sdmx.csv
exits 0
complains 'has no multiplier beside it, in a column unitmult'
run --sum=period "$srcdir/tests/formats/layouts/sdmx/names.csv"
complains_not

finish
