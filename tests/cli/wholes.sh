#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Wholes and their parts under the words that files have for them: each is counted once. The numbers
# are sums by hand.
. "${srcdir:-.}/tests/cli/lib.sh"

map=period=Year,value=Val,flow=export,reporter=India,unit=USD

# products WORD=VALUE...: makes a file of one year with a row for each.
products() {
    echo 'Year;Item;Val'
    for row; do
        printf '2019;"%s";%s\n' "${row%=*}" "${row##*=}"
    done
}
# adds_products SUM ROW...
adds_products() {
    sum=$1
    shift
    products "$@" >products.csv
    run --map "$map,partner=World,product=Item" --sum=period products.csv
    exits 0
    says_line "2019 *[0-9]*  *$sum  USD"
    run --map "$map,partner=World,product=Item" --print=balance products.csv
    says "$sum"
}

# Labels that begin with a code.
adds_products 150 '27 - Mineral fuels=100' '2709 - Crude=60' '2710 - Refined=40' '84 - Machines=50'
complains_not
run --map "$map,partner=World,product=Item" --sum=period products.csv
complains '2 rows on products within others that are added'
adds_products 150 '27: Fuels=100' '27.09: Crude=60' '84: Machines=50'
adds_products 150 '27. Fuels=100' '2709. Crude=60' '84. Machines=50'
adds_products 150 '27 – Fuels=100' '2709 – Crude=60' '84 – Machines=50'
adds_products 150 '[27] Fuels=100' '[2709] Crude=60' '[84] Machines=50'
adds_products 150 '27 Fuels=100' '2709 Crude=60' '84 Machines=50'
adds_products 150 'Fuels (27)=100' 'Crude (2709)=60' 'Machines (84)=50'
adds_products 150 'HS 27=100' 'HS 2709=60' 'HS 84=50'
adds_products 150 'HS27 - Fuels=100' 'HS2709 - Crude=60' 'HS84 - Machines=50'
adds_products 170 'Section V=120' 'Chapter 27=100' 'Chapter 25=20' 'Heading 2709=60' 'Chapter 84=50'
adds_products 170 'Section V - Minerals=120' '27 - Fuels=100' '2709 - Crude=60' '84 - Machines=50'
adds_products 170 '25-27_Minerals=120' '27 - Fuels=100' '84 - Machines=50'
# Sections of another classification, and numbers that are no codes.
adds_products 9 'Section A=1' 'Section B=2' 'Section I=3' '01 - Crops=1' '55 - Inns=2'
adds_products 15 '2 wheelers=7' '27 seaters=5' 'Buses=3'

# Parts of the row before.
adds_products 150 'Fuels=100' 'of which: crude=60' 'o/w refined=30' 'Machines=50'
adds_products 150 'Fuels=100' 'Of which crude=60' 'incl. gas=10' 'including coal=10' 'Machines=50'
adds_products 150 'Fuels=100' 'darunter Öl=60' 'dont: gaz=10' 'Machines=50'
adds_products 150 'Fuels=100' '  Crude=60' '  Refined=40' 'Machines=50'
adds_products 150 'Fuels=100' '  Crude=60' '    Light=35' '    Heavy=25' 'Machines=50'
adds_products 150 'Fuels=100' '  Crude=60' 'Machines=50'
# Blanks in front that mean nothing: what they stand before is more than the row above.
adds_products 250 'Tea=50' '  Rice=200'
# "Other" is below several heads, and the parts of none exceed it.
printf 'Item,Year,Val\nFood,2019,10\n  Fish,2019,6\n  Other,2019,4\nFuels,2019,9\n  Crude,2019,5\n  Other,2019,4.0\n' >others.csv
run --map "$map,partner=World,product=Item" --sum=period others.csv
exits 0
says '2019       2     19  USD'
complains 'left out: 4 rows on products within others that are added'
# A row that is the sum of two others once may be so by chance: it is added, and said.
printf 'Item,Year,Val\nCrude,2019,2.5\nGas,2019,3.25\nFuels,2019,5.75\n' >once.csv
run --map "$map,partner=World,product=Item" --sum=period once.csv
exits 0
complains 'line 4, `Fuels`, equals the sum of others, which may be chance, so it is added'

# The same without quotes, in the first column, and exported as it was.
printf 'Item,Year,Val\nFuels,2019,  100\n  Crude,2019,   60\n\302\240\302\240Refined,2019,40\nMachines,2019,50\n' >indents.csv
run --map "$map,partner=World,product=Item" --sum=period indents.csv
says_line '2019 *2  *150  USD'
run --map "$map,partner=World,product=Item" --export=csv indents.csv
says_line '"  Crude",2019,60'
run --map "$map,partner=World,product=Item" --sum=period -f Item=Crude indents.csv
says_line '2019 *1  *60  USD'

# Totals of some rows.
adds_products 30 'Rice=10' 'Tea=20' 'Total food=30'
adds_products 35 'Rice=10' 'Tea=20' 'Food, total=30' 'Oil=5'
# More than the others: no total of them.
adds_products 130 'Rice=10' 'Tea=20' 'Total fuels=100'

# partners WORD=VALUE...
partners() {
    echo 'Year;Partner;Val'
    for row; do
        printf '2019;"%s";%s\n' "${row%=*}" "${row##*=}"
    done
}
adds_partners() {
    sum=$1
    shift
    partners "$@" >partners.csv
    run --map "$map,partner=Partner" --sum=period partners.csv
    exits 0
    says_line "2019 *[0-9]*  *$sum  USD"
    run --map "$map,partner=Partner" --print=balance --pair=India:World partners.csv
    says "$sum"
}
adds_partners 30 'Brazil=10' 'China=20' 'Total Asia=20'
adds_partners 30 'Brazil=10' 'China=20' 'of which: Hong Kong=5'
adds_partners 30 'Brazil=10' 'China=20' 'o/w Tibet=5'
adds_partners 100 'Total=100' 'Brazil=10' 'China=90'
complains '`Total` is read as the total of all partners'
run --map "$map,partner=Partner" --check partners.csv
says '`Total` is read as the total of all partners'

