#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Random files of trade, and random questions about them, which tradescope and sqlite3 answer
# alike: filters, sums, pairs, products, several files. What the manual says is left out of a sum
# is written in SQL in trial.awk. A fixed seed and a fresh one, which is printed; with arguments,
#
#     tests/differ/differ.sh SECONDS [SEED]
#
# tries as many as there is time for. A finding leaves its files in the folder that it names.

: "${srcdir:=.}"
srcdir=$(cd "$srcdir" && pwd) || exit 99
command -v sqlite3 >/dev/null || exit 77
TRADESCOPE_DATADIR=$srcdir/data
LC_ALL=C.UTF-8
export TRADESCOPE_DATADIR LC_ALL
tradescope=${TRADESCOPE:-$PWD/src/tradescope}
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' 0
compared=0
failures=0
tab=$(printf '\t')

# answer KIND ARGUMENT...: what tradescope says, in the form of the answers of sqlite3.
answer() {
    kind=$1
    shift
    "$tradescope" "$@" 2>errors >said
    case $kind in
    ids) awk -f "$srcdir/tests/differ/column.awk" said ;;
    *) sed 1d said ;;
    esac
}

# trial SEED: in a folder of its own.
trial() {
    rm -rf "$scratch/trial"
    mkdir "$scratch/trial"
    cd "$scratch/trial" || exit 99
    awk -v seed="$1" -v folder=. -f "$srcdir/tests/differ/trial.awk" </dev/null
    cat rows.sql answers.sql | sqlite3 >right 2>errors.sql
    number=0
    while IFS= read -r question; do
        number=$((number + 1))
        echo "#$number"
        IFS=$tab
        # shellcheck disable=SC2086  # tabs part the arguments
        answer $question
        unset IFS
    done <questions >found
    awk -f "$srcdir/tests/differ/compare.awk" right found >differences
    compared=$((compared + $(sed -n 's/^compared //p' differences)))
    [ ! -s errors.sql ] || cat errors.sql >>differences
    if grep -qv '^compared' differences; then
        failures=$((failures + 1))
        echo "seed $1:"
        grep -v '^compared' differences | while IFS= read -r line; do
            case $line in
            '#'*) sed -n "${line#'#'}p" questions ;;
            *) echo "    $line" ;;
            esac
        done | head -n 20
        [ -z "${KEEP:-}" ] || { mkdir -p "$KEEP" && cp -r . "$KEEP/$1"; }
    fi
    cd "$srcdir" || exit 99
}

if [ $# -gt 0 ]; then
    end=$(($(date +%s) + $1))
    seed=${2:-$(date +%s)}
    while [ "$(date +%s)" -lt $end ]; do
        trial "$seed"
        seed=$((seed + 1))
    done
else
    seed=1
    while [ $seed -le 20 ]; do
        trial $seed
        seed=$((seed + 1))
    done
    seed=$(date +%s)
    echo "a fresh seed: $seed"
    last=$((seed + 20))
    while [ "$seed" -lt $last ]; do
        trial "$seed"
        seed=$((seed + 1))
    done
fi
[ $compared -gt 100 ] || failures=$((failures + 1))
echo "$compared comparisons, $failures failures"
exit $((failures > 0))
