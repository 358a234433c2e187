#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Output: a reader that leaves early is not an error, a full disk is.
. "${srcdir:-.}/tests/cli/lib.sh"

# More than a pipe holds, so that the program still writes when the reader has left.
{
    claims
    awk 'BEGIN {
        for (i = 1; i <= 5000; i++)
            printf "r%d,event,2024-01-%02d,,India,Russia,,,,,,,Event %d,Quote %d,s1\n", i, i % 28 + 1, i, i
    }'
} >long.csv

for what in --export=csv --export=json --print; do
    command_line="tradescope $what long.csv | head -n 1"
    { "$program" $what long.csv </dev/null 2>.stderr; echo $? >status; } | head -n 1 >.stdout
    says_lines 1
    complains_not
    # SIGPIPE, or a write error if the signal is ignored.
    case $(cat status) in
    141 | 1) ;;
    *) wrong "exits $(cat status)" ;;
    esac
done

# A slow reader gets everything.
command_line='tradescope --export=csv long.csv | slow reader'
"$program" --export=csv long.csv >whole
"$program" --export=csv long.csv 2>.stderr | {
    dd bs=1 count=3000 2>/dev/null
    cat
} >.stdout
says_exactly <whole

claims >claims.csv
echo 'no claims' >broken.csv
if [ -c /dev/full ]; then
    for arguments in --export=csv '--export=csv long.csv' --export=json '--export=json long.csv' \
        --print --help --version --list-commands \
        --list-columns '--check broken.csv' '--headless 80x24'; do
        command_line="tradescope $arguments >/dev/full"
        status=0
        : >.stdout
        # shellcheck disable=SC2086  # options are single words
        "$program" $arguments </dev/null >/dev/full 2>.stderr || status=$?
        exits 1
        complains 'No space left on device'
    done
    command_line='tradescope --export=csv >&-'
    status=0
    "$program" --export=csv claims.csv </dev/null >&- 2>.stderr || status=$?
    exits 1
    [ -s .stderr ] || wrong "should complain about a closed stdout"
fi

finish
