#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What --export writes opens again as what it was, under any name, with the same rows and the same
# sums, and is exported to the same bytes. Held to it by every layout of tests/formats/layouts, by
# small real files where they lie beside the sources, and by random tables.

. "${srcdir:-.}/tests/formats/lib.sh"
tradescope=${TRADESCOPE:-$PWD/src/tradescope}
corpus=${CORPUS:-$srcdir/../shared/corpus}
largest=400 # thousand bytes
count=0

complain() {
    echo "$@"
    failures=$((failures + 1))
}

# What is understood of a file: format and rows, not what was left out or could not be read.
understand() {
    "$program" "$1" | grep -v -e '^left out' -e '^problem' -e '^note'
}

# same WHAT A B
same() {
    cmp -s "$2" "$3" || {
        complain "$file: $1"
        diff "$2" "$3" | head -n 6
    }
}

# goes_round FOLDER: $file, exported into a folder with what lies beside it, under two names.
goes_round() {
    copy=$1/$(basename "$file")
    understand "$file" >"$scratch/before"
    grep -q -e '^refused' -e '^plain table' "$scratch/before" && return
    count=$((count + 1))
    "$tradescope" --export=csv "$file" >"$copy" 2>"$scratch/errors"
    cp "$copy" "$1/another name.csv"
    for again in "$copy" "$1/another name.csv"; do
        understand "$again" >"$scratch/after"
        same 'the export has other rows' "$scratch/before" "$scratch/after"
    done
    "$tradescope" --export=csv "$copy" >"$scratch/again" 2>"$scratch/errors"
    same 'the export of the export is another' "$copy" "$scratch/again"
    for name in "$file" "$1/another name.csv"; do
        "$tradescope" --sum=period,flow --export=csv "$name" 2>"$scratch/errors" >"$scratch/sums"
        mv "$scratch/sums" "$scratch/sums.$((${sums_of:=0} % 2))"
        sums_of=$((sums_of + 1))
    done
    same 'the export has other sums' "$scratch/sums.0" "$scratch/sums.1"
    rm "$1/another name.csv"
}

for layout in "$folder"/*/; do
    beside=$scratch/$(basename "$layout")
    mkdir "$beside"
    for file in "$layout"*.csv "$layout"*.tsv "$layout"*.txt; do
        [ ! -f "$file" ] || cp "$file" "$beside"
    done
    for file in "$layout"*.csv "$layout"*.tsv "$layout"*.txt; do
        [ ! -f "$file" ] || goes_round "$beside"
    done
done

if [ -d "$corpus" ]; then
    for file in "$corpus"/*/*.[cC][sS][vV]; do
        [ "$(wc -c <"$file")" -lt $((largest * 1000)) ] || continue
        beside=$scratch/corpus
        mkdir "$beside"
        cp "$(dirname "$file")"/*PAIS*.csv "$beside" 2>"$scratch/errors"
        goes_round "$beside"
        rm -r "$beside"
    done
fi

# --- random tables: quotes, separators, numbers in any dress, zeros in front, empty cells ---

# table SEED: all cells are texts without blanks around them, which is what an export keeps.
table() {
    awk -v seed="$1" 'BEGIN {
        srand(seed)
        n = split("0 7 007 010110 -0 -5 +5 .5 5. 1.50 1e3 1E5 -2.5E-3 12345678901234567890 " \
            "9007199254740993 0.1 1,234.5 NA .. - x a,b \"\" é हिन्दी TRUE 2019 2019-01 7304", word, " ")
        columns = 1 + int(rand() * 5)
        for (i = 1; i <= columns; i++)
            printf "%scolumn%d", (i > 1 ? "," : ""), i
        print ""
        for (row = 1; row <= 30; row++) {
            for (i = 1; i <= columns; i++) {
                cell = word[1 + int(rand() * n)]
                if (i > 1 && (cell == "\"\"" || rand() < 0.1))
                    cell = ""
                if (rand() < 0.1)
                    cell = cell "\"q\"" cell
                if (cell ~ /[",]/) {
                    gsub(/"/, "\"\"", cell)
                    cell = "\"" cell "\""
                }
                printf "%s%s", (i > 1 ? "," : ""), cell
            }
            print ""
        }
    }' </dev/null
}

seed=1
while [ $seed -le 40 ]; do
    file=$scratch/random-$seed.csv
    table $seed >"$file"
    [ "$(wc -l <"$file")" -gt 30 ] || complain "no table of seed $seed"
    "$tradescope" --export=csv "$file" >"$scratch/again" 2>"$scratch/errors"
    same 'the export of a table is another' "$file" "$scratch/again"
    seed=$((seed + 1))
done

[ "$count" -gt 20 ] || failures=1
echo "$count files, $failures failures"
exit $((failures > 0))
