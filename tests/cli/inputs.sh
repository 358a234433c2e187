#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sources of data: a compressed file, an archive, a pipe or a device gives the same rows as
# the plain file. The type is detected by content, so the names here are misleading.
. "${srcdir:-.}/tests/cli/lib.sh"

# Enough rows for several blocks of every decoder.
{
    claims
    awk 'BEGIN {
        for (i = 1; i <= 20000; i++)
            printf "r%d,figure,2024-01-%02d,%d,India,Russia,export,value,%d,USD,exact,,Row %d,Quote %d,s1\n",
                i, i % 28 + 1, 1990 + i % 30, i * 7919 % 100003, i, i * 104729 % 1000003
    }'
} >plain.csv
run --export=csv plain.csv
exits 0
keeps expected
[ "$(wc -l <expected)" -eq 20006 ] || wrong "does not export 20005 rows"

is_the_same() {
    exits 0
    complains_not
    cmp -s .stdout expected || wrong "gives other rows than the plain file"
}

for packer in gzip xz zstd bzip2; do
    command -v $packer >/dev/null || continue
    $packer -c plain.csv >packed.csv
    run --export=csv packed.csv
    is_the_same
    run_from packed.csv --export=csv -
    is_the_same
    # Truncated: the first rows, and a reason.
    head -c "$(($(wc -c <packed.csv) * 3 / 4))" packed.csv >cut.csv
    run --check cut.csv
    exits 1
    says 'cut.csv: is damaged or incomplete ('
done

# Complete but changed: the last bytes are a checksum and a length.
if command -v gzip >/dev/null; then
    gzip -c plain.csv >packed.csv
    size=$(wc -c <packed.csv)
    for end in 8 1; do
        { head -c $((size - end)) packed.csv && printf '\001' && tail -c $((end - 1)) packed.csv; } >wrong.csv
        run --export=csv wrong.csv
        exits 1
        complains 'wrong.csv: is damaged or incomplete (gzip: incorrect '
        command_line='cat wrong.csv | tradescope --sum=flow -' status=0
        # shellcheck disable=SC2002  # a pipe, and no file, is what this is about
        cat wrong.csv | "$program" --sum=flow - >.stdout 2>.stderr || status=$?
        exits 1
        complains 'is damaged or incomplete (gzip: incorrect '
    done
    head -n 10000 plain.csv | gzip -c >parts.csv
    tail -n +10001 plain.csv | gzip -c >>parts.csv
    run --export=csv parts.csv
    is_the_same
    echo 'more' >>parts.csv
    run --export=csv parts.csv
    exits 1
    complains 'parts.csv: has bytes behind the end of its gzip data'
    cmp -s .stdout expected || wrong "gives other rows than the plain file"
fi

if command -v zip >/dev/null; then
    echo 'Only words.' >readme.md
    zip -q packed readme.md plain.csv
    run --export=csv packed.zip
    is_the_same
    run_from packed.zip --export=csv -
    is_the_same
    cp plain.csv other.csv
    zip -q packed other.csv
    run --check packed.zip
    exits 1
    says 'packed.zip: holds 3 files: `readme.md`, `plain.csv`, `other.csv`; choose one'
    run --export=csv packed.zip:other.csv
    is_the_same
    run --check packed.zip:third.csv
    exits 1
    says 'packed.zip:third.csv: has no file `third.csv` inside'
    zip -q -P secret locked plain.csv
    run --check locked.zip
    exits 1
    says 'locked.zip: is encrypted; '
    mkdir xl && : >'[Content_Types].xml' && : >xl/workbook.xml
    zip -q book.xlsx '[Content_Types].xml' xl/workbook.xml
    run --check book.xlsx
    exits 1
    says 'book.xlsx: is damaged: its part workbook.xml is no XML (no element found); save it again'
fi

# Pipes, whole or through a decoder; standard input by its other name; a named pipe.
command_line='cat plain.csv | tradescope --export=csv -'
for name in - /dev/stdin; do
    status=0
    # shellcheck disable=SC2002  # a pipe, and no file, is what this is about
    cat plain.csv | "$program" --export=csv $name >.stdout 2>.stderr || status=$?
    is_the_same
done
command_line='gzip -c plain.csv | tradescope --export=csv -'
gzip -c plain.csv | "$program" --export=csv - >.stdout 2>.stderr || status=$?
is_the_same
mkfifo pipe
cat plain.csv >pipe &
run --export=csv pipe
is_the_same
wait
run_from plain.csv --export=csv -
is_the_same

# A file on standard input is read from its current position.
command_line='{ read title; tradescope --export=csv -; } <titled.csv'
{
    echo 'A title'
    cat plain.csv
} >titled.csv
{
    read -r _ && "$program" --export=csv - >.stdout 2>.stderr || status=$?
} <titled.csv
is_the_same

run_from /dev/null --check -
exits 1
says '-: the file is empty'

# Files that are not tables of data, as servers and archives deliver them.
refuses() {
    run --check refused.csv
    exits 1
    says "refused.csv: $1"
    complains_not
}
printf '\r\n\r\n<html><body>Session expired</body></html>\r\n' >refused.csv
refuses 'is a web page without a table of data, perhaps an error page; '
printf 'Query complexity: your query is too complex. Please simplify.\nResultset count: 0\n' \
    >refused.csv
refuses 'is the text of a message and no data (`Query complexity: your query is too comp...`); '
printf '{"statusCode": 401, "message": "Access denied"}' >refused.csv
refuses 'is JSON, perhaps an error message ('
gzip -c refused.csv >packed.csv && mv packed.csv refused.csv
refuses 'is JSON, perhaps an error message ('
{
    cat plain.csv
    printf 'n1,event,\0'
} >refused.csv
refuses "has a NUL byte at offset $(($(wc -c <plain.csv) + 9)),"

for sample in "$srcdir"/../shared/corpus/comtrade_legacy/ERROR_*.csv \
    "$srcdir"/../shared/corpus/cow/*POINTER.csv; do
    [ -e "$sample" ] || continue
    cp "$sample" refused.csv
    refuses 'is '
done

finish
