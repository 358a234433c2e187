#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# --test holds a sentence against the files. The numbers are worked out by hand from the shipped
# data: exports and imports of FY2021-22 are 3,254.68 + 9,869.99 = 13,124.67 million dollars, and
# 65.7 / 13.12467 = 5.006. Three times, or 3 % less, needs 65.7 / 3 = 21.90 to 65.7 / 2.91 = 22.58.

. "${srcdir:-.}/tests/cli/lib.sh"
claims=$srcdir/data/india-russia.csv
table=$srcdir/data/india-russia-dgcis.csv

# one_line: the output with its wrapped lines joined.
one_line() {
    tr -s '\n ' ' ' <.stdout >joined && mv joined .stdout
}

run --test 'trade rose nearly threefold in two years to $65bn' "$claims" "$table"
exits 0
one_line
says 'total ratio nearly 3x: does not hold' \
    'Read as India with Russia (the chosen pair), FY2023-24 (the latest with a value; none is named) over FY2021-22 (2 years before)' \
    'from 2.91x to 3.00x' \
    '5.01x total FY2023-24 over FY2021-22 = y1 / y0, of $65.7bn and $13.12bn: does not hold' \
    '$65.7bn total FY2023-24, stated by 003' '$9.87bn import FY2021-22, stated by dgcis' \
    'It would need a value of $21.90bn to $22.58bn in FY2021-22' \
    '000 states nearly 3x for FY2023-24: the same, which is no proof' \
    'total value $65bn: close'

# "Nearly" says less than 65, and the total that is stated most exactly is 65.7.
run --test 'Trade between the two countries was worth nearly $65 billion in 2023-24' "$claims"
exits 0
one_line
says 'total value nearly $65bn: close' 'Read as India with Russia (the chosen pair), FY2023-24.' \
    'from $63.05bn to $65.00bn' '$65.7bn total FY2023-24: close'

# No file has a value for the calendar years. 65.7 / 1.33 = 49.40, and 49.40 / 13.12467 = 3.764.
run --test 'According to Putin, trade between the countries increased by 60 percent in 2023 alone.' \
    "$claims" "$table"
exits 0
one_line
says 'total growth 60 %: cannot be told' '2023 over 2022' \
    'No open file has the value of 2023 and of 2022' \
    '001 states 60 % for 2023: the same, which is no proof' \
    '003 states 33 % for FY2023-24: another number' \
    '276.38 % total FY2022-23 over FY2021-22'
says_not 'It holds for'

# The total of the year before is known from this very growth alone, which proves nothing.
run --test 'trade rose 33 percent in 2023-24' "$claims"
exits 0
one_line
says 'total growth 33 %: cannot be told' '003 states 33 % for FY2023-24: the same, which is no proof'

# Without the values of the table, threefold cannot be told.
run --test 'trade rose nearly threefold in two years' "$claims"
exits 0
says 'cannot be told' 'No open file has the value of FY2021-22.'

# Exports of FY2021-22 over FY2020-21: 3,254.68 / 2,655.52 - 1 = 22.56 %; imports: 79.92 %.
run --test 'Exports rose 22.6% in 2021-22 while imports grew 75 percent' "$table"
exits 0
says 'export growth 22.6 %: holds' 'import growth 75 %: does not hold' '79.92 %'

# 3,254.68 - 2,655.52 = 599.16 million.
run --test 'Exports rose by $0.6bn in 2021-22' "$table"
exits 0
one_line
says 'export change $0.6bn: holds' '$599.16mn export FY2021-22 over FY2020-21'

# The exports of one are the imports of the other, and a surplus its deficit: 4.26 - 61.44 = -57.18.
run --test "Russia had a surplus of \$57.2bn with India in 2023-24" "$claims"
exits 0
one_line
says 'balance value -$57.2bn: holds' 'the other side, which may differ' '-$57.18bn balance'

# The other direction of trade is another statement.
run --test "India's imports from Russia were \$4.26 billion in 2023-24" "$claims"
exits 0
one_line
says 'import value $4.26bn: does not hold' 'It holds for $4.26bn export FY2023-24: holds'

# What values of all goods in dollars do not tell.
run --test "India's oil imports from Russia rose to \$5bn in 2021-22" "$table"
exits 0
says 'cannot be told' 'It is on oil'
run --test "India's exports to Russia were Rs 400 crore in 2021-22" "$table"
exits 0
says 'cannot be told' 'another currency'

run --test 'They aim at $100 billion in trade by 2030' "$claims"
exits 0
says 'total value $100bn: holds'

# A word that turns or limits a statement is not understood, and the number alone does not decide.
for sentence in 'Exports did not rise 22.6% in 2021-22' "Exports didn't rise 22.6% in 2021-22" \
    'It is false that exports rose 22.6% in 2021-22' 'Exports excluding oil rose 22.6% in 2021-22' \
    'Exports were $3.25 billion a month in 2021-22' 'Monthly exports were $3.25bn in 2021-22' \
    'Exports were between $1 and $2 billion in 2021-22'; do
    run --test "$sentence" "$table"
    exits 0
    says 'cannot be told' 'which may turn or limit what it states'
    says_not ': holds'
done

run --test 'The leaders drank tea.' "$claims"
exits 2
complains 'states no figure on trade'
run --test
exits 2
finish
