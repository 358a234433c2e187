#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A table of unknown layout is shown with the --map that would make it statistics. What the file
# says is filled in; what it does not say is asked for. With the questions answered, the map works
# when it is pasted. The sums were added up by hand.

. "${srcdir:-.}/tests/cli/lib.sh"

# offers FILE MAP: the map that is offered for it, up to the doubts.
offers() {
    run --check "$1"
    exits 1
    offer=$(sed -n 's/.* as in --map //p' "$scratch/.stdout" | sed 's/; .*//')
    [ "$offer" = "$2" ] || wrong "offers $offer"
}

# doubts TEXT: it is named behind the map.
doubts() {
    grep -qF -e "$1" "$scratch/.stdout" || wrong "does not say: $1"
}

# sums ANSWERS COLUMNS: the offer with its questions answered, in words of sed, is pasted; the sums
# equal standard input.
sums() {
    eval "run --sum=$2 --export=csv --map $(echo "$offer" | sed "$1") $file"
    exits 0
    says_exactly
}

# --- flows side by side, years and months in columns of their own ---

file=months.csv
cat >$file <<'END'
Country,Year,Month,Imports (USD mn),Exports (USD mn),Total Trade
China,2023,1,5,7,12
China,2023,2,6,8,14
India,2023,1,1,2,3
India,2023,2,1.5,2.5,4
END
offers $file "melt=flow:'Imports (USD mn)'+'Exports (USD mn)',period=Year+Month,reporter=REPORTING-COUNTRY,partner=Country,unit='USD mn'"
doubts "if each row is a country's trade with the world, write reporter=Country,partner=World"
doubts 'write what the file does not say for the words in capitals'
sums s/REPORTING-COUNTRY/Singapore/ period,flow <<'END'
period,flow,rows,value,unit
2023-01,export,2,9000000,USD
2023-01,import,2,6000000,USD
2023-02,export,2,10500000,USD
2023-02,import,2,7500000,USD
END

# Pasted as it is, it asks again.
run --map 'melt=flow,period=Year+Month,reporter=REPORTING-COUNTRY,partner=Country,unit=USD' --check $file
exits 1
says 'has no column `REPORTING-COUNTRY`, and that is no reporter'

# --- a unit in the names of the columns, beside weights that are no trade ---

file=thousands.csv
cat >$file <<'END'
ScrapedAt,Year,Country,Goods,ExportWeightTon,ExportValueKUSD,ImportWeightTon,ImportValueKUSD
2025-01-06 02:45,2024,Chile,Coffee,1.0,200,5.0,300
2025-01-06 02:45,2024,Peru,Coffee,2.0,50,1.0,70
END
offers $file "melt=flow:ExportValueKUSD+ImportValueKUSD,period=Year,reporter=REPORTING-COUNTRY,partner=Country,product=Goods,unit='USD thousand'"
sums s/REPORTING-COUNTRY/Korea/ flow <<'END'
flow,rows,value,unit
export,2,250000,USD
import,2,370000,USD
END

# --- where goods come from and go to ---

file=pairs.csv
cat >$file <<'END'
year,iso_o,iso_d,tradeflow_usd,distw,gdp_o
1995,GTM,ARG,841,6446.8,12
1995,ARG,GTM,2146,6446.8,250
END
offers $file "period=year,value=tradeflow_usd,flow=export,reporter=iso_o,partner=iso_d,unit=USD"
doubts 'each row is taken for an export of its reporter'
sums '' reporter,partner,flow <<'END'
reporter,partner,flow,rows,value,unit
Argentina,Guatemala,export,1,2146,USD
Guatemala,Argentina,export,1,841,USD
END

# An importer is a country, and no value of imports.
file=parties.csv
cat >$file <<'END'
Date,Exporter,Importer,Product,Quantity,Value_USD
2026-01-01,Costa Rica,USA,Coffee,5000,15000
2026-01-02,Germany,Japan,Machinery,200,500000
END
offers $file 'period=Date,value=Value_USD,flow=export,reporter=Exporter,partner=Importer,product=Product,unit=USD'

# --- a flow in a column, and balances beside it ---

file=flows.csv
cat >$file <<'END'
COUNTRY,COUNTERPART_COUNTRY,TRADE_FLOW,group,date,trade_value_usd
India,Qatar,Trade balance goods,Other,2010-M01,
India,Qatar,Exports of goods,Other,2010-M01,22.5
India,Qatar,Imports of goods,Other,2010-M01,300
END
offers $file 'period=date,value=trade_value_usd,flow=TRADE_FLOW,reporter=COUNTRY,partner=COUNTERPART_COUNTRY,unit=USD'
sums '' flow <<'END'
flow,rows,value,unit
export,1,22.5,USD
import,1,300,USD
END

# --- series of exports and imports among others ---

