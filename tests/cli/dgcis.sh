#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The shipped figures of India's DGCI&S equal those of the table in $TRADESCOPE_CORPUS, or else
# ../shared/corpus next to the sources: all values, their totals, and the program's results for
# them. Skipped (exit 77) without the table.
: "${srcdir:=.}"
corpus=${TRADESCOPE_CORPUS:-$srcdir/../shared/corpus}
table="$corpus/india_dgcis/Kaggle_exports_and_imports_of_india_1997-Jul2022.csv"
if [ ! -r "$table" ]; then
    echo "dgcis.sh: no $table: skipped" >&2
    exit 77
fi
table=$(cd "$(dirname "$table")" && pwd)/$(basename "$table")
. "$srcdir/tests/cli/lib.sh"

# Values with a separator of thousands are quoted, and nothing else is.
wanted() {
    sed 's/"\([0-9-]*\),\([0-9.]*\)"/\1\2/g' "$table" | tr -d '\r' |
        awk -F, '$1 == "RUSSIA" && $7 != "till now" {
            year = "FY" $6 "-" substr($7, 3)
            print year, "export", $2
            print year, "import", $3
        }' | sort
}

shipped=$srcdir/data/india-russia-dgcis.csv
awk -F, 'NR > 1 { print $3, $6, $8 }' "$shipped" | sort >shipped
wanted >wanted
command_line="the values of $shipped"
cmp -s shipped wanted || wrong "are not those of the table: $(diff shipped wanted | head -n 4)"
[ "$(wc -l <shipped)" -eq 50 ] || wrong "are not 25 years of two flows"

# The sums of the 25 years, by awk over the table itself.
total() {
    awk -v flow="$1" '$2 == flow { total += $3 } END { printf "%.2f\n", total }' shipped
}
[ "$(total export)" = 37938.24 ] || wrong "exports add up to $(total export)"
[ "$(total import)" = 88283.90 ] || wrong "imports add up to $(total import)"

run --check "$shipped"
exits 0
run --print=balance "$shipped"
exits 0
says 'FY1997-98' '952.97' '643.12' 'FY2021-22' '3,254.68' '9,869.99' '-6,615.31'
finish
