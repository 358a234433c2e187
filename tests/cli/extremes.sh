#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Files with too much of something: an endless line, a field of 2 GiB, a million columns, bad
# rows from end to end, more than fits in memory. The error is clear, the rows so far are kept,
# and memory is limited by this test.
. "${srcdir:-.}/tests/cli/lib.sh"

# The sanitizers reserve more than any limit, and so may the counters of coverage.
! grep -q -e __asan_init -e __tsan_init -e __gcov_init "$program" || exit 77

# run_within KIB ARGUMENT...: on standard input as it is. The bound is on addresses, of which the C
# library keeps many for each thread that asks for memory while another does: whether one does is
# chance, so all ask in one place.
run_within() {
    bound=$1
    shift
    command_line="tradescope $* (within $bound KiB)"
    status=0
    (
        # shellcheck disable=SC3045  # every shell that is /bin/sh somewhere has it
        ulimit -v "$bound"
        exec env MALLOC_ARENA_MAX=1 "$program" "$@"
    ) >.stdout 2>.stderr || status=$?
}

claims >claims.csv
run --export=csv claims.csv
keeps expected

has_the_start() {
    exits 1
    complains "-:7: $1"
    says_exactly <expected
}

# An endless writer, which the reader stops.
{
    claims
    tr '\0' a </dev/zero
} | {
    run_within 3000000 --export=csv -
    has_the_start 'the record that starts here has more than 256 MiB, '
    finish
} || failures=1

{
    claims
    printf 'z,figure,"'
    head -c 2147483648 /dev/zero | tr '\0' a
    printf '"\n'
} | {
    run_within 3000000 --export=csv -
    has_the_start 'the record that starts here has more than 256 MiB, '
    finish
} || failures=1

# wide COUNT: a record with this number of fields.
wide() {
    awk -v count="$1" 'BEGIN {
        printf "kind"
        for (i = 1; i < count; i++)
            printf ",c%d", i
        print ""
    }'
}

wide 1000000 >wide.csv
run_within 1500000 --check wide.csv
exits 1
says 'wide.csv:1: has more than 100000 columns, which is the most that can be read; '

{
    claims
    wide 1000000
} >row.csv
run_within 1500000 --export=csv row.csv
exits 1
complains 'row.csv:7: '
says_exactly <expected

# Bad rows, more than are listed. The last line says how many there are.
{
    claims
    awk 'BEGIN { for (i = 1; i <= 150000; i++) printf "b%d,no kind,,,,,,,,,,,,,\n", i }'
} >bad.csv
run_within 1500000 --check bad.csv
exits 1
says_lines 100001
says_line 'bad.csv:7:2: kind: `no kind` .*' 'bad.csv:100006:2: kind: .*' \
    'bad.csv:100007: from here on, problems are counted and not listed: 50000 more; .*'
run_within 1500000 --export=csv bad.csv
exits 1
complains '149999 more problems'
says_exactly <expected

# Too little memory: the whole result, or an error that says so; never a signal.
awk 'BEGIN {
    print "kind,period,reporter,partner,flow,value,unit,text"
    for (i = 0; i < 60000; i++)
        printf "figure,%d,India,Russia,export,%d,USD,Text %d\n", 1900 + i % 100, i, i
}' >long.csv
run --export=csv long.csv
exits 0
keeps expected
for bound in 90000 150000 200000 250000 400000; do
    run_within $bound --export=csv long.csv
    # Where not even the libraries fit in, the program does not start.
    if [ $status -eq 1 ]; then
        complains memory
    elif [ $status -ne 127 ]; then
        exits 0
        says_exactly <expected
    fi
done

# Memory that ends while rows are read: each mode shows the rows in front of that, with a word.
awk 'BEGIN {
    print "t,i,j,k,v,q"
    for (i = 0; i < 2500000; i++)
        printf "%d,699,643,%06d,%d,1\n", 2000 + i % 20, (i * 7919) % 960000 + 10000, i
}' >trade.csv
for mode in --check --print --sum=period --export=csv; do
    run_within 130000 $mode trade.csv
    exits 1
    if [ $mode = --check ]; then
        says 'trade.csv: out of memory'
    else
        complains 'trade.csv: out of memory'
    fi
    [ "$(wc -l <.stdout)" -ge 1 ] || wrong "says nothing"
done
run_within 130000 --print=rows trade.csv
exits 1
says '2000' '699'

# A file of line ends is no table, and is known as none after its first megabytes.
head -c 200000000 /dev/zero | tr '\0' '\n' | gzip -1 >lines.gz
for mode in --check --print --sum=period --export=csv; do
    run_within 200000 $mode lines.gz
    exits 1
    cat .stdout .stderr >both
    grep -qF 'lines.gz: has no whole record in its first 16 MiB; it is no CSV file' both ||
        wrong "does not say why lines.gz is none"
done

finish
