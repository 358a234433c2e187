#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# --print=PAGE with --export=FORMAT writes each page as a table: every digit in CSV and JSON, one
# unit in text and Markdown, and what is doubtful beside it. The numbers were worked out by hand.
. "${srcdir:-.}/tests/cli/lib.sh"

cat >trade.csv <<'END'
Year,Reporter,Partner,Flow,Value
2018,India,Russia,Export,1500.5
2018,India,Russia,Import,6000.25
2018,India,China,Export,16000
2018,India,China,Import,90000
2019,India,Russia,Export,3000
2019,India,Russia,Import,7000
2019,India,China,Export,17000
2019,India,China,Import,70000
2019,Russia,India,Export,6500
2019,Russia,India,Import,3300
END
map='period=Year,reporter=Reporter,partner=Partner,flow=Flow,value=Value,scale=1000000'

pages() {
    run --map "$map" --pair India:Russia "$@" trade.csv
}

# --- partners: -53,000 of -57,000 is 93.0 %, and -4,000 is 7.0 % ---

pages --print=partners --period 2019
exits 0
complains_not
says 'By partner' 'period: 2019' 'reporter: India' 'file: trade.csv, 10 rows' \
    'balance of the whole: -$57,000mn' 'made by tradescope'
says_line 'partner  exports, US$ mn  imports, US$ mn  balance, US$ mn  share of whole, %  file'
says_line 'China          17,000.00        70,000.00       -53,000.00               93.0  trade.csv'
says_line 'Russia          3,000.00         7,000.00        -4,000.00                7.0  trade.csv'
pages --print=partners --period 2018 --export=csv
exits 0
says_line 'Russia,1500500000,6000250000,-4499750000,5.7321[0-9]*,trade.csv'
complains 'balance of the whole: -$78,499.75mn'

# A file of imports alone has no balance: 6000.25 of 96000.25 is 6.25 %.
grep -v Export trade.csv >imports.csv
run --map "$map" --pair India:Russia --print=partners --period 2018 imports.csv
exits 0
says 'imports of the whole: $96,000.25mn'
says_line 'Russia                 -         6,000.25                -                6.3  imports.csv'

# --- mirror: 7000 / 6500 and 3300 / 3000 ---

pages --print=mirror --export=md
exits 0
says '| 2019 | import | 7,000.00 | 6,500.00 | 1.077 |' '| 2019 | export | 3,000.00 | 3,300.00 | 1.100 |' \
    '| 2018 | import | 6,000.25 | – | – | no mirror |' '| --- | --- | ---: | ---: | ---: |'

# --- trend: 100 (3000 / 1500.5 - 1) = 99.93, 100 (7000 / 6000.25 - 1) = 16.66 ---

pages --print=trend --export=tsv
exits 0
says_line "2019	3000000000	99.93335554815[0-9]*	7000000000	16.66180575809[0-9]*	-4000000000	499750000	"
pages --print=trend
says_line '2019    *3,000  *99.93  *7,000  *16.66  *-4,000  *499.75'

# --- every page in every format, on the shipped data; a JSON reader agrees that it is JSON ---

for page in balance path figures events source problems checks rows trend sources; do
    for format in csv tsv json md html txt; do
        [ "$page" != rows ] || set -- "$srcdir/data/india-russia.csv"
        run --print=$page --export=$format "$@"
        exits 0
        [ $format != json ] || ! command -v python3 >/dev/null ||
            python3 -c 'import json,sys; json.load(sys.stdin)' <.stdout || wrong "is no JSON"
        [ $format != html ] || says '<!DOCTYPE html>' '</html>' 'made by tradescope'
        set --
    done
done

# --- the numbers of a page are those of the pane ---

run --print=balance --export=md
says '| FY2023-24 | 4.26 | 61.44 | -57.18 | 65.70 | 65.7 | agrees | 6.93 | -0.870 | 93.5 |' \
    'imports FY2023-24: nearly $61.44bn, stated by 003' 'FY2022-23: no exports or imports stated'
run --print=balance --export=csv
says_line 'FY2023-24,4260000000,61440000000,-57180000000,65700000000,65700000000,agrees,6.93359375,.*'
run --print=path --export=md
says '| required from FY2018-19 | 25.49 % |' 'Verdict to FY2029-30: on track' '65.7 ●'
run --explain=coverage --export=csv
says_line '0,coverage ratio FY2023-24,6.93359375,%,.*= 100 X / M,.*'
run --print=scenarios --scenario=exports=+20%,imports=flat --export=csv
says_line 'FY2024-25,5112000000,61440000000,66552000000,-56328000000,8.3203125'

# --- doubts are on the page, and in the exit status ---

{ claims; echo 'bad,figure,,FY2023-24,India,Russia,export,value,x,USD bn,,,Bad,,'; } >bad.csv
run --print=balance --export=md bad.csv
exits 1
says '- **doubt:** 1 of 6 rows not read'
run --print=balance --export=json bad.csv
exits 1
says '"1 of 6 rows not read"'

# So is what may be wrong with a sum: 2000 + 1500 are more than 3000.
cat >world.csv <<'END'
Year,Reporter,Partner,Flow,Value
2019,India,World,Export,3000
2019,India,Russia,Export,2000
2019,India,China,Export,1500
2019,India,World,Import,3000
END
more='2 rows on partners add up to more than the row for World, which is taken'
for format in md html txt json; do
    run --map "$map" --pair India:World --print=trend --export=$format world.csv
    exits 0
    says "$more"
