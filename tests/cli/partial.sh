#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What stands on the screen while a file is loaded. The file is a pipe whose writer never ends it:
# what it has written can be shown, and there is always more to come.
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

# shown KEYS: the screen after the keys, when there are 500 rows or more and others are to come.
# Neither side of the pipe waits for the other or sees an end, for we hold both.
shown() {
    # shellcheck disable=SC2059  # made to be one
    printf "$1" >keys
    rm -f pipe
    mkfifo pipe || exit 99
    exec 9<>pipe
    cat all.csv >&9 &
    writer=$!
    run_from keys --headless=100x24 --partial=500 pipe
    kill $writer 2>/dev/null
    wait $writer 2>/dev/null
    exec 9<&-
    exits 0
    complains_not
}

shown '8G'
rows=$(sed -n 's/.*row \([0-9,]*\) of \1 partial.*/\1/p' .stdout | tr -d ,)
if [ "${rows:-0}" -lt 500 ] || [ "$rows" -ge 900 ]; then
    wrong "does not show a part of the rows"
fi
says "> c$rows " "line $((rows + 1)) "  "$rows rows  0.9 MB  partial; ^C stops"
says_not 's left' # how much the pipe will give is not known

# Filters hold for what is there, and the screen says what it lacks.
shown '&flow:export\r'
says "20 of $rows " 'partial' "20 of $rows rows"

# What is there stays, and Problems says what happened.
shown '\003'
says "stopped: $rows rows are there" ' 6 Problems'
says_not 'partial'
shown '\0036'
says "pipe:$((rows + 2)): reading was stopped here"

# A table that is no claims file, too.
mv all.csv claims.csv
sed 's/^id,kind,/number,sort,/' claims.csv >all.csv
shown '\003'
says "stopped: $rows rows are there" ' 6 Problems'
mv claims.csv all.csv

# The same file to its end has no such words.
run_from /dev/null --headless=100x24 all.csv
says_not partial
finish
