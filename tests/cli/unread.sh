#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Rows that could not be read are counted wherever a number depends on the file, and sums that they
# might change are "at least". The files are made here, so that the counts are known.
. "${srcdir:-.}/tests/cli/lib.sh"

# BACI: three readable rows of 5, 7 and 1 thousand dollars, and two that are none.
bad=$scratch/bad.csv
cat >"$bad" <<'END'
t,i,j,k,v,q
2021,699,643,10121,5,1
2021,699,643,10129,x,1
2022,699,643,10121,7,1
2022,699,643,10129
2022,699,643,10129,1,1
END

run --print "$bad"
exits 1
says '2 of 5 rows not read: 6 Problems' 'India sold at least $8 thousand'
complains "$bad:3:5: v: \`x\`" 'tradescope: 2 of 5 rows not read'

for pane in balance path figures source rows checks; do
    run --print=$pane "$bad"
    exits 1
    says '2 of 5 rows not read: 6 Problems'
done
run --print=source "$bad"
says '2 of 5 rows not read, so it may be more'
run --print=problems "$bad"
says "$bad:3:5" "$bad:5"

run --explain='2 products exports' "$bad"
says '2 of 5 rows not read: 6 Problems' 'at least'
run --sum=period "$bad"
exits 1
complains '2 of 5 rows not read'
run --export=csv "$bad"
exits 1
complains '2 of 5 rows not read'

# What is worked out from bounds is one, or may be anything: 60 and 6 thousand at least, turnover 66.
cat >"$scratch/both.csv" <<'END'
t,i,j,k,v,q
2022,699,643,10121,60,1
2022,643,699,10121,6,1
2022,699,643,270900,x,1
END
run --print=balance --pair=India:Russia "$scratch/both.csv"
says_line ' *turnover  *at least \$66 thousand .*' ' *balance  *perhaps \$54 thousand .*' \
    ' *coverage ratio  *perhaps 1,000.00 % .*' ' *imbalance index  *perhaps 0.818 .*'
COLUMNS=120
export COLUMNS
run --print --pair=India:Russia "$scratch/both.csv"
unset COLUMNS
says 'sold at least $60 thousand to Russia and bought at least $6 thousand: which is more is not known.'
says_not 'surplus'
run --print --pair=India:Russia "$scratch/both.csv"
says 'balance not known'
says_not 'surplus'
sed '/,x,/d' "$scratch/both.csv" >"$scratch/both-whole.csv"
run --print --pair=India:Russia "$scratch/both-whole.csv"
says 'surplus'
says_not 'at least' 'perhaps' 'not known'

# --- on the screen, at every size, until Problems was looked at; the title keeps a mark ---

for size in 60x20 80x24 120x34 200x60; do
    run --headless $size "$bad"
    says '2 unread' '2 of 5 rows not read: 6 Problems.'
    printf 61 >keys
    run_from keys --headless $size "$bad"
    says '2 unread'
    says_not '6 Problems.'
done

# --- a complete file has no such message ---

sed -e '/,x,/d' -e '/10129$/d' "$bad" >"$scratch/whole.csv"
run --print "$scratch/whole.csv"
exits 0
says_not 'not read' 'at least'

finish
