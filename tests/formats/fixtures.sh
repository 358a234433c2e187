#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every file of tests/formats/layouts that has a .rows beside it has exactly the rows that stand
# there. What a problem says of its value is up to the program, so those lines are compared up to
# the colon.

. "${srcdir:-.}/tests/formats/lib.sh"
count=0

for rows in "$folder"/*/*.rows; do
    for file in "${rows%.rows}".csv "${rows%.rows}".tsv "${rows%.rows}".txt "${rows%.rows}".asp \
        "${rows%.rows}".xls; do
        [ ! -f "$file" ] || break
    done
    count=$((count + 1))
    "$program" "$file" | sed 's/^\(problem on [^:]*\):.*/\1/' >"$scratch/rows" 2>&1
    sed 's/^\(problem on [^:]*\):.*/\1/' "$rows" >"$scratch/expected" || exit 99
    compare "${file#"$folder"/}"
done

# Each format has a file that shows it, under its own name.
for format in "$srcdir"/data/formats/*.format; do
    name=$(basename "$format" .format)
    ls "$folder/$name"/*.rows >/dev/null 2>&1 || {
        echo "$name has no file in tests/formats/layouts"
        failures=$((failures + 1))
    }
    head -n 1 -q "$folder/$name"/*.rows | grep -qxF -e "format $name" ||
        grep -q '^refuse ' "$format" || {
        echo "no file in tests/formats/layouts/$name is read as $name"
        failures=$((failures + 1))
    }
done

[ "$count" -gt 0 ] || failures=1
echo "$count files, $failures failures"
exit $((failures > 0))
