#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Faults: memory that runs out at any point, reads that are short, interrupted or
# fail, a file that changes its size meanwhile. faults.c is preloaded to cause them.
#
# FAULT_STEP=1 fails each allocation and each system call in turn; by default only some of them, and
# different ones for each command. ./dev faults does the former.
. "${srcdir:-.}/tests/cli/lib.sh"

faults=${FAULTS:-$(dirname "$program")/../tests/cli/faults.so}
step=${FAULT_STEP:-293}
# The runtimes of the sanitizers replace the same functions, and must come first; that of gcov does
# not live without memory.
! grep -q -e __asan_init -e __tsan_init -e __gcov_init "$program" || exit 77
LD_PRELOAD=$faults sh -c 'exit 0' 2>/dev/null || exit 77

# run_with VARIABLE=VALUE FILE ARGUMENT...: with the file on standard input.
run_with() {
    fault=$1
    input=$2
    shift 2
    command_line="$fault tradescope $* <$input"
    status=0
    timeout 60 env "$fault" LD_PRELOAD="$faults" "$program" "$@" <"$input" >.stdout 2>.stderr || status=$?
}

came_about() {
    grep -q '^fault: ' .stderr
}

# Either the result is complete, or a message says that memory ran out.
survives() {
    if [ "$status" -eq "$usual" ] && cmp -s .stdout expected; then
        return
    fi
    exits 1
    grep -v '^fault: ' .stderr | grep -q memory || grep -q memory .stdout || complains memory
}

# runs_out START FILE ARGUMENT...: fails one allocation after the other, until there are no more.
runs_out() {
    number=$1
    shift
    run_from "$@"
    usual=$status
    keeps expected
    until
        run_with FAULT_MEMORY=$number "$@"
        ! came_about
    do
        survives
        run_with FAULT_MEMORY_FROM=$number "$@"
        survives
        number=$((number + step))
    done
    exits "$usual"
    [ "$number" -gt "$step" ] || wrong "asks for no memory"
}

claims >claims.csv
gzip -k claims.csv
printf '2e\033fquote~/oil|stood/ value>1\n3j:sort value\n/Rus\nzq' >keys
runs_out 1 /dev/null --check claims.csv
runs_out 14 claims.csv --print=balance -
runs_out 28 /dev/null --export=csv -f 'quote~/stood/i' claims.csv.gz
runs_out 42 /dev/null --export=json claims.csv
runs_out 56 /dev/null --print --ascii claims.csv
[ "$step" -gt 1 ] || runs_out 1 keys --headless=80x24 claims.csv

# Short and interrupted reads change nothing.
run --export=csv claims.csv
keeps expected
for name in claims.csv claims.csv.gz; do
    FAULT_FILE=$name
    export FAULT_FILE
    for input in "/dev/null $name" "$name -"; do
        # shellcheck disable=SC2086  # a file and an argument
        set -- $input
        run_with FAULT_SHORT=1 "$1" --export=csv "$2"
        exits 0
        says_exactly <expected
    done
done

# A disk that fails, also in the middle, and a file that is cut or grows when reading has begun:
# the rows before that are kept.
{
    claims
    awk 'BEGIN {
        for (i = 1; i <= 20000; i++)
            printf "r%d,event,2024-01-%02d,,India,Russia,,,,,,,Row %d,\"What was said, and where: %060d\",s1\n",
                i, i % 28 + 1, i, i
    }'
} >whole.csv
cp whole.csv long.csv
size=$(wc -c <long.csv)
[ "$size" -gt 2500000 ] || wrong "is too small to be read in parts"
FAULT_FILE=claims.csv
run_with FAULT_ERROR=2 /dev/null --check claims.csv
exits 1
says 'claims.csv: cannot be read: Input/output error'
run --export=csv long.csv
keeps expected

# has_start LEAST: at least that many rows are there, and only right ones.
has_start() {
    lines=$(wc -l <.stdout)
    [ "$lines" -ge "$1" ] || wrong "has only $lines lines"
    head -n "$lines" expected | cmp -s - .stdout || wrong "has other rows than the file"
}

FAULT_FILE=long.csv
run_with FAULT_ERROR=4 /dev/null --export=csv long.csv
exits 1
complains 'long.csv: cannot be read: Input/output error'
has_start 1
# A temporary error is no error, or one like any other.
for reads in 2 3 4; do
    run_with FAULT_ONCE=$reads /dev/null --export=csv long.csv
    if [ "$status" -eq 0 ]; then
        says_exactly <expected
    else
        complains 'long.csv: cannot be read: Input/output error'
    fi
done
for reads in 1 2 3; do
    cp whole.csv long.csv
    run_with FAULT_SIZE=$reads:1500000 /dev/null --export=csv long.csv
    exits 1
    complains "has become shorter while it was read: 1500000 of $((size)) bytes are left; "
    has_start 10000