file=series.csv
cat >$file <<'END'
series_name,value,date
Exports of Goods,2194,2013-07
Imports of Goods,3500,2013-07
Capital Account,12,2013-07
Workers' Remittances,1400,2013-07
Financial Account,7,2013-07
END
offers $file "period=date,value=value,flow=series_name,keep=series_name:'*export*'+'*import*',reporter=REPORTING-COUNTRY,unit=UNIT-OF-VALUES"
sums "s/REPORTING-COUNTRY/Pakistan/;s/UNIT-OF-VALUES/'USD mn'/" flow <<'END'
flow,rows,value,unit
export,1,2194000000,USD
import,1,3500000000,USD
END

# --- years in names; different things by year are no periods ---

file=val.csv
printf 'countryid,rank,val2013,val2014\nCanada,1,5,6\nMexico,2,7,9\n' >$file
offers $file 'melt=period:year-in-name,flow=EXPORT-OR-IMPORT,reporter=REPORTING-COUNTRY,partner=countryid,unit=UNIT-OF-VALUES'
sums 's/EXPORT-OR-IMPORT/export/;s/REPORTING-COUNTRY/USA/;s/UNIT-OF-VALUES/USD/' period <<'END'
period,rows,value,unit
2013,2,12,USD
2014,2,15,USD
END
printf 'Country,pop_2017,gdp_2017,gdp_2018,Exports,Imports\nPeru,1,2,3,4,5\nChile,1,2,3,4,5\n' >mixed.csv
offers mixed.csv 'melt=flow:Exports+Imports,period=YEAR-OF-DATA,reporter=REPORTING-COUNTRY,partner=Country,unit=UNIT-OF-VALUES'

file=blocks.csv
printf 'Country,Exports_2019,Imports_2019,Exports_2020,Imports_2020\nPeru,1,2,3,4\nChile,5,6,7,8\n' >$file
offers $file 'melt=period:year-in-name,melt=flow,reporter=REPORTING-COUNTRY,partner=Country,unit=UNIT-OF-VALUES'
sums 's/REPORTING-COUNTRY/USA/;s/UNIT-OF-VALUES/USD/' period,flow <<'END'
period,flow,rows,value,unit
2019,export,2,6,USD
2019,import,2,8,USD
2020,export,2,10,USD
2020,import,2,12,USD
END
printf 'Partner,Value,1997JAN,1997FEB\nPeru,x,1,2\n' >months.csv
offers months.csv 'melt=period,flow=EXPORT-OR-IMPORT,reporter=REPORTING-COUNTRY,partner=Partner,unit=UNIT-OF-VALUES'
printf 'Country,2081/082_import,2081/082_export,2080/081_import\nPeru,1,2,3\n' >nepal.csv
offers nepal.csv "melt=flow:'2081/082_import'+'2081/082_export',period=YEAR-OF-DATA,reporter=REPORTING-COUNTRY,partner=Country,unit=UNIT-OF-VALUES"
doubts "'2080/081_import' is of one of these flows too"

# --- shares and constant prices are no values of trade; KG is a unit, and no Kyrgyzstan ---

printf 'Entity,Year,Exports of goods (constant 2015 US$)\nPeru,2019,5\n' >constant.csv
offers constant.csv 'period=Year,value=COLUMN-OF-VALUES,flow=EXPORT-OR-IMPORT,reporter=REPORTING-COUNTRY,partner=Entity,unit=UNIT-OF-VALUES'
doubts "'Exports of goods (constant 2015 US$)' states no value of trade"
printf 'Year,Product,Unit,import_value\n2019,Rice,KG,5\n2019,Tea,KG,6\n' >units.csv
offers units.csv 'period=Year,value=import_value,flow=import,reporter=REPORTING-COUNTRY,product=Product,unit=UNIT-OF-VALUES'

# --- a table of reporters by partners ---

file=matrix.csv
printf ',China,India,USA\nChina,0,5,7\nIndia,3,0,2\nUSA,8,4,0\n' >$file
offers $file 'melt=partner,period=YEAR-OF-DATA,flow=export,reporter=column1,unit=UNIT-OF-VALUES'
sums 's/YEAR-OF-DATA/2019/;s/UNIT-OF-VALUES/USD/' reporter <<'END'
reporter,rows,value,unit
China,3,12,USD
India,3,5,USD
United States,3,12,USD
END

# --- of two currencies the dollar; a classification, a mass and a gap are no values ---

file=shilling.csv
cat >$file <<'END'
Year,Month,Destination,HS Code,FOB Value (KES),FOB Value (USD)
2007,1,Djibouti,07082000,900,100
2007,2,Sudan,07082000,1800,200
END
offers $file "period=Year+Month,value='FOB Value (USD)',flow=EXPORT-OR-IMPORT,reporter=REPORTING-COUNTRY,partner=Destination,product='HS Code',unit=USD"
doubts "the value may also be in 'FOB Value (KES)'"
printf ',BEC,USD,Country,Year,"import, export"\n0,1,5.5,Peru,2019,export\n1,2,6,Chile,2019,import\n' >bec.csv
offers bec.csv "period=Year,value=USD,flow='\"import, export\"',reporter=REPORTING-COUNTRY,partner=Country,product=BEC,unit=USD"
file=bec.csv
sums s/REPORTING-COUNTRY/Korea/ flow <<'END'
flow,rows,value,unit
export,1,5.5,USD
import,1,6,USD
END
printf 'year,direction,HS4,mass\n2019,import,7208,5\n2019,export,7208,6\n' >mass.csv
offers mass.csv 'period=year,value=COLUMN-OF-VALUES,flow=direction,reporter=REPORTING-COUNTRY,product=HS4,unit=UNIT-OF-VALUES'

