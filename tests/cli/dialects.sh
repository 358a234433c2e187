#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Separators, titles, comments, units, footnotes and quotes of various files: the rows are the same
# regardless of the text around them, and a note says what was skipped.
. "${srcdir:-.}/tests/cli/lib.sh"

fields='period=Year,value=Val,flow=export,reporter=India,partner=Partner,unit=USD'

# adds_up FILE NUMBER...: the file has these sums by period, and no problems.
adds_up() {
    file=$1
    shift
    run --map "$fields" --sum=period "$file"
    exits 0
    for number; do
        says "$number"
    done
    run --map "$fields" --check "$file"
    exits 0
}
# notes TEXT...: --check prints these notes.
notes() {
    for text; do
        grep -q "note: .*$text" .stdout || wrong "no note: $text"
    done
}

# --- separators: tried with texts that hold the others ---

for separator in ',' ';' '\t' '|'; do
    for others in '' 'a,b' 'a;b;c' 'a|b'; do
        case $others in *"$separator"*) continue ;; esac
        {
            printf "Year${separator}Partner${separator}Val${separator}Note\n"
            printf "2019${separator}Brazil${separator}12${separator}$others\n"
            printf "2020${separator}China${separator}13${separator}$others\n"
            printf "2020${separator}Chile${separator}14${separator}\n"
        } >separated.csv
        adds_up separated.csv 12 27
        says_nothing
    done
done

printf 'Year;Val, net, USD;Partner\n2019;12;Brazil\n2020;13;Brazil\n' >header.csv
run --map 'period=Year,value=Val\, net\, USD' --check header.csv
run --export=csv header.csv
says 'Year,"Val, net, USD",Partner' '2020,13,Brazil'

# --- above the header ---

rows='Year,Partner,Val
2019,Brazil,12
2020,China,13
2020,Chile,14'
for above in 'sep=,' 'Trade of India' 'Trade of India,,' '# a, comment
#another one' '"A title, with commas"

Reporter:,India' ',,
Source: an office'; do
    printf '%s\n%s\n' "$above" "$rows" >above.csv
    adds_up above.csv 12 27
    notes 'the header is line'
done
printf 'sep=;\nYear;Partner;Val\n2019;Brazil;12\n2020;Brazil;27\n' >sep.csv
adds_up sep.csv 12 27

# --- a line of units ---

printf 'Year,Partner,Val\n,,USD\n2019,Brazil,12\n2020,China,27\n' >units.csv
adds_up units.csv 12 27
notes 'line of units.*USD'
# A line with a number is a row.
printf 'Year,Partner,Val\n2018,n/a,USD\n2019,Brazil,12\n' >row.csv
run --map "$fields" --check row.csv
exits 1
says 'row.csv:2:3:'

# --- below the rows, and between them ---

for below in '# the end' '"Data from database: Trade, monthly"' 'Source: an office' ',,
Last Updated: 06/28/2024,,' 'Values are provisional'; do
    printf '%s\n%s\n' "$rows" "$below" >below.csv
    adds_up below.csv 12 27
    notes 'skipped'
done
# A text between rows may be a row that was damaged.
printf 'Year,Partner,Val\n2019,Brazil,12\nValues are provisional\n2020,China,27\n' >between.csv
run --map "$fields" --check between.csv
exits 1
says 'between.csv:3: the row has 1 field'
printf 'Year,Partner,Val\n2019,Brazil,12\n# revised\n2020,China,27\n' >comment.csv
adds_up comment.csv 12 27
notes '1 comment line'

# --- quotes ---

printf 'Year,Partner,Item,Val\n2021,Brazil,"a" b,30\n2022,Brazil,"c",40\n2023,Brazil,d,50\n' >stray.csv
run --map "$fields" --sum=period stray.csv
exits 1
says 30 40 50
complains 'stray.csv:2: a quotation mark stands inside quotes'
# A quote that is never closed costs only its own line.
printf 'Year,Partner,Item,Val\n2021,Brazil,"a,30\n2022,Brazil,b,40\n2023,Brazil,c,50\n' >open.csv
run --map "$fields" --sum=period open.csv
exits 1
says 30 40 50
complains 'open.csv:2: a quote that opens is not closed'
printf 'Year,Partner,Item,Val\n2021,Brazil,"a,30\n2022,Brazil,b",40\n2023,Brazil,c,50\n' >swallowed.csv
run --map "$fields" --sum=period swallowed.csv
exits 1
says 30 40 50
complains 'swallowed.csv:2: a quote that opens is not closed'
# Texts of several lines are texts.
printf 'Year,Partner,Item,Val\n2021,Brazil,"a, b\nand, c",30\n2022,Brazil,"d\n\n""e""",40\n' >lines.csv
adds_up lines.csv 30 40
says_nothing
# Misplaced quotes without consequences are only noted.
printf 'Year,Partner,Item,Val\n2021,Brazil,"the "best" of",30\n2022,Brazil,5" pipes,40\n' >inner.csv
adds_up inner.csv 30 40
notes 'quotation mark inside quotes'

# --- quoted twice ---

printf 'Year,Partner,Val\n2019,Brazil,12\n"2020,""China, Hong Kong SAR"",27"\n' >again.csv
adds_up again.csv 12 27
notes 'quoted twice'
printf '"Year,Partner,Val"\r\n"2019,Brazil,12"\r\n"2020,""China, Hong Kong SAR"",27"\r\n' >whole.csv
adds_up whole.csv 12 27
notes 'quoted twice'

finish