done
cp whole.csv long.csv
run_with FAULT_SIZE=2:$((size + 1000)) /dev/null --export=csv long.csv
exits 1
complains 'long.csv: has grown by 1000 bytes since it was opened, which are not read; '
says_exactly <expected

# A file gets its name on file systems without hard links or conditional renaming, but not if
# another file has it.
run --export=csv claims.csv
keeps expected
printf '8:write out.csv\r' >keys
for fault in FAULT_LINK FAULT_RENAME; do
    rm -f out.csv*
    run_with $fault=1 keys --headless=80x24 claims.csv
    says "written: out.csv, $(($(wc -c <expected))) bytes"
    [ "$(echo out.csv*)" = out.csv ] && cmp -s out.csv expected || wrong "does not write the file"
    echo theirs >out.csv
    run_with $fault=1 keys --headless=80x24 claims.csv
    says 'out.csv exists; '
    [ "$(cat out.csv*)" = theirs ] || wrong "does not leave the file alone"
done

# --- every call of the system in turn ---

# Each with the reasons that it has on a bad day, and how many to pass over at a time by default.
calls='open:EMFILE:23 mkostemp:ENOSPC:1 write:ENOSPC:41 write:EPIPE:47 write:EINTR:53 fsync:EIO:1
    flock:ENOLCK:1 rename:EIO:1 renameat2:ENOSPC:1 pipe:EMFILE:1 eventfd:EMFILE:1 tmpfile:EMFILE:1
    pthread_create:EAGAIN:1 sigaction:EINVAL:5'

# has_reason: what did not come out well is said, on the screen or beside it.
has_reason() {
    grep -v '^fault: ' .stderr | grep -q . || grep -qiE 'cannot|no space|not kept|failed' .stdout ||
        wrong "does not say that something failed"
}

# is_whole_or_gone FILE WHOLE
is_whole_or_gone() {
    if [ -e "$1" ] && grep -q 'cannot be opened' .stdout .stderr; then
        : # of a file that was not read there is less to write
    elif [ -e "$1" ]; then
        cmp -s "$1" "$2" || wrong "leaves a part of $1"
    else
        has_reason
    fi
}

# survives_call: the program ends by itself, all that it wrote is whole or gone, and nothing is left.
survives_call() {
    [ "$status" -le 2 ] || wrong "exits $status"
    left=$(find . "$XDG_STATE_HOME" -name '.tradescope-*')
    [ -z "$left" ] || wrong "leaves $left"
    for name in $1; do
        is_whole_or_gone "$name" "$2"
    done
    rm -rf out.csv "$XDG_STATE_HOME/tradescope"
}

# each_call FAULT STEP FILES WHOLE INPUT ARGUMENT...: from the first to the last that came about.
each_call() {
    fault_call=$1 passed_over=$2 written=$3 whole=$4
    shift 4
    [ "$step" -gt 1 ] || passed_over=1
    call=1
    while
        run_with "$variable=${fault_call%:*}:$call:${fault_call##*:}" "$@"
        came_about
    do
        # The export is what it should be, or says why not.
        if [ -z "$written" ] && { [ "$status" -ne 0 ] || ! cmp -s .stdout "$whole"; }; then
            [ "$status" -ne 0 ] || wrong "has another output, and status 0"
            has_reason
        fi
        survives_call "$written" "$whole"
        call=$((call + passed_over))
    done
    survives_call "$written" "$whole"
}

unset FAULT_FILE
rm -f out.csv
XDG_STATE_HOME=$scratch/state
export XDG_STATE_HOME
mkdir "$XDG_STATE_HOME"
run --export=csv claims.csv
keeps expected
run --export=csv -f 'flow=import' claims.csv.gz
keeps filtered
printf '8/Rus\r:write out.csv\r' >writing
printf '/Rus\r:scenario exports=+1%%\r:save-scenario mine\r' >saving
run_from saving --headless=80x24 claims.csv
cp "$XDG_STATE_HOME/tradescope/scenarios" scenario
rm -r "$XDG_STATE_HOME/tradescope"
for one in $calls; do
    passed_over=${one##*:}
    for variable in FAULT_CALL FAULT_CALL_FROM; do
        # Who is interrupted for ever tries for ever.
        [ "$variable:${one%:*}" != FAULT_CALL_FROM:write:EINTR ] || continue
        each_call "${one%:*}" "$passed_over" out.csv expected writing --headless=80x24 claims.csv
        each_call "${one%:*}" "$passed_over" "$XDG_STATE_HOME/tradescope/scenarios" scenario saving \
            --headless=80x24 claims.csv
        each_call "${one%:*}" "$passed_over" '' filtered /dev/null --export=csv -f 'flow=import' \
            claims.csv.gz
    done
done

finish
