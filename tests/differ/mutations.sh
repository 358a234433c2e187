#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Files of statistical offices, changed on their way through other programs: resaved, quoted
# again, with a total below or a title above, cut off, a column lost. Of each changed file the
# program gives the same sums as of the whole one, or says a word about it that it does not say of
# the whole one, or refuses it. It never gives other numbers in silence.
#
# A check tries a third of the changes on each layout; MUTATIONS=all tries all.

. "${srcdir:-.}/tests/formats/lib.sh"
tradescope=${TRADESCOPE:-$PWD/src/tradescope}
mutate=$srcdir/tests/differ/mutate.awk
own=$srcdir/tests/differ/files
LC_ALL=C.UTF-8
export LC_ALL
count=0
turn=0

# These change no number.
harmless='quote-all mark crlf tabs pipes upper-header lower-header
    blank-lines blank-rows blanks'

# These may be refused, or read with a word.
harmful='reversed-columns rotated-columns quote-twice cr semicolons
    semicolons-decimal-comma decimal-comma dollar footnote footnote-digit asterisk
    millions-word trailing-minus thousands-comma thousands-point
    thousands-blank thousands-apostrophe total-Total total-World total-Grand_Total total-Summe
    total-All_partners duplicate-row duplicate-rows revised-row repeated-header two-headers title
    footer footer-unknown footer-padded empty-columns cut-off stray-quote inches hard-blanks
    period-point period-word period-first-day period-short period-provisional period-range
    period-day short-row empty-value text-value exponent merged-cells index-column utf16 utf16be'

complain() {
    echo "$@"
    failures=$((failures + 1))
}

# What the user has to say of the file, in a file of its own beside it.
map_of() {
    [ ! -f "${1%.csv}.map" ] || echo "--map=$(cat "${1%.csv}.map")"
}

# sums FILE NAME KEYS: what the program says of it goes to $scratch/NAME.out and NAME.err.
sums() {
    "$tradescope" --sum="$3" --export=csv ${map:+"$map"} "$1" \
        >"$scratch/$2.out" 2>"$scratch/$2.err"
    status=$?
}

# mutate_to FILE MUTATION COPY
mutate_to() {
    case $2 in
    utf16) iconv -f UTF-8 -t UTF-16 "$1" ;;
    utf16be) iconv -f UTF-8 -t UTF-16BE "$1" ;;
    *) awk -v mutation="$2" -f "$mutate" "$1" ;;
    esac >"$3" 2>"$scratch/errors"
}

# has_new_word: standard error has a line that the whole file does not lead to.
has_new_word() {
    grep -vxF -f "$scratch/whole.err" "$scratch/mutant.err" >"$scratch/words"
}

# Columns that are no fields have the names of the file.
has_same_lines() {
    case $1 in upper-header | lower-header) ;; *) return 1 ;; esac
    sed 1d "$scratch/whole.out" >"$scratch/lines"
    sed 1d "$scratch/mutant.out" | cmp -s "$scratch/lines" -
}

# A column lost that has the values of a year: the lines that are there are those of the whole file.
lacks_lines() {
    case $1 in drop-*) ! grep -qvxF -f "$scratch/whole.out" "$scratch/mutant.out" ;; *) false ;; esac
}

# What nothing in the file tells any more: the month that the lost column had, the layout of a
# sheet whose first lines are known by their numbers, the source that is preferred to another in
# the same row, and the reporter or product of a row, which then is another one and has no total.
is_lost() {
    case $(basename "$(dirname "$1")")/${1##*/}/$2 in
    */35-columns.csv/drop-3 | */EXPORTACAO.csv/drop-2 | */DOTS.csv/blank-rows) return 0 ;;
    wits-partner-flows/groups.csv/inches | us-census-api/*.csv/inches) return 0 ;;
    cepii-gravity/gravity.csv/drop-10 | ethiopia/export_2007.csv/drop-2) return 0 ;;
    singstat/exports.csv/blank-rows) return 0 ;;
    esac
    return 1
}

# try FILE MUTATION KIND: the whole one is judged by $keys.
try() {
    copy=$scratch/changed/$(basename "$1")
    mutate_to "$1" "$2" "$copy"
    [ -s "$copy" ] || return
    cmp -s "$1" "$copy" && return
    count=$((count + 1))
    sums "$copy" mutant "$keys"
    cmp -s "$scratch/whole.out" "$scratch/mutant.out" && return
    [ "$3" = harmless ] || ! has_new_word || return
    ! lacks_lines "$2" || return
    ! has_same_lines "$2" || return
    ! is_lost "$1" "$2" || return
    complain "${1#"$srcdir"/tests/}, $2: other sums, exit $status"
    diff "$scratch/whole.out" "$scratch/mutant.out" | head -n 8
    head -n 3 "$scratch/mutant.err"
    [ -z "${KEEP:-}" ] || { mkdir -p "$KEEP"; cp "$copy" "$KEEP/$2-$(basename "$1")"; }
}

# A third of them, but all on the files of this test.
is_taken() {
    case $file in "$own"/*) return 0 ;; esac
    [ "${MUTATIONS:-}" = all ] || [ $((turn % 3)) -eq 0 ]
}

# try_all FILE KEYS KIND MUTATION...
try_all() {
    file=$1 keys=$2 kind=$3
    shift 3
    sums "$scratch/whole/$(basename "$file")" whole "$keys"
    [ "$(wc -l <"$scratch/whole.out")" -gt 1 ] || return
    for mutation; do
        turn=$((turn + 1))
        is_taken || continue
        try "$file" "$mutation" "$kind"
    done
}

mkdir "$scratch/changed" "$scratch/whole"
columns=$(awk 'BEGIN { for (i = 1; i <= 50; i++) print "drop-" i }')
for file in ${DIFFER_FILES:-"$folder"/*/*.csv "$own"/*.csv}; do
    rm -f "$scratch/changed"/* "$scratch/whole"/*
    cp "$(dirname "$file")"/*.csv "$scratch/changed" # tables of codes lie beside
    cp "$(dirname "$file")"/*.csv "$scratch/whole"
    map=$(map_of "$file")
    # shellcheck disable=SC2086
    try_all "$file" period,flow,reporter,partner harmless $harmless
    # shellcheck disable=SC2086
    try_all "$file" period,flow harmful $harmful $columns
done

[ "$count" -gt 500 ] || failures=$((failures + 1))
echo "$count changed files, $failures failures"
exit $((failures > 0))