# --- a decimal sign that the numbers do not tell, and one that another column tells ---

printf 'month,Export,Import\n2013-01,"11,776","10,010"\n2013-02,"8,747","7,808"\n' >open.csv
offers open.csv 'melt=flow:Export+Import,period=month,reporter=REPORTING-COUNTRY,unit=UNIT-OF-VALUES,decimal=COMMA-OR-POINT'
doubts 'for COMMA-OR-POINT write comma if `11,776` is less than a thousand, else point'
file=told.csv
printf 'Year,Country,Weight,ExportUSD,ImportUSD\n2024,Peru,"4,896.5","1,351","1,200"\n2024,Chile,"1,099.4","2,000","3,000"\n' >$file
offers $file 'melt=flow:ExportUSD+ImportUSD,period=Year,reporter=REPORTING-COUNTRY,partner=Country,unit=USD,decimal=point'
sums s/REPORTING-COUNTRY/Korea/ flow <<'END'
flow,rows,value,unit
export,2,3351,USD
import,2,4200,USD
END

# --- numbers of countries, and the only words that are left ---

file=numbers.csv
printf 'refPeriod,reporterCode,partnerCode,flowCode,cmdCode,primaryValue\n2019,699,156,M,0101,5\n2019,156,699,X,0101,7\n' >$file
offers $file 'period=refPeriod,value=primaryValue,flow=flowCode,reporter=reporterCode:country-comtrade,partner=partnerCode:country-comtrade,product=cmdCode,unit=UNIT-OF-VALUES'
doubts 'numbers of countries are read as those of UN Comtrade'
sums s/UNIT-OF-VALUES/USD/ reporter,partner,flow <<'END'
reporter,partner,flow,rows,value,unit
China,India,export,1,7,USD
India,China,import,1,5,USD
END
printf 'Country,Food,Year,Import\nPalau,Fish,2002,545\nPalau,Oils,2002,405\nTonga,Oils,2002,405\n' >food.csv
offers food.csv 'period=Year,value=Import,flow=import,reporter=REPORTING-COUNTRY,partner=Country,product=Food,unit=UNIT-OF-VALUES'
doubts 'Food is taken for the product; leave it out if it is none'

# --- years that are written once for all their months ---

printf 'Year,Month,Exports,Imports\n2025,2025-03,1,2\n,2025-02,3,4\n,2025-01,5,6\n' >merged.csv
offers merged.csv 'melt=flow:Exports+Imports,period=Month,reporter=REPORTING-COUNTRY,unit=UNIT-OF-VALUES'

# --- a year in the name of the only column of values ---

printf 'country_home,country_host,import2009\nTurkey,Peru,5\nTurkey,Chile,6\nTurkey,Italy,7\n' >home.csv
offers home.csv 'period=2009,value=import2009,flow=import,reporter=country_home,partner=country_host,unit=UNIT-OF-VALUES'

# --- no header ---

printf '1991,abw,usa,2628472,0\n1992,abw,col,0,18709402\n' >headless.csv
run --check headless.csv
exits 1
says 'the first line seems to be data: write the names of the columns above it'

# --- a table of something else ---

printf 'name,age\nAda,36\n' >people.csv
run --check people.csv
exits 1
says 'see MAPPINGS in tradescope-format(5): no column is recognised as one of periods, countries'
says_not --map

printf 'Product,Albania,Algeria,Kazakhstan\n7201,0,4,1\n' >products.csv
offers products.csv 'melt=partner,period=YEAR-OF-DATA,flow=EXPORT-OR-IMPORT,reporter=REPORTING-COUNTRY,product=Product,unit=UNIT-OF-VALUES'

# --- an importer is no import ---

printf 'Imp_Value,Importer,Exporter,Trade_Year,NTB_Importer,NTB_Exporter\n255,Mexico,Australia,2018,1,3.5\n' >ntb.csv
offers ntb.csv 'period=Trade_Year,value=Imp_Value,flow=export,reporter=Exporter,partner=Importer,unit=UNIT-OF-VALUES'

# --- the name of a file, and a line of units, are all that tells ---

mkdir folder
file=folder/exports.csv
printf 'Country,Year,Value,Rank\n,,US $ Millions,\nPeru,2019,5,1\nChile,2019,6,2\n' >$file
offers $file "period=Year,value=Value,flow=export,reporter=REPORTING-COUNTRY,partner=Country,unit='USD mn'"
doubts 'export is from the name of the file alone'
cp $file UNdata_Export.csv
offers UNdata_Export.csv "period=Year,value=Value,flow=EXPORT-OR-IMPORT,reporter=REPORTING-COUNTRY,partner=Country,unit='USD mn'"

finish