# A column that numbers many rows tells none apart; one of a few may be months.
numbered() {
    awk -v count="$1" 'BEGIN { print "No,Year,Partner,Val"
        for (i = 1; i <= count; i++) print i ",2019,Brazil," i + 5 }'
}
numbered 120 >numbered.csv
run --map "$map,partner=Partner" --sum=period numbered.csv
exits 0
says_line '2019 *120  *7,860  USD'
numbered 12 >numbered.csv
run --map "$map,partner=Partner" --sum=period numbered.csv
exits 2
complains 'differ only in `No`'

# Groups of countries, in the words of offices and of spreadsheets, are never added to their members.
{
    printf 'Year;Partner;Val\n2019;Germany;10\n2019;China;20\n'
    while read -r group; do
        printf '2019;"%s";7\n' "$group"
    done <<'GROUPS'
EU27
EU27_2020
EXT_EU27_2020
INT_EU27_2020
EU28
EU25
EU15
EU_V
EXT_EU28
EXT_EU
INTRA_EU
INTRA-EU
Intra-EU27
Extra-EU27
EXTRA-EU
Extra EU-27
INTRA_EU27_2020
EU27_2020_INTRA
EU27_2020_EXTRA
EU-27
EU (27)
European Union
European Union (27)
European Union - 27 countries (from 2020)
Euro area
EA19
EA20
EA18
EA
Euro area - 19 countries (from 2015)
Eurozone
EXT_EA19
EXT_EA20
MERCOSUR
Mercosur
ACP
APEC
NATO
OPEC
OPEC+
CIS
CIS countries
CACM
LAFTA
LAIA
CAFTA-DR
CAFTA
NICs
Pacific Rim
Asia - South
Asia - Near East
South/Central America
Sub Saharan Africa
Sub-Saharan Africa
ASEAN
BRICS
G7
G20
OECD
EFTA
NAFTA
USMCA
SAARC
GCC
Arab League
African Union
ECOWAS
COMESA
SADC
EAEU
Eurasian Economic Union
RCEP
CPTPP
Africa
Asia
Europe
Oceania
North America
Latin America
Latin America and the Caribbean
Middle East
Middle East & North Africa
East Asia & Pacific
Europe & Central Asia
South Asia
LDCs
Least developed countries
Developing countries
Developed economies
High income
Low income
OECD members
Twenty Latin American Republics
G-20
Visegrad Group
Nordic countries
Baltic states
Benelux
Commonwealth of Independent States
Central American Common Market
Andean Community
CARICOM
Pacific Alliance
EU-28 extra
Extra EU27 (from 2020)
Extra-EU28
EU27_2020 - European Union - 27 countries (from 2020)
EXT_EU27_2020 - Extra-EU27 (from 2020)
Western Hemisphere
Advanced economies
Emerging and developing economies
Emerging market and developing economies
Europe and Central Asia
Asia and Pacific
Asia (excl. China)
Total EU
Total OPEC
Arab World
World excl. EU
Non-EU
Non EU
Non-EU countries
non-OPEC
Extra-EU
Third countries
GROUPS
} >groups.csv
run --map "$map,partner=Partner" --sum=period groups.csv
exits 0
says_line '2019 *2  *30  USD'
complains '125 rows on groups of countries'
run --map "$map,partner=Partner" --print=balance --pair=India:World groups.csv
says '  2019            30 '
# What is left over is a partner of its own.
adds_partners 30 'Brazil=10' 'Rest of the World=8' 'Areas, nes=7' 'Other countries=5'
# The words of ten languages for all partners.
for word in World 'Total, all countries' Monde Mundo Mondo Welt Gesamt Insgesamt Toplam Totaal \
    'Total général' Всего Итого 总计 合計 합계 Razem Ogółem Összesen Yhteensä المجموع कुल; do
    adds_partners 12 Brazil=5 China=7 "$word=12"
done

# Exports and imports in one sum are said.
printf 'Year,Flow,Val\n2019,Export,10\n2019,Import,4\n' >flows.csv
map=period=Year,value=Val,flow=Flow,reporter=India,partner=World,unit=USD
run --map "$map" --sum=period flows.csv
says_line '2019 *2  *14  USD'
complains 'flows.csv: exports and imports are added up; with flow in --sum they stand apart'
cat >flows-claimed.csv <<'END'
id,kind,period,reporter,partner,flow,measure,value,unit
a,figure,2023,India,Russia,export,value,4,USD bn
b,figure,2023,India,Russia,import,value,61,USD bn
END
run --sum=period flows-claimed.csv
complains 'flows-claimed.csv: exports and imports are added up'
run --sum=period,flow flows-claimed.csv
complains_not
run --map "$map" --sum=period,flow flows.csv
complains_not

# Totals behind a code, under a code of zeros, and of reporters.
map=period=Year,value=Val,flow=export,reporter=India,unit=USD
adds_products 15 27=10 84=5 '99 - Total=15'
adds_products 15 27=10 84=5 00=15
printf 'Year,Rep,Partner,Val\n2019,India,Peru,10\n2019,China,Peru,5\n2019,Both of them,Peru,15\n' >reporters.csv
run --map period=Year,value=Val,flow=export,reporter=Rep,partner=Partner,unit=USD --sum=period reporters.csv
says_line '2019 *2  *15  USD'
complains '1 row of groups of reporters, beside reporters'

finish
