#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# --extract on the articles of $TRADESCOPE_EXTRACTION, or else ../shared/extraction next to the
# sources, with what a careful reader takes from them: no worse than the limits below. Skipped (exit
# 77) without the articles or Python.
: "${srcdir:=.}"
set=${TRADESCOPE_EXTRACTION:-$srcdir/../shared/extraction}
if [ ! -r "$set/score.py" ] || ! command -v python3 >/dev/null; then
    echo "extract_score.sh: no $set/score.py, or no python3: skipped" >&2
    exit 77
fi
set=$(cd "$set" && pwd)
. "$srcdir/tests/cli/lib.sh"

# at_least NAME LIMIT VALUE
at_least() {
    awk -v value="$3" -v limit="$2" 'BEGIN { exit !(value >= limit) }' ||
        wrong "$1 is ${3:-missing}, less than $2"
}

# of LINE NAME: the number behind a name in the line of the scores that starts so.
of() {
    sed -n "/^ *$1/s/.*$2 *\([0-9.][0-9.]*\).*/\1/p" scores | head -n 1
}

run --extract --export=csv "$set"/dev/*.txt
exits 0
cp .stdout proposed.csv
python3 "$set/score.py" "$set/dev_gold.csv" proposed.csv --countries "$srcdir/data/countries.csv" \
    >scores
cat scores
at_least precision .97 "$(of 'figures: precision' precision)"
at_least recall .95 "$(of 'figures: precision' recall)"
at_least 'acceptable rows' .82 "$(of 'accept' stands:)"
for field in kind flow measure sign qualifier; do
    at_least "$field" .97 "$(of "$field" right)"
done
at_least period .90 "$(of period right)"
at_least countries .87 "$(of countries right)"

run --verify --articles="$set/dev" proposed.csv
exits 0

run --extract --export=csv "$set"/not_trade/*.txt
exits 0
[ "$(wc -l <.stdout)" -le 3 ] || wrong 'more than two rows from articles without trade'
finish
