# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
#
# For tests that compare the output of rows.c for a file with the shipped formats with a file
# made by hand. In between, $scratch is a folder for both.

: "${srcdir:=.}"
TRADESCOPE_DATADIR=$srcdir/data
export TRADESCOPE_DATADIR
# shellcheck disable=SC2034  # for those who read this
folder=$srcdir/tests/formats/layouts
# shellcheck disable=SC2034
program=${ROWS:-$PWD/tests/formats/rows}
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' 0
failures=0

# compare NAME: $scratch/rows are $scratch/expected.
compare() {
    cmp -s "$scratch/expected" "$scratch/rows" || {
        echo "$1:"
        diff -u "$scratch/expected" "$scratch/rows" | tail -n +3
        failures=$((failures + 1))
    }
}