done
run --map "$map" --pair India:World --print=trend --export=csv world.csv
complains "$more"
run --map "$map" --pair India:World --report world.csv
says "**Doubt:** world.csv: note: $more"

# And values in another currency than the others, which are in no row of it.
cat >rupees.csv <<'END'
id,kind,date,period,reporter,partner,flow,measure,value,unit,qualifier,text,quote,speaker,source
a,figure,,FY2021-22,India,Russia,export,value,3.25,USD bn,exact,A,a,,s
b,figure,,FY2021-22,India,Russia,import,value,9.87,USD bn,exact,B,b,,s
c,figure,,FY2022-23,India,Russia,export,value,25000,INR crore,exact,C,c,,s
d,figure,,FY2022-23,India,Russia,import,value,370000,INR crore,exact,D,d,,s
e,figure,,FY2023-24,India,Russia,export,value,4.26,USD bn,exact,E,e,,s
END
left_out='2 values of this pair in other currencies than USD left out of Balance and Path'
run --print=balance --export=md rupees.csv
exits 0
says "- **doubt:** $left_out" 'FY2022-23: no exports or imports stated in USD'
run --print=balance rupees.csv
says 'no exports or imports stated in this currency'
complains "$left_out"
run --check rupees.csv
says "$left_out"

# --- text of a file is text ---

cat >odd.csv <<'END'
id,kind,date,reporter,partner,text,source
a,event,2024-07-08,India,Russia,"<b>|*x*` =1",s
b,event,2024-07-09,India,Russia,"=1+1",s
END
run --print=events --export=md odd.csv
says '\<b>\|\*x\*\` =1'
run --print=events --export=html odd.csv
says '&lt;b&gt;|*x*` =1'
says_not '<b>'
run --print=events --export=csv --csv-safe odd.csv
says "2024-07-09,'=1+1,"

# --- a file: beside and renamed, never over another without --force ---

run --print=trend --export=md -o trend.md
exits 0
says_nothing
grep -q '^# Trend' trend.md || wrong "wrote no page"
run --print=trend --export=md -o trend.md
exits 2
complains 'trend.md exists; --force replaces it'
run --print=balance --export=md -o trend.md --force
exits 0
grep -q '^# Balance' trend.md || wrong "did not replace the file"
run --print=balance -o balance.csv
exits 0
grep -q '^FY2023-24,4260000000,' balance.csv || wrong "wrote no CSV into balance.csv"
run --print=balance -o balance.bib
exits 2
complains 'this format has sources and no page'
run --report -o report.csv
exits 2
complains '--report is md or html'
run --print=all --export=md
exits 2
complains '--export writes one page; name it: --print=balance'
ln -s nowhere dangling.md
run --print=trend -o dangling.md
exits 2
complains 'dangling.md exists; --force replaces it'
run --export=csv -o rows.csv "$srcdir/data/india-russia.csv"
exits 0
run --export=csv "$srcdir/data/india-russia.csv"
says_exactly <rows.csv
run --print=trend -o no/such/trend.md
exits 1

# --- `w` in the program writes the pane or page in front of the user ---

run --print=path --export=md
keeps path.expected
printf '2:write path.md\r' >keys
run_from keys --headless=100x30
says 'written, Path: path.md, '
cmp -s path.md path.expected || wrong "the page differs from that of --print"
printf '2:write path.md\r' >keys
run_from keys --headless=100x30
says 'path.md exists; '
printf 'm:write mirror.csv\r' >keys
run_from keys --headless=100x30 --map "$map" --pair India:Russia trade.csv
grep -q '^2019,import,7000000000,6500000000,1.0769' mirror.csv || wrong "wrote no mirror"
printf '?:write help.csv\r' >keys
run_from keys --headless=100x30
says 'Help is text and no table'
printf '?:write help.txt\r' >keys
run_from keys --headless=100x30
[ ! -e help.csv ] || wrong "wrote text as a table"
grep -q 'quick' help.txt || wrong "wrote no help"
printf '4:write csv-safe events.csv\r' >keys
run_from keys --headless=100x30 odd.csv
grep -q "^2024-07-09,'=1+1," events.csv || wrong "wrote a formula"
printf ':write |cat.csv\r' >keys
run_from keys --headless=100x30
says 'name a file'
printf ':write bad.md\r' >keys
run_from keys --headless=100x30 bad.csv
says 'written, Balance: bad.md, ' '1 of 6 rows not read'

# --- `y` copies what can be checked, and says what it was ---

printf '8y' >keys
run_from keys --headless=100x30 --map "$map" --pair India:Russia trade.csv
says 'sent to the clipboard: line 2 of trade.csv, '
printf '1y' >keys
run_from keys --headless=100x30 --map "$map" --pair India:Russia trade.csv
says 'sent to the clipboard: export 2019, '

# --- what cannot be, with the remedy ---

run --print=partners
exits 2
complains 'only files of statistics'
run --print=scenarios
exits 2
complains '--scenario='
run --print=partnerz
exits 2
complains 'partners'
run --sum=period --export=md
exits 2
complains '--sum writes csv or json'
run --force --print=trend
exits 2
run --check -o x
exits 2
run --print=partners --scenario=exports=+1%
exits 2
complains '--print=partners shows no path'
cp trade.csv other.csv
run --map "$map" --export=md trade.csv other.csv
exits 2
complains 'those of one file'
finish
