#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The screen while a file is loaded. The file is a pipe whose writer never ends it:
# the rows so far can be shown, and more are always expected.
. "${srcdir:-.}/tests/cli/lib.sh"

# Rows of 1,000 bytes, whose values are their numbers.
many_claims() {
    awk -v rows="$1" 'BEGIN {
        print "id,kind,period,reporter,partner,flow,measure,value,unit,text"
        for (row = 1; row <= rows; row++) {
            line = sprintf("c%d,figure,%d,India,Russia,%s,value,%d.00,USD bn,", row,
                           2000 + (row - 1) % 20, row <= 20 ? "export" : "import", row)
            while (length(line) < 999) line = line "x"
            print line
        }
    }'
}

# More than the program reads at a time, and less than twice that.
many_claims 900 >all.csv

# shown_of KEYS FILE...: the screen after the keys, when there are 500 rows or more of the last file,
# which is the pipe, and others are to come. Neither side of it waits for the other or sees an end,
# for we hold both.
shown_of() {
    # shellcheck disable=SC2059  # made to be one
    printf "$1" >keys
    shift
    rm -f pipe
    mkfifo pipe || exit 99
    exec 9<>pipe
    cat all.csv >&9 &
    writer=$!
    run_from keys --headless=100x24 --partial=500 "$@"
    kill $writer 2>/dev/null
    wait $writer 2>/dev/null
    exec 9<&-
    exits 0
}

shown() {
    shown_of "$1" pipe
    complains_not
}

shown '8G'
rows=$(sed -n 's/.*row \([0-9,]*\) of \1 partial.*/\1/p' .stdout | tr -d ,)
if [ "${rows:-0}" -lt 500 ] || [ "$rows" -ge 900 ]; then
    wrong "does not show a part of the rows"
fi
says "> c$rows " "line $((rows + 1)) "  "$rows rows  0." ' MB  partial; ^C stops'
says_not 's left' # how much the pipe will give is not known

# Filters apply to the rows so far, and the screen says what is missing.
shown '&flow:export\r'
says '20 of ' 'partial' ' rows'

# The rows so far are kept, and Problems says what happened.
shown '\003'
says 'stopped: ' ' rows are there' ' 6 Problems'
says_not 'partial'
shown '\0036'
says 'pipe:' ': reading was stopped here'

# A table that is no claims file, too.
mv all.csv claims.csv
sed 's/^id,kind,/number,sort,/' claims.csv >all.csv
shown '\003'
says 'stopped: ' ' rows are there' ' 6 Problems'
mv claims.csv all.csv

# The complete file has no such words.
run_from /dev/null --headless=100x24 all.csv
says_not partial

# Official statistics are summed from the rows that are there: India's exports to Russia, of which
# the row of number n is n thousand dollars, and one row of another pair that is worth less, in all of
# the chapters of the Harmonized System.
mv all.csv claims.csv
awk -v rows=900 'BEGIN {
    print "t,i,j,k,v,q"
    for (row = 1; row <= rows; row++) {
        line = sprintf("2020,699,643,%02d%04d,%d,1.", row % 97 + 1, row, row)
        if (row == 100) line = sprintf("2019,156,643,%02d%04d,%d,1.", row % 97 + 1, row, row)
        while (length(line) < 999) line = line "0"
        print line
    }
}' >all.csv

# The rows on the screen, and what they add up to in thousands.
count_rows() {
    rows=$(sed -n 's/^ \([0-9]*\) rows  .* partial; .*/\1/p' .stdout)
    [ "${rows:-0}" -ge 500 ] || wrong "does not show the rows that are there"
    sum=$((rows * (rows + 1) / 2 - 100))
}
shown ':pane figures\r'
count_rows
says "In 2020 India sold" "\$$((sum / 1000)),$(printf %03d $((sum % 1000))) thousand  " \
    '[Figures 1 of 1 partial]' ' Partial: '
says 'partial: the file is not read to its end' # in the note of the sum
says_not single
shown '7'
says 'nothing is checked before all rows are read'

# What is chosen while rows come is summed of the rows that are there, too.
shown ':pair China:Russia\r'
says 'China > Russia' ' Partial: In 2019 China sold' '$100 thousand'
shown '&period:2019\r'
says 'China > Russia' ' Partial: In 2019 China sold' '$100 thousand' '1 of '
shown 'p'
count_rows
says "$((rows - 1)) rows" # of India with Russia

# Pages say that they are partial, for they stay as they are when the rest has come.
shown 'b'
says '[By product, 2020, partial' 'Partial:'
shown 'e'
says '[Explain, partial'

# After a stop, the rows so far are all rows, and nothing is partial.
shown '\003'
says 'stopped: ' ' rows are there; 6 shows where it was' \
    'the rest of a file not read: 6 Problems.' 'at least'
says_not 'artial'

# There is no verdict before everything is read: with a target, and with claims that are complete.
cat >aims.csv <<'END'
id,kind,date,period,reporter,partner,flow,measure,value,unit,base,text,source
a,figure,,2018,India,Russia,export,value,100,USD thousand,,Exports,one
b,figure,,2020,India,Russia,export,value,100,USD thousand,,Exports,one
c,target,2018,2030,India,Russia,export,value,900,USD mn,2018,Aim,one
END
shown_of 2 aims.csv pipe
says 'Verdict: none before all rows are read.'
says_not 'track' 'progress' 'deteriorat'
shown_of 3 aims.csv pipe
says ' 2  partial'
says_not conflict
shown_of 5 aims.csv pipe
says 'one  $100 thousand  partial'
says_not conflict
run_from /dev/null --headless=100x24 aims.csv all.csv
says_not artial
printf 3 >keys
run_from keys --headless=100x24 aims.csv all.csv
says conflict

# Reports wait for all rows, and nothing in them is partial.
run --print all.csv
says 'In 2020 India sold $405.35mn to Russia' # 900 * 901 / 2 - 100
says_not artial
finish
